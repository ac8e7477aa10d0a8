package org.cablebeam.transforms.parse;

import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Lines;

/**
 * The body of one message as the parsers of its parts read it. Offsets are UTF-16 units into {@code
 * lines.text()}, which is the body as found.
 *
 * @param lines the lines of the body
 * @param furniture which of its lines are page and section furniture, not text
 */
public record Body(Lines lines, Furniture furniture) {
  public static Body of(String text) {
    Lines lines = Lines.of(text);
    return new Body(lines, Furniture.of(lines));
  }

  public String text() {
    return lines.text();
  }
}
