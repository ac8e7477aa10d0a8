package org.cablebeam.transforms.duplicates;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint of a text by which copies are known, whatever their line ends, spacing and damage:
 * the {@value #SIZE} smallest hashes of its runs of {@value #RUN} words (a bottom-k min-hash).
 * Texts that share a passage share hashes; texts that do not, share none but by chance.
 */
public final class Sketch {
  static final int SIZE = 32;
  private static final int RUN = 4;

  /** What lies beyond is not needed to tell two cables apart. */
  static final int LONGEST = 12_000;

  private static final char[] FOLDED = folded();

  /** Ascending; fewer than {@value #SIZE} for a text of few words. */
  private final int[] hashes;

  private Sketch(int[] hashes) {
    this.hashes = hashes;
  }

  static Sketch of(String text) {
    int end = Math.min(text.length(), LONGEST);
    char[] chars = new char[end];
    text.getChars(0, end, chars, 0);
    int[] smallest = new int[SIZE];
    int size = 0;
    int[] words = new int[RUN];
    int count = 0;
    int hash = 0;
    boolean inWord = false;
    for (int i = 0; i <= end; i++) {
      int c = i < end ? fold(chars[i]) : 0;
      if (c != 0) {
        hash = hash * 31 + c;
        inWord = true;
      } else if (inWord) {
        words[count % RUN] = hash;
        count++;
        hash = 0;
        inWord = false;
        if (count >= RUN) {
          int run = 0;
          for (int w = 0; w < RUN; w++) {
            run = run * 0x9E3779B1 + words[(count + w) % RUN];
          }
          size = offer(smallest, size, mix(run));
        }
      }
    }
    return new Sketch(Arrays.copyOf(smallest, size));
  }

  /**
   * How many of the {@value #SIZE} smallest hashes of both texts together belong to both: about
   * {@value #SIZE} times the share of their text that they have in common.
   */
  int shared(Sketch other) {
    int[] a = hashes;
    int[] b = other.hashes;
    int i = 0;
    int j = 0;
    int shared = 0;
    for (int seen = 0; seen < SIZE && i < a.length && j < b.length; seen++) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  /** How many hashes there are: few for a text of few words. */
  int size() {
    return hashes.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(hashes.length);
    for (int hash : hashes) {
      out.writeInt(hash);
    }
  }

  static Sketch read(DataInput in) throws IOException {
    int[] hashes = new int[in.readByte()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = in.readInt();
    }
    return new Sketch(hashes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sketch sketch && Arrays.equals(hashes, sketch.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  /** Letters and digits in upper case; 0 for what parts words. */
  private static int fold(char c) {
    return c < FOLDED.length ? FOLDED[c] : c;
  }

  private static char[] folded() {
    char[] folds = new char[0x100];
    for (char c = 0; c < folds.length; c++) {
      boolean small = c >= 'a' && c <= 'z';
      boolean kept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0xC0;
      folds[c] = small ? (char) (c - 32) : kept ? c : 0;
    }
    return folds;
  }

  private static int mix(int h) {
    int x = h ^ (h >>> 16);
    x *= 0x85EBCA6B;
    x ^= x >>> 13;
    x *= 0xC2B2AE35;
    return x ^ (x >>> 16);
  }

  /** Keeps the smallest hashes in ascending order, each once. */
  private static int offer(int[] smallest, int size, int hash) {
    if (size == SIZE && hash >= smallest[SIZE - 1]) {
      return size;
    }
    int at = Arrays.binarySearch(smallest, 0, size, hash);
    if (at >= 0) {
      return size;
    }
    int insert = -at - 1;
    int last = Math.min(size, SIZE - 1);
    System.arraycopy(smallest, insert, smallest, insert + 1, last - insert);
    smallest[insert] = hash;
    return last + 1;
  }
}
