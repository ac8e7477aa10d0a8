package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Posts.Post;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Reads the REF line. Bullets and semicolons part it into entries; an entry holds one or more
 * cables, {@code [year] POST [year] serial [year] [NOTAL] [(note)]}, where post and year carry over
 * to bare numbers, or something that is no cable: an e-mail, a telephone call, a report. One a
 * field.
 */
final class ReferenceLine {
  /**
   * A reference.
   *
   * @param text as found, on one line
   * @param kind what it is
   * @param id canonical, for a cable that could be read
   * @param bullet its letter or number; null where it has none
   * @param notal whether it is marked NOTAL
   * @param start where it begins in the field
   * @param end where it ends in the field
   */
  record Item(
      String text,
      ReferenceKind kind,
      @Nullable String id,
      @Nullable String bullet,
      boolean notal,
      int start,
      int end) {}

  /**
   * The cable that refers.
   *
   * @param year 0 if unknown
   * @param post canonical; null if unknown
   * @param serial -1 if unknown
   */
  record Own(int year, @Nullable String post, long serial) {}

  /** A post's name has no more words. */
  private static final int MOST_WORDS = 5;

  /** No note in parentheses is longer, in UTF-16 units. */
  private static final int LONGEST_NOTE = 400;

  private static final int MOST_ITEMS = 200_000;

  /** What a number may follow and is no post, though near one by chance. */
  private static final Set<String> NO_POSTS =
      Set.of(
          "SECTION",
          "SECTIONS",
          "PART",
          "PARTS",
          "PARA",
          "PARAS",
          "PARAGRAPH",
          "NUMBER",
          "NO",
          "CONFIDENTIAL",
          "SECRET",
          "TELCON",
          "DAILY",
          "POINTS",
          "TODAY",
          "FOR",
          "ON",
          "OF",
          "AND",
          "OR",
          "THE",
          "DATED",
          "PAGE",
          "ITEM",
          "REPORT",
          "IIR",
          "USC",
          "FAM",
          "FAH",
          "UNSCR",
          "INCSR",
          "CABLE",
          "CABLES",
          "SEPTEL",
          "SEPTELS",
          "ALDAC",
          "TELEGRAM",
          "TO",
          "IN",
          "BY",
          "FROM",
          "AT",
          "WITH",
          "ARTICLE",
          "ANNEX",
          "RESOLUTION",
          "LICENSE",
          "CASE");

  private static final Set<String> MONTHS =
      Set.of(
          "JAN",
          "FEB",
          "MAR",
          "APR",
          "MAY",
          "JUN",
          "JUL",
          "AUG",
          "SEP",
          "SEPT",
          "OCT",
          "NOV",
          "DEC",
          "JANUARY",
          "FEBRUARY",
          "MARCH",
          "APRIL",
          "JUNE",
          "JULY",
          "AUGUST",
          "SEPTEMBER",
          "OCTOBER",
          "NOVEMBER",
          "DECEMBER");

  private static final Set<String> NOTHING = Set.of("NONE", "N/A", "NA", "NIL", "SEPTEL", "NOTAL");

  private final String text;
  private final Own own;
  private final Issues issues;
  private final List<Item> items = new ArrayList<>();

  private @Nullable String bullet;
  private @Nullable Post post;
  private int year;
  private boolean yearGiven;
  private int at;

  ReferenceLine(String field, Own own, Issues issues) {
    this.text = field;
    this.own = own;
    this.issues = issues;
    this.post = own.post() == null ? null : Posts.standard().byId(own.post()).orElse(null);
    this.year = own.year();
  }

  // The zone

