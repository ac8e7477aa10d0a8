package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many cables have each value of a whole number of 0 or more: exact, since no more values can
 * occur than there are cables and long texts are few. Open addressing; what is read out does not
 * depend on the order of additions. Not thread-safe.
 */
final class Histogram {
  private int[] values = {};

  /** Zero where the slot is free. */
  private long[] counts = {};

  private int size;

  void add(int value) {
    add(value, 1);
  }

  void add(int value, long count) {
    if ((size + 1) * 4L > values.length * 3L) {
      grow();
    }
    int slot = slot(value);
    if (counts[slot] == 0) {
      values[slot] = value;
      size++;
    }
    counts[slot] += count;
  }

  void merge(Histogram other) {
    for (int i = 0; i < other.values.length; i++) {
      if (other.counts[i] > 0) {
        add(other.values[i], other.counts[i]);
      }
    }
  }

  /** The values that occur, ascending. */
  int[] values() {
    int[] sorted = new int[size];
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      if (counts[i] > 0) {
        sorted[at++] = values[i];
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  long count(int value) {
    return values.length == 0 ? 0 : counts[slot(value)];
  }

  /** How many cables. */
  long cables() {
    return Arrays.stream(counts).sum();
  }

  /** Of all values. */
  long sum() {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
    }
    return sum;
  }

  /** Zero where nothing was counted. */
  double mean() {
    long cables = cables();
    return cables == 0 ? 0 : (double) sum() / cables;
  }

  /**
   * The smallest value that at least so many of a hundred cables do not exceed (the nearest rank);
   * zero where nothing was counted.
   */
  long percentile(int percent) {
    long cables = cables();
    // Rounded up, without fractions.
    long rank = (cables * percent + 99) / 100;
    long seen = 0;
    for (int value : values()) {
      seen += count(value);
      if (seen >= rank) {
        return value;
      }
    }
    return 0;
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeLong(out, size);
    int last = 0;
    for (int value : values()) {
      Encoding.writeLong(out, (long) value - last);
      Encoding.writeLong(out, count(value));
      last = value;
    }
  }

  static Histogram read(DataInput in) throws IOException {
    Histogram histogram = new Histogram();
    long size = Encoding.readLong(in);
    int last = 0;
    for (long i = 0; i < size; i++) {
      last += Math.toIntExact(Encoding.readLong(in));
      histogram.add(last, Encoding.readLong(in));
    }
    return histogram;
  }

  private int slot(int value) {
    int mask = values.length - 1;
    int slot = (value * 0x9E3779B9 >>> 12) & mask;
    while (counts[slot] > 0 && values[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldValues = values;
    long[] oldCounts = counts;
    values = new int[Math.max(4, oldValues.length * 2)];
    counts = new long[values.length];
    for (int i = 0; i < oldValues.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldValues[i]);
        values[slot] = oldValues[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
