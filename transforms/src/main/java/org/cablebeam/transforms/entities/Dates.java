package org.cablebeam.transforms.entities;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates: day, month and year in any order and completeness, as long as there is a month or a
 * year, and ranges of them written with a dash or a slash. Fractions, scores, serials, quantities
 * and the verbs "may" and "march" are none. {@link DateYears} gives the normal forms.
 */
final class Dates {
  private final Reading reading;
  private final Tokens tokens;
  private final DateTokens parts;
  private final DateYears years;
  private final BareMonths months;

  /** The year of the cable; 0 if unknown. */
  private final int own;

  /** What {@link #single} has read last. */
  private DateYears.When first = DateYears.When.NONE;

  /** Its end, where it is a range in itself (February 14-16, the 1980s). */
  private DateYears.When last = DateYears.When.NONE;

  Dates(Reading reading, @Nullable LocalDate sent) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.years = new DateYears(reading, sent);
    this.own = reading.year;
    this.parts = new DateTokens(reading, own);
    this.months = new BareMonths(reading, parts);
  }

  void read() {
    for (int i = 0; i < tokens.count; i++) {
      if ((tokens.starts[i] & Vocabulary.DATE) != 0
          && reading.owner[i] < 0
          && (reading.zone[i] == Reading.Zone.TEXT || reading.zone[i] == Reading.Zone.REFERENCES)) {
        int end = single(i);
        if (end > i) {
          end = range(i, end);
          i = end - 1;
        }
      }
    }
    years.settle();
  }

  /** Records the date just read, with a second one behind a dash or a slash. */
  private int range(int from, int end) {
    DateYears.When a = first;
    DateYears.When b = last;
    int at = parts.dash(end);
    if (b.isNone() && at > 0 && reading.free(at)) {
      int to = single(at);
      boolean alike = a.day() > 0 == first.day() > 0 && a.month() > 0 == first.month() > 0;
      // Of years a slash is read where they are: 1974/75.
      if (to > at && alike && (a.month() > 0 || first.year() > a.year())) {
        years.add(from, to, a, last.isNone() ? first : last);
        return to;
      }
    } else if (at > 0 && a.month() == 0 && reading.free(at)) {
      // 1980s-1990s.
      int to = single(at);
      if (to > at && first.month() == 0 && last.year() > b.year()) {
        years.add(from, to, a, last);
        return to;
      }
    }
    years.add(from, end, a, b);
    return end;
  }

  /** The end of the date that begins at the token, and sets what it says; 0 if there is none. */
  private int single(int i) {
    last = DateYears.When.NONE;
    return switch (tokens.kind[i]) {
      case Tokens.NUMBER -> fromNumber(i);
      case Tokens.MIXED -> fromMixed(i);
      case Tokens.WORD -> {
        if (reading.is(i, Vocabulary.MONTH)) {
          yield reading.capital(i) ? fromMonth(i) : 0;
        }
        yield reading.in(WordClass.FISCAL_YEAR, i) ? fiscal(i, i + 1) : 0;
      }
      case Tokens.MARK -> apostropheYear(i);
      default -> 0;
    };
  }

  private int found(int end, int year, int month, int day) {
    first = new DateYears.When(year, month, day);
    return end;
  }

  /** {@code December 1, 2009}, {@code December 1-3}, {@code December 2009}, {@code December}. */
  private int fromMonth(int i) {
    int month = reading.vocabulary.month(tokens.word[i]);
    int at = parts.period(i);
    if (at > i + 1 && (at >= tokens.count || tokens.kind[at] == Tokens.WORD)) {
      at = i + 1;
    }
    int numbered = reading.says(at, "THE") ? at + 1 : at;
    int day = reading.follows(numbered) ? parts.day(numbered) : 0;
    if (day > 0 && (numbered == at || tokens.kind[numbered] == Tokens.MIXED)) {
      int end = numbered + 1;
      int to = 0;
      int yearEnd = yearBehind(end);
      if (yearEnd == end) {
        int second = parts.dash(end);
        if (second > 0
            && parts.day(second) > day
            && !reading.is(second + 1, Vocabulary.MONTH)
            && parts.dash(second + 1) != second + 2) {
          to = parts.day(second);
          end = second + 1;
          yearEnd = yearBehind(end);
        }
      }
      if (to > 0) {
        last = new DateYears.When(yearFound(end, yearEnd), month, to);
      }
      return found(yearEnd, yearFound(end, yearEnd), month, day);
    }
    int yearAt = reading.says(at, "OF") ? at + 1 : parts.comma(at);
    if (reading.follows(at) && parts.year(yearAt) > 0) {
      return found(yearAt + 1, parts.year(yearAt), month, 0);
    }
    if (apostropheYear(at) > at && reading.follows(at)) {
      return found(at + 2, parts.shortYear(at + 1), month, 0);
    }
    return months.isDate(i, month) ? found(i + 1, 0, month, 0) : 0;
  }

  /** {@code 1 December 2009}, {@code 12/01/2009}, {@code 2009-12-01}, {@code 2009}. */
  private int fromNumber(int i) {
    int length = tokens.end[i] - tokens.start[i];
    if (length <= 2) {
      int numeric = numeric(i);
      return numeric > 0 ? numeric : dayFirst(i, i + 1, parts.plainDay(i));
    }
    if (length != 4) {
      return 0;
    }
    if (isoDate(i)) {
      return found(i + 5, parts.number(i), parts.number(i + 2), parts.number(i + 4));
    }
    return bareYear(i);
  }

  /** {@code 1 December}, {@code 14-16 FEBRUARY 1975}, {@code 1st of May}, {@code 12-Dec-09}. */
  private int dayFirst(int i, int behind, int day) {
    if (day == 0 || day > 31) {
      return 0;
    }
    int at = behind;
    int to = 0;
    int second = parts.dash(at);
    boolean tied = second == at + 1 && tokens.gap[at] == Tokens.NONE;
    if (second > 0 && parts.day(second) > day) {
      to = parts.day(second);
      at = second + 1;
    } else if (tied && tokens.gap[second] == Tokens.NONE && reading.is(second, Vocabulary.MONTH)) {
      at = second;
    }
    if (reading.says(at, "OF")) {
      at++;
    }
    if (!reading.follows(at)
        || !reading.is(at, Vocabulary.MONTH)
        || !reading.capital(at)
        || reading.vocabulary.month(tokens.word[at]) == 0
        // 2. MAY WE: the number of a paragraph.
        || tokens.caps[at]
            && reading.says(at, "MAY")
            && to == 0
            && reading.mark(i - 1, '.')
            && reading.is(at + 1, Vocabulary.FUNCTION)) {
      return 0;
    }
    int month = reading.vocabulary.month(tokens.word[at]);
    int end = at + 1;
    int yearEnd = yearBehind(end);
    if (yearEnd == end) {
      int number =
          tied && parts.tight(end, '-') && parts.tightNumber(end + 1) ? end + 1 : parts.period(at);
      if (parts.shortYear(number) > 0
          && (number == end + 1 && tokens.gap[number] == Tokens.NONE
              || tokens.gap[number] == Tokens.BLANK)) {
        end = number;
        yearEnd = number + 1;
      } else if (tied && parts.tight(end, '-') && parts.year(end + 1) > 0) {
        end++;
        yearEnd = end + 1;
      }
    }
    int year = yearFound(end, yearEnd);
    if (to > 0) {
      last = new DateYears.When(year, month, to);
    }
    return found(yearEnd == end && year == 0 ? at + 1 : yearEnd, year, month, day);
  }

  /**
   * {@code 9/16/85}, {@code 14.2.1975}: the month first with slashes and hyphens, as Americans
   * write it, unless it cannot be one; the day first with periods. Two numbers alone need a word
   * before that asks for a date.
   */
  private int numeric(int i) {
    if (i + 2 >= tokens.count || tokens.kind[i + 1] != Tokens.MARK || !parts.tightNumber(i + 2)) {
      return 0;
    }
    char mark = tokens.chars[tokens.start[i + 1]];
    if (tokens.gap[i + 1] != Tokens.NONE
        || mark != '/' && mark != '-' && mark != '.'
        || tokens.gap[i] == Tokens.NONE && !reading.mark(i - 1, '(')) {
      return 0;
    }
    int a = parts.number(i);
    int b = parts.number(i + 2);
    boolean dayFirst = mark == '.' || a > 12;
    int month = dayFirst ? b : a;
    int day = dayFirst ? a : b;
    if (month < 1
        || month > 12
        || day < 1
        || day > 31
        || tokens.end[i + 2] - tokens.start[i + 2] > 2) {
      return 0;
    }
    if (!parts.tight(i + 3, mark) || !parts.tightNumber(i + 4)) {
      return mark == '/' && !parts.tight(i + 3, '/') && dated(i) && !fraction(i, a, b)
          ? found(i + 3, 0, month, day)
          : 0;
    }
    int length = tokens.end[i + 4] - tokens.start[i + 4];
    if (length != 2 && length != 4 || parts.tight(i + 5, mark) && parts.tightNumber(i + 6)) {
      return 0;
    }
    int year = length == 2 ? DateTokens.century(parts.number(i + 4)) : parts.number(i + 4);
    // 4.2.10 may be the number of a section, 22-4-75 a telephone.
    if (mark != '/'
        && length == 2
        && (own == 0
            || Math.abs(year - own) > DateTokens.NEAR_YEARS
            || tokens.gap[i] >= Tokens.LINE
            || parts.numbered(i))) {
      return 0;
    }
    return year < DateTokens.FIRST_YEAR || year > DateTokens.LAST_YEAR
        ? 0
        : found(i + 5, year, month, day);
  }

  /** A word before two numbers with a slash that makes them a day. */
  private boolean dated(int i) {
    return reading.in(WordClass.BEFORE_NUMERIC_DATE, i - 1);
  }

  /** Two thirds, and the day that has become a name. */
  private boolean fraction(int i, int a, int b) {
    return a == 9 && b == 11
        || a < b && reading.says(i + 3, "OF")
        || reading.says(i + 3, "MAJORITY")
        || reading.mark(i + 3, '%');
  }

  private boolean isoDate(int i) {
    char mark = parts.tight(i + 1, '/') ? '/' : '-';
    return parts.tight(i + 1, mark)
        && parts.tightNumber(i + 2)
        && parts.tight(i + 3, mark)
        && parts.tightNumber(i + 4)
        && tokens.end[i + 2] - tokens.start[i + 2] == 2
        && tokens.end[i + 4] - tokens.start[i + 4] == 2
        && parts.number(i + 2) >= 1
        && parts.number(i + 2) <= 12
        && parts.number(i + 4) >= 1
        && parts.number(i + 4) <= 31;
  }

  /** 1940 | OCTOBER 26: a month and its day. */
  private boolean beforeDay(int i) {
    return reading.is(i, Vocabulary.MONTH)
        && i + 1 < tokens.count
        && tokens.kind[i + 1] == Tokens.NUMBER
        && parts.number(i + 1) <= 31;
  }

  private int bareYear(int i) {
    int year = parts.number(i);
    if (year < DateTokens.FIRST_YEAR
        || year > DateTokens.LAST_YEAR
        || reading.zone[i] == Reading.Zone.REFERENCES
        || (i > 0
            && tokens.gap[i] == Tokens.NONE
            && tokens.kind[i - 1] == Tokens.MARK
            && !reading.mark(i - 1, '(')
            && !reading.mark(i - 1, '-')
            && !reading.mark(i - 1, '/')
            && !reading.mark(i - 1, '"'))
        || (reading.mark(i - 1, '-') || reading.mark(i - 1, '/'))
            && i > 1
            && !(tokens.kind[i - 2] == Tokens.WORD && reading.mark(i - 1, '-'))
            && !(reading.at(i - 2) == null && parts.year(i - 2) > 0)
        || parts.numbered(i)) {
      return 0;
    }
    boolean hour = year < 1960 || year > 2012;
    if (reading.says(i - 1, "AT")
        || (hour && reading.says(i - 1, "UNTIL"))
        || (year < 1940 && own > 0 && reading.says(i - 1, "BY"))
        || hour && Math.abs(year - own) > 2 && beforeDay(i + 1)
        || reading.is(i + 1, Vocabulary.NOT_YEAR) && !reading.says(i + 1, "ELECTIONS")) {
      return 0;
    }
    // A year as far from the cable as this, with nothing that asks for a time, is a number.
    boolean doubtful =
        hour
            && own > 0
            && Math.abs(year - own) > 5
            && !months.asksForTime(i)
            && !reading.mark(i - 1, '(')
            && !reading.says(i - 1, "THE");
    boolean decade =
        i + 1 < tokens.count
            && tokens.kind[i + 1] == Tokens.POSSESSIVE
            && year % 10 == 0
            && (reading.says(i - 1, "THE") || months.asksForTime(i));
    if (decade) {
      last = new DateYears.When(year + 9, 0, 0);
      return found(i + 2, year, 0, 0);
    }
    if (i + 1 < tokens.count && tokens.gap[i + 1] == Tokens.NONE) {
      char next = tokens.chars[tokens.start[i + 1]];
      boolean more = parts.tightNumber(i + 2);
      if ((next == '.' || next == ',') && more || next == '%') {
        return 0;
      }
      if ((next == '-' || next == '/') && more) {
        int length = tokens.end[i + 2] - tokens.start[i + 2];
        int to =
            length == 4
                ? parts.number(i + 2)
                : length == 2
                    ? year / 100 * 100 + parts.number(i + 2)
                    : year / 10 * 10 + parts.number(i + 2);
        if (length == 3 || length == 1 && next == '-' || to <= year || to > DateTokens.LAST_YEAR) {
          return 0;
        }
        last = new DateYears.When(to, 0, 0);
        return found(i + 3, year, 0, 0);
      }
      if (next == '/') {
        return 0;
      }
    }
    return doubtful ? 0 : found(i + 1, year, 0, 0);
  }

  /** {@code 1ST OF MAY}, {@code 1980S}, {@code 16JAN75}, {@code 141337Z FEB 08}, {@code FY77}. */
  private int fromMixed(int i) {
    int start = tokens.start[i];
    int end = tokens.end[i];
    int digits = start;
    while (digits < end && Tokens.digit(tokens.chars[digits])) {
      digits++;
    }
    int count = digits - start;
    if (count == 0) {
      return lettersFirst(i);
    }
    if (count == 4 && end - digits == 1 && (tokens.chars[digits] | 32) == 's') {
      int year = parts.value(start, digits);
      if (year < DateTokens.FIRST_YEAR || year > DateTokens.LAST_YEAR || year % 10 != 0) {
        return 0;
      }
      last = new DateYears.When(year + 9, 0, 0);
      return found(i + 1, year, 0, 0);
    }
    if ((count == 6 || count == 4) && end - digits == 1 && (tokens.chars[digits] | 32) == 'z') {
      return count == 6 ? dateTimeGroup(i) : 0;
    }
    if (count > 2) {
      return 0;
    }
    if (end - digits == 2) {
      return parts.ordinal(i) ? dayFirst(i, i + 1, Math.max(0, parts.value(start, digits))) : 0;
    }
    // 16JAN, 16JAN75.
    int letters = digits;
    while (letters < end && Tokens.letter(tokens.chars[letters])) {
      letters++;
    }
    int month = parts.month(digits, letters);
    int day = parts.value(start, digits);
    int year = end - letters == 0 ? 0 : parts.writtenYear(letters, end);
    if (month == 0 || day < 1 || day > 31 || year < 0) {
      return 0;
    }
    if (year == 0 && parts.shortYear(i + 1) > 0 && tokens.gap[i + 1] == Tokens.BLANK) {
      return found(i + 2, parts.shortYear(i + 1), month, day);
    }
    int yearEnd = year == 0 ? yearBehind(i + 1) : i + 1;
    return found(yearEnd, year == 0 ? yearFound(i + 1, yearEnd) : year, month, day);
  }

  /** The hour is no date, but it cannot be parted from the day before it. */
  private int dateTimeGroup(int i) {
    int day = parts.value(tokens.start[i], tokens.start[i] + 2);
    int yearAt = i + 2;
    if (day < 1
        || day > 31
        || !reading.is(i + 1, Vocabulary.MONTH)
        || !reading.follows(i + 1)
        || !reading.follows(yearAt)) {
      return 0;
    }
    int year = parts.year(yearAt) > 0 ? parts.year(yearAt) : parts.shortYear(yearAt);
    int month = reading.vocabulary.month(tokens.word[i + 1]);
    return year > 0 ? found(i + 3, year, month, day) : found(i + 2, 0, month, day);
  }

  /** {@code FY77}, {@code Q1 1975}, {@code DEC75}. */
  private int lettersFirst(int i) {
    int start = tokens.start[i];
    int letters = start;
    while (letters < tokens.end[i] && Tokens.letter(tokens.chars[letters])) {
      letters++;
    }
    String word = tokens.text.substring(start, letters).toUpperCase(Locale.ROOT);
    if (word.equals("FY") || word.equals("CY")) {
      int year = parts.writtenYear(letters, tokens.end[i]);
      return year > 0 ? fiscalRange(i + 1, year) : 0;
    }
    if (word.equals("Q") && tokens.end[i] - letters == 1) {
      int quarter = tokens.chars[letters] - '0';
      int yearAt = reading.says(i + 1, "OF") ? i + 2 : i + 1;
      int year = reading.follows(yearAt) ? parts.year(yearAt) : 0;
      if (quarter < 1 || quarter > 4 || year == 0) {
        return 0;
      }
      last = new DateYears.When(year, 3 * quarter, 0);
      return found(yearAt + 1, year, 3 * quarter - 2, 0);
    }
    int month = parts.month(start, letters);
    int year = parts.writtenYear(letters, tokens.end[i]);
    return month > 0 && year > 0 && reading.capital(i) ? found(i + 1, year, month, 0) : 0;
  }

  /** {@code FY 1978}, {@code FY-79}, {@code FY 76/77}. */
  private int fiscal(int i, int at) {
    int number = parts.tight(at, '-') ? at + 1 : at;
    if (!reading.capital(i)
        || number >= tokens.count
        || tokens.kind[number] != Tokens.NUMBER
        || tokens.gap[number] >= Tokens.BREAK) {
      return 0;
    }
    int year = parts.writtenYear(tokens.start[number], tokens.end[number]);
    return year > 0 ? fiscalRange(number + 1, year) : 0;
  }

  private int fiscalRange(int end, int year) {
    if ((parts.tight(end, '/') || parts.tight(end, '-')) && parts.tightNumber(end + 1)) {
      int to = parts.writtenYear(tokens.start[end + 1], tokens.end[end + 1]);
      if (to > year) {
        last = new DateYears.When(to, 0, 0);
        return found(end + 2, year, 0, 0);
      }
    }
    return found(end, year, 0, 0);
  }

  /** {@code '73}: behind a word that asks for a time, and behind a month. */
  private int apostropheYear(int i) {
    if (!(tokens.isMark(i, '\'') || tokens.isMark(i, '\u2019'))
        || !parts.tightNumber(i + 1)
        || parts.shortYear(i + 1) == 0) {
      return 0;
    }
    boolean month = reading.is(i - 1, Vocabulary.MONTH);
    return month || months.asksForTime(i) ? found(i + 2, parts.shortYear(i + 1), 0, 0) : 0;
  }

  /** The end of the year that stands behind day and month; the token itself if there is none. */
  private int yearBehind(int end) {
    int at = parts.comma(end);
    if (parts.year(at) > 0) {
      // March 1, 2000 troops: a quantity, unless it is about the year of the cable.
      boolean quantity =
          own > 0 && Math.abs(parts.year(at) - own) > 3 && reading.is(at + 1, Vocabulary.NOT_YEAR);
      return quantity ? end : at + 1;
    }
    boolean apostrophe = tokens.isMark(at, '\'') || tokens.isMark(at, '\u2019');
    if (apostrophe
        && parts.tightNumber(at + 1)
        && parts.shortYear(at + 1) > 0
        && reading.follows(at)) {
      return at + 2;
    }
    // Feb 14, 75: a number that is no day of a month.
    return at > end && parts.shortYear(at) > 0 && parts.number(at) > 31 ? at + 1 : end;
  }

  private int yearFound(int end, int yearEnd) {
    return yearEnd == end
        ? 0
        : parts.year(yearEnd - 1) > 0 ? parts.year(yearEnd - 1) : parts.shortYear(yearEnd - 1);
  }
}
