package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keywords of a heading in one pass, wherever they stand: at the start of a line, inside
 * a line where a colon guards them, glued to the word before, misspelt by one letter, repeated, in
 * any order. It stops at paragraph 1, at a summary, or where no keyword has come for long. One a
 * body.
 */
final class KeywordScanner {
  /** Behind the last keyword the heading ends after this many UTF-16 units without another. */
  private static final int REACH = 6_000;

  /** A heading with more keywords than this is no heading. */
  private static final int MOST = 200_000;

  /** A telegraph line is at most about 70 columns wide; a longer one was joined. */
  private static final int JOINED = 160;

  /** What may stand before the word that opens a summary. */
  private static final List<String> BEFORE_SUMMARY =
      List.of("BEGIN ", "EXECUTIVE ", "INTRODUCTION AND ", "INTRO AND ", "COMMENT AND ");

  /** Where in paragraph 1 the classifier may still be named. */
  private static final int CLASSIFIER_REACH = 120;

  /** How far a closing parenthesis is looked for. */
  private static final int PARENTHESIS = 200;

  private record Candidate(Keyword keyword, int start, int value, Rank rank, boolean repaired) {}

  private final Lines lines;
  private final String text;
  private final Furniture furniture;
  private final List<Candidate> found = new ArrayList<>();
  private @Nullable Keyword open;
  private boolean subjectSeen;

  KeywordScanner(Body body) {
    this.lines = body.lines();
    this.text = body.text();
    this.furniture = body.furniture();
  }

  /** Scans from the offset behind the classification line. */
  HeadingZone scan(int from) {
    int end = text.length();
    boolean numbered = false;
    int lastKeyword = from;
    int line = from >= text.length() ? lines.count() : lines.at(from);
    for (; line < lines.count() && found.size() < MOST; line++) {
      int start = Math.max(from, lines.start(line));
      int lineEnd = lines.end(line);
      if (start - lastKeyword > REACH) {
        end = start;
        break;
      }
      if (furniture.isFurniture(line) || start >= lineEnd) {
        continue;
      }
      int at = furniture.skip(Characters.skipBlanks(text, start, lineEnd));
      if (at >= lineEnd) {
        continue;
      }
      boolean wholeLine = start == lines.start(line);
      if (wholeLine && opensText(at, lineEnd)) {
        numbered = true;
        end = at;
        break;
      }
      int before = found.size();
      int stop = scanLine(at, lineEnd, wholeLine, lastKeyword);
      if (found.size() > before) {
        lastKeyword = found.get(found.size() - 1).start();
      }
      if (stop >= 0) {
        numbered = true;
        end = stop;
        break;
      }
    }
    if (numbered) {
      classifierInParagraph(end);
    }
    return new HeadingZone(fields(end), end, numbered);
  }

