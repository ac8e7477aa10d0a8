package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * The letter or number before an item: {@code A.}, {@code (A)}, {@code [A]}, {@code A -}, {@code
 * A/}, {@code (1)}, {@code REF A:}. All linear, none throws.
 */
final class ReferenceBullet {
  private ReferenceBullet() {}

  /**
   * The offset behind {@code A.}, {@code (A)}, {@code [A]}, {@code A -}, {@code (1)}; -1 if none.
   */
  static int end(String text, int from, int end) {
    int at = from;
    if (at < end && text.charAt(at) == '\u00b6') {
      at = Characters.skipBlanks(text, at + 1, end);
    }
    boolean open = at < end && "([".indexOf(text.charAt(at)) >= 0;
    if (open) {
      at++;
    }
    int letter = at;
    while (at < end && at - letter < 2 && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == letter && at < end && Characters.isLetter(text.charAt(at))) {
      at++;
    }
    if (at == letter || at >= end) {
      return -1;
    }
    int signs = at;
    if (open) {
      while (at < end && ")]".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    } else {
      while (at < end && at - signs < 2 && ".):]".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      boolean slash =
          at == signs
              && at + 1 < end
              && text.charAt(at) == '/'
              && Lines.isBlank(text.charAt(at + 1))
              && Characters.isLetter(text.charAt(letter));
      if (slash) {
        at++;
      }
      if (at == signs) {
        int hyphen = Characters.skipBlanks(text, at, end);
        boolean dashed =
            hyphen > at
                && hyphen + 1 < end
                && text.charAt(hyphen) == '-'
                && Lines.isBlank(text.charAt(hyphen + 1));
        at = dashed ? hyphen + 1 : at;
      }
    }
    if (at == signs) {
      return -1;
    }
    return Characters.skipBlanks(text, at, end);
  }

  /** The letter or number of a bullet; the one before where it has none. */
  static String letter(String text, int from, int behind, @Nullable String before) {
    int i = from;
    if (Characters.isWordAt(text, i, behind, "REF")
        || Characters.isWordAt(text, i, behind, "REFTEL")) {
      i = Characters.skipLetters(text, i, behind);
    }
    while (i < behind && !Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    if (i >= behind) {
      return before == null ? "A" : before;
    }
    int end = i + 1;
    while (end < behind
        && Characters.isDigit(text.charAt(i))
        && Characters.isDigit(text.charAt(end))) {
      end++;
    }
    return Characters.upper(text.substring(i, end));
  }
}
