package org.cablebeam.transforms.statistics;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link PackedWriter} packed, in the same order. Not thread-safe. */
final class PackedReader {
  private final DataInputStream in;
  private final Pool pool;
  private final List<String> seen = new ArrayList<>();

  PackedReader(byte[] packed, Pool pool) {
    this.in = new DataInputStream(new ByteArrayInputStream(packed));
    this.pool = pool;
  }

  boolean hasMore() throws IOException {
    return in.available() > 0;
  }

  long number() throws IOException {
    return Encoding.readLong(in);
  }

  String known() throws IOException {
    int number = Math.toIntExact(number());
    if (number == 0) {
      seen.add(pool.of(text()));
      number = seen.size();
    }
    return seen.get(number - 1);
  }

  String text() throws IOException {
    return Encoding.readString(in);
  }

  void addTo(Counts counts) throws IOException {
    long size = number();
    for (long i = 0; i < size; i++) {
      counts.add(known(), number());
    }
  }
}
