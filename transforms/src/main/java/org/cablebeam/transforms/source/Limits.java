package org.cablebeam.transforms.source;

import java.io.Serializable;

/**
 * What one input may cost. What goes beyond is a reject with a reason, never an error.
 *
 * @param maxMessageBytes the longest message, in bytes of its container
 * @param maxEntryBytes the longest entry of an archive, in bytes unpacked
 * @param maxExpansion how many times its packed size an archive may unpack to; nothing is refused
 *     before {@code maxMessageBytes} bytes were unpacked, which harm nobody
 * @param maxEntries the entries of one archive
 * @param maxDepth how deep archives may be nested: 1 is an archive of files, 2 an archive of
 *     archives. A packed tar counts once
 */
public record Limits(
    long maxMessageBytes, long maxEntryBytes, double maxExpansion, int maxEntries, int maxDepth)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Messages are held in memory as one array. */
  public static final long MOST_MESSAGE_BYTES = 1L << 30;

  public Limits {
    if (maxMessageBytes < 1 || maxMessageBytes > MOST_MESSAGE_BYTES) {
      throw new IllegalArgumentException(
          "A message may have 1 to " + MOST_MESSAGE_BYTES + " bytes, not " + maxMessageBytes);
    }
    if (maxEntryBytes < 1 || !(maxExpansion >= 1) || maxEntries < 1 || maxDepth < 0) {
      throw new IllegalArgumentException("Limits are positive numbers");
    }
  }

  /**
   * 16 MiB. The largest cables have some hundred kilobytes; hundreds of them in one text without
   * any mark between them are still read.
   */
  public static final long MESSAGE_BYTES = 16L << 20;

  /** 16 GiB; the dump table has 1.7 GB. */
  public static final long ENTRY_BYTES = 16L << 30;

  /** 1,000 times; web pages that repeat the same frame pack to less than a hundredth. */
  public static final double EXPANSION = 1000;

  /** 10 million; the archive export has 2 million files. */
  public static final int ENTRIES = 10_000_000;

  /** Archives in archives. */
  public static final int DEPTH = 2;

  /** The limits that hold where nothing else is asked for. */
  public static Limits standard() {
    return new Limits(MESSAGE_BYTES, ENTRY_BYTES, EXPANSION, ENTRIES, DEPTH);
  }

  public Limits withMaxMessageBytes(long bytes) {
    return new Limits(bytes, maxEntryBytes, maxExpansion, maxEntries, maxDepth);
  }

  public Limits withMaxExpansion(double times) {
    return new Limits(maxMessageBytes, maxEntryBytes, times, maxEntries, maxDepth);
  }

  public Limits withMaxEntries(int entries) {
    return new Limits(maxMessageBytes, maxEntryBytes, maxExpansion, entries, maxDepth);
  }
}
