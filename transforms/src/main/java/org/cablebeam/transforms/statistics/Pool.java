package org.cablebeam.transforms.statistics;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One string for all that are equal. A code read from a million cables is kept once. Not
 * thread-safe.
 */
final class Pool {
  private final Map<String, String> strings = new HashMap<>();

  String of(String text) {
    String known = strings.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  @Nullable String ofOptional(@Nullable String text) {
    return text == null ? null : of(text);
  }
}
