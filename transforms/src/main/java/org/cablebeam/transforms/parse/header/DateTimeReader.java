package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/** One reading of a date-time group; the fields are what was found so far. Not thread-safe. */
final class DateTimeReader {
  private static final int MIDNIGHT = 24;

  /** A message to many may have one for each of three kinds of addressees. */
  private static final int MOST_PRECEDENCES = 3;

  /** {@code O P R } and one sign of noise. */
  private static final int LONGEST_PRECEDENCES = 7;

  /** Of the six digits of a clock no more were misread. */
  private static final int MOST_MISREAD = 3;

  /** A month is no longer, whatever became of it. */
  private static final int LONGEST_NOISE = 4;

  /** A clock of which one digit is lost or unreadable has as many left at least. */
  private static final int FEWEST_DIGITS = 5;

  private static final int LONGEST_CLOCK = 7;

  /** No cable has a later year. */
  private static final int LAST = 2029;

  /**
   * Day and time.
   *
   * @param day 0 where it cannot be read, or only one digit of it
   * @param hour -1 where it cannot be read
   */
  private record Clock(int day, int hour, int minute) {
    static @Nullable Clock of(int day, int hour, int minute) {
      boolean midnight = hour == MIDNIGHT && minute == 0;
      boolean time = day >= 1 && day <= 31 && (hour <= 23 || midnight) && minute <= 59;
      return time ? new Clock(day, hour, minute) : null;
    }
  }

  private final String line;
  private final Cursor cursor;
  private final List<Precedence> precedences = new ArrayList<>();
  private boolean damaged;

  DateTimeReader(String line) {
    this.line = line;
    this.cursor = new Cursor(line);
  }

  Optional<DateTimeGroup> read() {
    Optional<DateTimeGroup> group = behindPrecedences();
    return group.isPresent() ? group : behindNoise();
  }

  /** Where the precedences in front are damaged, a group that is whole all the same. */
  private Optional<DateTimeGroup> behindNoise() {
    int digit = 1;
    while (digit <= LONGEST_PRECEDENCES
        && digit < line.length()
        && !Characters.isDigit(line.charAt(digit))) {
      digit++;
    }
    int clock = digit + 6;
    boolean whole =
        digit <= LONGEST_PRECEDENCES
            && clock < line.length()
            && Characters.skipDigits(line, digit, clock) == clock
            && line.charAt(clock) == 'Z';
    if (!whole) {
      return Optional.empty();
    }
    precedences.clear();
    for (int i = 0; i < digit && precedences.size() < MOST_PRECEDENCES; i++) {
      Precedences.ofLetter(line.charAt(i)).ifPresent(precedences::add);
    }
    cursor.moveTo(digit);
    damaged = true;
    Optional<DateTimeGroup> group = group();
    return group.filter(read -> read.month() != null && read.year() != null);
  }

  private Optional<DateTimeGroup> behindPrecedences() {
    cursor.skipBlanks();
    while (!cursor.done() && "'\"`*=-.:>".indexOf(cursor.peek()) >= 0) {
      damaged = true;
      cursor.skip();
      cursor.skipBlanks();
    }
    precedences();
    if (!precedences.isEmpty() && cursor.skipBlanks().peek() == '-') {
      damaged = true;
      cursor.skip();
    }
    return group();
  }

  /** The group from the day on. */
  private Optional<DateTimeGroup> group() {
    int start = cursor.skipBlanks().at();
    int clock = clock();
    // 1411337Z: one digit too many.
    boolean longer =
        Characters.isDigit(cursor.peek()) && Character.toUpperCase(cursor.peek(1)) == 'Z';
    Clock time = longer ? null : Clock.of(clock / 10_000, clock / 100 % 100, clock % 100);
    if (time == null) {
      if (precedences.isEmpty()) {
        return Optional.empty();
      }
      Optional<DateTimeGroup> group = timeLast(start);
      time = group.isPresent() ? null : damagedClock(start);
      if (time == null) {
        return group;
      }
      damaged = true;
    }
    boolean zone = zone(time);
    if (!zone && time.day == 0) {
      return Optional.empty();
    }
    damaged |= !zone;
    return monthAndYear(start, time, zone);
  }

