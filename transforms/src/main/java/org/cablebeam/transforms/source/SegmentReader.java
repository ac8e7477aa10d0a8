package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream where records {@linkplain Form#startsAt begin}, in constant memory: one record and
 * a buffer. Not thread-safe.
 */
final class SegmentReader implements Records {
  private static final int READ = 64 * 1024;

  private final InputStream in;
  private final Form form;
  private final long longest;

  /** Records that begin at this offset of the file or behind it are of another range. */
  private final long stop;

  private byte[] buffer;

  /** The offset of {@code buffer[0]} in the file. */
  private long base;

  private int filled;
  private boolean ended;
  private @Nullable IOException failure;

  /** The first byte of the record that comes next; -1 behind the last. */
  private int next;

  /**
   * @param in positioned at {@code base}
   * @param base where in the file the stream begins: 0, or at least {@link Form#SIGHT} + 1 before
   *     {@code first}
   * @param first the first byte at which a record may begin
   * @param stop the byte at which no record may begin any more
   * @param size how long the stream is, as far as known; a small file is read at once
   */
  SegmentReader(
      InputStream in, Form form, long longest, long base, long first, long stop, long size)
      throws IOException {
    // One byte more than the file, so that its end is met in the first round.
    this.buffer = new byte[size < 0 || size >= READ * 2 ? READ * 2 : (int) size + 1];
    this.in = in;
    this.form = form;
    this.longest = Math.min(longest, Integer.MAX_VALUE / 4);
    this.stop = stop;
    this.base = base;
    if (first == 0) {
      fill();
      if (filled == 0 && failure != null) {
        throw failure;
      }
      next = filled > 0 && stop > 0 ? 0 : -1;
    } else {
      next = search(first);
    }
  }

  @Override
  public Optional<Segment> next() throws IOException {
    if (next < 0 || base + next >= stop) {
      return Optional.empty();
    }
    forget(next);
    int start = next;
    long offset = base + start;
    int searched = start + 1;
    byte[] cut = null;
    while (true) {
      int end = findStart(searched);
      if (end >= 0) {
        next = end;
        return Optional.of(segment(cut, start, end, offset));
      }
      // Everything up to here is known to begin no record.
      searched = Math.max(searched, ended ? filled : filled - Form.SIGHT);
      if (ended) {
        if (failure != null) {
          throw failure;
        }
        next = -1;
        return Optional.of(segment(cut, start, filled, offset));
      }
      if (cut == null && filled - start - Form.SIGHT > longest) {
        cut = Arrays.copyOfRange(buffer, start, start + (int) longest);
      }
      if (cut != null) {
        // The rest of a record that is too long is read over, not kept.
        forget(searched);
        searched = next;
        start = next;
      }
      fill();
    }
  }

  private Segment segment(byte @Nullable [] cut, int start, int end, long offset) {
    if (cut != null) {
      return new Segment(cut, offset, false);
    }
    boolean whole = end - start <= longest;
    int length = whole ? end - start : (int) longest;
    return new Segment(Arrays.copyOfRange(buffer, start, start + length), offset, whole);
  }

  @Override
  public byte[] rest() {
    int start = Math.max(next, 0);
    int length = (int) Math.min(filled - start, longest);
    return Arrays.copyOfRange(buffer, start, start + length);
  }

  @Override
  public long restOffset() {
    return base + Math.max(next, 0);
  }

  /** The first record that begins at {@code offset} or behind it; -1 if there is none. */
  private int search(long offset) throws IOException {
    next = 0;
    int searched = (int) (offset - base);
    while (!ended && filled < searched + Form.SIGHT) {
      fill();
    }
    while (true) {
      int found = findStart(searched);
      if (found >= 0) {
        return found;
      }
      if (base + searched >= stop) {
        return -1;
      }
      if (ended) {
        if (failure != null) {
          throw failure;
        }
        return -1;
      }
      searched = Math.max(searched, filled - Form.SIGHT);
      forget(searched);
      searched = next;
      fill();
    }
  }

  /** A record's first byte at {@code from} or behind it, as far as may be told by now; or -1. */
  private int findStart(int from) {
    int to = ended ? filled : filled - Form.SIGHT;
    for (int i = Math.max(from, 1); i < to; i++) {
      if (buffer[i - 1] == '\n' && startsAt(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean startsAt(int at) {
    int from = Math.max(0, at - Form.SIGHT);
    return form.startsAt(buffer, from, at, Math.min(filled, at + Form.SIGHT));
  }

  /** Drops what stands more than the sight of a form before {@code place}, which becomes next. */
  private void forget(int place) {
    int drop = place - Form.SIGHT - 1;
    if (drop <= 0) {
      next = place;
      return;
    }
    // Moving the rest costs its length, so it is done only when as much is dropped.
    if (drop < filled - drop && drop < READ) {
      next = place;
      return;
    }
    System.arraycopy(buffer, drop, buffer, 0, filled - drop);
    filled -= drop;
    base += drop;
    next = place - drop;
  }

  /** Reads until the buffer is full or the stream has ended or failed; a full buffer grows. */
  private void fill() {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(READ, buffer.length * 2));
    }
    while (!ended && filled < buffer.length) {
      try {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
          ended = true;
        } else {
          filled += read;
        }
      } catch (IOException e) {
        failure = e;
        ended = true;
      }
    }
  }
}
