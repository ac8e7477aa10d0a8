package org.cablebeam.transforms.entities;

import java.util.Arrays;

/**
 * Which words are of which {@link WordClass}: a row of bits for each word that has a class, by the
 * number of the word, so that a question costs one look and no hash. Words with classes should be
 * numbered first, as there is a row for each number up to the highest. Filled once while the
 * vocabulary is loaded, then only read; safe for many threads from then on.
 */
final class ClassTable {
  /** Two numbers of 64 bits a row. */
  private static final int CLASSES = 128;

  private long[] rows = new long[1 << 13];

  ClassTable() {
    if (WordClass.values().length > CLASSES) {
      throw new IllegalStateException("A row of ClassTable has room for 128 classes of words.");
    }
  }

  /** Puts a word, given by its number, into a class. Only while the vocabulary is loaded. */
  void add(int word, WordClass wordClass) {
    int at = 2 * word + half(wordClass);
    if (at >= rows.length) {
      rows = Arrays.copyOf(rows, 2 * at);
    }
    rows[at] |= bit(wordClass);
  }

  /** Whether the word is of the class; a word without a number, -1, is of none. */
  boolean has(int word, WordClass wordClass) {
    int at = 2 * word + half(wordClass);
    return word >= 0 && at < rows.length && (rows[at] & bit(wordClass)) != 0;
  }

  private static int half(WordClass wordClass) {
    return wordClass.ordinal() >> 6;
  }

  private static long bit(WordClass wordClass) {
    return 1L << wordClass.ordinal();
  }
}
