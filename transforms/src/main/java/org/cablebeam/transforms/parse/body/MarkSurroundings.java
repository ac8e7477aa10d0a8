package org.cablebeam.transforms.parse.body;

import java.util.List;
import org.cablebeam.transforms.parse.body.ParagraphFinder.Found;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;

/**
 * What stands around a marking word: before it on its line, behind it, and on the lines above and
 * below. Asked by offsets that rise; one a body.
 */
final class MarkSurroundings {
  /** Between END and SUMMARY nothing longer stands, furniture included. */
  private static final int GAP = 400;

  /** VIII: the longest number before a heading. */
  private static final int LONGEST_ORDINAL = 4;

  /** To whom an action request goes is said in fewer UTF-16 units. */
  private static final int LONGEST_ADDRESS = 60;

  private static final String REQUEST = " REQUEST";

  /** Before a marking word stand no more words: EMBASSY COMMENT, INTRODUCTION AND SUMMARY. */
  static final int FEW = 2;

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;
  private final int end;
  private final List<Found> paragraphs;
  private int paragraph;
  private int knownLine = -1;
  private int knownStart;

  MarkSurroundings(TextLines reading, List<Found> paragraphs) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = reading.start();
    this.end = reading.end();
    this.paragraphs = paragraphs;
  }

  /**
   * What stands before a marking word on its line.
   *
   * @param words how many words
   * @param companions whether few, and only such as join one marking to another
   * @param opensParagraph whether the number of a paragraph stands there
   * @param begin whether BEGIN stands right before it
   * @param runsOn whether the text above runs on into the line
   * @param sign where the sign right before it stands, -1 where none does
   * @param enclosed whether that opens a parenthesis
   */
  record Before(
      int words,
      boolean companions,
      boolean opensParagraph,
      boolean begin,
      boolean runsOn,
      int sign,
      boolean enclosed) {}

  Before before(int at) {
    while (paragraph + 1 < paragraphs.size() && paragraphs.get(paragraph + 1).start() <= at) {
      paragraph++;
    }
    int line = lines.at(at);
    int prefix = Math.max(start, Math.min(at, wordsStart(line)));
    boolean opensParagraph = false;
    if (!paragraphs.isEmpty()) {
      Found found = paragraphs.get(paragraph);
      opensParagraph =
          found.start() <= at
              && found.contentStart() <= at
              && (found.contentStart() >= prefix || gap(found.contentStart(), prefix) >= prefix);
      prefix = opensParagraph ? Math.max(prefix, found.contentStart()) : prefix;
    }
    prefix = skipMark(skipOrdinal(prefix, at), at);
    int anchor = PassageWord.qualifierStart(text, prefix, at);
    int words = words(prefix, anchor);
    boolean begin = beginBefore(at);
    int sign = signBefore(anchor, prefix);
    sign = sign >= 0 && isOpening(sign) ? sign : parenthesisBefore(anchor, prefix, sign);
    return new Before(
        words,
        words == 0 || (words <= FEW && PassageWord.isCompanions(text, prefix, anchor)),
        opensParagraph,
        begin,
        !opensParagraph && !begin && runsOn(prefix, line),
        sign,
        sign >= 0 && isOpening(sign));
  }

  /**
   * What stands behind a marking word.
   *
   * @param companionsEnd behind its companions, COMMENT in SUMMARY AND COMMENT
   * @param sign behind the blanks there
   * @param endOfLine whether the line ends there
   * @param colon whether a colon stands there
   * @param punctuated whether a colon, a full stop or a dash does
   * @param portion whether a portion mark does
   */
  record Behind(
      int companionsEnd,
      int sign,
      boolean endOfLine,
      boolean colon,
      boolean punctuated,
      boolean portion) {}

  Behind behind(PassageWord.Match match) {
    int tail = addressedEnd(match, PassageWord.companionsEnd(text, match.end(), end));
    int sign = skipSpaces(tail, end);
    char c = sign < end ? text.charAt(sign) : '\n';
    boolean stop = (c == '.' || c == ';') && sign == tail;
    boolean endOfLine = c == '\n' || c == '\\';
    return new Behind(
        tail,
        sign,
        endOfLine,
        c == ':',
        c == ':' || stop || (!endOfLine && isDash(sign)),
        c == '(' && PortionMark.at(text, sign, end).isPresent());
  }

  /** Whether a marking word and its companions are a heading of their own. */
  boolean isAlone(int at, Before before, Behind behind) {
    int line = lines.at(at);
    boolean signed = behind.colon || (behind.sign < end && isRuleSign(behind.sign));
    boolean last = signed && (lines.end(line) <= behind.sign + 1 || contentBelow(at) >= 0);
    return (behind.endOfLine || last)
        && before.companions
        && !before.opensParagraph
        && (ruledOrFree(line) || contentBelow(at) >= 0);
  }

  /** Behind FOR THE DEPARTMENT in {@code ACTION REQUEST FOR THE DEPARTMENT:}. */
  private int addressedEnd(PassageWord.Match match, int tail) {
    boolean request =
        match.word() == PassageWord.ACTION_REQUEST
            || text.regionMatches(true, tail - REQUEST.length(), REQUEST, 0, REQUEST.length());
    if (!request || !text.regionMatches(true, tail, " FOR ", 0, 5)) {
      return tail;
    }
    int at = tail + 5;
    int most = Math.min(end, tail + LONGEST_ADDRESS);
    while (at < most && (isWordSign(text.charAt(at)) || " /&,-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at < most && text.charAt(at) == ':' ? at : tail;
  }

  /** Behind the portion mark at an offset, {@code (C) SUMMARY}; the offset where none stands. */
  private int skipMark(int from, int limit) {
    int mark =
        from < limit && text.charAt(from) == '('
            ? PortionMark.at(text, from, limit).map(PortionMark::end).orElse(from)
            : from;
    return mark > from ? skipSpaces(mark, limit) : from;
  }

  /** Behind the number of a heading, {@code II. SUMMARY}; the offset where none stands. */
  private int skipOrdinal(int from, int limit) {
    int stop = from;
    while (stop < limit && stop - from < LONGEST_ORDINAL && isOrdinalSign(text.charAt(stop))) {
      stop++;
    }
    boolean ordinal = stop > from && stop < limit && text.charAt(stop) == '.';
    return ordinal ? skipSpaces(stop + 1, limit) : from;
  }

  /** A Roman number, or the letter of an item. */
  private static boolean isOrdinalSign(char c) {
    return c >= 'A' && c <= 'F' || c == 'I' || c == 'V' || c == 'X';
  }

  private int wordsStart(int line) {
    // A joined line is asked for again and again.
    if (line != knownLine) {
      knownLine = line;
      knownStart = reading.wordsStart(line);
    }
    return knownStart;
  }

  private int words(int from, int to) {
    if (to - from > 60) {
      return 9;
    }
    int words = 0;
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))
          && (i == from || !isWordSign(text.charAt(i - 1)))) {
        words++;
      }
    }
    return words;
  }

  private boolean beginBefore(int at) {
    int i = at;
    while (i > start && at - i < 4 && Lines.isBlank(text.charAt(i - 1))) {
      i--;
    }
    return i < at && i - 5 >= start && text.regionMatches(true, i - 5, "BEGIN", 0, 5);
  }

  /** The last character before {@code at} on its line that is not blank; -1 where there is none. */
  private int signBefore(int at, int from) {
    int i = at - 1;
    while (i >= from && (text.charAt(i) == ' ' || reading.furniture().covers(i))) {
      i--;
    }
    return i >= from ? i : -1;
  }

  /** The parenthesis right before the words of {@code (POLOFF COMMENT}; {@code none} for none. */
  private int parenthesisBefore(int at, int from, int none) {
    int i = at;
    for (int words = 0; words < 2; words++) {
      while (i > from && text.charAt(i - 1) == ' ') {
        i--;
      }
      while (i > from && isWordSign(text.charAt(i - 1))) {
        i--;
      }
      if (i > from && isOpening(i - 1)) {
        return i - 1;
      }
    }
    return none;
  }

  private boolean isOpening(int at) {
    return text.charAt(at) == '(' || text.charAt(at) == '[';
  }

  private boolean isDash(int at) {
    char c = text.charAt(at);
    if (c != '-' && c != '\u2013' && c != '\u2014') {
      return false;
    }
    return at + 1 >= end
        || text.charAt(at + 1) == '-'
        || Lines.isBlank(text.charAt(at + 1))
        || c != '-';
  }

  /** Whether the text before the first word of a line runs on into it. */
  private boolean runsOn(int prefix, int line) {
    return prefix <= wordsStart(line)
        && line > 0
        && lines.start(line) > start
        && !lines.blank(line - 1)
        && !reading.rule(line - 1)
        && reading.runsOnInto(line);
  }

  /**
   * Where the words of the next paragraph begin, if its heading stands at an offset; -1 where none
   * does.
   */
  int contentBelow(int at) {
    int next = paragraphs.isEmpty() || paragraphs.get(paragraph).start() > at ? 0 : 1;
    if (paragraph + next >= paragraphs.size()) {
      return -1;
    }
    Found found = paragraphs.get(paragraph + next);
    boolean heads = found.headed() && found.blockStart() <= at && at < found.start();
    return heads ? found.contentStart() : -1;
  }

  private boolean isRuleSign(int at) {
    return TextLines.isRuleSign(text.charAt(at));
  }

  /** Whether a line is underlined, or stands between blank lines. */
  private boolean ruledOrFree(int line) {
    boolean ruled = line + 1 < lines.count() && reading.rule(line + 1);
    boolean above = line == 0 || reading.empty(line - 1) || reading.rule(line - 1);
    boolean below = line + 1 >= lines.count() || reading.empty(line + 1) || ruled;
    return ruled || (above && below);
  }

  /** Behind blanks, line ends and furniture. */
  int gap(int from, int limit) {
    int at = from;
    int most = Math.min(limit, from + GAP);
    while (at < most) {
      int behind = reading.furniture().skip(at);
      if (behind > at) {
        at = behind;
      } else if (Lines.isBlank(text.charAt(at)) || text.charAt(at) == '\\') {
        at++;
      } else {
        break;
      }
    }
    return Math.min(at, limit);
  }

  private int skipSpaces(int from, int limit) {
    int at = from;
    while (at < limit && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  static boolean isWordSign(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019';
  }
}
