package org.cablebeam.transforms.parse.header;

import java.util.List;
import java.util.Map;
import org.cablebeam.transforms.text.Lines;

/**
 * The header that the Department's messaging system SMART prints since 2009: {@code Date/DTG: Feb
 * 12, 2010 / 121455Z FEB 10}, {@code From: AMEMBASSY TALLINN}, {@code Action: WASHDC, SECSTATE
 * ROUTINE}. Its lines are put into the words of ACP 127, filled up with blanks so that the text
 * keeps its length and offsets stay true.
 */
public final class SmartHeader {
  /** With this line the header begins. */
  public static final String FIRST = "MRN:";

  /** What the printed names are in ACP 127; that of the date is left away. */
  private static final Map<String, String> NAMES =
      Map.of("Date/DTG:", "", "From:", "FM", "Action:", "TO", "Info:", "INFO");

  /** Here the heading begins. */
  private static final List<String> HEADING = List.of("E.O.", "TAGS:", "Captions:", "Subject:");

  /** A header has no more lines. */
  private static final int MOST_LINES = 200;

  private SmartHeader() {}

  /** The text with its SMART header in the words of ACP 127; the text itself where it has none. */
  public static String unfold(String text) {
    int first = text.startsWith(FIRST) ? 0 : text.indexOf("\n" + FIRST);
    if (first < 0) {
      return text;
    }
    StringBuilder unfolded = new StringBuilder(text);
    boolean addresses = false;
    int start = lineEnd(text, first + 1) + 1;
    for (int lines = 0; lines < MOST_LINES && start < text.length(); lines++) {
      int end = lineEnd(text, start);
      String line = text.substring(start, end);
      if (HEADING.stream().anyMatch(line::startsWith)) {
        break;
      }
      int colon = line.indexOf(':');
      String name = colon < 0 ? null : NAMES.get(line.substring(0, colon + 1));
      addresses = name != null ? !name.isEmpty() : addresses && colon < 0;
      if (name != null) {
        int behind = Math.max(colon, name.isEmpty() ? line.indexOf('/', colon) : colon) + 1;
        put(unfolded, start, start + behind, name);
      }
      if (addresses) {
        turn(unfolded, start + (name == null ? 0 : colon + 1), end);
      }
      start = end + 1;
    }
    return unfolded.toString();
  }

  /** An addressee as ACP 127 has it. */
  static String turned(String line) {
    StringBuilder turned = new StringBuilder(line);
    turn(turned, 0, line.length());
    return turned.toString();
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** {@code WASHDC, SECSTATE ROUTINE} becomes {@code SECSTATE WASHDC ROUTINE}. */
  private static void turn(StringBuilder text, int from, int end) {
    int start = from;
    while (start < end && Lines.isBlank(text.charAt(start))) {
      start++;
    }
    int comma = text.indexOf(",", start);
    if (comma < 0 || comma >= end) {
      return;
    }
    int kind = comma + 1;
    while (kind < end && Lines.isBlank(text.charAt(kind))) {
      kind++;
    }
    int behind = kind;
    while (behind < end && !Lines.isBlank(text.charAt(behind))) {
      behind++;
    }
    put(text, start, behind, text.substring(kind, behind) + " " + text.substring(start, comma));
  }

  private static void put(StringBuilder text, int start, int end, String words) {
    text.replace(start, end, words + " ".repeat(end - start - words.length()));
  }
}
