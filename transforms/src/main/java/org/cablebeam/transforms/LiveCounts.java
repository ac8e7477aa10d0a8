package org.cablebeam.transforms;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the workers of this process have read since it began, for people who watch. Beam's counters
 * tell the same of all workers, but only when a whole split is done. Thread-safe.
 *
 * @param inputs files and archive entries read to their end
 * @param messages messages read
 * @param characters their length, UTF-16 units
 * @param rejects those of which no cable could be made
 */
public record LiveCounts(long inputs, long messages, long characters, long rejects) {
  private static final LongAdder INPUTS = new LongAdder();
  private static final LongAdder MESSAGES = new LongAdder();
  private static final LongAdder CHARACTERS = new LongAdder();
  private static final LongAdder REJECTS = new LongAdder();

  /** What was read up to now. */
  public static LiveCounts now() {
    return new LiveCounts(INPUTS.sum(), MESSAGES.sum(), CHARACTERS.sum(), REJECTS.sum());
  }

  /** What was read since {@code earlier}. */
  public LiveCounts since(LiveCounts earlier) {
    return new LiveCounts(
        inputs - earlier.inputs,
        messages - earlier.messages,
        characters - earlier.characters,
        rejects - earlier.rejects);
  }

  static void input() {
    INPUTS.increment();
  }

  static void message(long characters) {
    MESSAGES.increment();
    CHARACTERS.add(characters);
  }

  static void reject() {
    REJECTS.increment();
  }
}
