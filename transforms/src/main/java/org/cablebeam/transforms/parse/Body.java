package org.cablebeam.transforms.parse;

import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Lines;

/**
 * The body of one message as the parsers of its parts read it. Offsets are UTF-16 units into {@code
 * lines.text()}, which is the body as found.
 *
 * @param lines the lines of the body
 * @param furniture which of its lines are page and section furniture, not text
 * @param doubleSpaced whether every line is followed by a blank one, which then parts nothing
 */
public record Body(Lines lines, Furniture furniture, boolean doubleSpaced) {
  /** A telegraph line is not wider, in UTF-16 units. */
  private static final int WIDEST = 80;

  /** What is no shorter was wrapped at the margin. */
  private static final int WRAPPED = 50;

  /** So many lines tell whether a text is double-spaced. */
  private static final int FEWEST = 12;

  private static final int MOST = 60;

  public static Body of(String text) {
    Lines lines = Lines.of(text);
    return new Body(lines, Furniture.of(lines), isDoubleSpaced(lines));
  }

  public String text() {
    return lines.text();
  }

  /** No two lines stand together, though a good part of them was wrapped at the margin. */
  private static boolean isDoubleSpaced(Lines lines) {
    int count = 0;
    int wrapped = 0;
    boolean blank = true;
    for (int i = 0; i < lines.count() && count < MOST; i++) {
      if (lines.blank(i)) {
        blank = true;
        continue;
      }
      int width = lines.end(i) - lines.start(i);
      if (!blank || width > WIDEST) {
        return false;
      }
      blank = false;
      count++;
      wrapped += width >= WRAPPED ? 1 : 0;
    }
    return count >= FEWEST && 3 * wrapped >= count;
  }
}
