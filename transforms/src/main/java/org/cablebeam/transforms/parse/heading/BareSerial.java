package org.cablebeam.transforms.parse.heading;

import java.util.Set;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Posts.Post;
import org.cablebeam.transforms.text.Characters;

/**
 * A serial without a post before it: one whose post stands behind, {@code 377 KATHMANDU}, or
 * carries over, {@code WARSAW 12 AND 15}, {@code /317}, {@code B. 2962 AND PREVIOUS}.
 */
final class BareSerial {
  /** No post that stands behind its serial has more words. */
  private static final int MOST_WORDS = 3;

  /** A serial that only a blank parts from the one before has as many digits. */
  private static final int SHORTEST = 3;

  private static final Set<String> JOINTS = Set.of("AND", "THROUGH", "THRU");

  /** What stands between the ends of a range. */
  private static final Set<String> RANGES = Set.of("-", "THROUGH", "THRU");

  private final String text;
  private final int from;
  private final int to;
  private final int before;
  private final boolean goesOn;
  private final ReferenceYear years;
  private final ReferencesSoFar soFar;

  /**
   * The bare serials of an entry.
   *
   * @param before how many items there were before the entry
   * @param goesOn whether a semicolon parts the entry from an item, whose post and year go on
   */
  BareSerial(
      String text,
      int from,
      int to,
      int before,
      boolean goesOn,
      ReferenceYear years,
      ReferencesSoFar soFar) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.before = before;
    this.goesOn = goesOn;
    this.years = years;
    this.soFar = soFar;
  }

  /**
   * Reads the serial at an offset; answers the offset behind it, or {@code start} where none
   * stands.
   *
   * @param unread behind the last item of the entry
   */
  int read(int start, int unread) {
    int number = text.charAt(start) == '#' ? start + 1 : start;
    int end = ReferenceStation.numberEnd(text, number, to);
    if (end == number || !ReferenceStation.isSerial(text, number, end, to)) {
      return start;
    }
    int header = sectionHeaderEnd(end);
    if (header > end) {
      return header;
    }
    boolean joinedOn =
        end + 1 < to
            && "-.".indexOf(text.charAt(end)) >= 0
            && Characters.isDigit(text.charAt(end + 1));
    if (joinedOn) {
      return start;
    }
    int reversed = reversed(start, number, end);
    return reversed > start ? reversed : carried(start, number, end, unread);
  }

  /** {@code 001.2 OF 003}: the rest of a section header. */
  private int sectionHeaderEnd(int end) {
    int of = end;
    if (of + 1 < to && text.charAt(of) == '.' && Characters.isDigit(text.charAt(of + 1))) {
      of += 2;
    }
    of = Characters.skipBlanks(text, of, to);
    return of + 2 < to && text.charAt(of) == 'O' && text.charAt(of + 1) == 'F'
        ? Characters.skipDigits(text, Characters.skipBlanks(text, of + 2, to), to)
        : end;
  }

  /** {@code 377 KATHMANDU}: the post stands behind, and no number behind the post. */
  private int reversed(int start, int number, int end) {
    int name = Characters.skipBlanks(text, end, to);
    if (name >= to || !Characters.isLetter(text.charAt(name)) || end - number < 2) {
      return start;
    }
    Post post = null;
    int nameEnd = name;
    int at = name;
    for (int words = 0; words < MOST_WORDS && at < to; words++) {
      int word = at;
      while (at < to && ReferenceStation.isPostSign(text.charAt(at))) {
        at++;
      }
      if (at == word) {
        break;
      }
      Post named = Posts.standard().byName(text.substring(name, at)).orElse(null);
      if (named != null) {
        post = named;
        nameEnd = at;
      }
      at = Characters.skipBlanks(text, at, to);
    }
    if (post == null) {
      return start;
    }
    int behind = Characters.skipBlanks(text, nameEnd, to);
    if (behind < to && ",;.(\n".indexOf(text.charAt(behind)) < 0) {
      return start;
    }
    long serial = Characters.number(text, number, end);
    ReferenceYear.Behind after = years.behind(nameEnd, to, false);
    int year = soFar.carry(post, serial, after.year());
    soFar.add(start, after.end(), year, post, serial, "", ReferenceKind.CABLE);
    return after.end();
  }

  /** Carried over: only directly behind an item, or at the front of an entry. */
  private int carried(int start, int number, int end, int unread) {
    Post post = soFar.post();
    boolean inEntry = soFar.count() > before;
    boolean joined =
        inEntry ? isConnection(unread, start) : goesOn && start == from && bareTail(end);
    boolean front =
        !inEntry
            && start == from
            && soFar.bullet() != null
            && (end - number >= 3 || before > 0)
            && (end >= to || ",;/&(\n ".indexOf(text.charAt(end)) >= 0)
            && bareTail(end);
    boolean listed = start > from && text.charAt(start - 1) == '/';
    boolean date = end - number <= 2 && end < to && text.charAt(end) == '/' && !listed;
    int next = Characters.skipBlanks(text, end, to);
    if (post == null
        || (!joined && !front)
        || date
        || (next < to && ReferenceStation.isMonth(text, next, to))) {
      return start;
    }
    long serial = Characters.number(text, number, end);
    ReferenceYear.Behind after = years.behind(end, to, false);
    int year = after.year() > 0 ? after.year() : soFar.year(post, serial);
    if (inEntry && RANGES.contains(Characters.upper(text.substring(unread, start)).strip())) {
      soFar.addBetween(post, year, serial, after.end());
    }
    soFar.add(start, after.end(), year, post, serial, "", ReferenceKind.CABLE);
    return after.end();
  }

  /** Whether nothing but numbers, signs and AND PREVIOUS follow. */
  private boolean bareTail(int p) {
    int q = p;
    while (q < to) {
      char c = text.charAt(q);
      if (c == '(') {
        return true;
      }
      if (Characters.isLetter(c)) {
        return Characters.isWordAt(text, q, to, "AND") || Characters.isWordAt(text, q, to, "NOTAL");
      }
      q++;
    }
    return true;
  }

  /** Whether only separators and AND stand between an item and the number. */
  private boolean isConnection(int after, int stop) {
    String between = Characters.upper(text.substring(after, stop)).strip();
    int open = between.indexOf('(');
    int close = between.lastIndexOf(')');
    if (open >= 0 && close > open) {
      between = (between.substring(0, open) + between.substring(close + 1)).strip();
    }
    if (between.isEmpty()) {
      boolean serial = Characters.skipDigits(text, stop, to) - stop >= SHORTEST;
      return text.substring(after, stop).indexOf('\n') >= 0
          || (serial && bareTail(Characters.skipDigits(text, stop, to)));
    }
    return between.equals("-")
        ? bareTail(Characters.skipDigits(text, stop, to))
        : areJoints(between);
  }

  /** Commas and signs like them, and AND; each perhaps behind another: {@code , &}. */
  private static boolean areJoints(String between) {
    int at = 0;
    while (at < between.length()) {
      int word = Characters.skipLetters(between, at, between.length());
      boolean joint =
          word == at
              ? ",;&+/ \n".indexOf(between.charAt(at)) >= 0
              : JOINTS.contains(between.substring(at, word));
      if (!joint) {
        return false;
      }
      at = Math.max(word, at + 1);
    }
    return true;
  }
}
