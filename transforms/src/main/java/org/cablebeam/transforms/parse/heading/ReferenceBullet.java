package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * The letter or number before an item: {@code A.}, {@code (A)}, {@code [A]}, {@code A -}, {@code
 * A-}, {@code A/}, {@code (1)}, {@code REF A:}. All linear, none throws.
 */
final class ReferenceBullet {
  /** Roman numbers of bullets, in order from one. */
  private static final List<String> ROMAN =
      List.of(
          "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
          "XV");

  private ReferenceBullet() {}

  /**
   * The offset behind {@code A.}, {@code (A)}, {@code [A]}, {@code A -}, {@code (1)}; -1 if none.
   */
  static int end(String text, int from, int end) {
    int at = from;
    if (at < end && text.charAt(at) == '\u00b6') {
      at = Characters.skipBlanks(text, at + 1, end);
    }
    boolean open = at < end && "([\u201c".indexOf(text.charAt(at)) >= 0;
    if (open) {
      at = Characters.skipBlanks(text, at + 1, Math.min(end, at + 2));
    }
    int letter = at;
    while (at < end && at - letter < 2 && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == letter && at < end && Characters.isLetter(text.charAt(at))) {
      int word = Characters.skipLetters(text, at, Math.min(end, at + 5));
      at = word - at > 1 && roman(text.substring(at, word)) > 0 ? word : at + 1;
    }
    if (at == letter || at >= end) {
      return -1;
    }
    int signs = at;
    if (open) {
      boolean parted = at + 1 < end && text.charAt(at) == ' ' && text.charAt(at + 1) == ')';
      at = parted ? at + 1 : at;
      signs = at;
      while (at < end && ")]\u201d".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    } else {
      while (at < end && at - signs < 2 && ".):]=".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      boolean joined =
          at == signs
              && at + 1 < end
              && "/-".indexOf(text.charAt(at)) >= 0
              && Lines.isBlank(text.charAt(at + 1))
              && Characters.isLetter(text.charAt(letter));
      if (joined) {
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
    int word = Characters.skipLetters(text, i, Math.min(behind, i + 5));
    if (roman(text.substring(i, word)) > 0) {
      return Characters.upper(text.substring(i, word));
    }
    int end = i + 1;
    while (end < behind
        && Characters.isDigit(text.charAt(i))
        && Characters.isDigit(text.charAt(end))) {
      end++;
    }
    return Characters.upper(text.substring(i, end));
  }

  /** Whether one bullet counts on from another: 3 from 2, IV from III. */
  static boolean isNextNumber(@Nullable String before, String bullet) {
    if (before == null || before.length() > 4) {
      return false;
    }
    if (Characters.isDigit(before.charAt(0))) {
      return before.length() <= 2 && bullet.equals(Integer.toString(Integer.parseInt(before) + 1));
    }
    int roman = roman(before);
    return roman > 0 && roman(bullet) == roman + 1;
  }

  /** The value of a small Roman number; 0 where it is none. */
  static int roman(String word) {
    return ROMAN.indexOf(Characters.upper(word)) + 1;
  }
}
