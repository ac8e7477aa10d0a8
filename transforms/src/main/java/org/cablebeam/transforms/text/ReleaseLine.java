package org.cablebeam.transforms.text;

/**
 * Lines that the reviewers of a request for information stamp on every page: {@code RELEASED IN
 * PART}, {@code REVIEW AUTHORITY: JANE Q ROE}, {@code UNCLASSIFIED U.S. Department of State Case
 * No. F-2010-00421}. Stateless and thread-safe.
 */
final class ReleaseLine {
  /** Exemptions may follow, {@code RELEASED IN PART B1, 1.4(D)}; longer lines are text. */
  private static final int LONGEST = 60;

  private static final String[] RELEASED = {
    "RELEASED IN FULL", "RELEASED IN PART", "RELEASE IN FULL", "RELEASE IN PART"
  };

  private static final String AUTHORITY = "REVIEW AUTHORITY:";

  private static final String UNCLASSIFIED = "UNCLASSIFIED ";

  private static final String[] CASES = {
    "U.S. Department of State Case No", "U.S. DEPARTMENT OF STATE CASE NO"
  };

  private ReleaseLine() {}

  /** Whether line {@code line}, which begins with a capital, is such a stamp. */
  static boolean is(Lines lines, int line) {
    String text = lines.text();
    int start = lines.indentEnd(line);
    int end = lines.end(line);
    return switch (text.charAt(start)) {
      case 'R' -> isReview(text, start, end);
      case 'D' -> text.startsWith("DATE/CASE ID:", start);
      case 'U' -> isCase(text, start) || isTitle(lines, line, start, end);
      default -> false;
    };
  }

  private static boolean isReview(String text, int start, int end) {
    if (text.startsWith(AUTHORITY, start)) {
      return true;
    }
    for (String released : RELEASED) {
      int behind = start + released.length();
      if (text.startsWith(released, start)) {
        return end - start <= LONGEST && (behind >= end || " ,.".indexOf(text.charAt(behind)) >= 0);
      }
    }
    return false;
  }

  private static boolean isCase(String text, int start) {
    int at = text.startsWith(UNCLASSIFIED, start) ? start + UNCLASSIFIED.length() : start;
    return text.startsWith(CASES[0], at) || text.startsWith(CASES[1], at);
  }

  /** The title above the name of the reviewer. */
  private static boolean isTitle(Lines lines, int line, int start, int end) {
    String title = "UNITED STATES DEPARTMENT OF STATE";
    return end - start == title.length()
        && lines.text().startsWith(title, start)
        && line + 1 < lines.count()
        && lines.text().startsWith(AUTHORITY, lines.indentEnd(line + 1));
  }
}
