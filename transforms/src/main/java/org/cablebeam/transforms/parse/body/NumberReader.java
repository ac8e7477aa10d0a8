package org.cablebeam.transforms.parse.body;

import org.cablebeam.transforms.parse.body.ParagraphNumbers.Candidate;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/**
 * Reads the number at an offset together with the sign and the portion mark behind it, and tells
 * whether it stands as the numbers of paragraphs do. One a body.
 */
final class NumberReader {
  /** Nobody numbers more paragraphs. */
  private static final int MOST = 1000;

  /** What is left of a mark behind the last number of a text that is cut is no longer. */
  private static final int LONGEST_CUT_MARK = 6;

  private final TextLines reading;
  private final Lines lines;
  private final String text;
  private final int end;

  NumberReader(TextLines reading) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
    this.end = reading.end();
  }

  /**
   * A number of at most three digits that stands as paragraph numbers stand; null where none does.
   *
   * @param from where its first digit stands
   * @param to where the line ends
   * @param atLineStart whether nothing stands before it on its line
   * @param spaced whether a blank line or a rule stands above it
   */
  @Nullable Candidate at(int line, int from, int to, boolean atLineStart, boolean spaced) {
    Numeral numeral = Numeral.at(text, from, to);
    int number = numeral.value();
    int at = numeral.end();
    if (number == 0 || number >= MOST) {
      return null;
    }
    if (isCut(text, at, end)) {
      return spaced
          ? new Candidate(number, line, atLineStart, from, end, null, ParagraphNumbers.SPACED)
          : null;
    }
    if (at >= to) {
      return null;
    }
    // Machines see a blank before the full stop, 2 . TEXT.
    at += text.startsWith(" .", at) ? 1 : 0;
    int behind = behindSigns(at, to);
    int content = Characters.skipBlanks(text, behind, to);
    if (text.startsWith("- (", content) && content + 2 < to) {
      // 2. - (C) TEXT
      content += 2;
    }
    PortionMark mark = content < to ? markBehind(content, to) : markBelow(line);
    if (mark != null) {
      return new Candidate(
          number, line, atLineStart, from, mark.end(), mark, ParagraphNumbers.MARKED);
    }
    boolean running = atLineStart && !spaced && reading.runsOnInto(line);
    boolean comma = spaced && atLineStart && isComma(at, content, to);
    return comma || isNumbering(at, behind, content, to, running)
        ? new Candidate(
            number, line, atLineStart, from, content, null, spaced ? ParagraphNumbers.SPACED : 0)
        : null;
  }

  /** Behind the full stop, parenthesis or the like after a number, and one blank. */
  private int behindSigns(int from, int to) {
    int at = from;
    while (at < to && at - from < 3 && ".,:;) ".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at++) == ' ') {
        break;
      }
    }
    return at;
  }

  /**
   * Whether what stands behind a number without a mark lets it number a paragraph: a full stop, and
   * no fraction behind it.
   *
   * @param at behind the number
   * @param behind behind the signs after it
   * @param content where the text after it begins
   * @param running whether the sentence above runs on into the number
   */
  private boolean isNumbering(int at, int behind, int content, int to, boolean running) {
    if (!holdsStop(at, behind) || text.charAt(at) == ')') {
      return false;
    }
    if (content >= to) {
      return true;
    }
    char next = text.charAt(content);
    boolean small = Characters.isDigit(next) || Character.isLowerCase(next);
    if (small && running) {
      // … A RATE OF, and on the next line 3. 5 PERCENT.
      return false;
    }
    // 1.THE, but not 1.5 and not 1.4(b).
    return content != at + 1 || next == '"' || Character.isLetter(next) && !small;
  }

  /** A comma that was a full stop: {@code 2, HE WAS}, but not {@code 2, 3 AND 4}. */
  private boolean isComma(int at, int content, int to) {
    return content < to
        && text.startsWith(", ", at)
        && Character.isUpperCase(text.charAt(content))
        && content == Characters.skipBlanks(text, at + 1, to);
  }

  private boolean holdsStop(int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != '.') {
      at++;
    }
    return at < to;
  }

  /** The mark that stands alone below a number that stands alone; null where none does. */
  private @Nullable PortionMark markBelow(int line) {
    int below = line + 1;
    if (below >= lines.count() || lines.start(below) >= end) {
      return null;
    }
    int from = reading.wordsStart(below);
    int to = Math.min(lines.next(below), end);
    return from < to && text.charAt(from) == '('
        ? PortionMark.inParentheses(text, from, to).orElse(null)
        : null;
  }

  /** The mark behind a number, be it without its second parenthesis: {@code 2. (S THE TALKS}. */
  private @Nullable PortionMark markBehind(int from, int to) {
    PortionMark mark = markAt(from, to);
    return mark != null ? mark : PortionMark.unclosed(text, from, end).orElse(null);
  }

  /** The mark at the beginning of a paragraph, or behind a heading word: {@code Summary: (SBU)}. */
  @Nullable PortionMark markAt(int from, int to) {
    PortionMark mark = PortionMark.at(text, from, to).orElse(null);
    if (mark != null || from >= to) {
      return mark;
    }
    int word = from;
    int most = Math.min(to, from + 30);
    while (word < most && (Character.isLetter(text.charAt(word)) || text.charAt(word) == ' ')) {
      word++;
    }
    boolean stops =
        word < most && text.charAt(word) == '.' && PassageWord.is(text.substring(from, word));
    if (word >= most || word == from || (!stops && ":(".indexOf(text.charAt(word)) < 0)) {
      return null;
    }
    int open = word + (stops ? 1 : 0);
    while (open < most && (text.charAt(open) == ':' || text.charAt(open) == ' ')) {
      open++;
    }
    PortionMark later =
        open < most && text.charAt(open) == '('
            ? PortionMark.at(text, open, to).orElse(null)
            : null;
    // The words before it are text: the content begins with them.
    return later == null
        ? null
        : new PortionMark(later.text(), later.level(), later.entireText(), from);
  }

  /**
   * Whether the text is cut where a number stands: nothing follows but a sign and the beginning of
   * a mark, {@code 3. (C}.
   */
  static boolean isCut(String text, int behindNumber, int end) {
    if (end - behindNumber > LONGEST_CUT_MARK) {
      return false;
    }
    int open = -1;
    for (int i = behindNumber; i < end; i++) {
      char c = text.charAt(i);
      if (c == '(') {
        open = i;
      } else if (Character.isLetter(c) ? open < 0 : c == ')' || Character.isDigit(c)) {
        return false;
      }
    }
    return true;
  }
}
