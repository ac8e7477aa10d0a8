package org.cablebeam.transforms.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the furniture of one body. First each line is taken for what it looks like by itself; then
 * runs of such lines are judged together, for a classification word or a number is furniture only
 * beside a page line; then the repeated headings of later sections are taken whole. One a body.
 */
final class FurnitureScanner {
  private final FurnitureSheet sheet;
  private final Lines lines;
  private final String text;
  private final List<Span> stamps;
  private final PageLines pages;
  private final SectionHeadings headings;
  private final SectionHeaders sectionHeaders;
  private final RepeatedHeadings repeated;

  FurnitureScanner(Lines lines) {
    this.lines = lines;
    this.text = lines.text();
    this.sheet = new FurnitureSheet(lines);
    this.stamps = StampFinder.find(lines);
    this.pages = new PageLines(sheet);
    this.headings = new SectionHeadings(sheet);
    this.sectionHeaders = new SectionHeaders(sheet, headings);
    this.repeated = new RepeatedHeadings(sheet, headings);
  }

  Furniture scan() {
    takeStamps();
    for (int i = 0; i < sheet.kinds.length; i++) {
      if (sheet.kinds[i] == FurnitureSheet.TEXT) {
        look(i);
      }
    }
    judgeRuns();
    repeated.take();
    return build();
  }

  private void look(int i) {
    int start = lines.indentEnd(i);
    int end = lines.end(i);
    if (start >= end) {
      sheet.kinds[i] = isFormFeed(i) ? FurnitureSheet.BREAK : FurnitureSheet.BLANK;
      return;
    }
    char c = text.charAt(start);
    if (c >= 'A' && c <= 'Z') {
      lookAtCapital(i, start, end, c);
    } else if (c == 'h' && LoneLine.isPrintedAddress(text, start, end)) {
      sheet.breakAt(i, start, end);
    } else if (c >= 'a' && c <= 'z') {
      // Furniture is upper case but for the classification words of lower-case cables and stamps.
      lookAtLevel(i, start, end);
    } else {
      lookAtSign(i, start, end, c);
    }
    if (sheet.kinds[i] == FurnitureSheet.TEXT && end - start > FurnitureSheet.JOINED) {
      lookInside(start, end);
    }
  }

  /** Whether a new page begins with a blank line. */
  private boolean isFormFeed(int line) {
    int at = lines.start(line);
    while (at < lines.next(line) && text.charAt(at) != '\f') {
      at++;
    }
    return at < lines.next(line);
  }

  private void lookAtCapital(int i, int start, int end, char c) {
    if (c == 'P' && (pages.take(i, start, end) || takePageNumber(i, start, end))) {
      return;
    }
    if (ReleaseLine.is(text, start, end)) {
      sheet.breakAt(i, start, end);
      return;
    }
    if (ReleaseLine.isBeside(text, start, end)) {
      sheet.kinds[i] = FurnitureSheet.BESIDE;
      return;
    }
    if (end - start <= 24 && LoneLine.isMark(text, start, end, c)) {
      if (LoneLine.isEndMark(text, start, end)) {
        sheet.breakAt(i, start, end);
      } else {
        sheet.kinds[i] = FurnitureSheet.CAPTION;
      }
      return;
    }
    lookAtLevel(i, start, end);
    if (sheet.kinds[i] == FurnitureSheet.TEXT) {
      sectionHeaders.take(i, start, end);
    }
  }

  /** {@code Page 2 of 3}; without the count only beside other furniture. */
  private boolean takePageNumber(int i, int start, int end) {
    int behind = LoneLine.pageEnd(text, start, end);
    if (behind < 0) {
      return false;
    }
    if (behind < end || pages.isBelowLevel(i)) {
      sheet.breakAt(i, start, end);
    } else {
      sheet.kinds[i] = FurnitureSheet.BESIDE;
    }
    return true;
  }

  private void lookAtSign(int i, int start, int end, char c) {
    if (c >= '0' && c <= '9') {
      if (end - start <= 5 && LoneLine.isPrintNumber(text, start, end)) {
        sheet.kinds[i] = FurnitureSheet.NUMBER;
      } else if (Signs.eightDigits(text, start, end)) {
        sectionHeaders.takeNumber(i, start, end);
      }
    } else if (c == '-') {
      if (LoneLine.isMessageCentreNumber(text, start, end)) {
        sheet.breakAt(i, start, end);
      } else if (LoneLine.isPageNumber(text, start, end)) {
        sheet.breakAt(i, start, end);
      } else if (end - start <= 24 && LoneLine.isContinuation(text, start, end)) {
        sheet.kinds[i] = FurnitureSheet.CAPTION;
      }
    } else if (c == '<') {
      if (text.startsWith("<< END OF DOCUMENT >>", start)) {
        sheet.breakAt(i, start, end);
      }
    } else if (c == '*') {
      if (text.startsWith("*** Current ", start)) {
        sheet.breakAt(i, start, end);
      }
    } else if (c == '\u00bf') {
      if (LoneLine.isOnly(text, start, end, '\u00bf')) {
        sheet.breakAt(i, start, end);
      }
    } else if (c == '(' && end - start <= 24 && LoneLine.isContinuation(text, start, end)) {
      sheet.kinds[i] = FurnitureSheet.CAPTION;
    } else if (c == '#' && end - start == 5 && Signs.isDigits(text, start + 1, end)) {
      sheet.breakAt(i, start, end);
    } else {
      lookAtLevel(i, start, end);
    }
  }

