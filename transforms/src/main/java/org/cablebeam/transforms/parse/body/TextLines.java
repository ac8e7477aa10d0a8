package org.cablebeam.transforms.parse.body;

import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Lines;

/**
 * The running text of a body by its lines: from where to where it goes, where the words of a line
 * begin once margin, furniture and pilcrow are passed over, and which lines are rules, headings or
 * nothing. Offsets are UTF-16 units into the body. Immutable.
 */
final class TextLines {
  private static final int LONGEST_HEADING = 90;

  /** On both sides of a heading, {@code -- SUMMARY --}. */
  private static final int SHORTEST_DASHES = 2;

  /** No page break has more lines. */
  private static final int LONGEST_BREAK = 60;

  /** A full stop behind a shorter word is that of GEN. or GOV. */
  private static final int LONGER_THAN_TITLES = 4;

  /** In words. */
  private static final int LONGEST_WITH_COLON = 6;

  /** Words of titles that may begin with a small letter are no longer. */
  private static final int LONGEST_SMALL = 3;

  /** A heading in sentence case has as many UTF-16 units at least. */
  private static final int SHORTEST_SENTENCE = 6;

  /** And at most. */
  private static final int LONGEST_SENTENCE = 65;

  /** And so many words. */
  private static final int MOST_WORDS = 10;

  private final Lines lines;
  private final Furniture furniture;
  private final String text;
  private final int start;
  private final int end;

  private TextLines(Lines lines, Furniture furniture, int start, int end) {
    this.lines = lines;
    this.furniture = furniture;
    this.text = lines.text();
    this.start = start;
    this.end = end;
  }

  /** The lines of a body from {@code start} on. */
  static TextLines from(Body body, int start) {
    int from = Math.max(0, Math.min(start, body.text().length()));
    int line = body.lines().at(from);
    if (from > 0 && body.lines().indentEnd(line) == from) {
      // Lines count as text from their first column on.
      from = body.lines().start(line);
    }
    return new TextLines(body.lines(), body.furniture(), from, body.text().length());
  }

  /** The same lines, the text of which begins at {@code start}. */
  TextLines since(int start) {
    return new TextLines(lines, furniture, start, end);
  }

  /** The same lines, the text of which ends at {@code end}. */
  TextLines until(int end) {
    return new TextLines(lines, furniture, start, end);
  }

  /** Where the running text begins. */
  int start() {
    return start;
  }

  /** Behind the last character of the running text. */
  int end() {
    return end;
  }

  String text() {
    return text;
  }

  Lines lines() {
    return lines;
  }

  Furniture furniture() {
    return furniture;
  }

  /** Whether a line holds nothing that belongs to the text. */
  boolean empty(int line) {
    return furniture.isFurniture(line) || lines.blank(line);
  }

  /** The first character of a line that is neither margin, furniture nor a publisher's pilcrow. */
  int wordsStart(int line) {
    int at = furniture.skip(lines.indentEnd(line));
    int end = lines.end(line);
    while (at < end && (Lines.isBlank(text.charAt(at)) || text.charAt(at) == '\u00b6')) {
      at++;
    }
    return Math.min(at, end);
  }

  /** Behind the last character of a line, a republisher's backslash not counted. */
  int wordsEnd(int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    while (end > start && (text.charAt(end - 1) == '\\' || Lines.isBlank(text.charAt(end - 1)))) {
      end--;
    }
    return end;
  }

  /** A line of at least three dashes, equals or the like, and nothing else. */
  boolean rule(int line) {
    return wordsEnd(line) - lines.indentEnd(line) >= 3 && dashes(line);
  }

