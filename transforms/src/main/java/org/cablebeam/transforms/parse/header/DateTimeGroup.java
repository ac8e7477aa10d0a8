package org.cablebeam.transforms.parse.header;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.transforms.text.Characters;
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

  static final List<String> MONTHS = Stream.of(Month.values()).map(Month::name).toList();

  /** Reads the group at the beginning of a line. */
  static Optional<DateTimeGroup> read(String line) {
    return new DateTimeReader(line).read();
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

  /** Whether the message was filed on a day, of which a digit may be lost or unreadable. */
  private boolean isOn(LocalDate date) {
    if (day > 0) {
      return date.getDayOfMonth() == day;
    }
    String digits = digits(date);
    char first = text.charAt(0);
    char second = text.charAt(1);
    boolean fits =
        Characters.isDigit(first) && Characters.isDigit(second)
            // 41337Z
            ? digits.indexOf(first) >= 0
            // Q41337Z, 1Q1337Z
            : digits.charAt(0) == first || digits.charAt(1) == second;
    return fits && month != null && date.getMonthValue() == month;
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
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(upperCase)) {
        return i + 1;
      }
    }
    return upperCase.equals("SEPT") ? 9 : 0;
  }
}
