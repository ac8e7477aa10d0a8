package org.cablebeam.transforms.entities;

import org.jspecify.annotations.Nullable;

/**
 * A value by the key of a word (see {@link WordTable#key}), without an object for the key. Not
 * thread-safe while it is filled; safe for many threads from then on.
 */
final class KeyMap<V> {
  private long[] keys = new long[64];
  private @Nullable Object[] values = new @Nullable Object[64];
  private int count;

  /** The value of the key; null if it has none. */
  @SuppressWarnings("unchecked")
  @Nullable V get(long key) {
    // A slot without a key holds no value.
    return (V) values[slot(key)];
  }

  /** Gives the key a value, in place of the one it may have. */
  void put(long key, V value) {
    int slot = slot(key);
    if (values[slot] == null) {
      count++;
    }
    keys[slot] = key;
    values[slot] = value;
    if (2 * count > keys.length) {
      grow();
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Where the key is, or would be. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> 32) & mask;
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new @Nullable Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      Object value = oldValues[i];
      if (value != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = value;
      }
    }
  }
}
