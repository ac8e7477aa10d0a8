package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Level;
import org.cablebeam.transforms.parse.body.ParagraphHeadings.Heading;
import org.cablebeam.transforms.parse.body.ParagraphNumbers.Candidate;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paragraphs of a running text. A number opens a paragraph only where it carries the
 * count on: a year or an amount at the beginning of a line does not. One a body.
 */
final class ParagraphFinder {
  /**
   * A paragraph.
   *
   * @param number as numbered, null where it is not
   * @param mark its portion mark, null where there is none
   * @param level what the mark says, or the mark of the whole text
   * @param heading the heading above it or at its beginning
   * @param headed whether the heading stands above it
   * @param blockStart where it begins with its heading
   * @param start where its number or first word stands
   * @param contentStart behind number and mark
   * @param end behind its last character
   */
  record Found(
      @Nullable Integer number,
      @Nullable PortionMark mark,
      @Nullable Level level,
      @Nullable String heading,
      boolean headed,
      int blockStart,
      int start,
      int contentStart,
      int end) {}

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;
  private final int end;
  private final ParagraphHeadings headings;
  private final RunInHeading runIn;
  private final ParagraphNumbers numbers;

  ParagraphFinder(TextLines reading, Issues issues) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = reading.start();
    this.end = reading.end();
    this.headings = new ParagraphHeadings(reading);
    this.runIn = new RunInHeading(reading);
    this.numbers = new ParagraphNumbers(reading, headings, issues);
  }

  List<Found> find() {
    List<Found> found = new ArrayList<>();
    if (start >= end) {
      return found;
    }
    List<Candidate> numbered = numbers.find();
    List<Heading> above = new ArrayList<>();
    int floor = start;
    for (Candidate candidate : numbered) {
      above.add(headings.above(candidate, floor));
      floor = candidate.content();
    }
    unnumbered(numbered.isEmpty() ? end : above.get(0).start(), found);
    Level whole = levelOfWhole(found, numbered);
    for (int i = 0; i < numbered.size(); i++) {
      int limit = i + 1 < numbered.size() ? above.get(i + 1).start() : end;
      found.add(numbered(numbered.get(i), above.get(i), limit, whole));
    }
    return found;
  }

  /** What CONFIDENTIAL - ENTIRE TEXT says, the last such mark; null where none stands. */
  private static @Nullable Level levelOfWhole(List<Found> blocks, List<Candidate> numbered) {
    Level whole = null;
    for (Found block : blocks) {
      if (block.mark != null && block.mark.entireText()) {
        whole = block.mark.level();
      }
    }
    for (Candidate candidate : numbered) {
      PortionMark mark = candidate.mark();
      if (mark != null && mark.entireText()) {
        whole = mark.level();
      }
    }
    return whole;
  }

  private Found numbered(Candidate candidate, Heading above, int limit, @Nullable Level whole) {
    int from = candidate.start();
    int stop = Math.max(from + 1, trimmed(from, limit));
    PortionMark mark = candidate.mark();
    String heading = above.text() != null ? above.text() : runIn.of(candidate.content(), stop);
    return new Found(
        candidate.number(),
        mark,
        mark == null ? whole : mark.level(),
        heading,
        above.text() != null,
        Math.min(above.start(), from),
        from,
        Math.min(candidate.content(), stop),
        stop);
  }

  /** Blocks between blank lines, up to {@code limit}. */
  private void unnumbered(int limit, List<Found> found) {
    int line = lines.at(start);
    int blockStart = -1;
    int blockLine = -1;
    int lastEnd = start;
    for (; line < lines.count() && lines.start(line) < limit; line++) {
      boolean gap = reading.empty(line) || reading.rule(line);
      if (gap) {
        continue;
      }
      int at = Math.max(start, reading.wordsStart(line));
      int stop = Math.min(reading.wordsEnd(line), limit);
      if (at >= stop) {
        continue;
      }
      boolean opens =
          blockStart < 0
              || (line > blockLine + 1
                  && (!betweenFurniture(blockLine, line) || !reading.runsOnInto(line)));
      if (opens) {
        if (blockStart >= 0) {
          block(blockStart, lastEnd, found);
        }
        blockStart = at;
      }
      blockLine = line;
      lastEnd = stop;
    }
    if (blockStart >= 0) {
      block(blockStart, lastEnd, found);
    }
  }

  private boolean betweenFurniture(int above, int below) {
    for (int i = above + 1; i < below; i++) {
      if (reading.furniture().isFurniture(i)) {
        return true;
      }
    }
    return false;
  }

  private void block(int from, int to, List<Found> found) {
    int line = lines.at(from);
    int floor = found.isEmpty() ? start : found.get(found.size() - 1).end;
    if (lines.at(to - 1) == line && reading.isHandling(line)) {
      return;
    }
    if (lines.at(to - 1) == line
        && headings.isHeadingOnly(line)
        && headings.headsBelow(line, floor)) {
      // A heading line of its own belongs to the block below it.
      return;
    }
    Heading above = headings.above(line, from, floor);
    char first = text.charAt(from);
    PortionMark mark =
        first == '(' || Character.isUpperCase(first)
            ? PortionMark.at(text, from, to).orElse(null)
            : null;
    int content = mark == null ? from : Math.min(mark.end(), to);
    String heading = above.text() != null ? above.text() : runIn.of(skipBlanks(content, to), to);
    found.add(
        new Found(
            null,
            mark,
            mark == null ? null : mark.level(),
            heading,
            above.text() != null,
            Math.min(above.start(), from),
            from,
            content,
            to));
  }

  /** Behind the last character of the text before {@code limit}. */
  private int trimmed(int from, int limit) {
    int at = limit;
    while (at > from) {
      int line = lines.at(at - 1);
      int begin = Math.max(from, lines.start(line));
      int stop = at;
      while (stop > begin) {
        if (isFiller(text.charAt(stop - 1))) {
          stop--;
        } else {
          int before = reading.furniture().skipBack(stop);
          if (before == stop) {
            break;
          }
          stop = Math.max(begin, before);
        }
      }
      boolean nothing =
          stop <= begin
              || (begin == lines.start(line) && (reading.empty(line) || reading.dashes(line)));
      if (!nothing) {
        return stop;
      }
      at = begin;
      if (begin == from) {
        break;
      }
    }
    return from;
  }

  private static boolean isFiller(char c) {
    return Lines.isBlank(c) || c == '\u00b6' || c == '\\';
  }

  private int skipBlanks(int from, int to) {
    int at = from;
    while (at < to && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
