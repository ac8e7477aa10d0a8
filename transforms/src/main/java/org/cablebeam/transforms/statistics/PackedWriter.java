package org.cablebeam.transforms.statistics;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Packs numbers and strings into bytes; a string that stood before is a number only. Not
 * thread-safe.
 */
final class PackedWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private final Map<String, Integer> seen = new HashMap<>();

  void number(long number) {
    try {
      Encoding.writeLong(out, number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A string that is likely to occur again. */
  void known(String text) {
    Integer before = seen.putIfAbsent(text, seen.size() + 1);
    number(before == null ? 0 : before);
    if (before == null) {
      text(text);
    }
  }

  void text(String text) {
    try {
      Encoding.writeString(out, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void counts(Counts counts) {
    number(counts.size());
    counts.forEach(
        (key, count) -> {
          known(key);
          number(count);
        });
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
