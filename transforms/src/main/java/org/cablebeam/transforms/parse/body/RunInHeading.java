package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Finds the heading that runs into its paragraph: {@code COMMENT: …}, {@code HUMAN RIGHTS. …}.
 * Immutable; one a body.
 */
final class RunInHeading {
  /** No heading at the beginning of a paragraph is longer, in UTF-16 units. */
  private static final int LONGEST_BEGINNING = 64;

  /** And has no more words. */
  private static final int MOST_WORDS = 6;

  /** The last word of a topic before a full stop is no shorter: U.S. and MR. are none. */
  private static final int SHORTEST_TOPIC = 4;

  /** So much of a text shows whether it is written in capitals. */
  private static final int SAMPLE = 24;

  /** Behind so many words at most, a colon at the end of a line ends a heading, not a sentence. */
  private static final int MOST_NOUNS = 4;

  private final TextLines reading;
  private final Lines lines;
  private final String text;

  RunInHeading(TextLines reading) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
  }

  /**
   * {@code COMMENT: …}, {@code SUMMARY. …}, {@code PRICES -- …} at the beginning of a paragraph.
   */
  @Nullable String of(int begin, int to) {
    int from = begin;
    while (from < to && (TextLines.isRuleSign(text.charAt(from)) || text.charAt(from) == ' ')) {
      from++;
    }
    int sign = endOfWords(from, to);
    String heading = sign < 0 ? "" : SpacedLetters.joined(text.substring(from, sign).strip());
    if (heading.isEmpty()) {
      return null;
    }
    boolean capital = Character.isUpperCase(heading.charAt(0));
    char c = text.charAt(sign);
    if (c != '\n' && PassageWord.is(heading) && (capital || c == ':')) {
      // BEGIN SUMMARY is a mark, as END SUMMARY is.
      return heading.regionMatches(true, 0, "BEGIN ", 0, 6) ? null : heading;
    }
    boolean parted = c == '.' ? isTopic(from, sign, to) : isParted(heading, sign, to);
    return capital && parted ? heading : null;
  }

  /**
   * Whether the words before a full stop name the topic of the paragraph: {@code HUMAN RIGHTS. He
   * cared.} In a text of small letters capitals show it, or two blanks behind words that are
   * written as in titles; in a text in capitals only one word is surely no sentence.
   */
  private boolean isTopic(int from, int stop, int to) {
    int next = stop + 1;
    while (next < to && text.charAt(next) == ' ') {
      next++;
    }
    if (next == stop + 1 || next >= to || !Character.isUpperCase(text.charAt(next))) {
      return false;
    }
    boolean capitals = SignerName.isUpper(text, from, stop);
    boolean written =
        SignerName.isUpper(text, next, Math.min(to, next + SAMPLE))
            ? text.lastIndexOf(' ', stop) < from && stop - from > SHORTEST_TOPIC
            : capitals || (next - stop > 2 && TextLines.isTitle(text, from, stop));
    if (!written) {
      return false;
    }
    List<String> words = words(text.substring(from, stop).toUpperCase(Locale.ROOT));
    String last = words.get(words.size() - 1);
    return isNoun(words)
        && !WordClass.SENTENCE_START.holds(words.get(0))
        && last.length() >= SHORTEST_TOPIC
        && Character.isLetter(last.charAt(0));
  }

  /** Where a sign or the end of the line parts the first words from the rest; -1 for nowhere. */
  private int endOfWords(int from, int to) {
    int limit = Math.min(to, from + LONGEST_BEGINNING);
    boolean comma = false;
    boolean digit = false;
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      boolean colon = c == ':' && !(at + 1 < to && Characters.isDigit(text.charAt(at + 1)));
      if (colon || (c == '.' && !isAbbreviated(from, at)) || c == '\n' || isDash(from, at, to)) {
        return (comma || digit) && !isTitle(from, at, comma) ? -1 : at;
      }
      if (c == ';' || c == '(' || c == '"') {
        return -1;
      }
      comma |= c == ',';
      digit |= Characters.isDigit(c);
    }
    return -1;
  }

  /** The full stops of U.S. */
  private boolean isAbbreviated(int from, int stop) {
    return stop > from
        && Characters.isUpper(text.charAt(stop - 1))
        && (stop - 1 == from || !Character.isLetter(text.charAt(stop - 2)));
  }

  /**
   * Whether words with a comma or a number are written as titles are: GAS, OIL AND COAL, but not
   * THE MINISTER, HE SAYS, nor IN LIMA, AS IN CUZCO.
   */
  private boolean isTitle(int from, int to, boolean comma) {
    String first = words(text.substring(from, to).toUpperCase(Locale.ROOT)).get(0);
    return TextLines.isTitle(text, from, to) && !(comma && WordClass.FUNCTION.holds(first));
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
      boolean turnsSmall =
          !reading.empty(line + 1)
              && SignerName.isUpper(text, lines.indentEnd(line), sign)
              && !SignerName.isUpper(text, next, Math.min(to, next + SAMPLE));
      boolean parted = turnsSmall || reading.rule(line + 1) || isSpaced(line);
      return isNoun(words) && reading.looksLikeHeading(line) && parted;
    }
    if (text.charAt(next) == '\n') {
      // THE LIST: announces one.
      return isNoun(words) && !WordClass.FUNCTION.holds(words.get(0));
    }
    if (text.charAt(sign) == '-' && Character.isLowerCase(behindDashes(sign, to))) {
      // LAKE -- whom we trust -- left.
      return false;
    }
    return words.size() <= MOST_WORDS
        && "\"\u201c/".indexOf(text.charAt(next)) < 0
        && !WordClass.SAYING.holds(words.get(words.size() - 1));
  }

  private char behindDashes(int from, int to) {
    int at = from;
    while (at < to - 1 && (text.charAt(at) == '-' || text.charAt(at) == ' ')) {
      at++;
    }
    return text.charAt(at);
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
            && !SignerName.isUpper(text, at, Math.min(to, at + SAMPLE)));
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
  static boolean isNoun(List<String> words) {
    String last = words.get(words.size() - 1);
    return words.size() <= MOST_NOUNS
        && !last.endsWith("ED")
        && !WordClass.FUNCTION.holds(last)
        && words.stream().noneMatch(WordClass.SAYING::holds)
        && words.stream().skip(1).noneMatch(WordClass.AUXILIARY::holds);
  }

  /** The words of a heading, parted at blanks. */
  static List<String> words(String heading) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(heading, " ");
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }
}
