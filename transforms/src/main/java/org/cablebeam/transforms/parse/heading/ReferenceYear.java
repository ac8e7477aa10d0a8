package org.cablebeam.transforms.parse.heading;

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
    int q = Characters.skipBlanks(text, from, to);
    if (q >= to) {
      return new Behind(0, from);
    }
    char c = text.charAt(q);
    if (c == ',' && !known) {
      // WARSAW 12, '08
      int sign = Characters.skipBlanks(text, q + 1, to);
      int digits = Characters.skipDigits(text, Math.min(sign + 1, to), to);
      boolean apostrophe = sign < to && Characters.isApostrophe(text.charAt(sign));
      int y = apostrophe && digits - sign == 3 ? of(text.substring(sign + 1, digits)) : 0;
      return y > 0 ? new Behind(y, digits) : new Behind(0, from);
    }
    if (c == '(') {
      int close = ReferenceNote.closing(text, q);
      if (close > 0 && close < to) {
        int digits = q + 1;
        while (digits < close && (Characters.isApostrophe(text.charAt(digits)))) {
          digits++;
        }
        int y =
            Characters.skipDigits(text, digits, close) == close
                    && close - digits >= 2
                    && close - digits <= 4
                ? of(text.substring(digits, close))
                : 0;
        if (y > 0) {
          return new Behind(y, close + 1);
        }
        return new Behind(0, from);
      }
      // (07 and nothing more: the closing parenthesis was lost.
      int digits = Characters.skipDigits(text, q + 1, to);
      boolean alone = Characters.skipBlanks(text, digits, to) >= to;
      int length = digits - q - 1;
      int y = alone && (length == 2 || length == 4) ? of(text.substring(q + 1, digits)) : 0;
      return y > 0 ? new Behind(y, digits) : new Behind(0, from);
    }
    if (Characters.isWordAt(text, q, to, "OF") && !known) {
      int number = Characters.skipBlanks(text, q + 2, to);
      int digits = Characters.skipDigits(text, number, to);
      int next = Characters.skipBlanks(text, digits, to);
      boolean alone = next >= to || ",;.(".indexOf(text.charAt(next)) >= 0;
      int y = alone && digits - number == 4 ? of(text.substring(number, digits)) : 0;
      return y > 0 ? new Behind(y, digits) : new Behind(0, from);
    }
    if ((c == '-' || c == '/') && q == from) {
      int digits = Characters.skipDigits(text, q + 1, to);
      int length = digits - q - 1;
      boolean alone =
          digits >= to
              || (text.charAt(digits) != '/' && !Character.isLetterOrDigit(text.charAt(digits)));
      int y = length == 2 || length == 4 ? of(text.substring(q + 1, digits)) : 0;
      if (y > 0 && alone && !known) {
        return new Behind(y, digits);
      }
      return new Behind(0, from);
    }
    if (Characters.isDigit(c) && q > from && !known) {
      int digits = Characters.skipDigits(text, q, to);
      int next = Characters.skipBlanks(text, digits, to);
      boolean last =
          next >= to || ",;.(".indexOf(text.charAt(next)) >= 0 || text.charAt(digits) == '\n';
      int y =
          (digits - q == 2 || digits - q == 4) && text.lastIndexOf('\n', q) < from
              ? of(text.substring(q, digits))
              : 0;
      if (y > 0 && last) {
        return new Behind(y, digits);
      }
    }
    return new Behind(0, from);
  }
}
