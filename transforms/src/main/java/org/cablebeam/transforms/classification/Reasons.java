package org.cablebeam.transforms.classification;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reasons of a classifier line: after the number of a section, single letters until a
 * word that is longer. {@code 1.4 (b) and (d)}, {@code 1.5(B,D)}, {@code 1.4 b/d}, {@code 1. 4
 * (b+d)}; {@code (a-d)} and {@code (a)-(d)} are all from the first to the last.
 */
final class Reasons {
  /** Order 13292 moved the reasons from section 1.5 to 1.4; in force for cables from this day. */
  private static final LocalDate SECTION_1_4 = LocalDate.of(2003, 9, 22);

  private Reasons() {}

  /**
   * The reasons as {@code 1.4(b)}, in order, each once.
   *
   * @param line the classifier line
   * @param sent decides the section where only letters are given
   */
  static Set<String> read(String line, @Nullable LocalDate sent) {
    Set<String> reasons = new LinkedHashSet<>();
    int at = 0;
    while (at < line.length()) {
      int behind = sectionEnd(line, at);
      if (behind > 0) {
        at = letters(line, behind, "1." + line.charAt(behind - 1), reasons);
      } else {
        at++;
      }
    }
    if (reasons.isEmpty() && sent != null) {
      String section = sent.isBefore(SECTION_1_4) ? "1.5" : "1.4";
      int word = line.toUpperCase(Locale.ROOT).indexOf("REASON");
      if (word >= 0) {
        int behind = word + "REASON".length();
        if (behind < line.length() && (line.charAt(behind) | 0x20) == 's') {
          behind++;
        }
        int unused = letters(line, behind, section, reasons);
      }
    }
    return reasons;
  }

  /** Behind 1.4, 1,4, 1. 4 or 14 before a parenthesis; 0 if no section begins here. */
  private static int sectionEnd(String line, int start) {
    if (line.charAt(start) != '1' || (start > 0 && isDigitOrSlash(line.charAt(start - 1)))) {
      return 0;
    }
    int at = skip(line, start + 1, " ");
    int behindPoint = skip(line, at, ".,");
    boolean point = behindPoint > at;
    at = skip(line, behindPoint, " ");
    if (at >= line.length() || line.charAt(at) < '2' || line.charAt(at) > '8') {
      return 0;
    }
    int end = at + 1;
    if (end < line.length() && isDigitOrSlash(line.charAt(end))) {
      return 0;
    }
    int next = skip(line, end, " ");
    boolean parenthesis = next < line.length() && line.charAt(next) == '(';
    return point || (parenthesis && at == start + 1) ? end : 0;
  }

  /** Adds the letters that follow; answers the offset behind them. */
  private static int letters(String line, int from, String section, Set<String> reasons) {
    int at = from;
    char before = 0;
    boolean any = false;
    boolean open = false;
    boolean parentheses = false;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (!Character.isLetterOrDigit(c)) {
        open = c == '(' || (open && c != ')');
        parentheses |= open;
        at++;
        continue;
      }
      int end = at;
      while (end < line.length() && Character.isLetter(line.charAt(end))) {
        end++;
      }
      String word = line.substring(at, end).toLowerCase(Locale.ROOT);
      boolean enclosed = open || line.startsWith(")", end);
      boolean order = word.equals("e") && !enclosed && line.startsWith("O", skip(line, end, ". "));
      if (word.isEmpty()
          || order
          || (end < line.length() && Characters.isDigit(line.charAt(end)))) {
        return at;
      }
      // Once letters stand in parentheses, one without is an initial, but for the last of the line.
      boolean last = endsLine(line, end);
      boolean bare =
          word.length() == 1
              ? !parentheses || last
              : !parentheses && !any && last && isAscending(word);
      if (isReason(word) && (enclosed || bare)) {
        for (int i = 0; i < word.length(); i++) {
          char first = before > 0 && isRange(line, at) ? (char) (before + 1) : word.charAt(i);
          for (char letter = first; letter <= word.charAt(i); letter++) {
            reasons.add(section + "(" + letter + ")");
          }
          before = word.charAt(i);
        }
        any = true;
      } else if (!joins(word) && (any || !isDivision(word))) {
        return at;
      }
      at = end;
    }
    return at;
  }

  /** 1.4 PARAGRAPHS B AND D, 1.4 SECTIONS (B) AND (D). */
  private static boolean isDivision(String word) {
    String whole = word.startsWith("sub") ? word.substring(3) : word;
    return whole.startsWith("para") || whole.startsWith("section");
  }

  /** And, misspelt too, and or. */
  private static boolean joins(String word) {
    return word.equals("or")
        || (word.length() >= 2 && word.length() <= 4 && Spelling.within(word, "and", 1));
  }

  private static boolean endsLine(String line, int from) {
    return skip(line, from, " .") == line.length();
  }

  /** Whether a dash without blanks joins the letter at an offset to the one before: (a)-(d). */
  private static boolean isRange(String line, int at) {
    int dash = at > 0 && line.charAt(at - 1) == '(' ? at - 2 : at - 1;
    if (dash < 1 || (line.charAt(dash) != '-' && line.charAt(dash) != '\u2013')) {
      return false;
    }
    int before = line.charAt(dash - 1) == ')' ? dash - 2 : dash - 1;
    return before >= 0 && Character.isLetter(line.charAt(before));
  }

  private static boolean isReason(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'h') {
        return false;
      }
    }
    return word.length() <= 4;
  }

  /** {@code 1.4 bd}: no word, which the letters of few would be in that order. */
  private static boolean isAscending(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (word.charAt(i) <= word.charAt(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private static int skip(String text, int from, String signs) {
    int at = from;
    while (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isDigitOrSlash(char c) {
    return Characters.isDigit(c) || c == '/';
  }
}
