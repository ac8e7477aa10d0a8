package org.cablebeam.transforms.entities;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates: day, month and year in any order and completeness, as long as there is a month or a
 * year. A year that is not written is the one that brings the date nearest to the cable's own, or
 * nearest on the side that the words before it name: "by December" looks forward, "in December"
 * back.
 */
final class Dates {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2039;

  private final Reading reading;
  private final Tokens tokens;
  private final LocalDate sent;
  private final boolean known;

  Dates(Reading reading, @Nullable LocalDate sent) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.known = sent != null;
    this.sent = sent == null ? LocalDate.of(1990, 1, 1) : sent;
  }

  void read() {
    for (int i = 0; i < tokens.count; i++) {
      if (reading.owner[i] >= 0
          || (reading.zone[i] != Reading.Zone.TEXT && reading.zone[i] != Reading.Zone.REFERENCES)) {
        continue;
      }
      int end = 0;
      if (tokens.kind[i] == Tokens.NUMBER) {
        end = fromNumber(i);
      } else if (tokens.kind[i] == Tokens.MIXED) {
        end = fromMixed(i);
      } else if (reading.is(i, Vocabulary.MONTH)) {
        end = fromMonth(i);
      }
      if (end > i) {
        i = end - 1;
      }
    }
  }

  /** {@code December 1, 2009}, {@code December 1-3}, {@code December 2009}, {@code December}. */
  private int fromMonth(int i) {
    int month = reading.vocabulary.month(tokens.word[i]);
    int at = i + 1;
    if (reading.mark(at, '.')
        && tokens.gap[at] == Tokens.NONE
        && tokens.end[i] - tokens.start[i] <= 4
        && at + 1 < tokens.count
        && tokens.kind[at + 1] == Tokens.NUMBER) {
      at++;
    }
    if (!reading.capital(i)) {
      return 0;
    }
    int day = near(at) ? day(at) : 0;
    if (day > 0) {
      int end = at + 1;
      int last = 0;
      int yearAt = comma(end);
      int year = year(yearAt, yearAt > end);
      if (year == 0) {
        int dash = rangeMark(end);
        if (dash > 0 && day(dash) > 0 && !reading.is(dash + 1, Vocabulary.MONTH)) {
          last = day(dash);
          end = dash + 1;
          yearAt = comma(end);
          year = year(yearAt, yearAt > end);
        }
      }
      if (year > 0) {
        end = yearAt + 1;
      }
      return put(i, end, year, month, day, last);
    }
    int yearAt = reading.says(at, "OF") ? at + 1 : comma(at);
    int year = near(at) ? year(yearAt, true) : 0;
    if (year > 0) {
      return put(i, yearAt + 1, year, month, 0, 0);
    }
    if (tokens.kind[i] == Tokens.WORD && bareMonth(i, month)) {
      return put(i, i + 1, 0, month, 0, 0);
    }
    return 0;
  }

  /** March and may are words too: without a number they need a word before that asks for a time. */
  private boolean bareMonth(int i, int month) {
    boolean abbreviated =
        tokens.end[i] - tokens.start[i] <= 4 && month != 5 && month != 6 && month != 7;
    boolean ambiguous = month == 3 || month == 5 || abbreviated || (month == 8 && tokens.caps[i]);
    if (!ambiguous) {
      return !reading.is(i + 1, Vocabulary.SURNAME) || reading.is(i + 1, Vocabulary.ENGLISH);
    }
    if (month == 5 && tokens.caps[i] && reading.says(i - 1, "WHICH")) {
      return false;
    }
    for (String word : BEFORE_MONTH) {
      if (reading.says(i - 1, word)) {
        return !(reading.says(i - 1, "THIS") && month == 5);
      }
    }
    return reading.mark(i - 1, '-') && (reading.says(i - 2, "MID"));
  }

  private static final String[] BEFORE_MONTH = {
    "IN", "BY", "SINCE", "UNTIL", "TILL", "LAST", "NEXT", "EARLY", "LATE", "MID", "OF", "DURING",
    "THROUGH", "BEFORE", "AFTER", "THIS", "FROM", "PAST", "FOR", "AROUND", "ABOUT", "UNTO"
  };

  /** {@code 1 December 2009}, {@code 12/01/2009}, {@code 2009-12-01}, {@code 2009}. */
  private int fromNumber(int i) {
    int length = tokens.end[i] - tokens.start[i];
    if (length <= 2) {
      int slash = slashed(i);
      if (slash > 0) {
        return slash;
      }
      int day = day(i);
      if (day == 0) {
        return 0;
      }
      int at = i + 1;
      int last = 0;
      int dash = rangeMark(at);
      if (dash > 0 && day(dash) > 0) {
        last = day(dash);
        at = dash + 1;
      }
      if (reading.says(at, "OF")) {
        at++;
      }
      if (near(at)
          && reading.is(at, Vocabulary.MONTH)
          && reading.capital(at)
          && reading.vocabulary.month(tokens.word[at]) > 0
          && !(tokens.caps[at]
              && reading.says(at, "MAY")
              && last == 0
              && reading.mark(i - 1, '.')
              && reading.is(at + 1, Vocabulary.FUNCTION))) {
        int month = reading.vocabulary.month(tokens.word[at]);
        int end = at + 1;
        if (reading.mark(end, '.')
            && tokens.gap[end] == Tokens.NONE
            && tokens.end[at] - tokens.start[at] <= 4
            && !reading.sentenceStart(end + 1)) {
          end++;
        }
        int yearAt = comma(end);
        int year = year(yearAt, true);
        if (year == 0) {
          year = shortYear(end);
          yearAt = end;
        }
        return put(i, year > 0 ? yearAt + 1 : at + 1, year, month, day, last);
      }
      return 0;
    }
    if (length == 4 && tokens.start[i] > 0) {
      if (isoDate(i)) {
        return put(i, i + 5, number(i), number(i + 2), number(i + 4), 0);
      }
      return bareYear(i);
    }
    return 0;
  }

  /** {@code 9/16/85}: the month first, as Americans write it, unless it cannot be one. */
  private int slashed(int i) {
    if (!tight(i + 1, '/') || !tightNumber(i + 2)) {
      return 0;
    }
    int first = number(i);
    int second = number(i + 2);
    if (!tight(i + 3, '/') || !tightNumber(i + 4)) {
      return 0;
    }
    int length = tokens.end[i + 4] - tokens.start[i + 4];
    int year = number(i + 4);
    if ((length != 2 && length != 4) || (i > 0 && tight(i, '/'))) {
      return 0;
    }
    year = length == 2 ? century(year) : year;
    boolean dayFirst = first > 12;
    int month = dayFirst ? second : first;
    int day = dayFirst ? first : second;
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return 0;
    }
    return put(i, i + 5, year, month, day, 0);
  }

  private boolean isoDate(int i) {
    return tight(i + 1, '-')
        && tightNumber(i + 2)
        && tight(i + 3, '-')
        && tightNumber(i + 4)
        && tokens.end[i + 2] - tokens.start[i + 2] == 2
        && tokens.end[i + 4] - tokens.start[i + 4] == 2
        && number(i + 2) >= 1
        && number(i + 2) <= 12
        && number(i + 4) >= 1
        && number(i + 4) <= 31;
  }

  private int bareYear(int i) {
    int year = number(i);
    if (year < FIRST_YEAR
        || year > LAST_YEAR
        || reading.zone[i] == Reading.Zone.REFERENCES
        || (i > 0
            && tokens.gap[i] == Tokens.NONE
            && tokens.kind[i - 1] == Tokens.MARK
            && !reading.mark(i - 1, '(')
            && !reading.mark(i - 1, '-')
            && !reading.mark(i - 1, '"'))
        || (reading.mark(i - 1, '-') && i > 1 && tokens.kind[i - 2] != Tokens.WORD)) {
      return 0;
    }
    boolean hour = year < 1960 || year > 2012;
    if (reading.says(i - 1, "AT")
        || (hour && reading.says(i - 1, "UNTIL"))
        || reading.is(i + 1, Vocabulary.NOT_YEAR) && !reading.says(i + 1, "ELECTIONS")) {
      return 0;
    }
    if (i + 1 < tokens.count && tokens.gap[i + 1] == Tokens.NONE) {
      char next = tokens.text.charAt(tokens.start[i + 1]);
      boolean decimal =
          (next == '.' || next == ',')
              && i + 2 < tokens.count
              && tokens.gap[i + 2] == Tokens.NONE
              && tokens.kind[i + 2] == Tokens.NUMBER;
      if (decimal || next == '%' || next == '/') {
        return 0;
      }
      if (next == '-' && tightNumber(i + 2)) {
        int length = tokens.end[i + 2] - tokens.start[i + 2];
        int to = length == 2 ? year / 100 * 100 + number(i + 2) : number(i + 2);
        if ((length == 2 || length == 4) && to > year && to <= LAST_YEAR) {
          Mention mention = reading.put(EntityType.DATE, i, i + 3);
          mention.normal = year + "/" + to;
          return i + 3;
        }
        return 0;
      }
    }
    // A year as far from the cable as this, with nothing that asks for a time, is a number.
    if (hour && known && Math.abs(year - sent.getYear()) > 5 && !asksForTime(i)) {
      return 0;
    }
    Mention mention = reading.put(EntityType.DATE, i, i + 1);
    mention.normal = Integer.toString(year);
    return i + 1;
  }

  private boolean asksForTime(int i) {
    for (String word : BEFORE_MONTH) {
      if (reading.says(i - 1, word)) {
        return true;
      }
    }
    return reading.mark(i - 1, '(') || reading.says(i - 1, "THE");
  }

  /** {@code 1ST OF MAY}, {@code 10TH}, {@code 1980S}, {@code 16JAN}. */
  private int fromMixed(int i) {
    int start = tokens.start[i];
    int end = tokens.end[i];
    int digits = start;
    while (digits < end && Tokens.digit(tokens.text.charAt(digits))) {
      digits++;
    }
    int count = digits - start;
    if (count == 4 && end - digits == 1 && (tokens.text.charAt(digits) | 32) == 's') {
      int year = Integer.parseInt(tokens.text.substring(start, digits));
      if (year >= FIRST_YEAR && year <= LAST_YEAR && year % 10 == 0) {
        reading.put(EntityType.DATE, i, i + 1).normal = year + "/" + (year + 9);
        return i + 1;
      }
      return 0;
    }
    if (count < 1 || count > 2 || end - digits != 2) {
      return 0;
    }
    int day = Integer.parseInt(tokens.text.substring(start, digits));
    int at = reading.says(i + 1, "OF") ? i + 2 : i + 1;
    if (day >= 1 && day <= 31 && reading.is(at, Vocabulary.MONTH) && reading.capital(at)) {
      int month = reading.vocabulary.month(tokens.word[at]);
      int yearAt = comma(at + 1);
      int year = year(yearAt, true);
      return put(i, year > 0 ? yearAt + 1 : at + 1, year, month, day, 0);
    }
    return 0;
  }

  private int put(int from, int to, int year, int month, int day, int last) {
    int of = year > 0 ? year : infer(from, month, day);
    String normal;
    try {
      if (day == 0) {
        normal = year > 0 || known ? YearMonth.of(of, month).toString() : null;
      } else if (year == 0 && !known) {
        normal = null;
      } else {
        normal = LocalDate.of(of, month, day).toString();
        if (last > 0) {
          normal += "/" + LocalDate.of(of, month, last);
        }
      }
    } catch (DateTimeException e) {
      // June 31: a date by its form, but none that a calendar has.
      normal = null;
    }
    reading.put(EntityType.DATE, from, to).normal = normal;
    return to;
  }

  private int infer(int from, int month, int day) {
    int direction = direction(from, day);
    int best = sent.getYear();
    long least = Long.MAX_VALUE;
    for (int year = sent.getYear() - 1; year <= sent.getYear() + 1; year++) {
      LocalDate candidate =
          LocalDate.of(year, month, 1).plusDays(day == 0 ? 14 : Math.min(day, 28) - 1);
      long distance = ChronoUnit.DAYS.between(sent, candidate);
      boolean within = day == 0 && year == sent.getYear() && month == sent.getMonthValue();
      if (direction > 0 && distance < -2 && !within) {
        continue;
      }
      if (direction < 0 && distance > (day == 0 ? 20 : 2) && !within) {
        continue;
      }
      // What is told is more often past than to come.
      long weight = distance > 0 && direction == 0 ? distance * 3 / 2 : Math.abs(distance);
      if (weight < least) {
        least = weight;
        best = year;
      }
    }
    return best;
  }

  /** 1 forward, -1 back, 0 nearest. */
  private int direction(int from, int day) {
    for (int i = from - 1; i >= 0 && i >= from - 3 && tokens.gap[i + 1] < Tokens.BREAK; i--) {
      if (tokens.isMark(i, '.')) {
        break;
      }
      if (reading.says(i, "BY")
          || reading.says(i, "UNTIL")
          || reading.says(i, "TILL")
          || reading.says(i, "NEXT")
          || reading.says(i, "COMING")
          || reading.says(i, "UPCOMING")) {
        return 1;
      }
      if (reading.says(i, "LAST")
          || reading.says(i, "SINCE")
          || reading.says(i, "PAST")
              && (reading.says(i - 1, "THE") || reading.says(i - 1, "THIS"))) {
        return -1;
      }
    }
    if (day == 0) {
      for (int i = from - 1; i >= 0 && i >= from - 12 && tokens.gap[i + 1] < Tokens.BREAK; i--) {
        if (tokens.isMark(i, '.')) {
          break;
        }
        if (reading.is(i, Vocabulary.AHEAD)) {
          return 1;
        }
      }
      return reading.says(from - 1, "IN") ? -1 : 0;
    }
    return 0;
  }

  private boolean near(int i) {
    return i < tokens.count && tokens.gap[i] < Tokens.BREAK;
  }

  private int day(int i) {
    if (i >= tokens.count || tokens.gap[i] == Tokens.BREAK) {
      return 0;
    }
    int length = tokens.end[i] - tokens.start[i];
    if (tokens.kind[i] == Tokens.MIXED && length <= 4) {
      int digits = length - 2;
      if (digits < 1 || !ordinal(i)) {
        return 0;
      }
      int day = 0;
      for (int k = 0; k < digits; k++) {
        char c = tokens.text.charAt(tokens.start[i] + k);
        if (!Tokens.digit(c)) {
          return 0;
        }
        day = day * 10 + c - '0';
      }
      return day <= 31 ? day : 0;
    }
    if (tokens.kind[i] != Tokens.NUMBER || length > 2) {
      return 0;
    }
    // A number with more digits behind a comma or a period is a quantity.
    if (i + 2 < tokens.count
        && tokens.gap[i + 1] == Tokens.NONE
        && tokens.gap[i + 2] == Tokens.NONE
        && (tokens.isMark(i + 1, '.') || tokens.isMark(i + 1, ','))
        && tokens.kind[i + 2] == Tokens.NUMBER
        && tokens.end[i + 2] - tokens.start[i + 2] != 4) {
      return 0;
    }
    int day = number(i);
    return day >= 1 && day <= 31 ? day : 0;
  }

  private boolean ordinal(int i) {
    String end =
        tokens.text.substring(tokens.end[i] - 2, tokens.end[i]).toLowerCase(java.util.Locale.ROOT);
    return end.equals("th") || end.equals("st") || end.equals("nd") || end.equals("rd");
  }

  /** The day after a dash or "and"; 0 if there is none. */
  private int rangeMark(int i) {
    boolean dash = tokens.isMark(i, '-') || tokens.isMark(i, '\u2013') || tokens.isMark(i, '/');
    return dash && i + 1 < tokens.count && tokens.kind[i + 1] == Tokens.NUMBER ? i + 1 : 0;
  }

  private int comma(int i) {
    return tokens.isMark(i, ',') && tokens.gap[i] == Tokens.NONE ? i + 1 : i;
  }

  /** A four-digit year at the token; 0 if there is none. */
  private int year(int i, boolean asked) {
    if (i >= tokens.count
        || tokens.kind[i] != Tokens.NUMBER
        || tokens.gap[i] == Tokens.BREAK
        || tokens.end[i] - tokens.start[i] != 4) {
      return 0;
    }
    int year = number(i);
    if (year < FIRST_YEAR - 200 || year > LAST_YEAR) {
      return 0;
    }
    return asked || tokens.gap[i] < Tokens.BREAK ? year : 0;
  }

  /** {@code 27 FEB 79}: only behind a day and a month in the military order. */
  private int shortYear(int i) {
    if (i >= tokens.count
        || tokens.kind[i] != Tokens.NUMBER
        || tokens.gap[i] != Tokens.BLANK
        || tokens.end[i] - tokens.start[i] != 2) {
      return 0;
    }
    int year = century(number(i));
    return known && Math.abs(year - sent.getYear()) <= 10 ? year : 0;
  }

  private static int century(int year) {
    return year < 50 ? 2000 + year : 1900 + year;
  }

  private boolean tight(int i, char mark) {
    return tokens.isMark(i, mark) && tokens.gap[i] == Tokens.NONE;
  }

  private boolean tightNumber(int i) {
    return i < tokens.count
        && tokens.kind[i] == Tokens.NUMBER
        && tokens.gap[i] == Tokens.NONE
        && tokens.end[i] - tokens.start[i] <= 4;
  }

  private int number(int i) {
    int value = 0;
    for (int k = tokens.start[i]; k < tokens.end[i] && k < tokens.start[i] + 9; k++) {
      value = value * 10 + tokens.text.charAt(k) - '0';
    }
    return value;
  }
}
