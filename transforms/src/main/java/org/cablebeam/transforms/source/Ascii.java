package org.cablebeam.transforms.source;

/** Looks at bytes as ASCII, before they are decoded. */
final class Ascii {
  private Ascii() {}

  static boolean startsWith(byte[] bytes, int at, int to, String word) {
    if (to - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((bytes[at + i] & 0xFF) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Behind the next line end; {@code to} if there is none. */
  static int nextLine(byte[] bytes, int at, int to) {
    int i = at;
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return Math.min(i + 1, to);
  }

  /** Whether nothing but blanks and controls stands from {@code at} to {@code to}. */
  static boolean isBlank(byte[] bytes, int at, int to) {
    for (int i = at; i < to; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Behind blanks and tabs. */
  static int skipBlanks(byte[] bytes, int at, int to) {
    int i = at;
    while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    return i;
  }
}
