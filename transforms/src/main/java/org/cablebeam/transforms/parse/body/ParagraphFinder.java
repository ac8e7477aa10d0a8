package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Level;
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

  /** Nobody numbers more paragraphs. */
  private static final int MOST = 1000;

  /** Joined lines are longer than any telegraph line; only in them do paragraphs begin inside. */
  private static final int JOINED = 100;

  /** A heading without a blank line above it is no longer, in UTF-16 units. */
  private static final int SHORT_HEADING = 50;

  private static final int MARKED = 2;
  private static final int SPACED = 1;

  private record Candidate(
      int number,
      int line,
      boolean atLineStart,
      int start,
      int content,
      @Nullable PortionMark mark,
      int strength) {}

  private record Heading(@Nullable String text, int start) {}

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;
  private final int end;
  private final Issues issues;

  ParagraphFinder(TextLines reading, int start, int end, Issues issues) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = start;
    this.end = end;
    this.issues = issues;
  }

  List<Found> find() {
    List<Found> found = new ArrayList<>();
    if (start >= end) {
      return found;
    }
    List<Candidate> numbered = inSequence(candidates());
    List<Heading> headings = new ArrayList<>();
    int floor = start;
    for (Candidate candidate : numbered) {
      headings.add(headingAbove(candidate, floor));
      floor = candidate.content;
    }
    int firstBlock = numbered.isEmpty() ? end : headings.get(0).start;
    unnumbered(firstBlock, found);
    Level whole = null;
    for (Found block : found) {
      if (block.mark != null && block.mark.entireText()) {
        whole = block.mark.level();
      }
    }
    for (Candidate candidate : numbered) {
      if (candidate.mark != null && candidate.mark.entireText()) {
        whole = candidate.mark.level();
      }
    }
    for (int i = 0; i < numbered.size(); i++) {
      Candidate candidate = numbered.get(i);
      int limit = i + 1 < numbered.size() ? headings.get(i + 1).start : end;
      Heading above = headings.get(i);
      int stop = Math.max(candidate.start + 1, trimmed(candidate.start, limit));
      PortionMark mark = candidate.mark;
      String heading =
          above.text != null ? above.text : headingAtBeginning(candidate.content, stop);
      found.add(
          new Found(
              candidate.number,
              mark,
              mark == null ? whole : mark.level(),
              heading,
              above.text != null,
              Math.min(above.start, candidate.start),
              candidate.start,
              Math.min(candidate.content, stop),
              stop));
    }
    return found;
  }

  // Numbers

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    int firstLine = lines.at(start);
    boolean spaced = true;
    for (int line = firstLine; line < lines.count() && lines.start(line) < end; line++) {
      int at = lines.start(line);
      int margin = Math.min(lines.next(line), end);
      // Most lines begin with a letter: nothing to look for unless the line is a joined one.
      while (at < margin && Lines.isBlank(text.charAt(at))) {
        at++;
      }
      if (at >= margin) {
        spaced = true;
        continue;
      }
      if (at < start) {
        at = start;
      }
      if (reading.furniture().covers(at)) {
        at = Math.min(margin, reading.wordsStart(line));
        if (reading.furniture().isFurniture(line)) {
          spaced = true;
          continue;
        }
      } else if (text.charAt(at) == '\u00b6') {
        at++;
      }
      boolean began = false;
      if (at < margin && isStartOfNumber(text.charAt(at))) {
        Candidate candidate = candidate(line, at, margin, true, spaced);
        if (candidate != null) {
          candidates.add(candidate);
          began = true;
        }
      }
      if (margin - at > JOINED) {
        inside(line, began ? at + 4 : at, margin, candidates);
      }
      spaced = reading.rule(line);
    }
    return candidates;
  }

  private static boolean isStartOfNumber(char c) {
    return c >= '0' && c <= '9';
  }

  /** Paragraphs that begin inside a joined line: behind two blanks or the end of a sentence. */
  private void inside(int line, int from, int to, List<Candidate> candidates) {
    for (int at = Math.max(from, lines.start(line) + 2); at < to - 3; at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        continue;
      }
      int before = at - 1;
      if (text.charAt(before) == '\u00b6') {
        before--;
      }
      if (before < from + 1 || !Lines.isBlank(text.charAt(before))) {
        while (at < to && isStartOfNumber(text.charAt(at))) {
          at++;
        }
        continue;
      }
      boolean wide = Lines.isBlank(text.charAt(before - 1));
      if (wide || endsSentence(before)) {
        Candidate candidate = candidate(line, at, to, false, false);
        if (candidate != null && (candidate.mark != null || opensSentence(candidate.content, to))) {
          candidates.add(candidate);
        }
      }
      while (at < to && isStartOfNumber(text.charAt(at))) {
        at++;
      }
    }
  }

  /** A full stop behind a word of four letters or more: not behind NO. or ART. */
  private boolean endsSentence(int offset) {
    int at = offset - 1;
    char c = text.charAt(at);
    if (c == ')' || c == '"') {
      return true;
    }
    if (c != '.' && c != '?' && c != '!') {
      return false;
    }
    int letters = 0;
    while (at > 0 && letters < 4 && Character.isLetter(text.charAt(at - 1))) {
      at--;
      letters++;
    }
    return letters == 4;
  }

  private boolean opensSentence(int from, int to) {
    return from + 1 < to
        && (Character.isUpperCase(text.charAt(from)) || text.charAt(from) == '"')
        && (Character.isLetter(text.charAt(from + 1)) || text.charAt(from + 1) == ' ');
  }

  /** A number of at most three digits that stands as paragraph numbers stand; else null. */
  private @Nullable Candidate candidate(
      int line, int from, int to, boolean atLineStart, boolean spaced) {
    int at = from;
    int number = 0;
    while (at < to && isStartOfNumber(text.charAt(at)) && at - from < 4) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    if (at - from > 3 || number == 0 || number >= MOST || at >= to) {
      return null;
    }
    int behind = at;
    boolean stop = false;
    boolean sign = false;
    while (behind < to && behind - at < 3 && ".,:;) ".indexOf(text.charAt(behind)) >= 0) {
      char c = text.charAt(behind);
      stop |= c == '.';
      sign |= c != ' ';
      behind++;
      if (c == ' ') {
        break;
      }
    }
    int content = behind;
    while (content < to && Lines.isBlank(text.charAt(content))) {
      content++;
    }
    PortionMark mark = markAt(content, to);
    if (mark != null) {
      return new Candidate(number, line, atLineStart, from, mark.end(), mark, MARKED);
    }
    if (!stop || !sign || text.charAt(at) == ')') {
      return null;
    }
    if (content < to && content == at + 1) {
      // 1.THE, but not 1.5 and not 1.4(b).
      char next = text.charAt(content);
      if (!Character.isLetter(next) && next != '"' && next != '(') {
        return null;
      }
      if (next == '(' || Character.isLowerCase(next)) {
        return null;
      }
    }
    return new Candidate(number, line, atLineStart, from, content, null, spaced ? SPACED : 0);
  }

  /** The mark at the beginning of a paragraph, or behind a heading word: {@code Summary: (SBU)}. */
  private @Nullable PortionMark markAt(int from, int to) {
    PortionMark mark = PortionMark.at(text, from, to).orElse(null);
    if (mark != null || from >= to) {
      return mark;
    }
    int word = from;
    int most = Math.min(to, from + 30);
    while (word < most && (Character.isLetter(text.charAt(word)) || text.charAt(word) == ' ')) {
      word++;
    }
    if (word >= most || word == from || (text.charAt(word) != ':' && text.charAt(word) != '(')) {
      return null;
    }
    int open = word;
    while (open < most && (text.charAt(open) == ':' || text.charAt(open) == ' ')) {
      open++;
    }
    PortionMark later =
        open < most && text.charAt(open) == '('
            ? PortionMark.at(text, open, to).orElse(null)
            : null;
    // The words before it are text: the content begins with them.
    return later == null
        ? null
        : new PortionMark(later.text(), later.level(), later.entireText(), from);
  }

  /** Those candidates that carry the count on. */
  private List<Candidate> inSequence(List<Candidate> candidates) {
    int highest = 2;
    for (Candidate candidate : candidates) {
      highest = Math.max(highest, candidate.number);
    }
    int[][] lastWith = new int[3][highest + 8];
    for (int[] row : lastWith) {
      Arrays.fill(row, -1);
    }
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      for (int strength = 0; strength <= candidate.strength; strength++) {
        lastWith[strength][candidate.number] = i;
      }
    }
    List<Candidate> taken = new ArrayList<>();
    int last = 0;
    int style = 0;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      int number = candidate.number;
      boolean repaired = false;
      boolean takes;
      if (taken.isEmpty()) {
        boolean better = candidate.strength == 0 && lastWith[MARKED][number] > i && number == 1;
        boolean oneLater = number != 1 && lastWith[0][1] > i;
        // A section that came alone begins in the middle of the count.
        boolean goesOn = lastWith[0][number + 1] > i && lastWith[0][number + 2] > i;
        takes = !better && !oneLater && (number <= 3 || candidate.strength == MARKED || goesOn);
        takes &= candidate.atLineStart || number == 1;
        repaired = number > 2;
      } else if (number == last + 1) {
        takes = candidate.strength >= style || lastWith[style][number] <= i;
      } else if (number > last + 1 && number <= last + 4) {
        takes = candidate.strength >= Math.max(SPACED, style) && lastWith[style][last + 1] <= i;
        repaired = true;
      } else if (number == last && !(number == 1 && style < MARKED && isHeaded(candidate))) {
        takes = candidate.strength == MARKED && style == MARKED;
        repaired = true;
      } else if (number == 1) {
        boolean headed = style < MARKED && isHeaded(candidate);
        boolean over = headed || lastWith[style][last + 1] <= i;
        boolean free = headed || candidate.strength >= Math.max(SPACED, style);
        takes = over && free && lastWith[headed ? 0 : style][2] > i;
        repaired = true;
      } else {
        takes = false;
      }
      if (takes) {
        if (repaired) {
          issues.add(
              IssueCode.PARAGRAPH_SEQUENCE,
              "paragraphs",
              last == 0 ? "begins with " + number : number + " after " + last);
        }
        if (taken.isEmpty()) {
          style = candidate.strength;
        }
        taken.add(candidate);
        last = number;
      }
    }
    return taken;
  }

  /** Whether the line above a number is a heading, and not the end of a sentence. */
  private boolean isHeaded(Candidate candidate) {
    int above = candidate.line - 1;
    return candidate.atLineStart
        && above > 0
        && lines.start(above) > start
        && !reading.empty(above)
        && reading.looksLikeHeading(above)
        && standsBehindSentence(above)
        && text.charAt(reading.wordsEnd(above) - 1) != ':';
  }

  // Headings

  /** The heading above a paragraph; where there is none, where the paragraph itself begins. */
  private Heading headingAbove(Candidate candidate, int floor) {
    return candidate.atLineStart
        ? headingAbove(candidate.line, candidate.start, floor)
        : new Heading(null, candidate.start);
  }

  private Heading headingAbove(int line, int from, int floor) {
    int above = line - 1;
    int blanks = 0;
    while (above >= 0 && lines.start(above) >= floor && reading.empty(above) && blanks < 12) {
      above--;
      blanks++;
    }
    if (above < 0 || lines.start(above) < floor || blanks == 12) {
      return new Heading(null, from);
    }
    int[] inline = reading.inlineHeading(above);
    if (inline[0] >= 0) {
      return new Heading(text.substring(inline[0], inline[1]), lines.indentEnd(above));
    }
    boolean ruled = reading.rule(above);
    int bottom = above;
    while (bottom >= 0
        && lines.start(bottom) >= floor
        && above - bottom < 4
        && (reading.rule(bottom) || (ruled && reading.empty(bottom)))) {
      bottom--;
    }
    if (bottom < 0
        || lines.start(bottom) < floor
        || reading.empty(bottom)
        || reading.rule(bottom)) {
      return new Heading(null, from);
    }
    int top = bottom;
    while (top > 0
        && bottom - top < 2
        && lines.start(top - 1) >= floor
        && !reading.empty(top - 1)
        && !reading.rule(top - 1)) {
      top--;
    }
    boolean free =
        top == 0
            || lines.start(top) <= floor
            || lines.start(top - 1) < floor
            || reading.empty(top - 1)
            || reading.rule(top - 1);
    if (!free) {
      // More than three lines: the last one alone may be underlined.
      top = bottom;
      free = false;
    }
    boolean heading =
        ruled
            ? lines.end(bottom) - reading.wordsStart(top) <= 240
            : reading.looksLikeHeading(bottom)
                && (standsFree(bottom) || standsBehindSentence(bottom));
    if (!ruled) {
      top = bottom;
    }
    if (!heading || (ruled && !free && !reading.looksLikeHeading(bottom))) {
      return new Heading(null, from);
    }
    int begin = reading.wordsStart(top);
    if (text.regionMatches(true, begin, "END ", 0, 4)
        || PortionMark.at(text, begin, from).filter(PortionMark::entireText).isPresent()) {
      // The end mark of a summary is no heading, nor is the mark of the whole text.
      return new Heading(null, from);
    }
    StringBuilder words = new StringBuilder();
    for (int i = top; i <= bottom; i++) {
      if (i > top) {
        words.append(' ');
      }
      words.append(text, reading.wordsStart(i), reading.wordsEnd(i));
    }
    return words.length() == 0 ? new Heading(null, from) : new Heading(words.toString(), begin);
  }

  /**
   * {@code COMMENT: …}, {@code SUMMARY. …}, {@code PRICES -- …} at the beginning of a paragraph.
   */
  private @Nullable String headingAtBeginning(int from, int to) {
    int limit = Math.min(to, from + 64);
    int at = from;
    int words = 1;
    while (at < limit) {
      char c = text.charAt(at);
      if (c == ':' || c == '.' || (c == '-' && at + 1 < to && text.charAt(at + 1) == '-')) {
        break;
      }
      if (c == ',' || c == ';' || c == '(' || c == '"' || c == '\n' || Character.isDigit(c)) {
        return null;
      }
      words += c == ' ' ? 1 : 0;
      at++;
    }
    if (at >= limit || at == from || words > 8) {
      return null;
    }
    String heading = text.substring(from, at).strip();
    if (heading.isEmpty() || !Character.isUpperCase(heading.charAt(0))) {
      return null;
    }
    if (PassageWord.is(heading)) {
      return heading;
    }
    // A sentence that introduces a list ends its line with the colon.
    boolean introduces = at + 1 >= to || text.charAt(at + 1) == '\n';
    return text.charAt(at) != '.' && words <= 6 && !introduces ? heading : null;
  }

  /** A short line without an end of its own between the end of a sentence and a number. */
  private boolean standsBehindSentence(int line) {
    return lines.end(line) - lines.indentEnd(line) <= SHORT_HEADING && !reading.runsOnInto(line);
  }

  private boolean standsFree(int line) {
    return line == 0
        || lines.start(line) <= start
        || reading.empty(line - 1)
        || reading.rule(line - 1);
  }

  // Text without numbers

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
    if (lines.at(to - 1) == line && isHeadingOnly(line) && headsBelow(line, floor)) {
      // A heading line of its own belongs to the block below it.
      return;
    }
    Heading above = headingAbove(line, from, floor);
    char first = text.charAt(from);
    PortionMark mark =
        first == '(' || Character.isUpperCase(first)
            ? PortionMark.at(text, from, to).orElse(null)
            : null;
    int content = mark == null ? from : Math.min(mark.end(), to);
    String heading =
        above.text != null ? above.text : headingAtBeginning(skipBlanks(content, to), to);
    found.add(
        new Found(
            null,
            mark,
            mark == null ? null : mark.level(),
            heading,
            above.text != null,
            Math.min(above.start, from),
            from,
            content,
            to));
  }

  /** Whether the text below a line takes it for its heading. */
  private boolean headsBelow(int line, int floor) {
    int below = line + 1;
    while (below < lines.count()
        && below < line + 12
        && lines.start(below) < end
        && (reading.empty(below) || reading.rule(below))) {
      below++;
    }
    return below >= lines.count()
        || lines.start(below) >= end
        || headingAbove(below, reading.wordsStart(below), floor).text != null;
  }

  private boolean isHeadingOnly(int line) {
    int below = line + 1;
    if (below < lines.count() && reading.rule(below)) {
      return true;
    }
    return reading.inlineHeading(line)[0] >= 0
        || (reading.looksLikeHeading(line) && below < lines.count() && lines.start(below) < end);
  }

  // Ends

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