  /** A line of dashes, equals or the like, be it one, and nothing else. */
  boolean dashes(int line) {
    int start = lines.indentEnd(line);
    int end = wordsEnd(line);
    if (end <= start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!isRuleSign(c) && c != ' ') {
        return false;
      }
    }
    return true;
  }

  /** A line that says how the text is to be handled: PLEASE PROTECT ACCORDINGLY. */
  boolean isHandling(int line) {
    int from = wordsStart(line);
    return wordsEnd(line) - from <= LONGEST_HEADING && WordClass.HANDLING.at(text, from) > 0;
  }

  /** Whether the text before a line, furniture and blank lines apart, ends in mid sentence. */
  boolean runsOnInto(int line) {
    int last = endAbove(line) - 1;
    if (last < 0) {
      return false;
    }
    char c = text.charAt(last);
    boolean parted = c == '-' && !text.startsWith("--", last - 1);
    return Character.isLetterOrDigit(c) || c == ',' || c == ';' || parted;
  }

  /** Whether the line before ends in a remark in parentheses, LAKE (LODZ), as items of lists do. */
  boolean isRemarkAbove(int line) {
    int last = endAbove(line) - 1;
    return last > start && text.charAt(last) == ')' && ".!?\"".indexOf(text.charAt(last - 1)) < 0;
  }

  /** Whether the text before a line announces a list. */
  boolean introduced(int line) {
    int end = endAbove(line);
    return end > start && text.charAt(end - 1) == ':';
  }

  /** Behind the last word above a line, furniture and blank lines apart; -1 where none is near. */
  private int endAbove(int line) {
    for (int above = line - 1; above >= 0 && above > line - LONGEST_BREAK; above--) {
      if (!empty(above)) {
        int end = wordsEnd(above);
        return end == lines.start(above) ? -1 : end;
      }
    }
    return -1;
  }

  /** {@code ------- SUMMARY -------}: where the words begin and end, else null-like -1 in both. */
  int[] inlineHeading(int line) {
    int start = lines.indentEnd(line);
    int end = wordsEnd(line);
    int from = start;
    while (from < end && isRuleSign(text.charAt(from))) {
      from++;
    }
    int to = end;
    while (to > from && isRuleSign(text.charAt(to - 1))) {
      to--;
    }
    if (from - start < SHORTEST_DASHES || end - to < SHORTEST_DASHES) {
      return new int[] {-1, -1};
    }
    while (from < to && Lines.isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && Lines.isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from < to && to - from <= LONGEST_HEADING && hasLetter(from, to)
        ? new int[] {from, to}
        : new int[] {-1, -1};
  }

  private boolean hasLetter(int from, int to) {
    int at = from;
    while (at < to && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at < to;
  }

  /**
   * Whether a line could be a heading by its look: short, no sentence, its words capitalised or all
   * in upper case.
   */
  boolean looksLikeHeading(int line) {
    int start = wordsStart(line);
    int end = wordsEnd(line);
    if (end - start < 2 || end - start > LONGEST_HEADING) {
      return false;
    }
    char last = text.charAt(end - 1);
    boolean speech = (last == '"' || last == '\u201d') && text.charAt(end - 2) == '.';
    if (last == '.' || last == ',' || last == ';' || speech) {
      return false;
    }
    int letters = 0;
    int words = 0;
    boolean wordStart = true;
    int word = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        if (wordStart) {
          words++;
          word = 1;
          for (int k = i + 1; k < end && Character.isLetter(text.charAt(k)); k++) {
            word++;
          }
          // Small words stay small in titles.
          if (word > LONGEST_SMALL && Character.isLowerCase(c)) {
            return false;
          }
        }
        wordStart = false;
      } else if (isWithinText(i, end)) {
        return false;
      } else {
        wordStart = c != '\'' && c != '\u2019';
      }
    }
    // A sentence that introduces something ends in a colon too.
    return letters >= 3 && (last != ':' || words <= LONGEST_WITH_COLON);
  }

  /** Whether no longer word between two offsets begins with a small letter: small words may. */
  static boolean isTitle(String text, int from, int to) {
    int word = from;
    for (int at = from; at <= to; at++) {
      if (at == to || !Character.isLetter(text.charAt(at))) {
        if (at - word > LONGEST_SMALL && Character.isLowerCase(text.charAt(word))) {
          return false;
        }
        word = at + 1;
      }
    }
    return true;
  }

  /**
   * Whether a line could be a heading in sentence case by its look: a few words, the first with a
   * capital, and no sign that ends or parts a sentence.
   */
  boolean looksLikeSentenceHeading(int line) {
    int start = wordsStart(line);
    int end = wordsEnd(line);
    if (end - start < SHORTEST_SENTENCE
        || end - start > LONGEST_SENTENCE
        || !Character.isUpperCase(text.charAt(start + (isQuote(text.charAt(start)) ? 1 : 0)))
        || ".,;".indexOf(text.charAt(end - 1)) >= 0) {
      return false;
    }
    int blanks = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      blanks += c == ' ' ? 1 : 0;
      if (isWithinText(i, end) || c == '\t' || (c == ' ' && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return blanks > 0 && blanks < MOST_WORDS;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\u201c';
  }

  /** Whether the text before a line, furniture and blank lines apart, ends a sentence. */
  boolean endsSentence(int line) {
    int end = endAbove(line);
    return end > start && ".!?\")\u201d".indexOf(text.charAt(end - 1)) >= 0;
  }

  /**
   * Whether a sign shows that a line is no heading: the end of a sentence, the beginning of speech,
   * {@code LAKE: "NO"}, or the gap before the number in the column of a table.
   */
  private boolean isWithinText(int at, int end) {
    if (at + 2 >= end || text.charAt(at + 1) != ' ') {
      return false;
    }
    char next = text.charAt(at + 2);
    return switch (text.charAt(at)) {
      case ' ' -> Character.isDigit(next);
      case ':' -> next == '"' || next == '\u201c';
      case '.' -> letters(at) >= LONGER_THAN_TITLES;
      default -> false;
    };
  }

  /** How many letters stand right before an offset, counted up to the shortest word. */
  private int letters(int at) {
    int from = at;
    while (from > start
        && at - from < LONGER_THAN_TITLES
        && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return at - from;
  }

  static boolean isRuleSign(char c) {
    return c == '-'
        || c == '='
        || c == '_'
        || c == '*'
        || c == '~'
        || c == '#'
        || (c >= '\u2010' && c <= '\u2015');
  }
}
