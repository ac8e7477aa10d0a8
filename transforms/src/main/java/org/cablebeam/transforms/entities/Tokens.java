package org.cablebeam.transforms.entities;

import java.util.Arrays;
import java.util.List;
import org.cablebeam.transforms.text.PortionMark;
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

  /** What stands for the possessive among the keys of words. */
  static final long POSSESSIVE_KEY = 2;

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
  int[] start = new int[0];
  int[] end = new int[0];

  /** The number of a word the vocabulary knows; -1 for all else. */
  int[] word = new int[0];

  /** The letters of a word as one number, whatever its case; see {@link WordTable}. */
  long[] key = new long[0];

  /** What the vocabulary knows of a word. */
  int[] flags = new int[0];

  /**
   * What kinds of names the vocabulary has that begin with the word, and which rules look at it or
   * at the number; see {@link Vocabulary#POST} and those behind it.
   */
  byte[] starts = new byte[0];

  byte[] kind = new byte[0];

  /** The character of a mark; 0 for all else. */
  char[] mark = new char[0];

  byte[] gap = new byte[0];
  byte[] shape = new byte[0];

  /** Whether the case of the letters says nothing here: a line of capitals, or a title line. */
  boolean[] caps = new boolean[0];

  // Classes of characters, as bits; 0 for what ends a word.
  private static final byte SMALL = 1;
  private static final byte CAPITAL = 2;
  private static final byte DIGIT = 4;

  /** A letter of a script without case. */
  private static final byte OTHER = 8;

  /** An apostrophe or a hyphen, which may stand within a word. */
  private static final byte JOINT = 16;

  private static final int LETTER_OR_DIGIT = (SMALL | CAPITAL | DIGIT | OTHER) << 16;

  /** The most tokens of which case is judged together; no more than a byte counts. */
  private static final int LONGEST_LINE = 60;

  /** What stands in parentheses like a portion mark, and is none. */
  private static final List<String> CAPTIONS =
      List.of("NOTAL", "NOFORN", "EXDIS", "NODIS", "LIMDIS", "STADIS");

  /** The class of each of the first characters; of others see {@link #beyond}. */
  private static final byte[] CLASSES = classes();

  /** Which rules look at a number, and at an apostrophe, where words have what is known of them. */
  private static final long NUMERIC = (long) (Vocabulary.DATE | Vocabulary.SERIAL) << 32;

  private static final long APOSTROPHE = (long) Vocabulary.DATE << 32;

  /**
   * Class and plain capital of each of the first characters, so that a letter of a word costs one
   * look: the class from bit 16 on.
   */
  private static final int[] LETTERS = letters();

  private final WordTable table;

  /** Whether words that are not known are made known: only while the vocabulary is loaded. */
  private final boolean learning;

  Tokens(WordTable table, boolean learning) {
    this.table = table;
    this.learning = learning;
  }

  private static byte[] classes() {
    byte[] classes = new byte[0x250];
    for (char c = 0; c < classes.length; c++) {
      classes[c] = c < 128 ? (byte) ascii(c) : (byte) beyond(c);
    }
    return classes;
  }

  private static int ascii(char c) {
    if (c == '\'' || c == '-') {
      return JOINT;
    }
    return c >= 'a' && c <= 'z' ? SMALL : c >= 'A' && c <= 'Z' ? CAPITAL : digit(c) ? DIGIT : 0;
  }

  private static int[] letters() {
    int[] letters = new int[CLASSES.length];
    for (char c = 0; c < letters.length; c++) {
      letters[c] = CLASSES[c] << 16 | WordTable.fold(c);
    }
    return letters;
  }

  private static int letterOf(char c) {
    return c < LETTERS.length ? LETTERS[c] : beyond(c) << 16 | WordTable.fold(c);
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
    if (start.length == 0) {
      // Dense text has a token in five characters.
      size(text.length() / 4 + 16);
    }
    int at = 0;
    byte before = BREAK;
    int lineBreaks = 0;
    int length = text.length();
    // The piece that is left out next, and where it begins.
    int skip = -1;
    int limit = -1;
    int resume = -1;
    while (at < length) {
      while (resume <= at && limit < length) {
        skip++;
        limit = skip < skipped.size() ? skipped.get(skip).start() : length;
        resume = skip < skipped.size() ? skipped.get(skip).end() : length;
      }
      if (at >= limit) {
        at = resume;
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
      // A mark stands alone: CPI(M) is a party.
      int close = c == '(' && (at == 0 || !letter(chars[at - 1])) ? closeOfMark(at, limit) : -1;
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

  /**
   * The parenthesis that closes a portion mark or NOTAL in capitals: letters that say who may read,
   * not what is written; -1 where there is none.
   */
  private int closeOfMark(int open, int limit) {
    char first = open + 1 < limit ? chars[open + 1] : ')';
    if (first > ' ' && (first < 'A' || first > 'Z')) {
      return -1;
    }
    int close = PortionMark.inParentheses(text, open, limit).map(PortionMark::end).orElse(0) - 1;
    if (close < 0) {
      for (String caption : CAPTIONS) {
        int end = open + 1 + caption.length();
        if (end < limit && chars[end] == ')' && text.startsWith(caption, open + 1)) {
          return end;
        }
      }
    }
    for (int at = open + 1; at < close; at++) {
      if (chars[at] >= 'a' && chars[at] <= 'z') {
        return -1;
      }
    }
    return close;
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
      add(at, to, what, before, 0, NUMERIC, what == MIXED ? shape(at, to) : LOWER);
      return to;
    }
    if ((c == '\'' || c == '\u2019')
        && before == NONE
        && at + 1 < limit
        && (chars[at + 1] | 32) == 's'
        && (at + 2 >= limit || !wordy(chars[at + 2]))) {
      add(at, at + 2, POSSESSIVE, before, POSSESSIVE_KEY, table.entry(POSSESSIVE_KEY), LOWER);
      return at + 2;
    }
    if ((c == '\'' || c == '\u2019')
        && before == NONE
        && at > 0
        && (chars[at - 1] | 32) == 's'
        && count > 0
        && kind[count - 1] == WORD) {
      add(at, at + 1, POSSESSIVE, before, POSSESSIVE_KEY, table.entry(POSSESSIVE_KEY), LOWER);
      return at + 1;
    }
    int to = at + (Character.isHighSurrogate(c) && at + 1 < limit ? 2 : 1);
    add(at, to, MARK, before, 0, c == '\'' || c == '\u2019' ? APOSTROPHE : 0, LOWER);
    return to;
  }

  private int word(int at, int limit, byte before) {
    int to = at;
    if (at + 1 < limit && chars[at + 1] == '.') {
      // U.S. and J.R.: single letters with periods.
      int letters = 0;
      while (to + 1 < limit
          && letter(chars[to])
          && chars[to + 1] == '.'
          && (to + 2 >= limit || !letter(chars[to + 2]) || single(to + 2, limit))) {
        to += 2;
        letters++;
      }
      if (letters >= 2) {
        word(at, to, WORD, before, WordTable.key(chars, at, to), shape(at, to));
        return to;
      }
      to = at;
    }
    char[] chars = this.chars;
    int first = letterOf(chars[at]);
    int seen = 0;
    long letters = WordTable.EMPTY;
    int letter = first;
    while (true) {
      if ((letter & LETTER_OR_DIGIT) != 0) {
        letters = WordTable.extendFolded(letters, letter & 0xFFFF);
        to++;
      } else {
        int behind = (letter & JOINT << 16) == 0 ? to : joint(to, limit);
        if (behind == to) {
          break;
        }
        to = behind;
      }
      if (to >= limit) {
        break;
      }
      letter = letterOf(chars[to]);
      seen |= letter;
    }
    byte what = (seen & DIGIT << 16) == 0 ? WORD : MIXED;
    word(at, to, what, before, letters, shape(first >> 16, seen >> 16, to - at == 1));
    return to;
  }

  /** How a word is written, by the class of its first letter and the classes of all behind it. */
  private static byte shape(int first, int behind, boolean single) {
    int all = first | behind;
    if ((all & CAPITAL) == 0) {
      return LOWER;
    }
    if ((all & SMALL) == 0) {
      return single ? TITLE : UPPER;
    }
    return (first & CAPITAL) != 0 && (behind & CAPITAL) == 0 ? TITLE : CAMEL;
  }

  /** The class of a character beyond ASCII, within a word. */
  private static int beyond(char c) {
    if (c == '\u2019') {
      return JOINT;
    }
    return !Character.isLetter(c)
        ? 0
        : Character.isUpperCase(c) ? CAPITAL : Character.isLowerCase(c) ? SMALL : OTHER;
  }

  /** Where the word goes on behind an apostrophe or a hyphen within it; there, if it does not. */
  private int joint(int at, int limit) {
    if (chars[at] != '-') {
      return at + 1 < limit && letter(chars[at + 1]) && !possessiveAt(at, limit) ? at + 1 : at;
    }
    if (!brokenAt(at, limit)) {
      return at;
    }
    int to = at + 1;
    while (chars[to] <= ' ') {
      to++;
    }
    return to;
  }

  private void word(int from, int to, byte what, byte before, long letters, byte written) {
    long entry = to - from > WordTable.LONGEST ? 0 : table.entry(letters);
    if (learning && entry == 0) {
      table.add(letters, 0, 0);
      entry = table.entry(letters);
    }
    add(from, to, what, before, letters, what == MIXED ? entry | NUMERIC : entry, written);
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
    if (upper(chars[to]) != upper(chars[at - 1])) {
      return false;
    }
    if ((table.flags(chars, to, end) & Vocabulary.FUNCTION) != 0) {
      return false;
    }
    int start = at;
    while (start > 0 && letter(chars[start - 1])) {
      start--;
    }
    // Both halves are words of their own: a compound, not a broken word.
    boolean first = known(start, at);
    boolean second = known(to, end);
    return !(first && second) && end - to >= 2;
  }

  private boolean known(int from, int to) {
    return (table.flags(chars, from, to) & (Vocabulary.ENGLISH | Vocabulary.DEMONYM)) != 0;
  }

  private void add(
      int from, int to, byte what, byte before, long letters, long entry, byte written) {
    if (count == start.length) {
      size(count * 2);
    }
    start[count] = from;
    end[count] = to;
    kind[count] = what;
    mark[count] = what == MARK ? chars[from] : 0;
    gap[count] = before;
    key[count] = letters;
    word[count] = WordTable.number(entry);
    starts[count] = WordTable.starts(entry);
    flags[count] = WordTable.flags(entry);
    shape[count] = written;
    count++;
  }

  private void size(int size) {
    start = Arrays.copyOf(start, size);
    end = Arrays.copyOf(end, size);
    word = Arrays.copyOf(word, size);
    key = Arrays.copyOf(key, size);
    flags = Arrays.copyOf(flags, size);
    starts = Arrays.copyOf(starts, size);
    kind = Arrays.copyOf(kind, size);
    mark = Arrays.copyOf(mark, size);
    gap = Arrays.copyOf(gap, size);
    shape = Arrays.copyOf(shape, size);
    caps = Arrays.copyOf(caps, size);
  }

  private byte shape(int from, int to) {
    int behind = 0;
    for (int i = from + 1; i < to; i++) {
      behind |= letterOf(chars[i]) >> 16;
    }
    return shape(letterOf(chars[from]) >> 16, behind, to - from == 1);
  }

  /**
   * Case is judged a line at a time, a long line by the sentence; a line too short to tell goes
   * with the line before it.
   */
  private void judgeCase() {
    boolean last = false;
    int from = 0;
    while (from < count) {
      // How many words of four letters and more are written in each way, a byte each. Counted
      // without a branch: which words are long and which are capitalised no processor can foretell,
      // and wrong guesses at it took an eighth of the time of cutting a text into words.
      int ways = 0;
      int to = from;
      do {
        int word = (kind[to] - 1) >>> 31;
        int wide = (3 - end[to] + start[to]) >>> 31;
        ways += (word & wide) << 8 * shape[to];
        to++;
      } while (to < count && gap[to] < LINE && to - from < LONGEST_LINE);
      int lower = ways & 0xFF;
      int title = ways >>> 8 * TITLE & 0xFF;
      int upper = ways >>> 8 * UPPER & 0xFF;
      int words = lower + title + upper + (ways >>> 8 * CAMEL);
      if (words >= 4 || (gap[from] == BREAK && words > 0)) {
        last = lower == 0 && upper * 2 >= words || (words >= 5 && lower == 0 && title > 4);
      } else if (lower > 0 || title > 0) {
        last = false;
      }
      Arrays.fill(caps, from, to, last);
      from = to;
    }
  }

  /** Whether a period, a hyphen or an apostrophe ties token {@code i} to those around it. */
  boolean isMark(int i, char wanted) {
    return i >= 0 && i < count && mark[i] == wanted;
  }

  String string(int i) {
    return text.substring(start[i], end[i]);
  }

  static boolean letter(char c) {
    return c < CLASSES.length
        ? (CLASSES[c] & (SMALL | CAPITAL | OTHER)) != 0
        : Character.isLetter(c);
  }

  private static boolean upper(char c) {
    return c < CLASSES.length ? CLASSES[c] == CAPITAL : Character.isUpperCase(c);
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean wordy(char c) {
    return letter(c) || digit(c);
  }
}
