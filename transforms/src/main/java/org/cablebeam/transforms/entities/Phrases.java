package org.cablebeam.transforms.entities;

import java.util.Arrays;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Names of one or more words, as a trie over the numbers of words. Filled once while the vocabulary
 * is loaded, then only read; safe for many threads from then on.
 */
final class Phrases {
  /**
   * A known name.
   *
   * @param type what it names
   * @param name as written in the vocabulary
   * @param normal normal form: ISO country, full name of an organisation; null if there is none
   * @param post the id of the post of this name; empty for another place that cables name often;
   *     null for all else
   * @param acronym whether it is written in capitals wherever case is used
   * @param strong for a title, whether it stands alone; for others, whether it is a name even where
   *     a text in capitals could mean the ordinary word
   * @param country whether it is a country, not a place within one
   */
  record Name(
      EntityType type,
      String name,
      @Nullable String normal,
      @Nullable String post,
      boolean acronym,
      boolean strong,
      boolean country) {}

  private long[] keys = new long[1 << 15];
  private int[] nodes = new int[1 << 15];
  private int used;
  private int nodeCount = 1;

  /** The names that end at a node. */
  private Name[][] names = {NOTHING};

  /**
   * A bit for each word that leads on from a node, at a place its number tells. Most words that
   * stand behind the first word of some name are dismissed by it, without a look into the large
   * table of steps, which is in no cache.
   */
  private long[] onward = new long[1];

  private static final Name[] NOTHING = {};

  Phrases() {
    Arrays.fill(keys, -1);
  }

  /** The nodes reached from the root, by word; built once all names are in. */
  private int[] roots = new int[0];

  /** Makes the first step quick, once all names are in. */
  void seal(int words) {
    int[] reached = new int[words];
    for (int word = 0; word < words; word++) {
      reached[word] = step(0, word);
    }
    roots = reached;
  }

  /** The node reached from {@code node} by {@code word}, or -1. The root is 0. */
  int step(int node, int word) {
    if (word < 0) {
      return -1;
    }
    if (node == 0 && word < roots.length) {
      return roots[word];
    }
    if ((onward[node] & (1L << word)) == 0) {
      return -1;
    }
    long key = ((long) node << 32) | word;
    int slot = slot(key, keys.length);
    while (keys[slot] >= 0) {
      if (keys[slot] == key) {
        return nodes[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return -1;
  }

  private static int slot(long key, int size) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (size - 1);
  }

  /**
   * The names that end at the node; empty if it is only on the way to longer ones. Asked for at
   * every third word, so an array and no list.
   */
  Name[] at(int node) {
    return names[node];
  }

  /** Adds a name; of several of one type under the same words the first stays. */
  void add(int[] words, Name name) {
    int node = 0;
    for (int word : words) {
      int next = step(node, word);
      if (next < 0) {
        next = node();
        onward[node] |= 1L << word;
        insert(((long) node << 32) | word, next);
      }
      node = next;
    }
    if (node == 0) {
      return;
    }
    Name[] here = names[node];
    for (Name other : here) {
      if (other.type() == name.type()) {
        return;
      }
    }
    Name[] more = Arrays.copyOf(here, here.length + 1);
    more[here.length] = name;
    names[node] = more;
  }

  /** A new node, at which no name ends yet. */
  private int node() {
    if (nodeCount == names.length) {
      names = Arrays.copyOf(names, 2 * nodeCount);
      onward = Arrays.copyOf(onward, 2 * nodeCount);
    }
    names[nodeCount] = NOTHING;
    return nodeCount++;
  }

  private void insert(long key, int node) {
    if (++used * 2 > keys.length) {
      long[] oldKeys = keys;
      int[] oldNodes = nodes;
      keys = new long[oldKeys.length * 2];
      nodes = new int[keys.length];
      Arrays.fill(keys, -1);
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] >= 0) {
          put(oldKeys[i], oldNodes[i]);
        }
      }
    }
    put(key, node);
  }

  private void put(long key, int node) {
    int slot = slot(key, keys.length);
    while (keys[slot] >= 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    nodes[slot] = node;
  }
}
