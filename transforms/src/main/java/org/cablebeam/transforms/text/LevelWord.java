package org.cablebeam.transforms.text;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.cablebeam.schemas.vocabulary.Captions;
import org.cablebeam.schemas.vocabulary.Captions.Kind;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.schemas.vocabulary.Posts;

/**
 * The classification word at the beginning of a line as telegraph circuits left it: solid or letter
 * spaced, in any case, its first letter lost or doubled, with caveats behind it.
 */
public final class LevelWord {
  /** A shorter word whose first letter is lost is any word. */
  private static final int RECOGNIZABLE = 6;

  private static final int PRINT_LETTERS = 3;

  private static final int PRINT_DIGITS = 4;

  private static final int SHORTEST_CAVEAT = 4;

  /** With these levels begin, whole or without their first letter. */
  private static final String FIRST_LETTERS = "TSCRLUOEN";

  /** The levels by the letter with which they begin, whole or without their first letter. */
  private static final String[][] LEVELS =
      byLetter(
          Levels.standard().bare().stream().map(Levels.Spelling::letters).toList(),
          (level, letter) ->
              FIRST_LETTERS.indexOf(letter) >= 0
                  && (level.charAt(0) == letter
                      || (level.charAt(1) == letter && level.length() >= RECOGNIZABLE)));

  /**
   * Captions that say who may see a cable, by the letter with which they begin, longer ones first.
   * Shorter ones may be any word.
   */
  private static final String[][] CAVEATS =
      byLetter(
          Captions.standard().all().stream()
              .filter(caption -> caption.kind() == Kind.CAPTION || caption.kind() == Kind.CONTROL)
              .flatMap(
                  caption -> Stream.concat(Stream.of(caption.code()), caption.spellings().stream()))
              .map(LevelWord::letters)
              .filter(letters -> letters.length() >= SHORTEST_CAVEAT)
              // NATO is a station too.
              .filter(letters -> Posts.standard().byName(letters).isEmpty())
              .sorted(Comparator.comparing(letters -> -letters.length()))
              .toList(),
          (caveat, letter) -> caveat.charAt(0) == letter);

  private static final String[] NONE = {};

  private LevelWord() {}

  private static String letters(String words) {
    return words.replace(" ", "");
  }

  private static String[][] byLetter(
      List<String> words, BiPredicate<String, Character> beginsWith) {
    String[][] byLetter = new String['Z' - 'A' + 1][];
    for (int i = 0; i < byLetter.length; i++) {
      char letter = (char) ('A' + i);
      byLetter[i] =
          words.stream().filter(word -> beginsWith.test(word, letter)).toArray(String[]::new);
    }
    return byLetter;
  }

  /** The words that may begin with a letter in upper case; none where it is no letter. */
  private static String[] beginningWith(char letter, String[][] byLetter) {
    int i = letter - 'A';
    return i >= 0 && i < byLetter.length ? byLetter[i] : NONE;
  }

  /** The offset behind the level that begins at {@code start}; -1 where none does. */
  public static int end(String text, int start, int end) {
    int from = start;
    if (from < end
        && !Characters.isLetter(text.charAt(from))
        && !Character.isDigit(text.charAt(from))) {
      // A stray quotation mark or bracket.
      from++;
    }
    if (from >= end) {
      return -1;
    }
    char first = Characters.upper(text.charAt(from));
    for (String level : beginningWith(first, LEVELS)) {
      int found = -1;
      if (level.charAt(0) == first) {
        found = spelled(text, from, end, level, 0);
        if (found < 0 && from + 1 < end && Characters.upper(text.charAt(from + 1)) == first) {
          found = spelled(text, from + 1, end, level, 0);
        }
      } else {
        found = spelled(text, from, end, level, 1);
      }
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /**
   * Whether the number that a terminal gave its print is all that stands between two offsets, as
   * behind the level on top of pages of the 1990s: {@code CONFIDENTIAL PTQ4412}.
   */
  public static boolean isPrintNumber(String text, int start, int end) {
    int from = Characters.skipBlanks(text, start, end);
    int stop = Characters.skipBlanksBack(text, end, from);
    if (stop - from != PRINT_LETTERS + PRINT_DIGITS) {
      return false;
    }
    for (int at = from; at < from + PRINT_LETTERS; at++) {
      if (!Characters.isUpper(text.charAt(at))) {
        return false;
      }
    }
    return Signs.isDigits(text, from + PRINT_LETTERS, stop);
  }

  /** The offset behind the caveats that begin at {@code start}, blanks and slashes included. */
  public static int caveatsEnd(String text, int start, int end) {
    int at = start;
    while (true) {
      while (at < end
          && (Lines.isBlank(text.charAt(at)) || "/,-.\\".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      int behind = at < end ? caveatEnd(text, at, end) : -1;
      if (behind < 0) {
        return at;
      }
      at = behind;
    }
  }

  /** The offset behind the caveat that begins at {@code start}; -1 where none does. */
  private static int caveatEnd(String text, int start, int end) {
    for (String caveat : beginningWith(Characters.upper(text.charAt(start)), CAVEATS)) {
      int behind = spelled(text, start, end, caveat, 0);
      if (behind >= 0) {
        return behind;
      }
    }
    return -1;
  }

  /** The offset behind {@code word}, blanks between its letters allowed; -1 if it is not there. */
  private static int spelled(String text, int start, int end, String word, int from) {
    int at = start;
    for (int i = from; i < word.length(); i++) {
      while (i > from && at < end && text.charAt(at) == ' ') {
        at++;
      }
      if (at >= end || Characters.upper(text.charAt(at)) != word.charAt(i)) {
        return -1;
      }
      at++;
    }
    return at < end && Characters.isLetter(text.charAt(at)) ? -1 : at;
  }
}
