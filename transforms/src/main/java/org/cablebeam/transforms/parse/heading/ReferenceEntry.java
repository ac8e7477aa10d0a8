package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the REF line, between bullets and semicolons: one or more cables, or something that
 * is no cable. One an entry.
 */
final class ReferenceEntry {
  /** What is no cable takes at least so many letters to name. */
  private static final int SHORTEST_TYPED = 8;

  /** The numbers of a range have at least so many digits; shorter ones are years and days. */
  private static final int SHORTEST_OF_RANGE = 3;

  private final String text;
  private final int from;
  private final int to;
  private final ReferenceYear years;
  private final ReferencesSoFar soFar;
  private final int before;
  private final boolean goesOn;
  private final BareSerial bare;

  private int i;

  /**
   * An entry.
   *
   * @param goesOn whether a semicolon parts it from an item, whose post and year go on
   */
  ReferenceEntry(
      String text, int from, int to, boolean goesOn, ReferenceYear years, ReferencesSoFar soFar) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.years = years;
    this.soFar = soFar;
    this.before = soFar.count();
    this.goesOn = goesOn;
    this.bare = new BareSerial(text, from, to, before, goesOn, years, soFar);
  }

  void read() {
    i = from;
    // A carried post is that of the entry before; the year is not carried into a new post.
    int unread = from;
    while (i < to && !soFar.full()) {
      int here = i;
      skipSigns();
      if (i >= to) {
        break;
      }
      int item = i;
      int count = soFar.count();
      if (cable(unread)) {
        if (soFar.count() == count + 1) {
          typedBefore(unread, item);
        }
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

  /** {@code DOE-ROE TELCON 3/4, STATE 12}: what is no cable before one that is. */
  private void typedBefore(int unread, int item) {
    int start = unread;
    if (start > from) {
      // Behind another cable a comma tells it from a note.
      start = Characters.skipBlanks(text, start, item);
      if (start >= item || text.charAt(start) != ',') {
        return;
      }
      start = Characters.skipBlanks(text, start + 1, item);
      start = Characters.isWordAt(text, start, item, "AND") ? start + 4 : start;
    }
    int end = Characters.skipBlanksBack(text, item, start);
    boolean and = end - 4 > start && text.regionMatches(true, end - 4, " AND", 0, 4);
    if (end - start < SHORTEST_TYPED || !(and || ",&+".indexOf(text.charAt(end - 1)) >= 0)) {
      return;
    }
    int stop = Characters.skipBlanksBack(text, and ? end - 4 : end - 1, start);
    stop = text.charAt(stop - 1) == ',' ? stop - 1 : stop;
    ReferenceKind kind = TypedReference.kind(Characters.upper(soFar.flat(start, stop)));
    boolean told = start > from ? isMail(kind) : kind != ReferenceKind.OTHER;
    if (told) {
      soFar.addBeforeLast(start, stop, kind);
    }
  }

  private void skipSigns() {
    while (i < to) {
      char c = text.charAt(i);
      if ((c == '(' || c == '[') && soFar.count() > before) {
        int also = Characters.isWordAt(text, i + 1, to, "ALSO") ? i + 6 : to;
        if (ReferenceOpening.at(text, Math.min(also, to), to)) {
          // LIMA 6 (ALSO LIMA 7)
          i = also;
          continue;
        }
        int close = ReferenceNote.closing(text, i);
        // A note behind an item, unless it is a year in front of the next post.
        if (close > 0 && close < to && !years.fills(i, close)) {
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
      if ((c == '(' || c == '[')
          && ReferenceOpening.at(text, i + 1, to)
          && !Characters.isDigit(text.charAt(i + 1))) {
        // (LIMA 7 AND 8)
        i++;
        continue;
      }
      if (Lines.isBlank(c) || ",;:&+\"".indexOf(c) >= 0 || (c == '/' && soFar.count() > before)) {
        i++;
        continue;
      }
      if (c == '-' && isRange(i)) {
        i++;
        continue;
      }
      return;
    }
  }

  /** The hyphen of {@code STATE 12345-12350}. */
  private boolean isRange(int hyphen) {
    int first = numberStart(hyphen);
    int behind = Characters.skipDigits(text, hyphen + 1, to);
    int digits = behind - hyphen - 1;
    return soFar.count() > before
        && digits >= SHORTEST_OF_RANGE
        && digits == hyphen - first
        && text.substring(first, hyphen).compareTo(text.substring(hyphen + 1, behind)) < 0;
  }

  private int numberStart(int end) {
    int start = end;
    while (start > from && Characters.isDigit(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private void note(int start, int end) {
    boolean notal =
        Characters.upper(text.substring(start, Math.min(end, start + 200))).contains("NOTAL");
    if (notal && soFar.count() > before) {
      soFar.markNotal();
    }
    // LIMA 6 (A), LIMA 6 (REF A): the bullet behind its item.
    int letter = Characters.isWordAt(text, start + 1, end, "REF") ? start + 5 : start + 1;
    if (end - letter == 2 && Characters.isUpper(text.charAt(letter))) {
      soFar.bulletBehind(text.substring(letter, end - 1));
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
    // Year in front: 08, 2008, '08, (99), 094, O4, glued or with a hyphen.
    int sign = p;
    boolean paren = text.charAt(p) == '(';
    if (paren || Characters.isApostrophe(text.charAt(p))) {
      sign++;
    }
    int digits = years.digitsEnd(sign, to);
    if (digits > sign) {
      int behind = digits;
      if (paren && behind < to && text.charAt(behind) == ')') {
        behind++;
      }
      int q = behind;
      while (q < to && (Lines.isBlank(text.charAt(q)) || "-'/".indexOf(text.charAt(q)) >= 0)) {
        q++;
      }
      int y = years.of(text.substring(sign, digits));
      boolean word =
          q < to
              && (Characters.isLetter(text.charAt(q)) || ReferenceStation.isZeroWord(text, q, to));
      ReferenceStation station = y > 0 && word ? ReferenceStation.read(text, q, to, years) : null;
      if (station != null) {
        return add(station, y, start);
      }
    }
    if (!ReferenceStation.isZeroWord(text, p, to)
        && (Characters.isDigit(text.charAt(p)) || text.charAt(p) == '#')) {
      i = bare.read(start, unread);
      return i > start;
    }
    if (Characters.isLetter(text.charAt(p)) || ReferenceStation.isZeroWord(text, p, to)) {
      ReferenceStation station = called(p);
      station = station == null ? ReferenceStation.read(text, p, to, years) : station;
      if (station != null) {
        return add(station, 0, start);
      }
    }
    return false;
  }

  /** {@code EMBTEL 1205}, {@code DEPTEL 871}: a word that stands for a post; null for others. */
  private @Nullable ReferenceStation called(int start) {
    int end = Characters.skipLetters(text, start, to);
    int serial = Characters.skipBlanks(text, end, to);
    String post =
        end > start && serial < to && Characters.isDigit(text.charAt(serial))
            ? CitingWords.post(text, end, start, soFar.own())
            : null;
    int serialEnd = ReferenceStation.numberEnd(text, serial, to);
    return post != null && ReferenceStation.isSerial(text, serial, serialEnd, to)
        ? Posts.standard()
            .byId(post)
            .map(of -> new ReferenceStation(of, false, "", 0, serial, serialEnd))
            .orElse(null)
        : null;
  }

  /** Whether a letter O stands for a zero, as in {@code O4 LIMA 2O11}, or a zero for the letter. */
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
  private boolean add(ReferenceStation station, int yearBefore, int start) {
    int q = station.serialEnd();
    int group = timeEnd(station.serial(), q);
    if (group > q) {
      soFar.add(start, group, ReferenceKind.OTHER, false);
      i = group;
      return true;
    }
    long serial = Characters.number(text, station.serial(), q);
    int given = yearBefore > 0 ? yearBefore : station.yearInside();
    ReferenceYear.Behind after = years.behind(q, to, given > 0);
    given = given > 0 ? given : after.year();
    q = after.end();
    int year = soFar.carry(station.post(), serial, given);
    if (station.repaired() || swapsZero(start, q)) {
      soFar.repaired(start, q);
    }
    soFar.add(start, q, year, station.post(), serial, station.series(), ReferenceKind.CABLE);
    i = q;
    return true;
  }

  /**
   * A message named by its time instead of a number: behind {@code 1317Z JUL 26}; {@code end} where
   * the number is one.
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

  /** What stands behind the last cable of the entry, or the whole entry if it has none. */
  private void rest(int unread) {
    int start = unread;
    while (start < to && " \n,;:.&)-".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (start >= to || Markings.end(text, start, to) > 0) {
      // A sentence with its portion mark is text.
      return;
    }
    String upper = Characters.upper(soFar.flat(start, to));
    boolean first = soFar.count() == before;
    if (!first) {
      // Behind a cable only what is certainly another reference counts; notes do not.
      String bare = ReferenceNote.without(upper);
      boolean titled = text.substring(unread, start).indexOf(':') >= 0;
      ReferenceKind kind = titled ? ReferenceKind.OTHER : TypedReference.kind(bare);
      // NAIROBI 12 DTG 021350Z NOV 78 is one cable; behind a comma a time is another's.
      boolean other = text.substring(unread, start).indexOf(',') >= 0 && !bare.startsWith("DTG");
      boolean told =
          kind != ReferenceKind.OTHER || (other && TypedReference.holdsDateTimeGroup(bare));
      if (bare.startsWith("AND PREVIOUS") || !told || bare.length() < 8) {
        return;
      }
      soFar.add(start, to, kind, upper.contains("NOTAL"));
      return;
    }
    if (WordSense.NO_REFERENCE.is(upper) || !hasLetter(upper)) {
      return;
    }
    if (mails(start)) {
      return;
    }
    ReferenceKind kind = TypedReference.kind(upper);
    if (kind == ReferenceKind.OTHER && !TypedReference.isKnownOther(upper)) {
      if (goesOn && upper.chars().noneMatch(c -> c >= '0' && c <= '9')) {
        // Words behind a semicolon: a note on the item before it.
        return;
      }
      soFar.unread(start, to);
    }
    soFar.add(start, to, kind, upper.contains("NOTAL"));
  }

  /** Adds {@code DOE-ROE TELCON 3/4, DOE-ROE E-MAIL 3/5}: several, each dated; false for other. */
  private boolean mails(int start) {
    List<String> pieces = List.of(text.substring(start, to).split(",", -1));
    if (pieces.size() < 2 || !pieces.stream().allMatch(ReferenceEntry::isDatedMail)) {
      return false;
    }
    int from = start;
    for (String piece : pieces) {
      int first = Characters.skipBlanks(text, from, to);
      soFar.add(
          first,
          from + piece.length(),
          TypedReference.kind(Characters.upper(piece)),
          Characters.upper(piece).contains("NOTAL"));
      from += piece.length() + 1;
    }
    return true;
  }

  private static boolean isDatedMail(String piece) {
    return piece.chars().anyMatch(c -> c >= '0' && c <= '9')
        && isMail(TypedReference.kind(Characters.upper(piece)));
  }

  private static boolean isMail(ReferenceKind kind) {
    return switch (kind) {
      case EMAIL, TELEPHONE, FAX, LETTER -> true;
      default -> false;
    };
  }

  private static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }
}
