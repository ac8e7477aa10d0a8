package org.cablebeam.transforms.text;

import java.util.List;

/**
 * Signs that machines, typists and circuits take for one another, {@code O} for {@code 0} and
 * {@code l} for {@code 1}; they stand in {@code look-alikes.tsv}. Only ASCII. Stateless and
 * thread-safe.
 */
public final class LookAlikes {
  private static final int ASCII = 128;

  private static final List<List<String>> ROWS =
      Rows.read(LookAlikes.class, "look-alikes.tsv", "kind", "meant", "found");

  private static final byte[] PLAIN = digits("PLAIN");

  private static final byte[] EXPECTED = digits("PLAIN", "EXPECTED");

  private static final byte[] KNOWN = digits("PLAIN", "EXPECTED", "KNOWN");

  private static final char[] LETTERS = capitals();

  private static final List<List<String>> SHAPES =
      ROWS.stream().filter(row -> row.get(0).equals("SHAPE")).toList();

  private LookAlikes() {}

  /** The value of a digit or of the letter that is read as one beside digits; -1 for another. */
  public static int digit(char c) {
    return c < ASCII ? PLAIN[c] : -1;
  }

  /** The value of a sign where nothing but a digit can stand; -1 where it is like none. */
  public static int expectedDigit(char c) {
    return c < ASCII ? EXPECTED[c] : -1;
  }

  /** Whether a sign is a digit, or may stand where that digit must. */
  public static boolean isDigit(char c, int digit) {
    return c < ASCII && KNOWN[c] == digit;
  }

  /** The capital that a digit is read as within a word; the sign itself where it is like none. */
  public static char letter(char c) {
    return c < ASCII ? LETTERS[c] : c;
  }

  /**
   * The sign at an offset, read as a letter where it is a digit alone between letters, {@code C 0 N
   * F I D E N T I A L}.
   */
  public static char letterWithin(String text, int at, int end) {
    char c = text.charAt(at);
    if (!Characters.isDigit(c) || at == 0) {
      return c;
    }
    int next = Characters.skipBlanks(text, at + 1, end);
    boolean single = Characters.isLetter(text.charAt(at - 1)) || next == at + 2;
    return single && next < end && Characters.isLetter(text.charAt(next)) ? letter(c) : c;
  }

  /** A word in which digits are read as the capitals they are like. */
  public static String letters(String word) {
    char[] letters = word.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = letter(letters[i]);
    }
    return new String(letters);
  }

  /** Whether the beginning of a text is a word in capitals, or has the shape of it. */
  public static boolean isShaped(String text, String word) {
    if (text.length() < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text.charAt(i) != word.charAt(i) && !isShaped(text.charAt(i), word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isShaped(char found, char meant) {
    for (List<String> row : SHAPES) {
      if (row.get(1).charAt(0) == meant) {
        return row.get(2).indexOf(found) >= 0;
      }
    }
    return false;
  }

  private static byte[] digits(String... kinds) {
    byte[] values = new byte[ASCII];
    for (char c = 0; c < ASCII; c++) {
      values[c] = (byte) (Characters.isDigit(c) ? c - '0' : -1);
    }
    for (List<String> row : ROWS) {
      for (int i = 0; i < row.get(2).length() && List.of(kinds).contains(row.get(0)); i++) {
        values[row.get(2).charAt(i)] = (byte) (row.get(1).charAt(0) - '0');
      }
    }
    return values;
  }

  private static char[] capitals() {
    char[] letters = new char[ASCII];
    for (char c = 0; c < ASCII; c++) {
      letters[c] = c;
    }
    for (List<String> row : ROWS) {
      if (row.get(0).equals("LETTER")) {
        letters[row.get(2).charAt(0)] = row.get(1).charAt(0);
      }
    }
    return letters;
  }
}
