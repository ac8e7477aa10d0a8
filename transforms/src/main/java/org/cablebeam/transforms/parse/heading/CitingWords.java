package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * What around a post and a number says that a cable is cited, where neither capitals nor a year do:
 * {@code see also Helsinki 33}, {@code Rome 1173 (NOTAL)}, {@code Ankara 00871}; and the words that
 * stand for a post, {@code Embtel 1205}, {@code Deptel 871}. All linear, none throws.
 */
final class CitingWords {
  /** A post's name and the words before it are no more. */
  private static final int MOST_WORDS = 5;

  /** Only serials are padded with zeros to so many digits. */
  private static final int PADDED = 5;

  /** Shorter numbers are those of houses and districts. */
  private static final int SHORTEST = 3;

  private static final String DEPARTMENT = "DEPTEL";

  private static final String SECSTATE = "SECSTATE";

  private CitingWords() {}

  /** Whether the number from {@code digits} to {@code end} is the number of a cited cable. */
  static boolean around(String text, int nameEnd, int digits, int end, int floor) {
    if (end - digits >= PADDED && text.charAt(digits) == '0') {
      return true;
    }
    int year = behindYear(text, end);
    if (year > 0) {
      return true;
    }
    int behind = Characters.skipBlanks(text, end, Math.min(text.length(), end + 2));
    if (behind < text.length() && text.charAt(behind) == '(') {
      behind++;
    }
    if (text.startsWith("NOTAL", behind) || endsClause(text, digits, end)) {
      return true;
    }
    int at = nameEnd;
    for (int words = 0; words < MOST_WORDS; words++) {
      int word = at;
      while (word > floor && Characters.isLetter(text.charAt(word - 1))) {
        word--;
      }
      if (word == at) {
        return false;
      }
      if (isSecstate(text, word, at)
          || (words > 0 && WordSense.CITES.is(Characters.upper(text.substring(word, at))))) {
        return true;
      }
      if (!Characters.isUpper(text.charAt(word))) {
        return false;
      }
      at = Characters.skipBlanksBack(text, word, floor);
      if (at > floor && text.charAt(at - 1) == ':') {
        at--;
      }
    }
    return false;
  }

  private static boolean isSecstate(String text, int from, int to) {
    return to - from == SECSTATE.length()
        && text.regionMatches(true, from, SECSTATE, 0, SECSTATE.length());
  }

  /** {@code replaces Rome 390.}: a number that ends its clause and is no year. */
  private static boolean endsClause(String text, int digits, int end) {
    boolean sign = end < text.length() && ".:;)".indexOf(text.charAt(end)) >= 0;
    boolean goesOn = end + 1 < text.length() && !Lines.isBlank(text.charAt(end + 1));
    long serial = Characters.number(text, digits, end);
    boolean year = end - digits == 4 && serial >= 1900 && serial <= 2050;
    return sign && !goesOn && !year && end - digits >= SHORTEST;
  }

  /** Behind {@code (2007)}, {@code (07)} or {@code of 1988} that follows a number; -1 for none. */
  static int behindYear(String text, int end) {
    int at = Characters.skipBlanks(text, end, Math.min(text.length(), end + 2));
    if (at == end || at + 3 >= text.length()) {
      return -1;
    }
    boolean open = text.charAt(at) == '(';
    boolean of = text.regionMatches(true, at, "OF ", 0, 3);
    if (!open && !of) {
      return -1;
    }
    int from = at + (open ? 1 : 3);
    int to = Characters.skipDigits(text, from, Math.min(text.length(), from + 5));
    if (to - from == 4 && (text.startsWith("19", from) || text.startsWith("20", from))) {
      return !open ? to : to < text.length() && text.charAt(to) == ')' ? to + 1 : -1;
    }
    return open && to - from == 2 && to < text.length() && text.charAt(to) == ')' ? to + 1 : -1;
  }

  /** Whether a number that ends at an offset counts something: {@code PARIS 1200 HOURS}. */
  static boolean isAmount(String text, int end) {
    return WordSense.UNIT.is(wordBehind(text, end));
  }

  /** Whether a number that ends at an offset is the day of a month: {@code VIA PARIS 12 MAY}. */
  static boolean isDay(String text, int end) {
    return WordSense.MONTH.is(wordBehind(text, end));
  }

  /** The word behind an offset in capitals; empty where none follows directly. */
  private static String wordBehind(String text, int end) {
    int word = Characters.skipBlanks(text, end, Math.min(text.length(), end + 2));
    int stop = Characters.skipLetters(text, word, Math.min(text.length(), word + 12));
    return word > end ? Characters.upper(text.substring(word, stop)) : "";
  }

  /**
   * The post for which the word that ends at {@code end} stands; null where it is no such word, or
   * the Department speaks of an embassy's telegram.
   */
  static @Nullable String post(String text, int end, int floor, ReferringCable own) {
    int stop = Characters.upper(text.charAt(end - 1)) == 'S' ? end - 1 : end;
    int from = stop - DEPARTMENT.length();
    if (from < floor
        || !text.regionMatches(true, stop - 3, "TEL", 0, 3)
        || (from > 0 && Characters.isLetter(text.charAt(from - 1)))) {
      return null;
    }
    String word = Characters.upper(text.substring(from, stop));
    if (word.equals(DEPARTMENT)) {
      return "STATE";
    }
    return WordSense.OWN_TELEGRAM.is(word) && !"STATE".equals(own.post()) ? own.post() : null;
  }

  /** Where the word begins for which {@link #post} found a post. */
  static int start(String text, int end) {
    int stop = Characters.upper(text.charAt(end - 1)) == 'S' ? end - 1 : end;
    return stop - DEPARTMENT.length();
  }
}
