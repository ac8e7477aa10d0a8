package org.cablebeam.transforms.parse.body;

import java.util.List;
import java.util.Locale;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/** Finds the headings of paragraphs, above them or at their beginning. Immutable; one a body. */
final class ParagraphHeadings {
  /** A heading without a blank line above it is no longer, in UTF-16 units. */
  private static final int SHORT_HEADING = 50;

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
    int limit = Math.min(to, from + 64);
    int at = from;
    int words = 1;
    while (at < limit) {
      char c = text.charAt(at);
      if (c == ':' || c == '.' || isDash(from, at, to)) {
        break;
      }
      if (c == ',' || c == ';' || c == '(' || c == '"' || c == '\n' || Character.isDigit(c)) {
        return null;
      }
      words += c == ' ' ? 1 : 0;
      at++;
    }
    if (at >= limit || at == from || words > 8) {
      return null;
    }
    String heading = text.substring(from, at).strip();
    if (heading.isEmpty()) {
      return null;
    }
    boolean capital = Character.isUpperCase(heading.charAt(0));
    if (PassageWord.is(heading) && (capital || text.charAt(at) == ':')) {
      return heading;
    }
    if (!capital) {
      return null;
    }
    // A sentence that introduces a list ends its line with the colon; speech follows in quotes.
    int next = at + 1;
    while (next < to && text.charAt(next) == ' ') {
      next++;
    }
    if (text.charAt(at) == '.' || words > 6 || next >= to) {
      return null;
    }
    boolean introduces = "\n\"\u201c".indexOf(text.charAt(next)) >= 0;
    return !introduces || (text.charAt(next) == '\n' && isNoun(heading, words)) ? heading : null;
  }

  /** PARTICIPANTS, PROPOSED PROGRAM, but not MINISTER SAID: few words, none of them a verb. */
  private static boolean isNoun(String heading, int words) {
    List<String> split = List.of(heading.toUpperCase(Locale.ROOT).split(" +"));
    String last = split.get(split.size() - 1);
    return words <= MOST_NOUNS
        && !last.endsWith("ED")
        && !WordClass.FUNCTION.holds(last)
        && split.stream().noneMatch(WordClass.SAYING::holds);
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
    return lines.end(line) - lines.indentEnd(line) <= SHORT_HEADING && !reading.runsOnInto(line);
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
