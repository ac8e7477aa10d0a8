package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import org.cablebeam.schemas.Container;

/**
 * One form in which cables circulate: where its records begin, and what one of them says.
 *
 * <p>Whether a record begins at a place is decided by the bytes around that place alone, never by
 * what came before. So a file may be read from anywhere, and the records found do not depend on how
 * it was divided. Implementations are immutable and thread-safe.
 */
interface Form {
  /** What a form may look at on both sides of a place, in bytes. */
  int SIGHT = 4096;

  Container container();

  /** Whether a file may be read by ranges; if not, {@link #startsAt} is never true. */
  default boolean splittable() {
    return false;
  }

  /**
   * Whether a record begins at {@code at}, which is the first byte of a line. The first byte of a
   * file always begins one.
   *
   * @param from the first byte that may be looked at; at least {@link #SIGHT} before {@code at}, or
   *     the beginning of the file
   * @param to behind the last byte that may be looked at; at least {@link #SIGHT} behind {@code
   *     at}, or the end of the file
   */
  default boolean startsAt(byte[] bytes, int from, int at, int to) {
    return false;
  }

  /** The longest record, in bytes, where messages may have {@code maxMessageBytes}. */
  default long longestRecord(long maxMessageBytes) {
    return maxMessageBytes;
  }

  /**
   * Cuts a whole file into records.
   *
   * @param longest the longest record, in bytes
   * @param size how long the stream is; -1 if unknown
   */
  default Records records(InputStream in, long longest, long size) throws IOException {
    return new SegmentReader(in, this, longest, 0, 0, Long.MAX_VALUE, size);
  }

  /** Takes the messages out of a record. */
  void read(Segment record, Intake intake);
}
