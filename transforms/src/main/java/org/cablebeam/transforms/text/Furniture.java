package org.cablebeam.transforms.text;

import java.util.BitSet;

/**
 * Which lines of a body are page and section furniture, not text: page headers and footers, section
 * headers, repeated distribution blocks, releasing stamps. Immutable and thread-safe.
 */
public final class Furniture {
  private final BitSet lines;

  private Furniture(BitSet lines) {
    this.lines = lines;
  }

  public static Furniture of(Lines lines) {
    return new Furniture(new BitSet(lines.count()));
  }

  /** Whether line {@code i} is furniture. */
  public boolean isFurniture(int i) {
    return lines.get(i);
  }
}
