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
    "E.0.",
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

  /** No telegraph line is longer, in UTF-16 units. */
  private static final int LINE = 80;

  private final String text;
  private final String heading;
  private final Set<String> headingLines = new HashSet<>();
  private int behind = -1;
  private boolean fieldOpen;
  private boolean referencesOpen;

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
    fieldOpen = false;
    referencesOpen = false;
  }

  /** A blank line stands before the next that is asked for. */
  void blank() {
    fieldOpen = false;
  }

  /** Whether the line between two offsets repeats the heading; asked line after line. */
  boolean repeats(int at, int end) {
    if (end - at > LONGEST) {
      return false;
    }
    String folded = fold(at, end);
    boolean keyword = false;
    for (String word : KEYWORDS) {
      keyword |= text.regionMatches(true, at, word, 0, word.length());
    }
    if (keyword) {
      referencesOpen = text.regionMatches(true, at, "REF", 0, 3);
    }
    if (behind >= 0 && !folded.isEmpty() && heading.startsWith(folded, behind)) {
      behind += folded.length();
      return true;
    }
    boolean known = headingLines.contains(folded);
    if (!keyword && !known) {
      // The first section cut its field short: here it goes on.
      return !folded.isEmpty()
          && !Character.isDigit(folded.charAt(0))
          && ((fieldOpen && end - at <= LINE) || (referencesOpen && opensBullet(at, end)));
    }
    fieldOpen = keyword && !known;
    int there = heading.indexOf(folded);
    behind = there < 0 ? -1 : there + folded.length();
    return true;
  }

  /** {@code B. OSLO 5} and {@code (B) OSLO 5}: a reference that the first section has not. */
  private boolean opensBullet(int at, int end) {
    int letter = text.charAt(at) == '(' ? at + 1 : at;
    return letter + 2 < end
        && letter + LINE > end
        && Character.isUpperCase(text.charAt(letter))
        && ".)".indexOf(text.charAt(letter + 1)) >= 0
        && Character.isDigit(text.charAt(end - 1));
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
