package org.cablebeam.transforms.parse.header;

import java.util.Locale;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;

/** A place in one header line, moved forward by the parser of a construct. Not thread-safe. */
final class Cursor {
  private final String text;
  private final int end;
  private int at;

  Cursor(String text) {
    this(text, 0, text.length());
  }

  Cursor(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  int at() {
    return at;
  }

  Cursor moveTo(int offset) {
    at = offset;
    return this;
  }

  boolean done() {
    return at >= end;
  }

  /** The character here, {@code '\0'} at the end. */
  char peek() {
    return at < end ? text.charAt(at) : '\0';
  }

  /** The character {@code ahead} further on, {@code '\0'} behind the end. */
  char peek(int ahead) {
    return at + ahead < end ? text.charAt(at + ahead) : '\0';
  }

  /** Passes over the character here; stays at the end. */
  void skip() {
    at = Math.min(at + 1, end);
  }

  Cursor skipBlanks() {
    while (at < end && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return this;
  }

  boolean atBlank() {
    return at < end && Lines.isBlank(text.charAt(at));
  }

  /** Takes {@code expected} in any case, if it stands here. */
  boolean take(String expected) {
    if (at + expected.length() <= end
        && text.regionMatches(true, at, expected, 0, expected.length())) {
      at += expected.length();
      return true;
    }
    return false;
  }

  /** Takes {@code expected} in any case, if it stands here and no letter or digit follows. */
  boolean takeWord(String expected) {
    int before = at;
    if (take(expected) && !Character.isLetterOrDigit(peek())) {
      return true;
    }
    at = before;
    return false;
  }

  /** Takes up to {@code most} ASCII digits; empty if there is none. */
  String digits(int most) {
    int start = at;
    while (at < end && at - start < most && Characters.isDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** As {@link #digits}, with the letters that are read as digits, put right. */
  String likeDigits(int most) {
    StringBuilder digits = new StringBuilder();
    while (at < end && digits.length() < most && LookAlikes.digit(text.charAt(at)) >= 0) {
      digits.append(LookAlikes.digit(text.charAt(at++)));
    }
    return digits.toString();
  }

  /** Takes ASCII letters; empty if there is none. Upper case. */
  String letters() {
    int start = at;
    while (at < end && Characters.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).toUpperCase(Locale.ROOT);
  }

  /** Takes everything up to the next blank; empty at a blank. */
  String word() {
    int start = at;
    while (at < end && !Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Whether {@code sign} stands between {@code start} and here. */
  boolean passed(int start, char sign) {
    int found = text.indexOf(sign, start);
    return found >= 0 && found < at;
  }

  /** Everything from here to the end, without blanks around it. */
  String rest() {
    return text.substring(at, Math.max(at, end)).strip();
  }
}
