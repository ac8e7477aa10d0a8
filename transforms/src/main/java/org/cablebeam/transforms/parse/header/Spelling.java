package org.cablebeam.transforms.parse.header;

/** How far a word is from another one, for the short fixed words of the header. */
final class Spelling {
  private Spelling() {}

  /**
   * Whether {@code word} becomes {@code target} by at most {@code most} insertions, deletions,
   * replacements or swaps of neighbours. The words must be short: the time is their product.
   */
  static boolean within(String word, String target, int most) {
    int n = word.length();
    int m = target.length();
    if (Math.abs(n - m) > most) {
      return false;
    }
    if (Long.bitCount(letters(target) & ~letters(word)) > most) {
      // One edit brings in one letter at most: with more of them missing nothing need be counted.
      return false;
    }
    int[] before = new int[m + 1];
    int[] last = new int[m + 1];
    int[] row = new int[m + 1];
    for (int j = 0; j <= m; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      row[0] = i;
      for (int j = 1; j <= m; j++) {
        int cost = word.charAt(i - 1) == target.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && word.charAt(i - 1) == target.charAt(j - 2)
            && word.charAt(i - 2) == target.charAt(j - 1)) {
          best = Math.min(best, before[j - 2] + 1);
        }
        row[j] = best;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[m] <= most;
  }

  /** The set of the letters of a word, as bits. */
  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << (word.charAt(i) & 63);
    }
    return letters;
  }
}
