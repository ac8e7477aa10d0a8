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

  SerialYear toYear(int year) {
    long seen = 0;
    long first = 0;
    long last = 0;
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
    return new SerialYear(year, seen, first, last, last - seen, longest, estimate);
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
