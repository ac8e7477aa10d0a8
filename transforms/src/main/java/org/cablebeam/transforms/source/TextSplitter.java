package org.cablebeam.transforms.source;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.LevelWord;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Finds where messages begin in a text that no transmission id and no end mark divides: at a
 * classification line of another number, or at a date-time group and sender of their own, together
 * with the header before them. Page and section headings of the same message begin nothing, nor
 * does a cable that is quoted whole between quotation marks of the service (QUOTE … UNQUOTE).
 */
final class TextSplitter {
  /** The longest header, in lines: circulars name hundreds of addressees. */
  private static final int HEADER = 400;

  /** Within so many lines behind a classification line the heading shows itself. */
  private static final int HEADING = 25;

  private static final int LONGEST_HEAD_LINE = 160;

  private static final String[] OPENING = {"QUOTE", "QTE", "BEGIN QUOTE", "BEGIN TEXT"};
  private static final String[] CLOSING = {"UNQUOTE", "UNQTE", "END QUOTE", "END TEXT"};

  /** The number in a classification line. */
  private record Head(long serial, int section) {
    boolean sameCable(Head other) {
      return serial == other.serial;
    }
  }

  private final String text;
  private final Lines lines;
  private final List<Integer> starts = new ArrayList<>();

  /** The first line of the message at hand that holds its own classification line or sender. */
  private @Nullable Head current;

  private String dateTimeGroup = "";
  private int begun;
  private int bodyLine = -1;
  private int quoteLine = -1;

  /** The next mark of quotation, or as far as was looked for it. */
  private int nextMark;

  private TextSplitter(String text) {
    this.text = text;
    this.lines = Lines.of(text);
  }

  /** The offsets at which messages begin; the first is 0. */
  static List<Integer> starts(String text) {
    TextSplitter splitter = new TextSplitter(text);
    splitter.starts.add(0);
    for (int i = 0; i < splitter.lines.count(); i++) {
      splitter.look(i);
    }
    return splitter.starts;
  }

  /**
   * Where the first telegram in a text shows itself, by its classification line or by its sender:
   * the offset of that line, or of the header it belongs to; -1 if there is none.
   */
  static int firstTelegram(String text) {
    TextSplitter splitter = new TextSplitter(text);
    splitter.begun = -1;
    for (int i = 0; i < splitter.lines.count(); i++) {
      if (!splitter.dateTimeGroup(i).isEmpty()) {
        return splitter.lines.start(splitter.headerStart(i));
      }
      if (splitter.head(i) != null) {
        return splitter.lines.start(splitter.pageStart(i));
      }
    }
    return -1;
  }

  private void look(int i) {
    int start = lines.indentEnd(i);
    int end = lines.end(i);
    if (end - start < 4 || end - start > LONGEST_HEAD_LINE) {
      return;
    }
    char c = text.charAt(start);
    if (c == 'F' && text.startsWith("FM ", start)) {
      sender(i);
    } else if (c == 'Q' || c == 'B') {
      if (isMark(start, end, OPENING)) {
        quoteLine = i;
      }
    } else if ((c == 'U' || c == 'E') && isMark(start, end, CLOSING)) {
      quoteLine = -1;
    } else {
      Head head = head(i);
      if (head != null) {
        classificationLine(i, head);
      }
    }
  }

  private void classificationLine(int i, Head head) {
    if (current == null) {
      current = head;
      bodyLine = bodyLine < 0 ? i : bodyLine;
      return;
    }
    if (head.sameCable(current) || quoted(i)) {
      return;
    }
    int sender = senderBefore(i);
    if (sender >= 0) {
      begin(headerStart(sender), i, head, dateTimeGroup(sender));
    } else if (head.section <= 1 && i - bodyLine > 3 && headed(i)) {
      begin(pageStart(i), i, head, "");
    }
  }

  /** A date-time group and sender to which no numbered classification line belongs. */
  private void sender(int i) {
    String group = dateTimeGroup(i);
    if (group.isEmpty()) {
      return;
    }
    if (dateTimeGroup.isEmpty() && bodyLine < 0) {
      dateTimeGroup = group;
      bodyLine = i;
      return;
    }
    if (group.equals(dateTimeGroup) || quoted(i) || i - bodyLine <= 3) {
      return;
    }
    for (int k = i + 1; k < Math.min(lines.count(), i + HEADER); k++) {
      if (head(k) != null) {
        // That line decides.
        return;
      }
      if (isParagraph(k) || !dateTimeGroup(k).isEmpty()) {
        break;
      }
    }
    if (textSince(bodyLine, i)) {
      begin(headerStart(i), i, null, group);
    }
  }

  private void begin(int line, int body, @Nullable Head head, String group) {
    if (line <= begun || announced(line)) {
      return;
    }
    starts.add(lines.start(line));
    begun = line;
    current = head;
    dateTimeGroup = group;
    bodyLine = body;
    quoteLine = -1;
  }

