package org.cablebeam.transforms.parse.body;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.cablebeam.transforms.text.Rows;

/**
 * The words and names of two and three letters, {@code short-words.tsv}. They are few enough to be
 * known, so that any other word as short is an acronym. Immutable and thread-safe.
 */
final class ShortWords {
  private static final int LONGEST = 3;

  private static final Set<String> KNOWN =
      Rows.read(ShortWords.class, "short-words.tsv", "kind", "words").stream()
          .flatMap(row -> Arrays.stream(row.get(1).split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private ShortWords() {}

  /** Whether a word in capitals is so short that it would be known, and is not. */
  static boolean lacks(String upper) {
    return upper.length() >= 2
        && upper.length() <= LONGEST
        && upper.chars().allMatch(c -> c >= 'A' && c <= 'Z')
        && !KNOWN.contains(upper);
  }
}
