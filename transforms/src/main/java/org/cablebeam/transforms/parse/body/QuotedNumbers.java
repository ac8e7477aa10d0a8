package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.transforms.parse.body.ParagraphNumbers.Candidate;

/**
 * Tells the numbers of a quoted document from those of the cable: between QUOTE and UNQUOTE they
 * begin at 1 again, and behind UNQUOTE the cable's own count goes on where it stood. One a body;
 * linear in the text.
 */
final class QuotedNumbers {
  private final String text;
  private final int end;
  private int lastEnd = -1;

  /** The first candidate behind the last end that was asked for: both only move on. */
  private int behindEnd;

  QuotedNumbers(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /** The candidates that do not count the paragraphs of a quotation. */
  List<Candidate> without(List<Candidate> candidates) {
    List<Candidate> own = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Candidate before = own.isEmpty() ? null : own.get(own.size() - 1);
      int behind =
          before != null && candidate.number() == 1 && opens(before.content(), candidate.start())
              ? firstBehind(quoteEnd(candidate.start()), candidates, i)
              : i;
      if (behind > i
          && before != null
          && candidates.get(behind).number() == before.number() + 1
          && candidates.get(behind).strength() >= before.strength()) {
        i = behind - 1;
      } else {
        own.add(candidate);
      }
    }
    return own;
  }

  /** Whether a quotation begins between two offsets and does not end there. */
  private boolean opens(int from, int to) {
    boolean open = false;
    for (int at = nextWord(from, to); at < to; at = nextWord(behindWord(at, to), to)) {
      if (WordClass.QUOTE_END.at(text, at) > 0) {
        open = false;
      } else if (WordClass.QUOTE_START.at(text, at) > 0) {
        open = true;
      }
    }
    return open;
  }

  /** Where the next quotation ends; the end of the text where none does. */
  private int quoteEnd(int from) {
    if (lastEnd < from) {
      int at = nextWord(from, end);
      while (at < end && WordClass.QUOTE_END.at(text, at) == 0) {
        at = nextWord(behindWord(at, end), end);
      }
      lastEnd = at;
    }
    return lastEnd;
  }

  /** The first candidate behind an offset; {@code none} where there is none. */
  private int firstBehind(int offset, List<Candidate> candidates, int none) {
    behindEnd = Math.max(behindEnd, none);
    while (behindEnd < candidates.size() && candidates.get(behindEnd).start() < offset) {
      behindEnd++;
    }
    return behindEnd < candidates.size() ? behindEnd : none;
  }

  private int nextWord(int from, int to) {
    int at = from;
    while (at < to && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int behindWord(int from, int to) {
    int at = from;
    while (at < to && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
