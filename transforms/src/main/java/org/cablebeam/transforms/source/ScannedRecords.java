package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records that are found by reading a file byte by byte from its beginning, in constant memory: one
 * record and a buffer. Not thread-safe.
 */
abstract class ScannedRecords implements Records {
  private static final int READ = 128 * 1024;

  private final InputStream in;
  private final long longest;

  private byte[] buffer;

  /** The offset of {@code buffer[0]} in the file. */
  private long base;

  private int filled;
  private boolean ended;
  private @Nullable IOException failure;

  /** What is looked at next, in {@code buffer}. */
  private int at;

  /** The first byte that is kept, in {@code buffer}. */
  private int start;

  private long recordOffset;

  /** The beginning of a record that is too long. */
  private byte @Nullable [] cut;

  /**
   * @param longest the longest record, in bytes
   * @param size how long the stream is, as far as known; a small file is read at once
   */
  ScannedRecords(InputStream in, long longest, long size) {
    this.in = in;
    this.longest = Math.min(longest, Integer.MAX_VALUE / 4);
    this.buffer = new byte[size < 0 || size >= READ ? READ : (int) size + 1];
  }

  /** Tells where a record ends, byte by byte. */
  interface Ending {
    /** Whether the record ends behind this byte, which was passed. */
    boolean behind(byte b);
  }

  /** The next record, which ends where the stream does if nothing ends it before. */
  final Optional<Segment> next(Ending ending) throws IOException {
    begin();
    boolean any = more();
    while (more()) {
      byte b = peek();
      pass();
      if (isTooLong()) {
        cut();
      }
      if (ending.behind(b)) {
        return Optional.of(record());
      }
    }
    requireEnd();
    return any ? Optional.of(record()) : Optional.empty();
  }

  /** The record begins at the next byte; what stands before it is not kept. */
  final void begin() {
    start = at;
    recordOffset = base + at;
    cut = null;
  }

  /** Whether there is a next byte; where the stream failed, there is none. */
  final boolean more() {
    return at < filled || fill();
  }

  /** The next byte, where there is one. */
  final byte peek() {
    return buffer[at];
  }

  /** The offset of the next byte in the file. */
  final long offset() {
    return base + at;
  }

  /** Passes over the next byte. */
  final void pass() {
    at++;
    if (cut != null) {
      start = at;
    }
  }

  /** Whether the record is longer than a record may be. */
  final boolean isTooLong() {
    return cut == null && at - start > longest;
  }

  /** Of the record only the beginning is kept; what follows is passed over. */
  final void cut() {
    cut = Arrays.copyOfRange(buffer, start, start + (int) longest);
    start = at;
  }

  /** Goes back to a byte of the record, which is not cut, and keeps nothing before it. */
  final void back(long to) {
    at = (int) (to - base);
    start = at;
  }

  /** The record, from where it begins to the next byte. */
  final Segment record() {
    return cut != null
        ? new Segment(cut, recordOffset, false)
        : new Segment(Arrays.copyOfRange(buffer, start, at), recordOffset, true);
  }

  /**
   * To be asked where the stream ended within a record.
   *
   * @throws IOException the failure of the stream, unless the record is cut anyway
   */
  final void requireEnd() throws IOException {
    if (failure != null && cut == null) {
      throw failure;
    }
  }

  @Override
  public final byte[] rest() {
    return Arrays.copyOfRange(buffer, start, (int) Math.min(filled, start + longest));
  }

  @Override
  public final long restOffset() {
    return base + start;
  }

  /** Reads some more, and drops what is before {@code start}; false at the end. */
  private boolean fill() {
    if (ended) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      base += start;
      at -= start;
      filled -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      ended = read < 0;
      filled += Math.max(read, 0);
    } catch (IOException e) {
      failure = e;
      ended = true;
    }
    return !ended;
  }
}
