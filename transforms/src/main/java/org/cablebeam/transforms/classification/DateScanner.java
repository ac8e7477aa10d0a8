package org.cablebeam.transforms.classification;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * Finds days in declassification instructions: 12/02/2019, 2035/02/23, 02-09-2020, 12.31.2030,
 * 2/14/85, 20190112, JUNE 21, 2025, 21 JUN 2025. Month and day are told apart by the place of the
 * year; a day is never guessed. Immutable and thread-safe.
 */
final class DateScanner {
  /**
   * A day as written.
   *
   * @param date null where there is no such day
   */
  record Found(@Nullable LocalDate date) {}

  private record Digits(int value, int digits, int end) {}

  private static final List<String> MONTHS = Stream.of(Month.values()).map(Month::name).toList();

  /** Days before the cable that a two-digit year may still mean. */
  private static final int YEARS_BACK = 5;

  private final String text;
  private final int earliestYear;

  /**
   * A scanner of one instruction.
   *
   * @param text in upper case
   * @param base the year of the cable, or the first of its order: a two-digit year is the first
   *     with those digits that is not more than five years before it
   */
  DateScanner(String text, int base) {
    this.text = text;
    this.earliestYear = base - YEARS_BACK;
  }

  /** The first day written from {@code from} on. */
  Optional<Found> find(int from) {
    for (int at = from; at < text.length(); at++) {
      boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean afterWord = at > 0 && Character.isLetter(text.charAt(at - 1));
      if (wordStart || (afterWord && Characters.isDigit(text.charAt(at)))) {
        Found found = at(at);
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /** The day written right here, null if there is none. */
  @Nullable Found at(int start) {
    Found found = numeric(start);
    if (found == null) {
      found = monthFirst(start);
    }
    return found == null ? dayFirst(start) : found;
  }

  private @Nullable Found numeric(int start) {
    Digits first = number(start);
    if (first == null) {
      return null;
    }
    if (first.digits() == 8) {
      boolean yearFirst = first.value() >= 19_000_000 && first.value() < 22_000_000;
      return yearFirst
          ? day(first.value() / 10_000, first.value() / 100 % 100, first.value() % 100)
          : day(first.value() % 10_000, first.value() / 1_000_000, first.value() / 10_000 % 100);
    }
    Digits second = numberBehindSign(first);
    if (second != null && first.digits() <= 2 && second.digits() == 6) {
      // A slash got lost: 02/112018.
      return day(second.value() % 10_000, first.value(), second.value() / 10_000);
    }
    Digits third = second == null ? null : rejoined(numberBehindSign(second));
    if (second == null || third == null || second.digits() > 2) {
      return null;
    }
    if (first.digits() == 4) {
      return day(first.value(), second.value(), third.value());
    }
    if (first.digits() > 2) {
      return null;
    }
    return switch (third.digits()) {
      case 4 -> day(third.value(), first.value(), second.value());
      case 2 -> day(fullYear(third.value()), first.value(), second.value());
      default -> new Found(null);
    };
  }

  private @Nullable Found monthFirst(int start) {
    int end = letters(start);
    int month = month(start, end);
    if (month == 0) {
      return null;
    }
    Digits day = number(skip(end, " .,-/"));
    Digits year = day == null ? null : number(skip(day.end(), " .,-/"));
    if (day == null || year == null || day.digits() > 2) {
      return null;
    }
    return yearOf(year, month, day.value());
  }

  private @Nullable Found dayFirst(int start) {
    Digits day = number(start);
    if (day == null || day.digits() > 2) {
      return null;
    }
    int from = skip(day.end(), " .,-/");
    int end = letters(from);
    int month = month(from, end);
    Digits year = month == 0 ? null : number(skip(end, " .,-/"));
    return year == null ? null : yearOf(year, month, day.value());
  }

  private @Nullable Found yearOf(Digits year, int month, int day) {
    return switch (year.digits()) {
      case 4 -> day(year.value(), month, day);
      case 2 -> day(fullYear(year.value()), month, day);
      default -> null;
    };
  }

  private static Found day(int year, int month, int day) {
    boolean possible =
        year >= 1900
            && year < 2200
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return new Found(possible ? LocalDate.of(year, month, day) : null);
  }

  private int fullYear(int twoDigits) {
    int year = earliestYear - earliestYear % 100 + twoDigits;
    return year < earliestYear ? year + 100 : year;
  }

  /** A number in which a letter O or I may stand for a digit, as long as one digit is there. */
  private @Nullable Digits number(int start) {
    int value = 0;
    int at = start;
    boolean digit = false;
    while (at < text.length() && at - start < 9) {
      char c = text.charAt(at);
      int next = LookAlikes.digit(c);
      if (next < 0) {
        break;
      }
      digit |= Characters.isDigit(c);
      value = value * 10 + next;
      at++;
    }
    return digit && at - start < 9 ? new Digits(value, at - start, at) : null;
  }

  private @Nullable Digits numberBehindSign(Digits number) {
    int at = skip(number.end(), " ");
    int behind = skip(at, "/-.");
    if (behind == at || behind - at > 2) {
      return null;
    }
    return number(skip(behind, " "));
  }

  /** A year that a blank splits, {@code 02/14/20 18}. */
  private @Nullable Digits rejoined(@Nullable Digits year) {
    if (year == null
        || year.digits() > 2
        || (year.digits() == 2 && year.value() != 19 && year.value() != 20)) {
      return year;
    }
    Digits rest =
        year.end() < text.length() && text.charAt(year.end()) == ' '
            ? number(year.end() + 1)
            : null;
    boolean whole =
        rest != null
            && year.digits() + rest.digits() == 4
            && (rest.end() == text.length() || !Character.isLetterOrDigit(text.charAt(rest.end())));
    return whole && rest != null
        ? new Digits(
            year.value() * (rest.digits() == 2 ? 100 : 1_000) + rest.value(), 4, rest.end())
        : year;
  }

  private int letters(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
      end++;
    }
    return end;
  }

  /** From 1; 0 for other words. */
  private int month(int start, int end) {
    if (end - start < 3 || end - start > 10) {
      return 0;
    }
    String word = text.substring(start, end);
    for (int i = 0; i < MONTHS.size(); i++) {
      String month = MONTHS.get(i);
      if (month.startsWith(word) || (word.length() > 4 && Spelling.distance(word, month, 1) <= 1)) {
        return i + 1;
      }
    }
    return word.equals("SEPT") ? 9 : 0;
  }

  private int skip(int from, String signs) {
    int at = from;
    while (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
