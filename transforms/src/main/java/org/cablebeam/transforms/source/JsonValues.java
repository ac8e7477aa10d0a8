package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON that is not one object a line into records, in constant memory: the values of the file
 * one after the other, of an array its elements. An object that is longer than a record may be and
 * is wrapped around an array is cut into the elements of that. Only brackets and quotation marks
 * are looked at, so a damaged element spoils no other as long as these are right. Not thread-safe.
 */
final class JsonValues implements Records {
  private static final int READ = 128 * 1024;

  /** The length of the mark of UTF-8, in bytes. */
  private static final int BYTE_ORDER_MARK = 3;

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

  /** The first byte of the value that {@code at} is in, in {@code buffer}. */
  private int start;

  /** How many brackets are open around the records: 0 in no array, 1 in one, more in a wrapper. */
  private int outside;

  /** The offset of the bracket that opened the array of which the elements are records. */
  private long array;

  /** How many brackets of the value at hand are open. */
  private int open;

  private boolean inString;
  private boolean escaped;

  /** The offset of the outermost array in the value at hand, and the brackets around it. */
  private long outermost = -1;

  private int aroundOutermost;

  /**
   * @param size how long the stream is, as far as known; a small file is read at once
   */
  JsonValues(InputStream in, long longest, long size) {
    this.in = in;
    this.longest = Math.min(longest, Integer.MAX_VALUE / 4);
    this.buffer = new byte[size < 0 || size >= READ ? READ : (int) size + 1];
  }

  /** Whether {@code to} lies in an array that began behind {@code from}. */
  static boolean endsInArray(byte[] bytes, int from, int to) {
    JsonValues values = new JsonValues(InputStream.nullInputStream(), to, 0);
    for (int i = from; i < to; i++) {
      values.step(bytes[i]);
    }
    return values.outermost >= 0;
  }

  @Override
  public Optional<Segment> next() throws IOException {
    while (true) {
      start = at;
      if (at == filled && !fill()) {
        return end();
      }
      byte b = buffer[at];
      if (isSpace(b) || b == ',' || (b < 0 && base + at < BYTE_ORDER_MARK)) {
        at++;
      } else if (b == ']' && outside > 0) {
        at++;
        leaveArray();
      } else if (b == '[' && outside == 0) {
        enterArray(base + at, 1);
      } else {
        Segment value = value();
        if (value != null) {
          return Optional.of(value);
        }
      }
    }
  }

  /** At the end of the stream an array that is still open is a record: of its bracket. */
  private Optional<Segment> end() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (outside == 0) {
      return Optional.empty();
    }
    outside = 0;
    return Optional.of(new Segment(new byte[] {'['}, array, true));
  }

  private void enterArray(long bracket, int brackets) {
    array = bracket;
    outside = brackets;
    at = (int) (bracket - base) + 1;
  }

  /** Behind an array in a wrapper the rest of the wrapper is read over. */
  private void leaveArray() {
    begin(outside - 1);
    outside = 0;
    while (open > 0) {
      start = at;
      if (at == filled && !fill()) {
        return;
      }
      step(buffer[at]);
      at++;
    }
  }

  private void begin(int brackets) {
    open = brackets;
    inString = false;
    escaped = false;
    outermost = -1;
  }

  /** The value that begins here; null where its elements are the records instead. */
  private @Nullable Segment value() throws IOException {
    begin(0);
    long offset = base + start;
    byte[] cut = null;
    while (at < filled || fill()) {
      byte b = buffer[at];
      boolean first = base + at == offset;
      if (open == 0 && !inString && !first && (isSpace(b) || b == ',' || b == ']')) {
        break;
      }
      step(b);
      at++;
      if (open == 0 && !inString && (b == '}' || b == ']')) {
        break;
      }
      if (cut != null) {
        // The rest of a record that is too long is read over, not kept.
        start = at;
      } else if (at - start > longest) {
        if (outside == 0 && outermost >= 0) {
          enterArray(outermost, aroundOutermost + 1);
          return null;
        }
        cut = Arrays.copyOfRange(buffer, start, start + (int) longest);
      }
    }
    if (open > 0 || inString) {
      // Cut off; so the array around it is as well.
      outside = 0;
      if (failure != null && cut == null) {
        throw failure;
      }
    }
    return cut != null
        ? new Segment(cut, offset, false)
        : new Segment(Arrays.copyOfRange(buffer, start, at), offset, true);
  }

  /** Keeps count of brackets, but of those in strings. */
  private void step(byte b) {
    if (escaped) {
      escaped = false;
    } else if (inString) {
      escaped = b == '\\';
      inString = b != '"';
    } else if (b == '"') {
      inString = true;
    } else if (b == '{' || b == '[') {
      if (b == '[' && outermost < 0) {
        outermost = base + at;
        aroundOutermost = open;
      }
      open++;
    } else if ((b == '}' || b == ']') && open > 0) {
      open--;
      if (b == ']' && open == aroundOutermost) {
        outermost = -1;
      }
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  @Override
  public byte[] rest() {
    return Arrays.copyOfRange(buffer, start, (int) Math.min(filled, start + longest));
  }

  @Override
  public long restOffset() {
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
