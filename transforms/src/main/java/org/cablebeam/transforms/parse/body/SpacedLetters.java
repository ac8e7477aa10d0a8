package org.cablebeam.transforms.parse.body;

/**
 * Words that are written letter by letter, {@code S U M M A R Y}, as classification words are. A
 * blank parts the letters, several the words. Stateless and thread-safe.
 */
final class SpacedLetters {
  /** One or two letters apart say nothing. */
  private static final int FEWEST = 4;

  private SpacedLetters() {}

  /** Whether one word in capitals, and nothing else, is written so between two offsets. */
  static boolean is(String text, int from, int to) {
    if ((to - from) % 2 == 0 || to - from < 2 * FEWEST - 1) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((i - from) % 2 == 0 ? !Character.isUpperCase(c) : c != ' ') {
        return false;
      }
    }
    return true;
  }

  /** The words of a line that is written so; any other as it is. */
  static String joined(String line) {
    if (line.length() < 2 * FEWEST - 1 || line.charAt(1) != ' ') {
      return line;
    }
    StringBuilder words = new StringBuilder();
    int letters = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != ' ') {
        if (i > 0 && line.charAt(i - 1) != ' ') {
          return line;
        }
        words.append(c);
        letters += Character.isUpperCase(c) ? 1 : 0;
      } else if (i > 0 && line.charAt(i - 1) == ' ' && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return letters >= FEWEST ? words.toString() : line;
  }
}
