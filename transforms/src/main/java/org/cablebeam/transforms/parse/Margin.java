package org.cablebeam.transforms.parse;

import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/**
 * What editors and mail programs put before each line of a text: its number, or the sign of a
 * quotation. Stateless and thread-safe; linear.
 */
final class Margin {
  /** Fewer lines may begin with numbers of their own. */
  private static final int FEWEST = 12;

  /** Of so many lines at most one may lack what the others begin with. */
  private static final int TOLERANCE = 10;

  /** No text has more lines. */
  private static final int MOST_DIGITS = 5;

  private static final char QUOTED = '>';

  private Margin() {}

  /** The text with blanks for its margin, so that no offset changes; the same where it has none. */
  static String blank(String text) {
    int first = 0;
    while (first < text.length() && Lines.isBlank(text.charAt(first))) {
      first++;
    }
    if (first >= text.length()) {
      return text;
    }
    char c = text.charAt(first);
    boolean quoted = c == QUOTED;
    if (!quoted && !Characters.isDigit(c)) {
      return text;
    }
    char[] signs = text.toCharArray();
    int lines = 0;
    int without = 0;
    int last = 0;
    int next;
    for (int start = 0; start < signs.length; start = next) {
      int newline = text.indexOf('\n', start);
      next = newline < 0 ? signs.length : newline + 1;
      int from = Characters.skipBlanks(text, start, next);
      if (from >= next) {
        continue;
      }
      lines++;
      int end = quoted ? behindQuotes(text, from, next) : behindNumber(text, from, next, last);
      without += end == from ? 1 : 0;
      if (without > 1 + lines / TOLERANCE) {
        return text;
      }
      if (end > from && !quoted) {
        last = Integer.parseInt(text.substring(from, end));
      }
      for (int at = from; at < end; at++) {
        signs[at] = ' ';
      }
    }
    return lines < FEWEST ? text : new String(signs);
  }

  private static int behindQuotes(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == QUOTED) {
      at++;
    }
    return at;
  }

  /** Behind the number that follows on the last one or begins a new page; {@code from} for none. */
  private static int behindNumber(String text, int from, int to, int last) {
    int end = Characters.skipDigits(text, from, to);
    boolean ends = end == to || Lines.isBlank(text.charAt(end));
    if (!ends || end == from || end - from > MOST_DIGITS) {
      return from;
    }
    int number = Integer.parseInt(text.substring(from, end));
    return number == 1 || (number > last && number <= last + 2) ? end : from;
  }
}
