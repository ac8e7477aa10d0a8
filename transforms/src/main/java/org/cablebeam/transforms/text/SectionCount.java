package org.cablebeam.transforms.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code SECTION 02 OF 04}: which section of how many, be the words damaged.
 *
 * @param number of the section, from 1
 * @param count of all sections
 * @param end the offset behind
 */
record SectionCount(int number, int count, int end) {
  private static final String SPACED = "S E C T I O N";
  private static final String SECTION = "SECTION";
  private static final String FINAL = "FINAL ";
  private static final int MOST_SECTIONS = 200;
  private static final int MOST_DIGITS = 3;

  /**
   * The count behind the word between two offsets if that is SECTION, spaced or not; {@code FINAL
   * SECTION OF 04} is the fourth. Null where there is none.
   */
  static @Nullable SectionCount behindWord(String text, int start, int end, int limit) {
    if (text.startsWith(SPACED, start)) {
      return read(text, start + SPACED.length(), limit);
    }
    if (!isWord(text, start, end)) {
      return null;
    }
    SectionCount count = read(text, end, limit);
    boolean last = text.startsWith(FINAL, Math.max(0, start - FINAL.length()));
    return count == null && last ? last(text, end, limit) : count;
  }

  /** {@code OF 04} behind FINAL SECTION. */
  private static @Nullable SectionCount last(String text, int from, int limit) {
    int at = Characters.skipBlanks(text, from, limit);
    if (!text.startsWith("OF ", at)) {
      return null;
    }
    int digits = Characters.skipBlanks(text, at + 3, limit);
    int end = Characters.skipDigits(text, digits, Math.min(limit, digits + MOST_DIGITS));
    int count = (int) Signs.number(text, digits, end);
    return count < 2 ? null : new SectionCount(count, count, end);
  }

  /** SECTION with at most one letter wrong, as circuits left it. */
  static boolean isWord(String text, int start, int end) {
    int length = end - start;
    if (length < 6 || length > 8) {
      return false;
    }
    String word = text.substring(start, end).toUpperCase(Locale.ROOT);
    int most = Math.min(length, SECTION.length());
    int prefix = 0;
    while (prefix < most && word.charAt(prefix) == SECTION.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && word.charAt(length - 1 - suffix) == SECTION.charAt(SECTION.length() - 1 - suffix)) {
      suffix++;
    }
    return Math.max(length, SECTION.length()) - prefix - suffix <= 1;
  }

  /** {@code 02 OF 04}, {@code 2/4}, or with the O of OF damaged; null where that is not there. */
  static @Nullable SectionCount read(String text, int from, int end) {
    int first = Characters.skipBlanks(text, from, end);
    int at = Characters.skipDigits(text, first, end);
    if (at == first || at - first > MOST_DIGITS) {
      return null;
    }
    int number = (int) Signs.number(text, first, at);
    int of = Characters.skipBlanks(text, at, end);
    int behind;
    if (of < end && text.charAt(of) == '/') {
      behind = of + 1;
    } else if (of + 2 <= end && (text.charAt(of + 1) == 'F' || text.charAt(of + 1) == 'f')) {
      behind = of + 2;
    } else {
      return null;
    }
    int second = Characters.skipBlanks(text, behind, end);
    at = Characters.skipDigits(text, second, end);
    if (at == second || at - second > MOST_DIGITS) {
      return null;
    }
    int count = (int) Signs.number(text, second, at);
    boolean possible = number >= 1 && count >= number && count <= MOST_SECTIONS;
    return possible ? new SectionCount(number, count, at) : null;
  }
}
