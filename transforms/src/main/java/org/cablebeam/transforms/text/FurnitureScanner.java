package org.cablebeam.transforms.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds the furniture of one body. First each line is taken for what it looks like by itself; then
 * runs of such lines are judged together, for a classification word or a number is furniture only
 * beside a page line; then the repeated headings of later sections are taken whole. One a body.
 */
final class FurnitureScanner {
  private static final byte TEXT = 0;
  private static final byte BLANK = 1;

  /** A classification word and nothing else. */
  private static final byte LEVEL = 2;

  /** A page line. */
  private static final byte PAGE = 3;

  /** A short number alone, as printers left it below a page line. */
  private static final byte NUMBER = 4;

  /** A caption alone: what remains of a page header whose other lines were removed. */
  private static final byte CAPTION = 5;

  /** Furniture by itself, and proof that a page or section ends here. */
  private static final byte BREAK = 6;

  /**
   * Joined lines are longer than any telegraph line; only in them is furniture looked for inside.
   */
  private static final int JOINED = 100;

  /** The widest margin, in UTF-16 units. */
  private static final int MARGIN = 200;

  /** No telegraph header is longer, in lines. */
  private static final int HEADER = 250;

  /** Where the first heading is looked for to know its repetitions, in lines. */
  private static final int HEADING = 80;

  private record ClassLine(int line, int section, int count, long serial, int next) {}

  private final Lines lines;
  private final String text;
  private final byte[] kinds;
  private final List<Span> found = new ArrayList<>();
  private final List<Span> stamps;
  private final List<Furniture.SectionMark> sections = new ArrayList<>();
  private final List<ClassLine> classLines = new ArrayList<>();
  private final List<Span> headings = new ArrayList<>();
  private int nextPage = -1;
  private int nextOf = -1;
  private int scannedTo;

  FurnitureScanner(Lines lines) {
    this.lines = lines;
    this.text = lines.text();
    this.kinds = new byte[lines.count()];
    this.stamps = StampFinder.find(lines);
  }

