package org.cablebeam.transforms.text;

import java.util.Locale;

/** {@code SECTION 02 OF 04}: which section of how many, be the words damaged. */
final class SectionCount {
  private SectionCount() {}

  private static final String SPACED = "S E C T I O N";

  /**
   * Number, count and offset behind them, where the word between two offsets is SECTION, spaced or
   * not; {@code FINAL SECTION OF 04} is the fourth. Empty where they are not there.
   */
  static int[] behindWord(String text, int start, int end, int limit) {
    if (text.startsWith(SPACED, start)) {
      return read(text, start + SPACED.length(), limit);
    }
    if (!isWord(text, start, end)) {
      return new int[0];
    }
    int[] mark = read(text, end, limit);
    int before = Math.max(0, start - "FINAL ".length());
    return mark.length == 0 && text.startsWith("FINAL ", before) ? last(text, end, limit) : mark;
  }

  /** {@code OF 04} behind FINAL SECTION. */
  private static int[] last(String text, int from, int limit) {
    int at = Signs.skipBlanks(text, from, limit);
    if (!text.startsWith("OF ", at)) {
      return new int[0];
    }
    int digits = Signs.skipBlanks(text, at + 3, limit);
    int end = digits;
    while (end < limit && end - digits < 3 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    int count = (int) Signs.number(text, digits, end);
    return count < 2 ? new int[0] : new int[] {count, count, end};
  }

  /** SECTION with at most one letter wrong, as circuits left it. */
  static boolean isWord(String text, int start, int end) {
    int length = end - start;
    if (length < 6 || length > 8) {
      return false;
    }
    String word = text.substring(start, end).toUpperCase(Locale.ROOT);
    String right = "SECTION";
    int prefix = 0;
    while (prefix < length && prefix < 7 && word.charAt(prefix) == right.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < length - prefix
        && suffix < 7 - prefix
        && word.charAt(length - 1 - suffix) == right.charAt(6 - suffix)) {
      suffix++;
    }
    return Math.max(length, 7) - prefix - suffix <= 1;
  }

  /** Number, count and offset behind {@code 02 OF 04}; empty where that is not there. */
  static int[] read(String text, int from, int end) {
    int at = Signs.skipBlanks(text, from, end);
    int first = at;
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == first || at - first > 3) {
      return new int[0];
    }
    int number = (int) Signs.number(text, first, at);
    at = Signs.skipBlanks(text, at, end);
    if (at < end && text.charAt(at) == '/') {
      at--;
    } else if (at + 2 > end || (text.charAt(at + 1) != 'F' && text.charAt(at + 1) != 'f')) {
      return new int[0];
    }
    at = Signs.skipBlanks(text, at + 2, end);
    int second = at;
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == second || at - second > 3) {
      return new int[0];
    }
    int count = (int) Signs.number(text, second, at);
    return number < 1 || count < number || count > 200 ? new int[0] : new int[] {number, count, at};
  }
}
