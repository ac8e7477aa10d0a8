package org.cablebeam.transforms.text;

/**
 * A piece of a text, in UTF-16 units, end exclusive. Engines work in UTF-16 units; {@link
 * CodePoints} turns them into the code points of the records.
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("Not a span: " + start + " to " + end);
    }
  }

  /** The piece itself. */
  public String of(String text) {
    return text.substring(start, end);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return end == start;
  }
}
