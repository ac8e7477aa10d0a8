package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON that is not one object a line into records, in constant memory: the values of the file
 * one after the other, of an array its elements. An object that is longer than a record may be and
 * is wrapped around an array is cut into the elements of that. Only brackets and quotation marks
 * are looked at, so a damaged element spoils no other as long as these are right. Not thread-safe.
 */
final class JsonValues extends ScannedRecords {
  /** The length of the mark of UTF-8, in bytes. */
  private static final int BYTE_ORDER_MARK = 3;

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
    super(in, longest, size);
  }

  /** Whether {@code to} lies in an array that began behind {@code from}. */
  static boolean endsInArray(byte[] bytes, int from, int to) {
    JsonValues values = new JsonValues(InputStream.nullInputStream(), to, 0);
    for (int i = from; i < to; i++) {
      values.count(bytes[i]);
    }
    return values.outermost >= 0;
  }

  @Override
  public Optional<Segment> next() throws IOException {
    while (true) {
      begin();
      if (!more()) {
        return end();
      }
      byte b = peek();
      if (isSpace(b) || b == ',' || (b < 0 && offset() < BYTE_ORDER_MARK)) {
        pass();
      } else if (b == ']' && outside > 0) {
        pass();
        leaveArray();
      } else if (b == '[' && outside == 0) {
        enterArray(offset(), 1);
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
    requireEnd();
    if (outside == 0) {
      return Optional.empty();
    }
    outside = 0;
    return Optional.of(new Segment(new byte[] {'['}, array, true));
  }

  private void enterArray(long bracket, int brackets) {
    array = bracket;
    outside = brackets;
    back(bracket);
    pass();
  }

  /** Behind an array in a wrapper the rest of the wrapper is read over. */
  private void leaveArray() {
    countFrom(outside - 1);
    outside = 0;
    while (open > 0 && more()) {
      count(peek());
      pass();
      begin();
    }
  }

  private void countFrom(int brackets) {
    open = brackets;
    inString = false;
    escaped = false;
    outermost = -1;
  }

  /** The value that begins here; null where its elements are the records instead. */
  private @Nullable Segment value() throws IOException {
    countFrom(0);
    boolean first = true;
    while (more()) {
      byte b = peek();
      if (open == 0 && !inString && !first && (isSpace(b) || b == ',' || b == ']')) {
        break;
      }
      first = false;
      count(b);
      pass();
      if (open == 0 && !inString && (b == '}' || b == ']')) {
        break;
      }
      if (isTooLong()) {
        if (outside == 0 && outermost >= 0) {
          enterArray(outermost, aroundOutermost + 1);
          return null;
        }
        cut();
      }
    }
    if (open > 0 || inString) {
      // Cut off; so the array around it is as well.
      outside = 0;
      requireEnd();
    }
    return record();
  }

  /** Keeps count of brackets, but of those in strings. */
  private void count(byte b) {
    if (escaped) {
      escaped = false;
    } else if (inString) {
      escaped = b == '\\';
      inString = b != '"';
    } else if (b == '"') {
      inString = true;
    } else if (b == '{' || b == '[') {
      if (b == '[' && outermost < 0) {
        outermost = offset();
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
}
