package org.cablebeam.transforms.text;

import java.util.List;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.IssueCode;
import org.jspecify.annotations.Nullable;

/**
 * What is noticed while one message is worked on. Writes through to the list of the record; the
 * same code, field and excerpt is noted once. Not thread-safe: one a message.
 */
public final class Issues {
  /** The longest excerpt, in UTF-16 units. */
  private static final int EXCERPT = 80;

  /** A message that is nothing but trouble may not make the record grow without bound. */
  private static final int MOST = 1000;

  private final List<Issue> issues;

  public Issues(List<Issue> issues) {
    this.issues = issues;
  }

  /** Notes something about a field of the record; the excerpt is cut to 80 characters. */
  public void add(IssueCode code, @Nullable String field, @Nullable CharSequence excerpt) {
    if (issues.size() >= MOST) {
      return;
    }
    Issue issue = new Issue(code.name(), field, excerpt == null ? null : cut(excerpt));
    if (!issues.contains(issue)) {
      issues.add(issue);
    }
  }

  private static String cut(CharSequence text) {
    int end = Math.min(text.length(), EXCERPT);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(0, end).toString();
  }
}
