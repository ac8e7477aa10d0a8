package org.cablebeam.transforms.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What in a body is page and section furniture, not text: page headers and footers, section
 * headers, the heading that every section of a long message repeats, releasing stamps, end marks.
 * Furniture can be a part of a line where the words after it were glued on, so it is known by
 * offset; offsets are UTF-16 units into {@link Lines#text()}. Immutable and thread-safe; built in
 * linear time.
 *
 * <p>Only what stands where furniture stands is taken: a classification word alone on its line is
 * text unless a page line, a section header or an end mark is beside it.
 */
public final class Furniture {
  /**
   * A place that says which section of a message follows or is being printed.
   *
   * @param number SECTION 02 OF 04: 2
   * @param count SECTION 02 OF 04: 4
   * @param offset where it is said
   */
  public record SectionMark(int number, int count, int offset) {}

  /** A block has 2 to the power of this many characters. */
  private static final int BLOCK = 6;

  private final int[] starts;
  private final int[] ends;
  private final BitSet lines;

  /** The blocks of a text that furniture reaches into: most questions are about others. */
  private final BitSet blocks = new BitSet();

  private final List<Span> stamps;
  private final List<SectionMark> sections;
  private final List<Span> headings;

  Furniture(
      int[] starts,
      int[] ends,
      BitSet lines,
      List<Span> stamps,
      List<SectionMark> sections,
      List<Span> headings) {
    this.starts = starts;
    this.ends = ends;
    this.lines = lines;
    this.stamps = List.copyOf(stamps);
    this.sections = List.copyOf(sections);
    this.headings = List.copyOf(headings);
    for (int i = 0; i < starts.length; i++) {
      blocks.set(starts[i] >> BLOCK, (ends[i] - 1 >> BLOCK) + 1);
    }
  }

  /** Finds the furniture of a body. */
  public static Furniture of(Lines lines) {
    return new FurnitureScanner(lines).scan();
  }

  /** Whether line {@code i} is furniture from its first to its last character; no blank line is. */
  public boolean isFurniture(int i) {
    return lines.get(i);
  }

  /** Whether the character at {@code offset} belongs to furniture. */
  public boolean covers(int offset) {
    return piece(offset) >= 0;
  }

  /** {@code offset} itself, or, where it lies in furniture, the offset behind that furniture. */
  public int skip(int offset) {
    int found = piece(offset);
    return found < 0 ? offset : ends[found];
  }

  /** {@code offset} itself, or, where furniture ends there, the offset before that furniture. */
  public int skipBack(int offset) {
    int found = offset <= 0 ? -1 : piece(offset - 1);
    return found < 0 ? offset : starts[found];
  }

  /** All furniture, stamps included, by offset, without overlaps. */
  public List<Span> spans() {
    Span[] spans = new Span[starts.length];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = new Span(starts[i], ends[i]);
    }
    return List.of(spans);
  }

  /** The stamps of the releasing review, by offset. */
  public List<Span> stamps() {
    return stamps;
  }

  /** Where page lines, section headers and classification lines name a section, by offset. */
  public List<SectionMark> sections() {
    return sections;
  }

  /**
   * The headings that later sections repeat, each from behind its classification line, by offset. A
   * repetition can be longer than the first heading, where that was cut short.
   */
  public List<Span> headings() {
    return headings;
  }

  private int piece(int offset) {
    if (offset < 0 || !blocks.get(offset >> BLOCK)) {
      return -1;
    }
    int found = Arrays.binarySearch(starts, offset);
    if (found < 0) {
      found = -found - 2;
    }
    return found >= 0 && offset < ends[found] ? found : -1;
  }
}
