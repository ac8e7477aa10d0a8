package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cablebeam.transforms.parse.body.ParagraphFinder.Found;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words with which a drafter marked the beginning and the end of a passage: {@code
 * SUMMARY:}, {@code END COMMENT}. One a body.
 */
final class PassageMarks {
  /** The rarest pairs of letters of the marking words: sUMmary, cOMment, NOte, eND, rEQuest. */
  private static final boolean[] PAIRS = new boolean[1 << 10];

  static {
    for (String pair : List.of("UM", "OM", "NO", "ND", "EQ")) {
      PAIRS[pair(pair.charAt(0), pair.charAt(1))] = true;
    }
  }

  /** The same for both cases; other signs may have the number of letters too. */
  private static int pair(char first, char second) {
    return (first & 31) << 5 | (second & 31);
  }

  /** Between END and SUMMARY nothing longer stands, furniture included. */
  private static final int GAP = 400;

  /** VIII: the longest number before a heading. */
  private static final int LONGEST_ORDINAL = 4;

  /** Before a marking word stand no more words: EMBASSY COMMENT, INTRODUCTION AND SUMMARY. */
  private static final int FEW = 2;

  /** None of them is longer. */
  private static final int LONGEST_WORD = 16;

  /** To whom an action request goes is said in fewer UTF-16 units. */
  private static final int LONGEST_ADDRESS = 60;

  /**
   * A mark.
   *
   * @param word what it marks
   * @param also the second word of COMMENT AND ACTION REQUEST, null where there is none
   * @param end whether it marks an end
   * @param start where it begins
   * @param content where the passage begins behind it
   * @param alone whether it is a heading of its own
   * @param parenthesis where the parenthesis before it stands, -1 where none does
   * @param weak whether it counts only where an end mark follows
   */
  record Mark(
      PassageWord word,
      @Nullable PassageWord also,
      boolean end,
      int start,
      int content,
      boolean alone,
      int parenthesis,
      boolean weak) {}

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;
  private final int end;
  private final List<Found> paragraphs;
  private int paragraph;
  private int knownLine = -1;
  private int knownStart;

