package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.transforms.parse.body.ParagraphNumbers.Candidate;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of paragraphs that a machine read as letters, {@code l. TEXT} for 1 and {@code
 * S. TEXT} for 5, or with another sign behind them, {@code 2; TEXT}: they stand below a blank line,
 * between two numbers of which they are the ones that miss; or with its mark inside the line where
 * the paragraph before it ends. One a body; linear.
 */
final class MissingNumbers {
  /** No more numbers in a row were misread. */
  private static final int MOST = 3;

  /** What a machine may see behind a number instead of a full stop. */
  private static final String SIGNS = ".,;:'";

  private static final int MOST_SIGNS = 2;

  private final TextLines reading;
  private final NumberReader reader;
  private final Lines lines;
  private final String text;

  MissingNumbers(TextLines reading, NumberReader reader) {
    this.reading = reading;
    this.reader = reader;
    this.lines = reading.lines();
    this.text = reading.text();
  }

  /** The candidates with those that were misread among them. */
  List<Candidate> among(List<Candidate> candidates) {
    List<Candidate> all = new ArrayList<>(candidates.size() + 1);
    int last = 0;
    int line = lines.at(reading.start());
    int content = reading.start();
    for (Candidate next : candidates) {
      int missing = next.number() - last - 1;
      if (missing > 0 && missing <= MOST) {
        List<Candidate> between = between(last, line, next);
        boolean inside = between.isEmpty() && next.mark() != null;
        all.addAll(inside ? inside(last, content, next) : between);
      }
      all.add(next);
      last = next.number();
      line = next.line() + 1;
      content = next.content();
    }
    return all;
  }

  /** The numbers that miss between one and the next; none where one of them was not found. */
  private List<Candidate> between(int last, int from, Candidate next) {
    List<Candidate> found = new ArrayList<>();
    boolean spaced = from == lines.at(reading.start());
    for (int line = from; line < next.line() && last + 1 < next.number(); line++) {
      int at = Math.max(reading.start(), reading.wordsStart(line));
      Candidate number = spaced ? misread(line, at, next.start(), last + 1) : null;
      if (number != null) {
        found.add(number);
        last++;
      } else if (spaced && isLettered(at)) {
        // The items of a list have letters.
        return List.of();
      }
      spaced = reading.empty(line) || reading.rule(line);
    }
    return last + 1 == next.number() ? found : List.of();
  }

  /** The numbers that miss, where each stands with its mark inside a line: HE LEFT. 2. (C) SHE. */
  private List<Candidate> inside(int last, int from, Candidate next) {
    List<Candidate> found = new ArrayList<>();
    String digits = " " + (last + 1) + ".";
    for (int at = from; at < next.start() && last + 1 < next.number(); at++) {
      Candidate number = text.startsWith(digits, at) ? marked(at + 1, next.start()) : null;
      if (number != null) {
        found.add(number);
        last++;
        digits = " " + (last + 1) + ".";
      }
    }
    return last + 1 == next.number() ? found : List.of();
  }

  private @Nullable Candidate marked(int at, int to) {
    int line = lines.at(at);
    Candidate number = reader.at(line, at, Math.min(lines.next(line), to), false, false);
    return number == null || number.mark() == null ? null : number;
  }

  /** A number, given its value, of which a digit or the full stop was misread; null for none. */
  private @Nullable Candidate misread(int line, int from, int to, int number) {
    String digits = Integer.toString(number);
    boolean letter = false;
    int at = from;
    for (int i = 0; i < digits.length(); i++, at++) {
      if (at >= to || !LookAlikes.isDigit(text.charAt(at), digits.charAt(i) - '0')) {
        return null;
      }
      letter |= !Characters.isDigit(text.charAt(at));
    }
    int sign = at;
    while (sign < to && sign < at + MOST_SIGNS && SIGNS.indexOf(text.charAt(sign)) >= 0) {
      sign++;
    }
    int content = Characters.skipBlanks(text, sign, to);
    boolean parted = content > sign && content < to && (sign > at || !letter);
    // 2; TEXT and 2 TEXT: the number was read right, and the full stop was not.
    boolean found = parted && (letter || Characters.isUpper(text.charAt(content)));
    if (!found || (number == 1 && letter && Numeral.isTwo(text, lines, line + 1))) {
      return null;
    }
    PortionMark mark = reader.markAt(content, to);
    return mark == null
        ? new Candidate(number, line, true, from, content, null, ParagraphNumbers.SPACED)
        : new Candidate(number, line, true, from, mark.end(), mark, ParagraphNumbers.MARKED);
  }

  /** {@code A. TEXT} */
  private boolean isLettered(int at) {
    return Characters.isUpper(text.charAt(at)) && text.startsWith(". ", at + 1);
  }
}
