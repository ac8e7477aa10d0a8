package org.cablebeam.transforms.entities;

import java.util.Locale;

/** Tells what single tokens may say in a date: a day, a year, a dash. Knows no dates. */
final class DateTokens {
  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2059;

  /** How far a year of two digits may lie from the cable where no other sign says it is a year. */
  static final int NEAR_YEARS = 10;

  private final Reading reading;
  private final Tokens tokens;

  /** The year of the cable; 0 if unknown. */
  private final int own;

  DateTokens(Reading reading, int own) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.own = own;
  }

  /** Whether what stands before counts things: resolution 1973, No. 2009. */
  boolean numbered(int i) {
    int before = reading.mark(i - 1, '.') && tokens.gap[i - 1] == Tokens.NONE ? i - 2 : i - 1;
    return reading.in(WordClass.NUMBERED, before);
  }

  /** A day that may begin a date: what stands before it does not matter. */
  int plainDay(int i) {
    int day = number(i);
    return day < 1 || day > 31 || quantity(i) ? 0 : day;
  }

  int day(int i) {
    if (i >= tokens.count || tokens.gap[i] == Tokens.BREAK) {
      return 0;
    }
    if (tokens.kind[i] == Tokens.MIXED) {
      int length = tokens.end[i] - tokens.start[i];
      int day = length <= 4 && ordinal(i) ? value(tokens.start[i], tokens.end[i] - 2) : 0;
      return day <= 31 ? Math.max(day, 0) : 0;
    }
    if (tokens.kind[i] != Tokens.NUMBER || tokens.end[i] - tokens.start[i] > 2) {
      return 0;
    }
    return plainDay(i);
  }

  /** Whether a number has more digits behind a comma or a period. */
  boolean quantity(int i) {
    return i + 2 < tokens.count
        && tokens.gap[i + 1] == Tokens.NONE
        && (tokens.isMark(i + 1, '.') || tokens.isMark(i + 1, ','))
        && tightNumber(i + 2)
        && tokens.end[i + 2] - tokens.start[i + 2] != 4;
  }

  boolean ordinal(int i) {
    int end = tokens.end[i];
    if (end - tokens.start[i] < 3) {
      return false;
    }
    String letters = tokens.text.substring(end - 2, end).toLowerCase(Locale.ROOT);
    return letters.equals("th")
        || letters.equals("st")
        || letters.equals("nd")
        || letters.equals("rd");
  }

  /** What stands behind a dash or a slash; 0 if there is none. */
  int dash(int i) {
    boolean dash = tokens.isMark(i, '-') || tokens.isMark(i, '\u2013') || tokens.isMark(i, '/');
    if (!dash || i + 1 >= tokens.count || tokens.gap[i] >= Tokens.LINE) {
      // DEC.-JAN.
      return tokens.isMark(i, '.') && tight(i, '.') && tight(i + 1, '-') && i + 2 < tokens.count
          ? i + 2
          : 0;
    }
    // A dash with a blank on one side only parts two sentences, or a bullet from its text.
    boolean even = (tokens.gap[i] == Tokens.NONE) == (tokens.gap[i + 1] != Tokens.BLANK);
    return even && tokens.gap[i + 1] < Tokens.BREAK ? i + 1 : 0;
  }

  /** Behind the word, and behind the period of an abbreviation. */
  int period(int i) {
    return tight(i + 1, '.') && tokens.end[i] - tokens.start[i] <= 4 ? i + 2 : i + 1;
  }

  int comma(int i) {
    if (tight(i, '.')
        && reading.is(i - 1, Vocabulary.ABBREVIATION)
        && i + 1 < tokens.count
        && tokens.kind[i + 1] == Tokens.NUMBER) {
      return i + 1;
    }
    return tight(i, ',') ? i + 1 : i;
  }

  /** A four-digit year at the token, in the passage of the one before; 0 if there is none. */
  int year(int i) {
    if (i < 0
        || i >= tokens.count
        || tokens.kind[i] != Tokens.NUMBER
        || tokens.gap[i] == Tokens.BREAK
        || tokens.end[i] - tokens.start[i] != 4) {
      return 0;
    }
    int year = number(i);
    return year < FIRST_YEAR - 200 || year > LAST_YEAR ? 0 : year;
  }

  /** A year of two digits near the cable's own; 0 if there is none. */
  int shortYear(int i) {
    if (i >= tokens.count
        || tokens.kind[i] != Tokens.NUMBER
        || tokens.end[i] - tokens.start[i] != 2) {
      return 0;
    }
    int year = century(number(i));
    return own > 0 && Math.abs(year - own) <= NEAR_YEARS ? year : 0;
  }

  /** A year of two or four digits in a piece of the text; -1 if it is none. */
  int writtenYear(int from, int to) {
    int value = value(from, to);
    if (to - from == 4) {
      return value >= FIRST_YEAR && value <= LAST_YEAR ? value : -1;
    }
    return to - from == 2 && value >= 0 ? century(value) : -1;
  }

  int month(int from, int to) {
    long entry = reading.vocabulary.words.entry(WordTable.key(tokens.chars, from, to));
    return to - from < 3 ? 0 : reading.vocabulary.month(WordTable.number(entry));
  }

  static int century(int year) {
    return year < 50 ? 2000 + year : 1900 + year;
  }

  boolean tight(int i, char mark) {
    return tokens.isMark(i, mark) && tokens.gap[i] == Tokens.NONE;
  }

  boolean tightNumber(int i) {
    return i < tokens.count
        && tokens.kind[i] == Tokens.NUMBER
        && tokens.gap[i] == Tokens.NONE
        && tokens.end[i] - tokens.start[i] <= 4;
  }

  int number(int i) {
    return value(tokens.start[i], Math.min(tokens.end[i], tokens.start[i] + 9));
  }

  /** The number in a piece of the text; -1 where it has anything but digits, or nothing. */
  int value(int from, int to) {
    int value = from < to ? 0 : -1;
    for (int k = from; k < to; k++) {
      if (!Tokens.digit(tokens.chars[k])) {
        return -1;
      }
      value = value * 10 + tokens.chars[k] - '0';
    }
    return value;
  }
}
