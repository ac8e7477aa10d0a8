package org.cablebeam.transforms.text;

/**
 * Finds page lines, {@code PAGE 02 WARSAW 00421 02 OF 04 141337Z}, whole, broken in two, or within
 * joined lines. One a body.
 */
final class PageLines {
  private static final String PAGE = "PAGE";

  private final FurnitureSheet sheet;
  private final Lines lines;
  private final String text;
  private int nextPage = -1;

  PageLines(FurnitureSheet sheet) {
    this.sheet = sheet;
    this.lines = sheet.lines;
    this.text = sheet.text;
  }

  /** {@code PAGE 02 WARSAW 00421 02 OF 04 141337Z}, perhaps broken behind the page number. */
  boolean take(int i, int start, int end) {
    int number = start + PAGE.length();
    if (!text.startsWith(PAGE, start) || number >= end || !Lines.isBlank(text.charAt(number))) {
      return false;
    }
    int at = behindPageNumber(number, end);
    if (at < 0) {
      return false;
    }
    if (at < end) {
      return take(i, start, at, end);
    }
    int below = sheet.nextText(i);
    if (below >= 0
        && below <= i + 3
        && take(below, start, lines.indentEnd(below), lines.end(below))) {
      sheet.kinds[i] = FurnitureSheet.PAGE;
      return true;
    }
    // A page number alone is furniture beside a classification word only.
    if (!isBelowLevel(i)) {
      return false;
    }
    sheet.add(start, end);
    sheet.kinds[i] = FurnitureSheet.PAGE;
    return true;
  }

  /**
   * The rest of a page line begun at {@code start}, from {@code at} to the end of line {@code i}.
   */
  private boolean take(int i, int start, int at, int end) {
    int behind = station(at, end, start);
    if (behind < 0) {
      return false;
    }
    sheet.add(start, behind);
    sheet.kinds[i] = behind >= end ? FurnitureSheet.PAGE : FurnitureSheet.TEXT;
    return true;
  }

  /** The offset of what follows the page number; -1 where no number of three digits is there. */
  private int behindPageNumber(int from, int end) {
    int digits = Characters.skipBlanks(text, from, end);
    int first = digits;
    while (first < end
        && first < digits + 2
        && LookAlikes.expectedDigit(text.charAt(first)) == 0
        && !Characters.isDigit(text.charAt(first))) {
      // PAGE @2, as machines read it.
      first++;
    }
    int at = Characters.skipDigits(text, first, end);
    return at == first || at - digits > 3 ? -1 : Characters.skipBlanks(text, at, end);
  }

  /** Whether a classification word stands on the line above, blank ones apart. */
  boolean isBelowLevel(int i) {
    int above = i - 1;
    while (above >= 0 && sheet.kinds[above] == FurnitureSheet.BLANK) {
      above--;
    }
    return above >= 0 && sheet.kinds[above] == FurnitureSheet.LEVEL;
  }

  /**
   * The offset behind {@code WARSAW 00421 02 OF 04 141337Z}: station, serial, and at least one of
   * section, time and end of line. -1 where it is something else.
   */
  private int station(int from, int end, int mark) {
    int serial = behindStation(from, end);
    int behind = Characters.skipDigits(text, serial, end);
    int digits = behind - serial;
    if (serial == from || digits < 3 || digits > 8) {
      return -1;
    }
    boolean proof = digits >= 5 || Characters.skipBlanks(text, behind, end) >= end;
    int series = behindSeries(behind, end);
    SectionCount section = SectionCount.read(text, Math.max(behind, series), end);
    if (section != null) {
      sheet.sections.add(new Furniture.SectionMark(section.number(), section.count(), mark));
    }
    behind = section != null ? section.end() : Math.max(behind, series);
    int time = behindTime(behind, end);
    if (!proof && series < 0 && section == null && time < 0) {
      return -1;
    }
    behind = Math.max(behind, time);
    return Characters.skipBlanks(text, behind, end) >= end ? end : behind;
  }

  /** The offset behind the one to four words of a station; {@code from} where there is none. */
  private int behindStation(int from, int end) {
    int at = from;
    for (int words = 0; words < 4 && at < end && isCapital(at); words++) {
      while (at < end && Signs.isStationLetter(text.charAt(at))) {
        at++;
      }
      at = Characters.skipBlanks(text, at, end);
    }
    return at;
  }

  /**
   * The offset behind the second number of a message to or from a travelling party, {@code TOSEC
   * 190010}; -1 where there is none.
   */
  private int behindSeries(int from, int end) {
    int word = Characters.skipBlanks(text, from, end);
    int at = word;
    while (at < end && isCapital(at)) {
      at++;
    }
    if (at - word < 5 || at - word > 6) {
      return -1;
    }
    int digits = Characters.skipBlanks(text, at, end);
    int behind = Characters.skipDigits(text, digits, end);
    return digits > at && behind - digits >= 4 ? behind : -1;
  }

  /** The offset behind {@code 141337Z}, a digit lost or not; -1 where there is none. */
  private int behindTime(int from, int end) {
    int time = Characters.skipBlanks(text, from, end);
    int digits = Characters.skipDigits(text, time, end);
    int z = Characters.skipBlanks(text, digits, end);
    boolean zulu =
        z < end
            && text.charAt(z) == 'Z'
            && (z + 1 >= end || !Characters.isLetter(text.charAt(z + 1)));
    if (!zulu && digits - time == 7 && "27".indexOf(text.charAt(digits - 1)) >= 0) {
      // Z read as 2 or 7.
      return digits;
    }
    return zulu && (digits - time == 6 || digits - time == 5) ? z + 1 : -1;
  }

  private boolean isCapital(int at) {
    return text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
  }

  /** Finds page lines within a line that a republisher joined of many. */
  void lookInside(int start, int end, int from) {
    for (int at = page(from); at >= 0 && at < end; at = page(at + 5)) {
      if (at == start || !Lines.isBlank(text.charAt(at - 1))) {
        continue;
      }
      int number = behindPageNumber(at + PAGE.length(), end);
      int behind = number < 0 ? -1 : station(number, end, at);
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
    while (last > start && Characters.isLetter(text.charAt(last - 1))) {
      last--;
    }
    return last < end && LevelWord.end(text, last, end) == end ? last : at;
  }
}
