package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/** Where an item of the REF line begins. All linear, none throws. */
final class ReferenceOpening {
  private ReferenceOpening() {}

  /** Whether a cable reference, perhaps behind a bullet, begins at the offset on its line. */
  static boolean at(String text, int from, int end) {
    int start = from;
    while (start < end && text.charAt(start) == '-') {
      start++;
    }
    int at = ReferenceBullet.end(text, start, end);
    if (at < 0) {
      at = start;
    }
    if (at < end && text.charAt(at) == '\u00b6') {
      at++;
    }
    if (Characters.isWordAt(text, at, end, "REF")) {
      at = Characters.skipBlanks(text, at + 3, end);
      int inner = ReferenceBullet.end(text, at, end);
      at = inner < 0 ? at : inner;
    }
    at = Characters.skipBlanks(text, at, end);
    // A bullet without a sign: A WARSAW 1.
    if (at + 1 < end && Characters.isUpper(text.charAt(at)) && Lines.isBlank(text.charAt(at + 1))) {
      at = Characters.skipBlanks(text, at + 1, end);
    }
    // A year in front, with its apostrophe or parentheses.
    int sign = at;
    while (sign < end && "'(\u2019".indexOf(text.charAt(sign)) >= 0) {
      sign++;
    }
    int digits = Characters.skipDigits(text, sign, end);
    if (digits > sign) {
      if (digits - sign > 4) {
        return false;
      }
      at = digits;
      while (at < end && ")- ".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    int i = at;
    for (int words = 0; words < ReferenceStation.MOST_WORDS && i < end; words++) {
      int word = i;
      while (i < end && ReferenceStation.isPostSign(text.charAt(i))) {
        i++;
      }
      if (i == word) {
        return false;
      }
      if (ReferenceStation.isSlashInName(text, i, end)) {
        i++;
        continue;
      }
      int next = i;
      while (next < end
          && (Lines.isBlank(text.charAt(next)) || ",#".indexOf(text.charAt(next)) >= 0)) {
        next++;
      }
      next = behindYear(text, next, end);
      if (next < end && Characters.isDigit(text.charAt(next))) {
        return ReferenceStation.named(text.substring(at, i).replace('/', ' ')).isPresent();
      }
      i = next;
    }
    return false;
  }

  /** Behind the year of {@code STATE (01) 201265}; {@code from} where none stands. */
  private static int behindYear(String text, int from, int end) {
    int digits = from + 1 < end && text.charAt(from) == '(' ? from + 1 : end;
    int close = Characters.skipDigits(text, digits, end);
    boolean year = close - digits == 2 || close - digits == 4;
    return year && close < end && text.charAt(close) == ')'
        ? Characters.skipBlanks(text, close + 1, end)
        : from;
  }
}
