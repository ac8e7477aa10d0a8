package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/** Where the running text opens: at paragraph 1, a summary, a first portion mark. */
final class TextOpening {
  /** What may stand before the word that opens a summary. */
  private static final List<String> BEFORE_SUMMARY =
      List.of("BEGIN ", "EXECUTIVE ", "INTRODUCTION AND ", "INTRO AND ", "COMMENT AND ");

  /** And before the number of a paragraph. */
  private static final List<String> BEFORE_NUMBER = List.of("PARAGRAPH ", "PARA ");

  /** How the numbers of paragraphs may look that a full stop does not follow. */
  private static final List<String> FIRST_NUMBERS =
      List.of("(1) ", "1 - ", "1 -- ", "1- ", "1: ", "1/ ", "1.- ");

  /** References have no more lines. */
  private static final int MOST_LINES = 40;

  /** A second paragraph begins no more lines below the first. */
  private static final int COUNTED = 60;

  /** A telegraph line is at most about 70 columns wide; a longer one was joined. */
  private static final int JOINED = 120;

  /** No subject is longer, in UTF-16 units. */
  private static final int LONGEST_SUBJECT = 400;

  private final Lines lines;
  private final String text;
  private final KeywordsSoFar soFar;

  /** The end of the line that was last searched for a paragraph 2, and where it stands there. */
  private int counted = -1;

  private int second = -1;

  TextOpening(Lines lines, KeywordsSoFar soFar) {
    this.lines = lines;
    this.text = lines.text();
    this.soFar = soFar;
  }

  /** Whether the running text opens here: paragraph 1, a summary, a first portion mark. */
  boolean at(int from, int end) {
    int at = from;
    if (text.charAt(at) == '\u00b6') {
      at = Characters.skipBlanks(text, at + 1, end);
    }
    if (at >= end) {
      return false;
    }
    if (isMisreadOne(at, end) || isBelowReferences(at, end)) {
      return true;
    }
    at = behindWord(at, end);
    char c = text.charAt(at);
    if (c >= '1' && c <= '3') {
      int behind = at + 1;
      int next = Characters.skipBlanks(text, behind, end);
      if (next >= end) {
        return false;
      }
      char sign = text.charAt(next);
      if (sign == '.' || sign == ')') {
        int word = Characters.skipBlanks(text, next + 1, end);
        boolean parted = word > next + 1 || (word < end && !Characters.isDigit(text.charAt(word)));
        return (c == '1' || Markings.end(text, word, end) > 0) && parted && !isReference(word, end);
      }
      return next - behind <= 3 && Markings.end(text, next, end) > 0;
    }
    int mark = Markings.end(text, at, end);
    int word = mark > 0 ? Characters.skipBlanks(text, mark, end) : at;
    if (mark > 0
        && (soFar.open() == Keyword.REFERENCES || soFar.open() == null)
        && isReference(word, end)) {
      return false;
    }
    if (!soFar.subjectSeen()) {
      // A text that came without its heading may open with its summary.
      boolean entire = mark > 0 && text.substring(at, mark).contains("ENTIRE");
      return soFar.isEmpty() && (entire || isSummary(word, end));
    }
    if (opensSummary(word, end)) {
      return true;
    }
    // A portion mark after a blank line opens an unnumbered text, unless a field follows it.
    if (mark > 0 && soFar.open() != null) {
      int line = lines.at(from);
      return line > 0
          && lines.blank(line - 1)
          && !opensClassifier(word, end)
          && !text.regionMatches(true, word, "REF", 0, 3)
          && end - word > 20;
    }
    return false;
  }

  /** Behind the word in PARA 1; the offset itself where no number follows one. */
  private int behindWord(int from, int end) {
    for (String word : BEFORE_NUMBER) {
      int at = from + word.length();
      if (at < end && text.regionMatches(true, from, word, 0, word.length())) {
        return text.charAt(at) == '1' ? at : from;
      }
    }
    return from;
  }

  /**
   * Whether the 1 of the first paragraph was read as a letter, {@code l. TEXT}: it stands behind a
   * blank line or before a portion mark, and a paragraph 2 follows before a Roman number does.
   */
  private boolean isMisreadOne(int at, int end) {
    boolean misread =
        at + 3 < end
            && "lIi".indexOf(text.charAt(at)) >= 0
            && ".,".indexOf(text.charAt(at + 1)) >= 0
            && text.charAt(at + 2) == ' '
            && soFar.subjectSeen();
    int line = misread ? lines.at(at) : 0;
    boolean one = line > 0 && (lines.blank(line - 1) || Markings.end(text, at + 3, end) > 0);
    for (int below = line + 1; one && below < lines.count() && below < line + COUNTED; below++) {
      int start = lines.indentEnd(below);
      if (text.startsWith("2", start)) {
        int sign = start + 1;
        return sign < text.length() && ".,".indexOf(text.charAt(sign)) >= 0;
      }
      one = !text.startsWith("II. ", start);
    }
    return false;
  }

  /** {@code (1) TEXT}, {@code 1 - TEXT} behind references and the blank line that ends them. */
  private boolean isBelowReferences(int from, int end) {
    if (soFar.open() != Keyword.REFERENCES) {
      return false;
    }
    int line = lines.at(from);
    for (String number : FIRST_NUMBERS) {
      int word = from + number.length();
      if (word < end && text.startsWith(number, from)) {
        return isBelowOpenField(line)
            && Characters.isUpper(text.charAt(word))
            && !ReferenceOpening.at(text, word, end);
      }
    }
    return false;
  }

