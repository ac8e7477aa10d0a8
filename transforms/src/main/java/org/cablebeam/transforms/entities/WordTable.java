package org.cablebeam.transforms.entities;

import org.cablebeam.transforms.text.PlainCapitals;

/**
 * Words and what is known of each, found straight from a piece of text without making a string:
 * case, accents, apostrophes, hyphens and periods inside are ignored. Filled once while the
 * vocabulary is loaded, then only read; safe for many threads from then on.
 *
 * <p>Words are told apart by 64 bits made of their letters: two of them never meet among the words
 * of one language. Key and content of an entry lie side by side, so that a look-up touches one line
 * of memory.
 */
final class WordTable {
  /** The longest word that is looked for, in characters. */
  static final int LONGEST = 40;

  /** Key of the empty word; {@link #extend} adds the letters. */
  static final long EMPTY = 1;

  /** Two numbers an entry: the key, and number, starts and flags of the word. */
  private long[] table = new long[1 << 19];

  private int mask = (table.length >> 1) - 1;
  private int count;

  /**
   * A bit for each word at a place its key tells: small enough for the cache of a processor, so
   * that most of many guesses at a word are dismissed without a look into the table.
   */
  private final long[] marks = new long[1 << 14];

  /**
   * The letters that lead on from a beginning of a word of English, a bit each, at a place the key
   * of the beginning tells; beginnings that share a place share the letters. A guess that begins
   * like no word is given up there, and the letters behind it need not be tried.
   */
  private final int[] onward = new int[1 << 17];

  /** The same from behind: the letters that stand before an ending of a word of English. */
  private final int[] before = new int[1 << 17];

  private static int place(long key) {
    return (int) (key >>> 47);
  }

  private static int letter(char c) {
    return 1 << (fold(c) & 31);
  }

  /** Whether a word of English that begins so may go on with the letter; false where none does. */
  boolean leads(long key, char c) {
    return (onward[place(key)] & letter(c)) != 0 || fold(c) == 0;
  }

  /** The letters from A to Z with which words of English that begin so may go on, bits 1 to 26. */
  int onward(long key) {
    return onward[place(key)] & 0x07FF_FFFE;
  }

  /**
   * Whether a word of English may have the letter before an ending; false where none does.
   *
   * @param key of the letters of the ending, the last one first
   */
  boolean trails(long key, char c) {
    return (before[place(key)] & letter(c)) != 0 || fold(c) == 0;
  }

  /** The key of an ending of a word of English. Only while the vocabulary is loaded. */
  long trail(long key, char c) {
    before[place(key)] |= letter(c);
    return extend(key, c);
  }

  /** The key of a beginning of a word of English. Only while the vocabulary is loaded. */
  long lead(long key, char c) {
    onward[place(key)] |= letter(c);
    return extend(key, c);
  }

  private static int mark(long key) {
    return (int) (key >>> 44);
  }

  /** The plain capital that stands for a character; 0 where it is passed over. */
  static char fold(char c) {
    return PlainCapitals.of(c);
  }

  /** The key of a word one character longer. */
  static long extend(long key, char c) {
    char folded = fold(c);
    return folded == 0 ? key : extendFolded(key, folded);
  }

  /**
   * The key of a word one plain capital longer. A sum and a product and no more, as each letter of
   * a text waits for the one before it; the high bits, which all tables use, are mixed well enough.
   */
  static long extendFolded(long key, int folded) {
    return (key + folded) * 0x9E3779B97F4A7C15L;
  }

  /** The key of a word. */
  static long key(char[] text, int start, int end) {
    long key = EMPTY;
    for (int i = start; i < end; i++) {
      key = extend(key, text[i]);
    }
    return key;
  }

  /** All that is known of the word with the key, in one number; 0 if nothing is. */
  long entry(long key) {
    long[] table = this.table;
    int slot = (int) (key >>> 32) & mask;
    while (true) {
      long there = table[2 * slot];
      if (there == key) {
        return table[2 * slot + 1];
      }
      if (there == 0) {
        return 0;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** As {@link #entry}, for words that are most likely not in the table. */
  long guess(long key) {
    int mark = mark(key);
    return (marks[mark >> 6] & (1L << mark)) == 0 ? 0 : entry(key);
  }

  /** The number of a word in its entry; -1 if there is none. */
  static int number(long entry) {
    return (int) (entry >>> 40) - 1;
  }

  /** What kinds of names begin with the word, and which rules look at it. */
  static byte starts(long entry) {
    return (byte) (entry >>> 32);
  }

  /** The flags of the word. */
  static int flags(long entry) {
    return (int) entry;
  }

  /** The flags of the word in {@code text[start, end)}; 0 if it is not known. */
  int flags(char[] text, int start, int end) {
    return end - start > LONGEST ? 0 : (int) entry(key(text, start, end));
  }

  /** The number of a word that stands alone, or -1 if the table does not know it. */
  int find(String word) {
    return number(entry(key(word)));
  }

  /** The flags of a word that stands alone. */
  int flags(String word) {
    return flags(entry(key(word)));
  }

  /** The key of a word that stands alone. */
  static long key(String word) {
    long key = EMPTY;
    for (int i = 0; i < word.length(); i++) {
      key = extend(key, word.charAt(i));
    }
    return key;
  }

  /** The number of the word, which is added if it is new. Only while the vocabulary is loaded. */
  int add(String word, int flags) {
    boolean english = (flags & Vocabulary.ENGLISH) != 0;
    long key = EMPTY;
    for (int i = 0; i < word.length(); i++) {
      key = english ? lead(key, word.charAt(i)) : extend(key, word.charAt(i));
    }
    long ending = EMPTY;
    for (int i = word.length() - 1; english && i >= 0; i--) {
      ending = trail(ending, word.charAt(i));
    }
    return add(key, flags, 0);
  }

  /** The number of the word with the key. Only while the vocabulary is loaded. */
  int add(long key, int flags, int starts) {
    long asked = starts | Vocabulary.rules(flags, starts);
    long more = (asked << 32) | (flags & 0xFFFFFFFFL);
    int slot = (int) (key >>> 32) & mask;
    while (table[2 * slot] != 0) {
      if (table[2 * slot] == key) {
        table[2 * slot + 1] |= more;
        return number(table[2 * slot + 1]);
      }
      slot = (slot + 1) & mask;
    }
    int mark = mark(key);
    marks[mark >> 6] |= 1L << mark;
    table[2 * slot] = key;
    table[2 * slot + 1] = ((long) ++count << 40) | more;
    if (count * 3L > mask * 2L) {
      grow();
    }
    return count - 1;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    mask = (table.length >> 1) - 1;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int slot = (int) (old[i] >>> 32) & mask;
        while (table[2 * slot] != 0) {
          slot = (slot + 1) & mask;
        }
        table[2 * slot] = old[i];
        table[2 * slot + 1] = old[i + 1];
      }
    }
  }

  int size() {
    return count;
  }
}