  private Optional<DateTimeGroup> monthAndYear(int start, Clock time, boolean zone) {
    int behindZone = cursor.at();
    if (zone && ",/Z".indexOf(cursor.peek()) >= 0) {
      damaged = true;
      cursor.skip();
    }
    cursor.skipBlanks();
    int monthStart = cursor.at();
    damaged |= monthStart == behindZone;
    Integer month = monthOfWord();
    if (month == null && !precedences.isEmpty()) {
      skipNoise(monthStart);
    }
    if (!zone && month == null) {
      return Optional.empty();
    }
    int behindMonth = cursor.at();
    if (behindMonth == monthStart && precedences.isEmpty()) {
      // Nothing but the clock: no group of line 5, as in a page line.
      return Optional.empty();
    }
    if (cursor.peek() == '.' || cursor.peek() == ',' || cursor.peek() == ';') {
      cursor.skip();
    }
    Integer year = yearOfDigits();
    if (time.day > 0 ? month == null && year == null : month == null || year == null) {
      return Optional.empty();
    }
    int end = Math.max(Math.max(behindMonth, behindZone), cursor.at());
    cursor.moveTo(end);
    return Optional.of(
        new DateTimeGroup(
            List.copyOf(precedences),
            line.substring(start, end),
            time.day,
            time.hour,
            time.minute,
            month,
            year,
            damaged,
            cursor.rest()));
  }

