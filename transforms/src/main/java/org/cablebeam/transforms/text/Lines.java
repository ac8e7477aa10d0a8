package org.cablebeam.transforms.text;

import java.util.Arrays;

/**
 * The lines of a text as offsets, without copies. A line ends before its {@code \n}; trailing
 * blanks are outside of {@link #end}. Where each begins and ends is found once, in one pass: the
 * parsers ask for it some twenty times a line. Immutable and thread-safe.
 */
public final class Lines {
  private final String text;
  private final int[] starts;

  /** Behind the last character of each line that is not blank; its start where all are. */
  private final int[] ends;

  /** The first character of each line that is not blank; its start where all are. */
  private final int[] indents;

  private final int count;

  private Lines(String text, int[] starts, int count) {
    this.text = text;
    this.starts = starts;
    this.count = count;
    this.ends = new int[count];
    this.indents = new int[count];
    for (int i = 0; i < count; i++) {
      int start = starts[i];
      int end = starts[i + 1];
      while (end > start && isBlank(text.charAt(end - 1))) {
        end--;
      }
      int indent = start;
      while (indent < end && isBlank(text.charAt(indent))) {
        indent++;
      }
      ends[i] = end;
      indents[i] = indent;
    }
  }

  /** The lines of a text whose line ends are {@code \n}. A final {@code \n} opens no line. */
  public static Lines of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 0;
    int start = 0;
    while (start < text.length()) {
      if (count + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[count++] = start;
      int newline = text.indexOf('\n', start);
      start = newline < 0 ? text.length() : newline + 1;
    }
    starts[count] = text.length();
    return new Lines(text, starts, count);
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  public int count() {
    return count;
  }

  /** Offset of the first character of line {@code i}, from 0. */
  public int start(int i) {
    return starts[i];
  }

  /** Offset behind the last character of line {@code i} that is not blank; start if all are. */
  public int end(int i) {
    return ends[i];
  }

  /** Offset of the first character of line {@code i} that is not blank; end if all are. */
  public int indentEnd(int i) {
    return indents[i];
  }

  /** Offset behind line {@code i} and its line end. */
  public int next(int i) {
    return starts[i + 1];
  }

  /** Line {@code i} without trailing blanks and line end. */
  public String line(int i) {
    return text.substring(starts[i], end(i));
  }

  /** Whether line {@code i} holds nothing but blanks. */
  public boolean blank(int i) {
    return end(i) == starts[i];
  }

  /** The line in which {@code offset} lies; the last for the end of the text. */
  public int at(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** Blank, tab, carriage return, line feed, form feed or no-break space. */
  public static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0';
  }
}
