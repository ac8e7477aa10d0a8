package org.cablebeam.transforms.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    Words words = new Words(i, from, end);
    words.read();
    if (words.serial < 0 && words.count == null) {
      return;
    }
    Heading heading = words.heading();
    boolean quoted =
        heading.serial >= 0
            && !all.isEmpty()
            && all.get(0).serial >= 0
            && all.get(0).serial != heading.serial;
    if (heading.count > 0 && !quoted) {
      sheet.sections.add(
          new Furniture.SectionMark(heading.section, heading.count, lines.indentEnd(i)));
    }
    all.add(heading);
  }

  /** The words and numbers behind a level, over one line end at most. */
  private final class Words {
    private static final int MOST = 12;

    private final int line;
    private int at;
    private int stop;
    private int next;
    private int words;
    private @Nullable SectionCount count;
    private long serial = -1;

    Words(int line, int from, int end) {
      this.line = line;
      this.at = from;
      this.stop = end;
      this.next = line + 1;
    }

    void read() {
      boolean more = true;
      while (more && words < MOST) {
        while (at < stop && !Character.isLetterOrDigit(text.charAt(at))) {
          at++;
        }
        more = at >= stop ? wrap() : word() || number();
      }
    }

    Heading heading() {
      return count == null
          ? new Heading(line, 0, 0, serial, next)
          : new Heading(line, count.number(), count.count(), serial, next);
    }

    /** Goes on at the line below if the number of the cable stands there. */
    private boolean wrap() {
      int below = serial < 0 && next == line + 1 && words > 0 ? sheet.nextText(line) : -1;
      if (below < 0 || !endsInSerial(below)) {
        return false;
      }
      next = below + 1;
      at = lines.indentEnd(below);
      stop = lines.end(below);
      return true;
    }

    private boolean word() {
      int start = at;
      while (at < stop && Signs.isLetterOrMark(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        return false;
      }
      words++;
      counted(SectionCount.behindWord(text, start, at, stop));
      return true;
    }

    /** The section where no word came before, else the serial, of which there is one. */
    private boolean number() {
      int start = at;
      at = Characters.skipDigits(text, at, stop);
      if (at == start || serial >= 0) {
        return false;
      }
      if (words == 0) {
        return counted(SectionCount.read(text, start, stop));
      }
      if (at - start > 8) {
        return false;
      }
      serial = Signs.number(text, start, at);
      return true;
    }

    private boolean counted(@Nullable SectionCount found) {
      if (found == null || count != null) {
        return false;
      }
      count = found;
      at = found.end();
      return true;
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
