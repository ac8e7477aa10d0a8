package org.cablebeam.transforms.parse.body;

import java.util.List;
import org.cablebeam.transforms.text.Lines;

/**
 * Finds where the words may begin with which passages are marked, SUMMARY, COMMENT, NOTE, END,
 * ACTION REQUEST, by the rarest pairs of their letters: all of the text goes through here. One a
 * body.
 */
final class MarkingLetters {
  /**
   * The rarest pairs of letters of the marking words: sUMmary, cOMment, NOte, eND, rEQuest, and of
   * C0MMENT.
   */
  private static final boolean[] PAIRS = new boolean[1 << 10];

  static {
    for (String pair : List.of("UM", "OM", "0M", "NO", "ND", "EQ")) {
      PAIRS[pair(pair.charAt(0), pair.charAt(1))] = true;
    }
  }

  /** The same for both cases; other signs may have the number of letters too. */
  private static int pair(char first, char second) {
    return (first & 31) << 5 | (second & 31);
  }

  private final String text;
  private final int start;
  private final int end;

  MarkingLetters(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** The first offset from {@code from} on at which one of the pairs ends; the end if none does. */
  int next(int from) {
    return nextPair(text, from, end);
  }

  /**
   * The first offset from {@code from} on at which one of the pairs ends; {@code end} if none does.
   * All of the text goes through this loop, so it calls nothing.
   */
  private static int nextPair(String text, int from, int end) {
    int i = from;
    char before = i < end ? text.charAt(i - 1) : 0;
    while (i < end) {
      char c = text.charAt(i);
      if (PAIRS[pair(before, c)]) {
        break;
      }
      before = c;
      i++;
    }
    return i;
  }

  /**
   * Where a word begins that may be a mark, known by the pair of letters that ends at {@code at};
   * -1 where none does.
   */
  int wordAt(int at, int floor) {
    switch (text.charAt(at) & ~0x20) {
      case 'M' -> {
        // SUMMARY, also SUMARY and SUMMAY; COMMENT.
        boolean found =
            at - 2 >= start
                && (is(at - 1, 'U')
                    ? is(at - 2, 'S')
                    : isO(at - 1) && is(at - 2, 'C') && at + 1 < end && isDoubled(at + 1));
        return found ? at - 2 : -1;
      }
      case 'O' -> {
        boolean found = at - 1 >= floor && is(at - 1, 'N') && at + 1 < end && is(at + 1, 'T');
        // ENO is END as machines read it.
        boolean ends = !found && at - 2 >= floor && is(at - 1, 'N') && is(at - 2, 'E');
        return found ? at - 1 : ends ? at - 2 : -1;
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

  /** COMMENT, and COMENT as some spell it. */
  private boolean isDoubled(int at) {
    return is(at, 'M') || is(at, 'E');
  }

  private boolean isO(int at) {
    return is(at, 'O') || text.charAt(at) == '0';
  }

  private boolean is(int at, int letter) {
    return (text.charAt(at) & ~0x20) == letter;
  }
}
