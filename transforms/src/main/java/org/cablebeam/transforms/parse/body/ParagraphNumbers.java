package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers with which paragraphs begin. Whatever looks like one is a candidate; those that
 * carry the count on are taken: a year or an amount at the beginning of a line does not. One a
 * body.
 */
final class ParagraphNumbers {
  /** Nobody numbers more paragraphs. */
  private static final int MOST = 1000;

  /** Joined lines are longer than any telegraph line; only in them do paragraphs begin inside. */
  private static final int JOINED = 100;

  private static final int MARKED = 2;
  private static final int SPACED = 1;

  /**
   * What may be the beginning of a paragraph.
   *
   * @param number the number
   * @param line on which it stands
   * @param atLineStart whether nothing stands before it on its line
   * @param start where the number stands
   * @param content behind number and mark
   * @param mark the portion mark behind the number, null where there is none
   * @param strength how much speaks for it
   */
  record Candidate(
      int number,
      int line,
      boolean atLineStart,
      int start,
      int content,
      @Nullable PortionMark mark,
      int strength) {}

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;
  private final int end;
  private final ParagraphHeadings headings;
  private final Issues issues;

  ParagraphNumbers(
      TextLines reading, int start, int end, ParagraphHeadings headings, Issues issues) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = start;
    this.end = end;
    this.headings = headings;
    this.issues = issues;
  }

  /** The numbers of the paragraphs, in the order of the text. */
  List<Candidate> find() {
    return inSequence(candidates());
  }

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
        && headings.standsBehindSentence(above)
        && text.charAt(reading.wordsEnd(above) - 1) != ':';
  }
}
