package org.cablebeam.transforms.text;

import java.util.Locale;

/**
 * Finds the headers that the network of the 2000s put where a section begins, {@code WARSAW
 * 00000421 001.2 OF 004}, whole, broken in two, or within joined lines. One a body.
 */
final class SectionHeaders {
  private final FurnitureSheet sheet;
  private final Lines lines;
  private final String text;
  private final SectionHeadings headings;
  private int nextOf = -1;

  SectionHeaders(FurnitureSheet sheet, SectionHeadings headings) {
    this.sheet = sheet;
    this.lines = sheet.lines;
    this.text = sheet.text;
    this.headings = headings;
  }

  /** {@code WARSAW 00000421 001.2 OF 004} at the beginning of a line, whole or broken. */
  void take(int i, int start, int end) {
    int at = start;
    int most = Math.min(end, start + 34);
    while (at < most && Signs.isPostLetter(text.charAt(at))) {
      at++;
    }
    if (at >= end
        || at == start
        || text.charAt(at - 1) != ' '
        || !Signs.eightDigits(text, at, end)) {
      return;
    }
    int behind = at + 8;
    if (Characters.skipBlanks(text, behind, end) >= end
        || text.charAt(Characters.skipBlanks(text, behind, end)) == '\\') {
      int below = sheet.nextText(i);
      if (below < 0) {
        return;
      }
      int stop = lines.end(below);
      int last = part(lines.indentEnd(below), stop, start);
      if (last > 0) {
        sheet.add(start, last);
        sheet.kinds[i] = FurnitureSheet.BREAK;
        sheet.kinds[below] = last >= stop ? FurnitureSheet.BREAK : FurnitureSheet.TEXT;
      }
      return;
    }
    int last = part(behind, end, start);
    if (last > 0) {
      sheet.add(words(start, at) <= 3 ? start : postBefore(at, start), last);
      if (last >= end) {
        sheet.kinds[i] = FurnitureSheet.BREAK;
      }
    }
  }

  /** {@code 00000421 001.2 OF 004}, the post before it perhaps on the line above. */
  void takeNumber(int i, int start, int end) {
    int behind = part(start + 8, end, start);
    if (behind < 0) {
      return;
    }
    int from = start;
    int above = sheet.previousText(i);
    if (above >= 0 && isPostName(above)) {
      from = lines.indentEnd(above);
      sheet.kinds[above] = FurnitureSheet.BREAK;
    }
    sheet.add(from, behind);
    sheet.kinds[i] = behind == end ? FurnitureSheet.BREAK : FurnitureSheet.TEXT;
  }

  private int words(int start, int end) {
    int words = 0;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != ' ' && (i == start || text.charAt(i - 1) == ' ')) {
        words++;
      }
    }
    return words;
  }

  /** The offset behind {@code 001.2 OF 004} and a backslash; -1 where it is not there. */
  private int part(int from, int end, int mark) {
    int at = Characters.skipBlanks(text, from, end);
    if (at + 3 > end || !Signs.isDigits(text, at, at + 3)) {
      return -1;
    }
    int number = (int) Signs.number(text, at, at + 3);
    at += 3;
    if (at + 1 < end && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1))) {
      at += 2;
    }
    at = Characters.skipBlanks(text, at, end);
    if (at + 2 > end || (text.charAt(at + 1) != 'F' && text.charAt(at + 1) != 'f')) {
      return -1;
    }
    at = Characters.skipBlanks(text, at + 2, end);
    if (at + 3 > end || !Signs.isDigits(text, at, at + 3)) {
      return -1;
    }
    int count = (int) Signs.number(text, at, at + 3);
    at += 3;
    if (number >= 1 && number <= count) {
      sheet.sections.add(new Furniture.SectionMark(number, count, mark));
    }
    int slash = Characters.skipBlanks(text, at, end);
    if (slash < end && text.charAt(slash) == '\\') {
      at = slash + 1;
    }
    return Characters.skipBlanks(text, at, end) >= end ? end : at;
  }

  /** Finds section headers within a line that a republisher joined of many. */
  void lookInside(int start, int end, int from) {
    for (int at = of(from); at >= 0 && at < end; at = of(at + 4)) {
      int part = at;
      while (part > start
          && (Character.isDigit(text.charAt(part - 1)) || text.charAt(part - 1) == '.')) {
        part--;
      }
      int serial = part;
      while (serial > start && Lines.isBlank(text.charAt(serial - 1))) {
        serial--;
      }
      if (at - part < 3 || at - part > 5 || serial == part || serial - 8 < start) {
        continue;
      }
      if (!Signs.eightDigits(text, serial - 8, end)) {
        continue;
      }
      int post = postBefore(serial - 8, start);
      int behind = post < 0 ? -1 : part(part, end, post);
      if (behind > 0) {
        sheet.add(post, behind);
      }
    }
  }

  private int of(int from) {
    if (nextOf < from && nextOf != Integer.MAX_VALUE) {
      int next = text.indexOf(" OF 0", from);
      nextOf = next < 0 ? Integer.MAX_VALUE : next;
    }
    return nextOf == Integer.MAX_VALUE ? -1 : nextOf;
  }

  /**
   * Where the post before a serial begins: the most words that stand before the same serial in the
   * classification line, else one word; -1 where no word is there.
   */
  private int postBefore(int at, int start) {
    int serialEnd = at + 8;
    int serial = at;
    while (serial < serialEnd - 1 && text.charAt(serial) == '0') {
      serial++;
    }
    String number = text.substring(serial, serialEnd);
    String head = headings.first(at);
    int best = -1;
    int word = at;
    for (int words = 0; words < 4; words++) {
      int end = word;
      while (end > start && text.charAt(end - 1) == ' ') {
        end--;
      }
      int begin = end;
      while (begin > start && Signs.isStationLetter(text.charAt(begin - 1)) && end - begin < 20) {
        begin--;
      }
      if (begin == end) {
        break;
      }
      if (best < 0) {
        best = begin;
      } else {
        String name = text.substring(begin, at).strip().toUpperCase(Locale.ROOT);
        int there = head.indexOf(name + " ");
        if (there >= 0 && head.startsWith(number, firstNonZero(head, there + name.length()))) {
          best = begin;
        }
      }
      word = begin;
    }
    return best;
  }

  private static int firstNonZero(String head, int from) {
    int at = from;
    while (at < head.length() && (head.charAt(at) == ' ' || head.charAt(at) == '0')) {
      at++;
    }
    return at;
  }

  /** One to three capitalised words and nothing else: the name of a post cut from its number. */
  private boolean isPostName(int line) {
    int start = lines.indentEnd(line);
    int end = lines.end(line);
    if (end - start > 24 || end - start < 4 || sheet.kinds[line] != FurnitureSheet.TEXT) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!Signs.isPostLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
