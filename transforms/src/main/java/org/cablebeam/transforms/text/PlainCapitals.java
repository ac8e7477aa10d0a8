package org.cablebeam.transforms.text;

import java.text.Normalizer;

/** Letters of either case, with accents or without, as the plain capitals that stand for them. */
public final class PlainCapitals {
  private static final char[] FOLDED = folded();

  private PlainCapitals() {}

  private static char[] folded() {
    char[] folds = new char[0x250];
    for (char c = '!'; c < 128; c++) {
      folds[c] = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }
    folds['\''] = 0;
    folds['.'] = 0;
    folds['-'] = 0;
    for (char c = 128; c < folds.length; c++) {
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      char first = Character.toUpperCase(plain.charAt(0));
      folds[c] = first > ' ' ? first : 0;
    }
    return folds;
  }

  /**
   * The plain capital that stands for a character; 0 for an apostrophe, a hyphen or a full stop
   * within a word, which is passed over.
   */
  public static char of(char c) {
    return c < FOLDED.length ? FOLDED[c] : c == '\u2019' ? 0 : Character.toUpperCase(c);
  }
}
