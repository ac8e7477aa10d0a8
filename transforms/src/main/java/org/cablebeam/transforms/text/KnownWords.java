package org.cablebeam.transforms.text;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The words of English and the names of persons and places that the tables of the release have, of
 * four to eight letters, for engines that ask only whether there is such a word. A Bloom filter
 * ({@code known-words.bin}, made by KnownWordsTable in the test sources): no word of the tables is
 * missed, and of other words one in two hundred is taken for known. Immutable and thread-safe.
 */
public final class KnownWords {
  public static final int SHORTEST = 4;
  public static final int LONGEST = 8;

  /** The bits of the filter; a power of two. */
  static final int SIZE = 1 << 20;

  /** How many bits stand for a word. */
  private static final int BITS = 7;

  /** Read at the first question. */
  private static final class Holder {
    static final byte[] FILTER = read();
  }

  private KnownWords() {}

  private static byte[] read() {
    try (InputStream in = requireNonNull(KnownWords.class.getResourceAsStream("known-words.bin"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the vocabulary known-words.bin", e);
    }
  }

  /** Whether a word of four to eight letters is known; any case, accents passed over. */
  public static boolean has(String word) {
    return holds(Holder.FILTER, word);
  }

  static boolean holds(byte[] filter, String word) {
    long key = key(word);
    for (int i = 0; i < BITS; i++) {
      int bit = bit(key, i);
      if ((filter[bit >> 3] & (1 << (bit & 7))) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Puts a word into a filter of {@link #SIZE} bits. */
  static void add(byte[] filter, String word) {
    long key = key(word);
    for (int i = 0; i < BITS; i++) {
      int bit = bit(key, i);
      filter[bit >> 3] |= (byte) (1 << (bit & 7));
    }
  }

  /** The place of the bit of a number: two halves of the key, the second added again and again. */
  private static int bit(long key, int number) {
    return ((int) (key >>> 32) + number * ((int) key | 1)) & (SIZE - 1);
  }

  private static long key(String word) {
    long key = 1;
    for (int i = 0; i < word.length(); i++) {
      key = (key + PlainCapitals.of(word.charAt(i))) * 0x9E3779B97F4A7C15L;
      key ^= key >>> 29;
    }
    return key;
  }
}
