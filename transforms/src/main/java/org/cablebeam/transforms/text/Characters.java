package org.cablebeam.transforms.text;

import java.util.Locale;

/**
 * What the engines ask of the characters of telegraph circuits, which are those of ASCII, and of
 * short runs of them. All linear, none throws.
 */
public final class Characters {
  private Characters() {}

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  public static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  public static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  public static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '`';
  }

  public static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  public static int skipBlanksBack(String text, int from, int start) {
    int at = from;
    while (at > start && Lines.isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  public static int skipDigits(String text, int from, int end) {
    int at = from;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  public static int skipLetters(String text, int from, int end) {
    int at = from;
    while (at < end && isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether the word stands at the offset, whatever its case, and no letter or digit follows. */
  public static boolean isWordAt(String text, int at, int end, String word) {
    int behind = at + word.length();
    return behind <= end
        && text.regionMatches(true, at, word, 0, word.length())
        && (behind >= end || !Character.isLetterOrDigit(text.charAt(behind)));
  }

  public static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** The value of a short run of digits in which letters may stand for digits. */
  public static long number(String text, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + Math.max(0, LookAlikes.digit(text.charAt(i)));
    }
    return number;
  }
}
