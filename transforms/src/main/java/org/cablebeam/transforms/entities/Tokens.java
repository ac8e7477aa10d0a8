package org.cablebeam.transforms.entities;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.cablebeam.transforms.text.Span;

/**
 * A text cut into words, numbers and marks, in arrays side by side. Apostrophes within a word and
 * periods within an abbreviation of single letters belong to the word; {@code 's} is a token of its
 * own; a hyphen is a mark, unless it only breaks a word at the end of a line. One a text; not
 * thread-safe.
 */
final class Tokens {
  // Kinds.
  static final byte WORD = 0;
  static final byte NUMBER = 1;
  static final byte MIXED = 2;
  static final byte MARK = 3;
  static final byte POSSESSIVE = 4;

  // What stands before a token.
  static final byte NONE = 0;
  static final byte BLANK = 1;
  static final byte LINE = 2;

  /** A blank line or another field: nothing runs over it. */
  static final byte BREAK = 3;

  // How a word is written.
  static final byte LOWER = 0;
  static final byte TITLE = 1;
  static final byte UPPER = 2;
  static final byte CAMEL = 3;

  String text = "";
  char[] chars = new char[0];
  int count;
  int[] start = new int[1024];
  int[] end = new int[1024];
  int[] word = new int[1024];
  int[] flags = new int[1024];
  byte[] kind = new byte[1024];
  byte[] gap = new byte[1024];
  byte[] shape = new byte[1024];

  /** Whether the case of the letters says nothing here: a line of capitals, or a title line. */
  boolean[] caps = new boolean[1024];

  private final WordTable table;
  private final int possessive;

  Tokens(WordTable table, int possessive) {
    this.table = table;
    this.possessive = possessive;
  }

  /**
   * Reads a text.
   *
   * @param skipped pieces that are not text, in order and apart; names run over them
   */
  void read(String text, List<Span> skipped) {
    this.text = text;
    chars = text.toCharArray();
    count = 0;
    int at = 0;
    byte before = BREAK;
    int lineBreaks = 0;
    int skip = 0;
    int length = text.length();
    while (at < length) {
      while (skip < skipped.size() && skipped.get(skip).end() <= at) {
        skip++;
      }
      if (skip < skipped.size() && at >= skipped.get(skip).start()) {
        at = skipped.get(skip).end();
        // What follows a page break follows what stood before it.
        before = before == NONE ? LINE : before;
        lineBreaks = -2;
        continue;
      }
      char c = chars[at];
      if (c <= ' ' || c == '\u00a0') {
        if (c == '\n') {
          lineBreaks++;
          before = lineBreaks >= 2 ? BREAK : (byte) Math.max(before, LINE);
        } else {
          before = (byte) Math.max(before, BLANK);
        }
        at++;
        continue;
      }
      int limit = skip < skipped.size() ? skipped.get(skip).start() : length;
      int close = c == '(' ? PortionMark.close(chars, at, limit) : -1;
      at = one(at, limit, count == 0 ? BREAK : before);
      if (close > 0) {
        // The parentheses stay, as they part what stands before and behind; the letters go.
        at = close;
      }
      before = NONE;
      lineBreaks = 0;
    }
    judgeCase();
  }

  private int one(int at, int limit, byte before) {
    char c = chars[at];
    if (letter(c)) {
      return word(at, limit, before);
    }
    if (digit(c)) {
      int to = at + 1;
      byte what = NUMBER;
      while (to < limit && (digit(chars[to]) || letter(chars[to]))) {
        if (!digit(chars[to])) {
          what = MIXED;
        }
        to++;
      }
      add(at, to, what, before, -1);
      return to;
    }
    if ((c == '\'' || c == '\u2019')
        && before == NONE
        && at + 1 < limit
        && (chars[at + 1] | 32) == 's'
        && (at + 2 >= limit || !wordy(chars[at + 2]))) {
      add(at, at + 2, POSSESSIVE, before, possessive);
      return at + 2;
    }
    if ((c == '\'' || c == '\u2019')
        && before == NONE
        && at > 0
        && (chars[at - 1] | 32) == 's'
        && count > 0
        && kind[count - 1] == WORD) {
      add(at, at + 1, POSSESSIVE, before, possessive);
      return at + 1;
    }
    int to = at + (Character.isHighSurrogate(c) && at + 1 < limit ? 2 : 1);
    add(at, to, MARK, before, -1);
    return to;
  }

  private int word(int at, int limit, byte before) {
    // U.S. and J.R.: single letters with periods.
    int to = at;
    int letters = 0;
    while (to + 1 < limit
        && letter(chars[to])
        && chars[to + 1] == '.'
        && (to + 2 >= limit || !letter(chars[to + 2]) || single(to + 2, limit))) {
      to += 2;
      letters++;
    }
    if (letters >= 2) {
      add(at, to, WORD, before, table.find(chars, at, to));
      return to;
    }
    to = at + 1;
    while (to < limit) {
      char c = chars[to];
      if (letter(c) || digit(c)) {
        to++;
      } else if ((c == '\'' || c == '\u2019')
          && to + 1 < limit
          && letter(chars[to + 1])
          && !possessiveAt(to, limit)) {
        to += 2;
      } else if (c == '-' && brokenAt(to, limit)) {
        to++;
        while (chars[to] <= ' ') {
          to++;
        }
      } else {
        break;
      }
    }
    boolean mixed = false;
    for (int i = at; i < to && !mixed; i++) {
      mixed = digit(chars[i]);
    }
    add(at, to, mixed ? MIXED : WORD, before, table.find(chars, at, to));
    return to;
  }

