package org.cablebeam.transforms.entities;

import java.util.Arrays;

/** Endings of words, looked for in any case. Immutable and thread-safe. */
final class Endings {
  /** By their last letter, A to Z. */
  private final String[][] byLast = new String[26][];

  /** Endings given in plain capitals. */
  Endings(String... endings) {
    for (int letter = 0; letter < byLast.length; letter++) {
      char last = (char) ('A' + letter);
      byLast[letter] =
          Arrays.stream(endings)
              .filter(ending -> ending.charAt(ending.length() - 1) == last)
              .toArray(String[]::new);
    }
  }

  /** Whether the text up to {@code end} ends in one of them. */
  boolean end(String text, int end) {
    // As letters are compared where case is ignored.
    int letter = Character.toLowerCase(Character.toUpperCase(text.charAt(end - 1))) - 'a';
    if (letter < 0 || letter >= byLast.length) {
      return false;
    }
    for (String ending : byLast[letter]) {
      if (text.regionMatches(true, end - ending.length(), ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }
}
