package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.cablebeam.schemas.Count;

/**
 * The names mentioned in most cables, out of whole counts: each name comes once, with all its
 * cables, so that the first of several lists are among the first of each. Exact, and small however
 * many names there are. Not thread-safe.
 */
final class TopNames {
  /** Names that are told of. */
  static final int NAMES = 25;

  /** What one cable mentions is no frequent name. */
  static final long LEAST_CABLES = 2;

  private Counts counts = new Counts();

  /** Adds a name with the number of all cables that mention it. */
  void add(String name, long cables) {
    if (cables >= LEAST_CABLES) {
      counts.add(name, cables);
      if (counts.size() >= NAMES * 4) {
        trim();
      }
    }
  }

  void merge(TopNames other) {
    for (Count count : other.counts.byKey()) {
      add(count.getKey(), count.getCount());
    }
  }

  private void trim() {
    Counts first = new Counts();
    for (Count count : first()) {
      first.add(count.getKey(), count.getCount());
    }
    counts = first;
  }

  /** Most cables first, then by name. */
  List<Count> first() {
    List<Count> sorted = counts.byCount();
    return sorted.subList(0, Math.min(NAMES, sorted.size()));
  }

  void write(DataOutput out) throws IOException {
    trim();
    counts.write(out);
  }

  static TopNames read(DataInput in, Pool pool) throws IOException {
    TopNames names = new TopNames();
    names.counts = Counts.read(in, pool);
    return names;
  }
}
