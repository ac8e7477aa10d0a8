package org.cablebeam.transforms.parse.header;

import java.util.Locale;
import java.util.Optional;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The line at the head of a printed page, {@code PAGE 01 FREEDO 00421 01 OF 02 141337Z}, in one
 * line or two. The station is cut to six letters, the serial padded with zeros.
 *
 * @param page from 1
 * @param station as found, null where the page line was cut off
 * @param serial the message number, null where there is none
 * @param series the second number of a message to or from a travelling party, {@code TOSEC 190010};
 *     null for others
 * @param span the page line within its line; where it begins tells it from text glued before
 */
public record PageLine(
    int page, @Nullable String station, @Nullable Long serial, @Nullable String series, Span span) {

  /** Finds a page line in {@code line}; the station and number may stand in the line after it. */
  static Optional<PageLine> find(String line, @Nullable String next) {
    for (int at = line.indexOf("PAGE"); at >= 0; at = line.indexOf("PAGE", at + 1)) {
      if (at > 0 && Character.isLetterOrDigit(line.charAt(at - 1))) {
        continue;
      }
      Cursor cursor = new Cursor(line).moveTo(at + 4);
      if (!cursor.atBlank()) {
        continue;
      }
      String page = pageNumber(cursor.skipBlanks());
      if (page.isEmpty()) {
        continue;
      }
      PageLine found = station(Integer.parseInt(page), line, at, cursor);
      if (found.station == null && next != null && cursor.skipBlanks().done()) {
        PageLine below = station(Integer.parseInt(page), next, 0, new Cursor(next));
        if (below.station != null && below.serial != null) {
          return Optional.of(
              new PageLine(below.page, below.station, below.serial, below.series, found.span));
        }
      }
      return Optional.of(found);
    }
    return Optional.empty();
  }

  /** Whether {@code line} is the second line of a page line broken in two. */
  static boolean isSecondLine(String line) {
    PageLine below = station(1, line, 0, new Cursor(line));
    return below.station != null && below.serial != null;
  }

  private static String pageNumber(Cursor cursor) {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < 3) {
      char c = cursor.peek();
      if (Characters.isDigit(c)) {
        digits.append(c);
      } else if (c == 'O' || c == 'o' || c == '@') {
        digits.append('0');
      } else {
        break;
      }
      cursor.skip();
    }
    boolean ends = cursor.done() || Lines.isBlank(cursor.peek());
    return ends ? digits.toString() : "";
  }

  /** The words before the first number are the station, the number is the serial. */
  private static PageLine station(int page, String line, int start, Cursor cursor) {
    StringBuilder station = new StringBuilder();
    Long serial = null;
    String series = null;
    int end = cursor.at();
    while (!cursor.skipBlanks().done()) {
      String word = cursor.word();
      String digits = asNumber(word);
      if (!digits.isEmpty()) {
        if (station.length() > 0) {
          serial = Long.valueOf(digits);
          end = cursor.at();
        }
        break;
      }
      if (!isStationWord(word) || station.length() + word.length() > 20) {
        break;
      }
      station.append(station.length() > 0 ? " " : "").append(word);
      end = cursor.at();
    }
    if (serial != null) {
      String word = cursor.skipBlanks().letters();
      if (word.length() >= 4 && cursor.atBlank()) {
        String number = cursor.skipBlanks().digits(7);
        if (!number.isEmpty()) {
          series = word.toUpperCase(Locale.ROOT) + " " + number;
        }
      }
      end = line.length();
    }
    return new PageLine(
        page,
        station.length() > 0 ? station.toString() : null,
        serial,
        series,
        new Span(start, Math.max(start, end)));
  }

  /** The digits of a serial, letters read for digits put right; empty if it is none. */
  private static String asNumber(String word) {
    if (word.isEmpty()
        || word.length() > 8
        || !Characters.isDigit(word.charAt(word.length() - 1))) {
      return "";
    }
    StringBuilder digits = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Characters.isDigit(c)) {
        digits.append(c);
      } else if (c == 'O' || c == '@') {
        digits.append('0');
      } else {
        return "";
      }
    }
    return digits.toString();
  }

  private static boolean isStationWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && c != '\'' && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }
}
