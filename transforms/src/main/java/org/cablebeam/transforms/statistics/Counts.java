package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ObjLongConsumer;
import org.cablebeam.schemas.Count;

/**
 * How often each of some keys occurred: two parallel arrays, open addressing, nothing a key but its
 * string and a long. Whatever the order of additions, all that is read out is sorted. Not
 * thread-safe.
 */
final class Counts {
  private static final Comparator<Count> BY_COUNT =
      Comparator.comparingLong(Count::getCount).reversed().thenComparing(Count::getKey);

  /** Keys come from hostile texts; with a seed of this JVM nobody can make them collide. */
  private static final int SEED = ThreadLocalRandom.current().nextInt();

  private String[] keys = {};

  /** Zero where the slot is free. */
  private long[] counts = {};

  private int size;

  void add(String key) {
    add(key, 1);
  }

  void add(String key, long count) {
    if (count < 1) {
      throw new IllegalArgumentException("Not a count: " + count);
    }
    if ((size + 1) * 4L > keys.length * 3L) {
      grow();
    }
    int slot = slot(key);
    if (counts[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    counts[slot] += count;
  }

  void merge(Counts other) {
    for (int i = 0; i < other.keys.length; i++) {
      if (other.counts[i] > 0) {
        add(other.keys[i], other.counts[i]);
      }
    }
  }

  int size() {
    return size;
  }

  long of(String key) {
    return keys.length == 0 ? 0 : counts[slot(key)];
  }

  /** Hands over each key with its count, in no order. */
  void forEach(ObjLongConsumer<String> taker) {
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] > 0) {
        taker.accept(keys[i], counts[i]);
      }
    }
  }

  /** Highest count first, then by key. */
  List<Count> byCount() {
    List<Count> all = all();
    all.sort(BY_COUNT);
    return all;
  }

  /** By key. */
  List<Count> byKey() {
    List<Count> all = all();
    all.sort(Comparator.comparing(Count::getKey));
    return all;
  }

  /** The key that occurred most often; of equals the first in the order of strings. */
  Optional<String> top() {
    return all().stream().min(BY_COUNT).map(Count::getKey);
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeLong(out, size);
    for (Count count : byKey()) {
      Encoding.writeString(out, count.getKey());
      Encoding.writeLong(out, count.getCount());
    }
  }

  static Counts read(DataInput in, Pool pool) throws IOException {
    Counts counts = new Counts();
    long size = Encoding.readLong(in);
    for (long i = 0; i < size; i++) {
      counts.add(pool.of(Encoding.readString(in)), Encoding.readLong(in));
    }
    return counts;
  }

  private List<Count> all() {
    List<Count> all = new ArrayList<>(size);
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] > 0) {
        all.add(new Count(keys[i], counts[i]));
      }
    }
    return all;
  }

  private int slot(String key) {
    int hash = SEED;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x01000193;
      hash ^= hash >>> 15;
    }
    int mask = keys.length - 1;
    int slot = hash & mask;
    while (counts[slot] > 0 && !keys[slot].equals(key)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    String[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new String[Math.max(4, oldKeys.length * 2)];
    Arrays.fill(keys, "");
    counts = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
