package org.cablebeam.transforms.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the headings, and the headers before them, that later sections of a message repeat. The
 * words of the repeated fields are kept as spans, for a later copy may be the better one. One a
 * body.
 */
final class RepeatedHeadings {
  /** No telegraph header is longer, in lines. */
  private static final int HEADER = 250;

  /** Where the first heading is looked for to know its repetitions, in lines. */
  private static final int HEADING = 80;

  /** So many lines of text above a heading prove that the section before stands there. */
  private static final int PROVEN = 3;

  private final FurnitureSheet sheet;
  private final Lines lines;
  private final String text;
  private final List<SectionHeadings.Heading> all;
  private final List<Span> fields = new ArrayList<>();

  RepeatedHeadings(FurnitureSheet sheet, SectionHeadings headings) {
    this.sheet = sheet;
    this.lines = sheet.lines;
    this.text = sheet.text;
    this.all = headings.all();
  }

  /** What stands between the lines of repeated headings, the repeated fields. */
  List<Span> fields() {
    return fields;
  }

  void take() {
    if (all.isEmpty()) {
      return;
    }
    SectionHeadings.Heading first = all.get(0);
    // A body that begins with a later section keeps its heading: it has no other.
    int above = lines.at(headerStart(first.line(), 0));
    int texts = 0;
    for (int line = 0; line < above && texts < PROVEN; line++) {
      boolean words = sheet.kinds[line] == FurnitureSheet.TEXT && !isHeaderLine(line);
      texts += words ? (sheet.opensText(line) ? PROVEN : 1) : 0;
    }
    RepeatedHeading heading = null;
    int opens = textStart(first.line());
    int floor = 0;
    for (SectionHeadings.Heading line : all) {
      boolean own = line.serial() < 0 || first.serial() < 0 || line.serial() == first.serial();
      boolean later = !line.equals(first) || texts >= PROVEN;
      // A copyist may have left the section out; then the heading must come again in the text.
      boolean unnumbered = line.section() == 0 && line.serial() >= 0 && line.line() > opens;
      int end = -1;
      if ((line.section() >= 2 || unnumbered) && own && later && line.line() >= floor) {
        if (heading == null) {
          heading = firstHeading(first.equals(line) ? -1 : first.line(), opens);
        }
        end = headingEnd(heading, line.next());
      }
      int behindLine = lines.end(line.next() - 1);
      if (end < 0 || (unnumbered && end <= behindLine)) {
        floor = Math.max(floor, line.line() + 1);
        continue;
      }
      int begin = headerStart(line.line(), floor);
      sheet.found.add(new Span(begin, Math.max(begin, end)));
      if (behindLine < end) {
        fields.add(new Span(behindLine, end));
      }
      floor = lines.at(Math.max(end - 1, begin)) + 1;
    }
  }

  /** Where the running text begins below the classification line {@code line}, or far below it. */
  private int textStart(int line) {
    int to = line;
    while (to < sheet.kinds.length && to < line + HEADING && !sheet.opensText(to)) {
      to++;
    }
    return to;
  }

  private RepeatedHeading firstHeading(int line, int opens) {
    return new RepeatedHeading(lines, Math.max(line, 0), line < 0 ? 0 : opens);
  }

  /** The offset behind the repeated heading whose first line is {@code from}. */
  private int headingEnd(RepeatedHeading heading, int from) {
    int last = lines.end(from - 1);
    heading.rewind();
    for (int i = from; i < sheet.kinds.length && i < from + HEADING; i++) {
      int at = lines.indentEnd(i);
      int end = lines.end(i);
      if (at >= end) {
        heading.blank();
        continue;
      }
      if (sheet.kinds[i] == FurnitureSheet.TEXT && !heading.repeats(at, end)) {
        break;
      }
      last = end;
    }
    return last;
  }

  /** Where the header before the classification line {@code line} of a later section begins. */
  private int headerStart(int line, int floor) {
    int lowest = Math.max(floor, line - HEADER);
    int from = -1;
    boolean to = false;
    int start = lines.indentEnd(line);
    for (int i = line - 1; i >= lowest; i--) {
      int at = lines.indentEnd(i);
      int end = lines.end(i);
      if (at >= end) {
        continue;
      }
      if (text.startsWith("TO ", at)) {
        to = true;
      } else if (to && text.startsWith("FM ", at)) {
        from = i;
        start = at;
        break;
      } else if (to && end - 3 > at && text.startsWith(" FM", end - 3)) {
        return end - 2;
      }
      if (end - at > FurnitureSheet.JOINED) {
        break;
      }
    }
    if (from < 0) {
      return start;
    }
    int top = from;
    for (int i = from - 1; i >= Math.max(floor, from - 60); i--) {
      if (sheet.kinds[i] == FurnitureSheet.PAGE || text.startsWith("VZCZC", lines.indentEnd(i))) {
        if (text.startsWith("VZCZC", lines.indentEnd(i)) || opensDistribution(i + 1, from)) {
          top = i;
        }
        break;
      }
    }
    while (top > floor && isHeaderLine(top - 1)) {
      top--;
    }
    while (sheet.kinds[top] == FurnitureSheet.BLANK) {
      top++;
    }
    return lines.indentEnd(top);
  }

  private boolean opensDistribution(int line, int stop) {
    for (int i = line; i < stop; i++) {
      if (sheet.kinds[i] == FurnitureSheet.TEXT) {
        int at = lines.indentEnd(i);
        return text.startsWith("ACTION ", at)
            || text.startsWith("ORIGIN ", at)
            || text.startsWith("INFO ", at);
      }
    }
    return sheet.kinds[Math.max(0, line)] != FurnitureSheet.TEXT;
  }

  private boolean isHeaderLine(int i) {
    if (sheet.kinds[i] != FurnitureSheet.TEXT) {
      return true;
    }
    int at = lines.indentEnd(i);
    int end = lines.end(i);
    if (text.startsWith("ZNY ", at)
        || text.startsWith("ZNR ", at)
        || text.startsWith("DE RU", at)
        || text.startsWith("VZCZC", at)
        || text.startsWith("NOTE BY OC/T", at)) {
      return true;
    }
    // Two-letter prosign and route; precedence letters and date-time group.
    return (at + 4 < end && text.charAt(at + 2) == ' ' && text.startsWith("RU", at + 3))
        || isDateTimeGroup(at, end);
  }

  private boolean isDateTimeGroup(int from, int end) {
    int at = from;
    while (at < end && at - from < 6 && !Character.isDigit(text.charAt(at))) {
      if ("ZOPR ".indexOf(text.charAt(at)) < 0) {
        return false;
      }
      at++;
    }
    if (at + 6 > end || !Signs.isDigits(text, at, at + 6)) {
      return false;
    }
    at = Characters.skipBlanks(text, at + 6, end);
    return at < end && text.charAt(at) == 'Z';
  }
}