  /** A classification word alone, or the classification line of the message or of a section. */
  private void lookAtLevel(int i, int start, int end) {
    int behind = LevelWord.end(text, start, end);
    if (behind < 0) {
      return;
    }
    int rest = LevelWord.caveatsEnd(text, behind, end);
    if (rest >= end || LevelWord.isPrintNumber(text, rest, end)) {
      sheet.kinds[i] = FurnitureSheet.LEVEL;
      return;
    }
    headings.take(i, rest, end);
  }

  private void takeStamps() {
    for (Span stamp : stamps) {
      sheet.add(stamp.start(), stamp.end());
      int first = lines.at(stamp.start());
      int last = lines.at(stamp.end() - 1);
      for (int line = first; line <= last; line++) {
        boolean opens = line > first || opensLine(stamp.start(), line);
        if (opens && (line < last || closesLine(stamp.end(), line))) {
          sheet.kinds[line] = lines.blank(line) ? FurnitureSheet.BLANK : FurnitureSheet.BREAK;
        }
      }
    }
  }

  /** Whether nothing but a margin stands before {@code offset} on its line. */
  private boolean opensLine(int offset, int line) {
    int at = offset;
    while (at > lines.start(line)
        && offset - at < FurnitureSheet.MARGIN
        && Lines.isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at == lines.start(line);
  }

  private boolean closesLine(int offset, int line) {
    int end = Math.min(lines.next(line), offset + FurnitureSheet.MARGIN);
    return Characters.skipBlanks(text, offset, end) >= lines.next(line);
  }

  /** Decides on what is furniture only in company. */
  private void judgeRuns() {
    boolean inText = false;
    boolean inHeading = false;
    int i = 0;
    while (i < sheet.kinds.length) {
      if (sheet.kinds[i] == FurnitureSheet.TEXT) {
        inText = inText || sheet.opensText(i);
        inHeading = inHeading || sheet.opensField(i);
        i++;
        continue;
      }
      int first = i;
      boolean proof = false;
      int levels = 0;
      while (i < sheet.kinds.length && sheet.kinds[i] != FurnitureSheet.TEXT) {
        proof |= sheet.kinds[i] == FurnitureSheet.PAGE || sheet.kinds[i] == FurnitureSheet.BREAK;
        proof |= text.charAt(lines.start(i)) == '\f';
        levels += sheet.kinds[i] == FurnitureSheet.LEVEL ? 1 : 0;
        i++;
      }
      for (int line = first; line < i; line++) {
        byte kind = sheet.kinds[line];
        boolean taken =
            switch (kind) {
              case FurnitureSheet.LEVEL -> proof || (inText && levels > 1);
              case FurnitureSheet.BESIDE -> proof;
              case FurnitureSheet.NUMBER -> afterPage(line, first);
              // Behind TAGS it stands where a page ended.
              case FurnitureSheet.CAPTION -> inText || (inHeading && isSipdis(line));
              default -> false;
            };
        if (taken) {
          sheet.add(lines.indentEnd(line), lines.end(line));
        }
      }
    }
  }

  private boolean isSipdis(int line) {
    return text.startsWith("SIPDIS", lines.indentEnd(line));
  }

  private boolean afterPage(int line, int first) {
    int above = line - 1;
    while (above >= first && sheet.kinds[above] == FurnitureSheet.BLANK) {
      above--;
    }
    return above >= first && sheet.kinds[above] == FurnitureSheet.PAGE;
  }

  private Furniture build() {
    List<Span> found = sheet.found;
    found.sort(
        Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
    int[] starts = new int[found.size()];
    int[] ends = new int[found.size()];
    int count = 0;
    for (Span span : found) {
      if (span.isEmpty()) {
        continue;
      }
      if (count > 0 && span.start() < ends[count - 1]) {
        ends[count - 1] = Math.max(ends[count - 1], span.end());
      } else {
        starts[count] = span.start();
        ends[count++] = span.end();
      }
    }
    BitSet whole = new BitSet(lines.count());
    int piece = 0;
    for (int line = 0; line < lines.count() && piece < count; line++) {
      while (piece < count && ends[piece] <= lines.start(line)) {
        piece++;
      }
      if (piece < count && starts[piece] < lines.next(line)) {
        int start = lines.indentEnd(line);
        int end = lines.end(line);
        if (start < end && start >= starts[piece] && end <= ends[piece]) {
          whole.set(line);
        }
      }
    }
    sheet.sections.sort(Comparator.comparingInt(Furniture.SectionMark::offset));
    return new Furniture(
        Arrays.copyOf(starts, count),
        Arrays.copyOf(ends, count),
        whole,
        stamps,
        sheet.sections,
        repeated.fields());
  }

  /** Page lines and section headers within a line that a republisher joined of many. */
  private void lookInside(int start, int end) {
    int from = Math.max(start, sheet.scannedTo);
    pages.lookInside(start, end, from);
    sectionHeaders.lookInside(start, end, from);
  }
}
