package org.cablebeam.transforms.text;

/**
 * Finds page lines, {@code PAGE 02 WARSAW 00421 02 OF 04 141337Z}, whole, broken in two, or within
 * joined lines. One a body.
 */
final class PageLines {
  private final FurnitureSheet sheet;
  private final Lines lines;
  private final String text;
  private int nextPage = -1;

  PageLines(FurnitureSheet sheet) {
    this.sheet = sheet;
    this.lines = sheet.lines;
    this.text = sheet.text;
  }

  /**
   * {@code FurnitureSheet.PAGE 02 WARSAW 00421 02 OF 04 141337Z}, perhaps broken behind the page
   * number.
   */
  boolean take(int i, int start, int end) {
    int at = start + 4;
    if (!text.startsWith("PAGE", start) || at >= end || !Lines.isBlank(text.charAt(at))) {
      return false;
    }
    at = Signs.skipBlanks(text, at, end);
    int digits = at;
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == digits || at - digits > 3) {
      return false;
    }
    at = Signs.skipBlanks(text, at, end);
    if (at < end) {
      int behind = station(at, end, start);
      if (behind < 0) {
        return false;
      }
      sheet.add(start, behind);
      sheet.kinds[i] = behind >= end ? FurnitureSheet.PAGE : FurnitureSheet.TEXT;
      return true;
    }
    int below = sheet.nextText(i);
    if (below >= 0 && below <= i + 3) {
      int stop = lines.end(below);
      int behind = station(lines.indentEnd(below), stop, start);
      if (behind > 0) {
        sheet.add(start, behind);
        sheet.kinds[i] = FurnitureSheet.PAGE;
        sheet.kinds[below] = behind >= stop ? FurnitureSheet.PAGE : FurnitureSheet.TEXT;
        return true;
      }
    }
    // A page number alone is furniture beside a classification word only.
    int above = i;
    do {
      above--;
    } while (above >= 0 && sheet.kinds[above] == FurnitureSheet.BLANK);
    if (above >= 0 && sheet.kinds[above] == FurnitureSheet.LEVEL) {
      sheet.add(start, end);
      sheet.kinds[i] = FurnitureSheet.PAGE;
      return true;
    }
    return false;
  }

  /**
   * The offset behind {@code WARSAW 00421 02 OF 04 141337Z}: station, serial, and at least one of
   * section, time and end of line. -1 where it is something else.
   */
  private int station(int from, int end, int mark) {
    int at = from;
    int words = 0;
    while (words < 4 && at < end && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
      while (at < end && Signs.isStationLetter(text.charAt(at))) {
        at++;
      }
      at = Signs.skipBlanks(text, at, end);
      words++;
    }
    if (words == 0) {
      return -1;
    }
    int serial = at;
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at - serial < 3 || at - serial > 8) {
      return -1;
    }
    int behind = at;
    boolean proof = at - serial >= 5 || Signs.skipBlanks(text, at, end) >= end;
    // The second number of a message to or from a traveling party: TOSEC 190010.
    int series = Signs.skipBlanks(text, at, end);
    int word = series;
    while (word < end && text.charAt(word) >= 'A' && text.charAt(word) <= 'Z') {
      word++;
    }
    if (word - series >= 5 && word < end && word - series <= 6) {
      int digits = Signs.skipBlanks(text, word, end);
      int stop = digits;
      while (stop < end && Character.isDigit(text.charAt(stop))) {
        stop++;
      }
      if (stop - digits >= 4 && digits > word) {
        at = stop;
        behind = at;
        proof = true;
      }
    }
    int[] section = SectionCount.read(text, at, end);
    if (section.length > 0) {
      sheet.sections.add(new Furniture.SectionMark(section[0], section[1], mark));
      at = section[2];
      behind = at;
      proof = true;
    }
    int time = Signs.skipBlanks(text, at, end);
    int digits = time;
    while (digits < end && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits - time == 6 || digits - time == 5) {
      int z = Signs.skipBlanks(text, digits, end);
      if (z < end
          && text.charAt(z) == 'Z'
          && (z + 1 >= end || !Signs.isLetter(text.charAt(z + 1)))) {
        behind = z + 1;
        proof = true;
      }
    }
    if (!proof) {
      return -1;
    }
    return Signs.skipBlanks(text, behind, end) >= end ? end : behind;
  }

  /** Finds page lines within a line that a republisher joined of many. */
  void lookInside(int start, int end, int from) {
    for (int at = page(from); at >= 0 && at < end; at = page(at + 5)) {
      if (at == start || !Lines.isBlank(text.charAt(at - 1))) {
        continue;
      }
      int digits = Signs.skipBlanks(text, at + 4, end);
      int stop = digits;
      while (stop < end && Character.isDigit(text.charAt(stop))) {
        stop++;
      }
      if (stop == digits || stop - digits > 3) {
        continue;
      }
      int behind = station(Signs.skipBlanks(text, stop, end), end, at);
      if (behind > 0) {
        sheet.add(levelBefore(at, start), behind);
      }
    }
  }

  private int page(int from) {
    if (nextPage < from && nextPage != Integer.MAX_VALUE) {
      int next = text.indexOf("PAGE ", from);
      nextPage = next < 0 ? Integer.MAX_VALUE : next;
    }
    return nextPage == Integer.MAX_VALUE ? -1 : nextPage;
  }

  /** Where a classification word before a page line begins; {@code at} where there is none. */
  private int levelBefore(int at, int start) {
    int end = at;
    while (end > start && Lines.isBlank(text.charAt(end - 1))) {
      end--;
    }
    int word = end;
    while (word > start
        && !(Lines.isBlank(text.charAt(word - 1))
            && word - 2 >= start
            && Lines.isBlank(text.charAt(word - 2)))
        && end - word < 40) {
      word--;
    }
    if (word < end && LevelWord.end(text, word, end) == end) {
      return word;
    }
    // The last word alone, where a single blank stands before it.
    int last = end;
    while (last > start && Signs.isLetter(text.charAt(last - 1))) {
      last--;
    }
    return last < end && LevelWord.end(text, last, end) == end ? last : at;
  }
}
