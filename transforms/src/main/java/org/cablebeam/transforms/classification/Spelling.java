package org.cablebeam.transforms.classification;

/** How far two spellings lie apart. */
final class Spelling {
  private Spelling() {}

  /**
   * How many letters must be put in, left out, changed or swapped with their neighbour to make one
   * text of the other (optimal string alignment); {@code limit + 1} where it takes more.
   */
  static int distance(CharSequence a, CharSequence b, int limit) {
    int tooFar = limit + 1;
    if (Math.abs(a.length() - b.length()) > limit) {
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
        int cost = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost = Math.min(cost, beforeLast[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
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
}
