package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.transforms.text.Characters;
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

  /** A bullet and what tells that an item stands behind it take no more, in UTF-16 units. */
  private static final int BULLET_REACH = 60;

  private final String text;
  private final ReferenceYear years;
  private final ReferencesSoFar soFar;
  private int at;

  /** Where the entry begins that is being passed, and where it began behind its bullet. */
  private int start;

  private int entryFrom;

  /** Whether nothing of an entry or of its line has been passed yet. */
  private boolean entryStart = true;

  /** Whether a semicolon parts the entry from the one before. */
  private boolean goesOn;

  /** How many parentheses are open. */
  private int depth;

  /** The letter of the next bullet. */
  private char expected = 'A';

  ReferenceLine(String field, ReferringCable own, Issues issues) {
    this.text = field;
    this.years = new ReferenceYear(field, own.year());
    this.soFar = new ReferencesSoFar(field, own, issues);
  }

  /** The items, in order. */
  List<ReferenceItem> read() {
    while (at < text.length() && !soFar.full()) {
      step();
    }
    entry(text.length());
    return soFar.items();
  }

  /** Passes a sign, or a bullet, at which an entry ends. */
  private void step() {
    char c = text.charAt(at);
    if (c == '\n') {
      entryStart = true;
      depth = 0;
      at++;
      return;
    }
    if (entryStart && c == '-') {
      // A list with dashes: -B. LIMA 7
      at++;
      return;
    }
    int behind = mayOpenBullet(c) ? bulletEnd() : -1;
    if (behind > 0) {
      bullet(behind);
      return;
    }
    if (c == ';' && depth == 0) {
      entry(at);
      goesOn = true;
      start = at + 1;
      entryStart = true;
      at++;
      return;
    }
    if (c == '(' || c == '[') {
      depth++;
    } else if (c == ')' || c == ']') {
      depth = Math.max(0, depth - 1);
    }
    entryStart &= Lines.isBlank(c);
    at++;
  }

  /** Ends the entry before a bullet and begins the one behind it. */
  private void bullet(int behind) {
    entry(at);
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
  }

  private boolean mayOpenBullet(char c) {
    boolean parted =
        at == 0
            || (entryStart && text.charAt(at - 1) == '-')
            || (c == '(' && behindDigit(at))
            || Lines.isBlank(text.charAt(at - 1))
            || ";,:)&(".indexOf(text.charAt(at - 1)) >= 0;
    return ((depth == 0 || c == '(') && parted && !Lines.isBlank(c))
        || (Characters.upper(c) == expected && isDue(behindDigit(at)));
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

  /** The offset behind the bullet at {@code at}; -1 where there is none. */
  private int bulletEnd() {
    int stop = Math.min(text.length(), at + BULLET_REACH);
    if (Characters.isWordAt(text, at, stop, "REF")
        || Characters.isWordAt(text, at, stop, "REFTEL")) {
      return namedEnd(stop);
    }
    int behind = ReferenceBullet.end(text, at, stop);
    if (behind < 0) {
      return aloneEnd(stop);
    }
    char c = text.charAt(at);
    boolean number =
        Characters.isDigit(c)
            || (c == '(' && at + 1 < stop && Characters.isDigit(text.charAt(at + 1)));
    return (number ? isNumber(behind, stop) : isLetter(behind, stop)) ? behind : -1;
  }

  /** Behind {@code REF A}, {@code REF A:}, {@code REF:}. */
  private int namedEnd(int stop) {
    int word = Characters.skipLetters(text, at, stop);
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

  /**
   * Whether a number is a bullet: one in parentheses may be a year, and inside a line it must
   * follow the bullet before.
   */
  private boolean isNumber(int behind, int stop) {
    boolean counts =
        entryStart
            || ReferenceBullet.isNextNumber(
                soFar.bullet(), ReferenceBullet.letter(text, at, behind, soFar.bullet()));
    boolean single = text.charAt(at) != '(' || text.charAt(at + 2) == ')';
    return counts && single && ReferenceOpening.at(text, behind, stop);
  }

  /** Whether a letter is a bullet: it follows the one before, or opens a line with an item. */
  private boolean isLetter(int behind, int stop) {
    boolean open = text.charAt(at) == '(';
    String letter = ReferenceBullet.letter(text, at, behind, soFar.bullet());
    char upper = Characters.upper(letter.charAt(0));
    boolean roman = ReferenceBullet.roman(letter) > 0 && upper != expected;
    if (roman && ReferenceBullet.isNextNumber(soFar.bullet(), letter)) {
      return true;
    }
    if (open && (isPortionMark(upper) || endsItem(behind))) {
      return false;
    }
    if (isBehindBullet() && !letter.equals(soFar.bullet()) && upper != expected) {
      // B. N. DELHI 3
      return false;
    }
    boolean inSequence = upper >= expected && upper - expected <= 2;
    boolean item = ReferenceOpening.at(text, behind, stop);
    boolean again = upper < expected && item;
    boolean before = upper == expected - 1;
    return (entryStart && (inSequence || open || item || before))
        || (inSequence && (upper == expected || item))
        || (again && (open || before));
  }

  /** Behind a letter alone in front of an item, {@code A WARSAW 1}; -1 for others. */
  private int aloneEnd(int stop) {
    char c = text.charAt(at);
    if (!Characters.isLetter(c)
        || c != expected
        || at + 2 >= stop
        || " ,".indexOf(text.charAt(at + 1)) < 0) {
      return -1;
    }
    int next = Characters.skipBlanks(text, at + 1, stop);
    if (next < stop && text.charAt(next) == ',') {
      next = Characters.skipBlanks(text, next + 1, stop);
    }
    return ReferenceOpening.at(text, next, stop) || (entryStart && soFar.bullet() != null)
        ? next
        : -1;
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
  private boolean isPortionMark(char letter) {
    String bullet = soFar.bullet();
    return "UCS".indexOf(letter) >= 0
        && at == entryFrom
        && (bullet == null ? letter != expected : bullet.charAt(0) != letter);
  }

  /** Reads the entry that ends at an offset. */
  private void entry(int end) {
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
