package org.cablebeam.schemas.vocabulary;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds names that differ from a text by one or two letters, without comparing it with each name.
 *
 * <p>Two words are within {@code n} edits only if they become equal when up to {@code n} letters
 * are deleted from each. So the hashes of all names with up to two letters deleted are sorted once;
 * a question deletes letters likewise, looks its hashes up, and measures the few names found.
 * Immutable and thread-safe.
 */
final class NearNames<T> {
  /** Below this length a name is too short to be guessed. */
  private static final int SHORTEST = 4;

  /** Two edits are allowed where both words have this length. */
  private static final int LONG = 8;

  private final List<String> names;
  private final List<T> values;

  /** Sorted: the hash of a name with letters deleted, above the index of the name. */
  private final long[] deletions;

  private final int longest;

  /** The names in {@code index} that are long enough; several may have the same value. */
  NearNames(Map<String, T> index) {
    TreeMap<String, T> sorted = new TreeMap<>(index);
    this.names = List.copyOf(sorted.keySet());
    this.values = List.copyOf(sorted.values());
    Deletions deletions = new Deletions();
    int longest = 0;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      longest = Math.max(longest, name.length());
      if (name.length() >= SHORTEST) {
        deletions.add(name, name.length() >= LONG ? 2 : 1, i);
      }
    }
    this.longest = longest;
    this.deletions = deletions.sorted();
  }

  /** The values of the names nearest to the text, at the smallest distance that is allowed. */
  Set<T> find(String text) {
    if (text.length() < SHORTEST || text.length() > longest + 2) {
      return Set.of();
    }
    int allowed = text.length() >= LONG ? 2 : 1;
    Deletions asked = new Deletions();
    asked.add(text, allowed, 0);
    Set<T> nearest = new LinkedHashSet<>();
    int best = allowed;
    int previous = -1;
    for (int i : candidates(asked.sorted())) {
      if (i == previous) {
        continue;
      }
      previous = i;
      String name = names.get(i);
      int most = Math.min(best, name.length() >= LONG ? 2 : 1);
      int distance = Spelling.distance(text, name, most);
      if (distance > most) {
        continue;
      }
      if (distance < best) {
        nearest.clear();
        best = distance;
      }
      nearest.add(values.get(i));
    }
    return nearest;
  }

  private int[] candidates(long[] asked) {
    int[] candidates = new int[16];
    int count = 0;
    for (long question : asked) {
      long hash = question >>> 32;
      int at = Arrays.binarySearch(deletions, hash << 32);
      for (int i = at < 0 ? -at - 1 : at; i < deletions.length; i++) {
        if (deletions[i] >>> 32 != hash) {
          break;
        }
        if (count == candidates.length) {
          candidates = Arrays.copyOf(candidates, 2 * count);
        }
        candidates[count++] = (int) deletions[i];
      }
    }
    Arrays.sort(candidates, 0, count);
    return Arrays.copyOf(candidates, count);
  }

  /** Collects the hashes of words with letters deleted. */
  private static final class Deletions {
    private long[] entries = new long[64];
    private int count;

    /**
     * Adds a word without any of its letters, without each one and, if {@code most} is two, without
     * each two. Each hash follows from the hashes of the word's beginnings.
     */
    void add(String word, int most, int index) {
      int length = word.length();
      int[] beginnings = new int[length + 1];
      int[] powers = new int[length + 1];
      powers[0] = 1;
      for (int i = 0; i < length; i++) {
        beginnings[i + 1] = 31 * beginnings[i] + word.charAt(i);
        powers[i + 1] = 31 * powers[i];
      }
      add(beginnings[length], index);
      for (int j = 0; j < length; j++) {
        int power = powers[length - j - 1];
        int end = beginnings[length] - beginnings[j + 1] * power;
        add(beginnings[j] * power + end, index);
        for (int i = 0; most > 1 && i < j; i++) {
          int middle = powers[j - i - 1];
          int start = beginnings[i] * middle + beginnings[j] - beginnings[i + 1] * middle;
          add(start * power + end, index);
        }
      }
    }

    private void add(int hash, int index) {
      if (count == entries.length) {
        entries = Arrays.copyOf(entries, 2 * count);
      }
      // The hash keeps 31 bits, so that the entries sort as positive numbers.
      entries[count++] = ((long) (hash & 0x7fffffff) << 32) | index;
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(entries, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
