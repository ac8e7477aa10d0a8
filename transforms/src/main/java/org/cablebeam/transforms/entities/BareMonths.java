package org.cablebeam.transforms.entities;

/**
 * Tells whether the name of a month without a day or a year is a date: March and May are words too,
 * and June may be a person.
 */
final class BareMonths {
  private final Reading reading;
  private final Tokens tokens;
  private final DateTokens parts;

  BareMonths(Reading reading, DateTokens parts) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.parts = parts;
  }

  /** March and may are words too: without a number they need signs of a time around them. */
  boolean isDate(int i, int month) {
    if (reading.says(i + 1, "WAR") || reading.says(i + 1, "REVOLUTION") || reading.syllables(i)) {
      // The May Revolution; Wang Jun-sheng.
      return false;
    }
    boolean full = tokens.end[i] - tokens.start[i] > 4 || month >= 5 && month <= 7;
    boolean word = month == 3 || month == 5;
    if (month == 8 && tokens.caps[i]) {
      // An august body.
      return !(reading.says(i - 1, "AN") || reading.says(i - 1, "THIS") || strange(i + 1));
    }
    if (full && !word) {
      return !strange(i + 1) || reading.is(i + 1, Vocabulary.ENGLISH);
    }
    if (beside(i) || asksForTime(i)) {
      return !(reading.says(i - 1, "THIS") && month == 5)
          && !(month == 5 && reading.says(i + 1, "NOT"));
    }
    if (!word || reading.is(i + 1, Vocabulary.SPEECH)) {
      return false;
    }
    boolean determined =
        reading.in(WordClass.OWNER, i - 1) || i > 0 && tokens.kind[i - 1] == Tokens.POSSESSIVE;
    if (tokens.caps[i]) {
      return determined
          && reading.word(i + 1)
          && ((tokens.flags[i + 1] | reading.inflection(i + 1)) & Vocabulary.NOUN) != 0
          && !reading.is(i + 1, Vocabulary.FUNCTION);
    }
    // A capital within a sentence, and nobody of that name.
    return tokens.shape[i] == Tokens.TITLE
        && !reading.sentenceStart(i)
        && (determined || !reading.capital(i - 1) && reading.word(i - 1))
        && !strange(i + 1)
        && !reading.is(i - 1, Vocabulary.ADDRESS)
        && (tokens.starts[i - 1] & Vocabulary.HEAD) == 0;
  }

  /** A surname, or a word that must be one: June Carter. */
  private boolean strange(int i) {
    return reading.follows(i)
        && reading.word(i)
        && tokens.gap[i] == Tokens.BLANK
        && reading.capital(i)
        && (reading.is(i, Vocabulary.SURNAME) || !reading.english(i));
  }

  /** Whether another month stands beside: April, May and June; March-May. */
  private boolean beside(int i) {
    int behind = parts.period(i);
    return besideOn(i, behind, behind + 1) || besideOn(i, i - 1, i - 2);
  }

  private boolean besideOn(int i, int between, int other) {
    if (!reading.is(other, Vocabulary.MONTH) || !reading.capital(other)) {
      return false;
    }
    boolean tied =
        (reading.mark(between, '-') || reading.mark(between, '/'))
            && tokens.gap[Math.max(i, between)] < Tokens.LINE;
    boolean listed =
        reading.mark(between, ',')
            || reading.says(between, "AND")
            || reading.says(between, "OR")
            || reading.says(between, "TO");
    return tied
        || listed
            && !reading.says(other, "MAY")
            && !reading.says(other, "MARCH")
            // The month of another date: 3 April and 1 May is none of these.
            && reading.follows(Math.max(i, between));
  }

  /** Whether a word before the token asks for a time: since, mid-. */
  boolean asksForTime(int i) {
    int before = reading.mark(i - 1, '-') && tokens.gap[i] == Tokens.NONE ? i - 2 : i - 1;
    if (before < 0) {
      return false;
    }
    if (before == i - 2) {
      return reading.in(WordClass.PART_OF_MONTH, before);
    }
    return reading.in(WordClass.BEFORE_MONTH, before)
        || reading.says(before, "AS") && reading.in(WordClass.PART_OF_MONTH, before - 1);
  }
}
