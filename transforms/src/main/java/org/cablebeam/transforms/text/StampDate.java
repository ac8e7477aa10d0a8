package org.cablebeam.transforms.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The day in a releasing stamp: {@code 22 May 2009}, {@code 30 JUN 2005}. */
public final class StampDate {
  private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

  private StampDate() {}

  /** The day at the end of a stamp; empty where the stamp was cut or names no day that can be. */
  public static Optional<LocalDate> of(String stamp) {
    int at = stamp.length();
    while (at > 0 && stamp.length() - at < 14) {
      at--;
      if (Character.isDigit(stamp.charAt(at)) && end(stamp, at, stamp.length()) == stamp.length()) {
        if (at > 0 && Character.isDigit(stamp.charAt(at - 1))) {
          at--;
        }
        return day(stamp.substring(at));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    int at = 0;
    int day = 0;
    while (Character.isDigit(text.charAt(at))) {
      day = day * 10 + text.charAt(at++) - '0';
    }
    while (Lines.isBlank(text.charAt(at))) {
      at++;
    }
    int month = MONTHS.indexOf(text.substring(at, at + 3).toUpperCase(java.util.Locale.ROOT)) / 3;
    int year = Integer.parseInt(text.substring(text.length() - 4));
    try {
      return Optional.of(LocalDate.of(year, month + 1, day));
    } catch (DateTimeException impossible) {
      // 31 June: a stamp so damaged says nothing.
      return Optional.empty();
    }
  }

  /** The offset behind a day that begins at {@code from}, blanks before it allowed; else -1. */
  static int end(String text, int from, int limit) {
    int at = blanks(text, from, limit);
    int digits = at;
    while (at < limit && at - digits < 3 && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == digits || at - digits > 2) {
      return -1;
    }
    at = blanks(text, at, limit);
    if (at + 3 > limit) {
      return -1;
    }
    int month = MONTHS.indexOf(text.substring(at, at + 3).toUpperCase(java.util.Locale.ROOT));
    if (month < 0 || month % 3 != 0) {
      return -1;
    }
    at += 3;
    while (at < limit && Character.isLetter(text.charAt(at))) {
      at++;
    }
    at = blanks(text, at, limit);
    int year = at;
    while (at < limit && at - year < 5 && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    return at - year == 4 ? at : -1;
  }

  private static int blanks(String text, int from, int limit) {
    int at = from;
    while (at < limit && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