  /**
   * A clock that is no time, with one digit lost or unreadable: of the day, so that the time is
   * whole, or of the time; null where too little is left.
   */
  private @Nullable Clock damagedClock(int start) {
    cursor.moveTo(start);
    int digits = 0;
    while (!cursor.done()
        && !cursor.atBlank()
        && Character.toUpperCase(cursor.peek()) != 'Z'
        && cursor.at() - start < LONGEST_CLOCK) {
      digits += Characters.isDigit(cursor.peek()) ? 1 : 0;
      cursor.skip();
    }
    if (digits == LONGEST_CLOCK && Character.toUpperCase(cursor.peek()) != 'Z') {
      // The seventh may be what a machine made of the Z.
      cursor.moveTo(--digits + start);
    }
    String clock = line.substring(start, cursor.at());
    if (digits < FEWEST_DIGITS || clock.length() > digits + 1) {
      return null;
    }
    int behindDay = clock.length() - 4;
    String time = clock.substring(behindDay);
    boolean whole = isTime(time) && behindDay == (clock.length() == digits ? 1 : 2);
    return whole
        ? new Clock(0, Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(2)))
        : new Clock(0, -1, 0);
  }

  /** {@code 14 FEB 08 1337Z}: the time stands behind the day. */
  private Optional<DateTimeGroup> timeLast(int start) {
    String day = cursor.moveTo(start).digits(2);
    cursor.skipBlanks();
    Integer month = day.isEmpty() ? null : monthOfWord();
    Integer year = month == null ? null : yearOfDigits();
    String time = year == null ? "" : cursor.skipBlanks().digits(4);
    int date = day.isEmpty() ? 0 : Integer.parseInt(day);
    if (year == null || !isTime(time) || date < 1 || date > 31 || !zone()) {
      cursor.moveTo(start);
      return Optional.empty();
    }
    return Optional.of(
        new DateTimeGroup(
            List.copyOf(precedences),
            line.substring(start, cursor.at()),
            date,
            Integer.parseInt(time.substring(0, 2)),
            Integer.parseInt(time.substring(2)),
            month,
            year,
            true,
            cursor.rest()));
  }

  private static boolean isTime(String digits) {
    return digits.length() == 4
        && Characters.skipDigits(digits, 0, 4) == 4
        && digits.compareTo("2359") <= 0
        && digits.charAt(2) < '6';
  }

  /** {@code %B 08}: passes over what a circuit made of the month, in front of the year. */
  private void skipNoise(int monthStart) {
    int behindLetters = cursor.at();
    int noise = cursor.moveTo(monthStart).word().length();
    cursor.skipBlanks();
    boolean year = Characters.isDigit(cursor.peek()) && Characters.isDigit(cursor.peek(1));
    if (noise == 0 || noise > LONGEST_NOISE || !year) {
      cursor.moveTo(behindLetters);
    }
  }

  /** {@code O P}, letters parted by blanks; doubled ones as in line 2 are forgiven. */
  private void precedences() {
    while (precedences.size() < MOST_PRECEDENCES) {
      cursor.skipBlanks();
      char letter = Character.toUpperCase(cursor.peek());
      if (letter == '0' && Lines.isBlank(cursor.peek(1))) {
        letter = 'O';
      }
      if (letter == 'O' && isZero()) {
        return;
      }
      Optional<Precedence> precedence = Precedences.ofLetter(letter);
      Optional<Precedence> second = Precedences.ofLetter(Character.toUpperCase(cursor.peek(1)));
      if (precedence.isPresent()
          && second.isPresent()
          && !precedence.equals(second)
          && Lines.isBlank(cursor.peek(2))
          && precedences.isEmpty()) {
        // PR 141337Z
        precedences.add(precedence.get());
        precedences.add(second.get());
        damaged = true;
        cursor.moveTo(cursor.at() + 2);
        return;
      }
      int length = Character.toUpperCase(cursor.peek(1)) == letter ? 2 : 1;
      char next = cursor.peek(length);
      if (precedence.isEmpty() || !(Lines.isBlank(next) || Characters.isDigit(next))) {
        return;
      }
      precedences.add(precedence.get());
      cursor.moveTo(cursor.at() + length);
    }
  }

  /** Whether the letter O here is the first digit of the clock, {@code O611OOZ}. */
  private boolean isZero() {
    int clock = 1;
    while (clock < 6 && LookAlikes.expectedDigit(cursor.peek(clock)) >= 0) {
      clock++;
    }
    return clock == 6 && Character.toUpperCase(cursor.peek(6)) == 'Z';
  }

  /** Six digits, blanks inside allowed, as one number; -1 where they are not there. */
  private int clock() {
    int before = cursor.at();
    int value = 0;
    int count = 0;
    int blanks = 0;
    int misread = 0;
    while (count < 6) {
      // The letter Z ends the clock.
      int digit = Character.toUpperCase(cursor.peek()) == 'Z' ? -1 : digit(cursor.peek());
      misread += digit >= 0 && !Characters.isDigit(cursor.peek()) ? 1 : 0;
      if (digit >= 0 && misread <= MOST_MISREAD) {
        value = value * 10 + digit;
        count++;
        cursor.skip();
      } else if (count > 0 && cursor.atBlank() && blanks < 2) {
        blanks++;
        damaged = true;
        cursor.skip();
      } else {
        cursor.moveTo(before);
        return -1;
      }
    }
    return value;
  }

  /** A digit, or the letter that stands for it in damaged copies. */
  private int digit(char c) {
    int value = LookAlikes.expectedDigit(c);
    damaged |= value >= 0 && !Characters.isDigit(c);
    return value;
  }

  /** The sign of the zone; one of noise, behind a clock that is whole, is passed over. */
  private boolean zone(Clock time) {
    if (zone()) {
      return true;
    }
    char c = cursor.peek();
    boolean noise = !cursor.done() && !Characters.isDigit(c) && Lines.isBlank(cursor.peek(1));
    if (noise && time.day > 0 && !precedences.isEmpty()) {
      cursor.skip();
    }
    return false;
  }

  private boolean zone() {
    cursor.skipBlanks();
    if (cursor.takeWord("ZULU") || cursor.takeWord("GMT")) {
      return true;
    }
    char c = cursor.peek();
    if (c == 'Z' || c == 'z') {
      cursor.skip();
      return true;
    }
    // OCR reads Z as 2 or 7; a seventh digit can be nothing else.
    if ((c == '2' || c == '7') && !Characters.isDigit(cursor.peek(1))) {
      cursor.skip();
      damaged = true;
      return true;
    }
    return false;
  }

  /** The month of the word here; null for a word that is none. Moves behind the word. */
  private @Nullable Integer monthOfWord() {
    int start = cursor.at();
    String word = cursor.letters();
    if (word.length() < 3 && cursor.atBlank() && Characters.isLetter(cursor.peek(1))) {
      int behind = cursor.at();
      String joined = word + cursor.skipBlanks().letters();
      if (DateTimeGroup.month(joined) > 0) {
        damaged = true;
        return DateTimeGroup.month(joined);
      }
      cursor.moveTo(behind);
    }
    if (word.isEmpty() || word.length() > 9) {
      cursor.moveTo(start);
      return null;
    }
    int exact = DateTimeGroup.month(word);
    if (exact > 0) {
      damaged |= word.length() > 3;
      skipSameMonth(exact);
      return exact;
    }
    damaged = true;
    for (int length = Math.min(word.length(), 9); length >= 3; length--) {
      // Doubled (DECDEC), or glued to what follows.
      int found = DateTimeGroup.month(word.substring(0, length));
      if (found > 0) {
        return found;
      }
    }
    int near = 0;
    for (int i = 0; i < DateTimeGroup.MONTHS.size(); i++) {
      if (Spelling.within(word, DateTimeGroup.MONTHS.get(i).substring(0, 3), 1)
          || (word.length() > 4 && Spelling.within(word, DateTimeGroup.MONTHS.get(i), 1))) {
        if (near > 0) {
          return null;
        }
        near = i + 1;
      }
    }
    return near > 0 ? near : null;
  }

  /** {@code FEB FEB 08}: the month was sent twice. */
  private void skipSameMonth(int month) {
    int behind = cursor.at();
    String again = cursor.skipBlanks().letters();
    if (DateTimeGroup.month(again) == month) {
      damaged = true;
    } else {
      cursor.moveTo(behind);
    }
  }

  /** {@code 09}, {@code 0 9}, {@code '09} or {@code 2009}; null where no year stands here. */
  private @Nullable Integer yearOfDigits() {
    int before = cursor.at();
    cursor.skipBlanks();
    if (cursor.peek() == '\'') {
      cursor.skip();
    }
    boolean one = Characters.isDigit(cursor.peek()) || Characters.isDigit(cursor.peek(1));
    int tens = digit(cursor.peek());
    int units = digit(cursor.peek(1));
    boolean misread = !Characters.isDigit(cursor.peek()) || !Characters.isDigit(cursor.peek(1));
    if (one && misread && tens >= 0 && units >= 0 && !Characters.isDigit(cursor.peek(2))) {
      // O8, 7O
      cursor.moveTo(cursor.at() + 2);
      return plausible(DateTimeGroup.fullYear(tens * 10 + units));
    }
    String digits = cursor.digits(4);
    if (digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"))) {
      damaged = true;
      return Integer.valueOf(digits);
    }
    if (digits.length() == 3) {
      return doubled(digits);
    }
    if (digits.length() >= 2) {
      // Four digits that are no year are two of the year and what is glued behind.
      cursor.moveTo(cursor.at() - digits.length() + 2);
      damaged |= digits.length() > 2;
      return plausible(DateTimeGroup.fullYear(Integer.parseInt(digits.substring(0, 2))));
    }
    if (digits.length() == 1
        && cursor.atBlank()
        && Characters.isDigit(cursor.peek(1))
        && !Characters.isDigit(cursor.peek(2))) {
      cursor.skip();
      damaged = true;
      return plausible(DateTimeGroup.fullYear(Integer.parseInt(digits + cursor.digits(1))));
    }
    cursor.moveTo(before);
    return null;
  }

  /** A year of which one digit was sent twice, {@code 008}; null where none was. */
  private @Nullable Integer doubled(String digits) {
    damaged = true;
    boolean tens = digits.charAt(0) == digits.charAt(1);
    boolean units = digits.charAt(1) == digits.charAt(2);
    return tens || units
        ? plausible(
            DateTimeGroup.fullYear(
                Integer.parseInt(tens ? digits.substring(1) : digits.substring(0, 2))))
        : null;
  }

  /** A year that has not come yet was misread. */
  private @Nullable Integer plausible(int year) {
    if (year > LAST) {
      damaged = true;
      return null;
    }
    return year;
  }
}
