package org.cablebeam.transforms.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The classification lines of a body: its own, and those with which later sections begin. */
final class SectionHeadings {
  /**
   * One of them.
   *
   * @param line on which it stands
   * @param section which section it names, 0 where it names none
   * @param count of how many, 0 where it names none
   * @param serial the number of the cable, -1 where it gives none
   * @param next the line behind it
   */
  record Heading(int line, int section, int count, long serial, int next) {}

  private static final int[] NONE = {};

  private final FurnitureSheet sheet;
  private final Lines lines;
  private final String text;
  private final List<Heading> all = new ArrayList<>();

  SectionHeadings(FurnitureSheet sheet) {
    this.sheet = sheet;
    this.lines = sheet.lines;
    this.text = sheet.text;
  }

  List<Heading> all() {
    return all;
  }

  /**
   * {@code SECTION 02 OF 04 WARSAW 000421} or {@code WARSAW 000421}, perhaps over two lines; the
   * word SECTION may be missing, and stand behind the number.
   */
  void take(int i, int from, int end) {
    int section = 0;
    int count = 0;
    long serial = -1;
    int at = from;
    int next = i + 1;
    int stop = end;
    int words = 0;
    boolean wrapped = false;
    while (words < 12) {
      while (at < stop && !Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      if (at >= stop) {
        int below = serial < 0 && !wrapped && words > 0 ? sheet.nextText(i) : -1;
        if (below < 0 || !endsInSerial(below)) {
          break;
        }
        wrapped = true;
        next = below + 1;
        at = lines.indentEnd(below);
        stop = lines.end(below);
        continue;
      }
      int word = at;
      while (at < stop && Signs.isLetterOrMark(text.charAt(at))) {
        at++;
      }
      if (at > word) {
        words++;
        int[] mark = count == 0 ? SectionCount.behindWord(text, word, at, stop) : NONE;
        if (mark.length > 0) {
          section = mark[0];
          count = mark[1];
          at = mark[2];
        }
        continue;
      }
      while (at < stop && Character.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == word || serial >= 0) {
        break;
      }
      int[] mark = count == 0 && words == 0 ? SectionCount.read(text, word, stop) : NONE;
      if (mark.length > 0) {
        section = mark[0];
        count = mark[1];
        at = mark[2];
      } else if (words > 0 && at - word <= 8) {
        serial = Signs.number(text, word, at);
      } else {
        break;
      }
    }
    if (serial >= 0 || count > 0) {
      boolean quoted =
          serial >= 0 && !all.isEmpty() && all.get(0).serial >= 0 && all.get(0).serial != serial;
      if (count > 0 && !quoted) {
        sheet.sections.add(new Furniture.SectionMark(section, count, lines.indentEnd(i)));
      }
      all.add(new Heading(i, section, count, serial, next));
    }
  }

  private boolean endsInSerial(int line) {
    int start = lines.indentEnd(line);
    int end = lines.end(line);
    if (end - start > 30 || !Character.isDigit(text.charAt(end - 1))) {
      return false;
    }
    int at = end;
    while (at > start && Character.isDigit(text.charAt(at - 1))) {
      at--;
    }
    if (end - at < 3 || end - at > 8) {
      return false;
    }
    for (int k = start; k < at; k++) {
      char c = text.charAt(k);
      if (!Signs.isLetterOrMark(c) && c != ' ') {
        return false;
      }
    }
    return true;
  }

  /** The first classification line before an offset, on one line, upper case; empty if none. */
  String first(int before) {
    if (all.isEmpty()) {
      return "";
    }
    Heading first = all.get(0);
    int start = lines.start(first.line);
    int end =
        Math.min(lines.start(first.next - 1) + FurnitureSheet.MARGIN, lines.next(first.next - 1));
    int stop = Math.min(Math.min(end, start + 2 * FurnitureSheet.MARGIN), before);
    return text.substring(start, Math.max(start, stop)).replace('\n', ' ').toUpperCase(Locale.ROOT);
  }
}
