package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.transforms.text.Characters;
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
  /** Joined lines are longer than any telegraph line; only in them do paragraphs begin inside. */
  private static final int JOINED = 100;

  /** What may stand before the number of a paragraph. */
  private static final List<String> WORDS = List.of("PARAGRAPH ", "PARA ");

  /** What may stand behind the numbers of a text instead of a full stop. */
  private static final List<String> SIGNS = List.of(") ", " - ", " -- ", "- ", ": ", ".- ", "/ ");

  /** What circuits may leave before a number that a mark follows, or publishers for a pilcrow. */
  private static final String STRAY = "#*>'`\"\u00a7";

  /** A portion mark stands behind the number. */
  static final int MARKED = 2;

  /** A blank line or a rule stands above the number. */
  static final int SPACED = 1;

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
      int strength) {
    /** The same number with what stands before it. */
    private Candidate since(int from) {
      return new Candidate(number, line, atLineStart, from, content, mark, strength);
    }
  }

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;
  private final int end;
  private final ParagraphHeadings headings;
  private final Issues issues;
  private final NumberReader reader;

  ParagraphNumbers(TextLines reading, ParagraphHeadings headings, Issues issues) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = reading.start();
    this.end = reading.end();
    this.headings = headings;
    this.issues = issues;
    this.reader = new NumberReader(reading);
  }

  /** The numbers of the paragraphs, in the order of the text. */
  List<Candidate> find() {
    List<Candidate> candidates = new MissingNumbers(reading, reader).among(candidates());
    List<Candidate> found = sequence(candidates);
    String sign = found.isEmpty() ? signBehindOne() : null;
    return sign == null ? found : sequence(signed(sign));
  }

  private List<Candidate> sequence(List<Candidate> candidates) {
    List<Candidate> own = new QuotedNumbers(text, end).without(candidates);
    return new ParagraphSequence(reading, headings, issues).of(own);
  }

  /** What stands behind the 1 with which the text begins, other than a full stop; null for none. */
  private @Nullable String signBehindOne() {
    int at = start;
    while (at < end && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    at += text.startsWith("(1) ", at) ? 1 : 0;
    for (String sign : SIGNS) {
      if (text.startsWith("1" + sign, at)) {
        return sign;
      }
    }
    return null;
  }

  /**
   * The numbers at the beginnings of lines behind which a sign stands: {@code (1) }, {@code 1 - }.
   */
  private List<Candidate> signed(String sign) {
    List<Candidate> candidates = new ArrayList<>();
    for (int line = lines.at(start); line < lines.count() && lines.start(line) < end; line++) {
      int from = Math.max(start, reading.wordsStart(line));
      int to = Math.min(lines.next(line), end);
      int at = from + (from < to && text.charAt(from) == '(' ? 1 : 0);
      int digits = at;
      int number = 0;
      while (at < to && Characters.isDigit(text.charAt(at)) && at - digits < 3) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      if (number > 0 && text.startsWith(sign, at)) {
        int content = at + sign.length();
        PortionMark mark = reader.markAt(content, to);
        candidates.add(
            mark == null
                ? new Candidate(number, line, true, from, content, null, 0)
                : new Candidate(number, line, true, from, mark.end(), mark, MARKED));
      }
    }
    return candidates;
  }

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    boolean spaced = true;
    for (int line = lines.at(start); line < lines.count() && lines.start(line) < end; line++) {
      int margin = Math.min(lines.next(line), end);
      int at = wordsStart(line, margin);
      if (at < 0) {
        spaced = true;
        continue;
      }
      // Most lines begin with a letter: nothing to look for unless the line is a joined one.
      Candidate candidate = at < margin ? atLineStart(line, at, margin, spaced) : null;
      if (candidate != null) {
        candidates.add(candidate);
      }
      if (margin - lines.start(line) > JOINED) {
        inside(line, candidate == null ? at : at + 4, margin, candidates);
      }
      spaced = reading.rule(line);
    }
    return candidates;
  }

  /** Where the text of a line begins, behind furniture and a pilcrow; -1 where it holds none. */
  private int wordsStart(int line, int margin) {
    int at = Characters.skipBlanks(text, lines.start(line), margin);
    if (at >= margin) {
      return -1;
    }
    at = Math.max(at, start);
    if (reading.furniture().covers(at)) {
      return reading.furniture().isFurniture(line)
          ? -1
          : Math.min(margin, reading.wordsStart(line));
    }
    return text.charAt(at) == '\u00b6' ? at + 1 : at;
  }

  /** The number with which a line begins, perhaps behind its mark; null for none. */
  private @Nullable Candidate atLineStart(int line, int at, int margin, boolean spaced) {
    char c = text.charAt(at);
    if (c == '(') {
      return behindMark(line, at, margin);
    }
    if (c == 'P' || c == 'p') {
      return behindWord(line, at, margin, spaced);
    }
    if (!Characters.isLetter(c)
        && at + 1 < margin
        && Characters.isDigit(text.charAt(at + 1))
        && STRAY.indexOf(c) >= 0) {
      Candidate number = reader.at(line, at + 1, margin, true, spaced);
      return number == null || number.mark == null ? null : number.since(at);
    }
    boolean digits = Characters.isDigit(c) || Numeral.isMisread(text, at, margin);
    return digits ? reader.at(line, at, margin, true, spaced) : null;
  }

  /** {@code PARA 1. TEXT}: a word stands before the number; but the text may speak of one too. */
  private @Nullable Candidate behindWord(int line, int from, int to, boolean spaced) {
    for (String word : WORDS) {
      int at = from + word.length();
      if (text.regionMatches(true, from, word, 0, word.length())
          && at < to
          && Characters.isDigit(text.charAt(at))
          && (spaced || !reading.runsOnInto(line))) {
        Candidate number = reader.at(line, at, to, true, spaced);
        if (number == null) {
          number = beforeColon(line, at, to, spaced);
        }
        return number == null ? null : number.since(from);
      }
    }
    return null;
  }

  /** {@code 1: TEXT}; null where no colon stands behind the number. */
  private @Nullable Candidate beforeColon(int line, int from, int to, boolean spaced) {
    Numeral numeral = Numeral.at(text, from, to);
    int colon = numeral.end();
    return spaced && numeral.value() > 0 && text.startsWith(": ", colon) && colon + 2 < to
        ? new Candidate(numeral.value(), line, true, from, colon + 2, null, SPACED)
        : null;
  }

  /** {@code (U) 1. TEXT}: the mark stands before the number. */
  private @Nullable Candidate behindMark(int line, int from, int to) {
    PortionMark mark = PortionMark.inParentheses(text, from, to).orElse(null);
    if (mark == null) {
      return null;
    }
    int at = mark.end();
    while (at < to && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    Candidate number =
        at < to && Characters.isDigit(text.charAt(at)) ? reader.at(line, at, to, true, true) : null;
    return number == null || number.mark != null
        ? null
        : new Candidate(number.number, line, true, from, number.content, mark, MARKED);
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
        while (at < to && Characters.isDigit(text.charAt(at))) {
          at++;
        }
        continue;
      }
      boolean wide = Lines.isBlank(text.charAt(before - 1));
      boolean ends = wide || endsSentence(before);
      if (ends || ".?!:-".indexOf(text.charAt(before - 1)) >= 0 || isMarkBehind(at, to)) {
        Candidate candidate = reader.at(line, at, to, false, false);
        if (candidate != null
            && (candidate.mark != null || (ends && opensSentence(candidate.content, to)))) {
          candidates.add(candidate);
        }
      }
      while (at < to && Characters.isDigit(text.charAt(at))) {
        at++;
      }
    }
  }

  /** Whether the full stop and a mark in parentheses follow a number and no word counts it. */
  private boolean isMarkBehind(int from, int to) {
    int stop = from;
    while (stop < to && Characters.isDigit(text.charAt(stop))) {
      stop++;
    }
    if (stop >= to || text.charAt(stop) != '.') {
      return false;
    }
    int open = Characters.skipBlanks(text, stop + 1, to);
    return open < to
        && text.charAt(open) == '('
        && PortionMark.inParentheses(text, open, to).isPresent()
        && WordClass.COUNTED.endingAt(text, 0, from - 1) == 0;
  }

  /** A full stop behind a word of four letters or more or a date: not behind NO. or ART. */
  private boolean endsSentence(int offset) {
    int at = offset - 1;
    char c = text.charAt(at);
    if (c == ')' || c == '"') {
      return true;
    }
    if (c != '.' && c != '?' && c != '!') {
      return false;
    }
    if (at > 1
        && Characters.isDigit(text.charAt(at - 1))
        && Characters.isDigit(text.charAt(at - 2))) {
      return true;
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
}
