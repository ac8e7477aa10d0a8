package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Posts.Post;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * A post with a number behind it: {@code STATE 12}, {@code PORT-AU-PRINCE 0012}, {@code STATE (01)
 * 201265}, {@code STATE A-1234}.
 *
 * @param post the post
 * @param repaired whether its name was misspelt
 * @param series {@code A-} or {@code CA-} for an airgram, else empty
 * @param yearInside the year between post and serial; 0 where none stands
 * @param serial where the serial begins in the field
 * @param serialEnd where it ends
 */
record ReferenceStation(
    Post post, boolean repaired, String series, int yearInside, int serial, int serialEnd) {
  /** A post's name has no more words. */
  static final int MOST_WORDS = 5;

  /** So many digits behind two others are a serial, and those two the year. */
  private static final int LONG_SERIAL = 4;

  /** The post that begins at {@code p} with a serial behind it; null where there is none. */
  static @Nullable ReferenceStation read(String text, int p, int to, ReferenceYear years) {
    return new Reader(text, p, to, years).read();
  }

  /** Reads one, word by word. */
  private static final class Reader {
    private final String text;
    private final int from;
    private final int to;
    private final ReferenceYear years;

    /** Where the words of the name begin, and where the last one ends. */
    private final List<Integer> words = new ArrayList<>(MOST_WORDS);

    private int wordsEnd;
    private int at;
    private int yearInside;

    /** Whether a slash parts the words of the name. */
    private boolean parted;

    Reader(String text, int from, int to, ReferenceYear years) {
      this.text = text;
      this.from = from;
      this.to = to;
      this.years = years;
      this.wordsEnd = from;
      this.at = from;
    }

    @Nullable ReferenceStation read() {
      if (!readWords()) {
        return null;
      }
      skipYear();
      at = behindZeros(text, at, to);
      int serialEnd = numberEnd(text, at, to);
      if (!isSerial(text, at, serialEnd, to)) {
        return null;
      }
      String series = series();
      int nameEnd = series.isEmpty() ? wordsEnd : lastWord();
      String name =
          clean(text.substring(words.get(0), Characters.skipBlanksBack(text, nameEnd, from)));
      Optional<Post> exact = named(name);
      if (exact.isPresent()) {
        return new ReferenceStation(exact.get(), false, series, yearInside, at, serialEnd);
      }
      return mayBeMisspelt(name)
          ? Posts.standard()
              .nearest(name)
              .map(near -> new ReferenceStation(near, true, series, yearInside, at, serialEnd))
              .orElse(null)
          : null;
    }

    /** Reads the words in front of a number; false where none follows them. */
    private boolean readWords() {
      while (at < to && words.size() <= MOST_WORDS) {
        int word = at;
        skipWord();
        if (at == word) {
          break;
        }
        if (words.size() == MOST_WORDS) {
          return false;
        }
        boolean filler =
            !words.isEmpty()
                && WordSense.NAMES_SERIAL.is(Characters.upper(text.substring(word, at)));
        if (!filler) {
          words.add(word);
          wordsEnd = at;
        }
        skipSigns();
        if (isSlashInName(text, at, to)) {
          parted = true;
          at++;
        } else if (at < to && text.charAt(at) == '(') {
          skipYearInParentheses();
          break;
        } else if (isNumberNext()) {
          break;
        }
      }
      return !words.isEmpty() && isNumberNext();
    }

    private boolean isNumberNext() {
      return at < to && isNumberAt(text, at, to);
    }

    private void skipWord() {
      while (at < to && (isPostSign(text.charAt(at)) || isZeroInWord(text, at, to))) {
        at++;
      }
    }

    /** Blanks and signs behind a word; a slash only before a digit. */
    private void skipSigns() {
      while (at < to && (Lines.isBlank(text.charAt(at)) || ",#:/".indexOf(text.charAt(at)) >= 0)) {
        if (text.charAt(at) == '/' && (at + 1 >= to || !Characters.isDigit(text.charAt(at + 1)))) {
          break;
        }
        at++;
      }
    }

    /** {@code STATE (01) 201265}. */
    private void skipYearInParentheses() {
      int close = ReferenceNote.closing(text, at);
      if (close > 0 && close < to && years.fills(at, close)) {
        yearInside = years.of(text.substring(at + 1, close));
        at = Characters.skipBlanks(text, close + 1, to);
      }
    }

    /** {@code STATE 07 168834}, {@code ABUJA 2006-2502}: digits before a long serial, the year. */
    private void skipYear() {
      int end = Characters.skipDigits(text, at, to);
      boolean hyphen = end < to && text.charAt(end) == '-';
      int serial = hyphen ? end + 1 : Characters.skipBlanks(text, end, to);
      int serialEnd = Characters.skipDigits(text, serial, to);
      boolean asYear = end - at == 2 || end - at == 4;
      if (yearInside == 0
          && asYear
          && serial > end
          && serialEnd - serial >= LONG_SERIAL
          && !isYear(serial, serialEnd)) {
        yearInside = years.of(text.substring(at, end));
        at = yearInside > 0 ? serial : at;
      }
    }

    private boolean isYear(int start, int end) {
      return end - start == 4 && years.of(text.substring(start, end)) > 0;
    }

    private int lastWord() {
      return words.get(words.size() - 1);
    }

    /** CA-3400 and A-1234 are airgrams of the post before. */
    private String series() {
      String last = Characters.upper(text.substring(lastWord(), wordsEnd));
      return words.size() > 1 && (last.equals("A-") || last.equals("CA-")) ? last : "";
    }

    /** Whether an unknown name may be that of a post, misspelt. */
    private boolean mayBeMisspelt(String name) {
      String last = Characters.upper(text.substring(lastWord(), wordsEnd));
      return !parted
          && name.length() >= 4
          && !WordSense.NO_POST.is(last)
          && !WordSense.MONTH.is(last)
          && TypedReference.kind(last) == ReferenceKind.OTHER;
    }
  }

  private static boolean isZeroInWord(String text, int q, int to) {
    return text.charAt(q) == '0'
        && ((q + 1 < to && Characters.isUpper(text.charAt(q + 1)))
            || (q > 0
                && Characters.isUpper(text.charAt(q - 1))
                && q + 1 < to
                && Lines.isBlank(text.charAt(q + 1))
                && q + 2 < to
                && Characters.isDigit(text.charAt(q + 2))));
  }

  private static boolean isNumberAt(String text, int q, int to) {
    char c = text.charAt(q);
    return Characters.isDigit(c)
        || ((c == 'O' || c == 'o')
            && q + 2 < to
            && Characters.isDigit(text.charAt(q + 1))
            && Characters.isDigit(text.charAt(q + 2)))
        || (c == 'l' && q + 1 < to && Characters.isDigit(text.charAt(q + 1)));
  }

  /** Where a serial goes on behind zeros that a blank parts from it, {@code WARSAW 0 0388}. */
  private static int behindZeros(String text, int from, int to) {
    int zeros = from;
    while (zeros < to && text.charAt(zeros) == '0') {
      zeros++;
    }
    int next = zeros + 1;
    return zeros > from
            && next < to
            && text.charAt(zeros) == ' '
            && Characters.isDigit(text.charAt(next))
        ? next
        : from;
  }

  /** At most seven digits behind the zeros, and not the clock of a date-time group. */
  static boolean isSerial(String text, int q, int end, int to) {
    int first = q;
    while (first < end && text.charAt(first) == '0') {
      first++;
    }
    boolean clock = end - q == 6 && end < to && Characters.upper(text.charAt(end)) == 'Z';
    return end - first <= 7 && end - q <= 8 && !clock && !isDate(text, q, end, to);
  }

  /** {@code 02/10/2008}: a month, and no number of a cable. */
  private static boolean isDate(String text, int q, int end, int to) {
    int day = end + 1;
    int dayEnd = day < to && text.charAt(end) == '/' ? Characters.skipDigits(text, day, to) : day;
    int year = dayEnd + 1;
    return end - q <= 2
        && dayEnd > day
        && dayEnd - day <= 2
        && year < to
        && text.charAt(dayEnd) == '/'
        && Characters.isDigit(text.charAt(year))
        && Characters.number(text, q, end) <= 31;
  }

  static int numberEnd(String text, int q, int to) {
    int e = q;
    while (e < to
        && (Characters.isDigit(text.charAt(e))
            || (text.charAt(e) == 'l' && (e + 1 >= to || !Characters.isLetter(text.charAt(e + 1))))
            || (Characters.upper(text.charAt(e)) == 'O'
                && (e + 1 >= to || !Characters.isLetter(text.charAt(e + 1)))))) {
      e++;
    }
    return e;
  }

  static boolean isZeroWord(String text, int p, int to) {
    return p + 3 < to
        && text.charAt(p) == '0'
        && Characters.isUpper(text.charAt(p + 1))
        && Characters.isUpper(text.charAt(p + 2));
  }

  /** Whether the name of a month stands at an offset. */
  static boolean isMonth(String text, int p, int to) {
    int end = Characters.skipLetters(text, p, to);
    return WordSense.MONTH.is(Characters.upper(text.substring(p, Math.min(end, p + 12))));
  }

  static Optional<Post> named(String name) {
    return Posts.standard().byRiskyName(name);
  }

  private static String clean(String name) {
    String upper = Characters.upper(name).replace('0', 'O');
    // MOSCOW'S 123, but ST. JOHN'S 123.
    if ((upper.endsWith("'S") || upper.endsWith("\u2019S")) && named(upper).isEmpty()) {
      upper = upper.substring(0, upper.length() - 2);
    }
    return upper.replace('\n', ' ').replace('/', ' ');
  }

  /** {@code USUN/NY}: a slash within a name. */
  static boolean isSlashInName(String text, int at, int end) {
    return at > 0
        && at + 1 < end
        && text.charAt(at) == '/'
        && Characters.isLetter(text.charAt(at - 1))
        && Characters.isLetter(text.charAt(at + 1));
  }

  static boolean isPostSign(char c) {
    return Characters.isLetter(c) || Characters.isApostrophe(c) || c == '-' || c == '.';
  }
}
