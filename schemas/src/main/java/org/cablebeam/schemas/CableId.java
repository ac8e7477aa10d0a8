package org.cablebeam.schemas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.vocabulary.Posts;
import org.jspecify.annotations.NullMarked;

/**
 * The number of a cable: who sent it, in which year, as the how-manieth. Written {@code
 * 09MOSCOW2935}; archives write the same number {@code 2009MOSCOW02935}. Immutable.
 *
 * @param year four digits
 * @param post the canonical post of the time; for a station in no vocabulary its letters as found
 * @param serial the post's message number of the year, from 1
 * @param series "" for telegrams; "A-" for airgrams, "CA-" for circular airgrams, which posts
 *     number for themselves. Traveling parties (SECTO, TOSEC) are posts, not series.
 */
@NullMarked
public record CableId(int year, String post, long serial, String series) {
  /** Two-digit years from here on are of the 20th century. */
  private static final int PIVOT = 50;

  private static final int LONGEST_POST = 20;
  private static final int LONGEST_SERIAL = 8;
  private static final List<String> AIRGRAMS = List.of("CA-", "A-");

  /** The id of a telegram; the post takes the name it had in that year. */
  public static CableId of(int year, String post, long serial) {
    return new CableId(year, nameAt(post, year), serial, "");
  }

  /**
   * Reads a number in any of its written forms: long or short, with blanks or hyphens between its
   * parts, with an airgram's series, with an archive's suffix ({@code _b2}). The station may be
   * given by a name, a safe alias or its six-letter form. Nothing else may stand in the text, and
   * nothing is repaired.
   */
  public static Optional<CableId> parse(String text) {
    String id = withoutArchiveSuffix(text.strip());
    int yearStart = !id.isEmpty() && isApostrophe(id.charAt(0)) ? 1 : 0;
    int yearEnd = digitsEnd(id, yearStart);
    int serialStart = id.length();
    while (serialStart > yearEnd && isDigit(id.charAt(serialStart - 1))) {
      serialStart--;
    }
    int yearLength = yearEnd - yearStart;
    int serialLength = id.length() - serialStart;
    if ((yearLength != 2 && yearLength != 4)
        || serialLength == 0
        || serialLength > LONGEST_SERIAL) {
      return Optional.empty();
    }
    int year = year(id.substring(yearStart, yearEnd));
    String station = id.substring(yearEnd, serialStart).strip().toUpperCase(Locale.ROOT);
    String series = airgramSeries(station);
    station = station.substring(0, station.length() - series.length());
    String letters = letters(station);
    if (year < 0 || letters.length() < 2 || letters.length() > LONGEST_POST) {
      return Optional.empty();
    }
    long serial = Long.parseLong(id.substring(serialStart));
    if (serial == 0) {
      return Optional.empty();
    }
    String post = nameAt(letters, year);
    return Optional.of(new CableId(year, post, serial, series));
  }

  private static String nameAt(String post, int year) {
    Posts posts = Posts.standard();
    return posts.byName(post).map(found -> posts.atTime(found, year).id()).orElse(post);
  }

  /** An airgram's letters follow a blank, or a station that is known only without them. */
  private static String airgramSeries(String station) {
    for (String airgram : AIRGRAMS) {
      int at = station.length() - airgram.length();
      if (at > 0 && station.endsWith(airgram)) {
        boolean series =
            station.charAt(at - 1) == ' '
                || (Posts.standard().byName(station).isEmpty()
                    && Posts.standard().byName(station.substring(0, at)).isPresent());
        if (series) {
          return airgram;
        }
      }
    }
    return "";
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 2) {
      return year >= PIVOT ? 1900 + year : 2000 + year;
    }
    return year >= 1900 + PIVOT && year < 2000 + PIVOT ? year : -1;
  }

  /** The letters of a station; empty if anything stands there that no station's name has. */
  private static String letters(String station) {
    StringBuilder letters = new StringBuilder(station.length());
    for (int i = 0; i < station.length(); i++) {
      char c = station.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        letters.append(c);
      } else if (c != ' ' && c != '-' && c != '.' && !isApostrophe(c)) {
        return "";
      }
    }
    return letters.toString();
  }

  /** Archives of cables tell their batches apart by a suffix: _a, _b, _b2. */
  private static String withoutArchiveSuffix(String id) {
    int at = id.lastIndexOf('_');
    if (at < 0 || at == id.length() - 1 || id.length() - at > 3) {
      return id;
    }
    char batch = id.charAt(at + 1);
    boolean suffix = batch >= 'a' && batch <= 'z' && digitsEnd(id, at + 2) == id.length();
    return suffix ? id.substring(0, at) : id;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  /** The canonical form: two-digit year, post, serial without leading zeros. */
  @Override
  public String toString() {
    int century = year % 100;
    return (century < 10 ? "0" : "") + century + post + series + serial;
  }
}
