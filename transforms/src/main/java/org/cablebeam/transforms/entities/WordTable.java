package org.cablebeam.transforms.entities;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Words and what is known of each, found straight from a piece of text without making a string:
 * case, accents, apostrophes, hyphens and periods inside are ignored. Filled once while the
 * vocabulary is loaded, then only read; safe for many threads from then on.
 */
final class WordTable {
  /** Letters with accents, as the plain capital that replaces them; 0 where there is none. */
  private static final char[] FOLDED = folded();

  private static final int LONGEST = 40;

  private final List<String> texts = new ArrayList<>();
  private int[] flags = new int[1 << 17];
  private int count;
  private long[] keys = new long[1 << 18];
  private int[] slots = new int[1 << 18];

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

  /**
   * The number of the word in {@code text[start, end)}, or -1 if the table does not know it. Words
   * are told apart by 64 bits of their letters: two of them never meet among the words of one
   * language.
   */
  int find(char[] text, int start, int end) {
    if (end - start > LONGEST) {
      return -1;
    }
    long key = key(text, start, end);
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /** The same for a word that stands alone. */
  int find(String word) {
    return find(word.toCharArray(), 0, word.length());
  }

  private static long key(char[] text, int start, int end) {
    long key = 1;
    for (int i = start; i < end; i++) {
      char c = text[i];
      char folded = c < FOLDED.length ? FOLDED[c] : fold(c);
      if (folded > ' ') {
        key = (key + folded) * 0x9E3779B97F4A7C15L;
        key ^= key >>> 29;
      }
    }
    return key == 0 ? 1 : key;
  }

  private int slot(long key) {
    return (int) (key >>> 32) & (slots.length - 1);
  }

  /** The number of the word, which is added if it is new. Only while the vocabulary is loaded. */
  int add(String word, int flag) {
    int found = find(word);
    if (found < 0) {
      if (count == flags.length) {
        flags = Arrays.copyOf(flags, flags.length * 2);
      }
      found = count++;
      texts.add(plain(word));
      if (count * 2 > slots.length) {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new long[oldKeys.length * 2];
        slots = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
          if (oldKeys[i] != 0) {
            place(oldKeys[i], oldSlots[i]);
          }
        }
      }
      place(key(word.toCharArray(), 0, word.length()), found);
    }
    flags[found] |= flag;
    return found;
  }

  private static String plain(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = fold(word.charAt(i));
      if (c > ' ') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void place(long key, int word) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    keys[slot] = key;
    slots[slot] = word;
  }

  /** What is known of a word; 0 for -1. */
  int flags(int word) {
    return word < 0 ? 0 : flags[word];
  }

  /** The word in plain capitals. */
  String text(int word) {
    return texts.get(word);
  }

  int size() {
    return count;
  }
}
