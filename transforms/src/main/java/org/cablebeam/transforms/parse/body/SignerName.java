package org.cablebeam.transforms.parse.body;

import java.util.Locale;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;

/**
 * What a name under a telegram may look like: one to four words, in capitals or capitalised, with
 * particles, initials, hyphens, an apostrophe or JR; and what stands around it on its line. All
 * offsets are UTF-16 units into the text.
 */
final class SignerName {
  static final int LONGEST = 34;

  private static final int MOST_WORDS = 4;

  private static final int SHORTEST_IN_PARENTHESES = 4;

  private SignerName() {}

  /** Behind REGARDS, a title or a stray sign before the name. */
  static int start(String text, int from, int end) {
    int at = from;
    while (at < end && (isOpeningSign(text.charAt(at)) || (at > from && text.charAt(at) == ' '))) {
      at++;
    }
    // - SAMPLE -, but not an item of a list.
    if (at < end && isDash(text.charAt(at)) && isDash(text.charAt(end - 1))) {
      while (at < end && (isDash(text.charAt(at)) || text.charAt(at) == ' ')) {
        at++;
      }
    }
    if (isParenthesised(text, at, end)) {
      return at + 1;
    }
    int greeting = Math.max(WordClass.GREETING.at(text, at), group(text, at, end));
    int before = greeting > 0 ? greeting : titled(text, at);
    if (before > 0 && at + before < end) {
      at += before;
      while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
        at++;
      }
    }
    return at;
  }

  /** Before a full stop, quotation mark, number sign or rule behind the name. */
  static int end(String text, int from, int to) {
    int end = withoutSigns(text, from, withoutNumber(text, from, withoutSigns(text, from, to)));
    if (end <= from) {
      return end;
    }
    int behind = withoutFollowers(text, from, end);
    if (behind == end) {
      // LAKE (ACTING), LAKE, CHARGE
      int inside = text.charAt(end - 1) == ')' ? end - 1 : end;
      // The full stop of A.I. was taken for a sign.
      int stop = inside < to && text.charAt(inside) == '.' ? inside + 1 : inside;
      int titled = WordClass.ROLE.endingAt(text, from, stop);
      int role = titled > 0 ? stop - titled : inside - WordClass.ROLE.endingAt(text, from, inside);
      boolean parted =
          inside < end
              ? role > from && text.charAt(role - 1) == '('
              : role - 2 > from && text.startsWith(", ", role - 2);
      behind = role < inside && parted ? role - (inside < end ? 1 : 2) : end;
    }
    return withoutSigns(text, from, behind);
  }

  /** Before the BT, CONFIDENTIAL or NNNN from the lines below that were joined to the name. */
  private static int withoutFollowers(String text, int from, int to) {
    int end = to;
    int follower = WordClass.FOLLOWER.endingAt(text, from, end);
    while (follower > 0
        && end - follower > from
        && !Character.isLetter(text.charAt(end - follower - 1))) {
      end = withoutSigns(text, from, end - follower);
      follower = WordClass.FOLLOWER.endingAt(text, from, end);
    }
    return end;
  }

  /** {@code (SAMPLE)}, but not {@code (SBU)}. */
  private static boolean isParenthesised(String text, int from, int end) {
    return end - from >= SHORTEST_IN_PARENTHESES + 2
        && text.charAt(from) == '('
        && text.indexOf(')', from) == end - 1
        && isUpper(text, from, end)
        && PortionMark.inParentheses(text, from, end).isEmpty();
  }

  /** Whether the words between two offsets are one surname with its particles: VAN SAMPLE. */
  static boolean isOneSurname(String text, int from, int to) {
    int word = from;
    for (int blank = text.indexOf(' ', from);
        blank >= 0 && blank < to;
        blank = text.indexOf(' ', word)) {
      if (!WordClass.PARTICLE.holds(text.substring(word, blank))) {
        return false;
      }
      word = blank + 1;
    }
    return word > from;
  }

  /** Whether a blank stands between two offsets. */
  static boolean holdsBlank(String text, int from, int to) {
    int at = text.indexOf(' ', from);
    return at >= 0 && at < to;
  }

  /** Before the #0421 of an end mark. */
  private static int withoutNumber(String text, int from, int to) {
    int digits = to;
    while (digits > from && Character.isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    boolean number = digits < to && digits > from + 1 && text.charAt(digits - 1) == '#';
    return number && text.charAt(digits - 2) == ' ' ? digits - 1 : to;
  }

  private static int withoutSigns(String text, int from, int to) {
    int end = to;
    while (end > from && isClosingSign(text, from, end)) {
      end--;
    }
    return end;
  }

  /** The length of the GP-3 before a name; 0 where none stands. */
  private static int group(String text, int from, int to) {
    int blank = text.indexOf(' ', from);
    return blank > from
            && blank < to
            && TrailerLines.isDeclassificationGroup(text.substring(from, blank))
        ? blank - from
        : 0;
  }

  /** The length of a title before a name, AMBASSADOR, and of the blank behind it; 0 for none. */
  private static int titled(String text, int at) {
    int title = WordClass.TITLE.at(text, at);
    return title > 0 && text.startsWith(" ", at + title) ? title + 1 : 0;
  }

  private static boolean isClosingSign(String text, int from, int end) {
    char c = text.charAt(end - 1);
    if (c == ')' || c == ']') {
      // The opening one was lost or never was.
      return text.lastIndexOf(c == ')' ? '(' : '[', end - 1) < from;
    }
    return Lines.isBlank(c) || isSign(c) || c == '\'' || c == '>' || c == '&' || c == '/';
  }

  /** A sign that circuits and publishers leave behind a name. */
  static boolean isSign(char c) {
    return "._\"\\#=*,:;\u201d-~|".indexOf(c) >= 0;
  }

  private static boolean isOpeningSign(char c) {
    return "_\"\u201c=*#~|".indexOf(c) >= 0;
  }

  private static boolean isDash(char c) {
    return c == '-';
  }

  /** Whether a name, and nothing else, stands between two offsets. */
  static boolean is(String text, int from, int to) {
    if (to - from < 2 || to - from > LONGEST) {
      return false;
    }
    if (SpacedLetters.is(text, from, to)) {
      return true;
    }
    int words = 0;
    int longest = 0;
    int at = from;
    while (at < to) {
      int word = at;
      while (at < to && isLetterOfName(text.charAt(at))) {
        at++;
      }
      int behind = at;
      if (behind < to && text.charAt(behind) == ',' && behind > word) {
        return words == 0
            && isWord(text, word, behind, true)
            && WordClass.SUFFIX.holds(
                text.substring(behind + 1, to).strip().toUpperCase(Locale.ROOT));
      }
      if (behind < to && text.charAt(behind) != ' ') {
        return false;
      }
      if (behind > word) {
        words++;
        longest = Math.max(longest, behind - word);
        // SAMPLE AND LAKE
        boolean joins = words == 2 && behind - word == 3 && text.startsWith("AND ", word);
        if (joins ? word - from < 4 : !isWord(text, word, behind, words == 1 && behind == to)) {
          return false;
        }
      }
      while (at < to && text.charAt(at) == ' ') {
        at++;
      }
    }
    boolean name = words >= 1 && words <= MOST_WORDS && longest >= 2;
    return name && Character.isLetter(text.charAt(from));
  }

  /** One word of a name; in a text in small letters the name is small too. */
  private static boolean isWord(String text, int from, int to, boolean only) {
    char first = text.charAt(from);
    boolean particle = to - from <= 3 && Character.isLowerCase(first);
    if (!Character.isUpperCase(first) && !particle && !only) {
      return false;
    }
    String upper = text.substring(from, to).toUpperCase(Locale.ROOT);
    int slash = upper.indexOf('/');
    boolean twoNames = slash < 0 || (slash >= 3 && upper.length() - slash > 3);
    // The full stop behind a longer word ends a sentence.
    boolean stop = to - from > 4 && text.charAt(to - 1) == '.' && !WordClass.SUFFIX.holds(upper);
    return twoNames
        && !stop
        && !WordClass.NO_NAME.holds(upper)
        && !WordClass.FUNCTION.holds(upper)
        && !isRedaction(upper);
  }

  private static boolean isRedaction(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != 'X') {
        return false;
      }
    }
    return true;
  }

  /** Whether no small letter stands between two offsets. */
  static boolean isUpper(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A letter, or a sign that stands within names; SAMPLE/LAKE signed together. */
  static boolean isLetterOfName(char c) {
    return Character.isLetter(c) || c == '\'' || c == '\u2019' || c == '-' || c == '.' || c == '/';
  }
}
