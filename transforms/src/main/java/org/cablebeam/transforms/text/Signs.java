package org.cablebeam.transforms.text;

/** What the characters of a telegraph line are, and short runs of them. */
final class Signs {
  private Signs() {}

  static boolean isDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return end > start;
  }

  static long number(String text, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + Character.digit(text.charAt(i), 10);
    }
    return number;
  }

  static boolean eightDigits(String text, int at, int end) {
    return at + 8 <= end
        && isDigits(text, at, at + 8)
        && (at + 8 == end || !Character.isDigit(text.charAt(at + 8)));
  }

  static boolean isLetterOrMark(char c) {
    return Characters.isLetter(c) || c == '\'' || c == '-' || c == '.';
  }

  static boolean isStationLetter(char c) {
    return (c >= 'A' && c <= 'Z') || c == '\'' || c == '-' || c == '.';
  }

  static boolean isPostLetter(char c) {
    return isStationLetter(c) || c == ' ';
  }
}