  /** Whether the message at hand has had any text: a numbered paragraph, or its heading. */
  private boolean textSince(int from, int to) {
    for (int k = Math.max(from, to - HEADER); k < to; k++) {
      if (isParagraph(k) || isHeading(k)) {
        return true;
      }
    }
    return false;
  }

  /** Whether line {@code i} stands between marks of quotation. */
  private boolean quoted(int i) {
    if (quoteLine < 0) {
      return false;
    }
    int limit = Math.min(lines.count(), i + 4 * HEADER);
    // The place only moves forward: however many lines ask, each is looked at once.
    nextMark = Math.max(nextMark, i + 1);
    while (nextMark < limit) {
      int start = lines.indentEnd(nextMark);
      int end = lines.end(nextMark);
      if (isMark(start, end, CLOSING)) {
        return true;
      }
      if (isMark(start, end, OPENING)) {
        return false;
      }
      nextMark++;
    }
    return false;
  }

  /** Whether the last text before line {@code i} announces it: {@code QUOTE}, or a colon. */
  private boolean announced(int i) {
    for (int k = i - 1; k > begun; k--) {
      if (!lines.blank(k)) {
        int start = lines.indentEnd(k);
        int end = lines.end(k);
        return text.charAt(end - 1) == ':'
            || isMark(start, end, OPENING)
            || text.substring(Math.max(start, end - 7), end).endsWith(" QUOTE");
      }
    }
    return false;
  }

  private boolean isMark(int start, int end, String[] marks) {
    for (String mark : marks) {
      int behind = start + mark.length();
      boolean alone =
          behind >= end || !Character.isLetterOrDigit(text.charAt(Math.min(behind, end)));
      if (text.startsWith(mark, start) && alone && end - start <= mark.length() + 40) {
        return true;
      }
    }
    return false;
  }

  /** The sender's line of the header to which line {@code i} belongs; -1 if it has none. */
  private int senderBefore(int i) {
    int first = Math.max(Math.max(begun, bodyLine) + 1, i - HEADER);
    for (int k = i - 1; k >= first; k--) {
      if (isParagraph(k) || isHeading(k)) {
        return -1;
      }
      if (text.startsWith("FM ", lines.indentEnd(k)) && !dateTimeGroup(k).isEmpty()) {
        return k;
      }
    }
    return -1;
  }

  /** The first line of the header of which {@code sender} is the sender's line. */
  private int headerStart(int sender) {
    int start = sender;
    for (int k = sender - 1; k > begun && k > sender - 60; k--) {
      if (lines.blank(k)) {
        continue;
      }
      if (isPage(k)) {
        return pageStart(k);
      }
      if (!isHeader(k)) {
        break;
      }
      start = k;
    }
    return start;
  }

  /** With a page line, or a classification line, goes the classification word above it. */
  private int pageStart(int line) {
    for (int k = line - 1; k > begun && k >= line - 3; k--) {
      if (isPage(k)) {
        return pageStart(k);
      }
      if (!lines.blank(k)) {
        return isLevelOnly(k) ? k : line;
      }
    }
    return line;
  }

  private boolean isHeader(int k) {
    int start = lines.indentEnd(k);
    int end = lines.end(k);
    if (end - start > LONGEST_HEAD_LINE) {
      return false;
    }
    return isGroup(start, end)
        || text.startsWith("DE R", start)
        || text.startsWith("ZNY", start)
        || text.startsWith("ZNR", start)
        || text.startsWith("VZCZC", start)
        || text.startsWith("ZCZC", start)
        || text.startsWith("ACTION ", start)
        || text.startsWith("ORIGIN ", start)
        || text.startsWith("INFO ", start)
        || text.startsWith("DRAFTED BY", start)
        || text.startsWith("APPROVED BY", start)
        || text.startsWith("----------", start)
        || (end - start == 2 && text.startsWith("BT", start))
        || isCodes(start, end)
        || isRouting(start, end);
  }

