package org.cablebeam.transforms.text;

/**
 * Offsets in UTF-16 units into code points and back, for one text. Where the text holds no
 * surrogates, which is nearly always, both are the same and nothing is built. Immutable.
 */
public final class CodePoints {
  /** Every this many UTF-16 units the count of code points is kept. */
  private static final int STEP = 1024;

  private final String text;
  private final int[] counts;

  private CodePoints(String text, int[] counts) {
    this.text = text;
    this.counts = counts;
  }

  public static CodePoints of(String text) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return new CodePoints(text, new int[0]);
    }
    int[] counts = new int[(text.length() - 1) / STEP + 1];
    for (int i = 1; i < counts.length; i++) {
      counts[i] = counts[i - 1] + text.codePointCount((i - 1) * STEP, i * STEP);
      // A pair cut by the step would count twice.
      if (Character.isLowSurrogate(text.charAt(i * STEP))
          && Character.isHighSurrogate(text.charAt(i * STEP - 1))) {
        counts[i]--;
      }
    }
    return new CodePoints(text, counts);
  }

  /** Whether units and code points are the same throughout. */
  public boolean identical() {
    return counts.length == 0;
  }

  /** The code points before the unit {@code offset}. */
  public int fromUnits(int offset) {
    if (identical()) {
      return offset;
    }
    int step = Math.min(offset / STEP, counts.length - 1);
    int start = step * STEP;
    int count = counts[step];
    if (start > 0
        && start < text.length()
        && Character.isLowSurrogate(text.charAt(start))
        && Character.isHighSurrogate(text.charAt(start - 1))) {
      start--;
    }
    return count + text.codePointCount(start, offset);
  }

  /** The unit at which the code point {@code index} begins. */
  public int toUnits(int index) {
    if (identical()) {
      return index;
    }
    int low = 0;
    int high = counts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (counts[middle] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int start = low * STEP;
    if (start > 0
        && start < text.length()
        && Character.isLowSurrogate(text.charAt(start))
        && Character.isHighSurrogate(text.charAt(start - 1))) {
      start--;
    }
    return text.offsetByCodePoints(start, index - counts[low]);
  }
}
