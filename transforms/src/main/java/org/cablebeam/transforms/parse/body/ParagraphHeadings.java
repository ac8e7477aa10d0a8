package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/** Finds the headings of paragraphs, above them or at their beginning. Immutable; one a body. */
final class ParagraphHeadings {
  /** A heading without a blank line above it is no longer, in UTF-16 units. */
  private static final int SHORT_HEADING = 50;

  /** A heading at the beginning of a paragraph is no longer, in UTF-16 units. */
  private static final int LONGEST_BEGINNING = 64;

  /** And has no more words. */
  private static final int MOST_WORDS = 6;

  /** Behind so many words at most, a colon at the end of a line ends a heading, not a sentence. */
  private static final int MOST_NOUNS = 4;

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
    return candidate.atLineStart()
        ? above(candidate.line(), candidate.start(), floor)
        : new Heading(null, candidate.start());
  }

  /** The heading above line {@code line}, not before {@code floor}. */
  Heading above(int line, int from, int floor) {
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
      return new Heading(
          withoutColon(text.substring(inline[0], inline[1])), lines.indentEnd(above));
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
        || reading.isHandling(bottom)
        || PortionMark.at(text, begin, from).filter(PortionMark::entireText).isPresent()) {
      // Neither end marks nor marks of the whole text are headings, nor how to handle it.
      return new Heading(null, from);
    }
    StringBuilder words = new StringBuilder();
    for (int i = top; i <= bottom; i++) {
      if (i > top) {
        words.append(' ');
      }
      words.append(text, reading.wordsStart(i), reading.wordsEnd(i));
    }
    return words.length() == 0
        ? new Heading(null, from)
        : new Heading(withoutColon(words.toString()), begin);
  }

  private static String withoutColon(String heading) {
    int end = heading.length();
    while (end > 1 && (heading.charAt(end - 1) == ':' || heading.charAt(end - 1) == ' ')) {
      end--;
    }
    return heading.substring(0, end);
  }

  /**
   * {@code COMMENT: …}, {@code SUMMARY. …}, {@code PRICES -- …} at the beginning of a paragraph.
   */
  @Nullable String atBeginning(int from, int to) {
    int sign = endOfWords(from, to);
    String heading = sign < 0 ? "" : text.substring(from, sign).strip();
    if (heading.isEmpty()) {
      return null;
    }
    boolean capital = Character.isUpperCase(heading.charAt(0));
    char c = text.charAt(sign);
    if (c != '\n' && PassageWord.is(heading) && (capital || c == ':')) {
      return heading;
    }
    return capital && c != '.' && isParted(heading, sign, to) ? heading : null;
  }

  /** Where a sign or the end of the line parts the first words from the rest; -1 for nowhere. */
  private int endOfWords(int from, int to) {
    int limit = Math.min(to, from + LONGEST_BEGINNING);
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (c == ':' || c == '.' || c == '\n' || isDash(from, at, to)) {
        return at;
      }
      if (c == ',' || c == ';' || c == '(' || c == '"' || Character.isDigit(c)) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * Whether the words before a sign are a heading. A sentence that introduces a list ends its line
   * with a colon too; speech follows in quotes.
   */
  private boolean isParted(String heading, int sign, int to) {
    int next = sign + 1;
    while (next < to && text.charAt(next) == ' ') {
      next++;
    }
    if (next >= to) {
      return false;
    }
    List<String> words = words(heading.toUpperCase(Locale.ROOT));
    if (WordClass.SENTENCE_START.holds(words.get(0))) {
      return false;
    }
    if (text.charAt(sign) == '\n') {
      int line = lines.at(sign);
      return isNoun(words) && reading.looksLikeHeading(line) && isSpaced(line);
    }
    if (text.charAt(next) == '\n') {
      return isNoun(words);
    }
    return words.size() <= MOST_WORDS
        && "\"\u201c/".indexOf(text.charAt(next)) < 0
        && !WordClass.SAYING.holds(words.get(words.size() - 1));
  }

  private static List<String> words(String heading) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(heading, " ");
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  /** Whether blank lines that are none of a page break stand below a line. */
  private boolean isSpaced(int line) {
    int below = line + 1;
    while (below < lines.count() && lines.blank(below) && !reading.furniture().isFurniture(below)) {
      below++;
    }
    return below > line + 1 && below < lines.count() && !reading.furniture().isFurniture(below);
  }

  /** PARTICIPANTS, PROPOSED PROGRAM, but not MINISTER SAID: few words, none of them a verb. */
  private static boolean isNoun(List<String> words) {
    String last = words.get(words.size() - 1);
    return words.size() <= MOST_NOUNS
        && !last.endsWith("ED")
        && !WordClass.FUNCTION.holds(last)
        && words.stream().noneMatch(WordClass.SAYING::holds);
  }

  /**
   * Whether a dash parts a heading from its paragraph: two hyphens, or in a text of small letters
   * one between blanks behind words in capitals.
   */
  private boolean isDash(int from, int at, int to) {
    if (text.charAt(at) != '-' || at + 1 >= to) {
      return false;
    }
    if (text.charAt(at + 1) == '-') {
      return true;
    }
    if (at == from || text.charAt(at - 1) != ' ' || text.charAt(at + 1) != ' ') {
      return false;
    }
    String words = text.substring(from, at);
    return PassageWord.is(words)
        || (SignerName.isUpper(text, from, at)
            && !SignerName.isUpper(text, at, Math.min(to, at + 24)));
  }

  /** A short line without an end of its own between the end of a sentence and a number. */
  boolean standsBehindSentence(int line) {
    return lines.end(line) - lines.indentEnd(line) <= SHORT_HEADING
        && !reading.runsOnInto(line)
        && !reading.introduced(line);
  }

  private boolean standsFree(int line) {
    return line == 0
        || lines.start(line) <= start
        || reading.empty(line - 1)
        || reading.rule(line - 1);
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
