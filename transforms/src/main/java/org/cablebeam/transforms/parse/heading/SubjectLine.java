package org.cablebeam.transforms.parse.heading;

import java.util.List;
import java.util.Map;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LevelWord;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Reads the subject: its lines are joined until a blank line, a rule, a summary or the like; a
 * portion marking in front or behind is parted from it; part markers are read.
 *
 * @param text the subject on one line; may be empty
 * @param marking its portion marking without parentheses; null where there is none
 * @param part {@code PART 2 OF 3}: 2; 0 where it has no part marker
 * @param parts {@code PART 2 OF 3}: 3; 0 where it has no part marker
 * @param end how much of the field it takes
 */
record SubjectLine(String text, @Nullable String marking, int part, int parts, int end) {
  /** No subject is longer, in UTF-16 units. */
  private static final int LONGEST = 2_000;

  /** A telegraph line is at most about 70 columns wide; one longer than 120 was joined. */
  private static final int WIDTH = 70;

  private static final int JOINED = 120;

  /** So many words with a small letter in front make a line a sentence. */
  private static final int SENTENCE_WORDS = 4;

  /** How a text opens inside a joined line that has lost its signs. */
  private static final List<String> OPENINGS =
      List.of(
          " FOLLOWING IS ",
          " FOLLOWING ARE ",
          " SUMMARY ",
          " BEGIN SUMMARY ",
          " NOTE ",
          " 1 U ",
          " 1 C ",
          " 1 S ",
          " 1 SUMMARY ");

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("ONE", 1),
          Map.entry("TWO", 2),
          Map.entry("THREE", 3),
          Map.entry("FOUR", 4),
          Map.entry("FIVE", 5),
          Map.entry("SIX", 6),
          Map.entry("SEVEN", 7),
          Map.entry("EIGHT", 8),
          Map.entry("I", 1),
          Map.entry("II", 2),
          Map.entry("III", 3),
          Map.entry("IV", 4),
          Map.entry("V", 5),
          Map.entry("VI", 6),
          Map.entry("VII", 7),
          Map.entry("VIII", 8));

  /** Reads the field behind the keyword. */
  static SubjectLine read(String field) {
    StringBuilder joined = new StringBuilder();
    int at = 0;
    int end = 0;
    while (at < field.length() && joined.length() < LONGEST) {
      int newline = field.indexOf('\n', at);
      int lineEnd = newline < 0 ? field.length() : newline;
      if (lineEnd == at
          || (joined.length() > 0
              && (endsBefore(joined, field, at, lineEnd)
                  || opensSentence(joined, field, at, lineEnd)))) {
        if (joined.length() > 0) {
          break;
        }
        at = lineEnd + 1;
        continue;
      }
      int stop = textIn(field, at, lineEnd);
      append(joined, field, at, stop);
      end = stop;
      if (stop < lineEnd) {
        break;
      }
      at = lineEnd + 1;
    }
    if (joined.length() > LONGEST) {
      joined.setLength(LONGEST);
    }
    return clean(joined.toString(), end);
  }

  /** Where the text begins in a line, which a copyist may have joined; its end if it does not. */
  private static int textIn(String field, int from, int end) {
    String line = field.substring(from, Math.min(end, from + LONGEST));
    int summary = summaryIn(line);
    if (summary > 0) {
      return from + summary;
    }
    int rule = line.indexOf(" -----");
    if (rule > 0) {
      return from + rule;
    }
    if (end - from <= JOINED) {
      return end;
    }
    int first = end;
    if (line.indexOf(':') >= 0 || line.indexOf(',') >= 0 || line.indexOf('.') >= 0) {
      // With its signs the text tells by itself where it begins.
      return end;
    }
    for (String opening : OPENINGS) {
      int at = line.indexOf(opening);
      if (at > 0) {
        first = Math.min(first, from + at);
      }
    }
    return first;
  }

  /**
   * Where a summary opens inside a joined line: behind a rule, in small letters behind a subject in
   * capitals, or with its end mark behind; -1 where none does.
   */
  private static int summaryIn(String line) {
    String upper = Characters.upper(line);
    for (int at = upper.indexOf("SUMMARY"); at > 0; at = upper.indexOf("SUMMARY", at + 7)) {
      int sign = Characters.skipBlanks(line, at + 7, line.length());
      if (sign < line.length() && ":.-".indexOf(line.charAt(sign)) < 0) {
        continue;
      }
      int before = Characters.skipBlanksBack(line, at, 0);
      int rule = before;
      while (rule > 0 && "-=_*".indexOf(line.charAt(rule - 1)) >= 0) {
        rule--;
      }
      if (before - rule >= 4) {
        return rule;
      }
      boolean small = line.length() > WIDTH && line.charAt(at + 1) >= 'a';
      boolean capitals = line.substring(0, at).chars().noneMatch(c -> c >= 'a' && c <= 'z');
      if (before < at
          && sign < line.length()
          && ((small && capitals) || upper.indexOf("END SUMMARY", at) > 0)) {
        return at;
      }
    }
    return -1;
  }

  /** A sentence in small letters below a subject in capitals, marked or of some length. */
  private static boolean opensSentence(CharSequence subject, String field, int from, int end) {
    int at = Characters.skipBlanks(field, from, end);
    int mark = Markings.end(field, at, end);
    if (mark > 0 && (field.startsWith("NOTE", mark + 1) || field.startsWith("Note", mark + 1))) {
      return true;
    }
    if (subject.chars().anyMatch(SubjectLine::isSmall)) {
      return false;
    }
    if (mark > 0) {
      return field.substring(mark, end).chars().anyMatch(SubjectLine::isSmall);
    }
    if (at >= end || !Characters.isUpper(field.charAt(at))) {
      return false;
    }
    int small = 0;
    for (int i = at + 1; i < end; i++) {
      small += isSmall(field.charAt(i)) && field.charAt(i - 1) == ' ' ? 1 : 0;
    }
    return small >= SENTENCE_WORDS;
  }

  private static boolean isSmall(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean endsBefore(StringBuilder subject, String field, int from, int end) {
    int at = Characters.skipBlanks(field, from, end);
    if (opensSummary(field, at, end) || opensClassifier(field, at, end)) {
      return true;
    }
    // MILLS: with its colon goes on.
    boolean open = ":,".indexOf(subject.charAt(subject.length() - 1)) >= 0;
    for (String word : WordSense.ENDS_SUBJECT.words()) {
      if (!open && field.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    int rule = at;
    while (rule < end && "-=_*".indexOf(field.charAt(rule)) >= 0) {
      rule++;
    }
    if (rule - at >= 4) {
      return true;
    }
    if (isSectionLine(field, at, end) || isHeading(field, at, end)) {
      return true;
    }
    int word = Characters.skipLetters(field, at, end);
    if (word < end
        && field.charAt(word) == ','
        && WordSense.WEEKDAY.is(Characters.upper(field.substring(at, word)))) {
      return true;
    }
    String line = field.substring(at, end);
    return Levels.standard().find(line).isPresent() || line.equalsIgnoreCase("NOFORN");
  }

  /** {@code UNCLAS SECTION 02 OF 03 WARSAW 000421}: the classification line of a later section. */
  private static boolean isSectionLine(String field, int from, int end) {
    int level = LevelWord.end(field, from, end);
    int section = level < 0 ? end : LevelWord.caveatsEnd(field, level, end);
    int number = Characters.skipBlanks(field, Math.min(end, section + 7), end);
    return Characters.isWordAt(field, section, end, "SECTION")
        && number < end
        && Characters.isDigit(field.charAt(number));
  }

  /** A word alone that heads the text, underlined on the next line. */
  private static boolean isHeading(String field, int from, int end) {
    int stop = Characters.skipBlanksBack(field, end, from);
    return WordSense.HEADS_TEXT.is(
            Characters.upper(field.substring(from, Math.min(stop, from + 20))))
        && field.startsWith("\n----", end);
  }

  /** {@code SUMMARY}, {@code BEGIN SUMMARY:}: the word and a sign, or nothing but the word. */
  private static boolean opensSummary(String field, int from, int end) {
    int at = Characters.isWordAt(field, from, end, "BEGIN") ? from + 6 : from;
    if (!Characters.isWordAt(field, at, end, "SUMMARY")) {
      return false;
    }
    int next = Characters.skipBlanks(field, at + 7, end);
    return next >= end
        || ":.-,/(=&".indexOf(field.charAt(next)) >= 0
        || Characters.isWordAt(field, next, end, "AND");
  }

  /** {@code (U) Classified by}, which a portion mark keeps from being a keyword. */
  private static boolean opensClassifier(String field, int from, int end) {
    int mark = Markings.end(field, from, end);
    int at = mark < 0 ? from : Characters.skipBlanks(field, mark, end);
    // The field ends where the keyword begins, on the line of the mark.
    boolean before = mark > 0 && at >= end && end == field.length();
    return before || (mark > 0 && field.regionMatches(true, at, "CLASSIFIED BY", 0, 13));
  }

  private static void append(StringBuilder joined, String field, int from, int end) {
    int first = Characters.skipBlanks(field, from, end);
    boolean blank = joined.length() > 0;
    for (int at = first; at < end; at++) {
      char c = field.charAt(at);
      if (Lines.isBlank(c) || c == '\\') {
        blank = joined.length() > 0;
        continue;
      }
      if (blank) {
        // US- LATIN, also where a copyist joined the lines; U.S.- only at the end of one.
        if (!endsWithCountryAndHyphen(joined, at == first) && !isNumberParted(joined, c)) {
          joined.append(' ');
        }
        blank = false;
      }
      joined.append(c);
    }
  }

  /** {@code C-AL7-} at the margin before {@code 00311}: a number goes on. */
  private static boolean isNumberParted(StringBuilder joined, char next) {
    int hyphen = joined.length() - 1;
    return hyphen > 0
        && Characters.isDigit(next)
        && joined.charAt(hyphen) == '-'
        && Characters.isDigit(joined.charAt(hyphen - 1));
  }

  /** {@code US-} at the margin: the word goes on. */
  private static boolean endsWithCountryAndHyphen(StringBuilder joined, boolean dotted) {
    int end = joined.length() - 1;
    if (joined.charAt(end) != '-') {
      return false;
    }
    int start = end;
    while (start > 0
        && (Character.isLetter(joined.charAt(start - 1))
            || (dotted && joined.charAt(start - 1) == '.'))) {
      start--;
    }
    String word = Characters.upper(joined.substring(start, end)).replace(".", "");
    return word.length() == 2
        && (start == 0 || joined.charAt(start - 1) == ' ' || joined.charAt(start - 1) == '-')
        && Tags.standard().contains(word);
  }

  private static SubjectLine clean(String joined, int end) {
    String text = withoutDash(joined);
    String marking = null;
    // Twice, for a repeated mark: (U) (U).
    for (int i = 0; i < 2; i++) {
      int mark = Markings.endOpen(text);
      if (mark > 0) {
        int open = text.charAt(0) == '(' ? 1 : 0;
        marking = marking == null ? text.substring(open, mark - 1).strip() : marking;
        text = stripFront(text.substring(mark));
      }
    }
    if (text.endsWith("(NOFORN)")) {
      text = text.substring(0, text.length() - "(NOFORN)".length()).strip();
    }
    int open = text.lastIndexOf('(');
    if (open > 0 && Markings.end(text, open, text.length()) == text.length()) {
      String mark = text.substring(open + 1, text.length() - 1).strip();
      marking = marking == null ? mark : marking;
      text = text.substring(0, open).strip();
    }
    // A rule glued on behind.
    int last = text.length();
    while (last > 0 && "-=_*".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    if (text.length() - last >= 4) {
      text = text.substring(0, last).strip();
    }
    // A caption that stood between two pages.
    if (text.endsWith(" SIPDIS")) {
      text = text.substring(0, text.length() - 7).strip();
    }
    // SUMMARY: before a paragraph that a copyist put on the same line.
    if (text.regionMatches(true, text.length() - 9, " SUMMARY:", 0, 9)) {
      text = text.substring(0, text.length() - 9).strip();
    }
    int[] part = part(Characters.upper(text));
    return new SubjectLine(text.strip(), marking, part[0], part[1], end);
  }

  /** Without the dash between keyword and subject, {@code SUBJECT: - TALKS}. */
  private static String withoutDash(String text) {
    return text.startsWith("- ") ? text.substring(2).strip() : text;
  }

  private static String stripFront(String text) {
    int at = 0;
    while (at < text.length() && " :".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(at);
  }

  /** {@code PART 2 OF 3}, {@code (1 OF 2)}, {@code PART TWO OF THREE}, {@code PART 1/2}. */
  private static int[] part(String text) {
    for (int at = text.indexOf("PART "); at >= 0; at = text.indexOf("PART ", at + 5)) {
      if (at > 0 && Character.isLetter(text.charAt(at - 1))) {
        continue;
      }
      int[] found = oneOf(text, at + 5, false);
      if (found.length > 0) {
        return found;
      }
    }
    for (int at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
      int[] found = oneOf(text, at + 1, true);
      if (found.length > 0) {
        return found;
      }
    }
    return new int[2];
  }

  private static int[] oneOf(String text, int from, boolean closed) {
    int at = Characters.skipBlanks(text, from, text.length());
    int first = wordEnd(text, at);
    int number = number(text.substring(at, first));
    int of = Characters.skipBlanks(text, first, text.length());
    int second;
    if (text.startsWith("OF ", of)) {
      second = Characters.skipBlanks(text, of + 3, text.length());
    } else if (!closed && of < text.length() && text.charAt(of) == '/') {
      second = of + 1;
    } else {
      return new int[0];
    }
    int secondEnd = wordEnd(text, second);
    int count = number(text.substring(second, secondEnd));
    boolean shut = !closed || (secondEnd < text.length() && text.charAt(secondEnd) == ')');
    return number >= 1 && count >= number && count <= 50 && shut
        ? new int[] {number, count}
        : new int[0];
  }

  private static int wordEnd(String text, int from) {
    int at = Math.min(from, text.length());
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int number(String word) {
    if (word.isEmpty() || word.length() > 5) {
      return -1;
    }
    if (word.length() <= 2 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Integer.parseInt(word);
    }
    return NUMBERS.getOrDefault(word, -1);
  }
}
