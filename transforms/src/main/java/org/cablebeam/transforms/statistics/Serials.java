package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.cablebeam.schemas.SerialGap;
import org.cablebeam.schemas.SerialYear;

/**
 * The serials of one post and year that were seen: a bitmap in pieces, so that one stray high
 * number costs no more than another. Not thread-safe.
 */
final class Serials {
  /**
   * Higher numbers are damage: no post ever sent that many messages in a year, and a single one
   * would make the estimate meaningless.
   */
  static final long HIGHEST = 10_000_000;

  /** The longest gaps that are told of. */
  private static final int GAPS = 100;

  /** Of the interval of the estimate. */
  private static final double CONFIDENCE = 0.95;

  /** Serials a piece. */
  private static final int PIECE = 1024;

  private final TreeMap<Integer, BitSet> pieces = new TreeMap<>();

  /** Whether the serial could be one; others are not kept. */
  static boolean covers(long serial) {
    return serial >= 1 && serial <= HIGHEST;
  }

  void add(long serial) {
    if (!covers(serial)) {
      throw new IllegalArgumentException("Not a serial: " + serial);
    }
    int number = (int) serial;
    pieces.computeIfAbsent(number / PIECE, piece -> new BitSet()).set(number % PIECE);
  }

  void merge(Serials other) {
    other.pieces.forEach(
        (piece, bits) -> pieces.computeIfAbsent(piece, absent -> new BitSet()).or(bits));
  }

  /**
   * What the serials say of the year. If k distinct serials of 1 to N were seen, each set of k as
   * likely as any other, and m is the highest, then m(1 + 1/k) - 1 is the least-variance unbiased
   * estimate of N, and N lies between m and m * 0.05^(-1/k) with 95 % confidence (the German tank
   * problem).
   */
  SerialYear toYear(int year) {
    long seen = 0;
    long first = 0;
    long last = 0;
    long runs = 0;
    // Of two equally long gaps the later is given up first.
    Comparator<SerialGap> byWorth =
        Comparator.comparingLong(Serials::length)
            .thenComparing(Comparator.comparingLong(SerialGap::getFirst).reversed());
    PriorityQueue<SerialGap> gaps = new PriorityQueue<>(byWorth);
    for (Map.Entry<Integer, BitSet> piece : pieces.entrySet()) {
      BitSet bits = piece.getValue();
      for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
        long serial = (long) piece.getKey() * PIECE + bit;
        if (serial > last + 1) {
          runs++;
          gaps.add(new SerialGap(last + 1, serial - 1));
          if (gaps.size() > GAPS) {
            gaps.remove();
          }
        }
        first = first == 0 ? serial : first;
        last = serial;
        seen++;
      }
    }
    List<SerialGap> longest = new ArrayList<>(gaps);
    longest.sort(Comparator.comparingLong(SerialGap::getFirst));
    double estimate = last * (1 + 1.0 / seen) - 1;
    // The highest of k serials drawn from 1 to N lies below x * N with probability x^k.
    double high = last * Math.pow(1 - CONFIDENCE, -1.0 / seen);
    return new SerialYear(
        year,
        seen,
        first,
        last,
        last - seen,
        longest,
        estimate,
        runs,
        (double) last,
        high,
        seen / estimate);
  }

  private static long length(SerialGap gap) {
    return gap.getLast() - gap.getFirst() + 1;
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeLong(out, pieces.size());
    for (Map.Entry<Integer, BitSet> piece : pieces.entrySet()) {
      Encoding.writeLong(out, piece.getKey());
      long[] words = piece.getValue().toLongArray();
      Encoding.writeLong(out, words.length);
      for (long word : words) {
        out.writeLong(word);
      }
    }
  }

  static Serials read(DataInput in) throws IOException {
    Serials serials = new Serials();
    long count = Encoding.readLong(in);
    for (long i = 0; i < count; i++) {
      int piece = Math.toIntExact(Encoding.readLong(in));
      long[] words = new long[Math.toIntExact(Encoding.readLong(in))];
      for (int word = 0; word < words.length; word++) {
        words[word] = in.readLong();
      }
      serials.pieces.put(piece, BitSet.valueOf(words));
    }
    return serials;
  }
}
