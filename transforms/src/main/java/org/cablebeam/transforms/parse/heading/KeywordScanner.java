package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Lines;
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

  /** Where in paragraph 1 the classifier may still be named. */
  private static final int CLASSIFIER_REACH = 120;

  /** How far a closing parenthesis is looked for. */
  private static final int PARENTHESIS = 200;

  private final Lines lines;
  private final String text;
  private final Furniture furniture;
  private final KeywordsSoFar soFar;
  private final OrderKeyword order;
  private final TagsKeyword tags;
  private final SubjectKeyword subject;
  private final ReferenceKeyword references;
  private final ClassifierKeyword classifier;
  private final CaptionsKeyword captions;
  private final MisspeltKeyword misspelt;
  private final TextOpening opening;

  KeywordScanner(Body body) {
    this.lines = body.lines();
    this.text = body.text();
    this.furniture = body.furniture();
    this.soFar = new KeywordsSoFar(text);
    this.order = new OrderKeyword(text, soFar);
    this.tags = new TagsKeyword(text, soFar);
    this.subject = new SubjectKeyword(lines, soFar);
    this.references = new ReferenceKeyword(text, soFar);
    this.classifier = new ClassifierKeyword(lines, soFar);
    this.captions = new CaptionsKeyword(text, soFar);
    this.misspelt = new MisspeltKeyword(text, soFar);
    this.opening = new TextOpening(lines, soFar);
  }

  /** Scans from the offset behind the classification line. */
  HeadingZone scan(int from) {
    int end = text.length();
    boolean numbered = false;
    int lastKeyword = from;
    int line = from >= text.length() ? lines.count() : lines.at(from);
    for (; line < lines.count() && soFar.count() < MOST; line++) {
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
      if (wholeLine && opening.at(at, lineEnd)) {
        numbered = true;
        end = at;
        break;
      }
      int before = soFar.count();
      int stop = scanLine(at, lineEnd, wholeLine, lastKeyword);
      if (soFar.count() > before) {
        lastKeyword = soFar.all().get(soFar.count() - 1).start();
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
    List<Field> fields = new ArrayList<>(soFar.count());
    for (int i = 0; i < soFar.count(); i++) {
      FoundKeyword c = soFar.all().get(i);
      int next = i + 1 < soFar.count() ? soFar.all().get(i + 1).start() : end;
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
      if (at >= lines.end(i) || opening.at(at, lines.end(i))) {
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
    int quoted = -1;
    boolean open = false;
    for (int at = start; at < end; at++) {
      if (at - reached > REACH || soFar.count() >= MOST) {
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
      if (c == '"') {
        quoted = quoted < 0 && opensQuotation(start, at, end) ? at : -1;
        continue;
      }
      boolean atStart = at == start && wholeLine;
      if ((c == '1' || c == '\u00b6') && !atStart && opening.insideLine(start, at, end)) {
        return at;
      }
      boolean misspelt = atStart || soFar.open() == Keyword.EXECUTIVE_ORDER;
      if (!(misspelt ? mayOpen(c) : at + 1 < end && mayOpen(c, text.charAt(at + 1)))) {
        continue;
      }
      FoundKeyword candidate = candidate(start, at, end, atStart);
      if (candidate == null
          || (open && closesSoon(closed, at, end))
          || (quoted >= 0 && isInQuotation(candidate, quoted, at, end))) {
        continue;
      }
      soFar.add(candidate);
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

  private boolean opensQuotation(int lineStart, int at, int end) {
    boolean parted =
        at == lineStart || Lines.isBlank(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
    return parted && at + 1 < end && !Lines.isBlank(text.charAt(at + 1));
  }

  /** {@code "NO REF: NO PROBLEM"}: a word that a slogan or a title holds, and no reference. */
  private boolean isInQuotation(FoundKeyword candidate, int opened, int at, int end) {
    int stop = Math.min(end, at + PARENTHESIS);
    int close = at;
    while (close < stop && text.charAt(close) != '"') {
      close++;
    }
    return at - opened < PARENTHESIS
        && close < stop
        && !(candidate.keyword() == Keyword.REFERENCES
            && ReferenceOpening.at(text, candidate.value(), close));
  }

  /** At the start of a line a keyword may be misspelt, or missing before a list of tags. */
  private static boolean mayOpen(char c) {
    return Characters.isLetter(c) || c == '\u00b6' || c == '[';
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

  private @Nullable FoundKeyword candidate(int lineStart, int from, int end, boolean lineStarts) {
    int at = from;
    if (text.charAt(at) == '\u00b6' || text.charAt(at) == '[') {
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
    } else if (isOpeningQuote(lineStart, from - 1)) {
      return null;
    } else if (Characters.isLetter(before)
        || ".,;:?!)]\"'".indexOf(before) >= 0
        || Characters.isDigit(before)) {
      rank = Rank.GLUED;
    } else {
      return null;
    }
    FoundKeyword exact =
        switch (Characters.upper(text.charAt(at))) {
          case 'E' -> order.at(from, at, end, rank);
          case 'T' -> tags.at(from, at, end, rank);
          case 'S' -> subject.at(from, at, end, rank);
          case 'R' -> references.at(from, at, end, rank);
          case 'C', 'D' -> {
            FoundKeyword by = classifier.at(from, at, end, rank);
            FoundKeyword dated = by != null ? by : order.instruction(from, at, end, rank);
            yield dated != null ? dated : captions.at(from, at, end, rank);
          }
          case 'P' -> captions.at(from, at, end, rank);
          default -> null;
        };
    if (exact != null) {
      return exact;
    }
    return switch (rank) {
      case LINE_START -> misspelt.atLineStart(from, at, end);
      case INSIDE_LINE, AFTER_TWO_BLANKS -> misspelt.behindOrder(from, at, end, rank);
      case GLUED -> null;
    };
  }

  /** What a quotation begins with is no keyword. */
  private boolean isOpeningQuote(int lineStart, int at) {
    return "\"'".indexOf(text.charAt(at)) >= 0
        && at > lineStart
        && Lines.isBlank(text.charAt(at - 1));
  }

  /** {@code 1. (U) CLASSIFIED BY …}, {@code 1. CONFIDENTIAL - ENTIRE TEXT. CLASSIFIED BY …}. */
  private void classifierInParagraph(int start) {
    if (soFar.seen(Keyword.CLASSIFIED_BY)) {
      return;
    }
    int stop = Math.min(text.length(), start + CLASSIFIER_REACH);
    for (int at = start; at < stop; at++) {
      char c = text.charAt(at);
      if (c != 'C' && c != 'c' && c != 'D') {
        continue;
      }
      if (at > start && Characters.isLetter(text.charAt(at - 1))) {
        continue;
      }
      // What was classified by somebody may also be told.
      if (c == 'c' && !speaksOfItself(start, at)) {
        continue;
      }
      int lineEnd = lines.end(lines.at(at));
      FoundKeyword candidate = classifier.at(at, at, lineEnd, Rank.LINE_START);
      if (candidate != null) {
        soFar.add(
            new FoundKeyword(
                Keyword.CLASSIFIED_BY,
                at,
                candidate.value(),
                Rank.INSIDE_LINE,
                candidate.repaired()));
        return;
      }
    }
  }

  /** {@code This cable is classified by}, {@code Entire text classified by}. */
  private boolean speaksOfItself(int start, int at) {
    String before = Characters.upper(text.substring(start, at));
    return before.contains("THIS ") || before.contains(" TEXT");
  }
}
