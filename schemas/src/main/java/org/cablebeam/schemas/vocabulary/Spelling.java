package org.cablebeam.schemas.vocabulary;

/**
 * How far two spellings lie apart: how many letters must be put in, left out, changed or swapped
 * with their neighbour to make one of the other (optimal string alignment). For words: the time is
 * the product of their lengths.
 */
public final class Spelling {
  private Spelling() {}

  /** Whether two words are at most {@code limit} edits apart; case counts. */
  public static boolean within(CharSequence a, CharSequence b, int limit) {
    return distance(a, b, limit) <= limit;
  }

  /** The number of edits between two words; {@code limit + 1} where it takes more. */
  public static int distance(CharSequence a, CharSequence b, int limit) {
    return limit <= 1 ? Math.min(distanceToOne(a, b), limit + 1) : distanceInRows(a, b, limit);
  }

  /**
   * The same up to one edit, for which most callers ask: what lies between the letters that both
   * words begin with and those that both end with tells, and no row of edits need be counted.
   */
  private static int distanceToOne(CharSequence a, CharSequence b) {
    int shorter = Math.min(a.length(), b.length());
    if (Math.max(a.length(), b.length()) - shorter > 1) {
      return 2;
    }
    int from = 0;
    while (from < shorter && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    int endA = a.length();
    int endB = b.length();
    while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    int longest = Math.max(endA, endB) - from;
    boolean swapped =
        endA - from == 2
            && endB - from == 2
            && a.charAt(from) == b.charAt(from + 1)
            && a.charAt(from + 1) == b.charAt(from);
    return swapped ? 1 : Math.min(longest, 2);
  }

  private static int distanceInRows(CharSequence a, CharSequence b, int limit) {
    int tooFar = limit + 1;
    // One edit brings in one letter at most: with more of them missing nothing need be counted.
    if (Math.abs(a.length() - b.length()) > limit
        || Long.bitCount(letters(b) & ~letters(a)) > limit) {
      return tooFar;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edits = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits = Math.min(edits, beforeLast[j - 2] + 1);
        }
        row[j] = edits;
        least = Math.min(least, edits);
      }
      // No row is cheaper than the one before it, nor is a swap, which saves one edit of two.
      if (least > limit) {
        return tooFar;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[b.length()], tooFar);
  }

  /** The letters of a word as a set of bits; letters apart in their last six bits only. */
  private static long letters(CharSequence word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << (word.charAt(i) & 63);
    }
    return letters;
  }
}