  Furniture scan() {
    takeStamps();
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == TEXT) {
        look(i);
      }
    }
    judgeRuns();
    takeRepeatedHeadings();
    return build();
  }

  // Lines by themselves

  private void look(int i) {
    int start = lines.indentEnd(i);
    int end = lines.end(i);
    if (start >= end) {
      kinds[i] = BLANK;
      return;
    }
    char c = text.charAt(start);
    if (c >= 'A' && c <= 'Z') {
      lookAtCapital(i, start, end, c);
    } else if (c >= 'a' && c <= 'z') {
      // Furniture is upper case but for the classification words of lower-case cables and stamps.
      lookAtLevel(i, start, end);
      if (kinds[i] == TEXT && end - start > JOINED) {
        lookInside(start, end);
      }
      return;
    } else {
      lookAtSign(i, start, end, c);
    }
    if (kinds[i] == TEXT) {
      if (end - start > JOINED) {
        lookInside(start, end);
      }
    }
  }

  private void lookAtCapital(int i, int start, int end, char c) {
    if (c == 'P' && pageAt(i, start, end)) {
      return;
    }
    if (end - start <= 24 && isLone(start, end, c)) {
      kinds[i] = isEndMark(start, end) ? BREAK : CAPTION;
      if (kinds[i] == BREAK) {
        add(start, end);
      }
      return;
    }
    lookAtLevel(i, start, end);
    if (kinds[i] == TEXT) {
      sectionHeader(i, start, end);
    }
  }

  private void lookAtSign(int i, int start, int end, char c) {
    if (c >= '0' && c <= '9') {
      if (end - start <= 5 && isPrintNumber(start, end)) {
        kinds[i] = NUMBER;
      } else if (eightDigits(start, end)) {
        int behind = part(start + 8, end, start);
        if (behind > 0) {
          int from = start;
          int above = previousText(i);
          if (above >= 0 && isPostName(above)) {
            from = lines.indentEnd(above);
            kinds[above] = BREAK;
          }
          add(from, behind);
          kinds[i] = behind == end ? BREAK : TEXT;
        }
      }
    } else if (c == '-') {
      if (isMessageCentreNumber(start, end)) {
        kinds[i] = BREAK;
        add(start, end);
      } else if (end - start <= 24 && isContinuation(start, end)) {
        kinds[i] = CAPTION;
      }
    } else if (c == '<') {
      if (text.startsWith("<< END OF DOCUMENT >>", start)) {
        kinds[i] = BREAK;
        add(start, end);
      }
    } else if (c == '*') {
      if (text.startsWith("*** Current ", start)) {
        kinds[i] = BREAK;
        add(start, end);
      }
    } else if (c == '\u00bf') {
      if (isOnly(start, end, '\u00bf')) {
        kinds[i] = BREAK;
        add(start, end);
      }
    } else if (c == '(' && end - start <= 24 && isContinuation(start, end)) {
      kinds[i] = CAPTION;
    } else if (c == '#' && end - start == 5 && isDigits(start + 1, end)) {
      kinds[i] = BREAK;
      add(start, end);
    } else {
      lookAtLevel(i, start, end);
    }
  }

  /** A classification word alone, or the classification line of the message or of a section. */
  private void lookAtLevel(int i, int start, int end) {
    int behind = LevelWord.end(text, start, end);
    if (behind < 0) {
      return;
    }
    int rest = LevelWord.caveatsEnd(text, behind, end);
    if (rest >= end) {
      kinds[i] = LEVEL;
      return;
    }
    classLine(i, rest, end);
  }

  /** {@code SECTION 02 OF 04 WARSAW 000421} or {@code WARSAW 000421}, perhaps over two lines. */
  private void classLine(int i, int from, int end) {
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
        int below = serial < 0 && !wrapped && words > 0 ? nextText(i) : -1;
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
      while (at < stop && isLetterOrMark(text.charAt(at))) {
        at++;
      }
      if (at > word) {
        words++;
        if (count == 0 && isSectionWord(word, at)) {
          int[] mark = sectionOf(at, stop);
          if (mark.length > 0) {
            section = mark[0];
            count = mark[1];
            at = mark[2];
          }
        }
        continue;
      }
      while (at < stop && Character.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == word) {
        break;
      }
      if (words > 0 && at - word <= 8) {
        serial = number(word, at);
      }
      break;
    }
    if (serial >= 0 || count > 0) {
      boolean quoted =
          serial >= 0
              && !classLines.isEmpty()
              && classLines.get(0).serial >= 0
              && classLines.get(0).serial != serial;
      if (count > 0 && !quoted) {
        sections.add(new Furniture.SectionMark(section, count, lines.indentEnd(i)));
      }
      classLines.add(new ClassLine(i, section, count, serial, next));
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
      if (!isLetterOrMark(c) && c != ' ') {
        return false;
      }
    }
    return true;
  }

  /** SECTION with at most one letter wrong, as circuits left it. */
  private boolean isSectionWord(int start, int end) {
    int length = end - start;
    if (length < 6 || length > 8) {
      return false;
    }
    String word = text.substring(start, end).toUpperCase(Locale.ROOT);
    String right = "SECTION";
    int prefix = 0;
    while (prefix < length && prefix < 7 && word.charAt(prefix) == right.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < length - prefix
        && suffix < 7 - prefix
        && word.charAt(length - 1 - suffix) == right.charAt(6 - suffix)) {
      suffix++;
    }
    return Math.max(length, 7) - prefix - suffix <= 1;
  }

  /** Number, count and offset behind {@code 02 OF 04}; empty where that is not there. */
  private int[] sectionOf(int from, int end) {
    int at = skipBlanks(from, end);
    int first = at;
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == first || at - first > 3) {
      return new int[0];
    }
    int number = (int) number(first, at);
    at = skipBlanks(at, end);
    // OF, also GF, QF and 0F.
    if (at + 2 > end || (text.charAt(at + 1) != 'F' && text.charAt(at + 1) != 'f')) {
      return new int[0];
    }
    at = skipBlanks(at + 2, end);
    int second = at;
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == second || at - second > 3) {
      return new int[0];
    }
    int count = (int) number(second, at);
    return number < 1 || count < number || count > 200 ? new int[0] : new int[] {number, count, at};
  }

  /** {@code PAGE 02 WARSAW 00421 02 OF 04 141337Z}, perhaps broken behind the page number. */
  private boolean pageAt(int i, int start, int end) {
    int at = start + 4;
    if (!text.startsWith("PAGE", start) || at >= end || !Lines.isBlank(text.charAt(at))) {
      return false;
    }
    at = skipBlanks(at, end);
    int digits = at;
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == digits || at - digits > 3) {
      return false;
    }
    at = skipBlanks(at, end);
    if (at < end) {
      int behind = station(at, end, start);
      if (behind < 0) {
        return false;
      }
      add(start, behind);
      kinds[i] = behind >= end ? PAGE : TEXT;
      return true;
    }
    int below = nextText(i);
    if (below >= 0 && below <= i + 3) {
      int stop = lines.end(below);
      int behind = station(lines.indentEnd(below), stop, start);
      if (behind > 0) {
        add(start, behind);
        kinds[i] = PAGE;
        kinds[below] = behind >= stop ? PAGE : TEXT;
        return true;
      }
    }
    // A page number alone is furniture beside a classification word only.
    int above = i;
    do {
      above--;
    } while (above >= 0 && kinds[above] == BLANK);
    if (above >= 0 && kinds[above] == LEVEL) {
      add(start, end);
      kinds[i] = PAGE;
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
      while (at < end && isStationLetter(text.charAt(at))) {
        at++;
      }
      at = skipBlanks(at, end);
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
    boolean proof = at - serial >= 5 || skipBlanks(at, end) >= end;
    // The second number of a message to or from a traveling party: TOSEC 190010.
    int series = skipBlanks(at, end);
    int word = series;
    while (word < end && text.charAt(word) >= 'A' && text.charAt(word) <= 'Z') {
      word++;
    }
    if (word - series >= 5 && word < end && word - series <= 6) {
      int digits = skipBlanks(word, end);
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
    int[] section = sectionOf(at, end);
    if (section.length > 0) {
      sections.add(new Furniture.SectionMark(section[0], section[1], mark));
      at = section[2];
      behind = at;
      proof = true;
    }
    int time = skipBlanks(at, end);
    int digits = time;
    while (digits < end && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits - time == 6 || digits - time == 5) {
      int z = skipBlanks(digits, end);
      if (z < end && text.charAt(z) == 'Z' && (z + 1 >= end || !isLetter(text.charAt(z + 1)))) {
        behind = z + 1;
        proof = true;
      }
    }
    if (!proof) {
      return -1;
    }
    return skipBlanks(behind, end) >= end ? end : behind;
  }

  /** {@code WARSAW 00000421 001.2 OF 004} at the beginning of a line, whole or broken. */
  private void sectionHeader(int i, int start, int end) {
    int at = start;
    int most = Math.min(end, start + 34);
    while (at < most && isPostLetter(text.charAt(at))) {
      at++;
    }
    if (at >= end || at == start || text.charAt(at - 1) != ' ' || !eightDigits(at, end)) {
      return;
    }
    int behind = at + 8;
    if (skipBlanks(behind, end) >= end || text.charAt(skipBlanks(behind, end)) == '\\') {
      int below = nextText(i);
      if (below < 0) {
        return;
      }
      int stop = lines.end(below);
      int last = part(lines.indentEnd(below), stop, start);
      if (last > 0) {
        add(start, last);
        kinds[i] = BREAK;
        kinds[below] = last >= stop ? BREAK : TEXT;
      }
      return;
    }
    int last = part(behind, end, start);
    if (last > 0) {
      add(words(start, at) <= 3 ? start : postBefore(at, start), last);
      if (last >= end) {
        kinds[i] = BREAK;
      }
    }
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
    int at = skipBlanks(from, end);
    if (at + 3 > end || !isDigits(at, at + 3)) {
      return -1;
    }
    int number = (int) number(at, at + 3);
    at += 3;
    if (at + 1 < end && text.charAt(at) == '.' && Character.isDigit(text.charAt(at + 1))) {
      at += 2;
    }
    at = skipBlanks(at, end);
    if (at + 2 > end || (text.charAt(at + 1) != 'F' && text.charAt(at + 1) != 'f')) {
      return -1;
    }
    at = skipBlanks(at + 2, end);
    if (at + 3 > end || !isDigits(at, at + 3)) {
      return -1;
    }
    int count = (int) number(at, at + 3);
    at += 3;
    if (number >= 1 && number <= count) {
      sections.add(new Furniture.SectionMark(number, count, mark));
    }
    int slash = skipBlanks(at, end);
    if (slash < end && text.charAt(slash) == '\\') {
      at = slash + 1;
    }
    return skipBlanks(at, end) >= end ? end : at;
  }

  /** Page lines and section headers within a line that a republisher joined of many. */
  private void lookInside(int start, int end) {
    int from = Math.max(start, scannedTo);
    for (int at = page(from); at >= 0 && at < end; at = page(at + 5)) {
      if (at == start || !Lines.isBlank(text.charAt(at - 1))) {
        continue;
      }
      int digits = skipBlanks(at + 4, end);
      int stop = digits;
      while (stop < end && Character.isDigit(text.charAt(stop))) {
        stop++;
      }
      if (stop == digits || stop - digits > 3) {
        continue;
      }
      int behind = station(skipBlanks(stop, end), end, at);
      if (behind > 0) {
        add(levelBefore(at, start), behind);
      }
    }
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
      if (!eightDigits(serial - 8, end)) {
        continue;
      }
      int post = postBefore(serial - 8, start);
      int behind = post < 0 ? -1 : part(part, end, post);
      if (behind > 0) {
        add(post, behind);
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

  private int of(int from) {
    if (nextOf < from && nextOf != Integer.MAX_VALUE) {
      int next = text.indexOf(" OF 0", from);
      nextOf = next < 0 ? Integer.MAX_VALUE : next;
    }
    return nextOf == Integer.MAX_VALUE ? -1 : nextOf;
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
    while (last > start && isLetter(text.charAt(last - 1))) {
      last--;
    }
    return last < end && LevelWord.end(text, last, end) == end ? last : at;
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
    String head = classificationLine(at);
    int best = -1;
    int word = at;
    for (int words = 0; words < 4; words++) {
      int end = word;
      while (end > start && text.charAt(end - 1) == ' ') {
        end--;
      }
      int begin = end;
      while (begin > start && isStationLetter(text.charAt(begin - 1)) && end - begin < 20) {
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

  /** The first classification line before an offset, on one line, upper case; empty if none. */
  private String classificationLine(int before) {
    if (classLines.isEmpty()) {
      return "";
    }
    ClassLine first = classLines.get(0);
    int start = lines.start(first.line);
    int end = Math.min(lines.start(first.next - 1) + MARGIN, lines.next(first.next - 1));
    int stop = Math.min(Math.min(end, start + 2 * MARGIN), before);
    return text.substring(start, Math.max(start, stop)).replace('\n', ' ').toUpperCase(Locale.ROOT);
  }

  private static int firstNonZero(String head, int from) {
    int at = from;
    while (at < head.length() && (head.charAt(at) == ' ' || head.charAt(at) == '0')) {
      at++;
    }
    return at;
  }

  // Stamps

  private void takeStamps() {
    for (Span stamp : stamps) {
      add(stamp.start(), stamp.end());
      int first = lines.at(stamp.start());
      int last = lines.at(stamp.end() - 1);
      for (int line = first; line <= last; line++) {
        boolean opens = line > first || opensLine(stamp.start(), line);
        if (opens && (line < last || closesLine(stamp.end(), line))) {
          kinds[line] = lines.blank(line) ? BLANK : BREAK;
        }
      }
    }
  }

  /** Whether nothing but a margin stands before {@code offset} on its line. */
  private boolean opensLine(int offset, int line) {
    int at = offset;
    while (at > lines.start(line) && offset - at < MARGIN && Lines.isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at == lines.start(line);
  }

  private boolean closesLine(int offset, int line) {
    int end = Math.min(lines.next(line), offset + MARGIN);
    return skipBlanks(offset, end) >= lines.next(line);
  }

  // Runs of lines

  /** Decides on what is furniture only in company. */
  private void judgeRuns() {
    boolean inText = false;
    int i = 0;
    while (i < kinds.length) {
      if (kinds[i] == TEXT) {
        inText = inText || opensText(i);
        i++;
        continue;
      }
      int first = i;
      boolean proof = false;
      while (i < kinds.length && kinds[i] != TEXT) {
        proof |= kinds[i] == PAGE || kinds[i] == BREAK;
        i++;
      }
      for (int line = first; line < i; line++) {
        byte kind = kinds[line];
        boolean taken =
            switch (kind) {
              case LEVEL -> proof;
              case NUMBER -> afterPage(line, first);
              case CAPTION -> inText;
              default -> false;
            };
        if (taken) {
          add(lines.indentEnd(line), lines.end(line));
        }
      }
    }
  }

  private boolean afterPage(int line, int first) {
    int above = line - 1;
    while (above >= first && kinds[above] == BLANK) {
      above--;
    }
    return above >= first && kinds[above] == PAGE;
  }

  /** Whether the running text has begun: a paragraph number or a summary at the line's start. */
  private boolean opensText(int line) {
    int at = lines.indentEnd(line);
    int end = lines.end(line);
    if (at < end && text.charAt(at) == '\u00b6') {
      at++;
    }
    if (at >= end) {
      return false;
    }
    char c = text.charAt(at);
    if (c == 'S' || c == 's') {
      return text.regionMatches(true, at, "SUMMARY", 0, 7);
    }
    if (c != '1' && c != '2') {
      return false;
    }
    int next = skipBlanks(at + 1, end);
    return next < end && (text.charAt(next) == '.' || text.charAt(next) == '(');
  }

  // Repeated headings

  private void takeRepeatedHeadings() {
    if (classLines.isEmpty()) {
      return;
    }
    ClassLine first = classLines.get(0);
    // A body that begins with a later section keeps its heading: it has no other.
    int above = lines.at(headerStart(first.line, 0));
    int texts = 0;
    for (int line = 0; line < above && texts < 3; line++) {
      texts += kinds[line] == TEXT && !isHeaderLine(line) ? 1 : 0;
    }
    RepeatedHeading heading = null;
    int floor = 0;
    for (ClassLine line : classLines) {
      boolean own = line.serial < 0 || first.serial < 0 || line.serial == first.serial;
      boolean later = !line.equals(first) || texts >= 3;
      if (line.section >= 2 && own && later && line.line >= floor) {
        if (heading == null) {
          heading = firstHeading(first.equals(line) ? -1 : first.line);
        }
        int begin = headerStart(line.line, floor);
        int end = headingEnd(heading, line.next);
        found.add(new Span(begin, Math.max(begin, end)));
        int fields = lines.end(line.next - 1);
        if (fields < end) {
          headings.add(new Span(fields, end));
        }
        floor = lines.at(Math.max(end - 1, begin)) + 1;
      } else {
        floor = Math.max(floor, line.line + 1);
      }
    }
  }

  private RepeatedHeading firstHeading(int line) {
    int to = Math.max(line, 0);
    while (line >= 0 && to < kinds.length && to < line + HEADING && !opensText(to)) {
      to++;
    }
    return new RepeatedHeading(lines, Math.max(line, 0), to);
  }

  /** The offset behind the repeated heading whose first line is {@code from}. */
  private int headingEnd(RepeatedHeading heading, int from) {
    int last = lines.end(from - 1);
    heading.rewind();
    for (int i = from; i < kinds.length && i < from + HEADING; i++) {
      int at = lines.indentEnd(i);
      int end = lines.end(i);
      if (at >= end) {
        heading.blank();
        continue;
      }
      if (kinds[i] == TEXT && !heading.repeats(at, end)) {
        break;
      }
      last = end;
    }
    return last;
  }

  /** Where the header before the classification line {@code line} of a later section begins. */
  private int headerStart(int line, int floor) {
    int lowest = Math.max(floor, line - HEADER);
    int from = -1;
    boolean to = false;
    int start = lines.indentEnd(line);
    for (int i = line - 1; i >= lowest; i--) {
      int at = lines.indentEnd(i);
      int end = lines.end(i);
      if (at >= end) {
        continue;
      }
      if (text.startsWith("TO ", at)) {
        to = true;
      } else if (to && text.startsWith("FM ", at)) {
        from = i;
        start = at;
        break;
      } else if (to && end - 3 > at && text.startsWith(" FM", end - 3)) {
        return end - 2;
      }
      if (end - at > JOINED) {
        break;
      }
    }
    if (from < 0) {
      return start;
    }
    int top = from;
    for (int i = from - 1; i >= Math.max(floor, from - 60); i--) {
      if (kinds[i] == PAGE || text.startsWith("VZCZC", lines.indentEnd(i))) {
        if (text.startsWith("VZCZC", lines.indentEnd(i)) || opensDistribution(i + 1, from)) {
          top = i;
        }
        break;
      }
    }
    while (top > floor && isHeaderLine(top - 1)) {
      top--;
    }
    while (kinds[top] == BLANK) {
      top++;
    }
    return lines.indentEnd(top);
  }

  private boolean opensDistribution(int line, int stop) {
    for (int i = line; i < stop; i++) {
      if (kinds[i] == TEXT) {
        int at = lines.indentEnd(i);
        return text.startsWith("ACTION ", at)
            || text.startsWith("ORIGIN ", at)
            || text.startsWith("INFO ", at);
      }
    }
    return kinds[Math.max(0, line)] != TEXT;
  }

  private boolean isHeaderLine(int i) {
    if (kinds[i] != TEXT) {
      return true;
    }
    int at = lines.indentEnd(i);
    int end = lines.end(i);
    if (text.startsWith("ZNY ", at)
        || text.startsWith("ZNR ", at)
        || text.startsWith("DE RU", at)
        || text.startsWith("VZCZC", at)
        || text.startsWith("NOTE BY OC/T", at)) {
      return true;
    }
    // Two-letter prosign and route; precedence letters and date-time group.
    return (at + 4 < end && text.charAt(at + 2) == ' ' && text.startsWith("RU", at + 3))
        || isDateTimeGroup(at, end);
  }

  private boolean isDateTimeGroup(int from, int end) {
    int at = from;
    while (at < end && at - from < 6 && !Character.isDigit(text.charAt(at))) {
      if ("ZOPR ".indexOf(text.charAt(at)) < 0) {
        return false;
      }
      at++;
    }
    if (at + 6 > end || !isDigits(at, at + 6)) {
      return false;
    }
    at = skipBlanks(at + 6, end);
    return at < end && text.charAt(at) == 'Z';
  }

  // Result

  private Furniture build() {
    found.sort(
        Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
    int[] starts = new int[found.size()];
    int[] ends = new int[found.size()];
    int count = 0;
    for (Span span : found) {
      if (span.isEmpty()) {
        continue;
      }
      if (count > 0 && span.start() < ends[count - 1]) {
        ends[count - 1] = Math.max(ends[count - 1], span.end());
      } else {
        starts[count] = span.start();
        ends[count++] = span.end();
      }
    }
    BitSet whole = new BitSet(lines.count());
    int piece = 0;
    for (int line = 0; line < lines.count() && piece < count; line++) {
      while (piece < count && ends[piece] <= lines.start(line)) {
        piece++;
      }
      if (piece < count && starts[piece] < lines.next(line)) {
        int start = lines.indentEnd(line);
        int end = lines.end(line);
        if (start < end && start >= starts[piece] && end <= ends[piece]) {
          whole.set(line);
        }
      }
    }
    sections.sort(Comparator.comparingInt(Furniture.SectionMark::offset));
    return new Furniture(
        Arrays.copyOf(starts, count),
        Arrays.copyOf(ends, count),
        whole,
        stamps,
        sections,
        headings);
  }

  // Characters

  private void add(int start, int end) {
    found.add(new Span(start, end));
    scannedTo = Math.max(scannedTo, end);
  }

  /** SIPDIS, NOFORN, WP, MORE, CONTINUED, NNNN, BT alone on a line. */
  private boolean isLone(int start, int end, char c) {
    int stop = end;
    while (stop > start
        && (text.charAt(stop - 1) == '\\' || Lines.isBlank(text.charAt(stop - 1)))) {
      stop--;
    }
    return switch (c) {
      case 'S' -> is(start, stop, "SIPDIS") || is(start, stop, "SIPDIS SIPDIS");
      case 'N' -> isEndMark(start, stop) || is(start, stop, "NOFORN");
      case 'W' -> is(start, stop, "WP");
      case 'M' -> is(start, stop, "MORE");
      case 'C' -> is(start, stop, "CONTINUED");
      case 'B' -> is(start, stop, "BT");
      default -> false;
    };
  }

  private boolean isEndMark(int start, int end) {
    return is(start, end, "BT")
        || is(start, end, "NNN")
        || (text.startsWith("NNNN", start) && end - start <= 14 && isLettersOnly(start, end));
  }

  /** {@code -- MORE --}, {@code (CONTINUED)}. */
  private boolean isContinuation(int start, int end) {
    int from = start;
    int stop = end;
    while (from < stop && !isLetter(text.charAt(from))) {
      from++;
    }
    while (stop > from && !isLetter(text.charAt(stop - 1))) {
      stop--;
    }
    return is(from, stop, "MORE") || is(from, stop, "CONTINUED");
  }

  private boolean is(int start, int end, String word) {
    return end - start == word.length() && text.startsWith(word, start);
  }

  private boolean isLettersOnly(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isOnly(int start, int end, char sign) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != sign && !Lines.isBlank(c)) {
        return false;
      }
    }
    return true;
  }

  /** Two digits, or two and two: {@code 43}, {@code 70-62}. */
  private boolean isPrintNumber(int start, int end) {
    int length = end - start;
    return (length == 2 && isDigits(start, end))
        || (length == 5
            && text.charAt(start + 2) == '-'
            && isDigits(start, start + 2)
            && isDigits(start + 3, end));
  }

  /** Ten or more dashes, then a six-digit number or a time of filing. */
  private boolean isMessageCentreNumber(int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '-') {
      at++;
    }
    if (at - start < 10) {
      return false;
    }
    int digits = skipBlanks(at, end);
    return digits + 6 <= end && isDigits(digits, digits + 6);
  }

  private boolean eightDigits(int at, int end) {
    return at + 8 <= end
        && isDigits(at, at + 8)
        && (at + 8 == end || !Character.isDigit(text.charAt(at + 8)));
  }

  private boolean isDigits(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return end > start;
  }

  private long number(int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + Character.digit(text.charAt(i), 10);
    }
    return number;
  }

  /** One to three capitalised words and nothing else: the name of a post cut from its number. */
  private boolean isPostName(int line) {
    int start = lines.indentEnd(line);
    int end = lines.end(line);
    if (end - start > 24 || end - start < 4 || kinds[line] != TEXT) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!isPostLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int previousText(int i) {
    int above = i - 1;
    while (above >= 0 && above >= i - 3 && kinds[above] == BLANK) {
      above--;
    }
    return above >= 0 && above >= i - 3 ? above : -1;
  }

  /** The next line that is not blank, at most four lines on; -1 where there is none. */
  private int nextText(int i) {
    for (int below = i + 1; below < kinds.length && below <= i + 4; below++) {
      if (!lines.blank(below)) {
        return below;
      }
    }
    return -1;
  }

  private int skipBlanks(int from, int end) {
    int at = from;
    while (at < end && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isLetterOrMark(char c) {
    return isLetter(c) || c == '\'' || c == '-' || c == '.';
  }

  private static boolean isStationLetter(char c) {
    return (c >= 'A' && c <= 'Z') || c == '\'' || c == '-' || c == '.';
  }

  private static boolean isPostLetter(char c) {
    return isStationLetter(c) || c == ' ';
  }
}
