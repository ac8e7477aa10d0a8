package org.cablebeam.transforms.parse.heading;

import java.util.List;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LevelWord;

/**
 * How far the subject runs on over the lines below its keyword: until a blank line, a rule, a
 * summary, a sentence or the like. One a field; all linear, none throws.
 */
final class SubjectBlock {
  /** A telegraph line is at most about 70 columns wide; one longer than 120 was joined. */
  private static final int WIDTH = 70;

  private static final int JOINED = 120;

  /** So many words with a small letter in front make a line a sentence. */
  private static final int SENTENCE_WORDS = 4;

  /** The lines of a subject that is wrapped at the margin are not shorter by more than this. */
  private static final int SLACK = 8;

  /** A subject goes on behind no more blank lines. */
  private static final int MOST_BLANKS = 8;

  /** The keyword and its blank before the first line. */
  private static final int KEYWORD = "SUBJECT: ".length();

  /** So many lines show how wide the lines of a text are. */
  private static final int SAMPLE = 12;

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

  /** What alone on a line is no part of a subject: a caveat, and a keyword without its sign. */
  private static final Set<String> ALONE = Set.of("NOFORN", "REF", "REFS", "REFTEL", "REFTELS");

  private final String field;
  private final boolean doubleSpaced;
  private final int width;

  /**
   * A field.
   *
   * @param doubleSpaced whether blank lines between its lines were taken away, so that they do not
   *     say where it ends
   */
  SubjectBlock(String field, boolean doubleSpaced) {
    this.field = field;
    this.doubleSpaced = doubleSpaced;
    this.width = doubleSpaced ? width() : 0;
  }

  int lineEnd(int from) {
    int newline = field.indexOf('\n', from);
    return newline < 0 ? field.length() : newline;
  }

  /**
   * Whether a subject ends before the line between two offsets.
   *
   * @param subject what was read of it, not empty
   * @param end behind the line before
   */
  boolean endsBefore(CharSequence subject, int end, int from, int to) {
    if (from == to) {
      return !goesOn(subject) && !opensJoined(from);
    }
    return opensOther(subject, field, from, to)
        || opensSentence(subject, field, from, to)
        || (doubleSpaced && !goesOn(subject) && hadRoom(end, from, to));
  }

  /** Whether a subject cannot end here: behind OF, AND, a comma or a hyphen. */
  private static boolean goesOn(CharSequence subject) {
    int end = subject.length();
    int word = end;
    while (word > 0 && Characters.isLetter(subject.charAt(word - 1))) {
      word--;
    }
    return word == end
        ? ",-/".indexOf(subject.charAt(end - 1)) >= 0
        : WordSense.JOINS_SUBJECT.is(Characters.upper(subject.subSequence(word, end).toString()));
  }

  /** Whether the next line that is not blank opens with what no text does: AND, OF. */
  private boolean opensJoined(int from) {
    int at = Characters.skipBlanks(field, from, Math.min(field.length(), from + MOST_BLANKS));
    return Characters.isWordAt(field, at, field.length(), "AND")
        || Characters.isWordAt(field, at, field.length(), "OF");
  }

  /** Whether the first word of a line had had room on the line that ends at an offset. */
  private boolean hadRoom(int end, int from, int to) {
    int start = field.lastIndexOf('\n', end - 1) + 1;
    int first = Characters.skipBlanks(field, from, to);
    int word = first;
    while (word < to && field.charAt(word) != ' ') {
      word++;
    }
    int length = end - start + (start == 0 ? KEYWORD : 0);
    return length + 1 + word - first + SLACK < width;
  }

  /** How wide the lines of the field are, at most; those that a copyist joined do not count. */
  private int width() {
    int widest = 0;
    int at = 0;
    for (int i = 0; i < SAMPLE && at < field.length(); i++) {
      int end = lineEnd(at);
      widest = end - at <= JOINED ? Math.max(widest, end - at) : widest;
      at = end + 1;
    }
    return widest;
  }

  /** Where the text begins in a line, which a copyist may have joined; its end if it does not. */
  int textIn(int from, int end) {
    String line = field.substring(from, Math.min(end, from + SubjectLine.LONGEST));
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
    if (subject.chars().anyMatch(SubjectBlock::isSmall)) {
      return false;
    }
    if (mark > 0) {
      return field.substring(mark, end).chars().anyMatch(SubjectBlock::isSmall);
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

  private static boolean opensOther(CharSequence subject, String field, int from, int end) {
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
    return Levels.standard().find(line).isPresent()
        || ALONE.contains(Characters.upper(line.strip()));
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
}
