package org.cablebeam.transforms.parse.body;

import org.cablebeam.transforms.text.KnownWords;
import org.cablebeam.transforms.text.WordShapes;

/**
 * Tells acronyms that can be said, and that no vocabulary has, from words: they are neither words
 * nor names that the tables of the release know, and their letters look like those of acronyms.
 * Stateless and thread-safe.
 */
final class SaidAcronyms {
  /** Chances below are left to names, which no table has all of. */
  private static final double LEAST = 0.7;

  private SaidAcronyms() {}

  /** Whether a word in capitals is one. */
  static boolean is(String upper) {
    int length = upper.length();
    if (length < KnownWords.SHORTEST
        || length > KnownWords.LONGEST
        || upper.startsWith("MC")
        || !upper.chars().allMatch(c -> c >= 'A' && c <= 'Z')
        || KnownWords.has(upper)
        || (upper.endsWith("S") && KnownWords.has(upper.substring(0, length - 1)))) {
      return false;
    }
    return WordShapes.acronyms().acronym(upper.toCharArray(), 0, length) >= LEAST;
  }
}