  /** Whether a cable reference, perhaps behind a bullet, begins at the offset on its line. */
  static boolean opensItem(String text, int from, int end) {
    int at = bulletEnd(text, from, end);
    if (at < 0) {
      at = from;
    }
    if (at < end && text.charAt(at) == '\u00b6') {
      at++;
    }
    if (Characters.isWordAt(text, at, end, "REF")) {
      at = Characters.skipBlanks(text, at + 3, end);
      int inner = bulletEnd(text, at, end);
      at = inner < 0 ? at : inner;
    }
    at = Characters.skipBlanks(text, at, end);
    // A bullet without a sign: A WARSAW 1.
    if (at + 1 < end && Characters.isUpper(text.charAt(at)) && Lines.isBlank(text.charAt(at + 1))) {
      at = Characters.skipBlanks(text, at + 1, end);
    }
    // A year in front, with its apostrophe or parentheses.
    int sign = at;
    while (sign < end && "'(\u2019".indexOf(text.charAt(sign)) >= 0) {
      sign++;
    }
    int digits = Characters.skipDigits(text, sign, end);
    if (digits > sign) {
      if (digits - sign > 4) {
        return false;
      }
      at = digits;
      while (at < end && ")- ".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    int i = at;
    for (int words = 0; words < MOST_WORDS && i < end; words++) {
      int word = i;
      while (i < end && isPostSign(text.charAt(i))) {
        i++;
      }
      if (i == word) {
        return false;
      }
      int next = i;
      while (next < end
          && (Lines.isBlank(text.charAt(next)) || ",#".indexOf(text.charAt(next)) >= 0)) {
        next++;
      }
      if (next < end && Characters.isDigit(text.charAt(next))) {
        return named(text.substring(at, i)).isPresent();
      }
      i = next;
    }
    return false;
  }

  private static Optional<Post> named(String name) {
    return Posts.standard().byRiskyName(name);
  }

  /**
   * The offset behind {@code A.}, {@code (A)}, {@code [A]}, {@code A -}, {@code (1)}; -1 if none.
   */
  private static int bulletEnd(String text, int from, int end) {
    int at = from;
    if (at < end && text.charAt(at) == '\u00b6') {
      at = Characters.skipBlanks(text, at + 1, end);
    }
    boolean open = at < end && "([".indexOf(text.charAt(at)) >= 0;
    if (open) {
      at++;
    }
    int letter = at;
    while (at < end && at - letter < 2 && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == letter && at < end && Characters.isLetter(text.charAt(at))) {
      at++;
    }
    if (at == letter || at >= end) {
      return -1;
    }
    int signs = at;
    if (open) {
      while (at < end && ")]".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    } else {
      while (at < end && at - signs < 2 && ".):]".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == signs) {
        int hyphen = Characters.skipBlanks(text, at, end);
        boolean dashed =
            hyphen > at
                && hyphen + 1 < end
                && text.charAt(hyphen) == '-'
                && Lines.isBlank(text.charAt(hyphen + 1));
        at = dashed ? hyphen + 1 : at;
      }
    }
    if (at == signs) {
      return -1;
    }
    return Characters.skipBlanks(text, at, end);
  }

  /** How much of the field belongs to the zone. */
  static int zoneEnd(String field) {
    int end = lineEnd(field, 0);
    boolean any = !field.substring(0, end).isBlank();
    int at = end + 1;
    while (at < field.length()) {
      int lineEnd = lineEnd(field, at);
      boolean blank = false;
      while (lineEnd == at && at < field.length()) {
        blank = true;
        at++;
        lineEnd = lineEnd(field, at);
      }
      if (at >= field.length()) {
        break;
      }
      int start = Characters.skipBlanks(field, at, lineEnd);
      boolean opens =
          opensItem(field, start, lineEnd)
              || (bulletEnd(field, start, lineEnd) >= 0 && Markings.end(field, start, lineEnd) < 0);
      if (any
          && !opens
          && (blank ? !wraps(field, end, lineEnd) : !continues(field, at, end, start, lineEnd))) {
        break;
      }
      any = true;
      end = lineEnd;
      at = lineEnd + 1;
    }
    return Math.min(end, field.length());
  }

  private static int lineEnd(String field, int from) {
    int newline = field.indexOf('\n', Math.min(from, field.length()));
    return newline < 0 ? field.length() : newline;
  }

  /** Whether a post's name is parted by a blank line: {@code RIO}, then {@code DE JANEIRO 12}. */
  private static boolean wraps(String field, int end, int nextEnd) {
    int last = Characters.skipBlanksBack(field, end, 0);
    if (last == 0) {
      return false;
    }
    if (",;&".indexOf(field.charAt(last - 1)) >= 0) {
      int next = Characters.skipBlanks(field, end, nextEnd);
      return nextEnd - next < 80 && hasDigit(field, next, nextEnd);
    }
    int word = last;
    while (word > 0 && isPostSign(field.charAt(word - 1))) {
      word--;
    }
    int next = Characters.skipBlanks(field, end, nextEnd);
    if (word == last || next >= nextEnd) {
      return false;
    }
    if (Characters.isDigit(field.charAt(next))) {
      return named(field.substring(word, last)).isPresent();
    }
    int i = next;
    while (i < nextEnd && !Characters.isDigit(field.charAt(i)) && i - next < 30) {
      i++;
    }
    return i < nextEnd
        && Characters.isDigit(field.charAt(i))
        && named(field.substring(word, last) + " " + field.substring(next, i)).isPresent();
  }

  private static boolean hasDigit(String field, int from, int end) {
    for (int i = from; i < end; i++) {
      if (Characters.isDigit(field.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line that opens no item goes on with the line before. */
  private static boolean continues(String field, int at, int end, int start, int lineEnd) {
    int rule = start;
    while (rule < lineEnd && "-=_*".indexOf(field.charAt(rule)) >= 0) {
      rule++;
    }
    if (rule - start >= 4
        || Characters.isWordAt(field, start, lineEnd, "SUMMARY")
        || Characters.isWordAt(field, start, lineEnd, "BEGIN SUMMARY")
        || field.regionMatches(true, start, "THIS IS ", 0, 8)
        || field.regionMatches(true, start, "SENSITIVE BUT", 0, 13)) {
      return false;
    }
    int last = Characters.skipBlanksBack(field, end, 0);
    if (last == 0) {
      return true;
    }
    char c = field.charAt(last - 1);
    int lineStart = field.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
    boolean margin = end - lineStart >= 48;
    boolean indented = start - at >= 4;
    boolean digits = Characters.isDigit(field.charAt(start));
    return ",;&-/".indexOf(c) >= 0 || Characters.isLetter(c) || margin || indented || digits;
  }

  // Entries

  /** The items, in order. */
  List<Item> read() {
    char expected = 'A';
    int start = 0;
    at = 0;
    boolean entryStart = true;
    int depth = 0;
    boolean goesOn = false;
    while (at < text.length() && items.size() < MOST_ITEMS) {
      char c = text.charAt(at);
      if (c == '\n') {
        entryStart = true;
        depth = 0;
        at++;
        continue;
      }
      boolean afterBlank =
          at == 0
              || Lines.isBlank(text.charAt(at - 1))
              || ";,:)&".indexOf(text.charAt(at - 1)) >= 0;
      boolean due = Characters.upper(c) == expected && isDue(behindDigit(at));
      if (((depth == 0 || c == '(') && afterBlank && !Lines.isBlank(c)) || due) {
        int behind = bulletAt(entryStart, expected);
        if (behind > 0) {
          entry(start, at, goesOn);
          goesOn = false;
          String letter = letter(at, behind);
          // A. REF A: and A. (A): the bullet twice.
          bullet = letter;
          expected = (char) (Characters.upper(letter.charAt(0)) + 1);
          start = behind;
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
    return items;
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
    boolean signed = at + 1 < text.length() && ".):".indexOf(text.charAt(at + 1)) >= 0;
    if (!parted || !signed) {
      return false;
    }
    int stop = Math.min(text.length(), at + 60);
    return opensItem(text, at, stop);
  }

  /** The offset behind a bullet at {@code at}; -1 where there is none. */
  private int bulletAt(boolean entryStart, char expected) {
    int from = at;
    int stop = Math.min(text.length(), from + 60);
    if (Characters.isWordAt(text, from, stop, "REF")
        || Characters.isWordAt(text, from, stop, "REFTEL")) {
      int word = Characters.skipLetters(text, from, stop);
      int next = Characters.skipBlanks(text, word, stop);
      int behind = bulletEnd(text, next, stop);
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
    int behind = bulletEnd(text, from, stop);
    if (behind > 0) {
      boolean digit =
          Characters.isDigit(c)
              || (c == '(' && from + 1 < stop && Characters.isDigit(text.charAt(from + 1)));
      if (digit) {
        // A number in parentheses may be a year; inside a line it must follow the bullet before.
        boolean counts = entryStart || isNextNumber(letter(from, behind));
        boolean number = c != '(' || text.charAt(from + 2) == ')';
        return counts && number && opensItem(text, behind, stop) ? behind : -1;
      }
      String letter = letter(from, behind);
      char upper = Characters.upper(letter.charAt(0));
      boolean inSequence = upper >= expected && upper - expected <= 2;
      boolean again = upper < expected && opensItem(text, behind, stop);
      if (entryStart
          && (inSequence
              || again
              || c == '('
              || opensItem(text, behind, stop)
              || upper == expected - 1)) {
        return behind;
      }
      return inSequence && (upper == expected || opensItem(text, behind, stop))
              || (again && c == '(')
          ? behind
          : -1;
    }
    // A letter alone in front of an item: A WARSAW 1.
    if (Characters.isLetter(c) && from + 2 < stop && text.charAt(from + 1) == ' ') {
      char upper = Characters.upper(c);
      int next = Characters.skipBlanks(text, from + 1, stop);
      if (upper == expected
          && c == upper
          && (opensItem(text, next, stop) || (entryStart && items.size() > 0))) {
        return next;
      }
    }
    return -1;
  }

  /** Whether a bullet is the number after that of the entry. */
  private boolean isNextNumber(String number) {
    return bullet != null
        && bullet.length() <= 2
        && Characters.isDigit(bullet.charAt(0))
        && number.equals(Integer.toString(Integer.parseInt(bullet) + 1));
  }

  private String letter(int from, int behind) {
    int i = from;
    if (Characters.isWordAt(text, i, behind, "REF")
        || Characters.isWordAt(text, i, behind, "REFTEL")) {
      i = Characters.skipLetters(text, i, behind);
    }
    while (i < behind && !Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    if (i >= behind) {
      return bullet == null ? "A" : bullet;
    }
    int end = i + 1;
    while (end < behind
        && Characters.isDigit(text.charAt(i))
        && Characters.isDigit(text.charAt(end))) {
      end++;
    }
    return Characters.upper(text.substring(i, end));
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
    new Entry(from, to, goesOn && !items.isEmpty()).read();
  }

  /** One entry between bullets and semicolons. */
  private final class Entry {
    private final int from;
    private final int to;
    private final int before = items.size();

    /** Whether a semicolon parts the entry from an item, whose post and year go on. */
    private final boolean goesOn;

    private int i;

    Entry(int from, int to, boolean goesOn) {
      this.from = from;
      this.to = to;
      this.goesOn = goesOn;
    }

    void read() {
      i = from;
      // A carried post is that of the entry before; the year is not carried into a new post.
      int unread = from;
      while (i < to && items.size() < MOST_ITEMS) {
        int here = i;
        skipSigns();
        if (i >= to) {
          break;
        }
        if (cable(unread)) {
          unread = i;
          continue;
        }
        if (i <= here) {
          i = Math.max(here, i);
        }
        skipWord();
      }
      rest(unread);
    }

    private void skipSigns() {
      while (i < to) {
        char c = text.charAt(i);
        if (c == '(' && items.size() > before) {
          int close = closing(i);
          // A note behind an item, unless it is a year in front of the next post.
          if (close > 0 && close < to && !yearInParentheses(i, close)) {
            note(i, close + 1);
            i = close + 1;
            continue;
          }
          if (Characters.isWordAt(text, i + 1, to, "NOTAL")) {
            i++;
            continue;
          }
          return;
        }
        if (Lines.isBlank(c) || ",;:&+\"".indexOf(c) >= 0 || (c == '/' && items.size() > before)) {
          i++;
          continue;
        }
        return;
      }
    }

    private boolean yearInParentheses(int open, int close) {
      int digits = Characters.skipDigits(text, open + 1, close);
      return digits == close && (close - open == 3 || close - open == 5);
    }

    private void note(int start, int end) {
      boolean notal =
          Characters.upper(text.substring(start, Math.min(end, start + 200))).contains("NOTAL");
      for (int k = items.size() - 1; notal && k >= Math.max(before, items.size() - 1); k--) {
        Item item = items.get(k);
        items.set(
            k,
            new Item(
                item.text(),
                item.kind(),
                item.id(),
                item.bullet(),
                true,
                item.start(),
                item.end()));
      }
    }

    private void skipWord() {
      int start = i;
      while (i < to && !Lines.isBlank(text.charAt(i)) && ",;".indexOf(text.charAt(i)) < 0) {
        i++;
      }
      if (i - start == 5 && Characters.isWordAt(text, start, to, "NOTAL")) {
        note(start, i);
      }
      if (i == start) {
        i++;
      }
    }

    /** Reads one cable at {@code i}; false, with {@code i} unmoved, where none stands. */
    private boolean cable(int unread) {
      int start = i;
      int p = i;
      int givenYear = 0;
      // Year in front: 08, 2008, '08, (99), 094, O4, glued or with a hyphen.
      int sign = p;
      boolean paren = text.charAt(p) == '(';
      if (paren || Characters.isApostrophe(text.charAt(p))) {
        sign++;
      }
      int digits = yearDigitsEnd(sign);
      if (digits > sign) {
        int behind = digits;
        if (paren && behind < to && text.charAt(behind) == ')') {
          behind++;
        }
        int q = behind;
        while (q < to && (Lines.isBlank(text.charAt(q)) || "-'/".indexOf(text.charAt(q)) >= 0)) {
          q++;
        }
        int y = year(text.substring(sign, digits));
        if (y > 0 && q < to && Characters.isLetter(text.charAt(q))) {
          Station station = station(q);
          if (station != null) {
            return add(station, y, start);
          }
          if (q < to && isZeroWord(q)) {
            return false;
          }
        }
      }
      if (!isZeroWord(p) && (Characters.isDigit(text.charAt(p)) || text.charAt(p) == '#')) {
        return bareNumber(start, unread);
      }
      if (Characters.isLetter(text.charAt(p)) || isZeroWord(p)) {
        Station station = station(p);
        if (station != null) {
          return add(station, givenYear, start);
        }
      }
      return false;
    }

    private boolean isZeroWord(int p) {
      return p + 3 < to
          && text.charAt(p) == '0'
          && Characters.isUpper(text.charAt(p + 1))
          && Characters.isUpper(text.charAt(p + 2));
    }

    private int yearDigitsEnd(int p) {
      int q = p;
      while (q < to
          && q - p < 5
          && (Characters.isDigit(text.charAt(q))
              || (text.charAt(q) == 'O'
                  && q == p
                  && q + 1 < to
                  && Characters.isDigit(text.charAt(q + 1))))) {
        q++;
      }
      return q;
    }

    /** The year of two, three or four digits; 0 where it can be none. */
    private int year(String digits) {
      String plain = digits.replace('O', '0');
      int value = Integer.parseInt(plain);
      if (plain.length() == 4) {
        return value >= 1950 && value <= 2049 ? value : 0;
      }
      if (plain.length() == 3 && plain.charAt(0) == '0') {
        plain = plain.substring(1);
      }
      if (plain.length() != 2) {
        return 0;
      }
      int year = value >= 50 ? 1900 + value : 2000 + value;
      return own.year() == 0 || year <= own.year() + 1 ? year : 0;
    }

    /** A post with its number. */
    private record Station(
        Post post, boolean repaired, String series, int yearInside, int serial, int serialEnd) {}

    /** The post that begins at {@code p} with a serial behind it; null where there is none. */
    private @Nullable Station station(int p) {
      int q = p;
      List<Integer> starts = new ArrayList<>(MOST_WORDS);
      int wordsEnd = p;
      int yearInside = 0;
      while (q < to && starts.size() <= MOST_WORDS) {
        int word = q;
        while (q < to && (isPostSign(text.charAt(q)) || isZeroInWord(q))) {
          q++;
        }
        if (q == word) {
          break;
        }
        if (starts.size() == MOST_WORDS) {
          return null;
        }
        String found = Characters.upper(text.substring(word, q));
        boolean filler =
            !starts.isEmpty()
                && (found.equals("CABLE")
                    || found.equals("CABLES")
                    || found.equals("TELEGRAM")
                    || found.equals("ALDAC")
                    || found.equals("NO.")
                    || found.equals("NUMBER"));
        if (!filler) {
          starts.add(word);
          wordsEnd = q;
        }
        while (q < to && (Lines.isBlank(text.charAt(q)) || ",#:".indexOf(text.charAt(q)) >= 0)) {
          q++;
        }
        if (q < to && text.charAt(q) == '(') {
          int close = closing(q);
          if (close > 0 && close < to && yearInParentheses(q, close)) {
            yearInside = year(text.substring(q + 1, close));
            q = close + 1;
            while (q < to && Lines.isBlank(text.charAt(q))) {
              q++;
            }
          }
          break;
        }
        if (q < to && isNumberAt(q)) {
          break;
        }
      }
      if (starts.isEmpty() || q >= to || !isNumberAt(q)) {
        return null;
      }
      int serialEnd = numberEnd(q);
      if (!isSerial(q, serialEnd)) {
        return null;
      }
      String name = clean(text.substring(starts.get(0), wordsEnd));
      String series = "";
      // CA-3400 and A-1234 are airgrams of the post before.
      int lastWord = starts.get(starts.size() - 1);
      String last = Characters.upper(text.substring(lastWord, wordsEnd));
      if (starts.size() > 1 && (last.equals("A-") || last.equals("CA-"))) {
        series = last;
        name = clean(text.substring(starts.get(0), Characters.skipBlanksBack(text, lastWord, p)));
      }
      Optional<Post> exact = named(name);
      if (exact.isPresent()) {
        return new Station(exact.get(), false, series, yearInside, q, serialEnd);
      }
      if (isNoPost(last) || MONTHS.contains(last)) {
        return null;
      }
      Optional<Post> near = name.length() >= 4 ? Posts.standard().nearest(name) : Optional.empty();
      if (near.isPresent()) {
        return new Station(near.get(), true, series, yearInside, q, serialEnd);
      }
      return null;
    }

    private boolean isZeroInWord(int q) {
      return text.charAt(q) == '0'
          && ((q + 1 < to && Characters.isUpper(text.charAt(q + 1)))
              || (q > 0
                  && Characters.isUpper(text.charAt(q - 1))
                  && q + 1 < to
                  && Lines.isBlank(text.charAt(q + 1))
                  && q + 2 < to
                  && Characters.isDigit(text.charAt(q + 2))));
    }

    private boolean isNumberAt(int q) {
      char c = text.charAt(q);
      return Characters.isDigit(c)
          || ((c == 'O' || c == 'o')
              && q + 2 < to
              && Characters.isDigit(text.charAt(q + 1))
              && Characters.isDigit(text.charAt(q + 2)));
    }

    /** At most seven digits behind the zeros, and not the clock of a date-time group. */
    private boolean isSerial(int q, int end) {
      int first = q;
      while (first < end && text.charAt(first) == '0') {
        first++;
      }
      boolean clock = end - q == 6 && end < to && Characters.upper(text.charAt(end)) == 'Z';
      return end - first <= 7 && end - q <= 8 && !clock;
    }

    private int numberEnd(int q) {
      int e = q;
      while (e < to
          && (Characters.isDigit(text.charAt(e))
              || (Characters.upper(text.charAt(e)) == 'O'
                  && (e + 1 >= to || !Characters.isLetter(text.charAt(e + 1)))))) {
        e++;
      }
      return e;
    }

    /**
     * Whether a letter O stands for a zero, as in {@code O4 LIMA 2O11}, or a zero for the letter.
     */
    private boolean swapsZero(int start, int end) {
      for (int p = start; p < end; p++) {
        char c = text.charAt(p);
        char before = p > start ? text.charAt(p - 1) : ' ';
        char behind = p + 1 < end ? text.charAt(p + 1) : ' ';
        boolean digits = Characters.isDigit(before) || Characters.isDigit(behind);
        boolean letters = Characters.isLetter(before) || Characters.isLetter(behind);
        if (((c == 'O' || c == 'o') && digits && !letters) || (c == '0' && letters && !digits)) {
          return true;
        }
      }
      return false;
    }

    /** Adds the cable and reads what follows its serial. */
    private boolean add(Station station, int yearBefore, int start) {
      int q = station.serialEnd();
      int group = timeEnd(station.serial(), q);
      if (group > q) {
        item(start, group, 0, station.post(), 0, station.series(), ReferenceKind.OTHER);
        i = group;
        return true;
      }
      long serial = Characters.number(text, station.serial(), q);
      int given = yearBefore > 0 ? yearBefore : station.yearInside();
      // 0012 OF 003 and 001.2 OF 003: a section header whose number this is.
      int[] after = yearAfter(q, given > 0);
      if (after[0] > 0) {
        given = given > 0 ? given : after[0];
      }
      q = after[1];
      post = station.post();
      yearGiven = given > 0;
      year = given > 0 ? given : inferred(station.post(), serial);
      if (station.repaired() || swapsZero(start, q)) {
        issues.add(IssueCode.REPAIRED_REFERENCE, "references", text.substring(start, q));
      }
      item(start, q, year, station.post(), serial, station.series(), ReferenceKind.CABLE);
      i = q;
      return true;
    }

    /**
     * A message named by its time instead of a number: behind {@code 1317Z JUL 26}; {@code end}
     * where the number is one.
     */
    private int timeEnd(int start, int end) {
      int digits = end - start;
      int zone = end + 1;
      if ((digits != 4 && digits != 6)
          || end >= to
          || text.charAt(end) != 'Z'
          || (zone < to && Character.isLetterOrDigit(text.charAt(zone)))) {
        return end;
      }
      int month = Characters.skipBlanks(text, zone, to);
      int behind = Characters.skipLetters(text, month, to);
      if (behind - month < 3 || behind - month > 4) {
        return zone;
      }
      int day = Characters.skipBlanks(text, behind, to);
      int dayEnd = Characters.skipDigits(text, day, to);
      return dayEnd > day && dayEnd - day <= 2 ? dayEnd : behind;
    }

    private int inferred(Post of, long serial) {
      if (own.year() > 0
          && own.serial() >= 0
          && of.id().equals(own.post())
          && serial > own.serial()) {
        issues.add(IssueCode.INFERRED_REFERENCE_YEAR, "references", of.id() + " " + serial);
        return own.year() - 1;
      }
      return own.year();
    }

    /** A year behind the serial: (08), (2008), -91, /08, 99; the year or 0, and the offset. */
    private int[] yearAfter(int from, boolean known) {
      int q = Characters.skipBlanks(text, from, to);
      if (q >= to) {
        return new int[] {0, from};
      }
      char c = text.charAt(q);
      if (c == '(') {
        int close = closing(q);
        if (close > 0 && close < to) {
          int digits = q + 1;
          while (digits < close && (Characters.isApostrophe(text.charAt(digits)))) {
            digits++;
          }
          int y =
              Characters.skipDigits(text, digits, close) == close
                      && close - digits >= 2
                      && close - digits <= 4
                  ? year(text.substring(digits, close))
                  : 0;
          if (y > 0) {
            return new int[] {y, close + 1};
          }
          return new int[] {0, from};
        }
        // (07 and nothing more: the closing parenthesis was lost.
        int digits = Characters.skipDigits(text, q + 1, to);
        boolean alone = Characters.skipBlanks(text, digits, to) >= to;
        int length = digits - q - 1;
        int y = alone && (length == 2 || length == 4) ? year(text.substring(q + 1, digits)) : 0;
        return y > 0 ? new int[] {y, digits} : new int[] {0, from};
      }
      if (Characters.isWordAt(text, q, to, "OF") && !known) {
        int number = Characters.skipBlanks(text, q + 2, to);
        int digits = Characters.skipDigits(text, number, to);
        int next = Characters.skipBlanks(text, digits, to);
        boolean alone = next >= to || ",;.(".indexOf(text.charAt(next)) >= 0;
        int y = alone && digits - number == 4 ? year(text.substring(number, digits)) : 0;
        return y > 0 ? new int[] {y, digits} : new int[] {0, from};
      }
      if ((c == '-' || c == '/') && q == from) {
        int digits = Characters.skipDigits(text, q + 1, to);
        int length = digits - q - 1;
        boolean alone =
            digits >= to
                || (text.charAt(digits) != '/' && !Character.isLetterOrDigit(text.charAt(digits)));
        int y = length == 2 || length == 4 ? year(text.substring(q + 1, digits)) : 0;
        if (y > 0 && alone && !known) {
          return new int[] {y, digits};
        }
        return new int[] {0, from};
      }
      if (Characters.isDigit(c) && q > from && !known) {
        int digits = Characters.skipDigits(text, q, to);
        int next = Characters.skipBlanks(text, digits, to);
        boolean last =
            next >= to || ",;.(".indexOf(text.charAt(next)) >= 0 || text.charAt(digits) == '\n';
        int y =
            (digits - q == 2 || digits - q == 4) && text.lastIndexOf('\n', q) < from
                ? year(text.substring(q, digits))
                : 0;
        if (y > 0 && last) {
          return new int[] {y, digits};
        }
      }
      return new int[] {0, from};
    }

    /** {@code AND 15}, {@code /317}, {@code 377 KATHMANDU}: a number without a post before it. */
    private boolean bareNumber(int start, int unread) {
      int q = start;
      if (text.charAt(q) == '#') {
        q++;
      }
      int end = numberEnd(q);
      if (end == q || !isSerial(q, end)) {
        return false;
      }
      // 001.2 OF 003, the rest of a section header.
      int of = end;
      if (of + 1 < to && text.charAt(of) == '.' && Characters.isDigit(text.charAt(of + 1))) {
        of += 2;
      }
      of = Characters.skipBlanks(text, of, to);
      if (of + 2 < to && text.charAt(of + 1) == 'F' && text.charAt(of) == 'O') {
        i = Characters.skipDigits(text, Characters.skipBlanks(text, of + 2, to), to);
        return i > start;
      }
      int next = Characters.skipBlanks(text, end, to);
      if (end < to
          && "/-.".indexOf(text.charAt(end)) >= 0
          && end + 1 < to
          && Characters.isDigit(text.charAt(end + 1))
          && text.charAt(end) != '/') {
        return false;
      }
      // Reversed: the post stands behind, and no number behind the post.
      if (next < to && Characters.isLetter(text.charAt(next)) && end - q >= 2) {
        int w = next;
        int best = -1;
        for (int words = 0; words < 3 && w < to; words++) {
          int word = w;
          while (w < to && isPostSign(text.charAt(w))) {
            w++;
          }
          if (w == word) {
            break;
          }
          if (Posts.standard().byName(text.substring(next, w)).isPresent()) {
            best = w;
          }
          w = Characters.skipBlanks(text, w, to);
        }
        int behind = best < 0 ? -1 : Characters.skipBlanks(text, best, to);
        boolean ends = behind >= to || (best > 0 && ",;.(\n".indexOf(text.charAt(behind)) >= 0);
        if (best > 0 && ends) {
          Post named = Posts.standard().byName(text.substring(next, best)).orElseThrow();
          long serial = Characters.number(text, q, end);
          int[] after = yearAfter(best, false);
          post = named;
          year = after[0] > 0 ? after[0] : inferred(named, serial);
          item(start, after[1], year, named, serial, "", ReferenceKind.CABLE);
          i = after[1];
          return true;
        }
      }
      // Carried over: only directly behind an item, or at the front of a bulleted entry.
      boolean joined =
          items.size() > before
              ? isConnection(unread, start)
              : goesOn && start == from && bareTail(end);
      boolean front =
          items.size() == before
              && start == from
              && bullet != null
              && (end - q >= 3 || (before > 0 && end >= to))
              && (end >= to || ",;/&(\n ".indexOf(text.charAt(end)) >= 0)
              && bareTail(end);
      boolean listed = start > from && text.charAt(start - 1) == '/';
      boolean date = end - q <= 2 && end < to && text.charAt(end) == '/' && !listed;
      if (post == null || (!joined && !front) || date || (next < to && isMonth(next))) {
        return false;
      }
      long serial = Characters.number(text, q, end);
      Post carried = post;
      int[] after = yearAfter(end, false);
      int y = after[0] > 0 ? after[0] : yearGiven ? year : inferred(carried, serial);
      item(start, after[1], y, carried, serial, "", ReferenceKind.CABLE);
      i = after[1];
      return true;
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
          return Characters.isWordAt(text, q, to, "AND")
              || Characters.isWordAt(text, q, to, "NOTAL");
        }
        q++;
      }
      return true;
    }

    private boolean isMonth(int p) {
      int end = Characters.skipLetters(text, p, to);
      return MONTHS.contains(Characters.upper(text.substring(p, Math.min(end, p + 12))));
    }

    /** Whether only separators and AND stand between an item and the number. */
    private boolean isConnection(int after, int stop) {
      String between = Characters.upper(text.substring(after, stop)).strip();
      int open = between.indexOf('(');
      int close = between.lastIndexOf(')');
      if (open >= 0 && close > open) {
        between = (between.substring(0, open) + between.substring(close + 1)).strip();
      }
      return switch (between) {
        case ",", "&", "AND", ", AND", "/", ";", "+", ",AND" -> true;
        default -> between.isEmpty() && text.substring(after, stop).indexOf('\n') >= 0;
      };
    }

    private void item(
        int start, int end, int y, Post of, long serial, String series, ReferenceKind kind) {
      String id = null;
      if (y > 0 && serial > 0) {
        CableId cable = CableId.of(y, of.id(), serial);
        id =
            series.isEmpty()
                ? cable.toString()
                : new CableId(cable.year(), cable.post(), serial, series).toString();
        boolean self =
            own.post() != null
                && cable.post().equals(CableId.of(Math.max(own.year(), 1), own.post(), 1).post())
                && serial == own.serial()
                && y == own.year()
                && series.isEmpty();
        if (self) {
          return;
        }
      }
      items.add(new Item(flat(start, end), kind, id, bullet, false, start, end));
    }

    // What is no cable

    /** What stands behind the last cable of the entry, or the whole entry if it has none. */
    private void rest(int unread) {
      int start = unread;
      while (start < to && " \n,;:.&)-".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      if (start >= to) {
        return;
      }
      String plain = flat(start, to);
      String upper = Characters.upper(plain);
      boolean first = items.size() == before;
      if (!first) {
        // Behind a cable only what is certainly another reference counts; notes do not.
        String bare = withoutNotes(upper);
        ReferenceKind kind = TypedReference.kind(bare);
        if (bare.startsWith("AND PREVIOUS") || kind == ReferenceKind.OTHER || bare.length() < 8) {
          return;
        }
        items.add(new Item(plain, kind, null, bullet, upper.contains("NOTAL"), start, to));
        return;
      }
      if (NOTHING.contains(upper) || !hasLetter(plain)) {
        return;
      }
      ReferenceKind kind = TypedReference.kind(upper);
      if (kind == ReferenceKind.OTHER && !TypedReference.isKnownOther(upper)) {
        issues.add(IssueCode.UNREAD_REFERENCE, "references", plain);
      }
      items.add(new Item(plain, kind, null, bullet, upper.contains("NOTAL"), start, to));
    }

    private String withoutNotes(String upper) {
      StringBuilder bare = new StringBuilder();
      int depth = 0;
      boolean quoted = false;
      for (int k = 0; k < upper.length(); k++) {
        char c = upper.charAt(k);
        if (c == '"') {
          quoted = !quoted;
        } else if (c == '(') {
          depth++;
        } else if (c == ')') {
          depth = Math.max(0, depth - 1);
        } else if (depth == 0 && !quoted) {
          bare.append(c);
        }
      }
      return bare.toString().strip();
    }
  }

  /** The offset of the parenthesis that closes one at {@code open}; -1 where none does soon. */
  private int closing(int open) {
    int stop = Math.min(text.length(), open + LONGEST_NOTE);
    for (int k = open; k < stop; k++) {
      if (text.charAt(k) == ')') {
        return k;
      }
    }
    return -1;
  }

  private static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private static boolean isNoPost(String word) {
    return NO_POSTS.contains(word);
  }

  private static String clean(String name) {
    String upper = Characters.upper(name).replace('0', 'O');
    if (upper.endsWith("'S") || upper.endsWith("\u2019S")) {
      upper = upper.substring(0, upper.length() - 2);
    }
    return upper.replace('\n', ' ');
  }

  private static boolean isPostSign(char c) {
    return Characters.isLetter(c) || Characters.isApostrophe(c) || c == '-' || c == '.';
  }

  private String flat(int start, int end) {
    StringBuilder flat = new StringBuilder(end - start);
    boolean blank = false;
    for (int k = start; k < end; k++) {
      char c = text.charAt(k);
      if (Lines.isBlank(c)) {
        blank = flat.length() > 0;
        continue;
      }
      if (blank) {
        flat.append(' ');
        blank = false;
      }
      flat.append(c);
    }
    return flat.toString();
  }
}
