package org.cablebeam.transforms.text;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How a word that no table has looks, judged by its runs of two to five letters: like English
 * (misspelt, as a rule), like a name of a person or like a name of a place; and whether like an
 * acronym. The weights of the runs were learned from lists of words and names ({@code
 * word-shapes.bin}, made by WordShapeTraining in the test sources, and {@code acronym-shapes.bin},
 * by AcronymShapeTraining). Immutable and thread-safe.
 */
public final class WordShapes {
  public static final int ENGLISH = 0;
  public static final int PERSON = 1;
  public static final int PLACE = 2;

  /** How many kinds {@link #standard} tells apart. */
  public static final int KINDS = 3;

  /** What {@link #acronyms} tells from names of persons and places. */
  public static final int ACRONYM = 1;

  /** Runs of letters share so many weights of a kind; a power of two. */
  public static final int SIZE = 1 << 15;

  /** A weight of one in the table. */
  public static final double SCALE = 16;

  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;

  private static final class Holder {
    static final WordShapes STANDARD = new WordShapes("word-shapes.bin");
    static final WordShapes ACRONYMS = new WordShapes("acronym-shapes.bin");
  }

  private final byte[] weights;

  private WordShapes(String name) {
    try (InputStream in = requireNonNull(WordShapes.class.getResourceAsStream(name), name)) {
      weights = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the vocabulary " + name, e);
    }
  }

  /** The table of the release, loaded at first use. */
  public static WordShapes standard() {
    return Holder.STANDARD;
  }

  /** The table that tells acronyms which can be said from names: {@link #ACRONYM}, and the rest. */
  public static WordShapes acronyms() {
    return Holder.ACRONYMS;
  }

  /**
   * By {@link #standard}: the chance of each kind, by its number; they add up to one. Any case,
   * accents passed over.
   */
  public double[] chances(char[] text, int start, int end) {
    int[] features = new int[most(end - start)];
    int count = features(text, start, end, features);
    int english = 0;
    int person = 0;
    int place = 0;
    for (int i = 0; i < count; i++) {
      int at = features[i] * KINDS;
      english += weights[at + ENGLISH];
      person += weights[at + PERSON];
      place += weights[at + PLACE];
    }
    return chances(new double[] {english / SCALE, person / SCALE, place / SCALE});
  }

  /** By {@link #acronyms}: the chance that the word is an acronym. Any case. */
  public double acronym(char[] text, int start, int end) {
    int[] features = new int[most(end - start)];
    int count = features(text, start, end, features);
    int name = 0;
    int acronym = 0;
    for (int i = 0; i < count; i++) {
      int at = features[i] * 2;
      name += weights[at + 1 - ACRONYM];
      acronym += weights[at + ACRONYM];
    }
    return chances(new double[] {name / SCALE, acronym / SCALE})[ACRONYM];
  }

  public static double[] chances(double[] sums) {
    double most = sums[0];
    for (double sum : sums) {
      most = Math.max(most, sum);
    }
    double all = 0;
    for (int kind = 0; kind < sums.length; kind++) {
      sums[kind] = Math.exp(sums[kind] - most);
      all += sums[kind];
    }
    for (int kind = 0; kind < sums.length; kind++) {
      sums[kind] /= all;
    }
    return sums;
  }

  /** The most features a word of a length has. */
  public static int most(int length) {
    return (LONGEST - SHORTEST + 1) * (length + 2) + 1;
  }

  /** Puts the numbers of the runs of letters into an array; their count. */
  public static int features(char[] text, int start, int end, int[] features) {
    int count = 0;
    int letters = 0;
    for (int from = start - 1; from <= end; from++) {
      long key = 1;
      int to = from;
      for (int length = 1; length <= LONGEST && to <= end; length++, to++) {
        key = mix(key, to < start ? '^' : to == end ? '$' : text[to]);
        if (length >= SHORTEST) {
          features[count++] = (int) (key >>> 33) & (SIZE - 1);
        }
      }
      letters++;
    }
    features[count++] = Math.min(letters, 20);
    return count;
  }

  /** A run of letters one longer. The table was learned with these numbers. */
  private static long mix(long key, char c) {
    char folded = PlainCapitals.of(c);
    if (folded == 0) {
      return key;
    }
    long next = (key + folded) * 0x9E3779B97F4A7C15L;
    return next ^ (next >>> 29);
  }
}