  /** Whether nothing but the open field, its value in one block, stands above a line. */
  private boolean isBelowOpenField(int line) {
    int value = soFar.all().get(soFar.count() - 1).value();
    int above = line - 1;
    while (above >= 0 && lines.blank(above)) {
      above--;
    }
    boolean parted = above < line - 1;
    int top = above;
    while (top > 0 && above - top < MOST_LINES && lines.start(top) > value && !lines.blank(top)) {
      top--;
    }
    return parted
        && top >= 0
        && lines.start(top) <= value
        && Characters.skipBlanks(text, value, lines.end(above)) < lines.end(above);
  }

  private boolean isReference(int at, int end) {
    return soFar.open() == Keyword.REFERENCES && ReferenceOpening.at(text, at, end);
  }

  private boolean opensClassifier(int at, int end) {
    return text.regionMatches(true, at, "CLASSIFIED BY", 0, 13)
        || text.regionMatches(true, at, "DERIVED FROM", 0, 12)
        || (end - at > 5 && text.regionMatches(true, at, "THIS ", 0, 5));
  }

  private boolean opensSummary(int at, int end) {
    return isSummary(at, end) || isEntireText(at, end);
  }

  /** {@code SUMMARY:}, {@code --- BEGIN SUMMARY}, {@code SUMMARY AND COMMENT}. */
  private boolean isSummary(int at, int end) {
    int i = at;
    while (i < end && "-= *".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    for (String before : BEFORE_SUMMARY) {
      if (text.regionMatches(true, i, before, 0, before.length())) {
        i += before.length();
        break;
      }
    }
    if (Characters.isWordAt(text, i, end, "SUMMARY")) {
      int next = Characters.skipBlanks(text, i + 7, end);
      return next >= end
          || ":.-,/(=&".indexOf(text.charAt(next)) >= 0
          || text.regionMatches(true, next, "AND ", 0, 4);
    }
    return false;
  }

  private boolean isEntireText(int at, int end) {
    int i = at;
    while (i < end && "-= *".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return Characters.isWordAt(text, i, end, "ENTIRE TEXT")
        || text.regionMatches(true, i, "CONFIDENTIAL - ENTIRE TEXT", 0, 26)
        || text.regionMatches(true, i, "SECRET - ENTIRE TEXT", 0, 20)
        || text.regionMatches(true, i, "(C) ENTIRE TEXT", 0, 15);
  }

  /** Paragraph 1 inside a line that a publisher joined: {@code … (d) 1. (C) Summary}. */
  boolean insideLine(int lineStart, int from, int end) {
    int at = from;
    boolean pilcrow = text.charAt(at) == '\u00b6';
    if (pilcrow) {
      at++;
    }
    if (at + 2 >= end || text.charAt(at) != '1') {
      return false;
    }
    char previous = text.charAt(from - 1);
    boolean glued = Characters.isLetter(previous) || previous == ')' || previous == '.';
    if (!glued && !Lines.isBlank(previous)) {
      return false;
    }
    char sign = text.charAt(at + 1);
    int next = Characters.skipBlanks(text, at + 2, end);
    if (next >= end || soFar.isEmpty()) {
      return false;
    }
    boolean marked = Markings.end(text, next, end) > 0;
    if (glued && !(marked && sign == '.')) {
      return false;
    }
    if (sign == '.' || sign == ')') {
      if (isReference(next, end)) {
        return false;
      }
      int before = Characters.skipBlanksBack(text, from, lineStart);
      boolean colon = before > lineStart && text.charAt(before - 1) == ':';
      if (marked) {
        return !colon || !opensClassifier(afterMark(next, end), end);
      }
      if (isSummary(next, end) && soFar.subjectSeen()) {
        return true;
      }
      boolean capital = next > at + 2 && Characters.isUpper(text.charAt(next));
      boolean sentence =
          before > lineStart && (".)".indexOf(text.charAt(before - 1)) >= 0 || from - before >= 2);
      boolean far = from - lineStart > 100;
      boolean joined = end - lineStart > JOINED;
      return capital
          && (pilcrow
              || (!colon
                  && ((far && sentence)
                      || (joined && (countsOn(from, end) || turnsSmall(from, next, end))))));
    }
    return Lines.isBlank(sign)
        && marked
        && next == at + 2
        && soFar.open() == Keyword.CLASSIFIED_BY
        && from - lineStart > 40
        && !isReasonBefore(from, lineStart);
  }

  /** Whether a paragraph 2 follows on the same line. */
  private boolean countsOn(int from, int end) {
    if (counted != end) {
      counted = end;
      second = -1;
      for (int at = from; at + 4 < end && second < 0; at++) {
        boolean two = text.charAt(at) == '2' && text.startsWith(" 2. ", at - 1);
        second = two && !Characters.isDigit(text.charAt(at + 3)) ? at : -1;
      }
    }
    return second > from;
  }

  /** Whether small letters follow on a subject in capitals. */
  private boolean turnsSmall(int from, int next, int end) {
    int subject = soFar.all().get(soFar.count() - 1).value();
    if (soFar.open() != Keyword.SUBJECT
        || from - subject > LONGEST_SUBJECT
        || next + 1 >= end
        || !isSmall(text.charAt(next + 1))) {
      return false;
    }
    for (int at = subject; at < from; at++) {
      if (isSmall(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** {@code 1.4 (b) and 1 (d)}: no paragraph but a reason. */
  private boolean isReasonBefore(int from, int lineStart) {
    int before = Characters.skipBlanksBack(text, from, lineStart);
    return before > lineStart && text.charAt(before - 1) != ')' && text.charAt(before - 1) != '.';
  }

  private int afterMark(int at, int end) {
    int mark = Markings.end(text, at, end);
    return Characters.skipBlanks(text, mark > 0 ? mark : at, end);
  }
}
