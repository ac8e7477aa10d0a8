package org.cablebeam.transforms.classification;

import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an E.O. line: {@code E.O. 12958: DECL: 2/1/18}. Immutable.
 *
 * @param number the digits of the order; null where the line shows none
 * @param asWritten what stands behind the keyword and the number, on one line
 * @param instruction the same in upper case, without blanks around it
 */
record OrderLine(@Nullable String number, String asWritten, String instruction) {
  /** No E.O. line is longer. */
  private static final int MOST = 600;

  /** Reads a line as found, with or without its keyword. */
  static OrderLine read(String line) {
    String plain = oneLine(line);
    String text = upperCase(plain);
    int[] span = numberSpan(text);
    String number = span[1] > 0 ? digits(text.substring(span[0], span[1])) : null;
    int value = number == null ? keywordEnd(text) : span[1];
    return new OrderLine(number, plain.substring(value), text.substring(value).strip());
  }

  /** Blanks and line ends become one blank. */
  private static String oneLine(String line) {
    String cut = line.length() > MOST ? line.substring(0, MOST) : line;
    StringBuilder text = new StringBuilder(cut.length());
    for (int i = 0; i < cut.length(); i++) {
      char c = cut.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0' || c == '\\') {
        c = ' ';
      }
      if (c != ' ' || (text.length() > 0 && text.charAt(text.length() - 1) != ' ')) {
        text.append(c);
      }
    }
    return text.toString().strip();
  }

  /** Only ASCII letters change, so that offsets stay. */
  private static String upperCase(String text) {
    StringBuilder upper = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      upper.append(Characters.upper(text.charAt(i)));
    }
    return upper.toString();
  }

  /**
   * Where the number of the order stands: four to six digits behind nothing but the keyword; {0, 0}
   * if there is none. A letter O or I between digits is one of them, and so is a blank that parts
   * five digits; the zero of {@code E.0.} is a letter.
   */
  private static int[] numberSpan(String text) {
    int start = 0;
    StringBuilder letters = new StringBuilder();
    while (start < text.length()) {
      char c = text.charAt(start);
      boolean zero = c == '0' && letters.toString().equals("E");
      if (Characters.isDigit(c) && !zero) {
        break;
      }
      if (Character.isLetter(c) || zero) {
        letters.append(zero ? 'O' : c);
      }
      start++;
    }
    if (!isKeyword(letters.toString())) {
      return new int[] {0, 0};
    }
    int end = start;
    int digits = 0;
    while (end < text.length() && digits < 6) {
      char c = text.charAt(end);
      boolean inside = end + 1 < text.length() && Characters.isDigit(text.charAt(end + 1));
      if (Characters.isDigit(c) || (LookAlikes.digit(c) >= 0 && inside)) {
        digits++;
      } else if (c != ' ' || !inside || digits < 2 || digits > 3) {
        break;
      }
      end++;
    }
    boolean date =
        end + 1 < text.length()
            && "/-".indexOf(text.charAt(end)) >= 0
            && Characters.isDigit(text.charAt(end + 1));
    return digits >= 4 && !date ? new int[] {start, end} : new int[] {0, 0};
  }

  private static boolean isKeyword(String letters) {
    return letters.length() <= 3
        ? letters.isEmpty() || "EOEOI".contains(letters) || letters.startsWith("EO")
        : DeclassificationWord.ORDER.opens(letters) || letters.equals("EOEO");
  }

  /** The digits of a number, letters that a machine took for them among these. */
  static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int digit = LookAlikes.digit(text.charAt(i));
      if (digit >= 0) {
        digits.append(digit);
      }
    }
    return digits.toString();
  }

  /** Behind a keyword that no number follows: E.O.: N/A. */
  private static int keywordEnd(String text) {
    int at = 0;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    int words = DeclassificationWord.ORDER.at(text, at);
    if (words > 0) {
      return at + words;
    }
    return Math.max(0, behindLetters(text, at, "EO", ". "));
  }

  /**
   * Behind letters that stand alone, with or without signs between them, a digit taken for the
   * letter it is like behind the first: E.0.; -1 where they do not stand at {@code from}.
   */
  static int behindLetters(String text, int from, String letters, String signs) {
    int at = from;
    int found = 0;
    while (at < text.length() && found < letters.length()) {
      char c = found == 0 ? text.charAt(at) : LookAlikes.letter(text.charAt(at));
      if (c == letters.charAt(found)) {
        found++;
      } else if (signs.indexOf(c) < 0) {
        return -1;
      }
      at++;
    }
    boolean whole = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    return found == letters.length() && whole ? at : -1;
  }
}
