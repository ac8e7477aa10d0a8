package org.cablebeam.transforms.parse.body;

import java.util.List;
import java.util.Locale;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/** Finds the headings above paragraphs. Immutable; one a body. */
final class ParagraphHeadings {
  /** A heading without a blank line above it is no longer, in UTF-16 units. */
  private static final int SHORT_HEADING = 50;

  /** A heading stands no more empty lines above its paragraph. */
  private static final int FARTHEST = 12;

  /** Rules and blank lines between a heading and its paragraph are fewer. */
  private static final int MOST_RULES = 4;

  /** So much of a paragraph shows whether it is written in capitals, in UTF-16 units. */
  private static final int SAMPLE = 40;

  /** An underlined heading has no more lines. */
  private static final int MOST_LINES = 3;

  /** And is no longer, in UTF-16 units. */
  private static final int LONGEST_UNDERLINED = 240;

  /**
   * The heading above a paragraph.
   *
   * @param text its words, null where there is none
   * @param start where it begins; where there is none, where the paragraph begins
   */
  record Heading(@Nullable String text, int start) {}

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int start;
  private final int end;

  ParagraphHeadings(TextLines reading) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = reading.start();
    this.end = reading.end();
  }

  /** The heading above a paragraph; where there is none, where the paragraph itself begins. */
  Heading above(ParagraphNumbers.Candidate candidate, int floor) {
    int from = candidate.start();
    if (!candidate.atLineStart()) {
      return new Heading(null, from);
    }
    Heading heading = above(candidate.line(), from, floor);
    return heading.text() != null ? heading : sentenceAbove(candidate.line(), from, floor);
  }

  /** The heading above line {@code line}, not before {@code floor}. */
  Heading above(int line, int from, int floor) {
    int near = nearest(line, floor);
    if (near < 0) {
      return new Heading(null, from);
    }
    int[] inline = reading.inlineHeading(near);
    if (inline[0] >= 0) {
      return heading(
          text.substring(behindMark(inline[0], inline[1]), inline[1]), lines.indentEnd(near));
    }
    boolean ruled = reading.rule(near);
    int bottom = ruled ? aboveRules(near, floor) : near;
    int top = bottom < 0 ? -1 : ruled ? top(bottom, floor) : topOfCapitals(bottom, from, floor);
    if (top < 0 || !(ruled || isHeading(top, bottom, floor)) || isMarking(top, bottom, from)) {
      return new Heading(null, from);
    }
    String words = words(top, bottom);
    return words.isEmpty() ? new Heading(null, from) : heading(words, reading.wordsStart(top));
  }

  /** The next line above that is not empty, not before {@code floor}; -1 where none is near. */
  private int nearest(int line, int floor) {
    int above = line - 1;
    while (above >= 0 && lines.start(above) >= floor && reading.empty(above)) {
      above--;
      if (line - above > FARTHEST) {
        return -1;
      }
    }
    return above < 0 || lines.start(above) < floor ? -1 : above;
  }

  /** The line that the rule in line {@code rule} underlines; -1 where it underlines none. */
  private int aboveRules(int rule, int floor) {
    int bottom = rule;
    while (bottom >= 0
        && lines.start(bottom) >= floor
        && rule - bottom < MOST_RULES
        && (reading.rule(bottom) || reading.empty(bottom))) {
      bottom--;
    }
    boolean found = bottom >= 0 && lines.start(bottom) >= floor;
    return found && !reading.empty(bottom) && !reading.rule(bottom) ? bottom : -1;
  }

  /**
   * The first line of the underlined heading that ends in line {@code bottom}; -1 where that is no
   * heading.
   */
  private int top(int bottom, int floor) {
    int top = bottom;
    while (bottom - top < MOST_LINES - 1 && !isFirst(top, floor)) {
      top--;
    }
    boolean free = isFirst(top, floor);
    if (!free) {
      // Of more lines the last one alone may be underlined.
      top = bottom;
    }
    boolean heading =
        lines.end(bottom) - reading.wordsStart(top) <= LONGEST_UNDERLINED
            && (free || reading.looksLikeHeading(bottom));
    return heading ? top : -1;
  }

  /**
   * The first line of a heading in capitals above a paragraph in small letters; {@code bottom}
   * where it has but one line.
   */
  private int topOfCapitals(int bottom, int paragraph, int floor) {
    int top = bottom;
    while (isCapitals(top) && bottom - top < MOST_LINES - 1 && !isFirst(top, floor)) {
      top--;
    }
    boolean turnsSmall = !SignerName.isUpper(text, paragraph, Math.min(end, paragraph + SAMPLE));
    return isCapitals(top) && isFirst(top, floor) && turnsSmall ? top : bottom;
  }

  /** Whether a line is written in capitals and ends no sentence. */
  private boolean isCapitals(int line) {
    int to = reading.wordsEnd(line);
    return to > reading.wordsStart(line)
        && text.charAt(to - 1) != '.'
        && SignerName.isUpper(text, reading.wordsStart(line), to);
  }

  /** Whether nothing stands above a line but a blank one, a rule, or what belongs to the text. */
  private boolean isFirst(int line, int floor) {
    return line == 0
        || lines.start(line - 1) < floor
        || reading.empty(line - 1)
        || reading.rule(line - 1);
  }

  private boolean isHeading(int top, int bottom, int floor) {
    return reading.looksLikeHeading(bottom)
        && (standsFree(top) || standsBehindSentence(top))
        && !isLastItem(top, floor)
        && (!reading.introduced(top) || isPassage(top));
  }

  private boolean isPassage(int line) {
    return PassageWord.is(text.substring(reading.wordsStart(line), reading.wordsEnd(line)));
  }

  /** Whether a line is an item of a list, {@code C. EXPORTS}, and that above it is one too. */
  private boolean isLastItem(int line, int floor) {
    char bullet = bullet(line);
    int above = bullet == 0 ? -1 : nearest(line, floor);
    char before = above < 0 ? 0 : bullet(above);
    return before != 0 && (before == bullet ? bullet == '-' : before == bullet - 1);
  }

  /** The letter, digit or dash with which an item of a list begins; 0 where a line is none. */
  private char bullet(int line) {
    int at = reading.wordsStart(line);
    int end = reading.wordsEnd(line);
    if (end - at < 3) {
      return 0;
    }
    char c = text.charAt(at);
    if (TextLines.isRuleSign(c)) {
      return '-';
    }
    if (c == '(') {
      at++;
      c = text.charAt(at);
    }
    boolean sign = text.charAt(at + 1) == '.' || text.charAt(at + 1) == ')';
    return sign && Character.isLetterOrDigit(c) ? c : 0;
  }

  /**
   * Whether lines mark the beginning or the end of a passage or the whole text, or say how to
   * handle it.
   */
  private boolean isMarking(int top, int bottom, int to) {
    int begin = reading.wordsStart(top);
    int end = reading.wordsEnd(top);
    return text.regionMatches(true, begin, "END ", 0, 4)
        || (text.regionMatches(true, begin, "BEGIN ", 0, 6) && !isPassage(top))
        || begin + WordClass.QUOTE_START.at(text, begin) == end
        || begin + WordClass.QUOTE_END.at(text, begin) == end
        || reading.isHandling(bottom)
        || isSentence(top, bottom)
        || PortionMark.at(text, begin, to).filter(PortionMark::entireText).isPresent();
  }

  /** PLEASE SEND: or FOLLOWING ARE ANSWERS: a sentence that introduces a list. */
  private boolean isSentence(int top, int bottom) {
    int end = reading.wordsEnd(top) - 1;
    if (top != bottom || text.charAt(end) != ':') {
      return false;
    }
    List<String> words =
        RunInHeading.words(text.substring(reading.wordsStart(top), end).toUpperCase(Locale.ROOT));
    return words.size() > 1
        && (WordClass.SENTENCE_START.holds(words.get(0))
            || words.stream().anyMatch(WordClass.SAYING::holds));
  }

  private String words(int top, int bottom) {
    StringBuilder words = new StringBuilder();
    for (int i = top; i <= bottom; i++) {
      if (i > top) {
        words.append(' ');
      }
      words.append(text, i == top ? behindMark(i) : reading.wordsStart(i), reading.wordsEnd(i));
    }
    return withoutDashes(
        words.toString(), TextLines.isRuleSign(text.charAt(reading.wordsStart(top))));
  }

  /** Without the dashes behind a heading, where dashes stand before it too. */
  private static String withoutDashes(String heading, boolean dashed) {
    int end = heading.length();
    while (dashed
        && end > 0
        && (TextLines.isRuleSign(heading.charAt(end - 1)) || heading.charAt(end - 1) == ' ')) {
      end--;
    }
    return heading.substring(0, end);
  }

  /**
   * Behind the dashes and the portion mark with which a heading may begin, {@code -- (U) MILLS}.
   */
  private int behindMark(int line) {
    int at = reading.wordsStart(line);
    int end = reading.wordsEnd(line);
    while (at < end && (TextLines.isRuleSign(text.charAt(at)) || text.charAt(at) == ' ')) {
      at++;
    }
    return behindMark(at, end);
  }

  private int behindMark(int at, int end) {
    int mark = PortionMark.inParentheses(text, at, end).map(PortionMark::end).orElse(at);
    while (mark < end && text.charAt(mark) == ' ') {
      mark++;
    }
    return mark < end ? mark : at;
  }

  /**
   * A heading in sentence case, {@code What the millers want}: between blank lines, above a
   * numbered paragraph and behind the end of a sentence.
   */
  private Heading sentenceAbove(int line, int from, int floor) {
    int above = nearest(line, floor);
    boolean heading =
        above >= 0
            && above < line - 1
            && above > 0
            && lines.start(above) > start
            && reading.empty(above - 1)
            && reading.endsSentence(above)
            && reading.looksLikeSentenceHeading(above)
            && !announces(above)
            && !isMarking(above, above, from);
    return heading
        ? heading(words(above, above), reading.wordsStart(above))
        : new Heading(null, from);
  }

  /** Whether a line that ends in a colon is more than a few nouns. */
  private boolean announces(int line) {
    int end = reading.wordsEnd(line) - 1;
    return text.charAt(end) == ':'
        && !RunInHeading.isNoun(
            RunInHeading.words(
                text.substring(reading.wordsStart(line), end).toUpperCase(Locale.ROOT)));
  }

  private static Heading heading(String words, int from) {
    return new Heading(SpacedLetters.joined(withoutColon(withoutMark(words))), from);
  }

  /** Without the portion mark at its end, {@code A BRIDGE TOO FAR (C)}. */
  private static String withoutMark(String heading) {
    int open = heading.endsWith(")") ? heading.lastIndexOf('(') : -1;
    boolean marked =
        open > 0
            && heading.charAt(open - 1) == ' '
            && PortionMark.inParentheses(heading, open, heading.length()).isPresent();
    return marked ? heading.substring(0, open - 1).strip() : heading;
  }

  private static String withoutColon(String heading) {
    int end = heading.length();
    while (end > 1 && (heading.charAt(end - 1) == ':' || heading.charAt(end - 1) == ' ')) {
      end--;
    }
    return heading.substring(0, end);
  }

  /** A short line without an end of its own between the end of a sentence and a number. */
  boolean standsBehindSentence(int line) {
    return lines.end(line) - lines.indentEnd(line) <= SHORT_HEADING
        && !reading.runsOnInto(line)
        && !reading.introduced(line)
        && !reading.isRemarkAbove(line);
  }

  private boolean standsFree(int line) {
    return line == 0
        || lines.start(line) <= start
        || (reading.empty(line - 1) && !goesOnBehindBreak(line))
        || reading.rule(line - 1);
  }

  /** Whether a sentence goes on in a line below a page break; a marking word goes on with none. */
  private boolean goesOnBehindBreak(int line) {
    int above = line - 1;
    while (above > 0 && line - above < FARTHEST && lines.blank(above)) {
      above--;
    }
    return reading.furniture().isFurniture(above) && reading.runsOnInto(line) && !isPassage(line);
  }

  /** Whether the text below a line takes it for its heading. */
  boolean headsBelow(int line, int floor) {
    int below = line + 1;
    while (below < lines.count()
        && below < line + 12
        && lines.start(below) < end
        && (reading.empty(below) || reading.rule(below))) {
      below++;
    }
    return below >= lines.count()
        || lines.start(below) >= end
        || above(below, reading.wordsStart(below), floor).text() != null;
  }

  boolean isHeadingOnly(int line) {
    int below = line + 1;
    if (below < lines.count() && reading.rule(below)) {
      return true;
    }
    return reading.inlineHeading(line)[0] >= 0
        || (reading.looksLikeHeading(line) && below < lines.count() && lines.start(below) < end);
  }
}
