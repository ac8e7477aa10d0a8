package org.cablebeam.transforms.parse.heading;

import java.util.Map;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Characters;
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
  static final int LONGEST = 2_000;

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

  /**
   * Reads the field behind the keyword.
   *
   * @param doubleSpaced whether blank lines between its lines were taken away, so that they do not
   *     say where it ends
   */
  static SubjectLine read(String field, boolean doubleSpaced) {
    SubjectBlock block = new SubjectBlock(field, doubleSpaced);
    StringBuilder joined = new StringBuilder();
    int at = 0;
    int end = 0;
    while (at < field.length() && joined.length() < LONGEST) {
      int lineEnd = block.lineEnd(at);
      if (joined.length() > 0 && block.endsBefore(joined, end, at, lineEnd)) {
        break;
      }
      int stop = lineEnd > at ? block.textIn(at, lineEnd) : at;
      append(joined, field, at, stop);
      end = lineEnd > at ? stop : end;
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
