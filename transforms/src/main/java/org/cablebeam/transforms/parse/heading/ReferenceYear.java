package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * The year of a reference: before the post ({@code 08}, {@code 2008}, {@code '08}, {@code (99)},
 * {@code 094}, {@code O4}) or behind the serial ({@code (08)}, {@code -91}, {@code /08}, {@code
 * 99}). Immutable.
 */
final class ReferenceYear {
  /**
   * A year behind a serial.
   *
   * @param year 0 where there is none
   * @param end behind it; where it was looked for, if there is none
   */
  record Behind(int year, int end) {}

  private final String text;
  private final int ownYear;

  /**
   * Years in a field.
   *
   * @param ownYear of the cable that refers, 0 if unknown: no year is much later
   */
  ReferenceYear(String text, int ownYear) {
    this.text = text;
    this.ownYear = ownYear;
  }

  /** Behind the digits of a year in front of a post. */
  int digitsEnd(int p, int to) {
    int q = p;
    while (q < to
        && q - p < 5
        && (Characters.isDigit(text.charAt(q))
            || (text.charAt(q) == 'O'
                && q == p
                && q + 1 < to
                && Characters.isDigit(text.charAt(q + 1))))) {
      q++;
    }
    return q;
  }

  /** The year of two, three or four digits; 0 where it can be none. */
  int of(String digits) {
    String plain = digits.replace('O', '0');
    int value = Integer.parseInt(plain);
    if (plain.length() == 4) {
      return value >= 1950 && value <= 2049 ? value : 0;
    }
    if (plain.length() == 3 && plain.charAt(0) == '0') {
      plain = plain.substring(1);
    }
    if (plain.length() != 2) {
      return 0;
    }
    int year = value >= 50 ? 1900 + value : 2000 + value;
    return ownYear == 0 || year <= ownYear + 1 ? year : 0;
  }

  /** Whether parentheses hold nothing but a year of two or four digits. */
  boolean fills(int open, int close) {
    int digits = Characters.skipDigits(text, open + 1, close);
    return digits == close && (close - open == 3 || close - open == 5);
  }

  /** A year behind the serial: (08), (2008), -91, /08, 99; the year or 0, and the offset. */
  Behind behind(int from, int to, boolean known) {
    int sign = Characters.skipBlanks(text, from, to);
    Behind found = sign < to ? behind(from, sign, to, known) : null;
    return found == null ? new Behind(0, from) : found;
  }

  private @Nullable Behind behind(int from, int sign, int to, boolean known) {
    if (text.charAt(sign) == '(') {
      return parenthesized(sign, to);
    }
    if (known) {
      return null;
    }
    return switch (text.charAt(sign)) {
      case ',' -> behindComma(sign + 1, to);
      case '-', '/' -> sign == from ? joined(sign + 1, to) : null;
      default ->
          Characters.isWordAt(text, sign, to, "OF")
              ? behindOf(sign + 2, to)
              : sign > from ? bare(from, sign, to) : null;
    };
  }

  /** {@code (08)}, {@code ('08)}, {@code (2008)}; its closing sign may be lost at the end. */
  private @Nullable Behind parenthesized(int open, int to) {
    int close = ReferenceNote.closing(text, open);
    if (close > 0 && close < to) {
      int digits = open + 1;
      while (digits < close && Characters.isApostrophe(text.charAt(digits))) {
        digits++;
      }
      boolean filled = Characters.skipDigits(text, digits, close) == close;
      int length = close - digits;
      return filled && length >= 2 && length <= 4 ? year(digits, close, close + 1) : null;
    }
    int digits = Characters.skipDigits(text, open + 1, to);
    boolean last = Characters.skipBlanks(text, digits, to) >= to;
    return last && isTwoOrFour(digits - open - 1) ? year(open + 1, digits, digits) : null;
  }

  /** {@code WARSAW 12, '08}. */
  private @Nullable Behind behindComma(int from, int to) {
    int sign = Characters.skipBlanks(text, from, to);
    int digits = Characters.skipDigits(text, Math.min(sign + 1, to), to);
    boolean apostrophe = sign < to && Characters.isApostrophe(text.charAt(sign));
    return apostrophe && digits - sign == 3 ? year(sign + 1, digits, digits) : null;
  }

  /** {@code WARSAW 12 OF 2008}. */
  private @Nullable Behind behindOf(int from, int to) {
    int number = Characters.skipBlanks(text, from, to);
    int digits = Characters.skipDigits(text, number, to);
    int next = Characters.skipBlanks(text, digits, to);
    boolean alone = next >= to || ",;.(".indexOf(text.charAt(next)) >= 0;
    return alone && digits - number == 4 ? year(number, digits, digits) : null;
  }

  /** {@code WARSAW 4525-91}, {@code WARSAW 00789/08}. */
  private @Nullable Behind joined(int from, int to) {
    int digits = Characters.skipDigits(text, from, to);
    boolean alone =
        digits >= to
            || (text.charAt(digits) != '/' && !Character.isLetterOrDigit(text.charAt(digits)));
    return alone && isTwoOrFour(digits - from) ? year(from, digits, digits) : null;
  }

  /** {@code WARSAW 07718 99}: on the same line, and nothing but a sign behind. */
  private @Nullable Behind bare(int serialEnd, int from, int to) {
    int digits = Characters.skipDigits(text, from, to);
    int next = Characters.skipBlanks(text, digits, to);
    boolean last =
        next >= to || ",;.(".indexOf(text.charAt(next)) >= 0 || text.charAt(digits) == '\n';
    boolean sameLine = text.lastIndexOf('\n', from) < serialEnd;
    return last && sameLine && isTwoOrFour(digits - from) ? year(from, digits, digits) : null;
  }

  private static boolean isTwoOrFour(int digits) {
    return digits == 2 || digits == 4;
  }

  private @Nullable Behind year(int from, int to, int end) {
    int year = of(text.substring(from, to));
    return year > 0 ? new Behind(year, end) : null;
  }
}
