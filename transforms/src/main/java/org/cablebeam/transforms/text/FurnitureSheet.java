package org.cablebeam.transforms.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one body, what each was taken for so far, and the furniture found. The finders of
 * the single constructs write on it, {@link FurnitureScanner} judges. Not thread-safe: one a body.
 */
final class FurnitureSheet {
  static final byte TEXT = 0;
  static final byte BLANK = 1;

  /** A classification word and nothing else. */
  static final byte LEVEL = 2;

  /** A page line. */
  static final byte PAGE = 3;

  /** A short number alone, as printers left it below a page line. */
  static final byte NUMBER = 4;

  /** A caption alone: what remains of a page header whose other lines were removed. */
  static final byte CAPTION = 5;

  /** Furniture by itself, and proof that a page or section ends here. */
  static final byte BREAK = 6;

  /** A stamp or page number that is furniture only in company, as a classification word is. */
  static final byte BESIDE = 7;

  /** Joined lines are longer than any telegraph line. */
  static final int JOINED = 100;

  /** The widest margin, in UTF-16 units. */
  static final int MARGIN = 200;

  final Lines lines;
  final String text;
  final byte[] kinds;
  final List<Span> found = new ArrayList<>();
  final List<Furniture.SectionMark> sections = new ArrayList<>();

  /** Behind the last furniture found, in UTF-16 units. */
  int scannedTo;

  FurnitureSheet(Lines lines) {
    this.lines = lines;
    this.text = lines.text();
    this.kinds = new byte[lines.count()];
  }

  void add(int start, int end) {
    found.add(new Span(start, end));
    scannedTo = Math.max(scannedTo, end);
  }

  /** Takes a line whole, as the end of a page or section. */
  void breakAt(int line, int start, int end) {
    kinds[line] = BREAK;
    add(start, end);
  }

  int previousText(int i) {
    int above = i - 1;
    while (above >= 0 && above >= i - 3 && kinds[above] == BLANK) {
      above--;
    }
    return above >= 0 && above >= i - 3 ? above : -1;
  }

  /** The next line that is not blank, at most four lines on; -1 where there is none. */
  int nextText(int i) {
    for (int below = i + 1; below < kinds.length && below <= i + 4; below++) {
      if (!lines.blank(below)) {
        return below;
      }
    }
    return -1;
  }

  /** Whether a field of the heading begins that captions stand before: TAGS, SUBJECT. */
  boolean opensField(int line) {
    int at = lines.indentEnd(line);
    return text.regionMatches(true, at, "TAGS", 0, 4) || text.regionMatches(true, at, "SUBJ", 0, 4);
  }

  /** Whether the running text has begun: a paragraph number or a summary at the line's start. */
  boolean opensText(int line) {
    int at = lines.indentEnd(line);
    int end = lines.end(line);
    if (at < end && text.charAt(at) == '\u00b6') {
      at++;
    }
    if (at >= end) {
      return false;
    }
    char c = text.charAt(at);
    if (c == 'S' || c == 's') {
      return text.regionMatches(true, at, "SUMMARY", 0, 7);
    }
    if (c != '1' && c != '2') {
      return false;
    }
    int next = Characters.skipBlanks(text, at + 1, end);
    return next < end && (text.charAt(next) == '.' || text.charAt(next) == '(');
  }
}
