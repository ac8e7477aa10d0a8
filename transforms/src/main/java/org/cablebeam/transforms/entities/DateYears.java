package org.cablebeam.transforms.entities;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Gives dates their normal forms. A year that is not written is that of the date beside it ("from
 * November 1977 to January"); failing that the one that brings the date nearest to the cable's own,
 * or nearest on the side that the words before it name: "by December" looks forward, "died in
 * December" back.
 */
final class DateYears {
  /** What a date says; 0 for what it does not. */
  record When(int year, int month, int day) {
    static final When NONE = new When(0, 0, 0);

    boolean isNone() {
      return year == 0 && month == 0;
    }

    When in(int year) {
      return new When(year, month, day);
    }
  }

  private static final class Found {
    final Mention mention;
    When first;
    When last;

    Found(Mention mention, When first, When last) {
      this.mention = mention;
      this.first = first;
      this.last = last;
    }
  }

  private final Reading reading;
  private final Tokens tokens;

  /** The date of the text; the middle of its year where no more is known. */
  private final LocalDate sent;

  private final boolean known;
  private final boolean dated;
  private final List<Found> dates = new ArrayList<>();

  DateYears(Reading reading, @Nullable LocalDate sent) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.dated = sent != null;
    this.known = dated || reading.year > 0;
    this.sent = sent == null ? LocalDate.of(Math.max(1, reading.year), 7, 1) : sent;
  }

  /** Records a date, {@code last} NONE where it is no range. */
  void add(int from, int to, When first, When last) {
    When start = first;
    if (start.year() == 0 && last.year() > 0) {
      start = start.in(last.month() < start.month() ? last.year() - 1 : last.year());
    }
    dates.add(new Found(reading.put(EntityType.DATE, from, to), start, last));
  }

  /** Finds the years that are not written, once all dates are known. */
  void settle() {
    for (int i = dates.size() - 2; i >= 0; i--) {
      Found date = dates.get(i);
      Found next = dates.get(i + 1);
      int year = next.first.year();
      if (unsettled(date) && year > 0 && next.first.month() > 0 && joined(date, next)) {
        boolean before = date.first.month() > next.first.month();
        settle(date, before ? year - 1 : year);
      }
    }
    for (int i = 0; i < dates.size(); i++) {
      Found date = dates.get(i);
      Found before = i == 0 ? null : dates.get(i - 1);
      int year =
          before == null ? 0 : before.last.year() > 0 ? before.last.year() : before.first.year();
      if (unsettled(date)
          && before != null
          && year > 0
          && before.first.month() > 0
          && joined(before, date)) {
        settle(date, date.first.month() < before.first.month() ? year + 1 : year);
      } else if (unsettled(date) && known) {
        int weekday = weekday(date);
        settle(date, weekday > 0 ? weekday : infer(date.mention, date.first));
      }
      date.mention.normal = normal(date);
    }
  }

  private static boolean unsettled(Found date) {
    return date.first.year() == 0;
  }

  private static void settle(Found date, int year) {
    date.first = date.first.in(year);
    if (date.last.month() > 0) {
      date.last = date.last.in(date.last.month() < date.first.month() ? year + 1 : year);
    }
  }

  /** Whether two dates stand in one list or range: March and April, from May 3 until June 9. */
  private boolean joined(Found a, Found b) {
    int from = a.mention.to;
    int to = b.mention.from;
    if (to - from < 1 || to - from > 2 || (a.first.day() > 0) != (b.first.day() > 0)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!reading.follows(i) || !reading.mark(i, ',') && !reading.mark(i, '.') && !joins(i)) {
        return false;
      }
    }
    return joins(to - 1) && reading.follows(to);
  }

  private boolean joins(int i) {
    return reading.in(WordClass.DATE_JOINT, i)
        || reading.mark(i, ',')
        || reading.mark(i, '&')
        || reading.mark(i, '-');
  }

  private @Nullable String normal(Found date) {
    if (date.first.year() == 0) {
      return null;
    }
    try {
      String first = normal(date.first);
      return date.last.isNone() ? first : first + "/" + normal(date.last);
    } catch (DateTimeException e) {
      // June 31: a date by its form, but none that a calendar has.
      return null;
    }
  }

  private static String normal(When when) {
    if (when.month() == 0) {
      return Integer.toString(when.year());
    }
    return when.day() == 0
        ? YearMonth.of(when.year(), when.month()).toString()
        : LocalDate.of(when.year(), when.month(), when.day()).toString();
  }

  private int infer(Mention mention, When when) {
    if (!dated) {
      return sent.getYear();
    }
    int month = when.month();
    int day = when.day();
    int direction = direction(mention, day);
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

  /**
   * {@code Tuesday, June 29}: the year before, of or after the text in which the first or last day
   * is the day of the week beside it; 0 if none is named, or it is none of these years.
   */
  private int weekday(Found date) {
    int from = date.mention.from;
    int at = reading.mark(from - 1, ',') ? from - 2 : from - 1;
    if (date.first.day() == 0 || !reading.is(at, Vocabulary.WEEKDAY) || !reading.follows(from)) {
      return 0;
    }
    for (int year = sent.getYear() - 1; year <= sent.getYear() + 1; year++) {
      if (isOn(date.first.in(year), at) || isOn(date.last.in(year), at)) {
        return year;
      }
    }
    return 0;
  }

  private boolean isOn(When when, int weekday) {
    if (when.month() == 0 || !YearMonth.of(when.year(), when.month()).isValidDay(when.day())) {
      return false;
    }
    String name = LocalDate.of(when.year(), when.month(), when.day()).getDayOfWeek().name();
    return name.startsWith(tokens.string(weekday).substring(0, 2).toUpperCase(Locale.ROOT));
  }

  /** 1 forward, -1 back, 0 nearest. */
  private int direction(Mention mention, int day) {
    int from = mention.from;
    for (int i = from - 1; i >= 0 && i >= from - 3 && tokens.gap[i + 1] < Tokens.BREAK; i--) {
      if (tokens.isMark(i, '.')) {
        break;
      }
      if (reading.in(WordClass.AHEAD_OF_DATE, i)) {
        // Freed by a court in October: "by" tells of who did it.
        return reading.says(i, "BY") && reading.says(from - 1, "IN") ? -1 : 1;
      }
      if (reading.says(i, "LAST")
          || reading.says(i, "SINCE")
          || reading.says(i, "PAST")
              && (reading.says(i - 1, "THE") || reading.says(i - 1, "THIS"))) {
        return -1;
      }
    }
    int verb = followed(mention.to);
    if (verb != 0) {
      return verb;
    }
    if (day == 0) {
      for (int i = from - 1; i >= 0 && i >= from - 12 && tokens.gap[i + 1] < Tokens.BREAK; i--) {
        if (tokens.isMark(i, '.')) {
          break;
        }
        if (reading.is(i, Vocabulary.AHEAD) && reading.owner[i] < 0) {
          return 1;
        }
      }
      if (reading.says(from - 1, "THE")) {
        return tense(mention.to);
      }
      boolean opens = reading.sentenceStart(from - 1) || reading.mark(from - 2, ';');
      if (reading.says(from - 1, "IN") && opens) {
        return tense(mention.to) > 0 ? 1 : -1;
      }
      return reading.says(from - 1, "IN") && past(from - 2) ? -1 : 0;
    }
    return 0;
  }

  /** {@code Sept. 5 was}, {@code May 7 will be}: what a verb right behind the date tells. */
  private int followed(int to) {
    if (reading.says(to, "WAS") || reading.says(to, "WERE")) {
      return -1;
    }
    return reading.says(to, "WILL") ? 1 : 0;
  }

  /** Whether the verb nearest before the token tells of what is past: signed, was. */
  private boolean past(int last) {
    for (int i = last; i >= 0 && i > last - 11 && reading.follows(i + 1); i--) {
      if (tokens.isMark(i, '.')) {
        return false;
      }
      boolean regular =
          reading.word(i)
              && Character.toUpperCase(tokens.chars[tokens.end[i] - 1]) == 'D'
              && (reading.inflection(i) & Vocabulary.VERB) != 0;
      if (regular || reading.is(i, Vocabulary.BACK)) {
        return true;
      }
    }
    return false;
  }

  /** The September talks will, the June elections were: what the verb behind the noun tells. */
  private int tense(int to) {
    for (int i = to; i < to + 4 && reading.word(i) && reading.follows(i); i++) {
      if (reading.says(i, "WILL") || reading.says(i, "WOULD")) {
        return 1;
      }
      if (reading.says(i, "WAS") || reading.says(i, "WERE") || reading.says(i, "HAD")) {
        return -1;
      }
    }
    return 0;
  }
}
