package org.cablebeam.transforms.parse.identity;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.transforms.parse.header.DateTimeGroup;

/**
 * The date that a container claims, in the shapes of the containers: {@code 2009-12-03 06:41},
 * {@code 12/3/2009 6:41}, {@code 04 MAY 1976}, {@code Tuesday, 27 April 2010, 13:24}, {@code
 * 2002-11-15T12:40:00}. Two numbers parted by a stroke are month and day, as in the United States.
 *
 * @param moment in UTC; midnight where no time is given
 */
public record ClaimedDate(LocalDateTime moment) {
  private static final int LONGEST = 64;

  /** What may stand beside the numbers of a date. */
  private static final Set<String> FILLERS =
      Set.of(
          "T", "Z", "UTC", "GMT", "DATE", "ON", "AT", "OF", "THE", "ST", "ND", "RD", "TH", "EST");

  private static final List<String> WEEKDAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  /** No cable is older than the first, or younger than the second. */
  private static final int FIRST_YEAR = 1945;

  private static final int LAST_YEAR = 2049;

  /** Archives write this day where they know none. */
  private static final String DUMMY = "1960-01-01";

  /** Reads the date; empty where there is none or the dummy of an archive. */
  public static Optional<ClaimedDate> read(String text) {
    String date = text.strip();
    if (date.isEmpty() || date.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> words = words(date.toUpperCase(Locale.ROOT));
    List<String> numbers = new ArrayList<>();
    int month = 0;
    int monthAt = -1;
    int time = -1;
    boolean afternoon = false;
    boolean midnight = false;
    for (String word : words) {
      if (word.indexOf(':') > 0) {
        time = time < 0 ? time(word) : time;
      } else if (Character.isDigit(word.charAt(0))) {
        numbers.add(word);
      } else if (word.equals("PM")) {
        afternoon = true;
      } else if (word.equals("AM")) {
        midnight = true;
      } else if (month == 0 && DateTimeGroup.month(word) > 0) {
        month = DateTimeGroup.month(word);
        monthAt = numbers.size();
      } else if (!FILLERS.contains(word) && !isWeekday(word)) {
        return Optional.empty();
      }
    }
    if (afternoon && time >= 0 && time < 1200) {
      time += 1200;
    }
    if (midnight && time >= 1200 && time < 1300) {
      time -= 1200;
    }
    boolean hyphens = date.indexOf('-') > 0 || date.indexOf('.') > 0;
    return day(numbers, month, monthAt, date.indexOf('/') > 0, hyphens, time);
  }

  private static Optional<ClaimedDate> day(
      List<String> numbers, int month, int monthAt, boolean strokes, boolean hyphens, int time) {
    try {
      int[] day = ordered(numbers, month, monthAt, strokes, hyphens);
      if (day.length == 0) {
        return Optional.empty();
      }
      LocalDateTime moment =
          LocalDateTime.of(
              day[0], day[1], day[2], time < 0 ? 0 : time / 100, time < 0 ? 0 : time % 100);
      if (moment.getYear() < FIRST_YEAR
          || moment.getYear() > LAST_YEAR
          || moment.toLocalDate().toString().equals(DUMMY)) {
        return Optional.empty();
      }
      return Optional.of(new ClaimedDate(moment));
    } catch (DateTimeException | NumberFormatException noSuchDay) {
      // A claim that is no date is kept in the record as it is, and nothing is made of it.
      return Optional.empty();
    }
  }

  /** Year, month, day; nothing where they cannot be told apart. */
  private static int[] ordered(
      List<String> numbers, int month, int monthAt, boolean strokes, boolean hyphens) {
    if (month > 0 && numbers.size() >= 2) {
      // 04 MAY 1976, May 4, 1976, 1976 May 4
      String first = numbers.get(0);
      String second = numbers.get(1);
      boolean yearFirst = first.length() == 4 && monthAt > 0;
      return new int[] {
        year(yearFirst ? first : second), month, Integer.parseInt(yearFirst ? second : first)
      };
    }
    if (month > 0 || numbers.size() < 3 || (!strokes && !hyphens)) {
      return new int[0];
    }
    int first = Integer.parseInt(numbers.get(0));
    int second = Integer.parseInt(numbers.get(1));
    if (numbers.get(0).length() == 4) {
      return new int[] {first, second, Integer.parseInt(numbers.get(2))};
    }
    int year = year(numbers.get(2));
    boolean dayFirst = first > 12 || !strokes;
    return dayFirst ? new int[] {year, second, first} : new int[] {year, first, second};
  }

  private static boolean isWeekday(String word) {
    for (String day : WEEKDAYS) {
      if (word.length() >= 3 && day.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() <= 2 ? DateTimeGroup.fullYear(year) : year;
  }

  /** {@code 06:41:00} as 641; -1 where it is no time. */
  private static int time(String word) {
    int colon = word.indexOf(':');
    String hours = word.substring(0, colon);
    String minutes = word.substring(colon + 1, Math.min(word.length(), colon + 3));
    if (!isNumber(hours) || !isNumber(minutes)) {
      return -1;
    }
    return Integer.parseInt(hours) * 100 + Integer.parseInt(minutes);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Runs of digits and colons, and runs of letters; everything else parts them. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int kind = 0;
    for (int i = 0; i <= text.length(); i++) {
      int now = i == text.length() ? 0 : kind(text.charAt(i));
      if (now != kind) {
        if (kind != 0) {
          words.add(text.substring(start, i));
        }
        start = i;
        kind = now;
      }
    }
    return words;
  }

  private static int kind(char c) {
    if ((c >= '0' && c <= '9') || c == ':') {
      return 1;
    }
    return c >= 'A' && c <= 'Z' ? 2 : 0;
  }
}