  private List<Field> fields(int end) {
    List<Field> fields = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      Candidate c = found.get(i);
      int next = i + 1 < found.size() ? found.get(i + 1).start() : end;
      if (c.start() >= end) {
        // In paragraph 1: up to the next blank line or paragraph.
        next = paragraphEnd(c.value());
      } else if (next > end) {
        next = end;
      }
      fields.add(
          new Field(
              c.keyword(),
              c.start(),
              c.value(),
              Math.max(next, c.value()),
              c.rank(),
              c.repaired()));
    }
    return fields;
  }

  private int paragraphEnd(int from) {
    int line = lines.at(from);
    int last = lines.end(line);
    for (int i = line + 1; i < lines.count() && i < line + 6; i++) {
      int at = lines.indentEnd(i);
      if (at >= lines.end(i) || opensText(at, lines.end(i))) {
        break;
      }
      last = lines.end(i);
    }
    return Math.max(last, from);
  }

  /** Looks for keywords in a line; the offset of an inline paragraph 1, or -1. */
  private int scanLine(int start, int end, boolean wholeLine, int lastKeyword) {
    int closed = start;
    int reached = lastKeyword;
    boolean open = false;
    for (int at = start; at < end; at++) {
      if (at - reached > REACH || found.size() >= MOST) {
        return at - reached > REACH ? at : -1;
      }
      char c = text.charAt(at);
      if (c == '(') {
        open = true;
        closed = at;
        continue;
      }
      if (c == ')') {
        open = false;
        continue;
      }
      boolean atStart = at == start && wholeLine;
      if ((c == '1' || c == '\u00b6') && !atStart && opensInlineText(start, at, end)) {
        return at;
      }
      boolean misspelt = atStart || this.open == Keyword.EXECUTIVE_ORDER;
      if (!(misspelt ? mayOpen(c) : at + 1 < end && mayOpen(c, text.charAt(at + 1)))) {
        continue;
      }
      Candidate candidate = candidate(start, at, end, atStart);
      if (candidate == null || (open && closesSoon(closed, at, end))) {
        continue;
      }
      found.add(candidate);
      this.open = candidate.keyword();
      subjectSeen |= candidate.keyword() == Keyword.SUBJECT;
      reached = at;
      open = false;
      at = Math.max(at, candidate.value() - 1);
    }
    return -1;
  }

  private boolean closesSoon(int opened, int at, int end) {
    if (at - opened > PARENTHESIS) {
      return false;
    }
    int stop = Math.min(end, at + PARENTHESIS);
    for (int i = at; i < stop; i++) {
      char c = text.charAt(i);
      if (c == ')') {
        return true;
      }
      if (c == '(') {
        return false;
      }
    }
    return false;
  }

  private static boolean mayOpen(char c) {
    return switch (Characters.upper(c)) {
      case 'E', 'T', 'S', 'R', 'C', 'D', 'U', 'A', 'G', 'L', 'B', '\u00b6' -> true;
      default -> false;
    };
  }

  /**
   * A keyword inside a line is spelled right, but where TAGS is due: E.O., TAGS, SUBJ, REF,
   * CLASSIFIED, DERIVED.
   */
  private static boolean mayOpen(char c, char next) {
    return switch (Characters.upper(c)) {
      case 'E' -> next == '.' || next == ' ' || next == 'O' || next == 'o';
      case 'T' -> Characters.upper(next) == 'A';
      case 'S' -> Characters.upper(next) == 'U';
      case 'R', 'D' -> Characters.upper(next) == 'E';
      case 'C' -> Characters.upper(next) == 'L';
      default -> false;
    };
  }

  private @Nullable Candidate candidate(int lineStart, int from, int end, boolean lineStarts) {
    int at = from;
    if (text.charAt(at) == '\u00b6') {
      at = Characters.skipBlanks(text, at + 1, end);
      if (!lineStarts || at >= end) {
        return null;
      }
    }
    char before = from > lineStart ? text.charAt(from - 1) : ' ';
    Rank rank;
    if (lineStarts) {
      rank = Rank.LINE_START;
    } else if (Lines.isBlank(before)) {
      boolean two = from - 2 >= lineStart && Lines.isBlank(text.charAt(from - 2));
      rank = two ? Rank.AFTER_TWO_BLANKS : Rank.INSIDE_LINE;
    } else if (Characters.isLetter(before)
        || ".,;:)]\"'".indexOf(before) >= 0
        || Characters.isDigit(before)) {
      rank = Rank.GLUED;
    } else {
      return null;
    }
    Candidate exact =
        switch (Characters.upper(text.charAt(at))) {
          case 'E' -> executiveOrder(from, at, end, rank);
          case 'T' -> tags(from, at, end, rank);
          case 'S' -> subject(from, at, end, rank);
          case 'R' -> references(from, at, end, rank);
          case 'C', 'D' -> classifier(from, at, end, rank);
          default -> null;
        };
    if (exact != null) {
      return exact;
    }
    return switch (rank) {
      case LINE_START -> misspelt(from, at, end);
      case INSIDE_LINE, AFTER_TWO_BLANKS -> misspeltBehindOrder(from, at, end, rank);
      case GLUED -> null;
    };
  }

  // E.O. 12958:

  private @Nullable Candidate executiveOrder(int start, int at, int end, Rank rank) {
    int i = at + 1;
    int signs = i;
    while (i < end && i - signs < 3 && (text.charAt(i) == '.' || text.charAt(i) == ' ')) {
      i++;
    }
    boolean dotted = i > signs;
    boolean zero = i < end && text.charAt(i) == '0' && dotted;
    if (i >= end || (Characters.upper(text.charAt(i)) != 'O' && !zero)) {
      return null;
    }
    i++;
    int number = i;
    boolean colon = false;
    while (number < end && number - i < 5 && " .:;,-".indexOf(text.charAt(number)) >= 0) {
      colon |= text.charAt(number) == ':';
      number++;
    }
    if (number == i && !dotted && number < end && Characters.isLetter(text.charAt(number))) {
      return null;
    }
    int digits = number;
    while (digits < end && digits - number < 7 && isNumberSign(text.charAt(digits))) {
      digits++;
    }
    boolean numbered = digits - number >= 4 && digits - number <= 6;
    boolean notApplicable = dotted && text.startsWith("N/A", number);
    if (!numbered && !((colon || notApplicable) && dotted && rank == Rank.LINE_START)) {
      return null;
    }
    boolean behind = false;
    for (int k = digits; k < Math.min(end, digits + 40) && !behind; k++) {
      behind = text.charAt(k) == ':';
      if (Characters.isLetter(text.charAt(k)) && k > digits + 24) {
        break;
      }
    }
    // "… for reasons E.O. 12958 1.4 (b)": the order within the classifier's line.
    if (open == Keyword.CLASSIFIED_BY && !(rank == Rank.LINE_START && (behind || colon))) {
      return null;
    }
    if (open == Keyword.CLASSIFIED_BY && opensReason(digits, end)) {
      return null;
    }
    if (rank == Rank.GLUED && !(behind && dotted)) {
      return null;
    }
    int value = text.charAt(start) == '\u00b6' ? at : start;
    return new Candidate(Keyword.EXECUTIVE_ORDER, start, value, rank, zero);
  }

  private static boolean isNumberSign(char c) {
    return Characters.isDigit(c) || c == 'O' || c == 'l';
  }

  /** Whether 1.4 or 1.5, the paragraph of a reason, follows. */
  private boolean opensReason(int from, int end) {
    int i = from;
    while (i < end && " ,:;.".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i + 2 < end
        && text.charAt(i) == '1'
        && (text.charAt(i + 1) == '.' || text.charAt(i + 1) == ',')
        && Characters.isDigit(text.charAt(i + 2));
  }

  // TAGS:

  private @Nullable Candidate tags(int start, int at, int end, Rank rank) {
    if (!text.regionMatches(true, at, "TAGS", 0, 4)
        && !(rank == Rank.LINE_START && Characters.isWordAt(text, at, end, "TAG"))) {
      return null;
    }
    int word = Characters.skipLetters(text, at, end);
    int length = word - at;
    if (length > 4 && !(rank == Rank.LINE_START && word < end && text.charAt(word) == ':')) {
      return null;
    }
    int value = afterColon(word, end);
    if (value >= 0) {
      if (rank == Rank.GLUED && !startsCapital(at)) {
        return null;
      }
      return new Candidate(Keyword.TAGS, start, value, rank, length != 4 || isDamaged(at, value));
    }
    int mark = portionEnd(Characters.skipBlanks(text, word, end), end);
    if (mark > 0 && rank == Rank.LINE_START && afterColon(mark, end) > 0) {
      return new Candidate(Keyword.TAGS, start, afterColon(mark, end), rank, false);
    }
    boolean capital = text.startsWith("TAG", at);
    if (rank == Rank.GLUED || followedByLine(word, end)) {
      return null;
    }
    if (rank == Rank.LINE_START
        && (capital || text.startsWith("Tags ", at) || text.startsWith("tAgs", at))) {
      boolean comma = word < end && text.charAt(word) == ',';
      boolean damaged = comma || isDamaged(at, word);
      return new Candidate(Keyword.TAGS, start, skipSigns(word, end), rank, damaged);
    }
    if (capital && sameLine(Keyword.EXECUTIVE_ORDER, at) && word < end) {
      return new Candidate(Keyword.TAGS, start, skipSigns(word, end), rank, false);
    }
    return null;
  }

  /** {@code tAgs}, {@code TAGS;}: a small letter before a capital, or a semicolon for the colon. */
  private boolean isDamaged(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean small = c >= 'a' && c <= 'z';
      if (c == ';' || (small && i + 1 < to && Characters.isUpper(text.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  // SUBJECT:

  private @Nullable Candidate subject(int start, int at, int end, Rank rank) {
    if (!text.regionMatches(true, at, "SUBJ", 0, 4)) {
      return null;
    }
    int word = Characters.skipLetters(text, at, end);
    boolean spelled = word - at == 4 || Characters.isWordAt(text, at, word, "SUBJECT");
    if (!spelled) {
      return null;
    }
    int value = afterColon(word, end);
    if (value >= 0) {
      if (rank == Rank.GLUED && !startsCapital(at)) {
        return null;
      }
      return new Candidate(Keyword.SUBJECT, start, value, rank, false);
    }
    if (rank == Rank.GLUED || followedByLine(word, end) || subjectSeen) {
      return null;
    }
    int mark = Characters.skipBlanks(text, word, end);
    if (rank == Rank.LINE_START && afterColon(Math.max(mark, portionEnd(mark, end)), end) > mark) {
      // SUBJECT (C): the marking is read with the subject.
      return new Candidate(Keyword.SUBJECT, start, mark, rank, false);
    }
    boolean capital = text.startsWith("SUBJ", at);
    if (rank == Rank.LINE_START && capital) {
      return new Candidate(Keyword.SUBJECT, start, skipSigns(word, end), rank, false);
    }
    if (rank == Rank.LINE_START && text.startsWith("Subject", at) && seen(Keyword.TAGS)) {
      return new Candidate(Keyword.SUBJECT, start, skipSigns(word, end), rank, false);
    }
    boolean joined = lines.end(lines.at(at)) - lines.start(lines.at(at)) > JOINED;
    if (capital
        && (sameLine(Keyword.TAGS, at) || (joined && sameLine(Keyword.EXECUTIVE_ORDER, at)))) {
      return new Candidate(Keyword.SUBJECT, start, skipSigns(word, end), rank, false);
    }
    return null;
  }

  // REF:

  private @Nullable Candidate references(int start, int at, int end, Rank rank) {
    if (!text.regionMatches(true, at, "REF", 0, 3)) {
      return null;
    }
    int word = Characters.skipLetters(text, at, end);
    String keyword = Characters.upper(text.substring(at, Math.min(word, at + 12)));
    int behind = word;
    switch (keyword) {
      case "REF", "REFTEL" -> {
        if (text.regionMatches(true, word, "(S)", 0, 3)) {
          behind = word + 3;
        }
      }
      case "REFS", "REFTELS", "REFERENCE", "REFERENCES" -> {}
      default -> {
        return null;
      }
    }
    int value = afterColon(behind, end);
    if (value >= 0 && text.charAt(Characters.skipBlanks(text, behind, end)) == ':') {
      if (rank == Rank.GLUED && !startsCapital(at)) {
        return null;
      }
      return new Candidate(Keyword.REFERENCES, start, value, rank, false);
    }
    if (rank == Rank.GLUED) {
      return null;
    }
    int item = skipSigns(behind, end);
    boolean opens =
        item < end
            && (ReferenceLine.opensItem(text, item, end)
                || (rank == Rank.LINE_START
                    && ((keyword.equals("REF") && opensLettered(item, end))
                        || (startsCapital(at) && end - item < 100 && isTyped(item, end)))));
    if (rank == Rank.LINE_START && item >= end && behind > word + 2) {
      opens = true;
    }
    if (opens && (rank == Rank.LINE_START || sameLine(Keyword.SUBJECT, at))) {
      return new Candidate(Keyword.REFERENCES, start, skipDots(behind, end), rank, false);
    }
    return null;
  }

  /** {@code REF A) DOE-ROE E-MAIL}: a bullet that is the keyword's own. */
  private boolean opensLettered(int at, int end) {
    return at + 1 < end
        && Characters.isLetter(text.charAt(at))
        && ").:".indexOf(text.charAt(at + 1)) >= 0;
  }

  /** {@code REF DOE TELCON 7/6/73}: a reference to what is no cable. */
  private boolean isTyped(int item, int end) {
    String value = Characters.upper(text.substring(item, end));
    return switch (TypedReference.kind(value)) {
      case EMAIL, TELEPHONE, FAX, LETTER -> true;
      default -> false;
    };
  }

  // CLASSIFIED BY

  private @Nullable Candidate classifier(int start, int at, int end, Rank rank) {
    int word = Characters.skipLetters(text, at, end);
    String first = Characters.upper(text.substring(at, Math.min(word, at + 12)));
    boolean derived = first.equals("DERIVED");
    boolean exact = first.equals("CLASSIFIED");
    if (!derived
        && !exact
        && !(first.length() >= 8
            && first.startsWith("CLA")
            && Spelling.within(first, "CLASSIFIED", 2))) {
      return null;
    }
    int second = Characters.skipBlanks(text, word, end);
    int secondEnd = Characters.skipLetters(text, second, end);
    String by = Characters.upper(text.substring(second, Math.min(secondEnd, second + 6)));
    if (!by.equals(derived ? "FROM" : "BY")) {
      return null;
    }
    int value = afterColon(secondEnd, end);
    boolean colon = value >= 0;
    if (!colon) {
      value = Characters.skipBlanks(text, secondEnd, end);
    }
    if (open == Keyword.CLASSIFIED_BY && !(rank == Rank.LINE_START && colon)) {
      return null;
    }
    if (followedByLine(secondEnd, end)) {
      return null;
    }
    boolean accepted =
        colon
            ? rank != Rank.GLUED || startsCapital(at)
            : rank == Rank.LINE_START
                || rank == Rank.AFTER_TWO_BLANKS
                || (rank == Rank.INSIDE_LINE
                    && subjectSeen
                    && (text.startsWith("CLASSIFIED BY", at)
                        || isBehindMark(at, end)
                        || (open == Keyword.REFERENCES
                            && startsCapital(at)
                            && seen(Keyword.CLASSIFIED_BY))));
    if (!accepted) {
      return null;
    }
    return new Candidate(
        Keyword.CLASSIFIED_BY, start, derived ? start : value, rank, !derived && !exact);
  }

  /** Whether nothing but a portion mark stands before a word on its line. */
  private boolean isBehindMark(int at, int end) {
    int from = lines.indentEnd(lines.at(at));
    int mark = from < at ? portionEnd(from, end) : -1;
    return mark > 0 && Characters.skipBlanks(text, mark, end) == at;
  }

  // Misspelt keywords: one letter added, lost, changed or swapped, and a sign behind.

  private @Nullable Candidate misspelt(int start, int at, int end) {
    int word = Characters.skipLetters(text, at, end);
    int length = word - at;
    if (length < 2 || length > 9 || word >= end) {
      return null;
    }
    char sign = text.charAt(Characters.skipBlanks(text, word, end));
    if (sign != ':' && sign != ';' && sign != ',') {
      return null;
    }
    String found = Characters.upper(text.substring(at, word));
    int value = Characters.skipBlanks(text, word, end) + 1;
    if (sign == ':' && length >= 5 && Spelling.within(found, "SUBJECT", 1)) {
      return new Candidate(
          Keyword.SUBJECT, start, Characters.skipBlanks(text, value, end), Rank.LINE_START, true);
    }
    // TAG, TAS, TGS, AGS, TABS, TAGES: followed by tags.
    if (length >= 3
        && length <= 5
        && !seen(Keyword.TAGS)
        && Spelling.within(found, "TAGS", 1)
        && TagsLine.opensList(text, value, end)) {
      return new Candidate(
          Keyword.TAGS, start, Characters.skipBlanks(text, value, end), Rank.LINE_START, true);
    }
    // No keyword at all: a line of nothing but tags, the first of them behind a comma.
    if (sign == ','
        && length == 4
        && !seen(Keyword.TAGS)
        && (this.found.isEmpty() || seen(Keyword.EXECUTIVE_ORDER))
        && TagsLine.isListOfTags(text, at, end)) {
      return new Candidate(Keyword.TAGS, start, at, Rank.LINE_START, true);
    }
    return null;
  }

  /** {@code E.O. 12958: N/A TAGES: PREL}: within a line only where TAGS is due, before a tag. */
  private @Nullable Candidate misspeltBehindOrder(int start, int at, int end, Rank rank) {
    int word = Characters.skipLetters(text, at, Math.min(end, at + 6));
    if (word - at < 3 || word - at > 5 || word >= end || text.charAt(word) != ':') {
      return null;
    }
    boolean tags =
        Spelling.within(Characters.upper(text.substring(at, word)), "TAGS", 1)
            && TagsLine.opensList(text, word + 1, end)
            && sameLine(Keyword.EXECUTIVE_ORDER, at);
    int value = Characters.skipBlanks(text, word + 1, end);
    return tags ? new Candidate(Keyword.TAGS, start, value, rank, true) : null;
  }

  // Signs

  /** The offset of the value where a colon or semicolon follows; -1 where none does. */
  private int afterColon(int from, int end) {
    int at = from;
    while (at < end
        && at - from < 6
        && (Lines.isBlank(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at >= end || (text.charAt(at) != ':' && text.charAt(at) != ';')) {
      return -1;
    }
    return Characters.skipBlanks(text, at + 1, end);
  }

  private int skipSigns(int from, int end) {
    int at = from;
    while (at < end && (Lines.isBlank(text.charAt(at)) || ".,-;".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private int skipDots(int from, int end) {
    return skipSigns(from, end);
  }

  /** Glued keywords begin with a capital letter, as in {@code CAIROClassified By:}. */
  private boolean startsCapital(int at) {
    return Characters.isUpper(text.charAt(at));
  }

  /** {@code SUBJECT LINE ADDED}: what a correction notice speaks of. */
  private boolean followedByLine(int from, int end) {
    int at = Characters.skipBlanks(text, from, end);
    return Characters.isWordAt(text, at, end, "LINE")
        || Characters.isWordAt(text, at, end, "FIELD");
  }

  private boolean seen(Keyword keyword) {
    for (int i = found.size() - 1; i >= 0 && i > found.size() - 50; i--) {
      if (found.get(i).keyword() == keyword) {
        return true;
      }
    }
    return false;
  }

  /** Whether the keyword before this one stands on the same line and is that one. */
  private boolean sameLine(Keyword keyword, int at) {
    if (found.isEmpty() || found.get(found.size() - 1).keyword() != keyword) {
      return false;
    }
    // No farther apart than the reach of a heading, however long the line.
    for (int i = found.get(found.size() - 1).start(); i < at; i++) {
      if (text.charAt(i) == '\n') {
        return false;
      }
    }
    return true;
  }

  // The running text

  /** Whether the running text opens here: paragraph 1, a summary, a first portion mark. */
  private boolean opensText(int from, int end) {
    int at = from;
    if (text.charAt(at) == '\u00b6') {
      at = Characters.skipBlanks(text, at + 1, end);
    }
    if (at >= end) {
      return false;
    }
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
        return (c == '1' || portionEnd(word, end) > 0) && parted && !isReference(word, end);
      }
      return next - behind <= 3 && portionEnd(next, end) > 0;
    }
    int mark = portionEnd(at, end);
    int word = mark > 0 ? Characters.skipBlanks(text, mark, end) : at;
    if (mark > 0 && (open == Keyword.REFERENCES || open == null) && isReference(word, end)) {
      return false;
    }
    if (!subjectSeen) {
      // A text that came without its heading may open with its summary.
      boolean entire = mark > 0 && text.substring(at, mark).contains("ENTIRE");
      return found.isEmpty() && (entire || isSummary(word, end));
    }
    if (opensSummary(word, end)) {
      return true;
    }
    // A portion mark after a blank line opens an unnumbered text, unless a field follows it.
    if (mark > 0 && open != null) {
      int line = lines.at(from);
      return line > 0
          && lines.blank(line - 1)
          && !opensClassifier(word, end)
          && !text.regionMatches(true, word, "REF", 0, 3)
          && end - word > 20;
    }
    return false;
  }

  private boolean isReference(int at, int end) {
    return open == Keyword.REFERENCES && ReferenceLine.opensItem(text, at, end);
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
  private boolean opensInlineText(int lineStart, int from, int end) {
    int at = from;
    boolean pilcrow = text.charAt(at) == '\u00b6';
    if (pilcrow) {
      at++;
    }
    if (at + 2 >= end || text.charAt(at) != '1' || !Lines.isBlank(text.charAt(from - 1))) {
      return false;
    }
    char sign = text.charAt(at + 1);
    int next = Characters.skipBlanks(text, at + 2, end);
    if (next >= end || found.isEmpty()) {
      return false;
    }
    boolean marked = portionEnd(next, end) > 0;
    if (sign == '.' || sign == ')') {
      if (isReference(next, end)) {
        return false;
      }
      int before = Characters.skipBlanksBack(text, from, lineStart);
      boolean colon = before > lineStart && text.charAt(before - 1) == ':';
      if (marked) {
        return !colon || !opensClassifier(afterMark(next, end), end);
      }
      boolean capital = next > at + 2 && Characters.isUpper(text.charAt(next));
      boolean sentence =
          before > lineStart && (".)".indexOf(text.charAt(before - 1)) >= 0 || from - before >= 2);
      return (capital && sentence && !colon && from - lineStart > 100) || (pilcrow && capital);
    }
    return Lines.isBlank(sign)
        && marked
        && next == at + 2
        && open == Keyword.CLASSIFIED_BY
        && from - lineStart > 40
        && !isReasonBefore(from, lineStart);
  }

  /** {@code 1.4 (b) and 1 (d)}: no paragraph but a reason. */
  private boolean isReasonBefore(int from, int lineStart) {
    int before = Characters.skipBlanksBack(text, from, lineStart);
    return before > lineStart && text.charAt(before - 1) != ')' && text.charAt(before - 1) != '.';
  }

  private int afterMark(int at, int end) {
    int mark = portionEnd(at, end);
    return Characters.skipBlanks(text, mark > 0 ? mark : at, end);
  }

  /** The offset behind a portion mark {@code (S/NF)}; -1 where none stands. */
  private int portionEnd(int at, int end) {
    return Markings.end(text, at, end);
  }

  /** {@code 1. (U) CLASSIFIED BY …}, {@code 1. CONFIDENTIAL - ENTIRE TEXT. CLASSIFIED BY …}. */
  private void classifierInParagraph(int start) {
    for (Candidate candidate : found) {
      if (candidate.keyword() == Keyword.CLASSIFIED_BY) {
        return;
      }
    }
    int stop = Math.min(text.length(), start + CLASSIFIER_REACH);
    open = null;
    for (int at = start; at < stop; at++) {
      char c = text.charAt(at);
      if (c != 'C' && c != 'c' && c != 'D') {
        continue;
      }
      if (at > start && Characters.isLetter(text.charAt(at - 1))) {
        continue;
      }
      int lineEnd = lines.end(lines.at(at));
      Candidate candidate = classifier(at, at, lineEnd, Rank.LINE_START);
      if (candidate != null) {
        found.add(
            new Candidate(
                Keyword.CLASSIFIED_BY,
                at,
                candidate.value(),
                Rank.INSIDE_LINE,
                candidate.repaired()));
        return;
      }
    }
  }
}