  PassageMarks(TextLines reading, List<Found> paragraphs) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = reading.start();
    this.end = reading.end();
    this.paragraphs = paragraphs;
  }

  List<Mark> find() {
    List<Mark> marks = new ArrayList<>();
    int floor = start;
    int spaced = SpacedMarks.next(text, start, end);
    for (int i = nextPair(text, start + 1, end); i < end; i = nextPair(text, i + 1, end)) {
      int at = wordWith(i, floor);
      if (at < 0 || (at > 0 && Character.isLetter(text.charAt(at - 1)))) {
        continue;
      }
      while (spaced < at) {
        add(spacedMark(spaced), marks);
        spaced = SpacedMarks.next(text, spaced + SpacedMarks.LENGTH, end);
      }
      Mark mark = isEnd(at) ? endMark(at) : startMark(at, PassageWord.at(text, at, end));
      if (mark != null && add(mark, marks)) {
        floor = mark.content;
        i = Math.max(i, floor - 1);
      }
    }
    for (; spaced < end; spaced = SpacedMarks.next(text, spaced + SpacedMarks.LENGTH, end)) {
      add(spacedMark(spaced), marks);
    }
    return marks;
  }

  private boolean isEnd(int at) {
    return (text.charAt(at) & ~0x20) == 'E';
  }

  private boolean add(@Nullable Mark mark, List<Mark> marks) {
    boolean own = mark != null && !reading.furniture().covers(mark.start);
    if (own) {
      marks.add(mark);
    }
    return own;
  }

  /** The mark of a word that is written letter by letter; E N D may stand before it. */
  private @Nullable Mark spacedMark(int at) {
    PassageWord word = SpacedMarks.word(text, at);
    if (word == null) {
      return null;
    }
    int before = at;
    while (before > start && Lines.isBlank(text.charAt(before - 1))) {
      before--;
    }
    for (String end : List.of("E N D", "END")) {
      int from = before - end.length();
      if (from >= start && from > 0 && text.startsWith(end, from) && isApart(from)) {
        return new Mark(word, null, true, from, at + SpacedMarks.LENGTH, false, -1, false);
      }
    }
    return startMark(at, new PassageWord.Match(word, at + SpacedMarks.LENGTH));
  }

  private boolean isApart(int at) {
    return !Character.isLetter(text.charAt(at - 1));
  }

  /**
   * The first offset from {@code from} on at which one of the pairs ends; {@code end} if none does.
   * All of the text goes through this loop, so it calls nothing.
   */
  private static int nextPair(String text, int from, int end) {
    int i = from;
    while (i < end && !PAIRS[pair(text.charAt(i - 1), text.charAt(i))]) {
      i++;
    }
    return i;
  }

  /**
   * Where a word begins that may be a mark, known by the pair of letters that ends at {@code at};
   * -1 where none does.
   */
  private int wordWith(int at, int floor) {
    switch (text.charAt(at) & ~0x20) {
      case 'M' -> {
        // SUMMARY, also SUMARY and SUMMAY; COMMENT.
        boolean found =
            at - 2 >= start
                && (is(at - 1, 'U')
                    ? is(at - 2, 'S')
                    : is(at - 1, 'O') && is(at - 2, 'C') && at + 1 < end && is(at + 1, 'M'));
        return found ? at - 2 : -1;
      }
      case 'O' -> {
        boolean found = at - 1 >= floor && is(at - 1, 'N') && at + 1 < end && is(at + 1, 'T');
        return found ? at - 1 : -1;
      }
      case 'D' -> {
        boolean found = at - 1 >= floor && is(at - 1, 'N') && at - 2 >= start && is(at - 2, 'E');
        return found ? at - 2 : -1;
      }
      case 'Q' -> {
        // ACTION REQUEST
        int gap = at - 2;
        if (gap <= start || !is(at - 1, 'E') || !is(gap, 'R')) {
          return -1;
        }
        while (gap > start && at - gap < 12 && Lines.isBlank(text.charAt(gap - 1))) {
          gap--;
        }
        return gap - 6 >= start && gap < at - 2 ? gap - 6 : -1;
      }
      default -> {
        return -1;
      }
    }
  }

  private boolean is(int at, int letter) {
    return (text.charAt(at) & ~0x20) == letter;
  }

  private @Nullable Mark endMark(int at) {
    if (!text.regionMatches(true, at, "END", 0, 3)) {
      return null;
    }
    int next = gap(at + 3, end);
    if (next >= end) {
      return null;
    }
    PassageWord.Match match = PassageWord.at(text, next, end);
    if (match == null) {
      match = next == at + 3 ? null : behindWords(next);
    }
    if (match == null) {
      return null;
    }
    int behind = PassageWord.companionsEnd(text, match.end(), end);
    return new Mark(marked(match, behind), null, true, at, behind, false, -1, false);
  }

  /**
   * The marking word behind one or two others, OF SUMMARY, POST COMMENT, INTRODUCTION/SUMMARY; null
   * for none.
   */
  private PassageWord.@Nullable Match behindWords(int from) {
    int next = from;
    PassageWord.Match match = null;
    for (int words = 0; match == null && words < FEW; words++) {
      int word = next;
      while (word < end && word - next < LONGEST_WORD && isWordSign(text.charAt(word))) {
        word++;
      }
      boolean joined = word < end && text.charAt(word) == '/';
      int behind = joined ? word + 1 : gap(word, end);
      if (word == next || behind == word || behind >= end) {
        return null;
      }
      next = behind;
      match = PassageWord.at(text, next, end);
    }
    return match;
  }

  /** What a marking says together with its companions: COMMENT AND SUMMARY is a summary. */
  private PassageWord marked(PassageWord.Match match, int companionsEnd) {
    return match.word() == PassageWord.COMMENT && holds("SUMMARY", match.end(), companionsEnd)
        ? PassageWord.SUMMARY
        : match.word();
  }

  private boolean holds(String word, int from, int to) {
    return to > from && text.substring(from, to).toUpperCase(Locale.ROOT).contains(word);
  }

  private @Nullable Mark startMark(int at, PassageWord.@Nullable Match match) {
    if (match == null) {
      return null;
    }
    PassageWord word = match.word();
    Behind behind = behind(match);
    if (!behind.endOfLine && isEnds(behind.sign)) {
      // SUMMARY ENDS.
      return new Mark(word, null, true, at, behind.sign + 3, false, -1, false);
    }
    Before before = before(at);
    boolean opens = opens(at, word, before, behind);
    boolean free = opens && !before.runsOn && !before.begin;
    boolean alone = free && isAlone(at, before, behind);
    boolean firm = before.begin || alone || isMarked(word, opens, before, behind);
    boolean weak = !firm && free && word == PassageWord.SUMMARY && before.opensParagraph;
    return firm || weak ? opening(at, match, before, behind, alone, weak) : null;
  }

  /** Whether few enough words stand before a marking word for it to open a passage. */
  private boolean opens(int at, PassageWord word, Before before, Behind behind) {
    return before.companions
        || (before.words <= FEW
            && behind.colon
            && word != PassageWord.SUMMARY
            && Character.isUpperCase(text.charAt(at)));
  }

  private Mark opening(
      int at, PassageWord.Match match, Before before, Behind behind, boolean alone, boolean weak) {
    boolean request =
        match.word() == PassageWord.COMMENT && holds("REQUEST", match.end(), behind.companionsEnd);
    return new Mark(
        marked(match, behind.companionsEnd),
        request ? PassageWord.ACTION_REQUEST : null,
        false,
        at,
        contentStart(behind.companionsEnd),
        alone,
        before.enclosed ? before.sign : -1,
        weak);
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
  private record Before(
      int words,
      boolean companions,
      boolean opensParagraph,
      boolean begin,
      boolean runsOn,
      int sign,
      boolean enclosed) {}

  private Before before(int at) {
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
  private record Behind(
      int companionsEnd,
      int sign,
      boolean endOfLine,
      boolean colon,
      boolean punctuated,
      boolean portion) {}

  private Behind behind(PassageWord.Match match) {
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
  private boolean isAlone(int at, Before before, Behind behind) {
    int line = lines.at(at);
    boolean heads = behind.endOfLine || (behind.colon && lines.end(line) <= behind.sign + 1);
    return heads
        && before.companions
        && !before.opensParagraph
        && (ruledOrFree(line) || headsNext(at));
  }

  /** Whether signs around a marking word say that it opens a passage. */
  private boolean isMarked(PassageWord word, boolean opens, Before before, Behind behind) {
    // NOTE without a sign is a word like others.
    boolean note = word == PassageWord.NOTE;
    if (opens && !before.runsOn) {
      boolean headed = behind.endOfLine && before.opensParagraph;
      return behind.punctuated || (!note && (behind.portion || headed));
    }
    if (opens && behind.colon) {
      return true;
    }
    if (before.enclosed) {
      return behind.punctuated || (!note && behind.endOfLine);
    }
    return behind.colon && before.sign >= 0 && endsSentence(before.sign);
  }

  /** Behind FOR THE DEPARTMENT in {@code ACTION REQUEST FOR THE DEPARTMENT:}. */
  private int addressedEnd(PassageWord.Match match, int tail) {
    if (match.word() != PassageWord.ACTION_REQUEST
        || !text.regionMatches(true, tail, " FOR ", 0, 5)) {
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

  /** Whether END or ENDS and nothing else of the sentence stands here. */
  private boolean isEnds(int at) {
    if (!text.regionMatches(true, at, "END", 0, 3)) {
      return false;
    }
    int behind = at + 3;
    if (behind < end && is(behind, 'S')) {
      behind++;
    }
    return behind >= end || (text.charAt(behind) == '.' || text.charAt(behind) == '\n');
  }

  /** Behind punctuation and marks after a marking word. */
  private int contentStart(int from) {
    int at = from;
    boolean mark = false;
    while (at < end) {
      char c = text.charAt(at);
      if (Lines.isBlank(c) || ":;.\\\u00b6".indexOf(c) >= 0 || TextLines.isRuleSign(c)) {
        at++;
      } else if (c == '(' && !mark && PortionMark.at(text, at, end).isPresent()) {
        at = PortionMark.at(text, at, end).orElseThrow().end();
        mark = true;
      } else {
        break;
      }
    }
    return at;
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

  private boolean endsSentence(int at) {
    char c = text.charAt(at);
    return c == '.' || c == '!' || c == '?' || c == ')' || c == '"' || c == '-' || c == '\u201d';
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

  /** Whether the heading of the next paragraph stands at an offset. */
  private boolean headsNext(int at) {
    int next = paragraphs.isEmpty() || paragraphs.get(paragraph).start() > at ? 0 : 1;
    if (paragraph + next >= paragraphs.size()) {
      return false;
    }
    Found found = paragraphs.get(paragraph + next);
    return found.headed() && found.blockStart() <= at && at < found.start();
  }

  /** Whether a line is underlined, or stands between blank lines. */
  private boolean ruledOrFree(int line) {
    boolean ruled = line + 1 < lines.count() && reading.rule(line + 1);
    boolean above = line == 0 || reading.empty(line - 1) || reading.rule(line - 1);
    boolean below = line + 1 >= lines.count() || reading.empty(line + 1) || ruled;
    return ruled || (above && below);
  }

  /** Behind blanks, line ends and furniture. */
  private int gap(int from, int limit) {
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

  private static boolean isWordSign(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '\u2019';
  }
}
