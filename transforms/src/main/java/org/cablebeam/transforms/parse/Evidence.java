package org.cablebeam.transforms.parse;

import java.util.Locale;
import org.cablebeam.transforms.parse.header.Header;
import org.cablebeam.transforms.parse.heading.ClassificationLine;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is a cable, by its marks: those of a transmission header, of the heading, of the
 * numbered text, and of the telegram forms of the 1960s, whose text was typed below a printed head.
 */
final class Evidence {
  /** So many points make a cable. */
  private static final int ENOUGH = 4;

  /** Marks are looked for in the first so many UTF-16 units. */
  private static final int ZONE = 6000;

  /** How far from the beginning the printed head of a form stands. */
  private static final int FORM_ZONE = 1500;

  private static final String[] HEADING = {"E.O. 1", "E.O.1", "EO 1", "E. O. 1", "TAGS", "SUBJ"};

  private static final String[] FORM = {
    "DEPARTMENT OF STATE", "CONTROL", "REC'D", "SECSTATE", "SECRETARY OF STATE", "AMEMBASSY",
        "CLASSIFICATION",
    "ACTION DEPARTMENT", "INFORMATION", "CIRCULAR", "RPT", "DEPTEL", "EMBTEL", "PRIORITY"
  };

  private static final String[] FLATTENED = {
    " FM ", "SECSTATE WASHDC", " TO AMEMBASSY", " E O 1", " TAGS ", " SUBJECT "
  };

  private Evidence() {}

  /** Whether header and body have the marks of a cable. */
  static boolean isCable(Header header, @Nullable ClassificationLine line, String text) {
    int points = header.marks();
    if (line != null) {
      points += line.serial() < 0 ? 1 : 4;
    }
    if (points >= ENOUGH) {
      return true;
    }
    String zone = text.substring(0, Math.min(text.length(), ZONE));
    for (String mark : HEADING) {
      points += startsLine(zone, mark) ? 2 : 0;
    }
    points += startsLine(zone, "1. ") || startsLine(zone, "\u00b61.") ? 1 : 0;
    return points >= ENOUGH || isForm(zone) || isFlattened(zone);
  }

  /** A telegram typed on a form: its printed title alone on a line, and what the form asks for. */
  private static boolean isForm(String text) {
    String zone = text.substring(0, Math.min(text.length(), FORM_ZONE)).toUpperCase(Locale.ROOT);
    boolean title =
        startsLine(zone, "INCOMING TELEGRAM")
            || startsLine(zone, "OUTGOING TELEGRAM")
            || zone.contains("STATE AIRGRAM");
    if (!title) {
      return false;
    }
    int points = 0;
    for (String mark : FORM) {
      points += zone.contains(mark) ? 1 : 0;
    }
    return points >= 2;
  }

  /**
   * A telegram whose lines were run together by optical character recognition: a page line with
   * station and number inside a line, and two more things that a telegram has.
   */
  private static boolean isFlattened(String zone) {
    for (int at = zone.indexOf("PAGE "); at >= 0; at = zone.indexOf("PAGE ", at + 1)) {
      if (isPageLine(zone, at + 5)) {
        int points = 0;
        for (String mark : FLATTENED) {
          points += zone.indexOf(mark, at) >= 0 ? 1 : 0;
        }
        return points >= 2;
      }
    }
    return false;
  }

  /** {@code 01 STATE 281927}: a page, a station in capitals, a serial of three digits or more. */
  private static boolean isPageLine(String text, int from) {
    int station = skip(text, from, '0', '9');
    int blank = skip(text, station, ' ', ' ');
    int end = skip(text, blank, 'A', 'Z');
    int serial = skip(text, end, ' ', ' ');
    return station > from
        && blank > station
        && end >= blank + 4
        && serial > end
        && skip(text, serial, '0', '9') >= serial + 3;
  }

  private static int skip(String text, int from, char first, char last) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= first && text.charAt(at) <= last) {
      at++;
    }
    return at;
  }

  private static boolean startsLine(String text, String mark) {
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      int before = at;
      while (before > 0 && text.charAt(before - 1) == ' ') {
        before--;
      }
      if (before == 0 || text.charAt(before - 1) == '\n') {
        return true;
      }
    }
    return false;
  }
}
