package org.cablebeam.transforms.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines that archives and reviewers stamp on every page of what they release: {@code RELEASED IN
 * PART B1}, {@code REVIEW AUTHORITY: JANE Q ROE}, {@code UNCLASSIFIED U.S. Department of State Case
 * No. F-2010-00421}, {@code Authority NND 989652}. How they begin stands in {@code
 * release-lines.tsv}. Stateless and thread-safe.
 */
public final class ReleaseLine {
  /** Exemptions may follow, {@code RELEASED IN PART B1, 1.4(D)}; longer lines are text. */
  private static final int LONGEST_RELEASE = 60;

  /** Longer lines are text. */
  private static final int LONGEST = 160;

  /** A line that is furniture only beside another is no longer. */
  private static final int LONGEST_BESIDE = 40;

  private static final String EXEMPTION = "0123456789.,() ABCDEFGH";

  private static final String[] RELEASED = {
    "RELEASED IN FULL", "RELEASED IN PART", "RELEASE IN FULL", "RELEASE IN PART"
  };

  private static final List<List<String>> ROWS =
      Rows.read(ReleaseLine.class, "release-lines.tsv", "kind", "opening", "holding");

  /** By the letter with which they begin. */
  private static final Opening[][] SURE = openings("SURE");

  private static final Opening[][] BESIDE = openings("BESIDE");

  /** The beginning of a line, and what it must hold besides. */
  private record Opening(String words, String holding) {}

  private ReleaseLine() {}

  private static Opening[][] openings(String kind) {
    Opening[][] openings = new Opening['Z' - 'A' + 1][];
    for (int letter = 0; letter < openings.length; letter++) {
      List<Opening> found = new ArrayList<>();
      for (List<String> row : ROWS) {
        if (row.get(0).equals(kind) && row.get(1).charAt(0) == 'A' + letter) {
          found.add(new Opening(row.get(1), row.get(2)));
        }
      }
      openings[letter] = found.toArray(new Opening[0]);
    }
    return openings;
  }

  /** Whether such a stamp, and nothing else, stands between two offsets. */
  public static boolean is(String text, int start, int end) {
    return isReleased(text, start, end) || holds(SURE, text, start, end, LONGEST);
  }

  /** Whether a line that is such a stamp beside another one stands there. */
  static boolean isBeside(String text, int start, int end) {
    return holds(BESIDE, text, start, end, LONGEST_BESIDE);
  }

  /** {@code B1, 1.4(D)}: by what a reviewer withheld the words beside it. */
  public static boolean isExemption(String text, int start, int end) {
    int at = start + 1;
    boolean exemption =
        at < end
            && end - start <= LONGEST_BESIDE
            && text.charAt(start) == 'B'
            && Characters.isDigit(text.charAt(at));
    while (exemption && at < end) {
      exemption = EXEMPTION.indexOf(text.charAt(at++)) >= 0;
    }
    return exemption;
  }

  private static boolean isReleased(String text, int start, int end) {
    if (end - start > LONGEST_RELEASE || text.charAt(start) != 'R') {
      return false;
    }
    for (String released : RELEASED) {
      int behind = start + released.length();
      if (text.startsWith(released, start)) {
        return behind >= end || " ,.".indexOf(text.charAt(behind)) >= 0;
      }
    }
    return false;
  }

  private static boolean holds(Opening[][] openings, String text, int start, int end, int longest) {
    int letter = text.charAt(start) - 'A';
    if (letter < 0 || letter >= openings.length || end - start > longest) {
      return false;
    }
    for (Opening opening : openings[letter]) {
      int behind = start + opening.words.length();
      if (behind <= end
          && Characters.upper(text.charAt(start + 1)) == opening.words.charAt(1)
          && text.regionMatches(true, start, opening.words, 0, opening.words.length())
          && (behind == end || !Characters.isLetter(text.charAt(behind)) || isCut(opening))
          && text.substring(behind, end).toUpperCase(Locale.ROOT).contains(opening.holding)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an opening ends within a word: DOC NO. C05770421. */
  private static boolean isCut(Opening opening) {
    int last = opening.words.length() - 1;
    return opening.words.charAt(last - 1) == ' ' || opening.words.endsWith(" NN");
  }
}
