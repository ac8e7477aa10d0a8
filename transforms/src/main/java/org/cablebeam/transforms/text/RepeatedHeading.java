package org.cablebeam.transforms.text;

import java.util.HashSet;
import java.util.Set;

/**
 * The heading of the first section, to know its lines when a later section repeats them, be they
 * broken elsewhere. Not thread-safe: one a body.
 */
final class RepeatedHeading {
  private static final String[] KEYWORDS = {
    "E.O.",
    "E. O.",
    "EO 1",
    "TAGS",
    "SUBJECT",
    "SUBJ:",
    "SUBJ ",
    "REF:",
    "REFS:",
    "REF(S)",
    "REFTEL:",
    "CLASSIFIED BY"
  };

  /** No line of a heading is longer, in UTF-16 units. */
  private static final int LONGEST = 300;

  private final String text;
  private final String heading;
  private final Set<String> headingLines = new HashSet<>();
  private int behind = -1;

  /** The heading in the lines from {@code from} to {@code to}, exclusive. */
  RepeatedHeading(Lines lines, int from, int to) {
    this.text = lines.text();
    StringBuilder all = new StringBuilder();
    for (int i = from; i < to; i++) {
      int end = lines.end(i);
      String folded = end - lines.start(i) > LONGEST ? "" : fold(lines.start(i), end);
      if (!folded.isEmpty()) {
        all.append(folded);
        headingLines.add(folded);
      }
    }
    heading = all.toString();
  }

  /** Before the first line of another repetition is asked for. */
  void rewind() {
    behind = -1;
  }

  /** Whether the line between two offsets repeats the heading; asked line after line. */
  boolean repeats(int at, int end) {
    if (end - at > LONGEST) {
      return false;
    }
    String folded = fold(at, end);
    if (behind >= 0 && !folded.isEmpty() && heading.startsWith(folded, behind)) {
      behind += folded.length();
      return true;
    }
    boolean keyword = false;
    for (String word : KEYWORDS) {
      keyword |= text.regionMatches(true, at, word, 0, word.length());
    }
    if (!keyword && !headingLines.contains(folded)) {
      return false;
    }
    int there = heading.indexOf(folded);
    behind = there < 0 ? -1 : there + folded.length();
    return true;
  }

  /** Letters and digits, upper case: what a different line break or blank does not change. */
  private String fold(int start, int end) {
    StringBuilder folded = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        folded.append(Character.toUpperCase(c));
      }
    }
    return folded.toString();
  }
}
