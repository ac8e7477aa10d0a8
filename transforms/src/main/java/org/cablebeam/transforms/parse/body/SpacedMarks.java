package org.cablebeam.transforms.parse.body;

import org.jspecify.annotations.Nullable;

/**
 * Finds marking words that are written letter by letter: S U M M A R Y, C O M M E N T. Stateless
 * and thread-safe; offsets are UTF-16 units.
 */
final class SpacedMarks {
  /** How long these words are. */
  static final int LENGTH = 13;

  /** What stands in the middle of both. */
  private static final String PAIR = " M M ";

  /** Before it stands as much of the word. */
  private static final int PAIR_START = 3;

  private SpacedMarks() {}

  /** Where the next one begins from {@code from} on; {@code end} where none does. */
  static int next(String text, int from, int end) {
    int at = from >= end ? -1 : text.indexOf(PAIR, from + PAIR_START) - PAIR_START;
    while (at >= 0 && at + LENGTH <= end) {
      if (word(text, at) != null) {
        return at;
      }
      at = text.indexOf(PAIR, at + PAIR_START + 1) - PAIR_START;
    }
    return end;
  }

  /** The word that is written so at an offset; null where none is. */
  static @Nullable PassageWord word(String text, int at) {
    if (!SpacedLetters.is(text, at, at + LENGTH)) {
      return null;
    }
    return switch (SpacedLetters.joined(text.substring(at, at + LENGTH))) {
      case "SUMMARY" -> PassageWord.SUMMARY;
      case "COMMENT" -> PassageWord.COMMENT;
      default -> null;
    };
  }
}
