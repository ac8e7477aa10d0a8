package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Posts.Post;
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

  /** The post that begins at {@code p} with a serial behind it; null where there is none. */
  static @Nullable ReferenceStation read(String text, int p, int to, ReferenceYear years) {
    int q = p;
    List<Integer> starts = new ArrayList<>(MOST_WORDS);
    int wordsEnd = p;
    int yearInside = 0;
    boolean parted = false;
    while (q < to && starts.size() <= MOST_WORDS) {
      int word = q;
      while (q < to && (isPostSign(text.charAt(q)) || isZeroInWord(text, q, to))) {
        q++;
      }
      if (q == word) {
        break;
      }
      if (starts.size() == MOST_WORDS) {
        return null;
      }
      String found = Characters.upper(text.substring(word, q));
      boolean filler =
          !starts.isEmpty()
              && (found.equals("CABLE")
                  || found.equals("CABLES")
                  || found.equals("TELEGRAM")
                  || found.equals("ALDAC")
                  || found.equals("NO.")
                  || found.equals("NUMBER"));
      if (!filler) {
        starts.add(word);
        wordsEnd = q;
      }
      while (q < to && (Lines.isBlank(text.charAt(q)) || ",#:/".indexOf(text.charAt(q)) >= 0)) {
        if (text.charAt(q) == '/' && (q + 1 >= to || !Characters.isDigit(text.charAt(q + 1)))) {
          break;
        }
        q++;
      }
      if (isSlashInName(text, q, to)) {
        parted = true;
        q++;
        continue;
      }
      if (q < to && text.charAt(q) == '(') {
        int close = ReferenceNote.closing(text, q);
        if (close > 0 && close < to && years.fills(q, close)) {
          yearInside = years.of(text.substring(q + 1, close));
          q = close + 1;
          while (q < to && Lines.isBlank(text.charAt(q))) {
            q++;
          }
        }
        break;
      }
      if (q < to && isNumberAt(text, q, to)) {
        break;
      }
    }
    if (starts.isEmpty() || q >= to || !isNumberAt(text, q, to)) {
      return null;
    }
    int serialEnd = numberEnd(text, q, to);
    if (!isSerial(text, q, serialEnd, to)) {
      return null;
    }
    String name = clean(text.substring(starts.get(0), wordsEnd));
    String series = "";
    // CA-3400 and A-1234 are airgrams of the post before.
    int lastWord = starts.get(starts.size() - 1);
    String last = Characters.upper(text.substring(lastWord, wordsEnd));
    if (starts.size() > 1 && (last.equals("A-") || last.equals("CA-"))) {
      series = last;
      name = clean(text.substring(starts.get(0), Characters.skipBlanksBack(text, lastWord, p)));
    }
    Optional<Post> exact = named(name);
    if (exact.isPresent()) {
      return new ReferenceStation(exact.get(), false, series, yearInside, q, serialEnd);
    }
    if (parted || WordSense.NO_POST.is(last) || WordSense.MONTH.is(last)) {
      return null;
    }
    if (TypedReference.kind(last) != ReferenceKind.OTHER) {
      return null;
    }
    Optional<Post> near = name.length() >= 4 ? Posts.standard().nearest(name) : Optional.empty();
    if (near.isPresent()) {
      return new ReferenceStation(near.get(), true, series, yearInside, q, serialEnd);
    }
    return null;
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
