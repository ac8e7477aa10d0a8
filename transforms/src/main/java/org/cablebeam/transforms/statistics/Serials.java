package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.cablebeam.schemas.SerialGap;
import org.cablebeam.schemas.SerialYear;
import org.jspecify.annotations.Nullable;

/**
 * The serials of one post and year that were seen, each with the day it was sent: eight bytes a
 * serial. Not thread-safe.
 */
final class Serials {
  /** Higher numbers are damage: no post ever sent that many messages in a year. */
  static final long HIGHEST = 10_000_000;

  /** The longest gaps that are told of. */
  private static final int GAPS = 100;

  /** Of the interval of the estimate. */
  private static final double CONFIDENCE = 0.95;

  /** So much later a message may go out than one that was numbered behind it. */
  private static final int DAYS_OF_DELAY = 3;

  /** A number is misread if so many lower ones were sent later, and one in so many of them. */
  private static final int LEAST_LATER = 2;

  private static final int ONE_IN = 50;

  /** If more numbers seem misread than this and one in so many, the dates are what is wrong. */
  private static final int MOST_OUTLIERS = 100;

  private static final int OUTLIERS_ONE_IN = 20;

  private static final Instant FIRST_DAY = Instant.parse("1900-01-01T00:00:00Z");

  /** Serials in the high half, in the low half the day, from 1 on; 0 where it is not known. */
  private long[] seen = {};

  private int size;
  private boolean sorted = true;

  /** Whether the serial could be one; others are not kept. */
  static boolean covers(long serial) {
    return serial >= 1 && serial <= HIGHEST;
  }

  /** Adds the serial of a cable; of several cables the day of the latest counts. */
  void add(long serial, @Nullable Instant sent) {
    if (!covers(serial)) {
      throw new IllegalArgumentException("Not a serial: " + serial);
    }
    long day = sent == null ? 0 : Math.max(1, 1 + Duration.between(FIRST_DAY, sent).toDays());
    add(serial << 32 | day);
  }

  private void add(long serialAndDay) {
    if (size == seen.length) {
      sort();
      if (size >= seen.length / 2) {
        seen = Arrays.copyOf(seen, Math.max(4, seen.length * 2));
      }
    }
    seen[size++] = serialAndDay;
    sorted = false;
  }

  void merge(Serials other) {
    for (int i = 0; i < other.size; i++) {
      add(other.seen[i]);
    }
  }

  /** Sorts, and leaves one entry a serial. */
  private void sort() {
    if (sorted) {
      return;
    }
    Arrays.sort(seen, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept > 0 && serial(kept - 1) == serial(i)) {
        kept--;
      }
      seen[kept++] = seen[i];
    }
    size = kept;
    sorted = true;
  }

  private long serial(int at) {
    return seen[at] >>> 32;
  }

  private int day(int at) {
    return (int) seen[at];
  }

  /**
   * What the serials say of the year. If k distinct serials of 1 to N were seen, each set of k as
   * likely as any other, and m is the highest, then m(1 + 1/k) - 1 is the least-variance unbiased
   * estimate of N, and N lies between m and m * 0.05^(-1/k) with 95 % confidence (the German tank
   * problem).
   */
  SerialYear toYear(int year) {
    sort();
    int count = size - outliers();
    List<Long> outliers = new ArrayList<>();
    for (int i = count; i < size; i++) {
      outliers.add(serial(i));
    }
    long last = serial(count - 1);
    Gaps gaps = gaps(count);
    double estimate = last * (1 + 1.0 / count) - 1;
    // The highest of k serials drawn from 1 to N lies below x * N with probability x^k.
    double high = last * Math.pow(1 - CONFIDENCE, -1.0 / count);
    return new SerialYear(
        year,
        (long) count,
        serial(0),
        last,
        last - count,
        gaps.longest(),
        estimate,
        gaps.all(),
        (double) last,
        high,
        count / estimate,
        outliers);
  }

  /**
   * How many of the highest serials were misread, or are of misdated cables: numbers go up with the
   * days, so a cable that went out days before many with lower numbers does not have the number it
   * seems to have. A single such number would make the estimate meaningless.
   */
  private int outliers() {
    int most = Math.min(MOST_OUTLIERS, 1 + size / OUTLIERS_ONE_IN);
    int outliers = 0;
    while (isOutlier(size - 1 - outliers)) {
      outliers++;
      if (outliers > most) {
        return 0;
      }
    }
    return outliers;
  }

  private boolean isOutlier(int at) {
    if (day(at) == 0) {
      return false;
    }
    int later = 0;
    for (int i = 0; i < at; i++) {
      later += day(i) > day(at) + DAYS_OF_DELAY ? 1 : 0;
    }
    return later >= Math.max(LEAST_LATER, at / ONE_IN);
  }

  private record Gaps(List<SerialGap> longest, long all) {}

  /** The runs of numbers that are missing among the first so many serials. */
  private Gaps gaps(int count) {
    // Of two equally long gaps the later is given up first.
    Comparator<SerialGap> byWorth =
        Comparator.comparingLong(Serials::length)
            .thenComparing(Comparator.comparingLong(SerialGap::getFirst).reversed());
    PriorityQueue<SerialGap> worthiest = new PriorityQueue<>(byWorth);
    long all = 0;
    long last = 0;
    for (int i = 0; i < count; i++) {
      long serial = serial(i);
      if (serial > last + 1) {
        all++;
        worthiest.add(new SerialGap(last + 1, serial - 1));
        if (worthiest.size() > GAPS) {
          worthiest.remove();
        }
      }
      last = serial;
    }
    List<SerialGap> longest = new ArrayList<>(worthiest);
    longest.sort(Comparator.comparingLong(SerialGap::getFirst));
    return new Gaps(longest, all);
  }

  private static long length(SerialGap gap) {
    return gap.getLast() - gap.getFirst() + 1;
  }

  void write(DataOutput out) throws IOException {
    sort();
    Encoding.writeLong(out, size);
    long last = 0;
    for (int i = 0; i < size; i++) {
      Encoding.writeLong(out, serial(i) - last);
      Encoding.writeLong(out, day(i));
      last = serial(i);
    }
  }

  static Serials read(DataInput in) throws IOException {
    Serials serials = new Serials();
    long size = Encoding.readLong(in);
    long serial = 0;
    for (long i = 0; i < size; i++) {
      serial += Encoding.readLong(in);
      serials.add(serial << 32 | Encoding.readLong(in));
    }
    return serials;
  }
}
