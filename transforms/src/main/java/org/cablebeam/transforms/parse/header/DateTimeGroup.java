package org.cablebeam.transforms.parse.header;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * ACP 127 format line 5: {@code P R 141337Z FEB 08}, the precedences for action and information,
 * then day, hour and minute in UTC, month and year. Reads what damage has left: blanks inside
 * ({@code 251346 Z JUN 7 3}), a month written in full, doubled or misspelt, a missing Z, letters
 * for digits, a digit of the day lost, the time behind the year.
 *
 * @param precedences as the letters in front say: action, then information; may be empty
 * @param text the group as found, from the day to the year
 * @param day 1 to 31, or 0 where day and time cannot be read
 * @param hour 0 to 23, or 24 for midnight at the end of the day; -1 where it cannot be read
 * @param minute 0 to 59
 * @param month 1 to 12; null where the word is no month
 * @param year four digits; null where it is not given
 * @param damaged whether something had to be put right
 * @param tail what stands behind the group, operating signals as a rule
 */
public record DateTimeGroup(
    List<Precedence> precedences,
    String text,
    int day,
    int hour,
    int minute,
    @Nullable Integer month,
    @Nullable Integer year,
    boolean damaged,
    String tail) {
  /** Two-digit years from here on are of the twentieth century. */
  private static final int PIVOT = 50;

  private static final int MIDNIGHT = 24;

  /** A message to many may have one for each of three kinds of addressees. */
  private static final int MOST_PRECEDENCES = 3;

  /** Of the six digits of a clock no more were misread. */
  private static final int MOST_MISREAD = 3;

  /** A month is no longer, whatever became of it. */
  private static final int LONGEST_NOISE = 4;

  /** A clock that lost a digit, with its Z. */
  private static final int SHORTEST_CLOCK = 6;

  /** No cable has a later year. */
  private static final int LAST = 2029;

  private static final String[] MONTHS =
      Stream.of(Month.values()).map(Month::name).toArray(String[]::new);

  /** Reads the group at the beginning of a line. */
  static Optional<DateTimeGroup> read(String line) {
    return new Reader(line).read();
  }

  /**
   * The moment in UTC. A month that could not be read is found by the day of the year of the DE
   * line; a missing year is taken from {@code otherYear}. Empty where there is no such day.
   *
   * @param dayOfYear of format line 3, the day of transmission or null
   * @param otherYear the year that other sources give, or null
   */
  Optional<LocalDateTime> moment(@Nullable Integer dayOfYear, @Nullable Integer otherYear) {
    Integer inYear = year != null ? year : otherYear;
    if (inYear == null) {
      return Optional.empty();
    }
    try {
      if (month != null && day > 0) {
        return Optional.of(at(LocalDate.of(inYear, month, day)));
      }
      if (dayOfYear == null || hour < 0) {
        return Optional.empty();
      }
      // The message may have been transmitted the day after it was filed.
      LocalDate sent = LocalDate.ofYearDay(inYear, dayOfYear);
      LocalDate before = sent.minusDays(1);
      if (day == 0 && (isWhole(sent) || isWhole(before))) {
        // The time lost a digit, not the day.
        return Optional.empty();
      }
      return isOn(sent)
          ? Optional.of(at(sent))
          : isOn(before) ? Optional.of(at(before)) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      // 31 April: the caller notes that the group gives no date.
      return Optional.empty();
    }
  }

  /** Whether the message was filed on a day: of that, a digit may be lost, {@code 41337Z}. */
  private boolean isOn(LocalDate date) {
    if (day > 0) {
      return date.getDayOfMonth() == day;
    }
    return month != null
        && date.getMonthValue() == month
        && digits(date).indexOf(text.charAt(0)) >= 0;
  }

  private boolean isWhole(LocalDate date) {
    return text.startsWith(digits(date));
  }

  private static String digits(LocalDate date) {
    return String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
  }

  /** {@code 2400Z} is the first moment of the next day. */
  private LocalDateTime at(LocalDate date) {
    return date.atStartOfDay().plusHours(hour).plusMinutes(minute);
  }

  /** The year in four digits of a year written with two. */
  public static int fullYear(int twoDigits) {
    return twoDigits >= PIVOT ? 1900 + twoDigits : 2000 + twoDigits;
  }

  /** The month, 1 to 12, a word names in full or by its first three letters; 0 for none. */
  public static int month(String upperCase) {
    if (upperCase.length() < 3) {
      return 0;
    }
    for (int i = 0; i < MONTHS.length; i++) {
      if (MONTHS[i].startsWith(upperCase)) {
        return i + 1;
      }
    }
    return upperCase.equals("SEPT") ? 9 : 0;
  }

  /** One reading; the fields are what was found so far. */
  private static final class Reader {
    private final String line;
    private final Cursor cursor;
    private final List<Precedence> precedences = new ArrayList<>();
    private boolean damaged;

    Reader(String line) {
      this.line = line;
      this.cursor = new Cursor(line);
    }

    Optional<DateTimeGroup> read() {
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
      int start = cursor.skipBlanks().at();
      int clock = clock();
      int day = clock / 10_000;
      int hour = clock / 100 % 100;
      int minute = clock % 100;
      boolean midnight = hour == MIDNIGHT && minute == 0;
      boolean read = day >= 1 && day <= 31 && (hour <= 23 || midnight) && minute <= 59;
      if (!read && !precedences.isEmpty()) {
        Optional<DateTimeGroup> group = timeLast(start);
        if (group.isPresent()) {
          return group;
        }
      }
      if (!read) {
        day = 0;
        String digits = cursor.moveTo(start).digits(6);
        boolean time = digits.length() == 5 && isTime(digits.substring(1));
        hour = time ? Integer.parseInt(digits.substring(1, 3)) : -1;
        minute = time ? Integer.parseInt(digits.substring(3)) : 0;
      }
      boolean zone = zone();
      if (!read && (!zone || precedences.isEmpty() || cursor.at() - start < SHORTEST_CLOCK)) {
        return Optional.empty();
      }
      damaged |= !zone || !read;
      int behindZone = cursor.at();
      if (zone && (cursor.peek() == ',' || cursor.peek() == '/')) {
        damaged = true;
        cursor.skip();
      }
      cursor.skipBlanks();
      int monthStart = cursor.at();
      damaged |= monthStart == behindZone;
      Integer month = monthOfWord();
      if (month == null && cursor.at() == monthStart && !precedences.isEmpty()) {
        skipNoise();
      }
      if (!zone && month == null) {
        return Optional.empty();
      }
      int behindMonth = cursor.at();
      if (behindMonth == monthStart && precedences.isEmpty()) {
        // Nothing but the clock: no group of line 5, as in a page line.
        return Optional.empty();
      }
      if (cursor.peek() == '.' || cursor.peek() == ',') {
        cursor.skip();
      }
      Integer year = yearOfDigits();
      if (read ? month == null && year == null : month == null || year == null) {
        return Optional.empty();
      }
      int end = Math.max(Math.max(behindMonth, behindZone), cursor.at());
      cursor.moveTo(end);
      return Optional.of(
          new DateTimeGroup(
              List.copyOf(precedences),
              line.substring(start, end),
              day,
              hour,
              minute,
              month,
              year,
              damaged,
              cursor.rest()));
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
      return digits.length() == 4 && digits.compareTo("2359") <= 0 && digits.charAt(2) < '6';
    }

    /** {@code %B 08}: what a circuit made of the month, in front of the year. */
    private void skipNoise() {
      int before = cursor.at();
      int noise = cursor.word().length();
      cursor.skipBlanks();
      boolean year = Characters.isDigit(cursor.peek()) && Characters.isDigit(cursor.peek(1));
      if (noise == 0 || noise > LONGEST_NOISE || !year) {
        cursor.moveTo(before);
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
        if (month(joined) > 0) {
          damaged = true;
          return month(joined);
        }
        cursor.moveTo(behind);
      }
      if (word.isEmpty() || word.length() > 9) {
        cursor.moveTo(start);
        return null;
      }
      int exact = month(word);
      if (exact > 0) {
        damaged |= word.length() > 3;
        skipSameMonth(exact);
        return exact;
      }
      damaged = true;
      for (int length = Math.min(word.length(), 9); length >= 3; length--) {
        // Doubled (DECDEC), or glued to what follows.
        int found = month(word.substring(0, length));
        if (found > 0) {
          return found;
        }
      }
      int near = 0;
      for (int i = 0; i < MONTHS.length; i++) {
        if (Spelling.within(word, MONTHS[i].substring(0, 3), 1)
            || (word.length() > 4 && Spelling.within(word, MONTHS[i], 1))) {
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
      if (month(again) == month) {
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
        return plausible(fullYear(tens * 10 + units));
      }
      String digits = cursor.digits(4);
      if (digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"))) {
        damaged = true;
        return Integer.valueOf(digits);
      }
      if (digits.length() >= 2) {
        // Four digits that are no year are two of the year and what is glued behind.
        cursor.moveTo(cursor.at() - digits.length() + 2);
        damaged |= digits.length() > 2;
        return plausible(fullYear(Integer.parseInt(digits.substring(0, 2))));
      }
      if (digits.length() == 1
          && cursor.atBlank()
          && Characters.isDigit(cursor.peek(1))
          && !Characters.isDigit(cursor.peek(2))) {
        cursor.skip();
        damaged = true;
        return plausible(fullYear(Integer.parseInt(digits + cursor.digits(1))));
      }
      cursor.moveTo(before);
      return null;
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
}
