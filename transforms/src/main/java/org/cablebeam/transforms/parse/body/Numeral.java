package org.cablebeam.transforms.parse.body;

import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;

/**
 * The number of a paragraph as it is printed, or as a machine read it from paper: {@code 1O.} for
 * 10. Offsets are UTF-16 units.
 *
 * @param value the number; 0 where none stands
 * @param end behind its last sign
 */
record Numeral(int value, int end) {
  /** Nobody counts with more digits. */
  private static final int MOST_DIGITS = 3;

  /** A Roman 2 stands no more lines below the 1. */
  private static final int FARTHEST = 200;

  /** The number that begins at an offset; its value is 0 where more digits follow. */
  static Numeral at(String text, int from, int to) {
    int at = from;
    int value = 0;
    while (at < to && at - from <= MOST_DIGITS && LookAlikes.digit(text.charAt(at)) >= 0) {
      value = value * 10 + LookAlikes.digit(text.charAt(at++));
    }
    if (at - from > MOST_DIGITS) {
      return new Numeral(0, at);
    }
    if (!isMisread(text, from, to)) {
      at = Math.min(at, Characters.skipDigits(text, from, to));
      value = at == from ? 0 : Integer.parseInt(text.substring(from, at));
    }
    return new Numeral(value, at);
  }

  /** Whether a number of two digits or three stands here, one of them read as a letter. */
  static boolean isMisread(String text, int from, int to) {
    int at = from;
    int digits = 0;
    while (at < to && at - from < MOST_DIGITS && LookAlikes.digit(text.charAt(at)) >= 0) {
      digits += Characters.isDigit(text.charAt(at)) ? 1 : 0;
      at++;
    }
    return digits > 0 && digits < at - from && text.startsWith(". ", at);
  }

  /** Whether a line near below {@code line} begins with the Roman number II. */
  static boolean isTwo(String text, Lines lines, int line) {
    for (int below = line; below < lines.count() && below < line + FARTHEST; below++) {
      if (text.startsWith("II. ", lines.indentEnd(below))) {
        return true;
      }
    }
    return false;
  }
}
