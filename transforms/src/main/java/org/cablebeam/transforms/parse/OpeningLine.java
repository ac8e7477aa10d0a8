package org.cablebeam.transforms.parse;

import java.util.List;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Rows;

/**
 * What a single line near the beginning of a message may be, by its first words; the words stand in
 * {@code opening-words.tsv}. Stateless and thread-safe; offsets are UTF-16 units into the line.
 */
final class OpeningLine {
  private static final List<List<String>> ROWS =
      Rows.read(OpeningLine.class, "opening-words.tsv", "class", "words");

  /** How classification lines begin. */
  private static final String[] LEVELS = words("LEVEL");

  /** How the lines of a heading and a summary begin. */
  private static final String[] HEADINGS = words("HEADING");

  /** A publisher's mark with a date, glued to the classification line. */
  private static final String[] MARKS = words("MARK");

  /** What may belong to the date behind such a mark. */
  private static final String DATE_SIGNS = "0123456789-T: ";

  /** What a keyword of three letters may go on with: REFS, REFTEL. */
  private static final String KEYWORD_ENDS = "SsTtEe";

  private static final int SHORT_KEYWORD = 3;

  /** No addressee is longer. */
  private static final int LONGEST_ADDRESS = 60;

  /** Paragraphs at the beginning have no more digits. */
  private static final int MOST_DIGITS = 2;

  private static final String HEADER = "header";

  private OpeningLine() {}

  private static String[] words(String name) {
    return ROWS.stream()
        .filter(row -> row.get(0).equals(name))
        .map(row -> row.get(1))
        .toArray(String[]::new);
  }

  /** Behind {@code Cable dated:2002-11-15T12:40:00}; -1 where no such mark opens the line. */
  static int behindDate(String line) {
    for (String mark : MARKS) {
      if (line.startsWith(mark)) {
        int end = mark.length();
        while (end < line.length() && DATE_SIGNS.indexOf(line.charAt(end)) >= 0) {
          end++;
        }
        return end;
      }
    }
    return -1;
  }

  /** {@code header:}, {@code ------------------ header}. */
  static boolean isHeaderMark(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && (line.charAt(start) == '-' || Lines.isBlank(line.charAt(start)))) {
      start++;
    }
    while (end > start && "-: \\".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end - start == HEADER.length() && line.startsWith(HEADER, start);
  }

  /** A level in capitals: a classification line, perhaps. */
  static boolean opensLevel(String line) {
    return isLevel(line, 0);
  }

  /**
   * Where a level stands with nothing between it and the end of the header, as where a copyist put
   * header and body together: {@code AMEMBASSY LUSAKA 2637UNCLAS HARARE 001569}; or -1.
   */
  static int gluedLevel(String line) {
    for (int at = 1; at < line.length(); at++) {
      char c = line.charAt(at);
      boolean may = c == 'U' || c == 'C' || c == 'S' || c == 'L';
      if (may && !Lines.isBlank(line.charAt(at - 1)) && isLevel(line, at)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Where, from an offset on, a level begins in a cell of a row that a publisher printed, behind a
   * tab or a quotation mark; -1 where none does.
   */
  static int levelInCell(String line, int from) {
    for (int at = Math.max(1, from); at < line.length(); at++) {
      char before = line.charAt(at - 1);
      if ((before == '\t' || before == '"') && isLevel(line, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isLevel(String line, int at) {
    for (String level : LEVELS) {
      if (line.startsWith(level, at)) {
        return true;
      }
    }
    return false;
  }

  /** E.O., TAGS, SUBJECT, REF or a summary: the body has begun. */
  static boolean opensHeading(String line) {
    int at = wordsStart(line);
    for (String keyword : HEADINGS) {
      if (line.regionMatches(true, at, keyword, 0, keyword.length())) {
        int end = at + keyword.length();
        return keyword.length() > SHORT_KEYWORD
            || end == line.length()
            || !Character.isLetter(line.charAt(end))
            || KEYWORD_ENDS.indexOf(line.charAt(end)) >= 0;
      }
    }
    return false;
  }

  /** {@code 1.} or {@code 1 (C)}, a paragraph mark perhaps before it. */
  static boolean opensParagraph(String line) {
    int at = wordsStart(line);
    int digits = at;
    while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
      digits++;
    }
    return digits > at
        && digits - at <= MOST_DIGITS
        && digits < line.length()
        && (line.charAt(digits) == '.' || line.startsWith(" (", digits));
  }

  /** Where a line begins behind blanks and the paragraph mark of a publisher. */
  private static int wordsStart(String line) {
    int at = 0;
    while (at < line.length() && (Lines.isBlank(line.charAt(at)) || line.charAt(at) == '\u00b6')) {
      at++;
    }
    return at;
  }

  /** An addressee without routing indicator: capitals, short, no passing instruction. */
  static boolean isAddress(String line) {
    if (line.length() > LONGEST_ADDRESS || line.contains(" FOR ") || line.endsWith(".")) {
      return false;
    }
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
    }
    return true;
  }
}
