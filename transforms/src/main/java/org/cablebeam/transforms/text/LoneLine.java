package org.cablebeam.transforms.text;

/** Lines that hold one mark of a circuit or printer and nothing else. */
final class LoneLine {
  private LoneLine() {}

  /** SIPDIS, NOFORN, WP, MORE, CONTINUED, NNNN, BT alone on a line. */
  static boolean isMark(String text, int start, int end, char c) {
    int stop = end;
    while (stop > start
        && (text.charAt(stop - 1) == '\\' || Lines.isBlank(text.charAt(stop - 1)))) {
      stop--;
    }
    return switch (c) {
      case 'S' -> is(text, start, stop, "SIPDIS") || is(text, start, stop, "SIPDIS SIPDIS");
      case 'N' -> isEndMark(text, start, stop) || is(text, start, stop, "NOFORN");
      case 'W' -> is(text, start, stop, "WP");
      case 'M' -> is(text, start, stop, "MORE");
      case 'C' -> is(text, start, stop, "CONTINUED");
      case 'B' -> is(text, start, stop, "BT") || ReleaseLine.isExemption(text, start, stop);
      default -> false;
    };
  }

  static boolean isEndMark(String text, int start, int end) {
    return is(text, start, end, "BT")
        || is(text, start, end, "NNN")
        || (text.startsWith("NNNN", start) && end - start <= 14 && isLettersOnly(text, start, end))
        || is(text, start, end, "NMAFVVZCZ");
  }

  /** {@code -- MORE --}, {@code (CONTINUED)}. */
  static boolean isContinuation(String text, int start, int end) {
    int from = start;
    int stop = end;
    while (from < stop && !Characters.isLetter(text.charAt(from))) {
      from++;
    }
    while (stop > from && !Characters.isLetter(text.charAt(stop - 1))) {
      stop--;
    }
    return is(text, from, stop, "MORE") || is(text, from, stop, "CONTINUED");
  }

  private static boolean is(String text, int start, int end, String word) {
    return end - start == word.length() && text.startsWith(word, start);
  }

  private static boolean isLettersOnly(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Characters.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isOnly(String text, int start, int end, char sign) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != sign && !Lines.isBlank(c)) {
        return false;
      }
    }
    return true;
  }

  /** Two digits, or two and two: {@code 43}, {@code 70-62}. */
  static boolean isPrintNumber(String text, int start, int end) {
    int length = end - start;
    return (length == 2 && Signs.isDigits(text, start, end))
        || (length == 5
            && text.charAt(start + 2) == '-'
            && Signs.isDigits(text, start, start + 2)
            && Signs.isDigits(text, start + 3, end));
  }

  /** {@code - 2 -}, as typists number pages. */
  static boolean isPageNumber(String text, int start, int end) {
    int number = Characters.skipBlanks(text, start + 1, end);
    int behind = Characters.skipDigits(text, number, end);
    return end - start <= 9
        && behind > number
        && text.charAt(end - 1) == '-'
        && Characters.skipBlanks(text, behind, end) == end - 1;
  }

  /**
   * Behind the number of {@code Page 2} or {@code Page 2 of 3}, where a line holds nothing else; -1
   * for other lines.
   */
  static int pageEnd(String text, int start, int end) {
    if (end - start > 20 || !text.regionMatches(true, start, "PAGE ", 0, 5)) {
      return -1;
    }
    int number = Characters.skipBlanks(text, start + 5, end);
    int behind = Characters.skipDigits(text, number, end);
    if (behind == number || behind == end) {
      return behind == number ? -1 : end;
    }
    int of = Characters.skipBlanks(text, behind, end);
    int count = of;
    if (of < end && text.charAt(of) == '/') {
      count = of + 1;
    } else if (text.regionMatches(true, of, "OF ", 0, 3)) {
      count = of + 3;
    }
    int digits = Characters.skipBlanks(text, count, end);
    boolean counted = count > of && digits < end && Characters.skipDigits(text, digits, end) == end;
    return counted ? behind : -1;
  }

  /** The address and the day that browsers print below a page. */
  static boolean isPrintedAddress(String text, int start, int end) {
    if (!text.startsWith("http", start) || end - start > 200) {
      return false;
    }
    int day = end;
    int strokes = 0;
    while (day > start
        && (Characters.isDigit(text.charAt(day - 1)) || text.charAt(day - 1) == '/')) {
      day--;
      strokes += text.charAt(day) == '/' ? 1 : 0;
    }
    return strokes == 2
        && end - day >= 8
        && end - day <= 10
        && day > start
        && Lines.isBlank(text.charAt(day - 1));
  }

  /** Ten or more dashes, then a six-digit number or a time of filing. */
  static boolean isMessageCentreNumber(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '-') {
      at++;
    }
    if (at - start < 10) {
      return false;
    }
    int digits = Characters.skipBlanks(text, at, end);
    return digits + 6 <= end && Signs.isDigits(text, digits, digits + 6);
  }
}