  /** Bureau codes with counts of copies: {@code NSAE-00 PA-04}, {@code /149 W}. */
  private boolean isCodes(int start, int end) {
    int hyphens = 0;
    boolean letters = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean known = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || " -/".indexOf(c) >= 0;
      if (!known) {
        return false;
      }
      if (c == '-' && i + 1 < end && Character.isDigit(text.charAt(i + 1))) {
        hyphens++;
      }
      letters |= c >= 'A' && c <= 'Z';
    }
    return hyphens > 0 || text.charAt(start) == '/' || (!letters && end - start <= 6);
  }

  /** Precedence and routing indicators: {@code PP RUEHAB RUEHCD}. */
  private boolean isRouting(int start, int end) {
    int at = start;
    if (end - start > 3
        && text.charAt(start) == text.charAt(start + 1)
        && text.charAt(start + 2) == ' ') {
      at += 3;
    }
    boolean any = false;
    while (at < end) {
      int word = at;
      while (at < end && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
        at++;
      }
      if (at - word < 4 || at - word > 8 || text.charAt(word) != 'R') {
        return false;
      }
      any = true;
      while (at < end && text.charAt(at) == ' ') {
        at++;
      }
    }
    return any;
  }

  private boolean isPage(int k) {
    int start = lines.indentEnd(k);
    return text.startsWith("PAGE 01", start) || text.startsWith("PAGE 1 ", start);
  }

  private boolean isLevelOnly(int k) {
    int end = lines.end(k);
    int behind = LevelWord.end(text, lines.indentEnd(k), end);
    return behind >= 0 && LevelWord.caveatsEnd(text, behind, end) >= end;
  }

  private boolean isParagraph(int k) {
    int at = lines.indentEnd(k);
    int end = lines.end(k);
    if (at < end && text.charAt(at) == '\u00b6') {
      at++;
    }
    int digits = at;
    while (digits < end && digits - at < 3 && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits > at && digits < end && text.charAt(digits) == '.';
  }

  private boolean isHeading(int k) {
    int start = lines.indentEnd(k);
    return text.startsWith("TAGS", start)
        || text.startsWith("SUBJ", start)
        || text.startsWith("E.O", start)
        || text.startsWith("EO 1", start)
        || text.startsWith("REF:", start);
  }

  /** Whether heading keywords follow line {@code i}. */
  private boolean headed(int i) {
    for (int k = i + 1; k < Math.min(lines.count(), i + HEADING); k++) {
      if (isHeading(k)) {
        return true;
      }
      if (isParagraph(k)) {
        return false;
      }
    }
    return false;
  }

  /** The date-time group that stands with the sender in line {@code k}; empty if none does. */
  private String dateTimeGroup(int k) {
    if (!text.startsWith("FM ", lines.indentEnd(k))) {
      return "";
    }
    for (int above = k - 1; above >= Math.max(Math.max(begun, 0), k - 4); above--) {
      int start = lines.indentEnd(above);
      int end = lines.end(above);
      if (isGroup(start, end)) {
        return text.substring(start, Math.min(end, start + 60));
      }
      if (end > start && !isHeader(above)) {
        return "";
      }
    }
    return "";
  }

  /** {@code P R 141337Z FEB 08}: one to three letters of precedence, six digits and a Z. */
  private boolean isGroup(int start, int end) {
    int at = start;
    int letters = 0;
    while (at < end && "ZOPR ".indexOf(text.charAt(at)) >= 0 && letters < 6) {
      at++;
      letters++;
    }
    int digits = at;
    while (digits < end && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits - at != 6) {
      return false;
    }
    while (digits < end && text.charAt(digits) == ' ') {
      digits++;
    }
    return digits < end && Character.toUpperCase(text.charAt(digits)) == 'Z';
  }

  /** The post and serial of a classification line; null if line {@code i} is none. */
  private @Nullable Head head(int i) {
    int start = lines.indentEnd(i);
    int end = lines.end(i);
    if (end - start < 8 || end - start > LONGEST_HEAD_LINE) {
      return null;
    }
    int at = LevelWord.end(text, start, end);
    if (at < 0) {
      return null;
    }
    at = LevelWord.caveatsEnd(text, at, end);
    int section = 0;
    int word = at;
    while (word < end && Character.isLetter(text.charAt(word))) {
      word++;
    }
    if (text.substring(at, word).endsWith("CTION")) {
      int number = word;
      while (number < end && !Character.isDigit(text.charAt(number))) {
        number++;
      }
      int of = number;
      while (of < end && Character.isDigit(text.charAt(of)) && of - number < 3) {
        section = section * 10 + text.charAt(of) - '0';
        of++;
      }
      while (of < end && !Character.isDigit(text.charAt(of))) {
        of++;
      }
      while (of < end && Character.isDigit(text.charAt(of))) {
        of++;
      }
      at = of;
    }
    int post = at;
    while (at < end && !Character.isDigit(text.charAt(at))) {
      at++;
    }
    int serial = at;
    long number = 0;
    while (at < end && Character.isDigit(text.charAt(at)) && at - serial < 8) {
      number = number * 10 + text.charAt(at) - '0';
      at++;
    }
    String name = text.substring(post, serial).strip();
    boolean ends = LevelWord.caveatsEnd(text, at, end) >= end;
    boolean named = name.length() >= 3 && name.length() <= 40 && at > serial;
    if (!named || !ends || !Posts.standard().byName(name).isPresent()) {
      return null;
    }
    return new Head(number, section);
  }
}
