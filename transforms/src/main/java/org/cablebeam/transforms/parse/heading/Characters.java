package org.cablebeam.transforms.parse.heading;

import java.util.Locale;
import org.cablebeam.transforms.text.Lines;

/** What the parsers of the heading ask of characters and words. All linear, none throws. */
final class Characters {
  private Characters() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '`';
  }

  static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int skipBlanksBack(String text, int from, int start) {
    int at = from;
    while (at > start && Lines.isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  static int skipDigits(String text, int from, int end) {
    int at = from;
    while (at < end && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int skipLetters(String text, int from, int end) {
    int at = from;
    while (at < end && isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether the word stands at the offset, whatever its case, and no letter or digit follows. */
  static boolean isWordAt(String text, int at, int end, String word) {
    int behind = at + word.length();
    return behind <= end
        && text.regionMatches(true, at, word, 0, word.length())
        && (behind >= end || !Character.isLetterOrDigit(text.charAt(behind)));
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** The value of a short run of digits in which O may stand for 0 and I or l for 1. */
  static long number(String text, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int digit = c == 'O' || c == 'o' ? 0 : c == 'I' || c == 'l' ? 1 : c - '0';
      number = number * 10 + Math.max(0, Math.min(9, digit));
    }
    return number;
  }
}
