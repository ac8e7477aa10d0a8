package org.cablebeam.transforms.entities;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Words and what is known of each, found straight from a piece of text without making a string:
 * case, accents, apostrophes, hyphens and periods inside are ignored. Filled once while the
 * vocabulary is loaded, then only read; safe for many threads from then on.
 */
final class WordTable {
  /** Letters with accents, as the plain capital that replaces them; 0 where there is none. */
  private static final char[] FOLDED = folded();

  private static final int LONGEST = 40;

  private char[] letters = new char[1 << 20];
  private int used;
  private int[] starts = new int[1 << 17];
  private int[] flags = new int[1 << 17];
  private int count;
  private int[] slots = new int[1 << 18];

  WordTable() {
    Arrays.fill(slots, -1);
  }

  private static char[] folded() {
    char[] table = new char[0x250];
    for (char c = 0; c < table.length; c++) {
      if (c == '\'' || c == '.' || c == '-') {
        continue;
      }
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      char first = Character.toUpperCase(plain.charAt(0));
      table[c] = first > ' ' ? first : 0;
    }
    return table;
  }

  private static char fold(char c) {
    return c < FOLDED.length ? FOLDED[c] : c == '\u2019' ? 0 : Character.toUpperCase(c);
  }

  /** The number of the word in {@code text[start, end)}, or -1 if the table does not know it. */
  int find(CharSequence text, int start, int end) {
    if (end - start > LONGEST) {
      return -1;
    }
    int hash = hash(text, start, end);
    int slot = hash & (slots.length - 1);
    while (slots[slot] >= 0) {
      if (matches(slots[slot], text, start, end)) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private static int hash(CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      char c = fold(text.charAt(i));
      if (c > ' ') {
        hash = hash * 31 + c;
      }
    }
    return hash ^ (hash >>> 15);
  }

  private boolean matches(int word, CharSequence text, int start, int end) {
    int at = starts[word];
    int stop = starts[word + 1];
    for (int i = start; i < end; i++) {
      char c = fold(text.charAt(i));
      if (c > ' ') {
        if (at == stop || letters[at] != c) {
          return false;
        }
        at++;
      }
    }
    return at == stop;
  }

  /** The number of the word, which is added if it is new. Only while the vocabulary is loaded. */
  int add(String word, int flag) {
    int found = find(word, 0, word.length());
    if (found < 0) {
      if (count + 2 >= starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        flags = Arrays.copyOf(flags, flags.length * 2);
      }
      if (used + word.length() > letters.length) {
        letters = Arrays.copyOf(letters, letters.length * 2);
      }
      found = count++;
      starts[found] = used;
      for (int i = 0; i < word.length(); i++) {
        char c = fold(word.charAt(i));
        if (c > ' ') {
          letters[used++] = c;
        }
      }
      starts[found + 1] = used;
      if (count * 2 > slots.length) {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, -1);
        for (int i = 0; i < count; i++) {
          place(i);
        }
      } else {
        place(found);
      }
    }
    flags[found] |= flag;
    return found;
  }

  private void place(int word) {
    String text = text(word);
    int slot = hash(text, 0, text.length()) & (slots.length - 1);
    while (slots[slot] >= 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = word;
  }

  /** What is known of a word; 0 for -1. */
  int flags(int word) {
    return word < 0 ? 0 : flags[word];
  }

  void clear(int word, int flag) {
    flags[word] &= ~flag;
  }

  /** The word in plain capitals. */
  String text(int word) {
    return new String(letters, starts[word], starts[word + 1] - starts[word]);
  }

  int size() {
    return count;
  }
}
