package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;

/**
 * Reads the REF line. Bullets and semicolons part it into entries; an entry holds one or more
 * cables, {@code [year] POST [year] serial [year] [NOTAL] [(note)]}, where post and year carry over
 * to bare numbers, or something that is no cable: an e-mail, a telephone call, a report. One a
 * field.
 */
final class ReferenceLine {
  /** How a note names the bullet of the item before it: {@code LIMA 6 (REF A)}. */
  private static final String NOTED = "(REF ";

  private final String text;
  private final ReferenceYear years;
  private final ReferencesSoFar soFar;
  private int at;
  private int entryFrom;

  ReferenceLine(String field, ReferringCable own, Issues issues) {
    this.text = field;
    this.years = new ReferenceYear(field, own.year());
    this.soFar = new ReferencesSoFar(field, own, issues);
  }

  /** The items, in order. */
  List<ReferenceItem> read() {
    char expected = 'A';
    int start = 0;
    at = 0;
    boolean entryStart = true;
    int depth = 0;
    boolean goesOn = false;
    while (at < text.length() && !soFar.full()) {
      char c = text.charAt(at);
      if (c == '\n') {
        entryStart = true;
        depth = 0;
        at++;
        continue;
      }
      if (entryStart && c == '-') {
        // A list with dashes: -B. LIMA 7
        at++;
        continue;
      }
      boolean afterBlank =
          at == 0
              || (entryStart && text.charAt(at - 1) == '-')
              || Lines.isBlank(text.charAt(at - 1))
              || ";,:)&(".indexOf(text.charAt(at - 1)) >= 0;
      boolean due = Characters.upper(c) == expected && isDue(behindDigit(at));
      if (((depth == 0 || c == '(') && afterBlank && !Lines.isBlank(c)) || due) {
        int behind = bulletAt(entryStart, expected);
        if (behind > 0) {
          entry(start, at, goesOn);
          goesOn = false;
          String letter = ReferenceBullet.letter(text, at, behind, soFar.bullet());
          // A. REF A: and A. (A): the bullet twice.
          soFar.bullet(letter);
          expected = (char) (Characters.upper(letter.charAt(0)) + 1);
          start = behind;
          entryFrom = behind;
          at = behind;
          entryStart = true;
          depth = 0;
          continue;
        }
      }
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth = Math.max(0, depth - 1);
      } else if (c == ';' && depth == 0) {
        entry(start, at, goesOn);
        goesOn = true;
        start = at + 1;
        entryStart = true;
        at++;
        continue;
      }
      if (!Lines.isBlank(c)) {
        entryStart = false;
      }
      at++;
    }
    entry(start, text.length(), goesOn);
    return soFar.items();
  }

  private boolean behindDigit(int p) {
    return p > 0 && Characters.isDigit(text.charAt(p - 1));
  }

  /**
   * Whether the next bullet stands here though a parenthesis before it was never closed, or though
   * it is glued to a serial, {@code STATE 18720B. ANKARA 3}: an item must follow.
   */
  private boolean isDue(boolean glued) {
    boolean parted = glued || (at > 0 && Lines.isBlank(text.charAt(at - 1)));
    if (text.regionMatches(true, at - NOTED.length(), NOTED, 0, NOTED.length())) {
      return false;
    }
    boolean signed = at + 1 < text.length() && ".):".indexOf(text.charAt(at + 1)) >= 0;
    if (!parted || !signed) {
      return false;
    }
    int stop = Math.min(text.length(), at + 60);
    return ReferenceOpening.at(text, at, stop);
  }

  /** The offset behind a bullet at {@code at}; -1 where there is none. */
  private int bulletAt(boolean entryStart, char expected) {
    int from = at;
    int stop = Math.min(text.length(), from + 60);
    if (Characters.isWordAt(text, from, stop, "REF")
        || Characters.isWordAt(text, from, stop, "REFTEL")) {
      int word = Characters.skipLetters(text, from, stop);
      int next = Characters.skipBlanks(text, word, stop);
      int behind = ReferenceBullet.end(text, next, stop);
      if (behind > 0) {
        return behind;
      }
      if (next + 1 < stop
          && Characters.isUpper(text.charAt(next))
          && !Character.isLetterOrDigit(text.charAt(next + 1))) {
        return Characters.skipBlanks(text, next + 1, stop);
      }
      return next < stop && text.charAt(next) == ':' ? next + 1 : -1;
    }
    char c = text.charAt(from);
    int behind = ReferenceBullet.end(text, from, stop);
    if (behind > 0) {
      boolean digit =
          Characters.isDigit(c)
              || (c == '(' && from + 1 < stop && Characters.isDigit(text.charAt(from + 1)));
      if (digit) {
        // A number in parentheses may be a year; inside a line it must follow the bullet before.
        boolean counts =
            entryStart
                || ReferenceBullet.isNextNumber(
                    soFar.bullet(), ReferenceBullet.letter(text, from, behind, soFar.bullet()));
        boolean number = c != '(' || text.charAt(from + 2) == ')';
        return counts && number && ReferenceOpening.at(text, behind, stop) ? behind : -1;
      }
      String letter = ReferenceBullet.letter(text, from, behind, soFar.bullet());
      char upper = Characters.upper(letter.charAt(0));
      boolean roman = ReferenceBullet.roman(letter) > 0 && upper != expected;
      if (roman && ReferenceBullet.isNextNumber(soFar.bullet(), letter)) {
        return behind;
      }
      if (c == '(' && (isPortionMark(upper, expected) || endsItem(behind))) {
        return -1;
      }
      if (isBehindBullet() && !letter.equals(soFar.bullet()) && upper != expected) {
        // B. N. DELHI 3
        return -1;
      }
      boolean inSequence = upper >= expected && upper - expected <= 2;
      boolean again = upper < expected && ReferenceOpening.at(text, behind, stop);
      if (entryStart
          && (inSequence
              || again
              || c == '('
              || ReferenceOpening.at(text, behind, stop)
              || upper == expected - 1)) {
        return behind;
      }
      return inSequence && (upper == expected || ReferenceOpening.at(text, behind, stop))
              || (again && (c == '(' || upper == expected - 1))
          ? behind
          : -1;
    }
    // A letter alone in front of an item: A WARSAW 1.
    if (Characters.isLetter(c) && from + 2 < stop && " ,".indexOf(text.charAt(from + 1)) >= 0) {
      char upper = Characters.upper(c);
      int next = Characters.skipBlanks(text, from + 1, stop);
      boolean comma = next < stop && text.charAt(next) == ',';
      next = comma ? Characters.skipBlanks(text, next + 1, stop) : next;
      if (upper == expected
          && c == upper
          && (ReferenceOpening.at(text, next, stop) || (entryStart && soFar.count() > 0))) {
        return next;
      }
    }
    return -1;
  }

  private boolean isBehindBullet() {
    return soFar.bullet() != null && at == entryFrom;
  }

  /** {@code LIMA 6 (A), LIMA 7 (B)}: the letter stands behind its item. */
  private boolean endsItem(int behind) {
    return at > entryFrom
        && soFar.bullet() == null
        && (behind >= text.length() || ",;".indexOf(text.charAt(behind)) >= 0);
  }

  /** {@code B. (C) SEOUL 124}: behind the bullet, or before the first, a mark and no bullet. */
  private boolean isPortionMark(char letter, char expected) {
    String bullet = soFar.bullet();
    return "UCS".indexOf(letter) >= 0
        && at == entryFrom
        && (bullet == null ? letter != expected : bullet.charAt(0) != letter);
  }

  private void entry(int start, int end, boolean goesOn) {
    int from = start;
    while (from < end && " \n,:;.-&".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int to = end;
    while (to > from && " \n,;:&-\\".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    if (from >= to) {
      return;
    }
    new ReferenceEntry(text, from, to, goesOn && soFar.count() > 0, years, soFar).read();
  }
}
