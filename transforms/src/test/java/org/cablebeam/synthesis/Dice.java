package org.cablebeam.synthesis;

import java.util.List;

/**
 * Random choices that follow from a seed alone, the same on every machine and Java: SplitMix64. Not
 * thread-safe.
 */
final class Dice {
  private long state;

  Dice(long seed, long stream) {
    state = mix(seed ^ mix(stream + 0x9E3779B97F4A7C15L));
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** From 0 (inclusive) to the bound (exclusive). */
  int below(int bound) {
    return (int) Math.floorMod(next() >>> 1, (long) bound);
  }

  /** From one to the other, both inclusive. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[below(choices.length)];
  }

  /**
   * Normally distributed, mean 0, deviation 1 (a sum of twelve, so the tails end at 6). Strict
   * arithmetic only, so that it is the same everywhere.
   */
  double gaussian() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum - 6;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
