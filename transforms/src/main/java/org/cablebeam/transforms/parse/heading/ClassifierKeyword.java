package org.cablebeam.transforms.parse.heading;

import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/** {@code CLASSIFIED BY:}, {@code DERIVED FROM:}. */
final class ClassifierKeyword {
  private static final String KEYWORD = "CLASSIFIEDBY";

  /** No damaged keyword has more letters. */
  private static final int LONGEST_KEYWORD = 15;

  /** No portion mark is longer, in UTF-16 units. */
  private static final int LONGEST_MARK = 40;

  /** Where the reason is looked for: so many lines and UTF-16 units on. */
  private static final int REASON_LINES = 3;

  private static final int REASON_REACH = 240;

  private final String text;
  private final Lines lines;
  private final KeywordsSoFar soFar;

  ClassifierKeyword(Lines lines, KeywordsSoFar soFar) {
    this.text = lines.text();
    this.lines = lines;
    this.soFar = soFar;
  }

  /** The keyword at an offset; null where none opens there. */
  @Nullable FoundKeyword at(int start, int at, int end, Rank rank) {
    int word = Characters.skipLetters(text, at, end);
    String first = Characters.upper(text.substring(at, Math.min(word, at + 12)));
    boolean derived = first.equals("DERIVED");
    boolean exact = first.equals("CLASSIFIED");
    if (rank == Rank.LINE_START && (exact || first.equals("CLASS"))) {
      FoundKeyword cut = cut(start, at, word, end);
      if (cut != null) {
        return cut;
      }
    }
    if (!derived
        && !exact
        && !(first.length() >= 8
            && first.charAt(0) == 'C'
            && Spelling.within(first, "CLASSIFIED", 2))) {
      return damaged(start, at, end, rank);
    }
    int second = Characters.skipBlanks(text, word, end);
    int secondEnd = Characters.skipLetters(text, second, end);
    String by = Characters.upper(text.substring(second, Math.min(secondEnd, second + 6)));
    if (!by.equals(derived ? "FROM" : "BY")) {
      return damaged(start, at, end, rank);
    }
    int value = KeywordSigns.afterColon(text, secondEnd, end);
    boolean colon = value >= 0;
    if (!colon) {
      value = Characters.skipBlanks(text, secondEnd, end);
    }
    if (soFar.open() == Keyword.CLASSIFIED_BY && !(rank == Rank.LINE_START && colon)) {
      return null;
    }
    if (KeywordSigns.followedByLine(text, secondEnd, end)) {
      return null;
    }
    if (!colon && rank == Rank.LINE_START && wrapsSubject(at, value, end) && !givesReason(value)) {
      return null;
    }
    boolean accepted =
        colon
            ? rank != Rank.GLUED || KeywordSigns.isCapital(text, at)
            : rank == Rank.LINE_START
                || rank == Rank.AFTER_TWO_BLANKS
                || (rank == Rank.INSIDE_LINE && (isBehindMark(at, end) || speaksOfItself(at)))
                || (rank == Rank.INSIDE_LINE
                    && (soFar.subjectSeen() || soFar.open() == Keyword.REFERENCES)
                    && ((KeywordSigns.isCapital(text, at) && givesReason(value))
                        || (soFar.open() == Keyword.REFERENCES
                            && KeywordSigns.isCapital(text, at)
                            && soFar.seen(Keyword.CLASSIFIED_BY))));
    if (!accepted) {
      return null;
    }
    return new FoundKeyword(
        Keyword.CLASSIFIED_BY, start, derived ? start : value, rank, !derived && !exact);
  }

  /**
   * {@code Clssified By:}, {@code ClassifiedBy:}, {@code Classifie dBy:}, {@code Classified y:}:
   * two letters at most are wrong, blanks may be too; null for others.
   */
  private @Nullable FoundKeyword damaged(int start, int at, int end, Rank rank) {
    if (rank != Rank.LINE_START || Characters.upper(text.charAt(at)) != 'C') {
      return null;
    }
    StringBuilder letters = new StringBuilder(LONGEST_KEYWORD);
    int behind = at;
    while (behind < end && letters.length() < LONGEST_KEYWORD) {
      char c = text.charAt(behind);
      if (Characters.isLetter(c)) {
        letters.append(Characters.upper(c));
      } else if (c != ' ') {
        break;
      }
      behind++;
    }
    String found = letters.toString();
    int value = KeywordSigns.afterColon(text, behind, end);
    return value >= 0 && Spelling.within(found, KEYWORD, 2)
        ? new FoundKeyword(Keyword.CLASSIFIED_BY, start, value, Rank.LINE_START, true)
        : null;
  }

  /** {@code CLASSIFIED BY THE MINISTRY} below the first line of a subject, which goes on. */
  private boolean wrapsSubject(int at, int value, int end) {
    int line = lines.at(at);
    return soFar.open() == Keyword.SUBJECT
        && line > 0
        && !lines.blank(line - 1)
        && Characters.isWordAt(text, value, end, "THE");
  }

  /** {@code CLASSIFIED:} and {@code CLASS BY:} before a person and a reason; null for others. */
  private @Nullable FoundKeyword cut(int start, int at, int word, int end) {
    int by = Characters.skipBlanks(text, word, end);
    boolean classed = word - at == "CLASS".length();
    int behind = classed && Characters.isWordAt(text, by, end, "BY") ? by + 2 : classed ? -1 : word;
    int value = behind < 0 ? -1 : KeywordSigns.afterColon(text, behind, end);
    return value >= 0 && soFar.subjectSeen() && givesReason(value)
        ? new FoundKeyword(Keyword.CLASSIFIED_BY, start, value, Rank.LINE_START, true)
        : null;
  }

  /**
   * Whether a reason follows before the next field: without one, a subject tells who classified
   * something.
   */
  private boolean givesReason(int from) {
    int line = lines.at(from);
    for (int i = line; i < lines.count() && i <= line + REASON_LINES; i++) {
      int start = Math.max(from, lines.indentEnd(i));
      int end = Math.min(lines.end(i), from + REASON_REACH);
      if (i > line && (start >= end || opensField(start))) {
        return false;
      }
      for (int at = start; at < end; at++) {
        char c = text.charAt(at);
        if ((c == '1' && text.startsWith(".", at + 1))
            || ((c == 'R' || c == 'r') && text.regionMatches(true, at, "REASON", 0, 6))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean opensField(int at) {
    return text.regionMatches(true, at, "REF", 0, 3)
        || text.regionMatches(true, at, "CLASSIFIED", 0, 10)
        || text.regionMatches(true, at, "TAGS", 0, 4);
  }

  /** {@code (C) This message is classified by}: nothing else stands before it on its line. */
  private boolean speaksOfItself(int at) {
    int from = lines.start(lines.at(at));
    if (at - from > 2 * LONGEST_MARK) {
      return false;
    }
    from = Characters.skipBlanks(text, from, at);
    int mark = Markings.end(text, from, at);
    from = mark > 0 ? Characters.skipBlanks(text, mark, at) : from;
    return soFar.subjectSeen()
        && at - from <= LONGEST_MARK
        && Characters.isWordAt(text, from, at, "THIS");
  }

  /** Whether a portion mark stands directly before a word on its line. */
  private boolean isBehindMark(int at, int end) {
    int from = lines.start(lines.at(at));
    int close = Characters.skipBlanksBack(text, at, from);
    if (close == from || text.charAt(close - 1) != ')') {
      return false;
    }
    int open = close - 1;
    while (open > Math.max(from, close - LONGEST_MARK) && text.charAt(open) != '(') {
      open--;
    }
    return Markings.end(text, open, end) == close;
  }
}