  private boolean single(int at, int limit) {
    return at + 1 >= limit || !letter(chars[at + 1]);
  }

  private boolean possessiveAt(int at, int limit) {
    return (chars[at + 1] | 32) == 's' && (at + 2 >= limit || !wordy(chars[at + 2]));
  }

  /** Whether the hyphen only breaks a word: {@code BISENGI- MANA}; not {@code PRE- AND POST-}. */
  private boolean brokenAt(int at, int limit) {
    int to = at + 1;
    int lines = 0;
    while (to < limit && to < at + 4 && chars[to] <= ' ') {
      lines += chars[to] == '\n' ? 1 : 0;
      to++;
    }
    if (to == at + 1 || to >= limit || lines > 1 || !letter(chars[to])) {
      return false;
    }
    int end = to;
    while (end < limit && letter(chars[end])) {
      end++;
    }
    if (Character.isUpperCase(chars[to]) != Character.isUpperCase(chars[at - 1])) {
      return false;
    }
    if ((table.flags(table.find(chars, to, end)) & Vocabulary.FUNCTION) != 0) {
      return false;
    }
    int start = at;
    while (start > 0 && letter(chars[start - 1])) {
      start--;
    }
    // Both halves are words of their own: a compound, not a broken word.
    boolean first = (table.flags(table.find(chars, start, at)) & Vocabulary.ENGLISH) != 0;
    boolean second = (table.flags(table.find(chars, to, end)) & Vocabulary.ENGLISH) != 0;
    return !(first && second) && end - to >= 2;
  }

  private void add(int from, int to, byte what, byte before, int number) {
    if (count == start.length) {
      int size = count * 2;
      start = Arrays.copyOf(start, size);
      end = Arrays.copyOf(end, size);
      word = Arrays.copyOf(word, size);
      flags = Arrays.copyOf(flags, size);
      kind = Arrays.copyOf(kind, size);
      gap = Arrays.copyOf(gap, size);
      shape = Arrays.copyOf(shape, size);
      caps = Arrays.copyOf(caps, size);
    }
    start[count] = from;
    end[count] = to;
    kind[count] = what;
    gap[count] = before;
    word[count] = number;
    flags[count] = number < 0 ? 0 : table.flags(number);
    shape[count] = what == WORD || what == MIXED ? shape(from, to) : LOWER;
    count++;
  }

  private byte shape(int from, int to) {
    int upper = 0;
    int lower = 0;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c >= 'a' && c <= 'z') {
        lower++;
      } else if (c >= 'A' && c <= 'Z') {
        upper++;
      } else if (c > 127) {
        upper += Character.isUpperCase(c) ? 1 : 0;
        lower += Character.isLowerCase(c) ? 1 : 0;
      }
    }
    boolean first = Character.isUpperCase(chars[from]);
    return upper == 0
        ? LOWER
        : lower == 0
            ? (upper == 1 && to - from == 1 ? TITLE : UPPER)
            : first && upper == 1 ? TITLE : CAMEL;
  }

  /**
   * Case is judged a line at a time, a long line by the sentence; a line too short to tell goes
   * with the line before it.
   */
  private void judgeCase() {
    boolean last = false;
    int from = 0;
    while (from < count) {
      int to = from + 1;
      while (to < count && gap[to] < LINE && to - from < 60) {
        to++;
      }
      int lower = 0;
      int upper = 0;
      int title = 0;
      int words = 0;
      for (int i = from; i < to; i++) {
        if (kind[i] == WORD && end[i] - start[i] > 3) {
          words++;
          lower += shape[i] == LOWER ? 1 : 0;
          upper += shape[i] == UPPER ? 1 : 0;
          title += shape[i] == TITLE ? 1 : 0;
        }
      }
      if (words >= 4 || (gap[from] == BREAK && words > 0)) {
        last = lower == 0 && upper * 2 >= words || (words >= 5 && lower == 0 && title > 4);
      } else if (lower > 0) {
        last = false;
      } else if (title > 0) {
        last = false;
      }
      Arrays.fill(caps, from, to, last);
      from = to;
    }
  }

  /** Gives each word of a name to the reader. */
  static void words(String name, Consumer<String> reader) {
    int at = 0;
    while (at < name.length()) {
      if (!wordy(name.charAt(at))) {
        at++;
        continue;
      }
      int to = at;
      while (to < name.length()
          && (wordy(name.charAt(to))
              || name.charAt(to) == '.'
              || name.charAt(to) == '\''
              || name.charAt(to) == '\u2019')) {
        to++;
      }
      String word = name.substring(at, to);
      if (word.endsWith("'s") || word.endsWith("'S")) {
        word = word.substring(0, word.length() - 2);
      }
      reader.accept(word);
      at = to;
    }
  }

  /** Whether a period, a hyphen or an apostrophe ties token {@code i} to those around it. */
  boolean isMark(int i, char mark) {
    return i >= 0 && i < count && kind[i] == MARK && chars[start[i]] == mark;
  }

  String string(int i) {
    return text.substring(start[i], end[i]);
  }

  static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c > 127 && Character.isLetter(c));
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean wordy(char c) {
    return letter(c) || digit(c);
  }
}
