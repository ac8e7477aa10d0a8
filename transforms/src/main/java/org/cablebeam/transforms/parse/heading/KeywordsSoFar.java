package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keywords that a scan has found so far, by offset: what may open next depends on them. One a
 * scan; not thread-safe.
 */
final class KeywordsSoFar {
  private final String text;
  private final List<FoundKeyword> found = new ArrayList<>();
  private final EnumSet<Keyword> seen = EnumSet.noneOf(Keyword.class);
  private @Nullable Keyword open;

  KeywordsSoFar(String text) {
    this.text = text;
  }

  void add(FoundKeyword keyword) {
    found.add(keyword);
    open = keyword.keyword();
    seen.add(keyword.keyword());
  }

  List<FoundKeyword> all() {
    return found;
  }

  int count() {
    return found.size();
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** The keyword whose field is open; null before the first. */
  @Nullable Keyword open() {
    return open;
  }

  boolean subjectSeen() {
    return seen.contains(Keyword.SUBJECT);
  }

  boolean seen(Keyword keyword) {
    return seen.contains(keyword);
  }

  /** Whether the keyword before this one stands on the same line and is that one. */
  boolean sameLine(Keyword keyword, int at) {
    if (found.isEmpty() || found.get(found.size() - 1).keyword() != keyword) {
      return false;
    }
    // No farther apart than the reach of a heading, however long the line.
    for (int i = found.get(found.size() - 1).start(); i < at; i++) {
      if (text.charAt(i) == '\n') {
        return false;
      }
    }
    return true;
  }
}
