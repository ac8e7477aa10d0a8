package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/** {@code E.O. 12958:}, in all its spellings, but not the order that a reason names. */
final class OrderKeyword {
  /** How an instruction begins that is no date. */
  private static final List<String> INSTRUCTIONS =
      List.of("DECL", "N/A", "NA ", "DNG", "X", "GDS", "RDS", "ADS", "OADR", "AS AMENDED", "TAGS");

  private static final List<String> SPELLED =
      List.of("EXECUTIVE ORDER", "EXEC. ORDER", "EXEC ORDER");

  private final String text;
  private final KeywordsSoFar soFar;

  OrderKeyword(String text, KeywordsSoFar soFar) {
    this.text = text;
    this.soFar = soFar;
  }

  /**
   * The keyword as it is spelled.
   *
   * @param dotted whether a full stop, a comma or a blank parts its letters, or it is in words
   * @param zero whether a zero stands for its O
   * @param end behind it
   */
  private record Spelled(boolean dotted, boolean zero, int end) {}

  /** The keyword at an offset; null where none opens there. */
  @Nullable FoundKeyword at(int start, int at, int end, Rank rank) {
    Spelled keyword = spelled(at, end, rank);
    if (keyword == null) {
      return null;
    }
    int number = keyword.end();
    boolean colon = false;
    while (number < end
        && number - keyword.end() < 5
        && " .:;,-".indexOf(text.charAt(number)) >= 0) {
      colon |= text.charAt(number) == ':';
      number++;
    }
    boolean glued = number == keyword.end() && number < end;
    if (glued && !keyword.dotted() && Characters.isLetter(text.charAt(number))) {
      return null;
    }
    int digits = number;
    while (digits < end && digits - number < 7 && isNumberSign(text.charAt(digits))) {
      digits++;
    }
    boolean numbered = digits - number >= 4 && digits - number <= 6;
    boolean notApplicable = keyword.dotted() && text.startsWith("N/A", number);
    boolean alone = keyword.dotted() && (colon || notApplicable) && rank == Rank.LINE_START;
    if (!(numbered || alone) || !opensHere(keyword, colon, digits, end, rank)) {
      return null;
    }
    int value = text.charAt(start) == '\u00b6' ? at : start;
    return new FoundKeyword(Keyword.EXECUTIVE_ORDER, start, value, rank, keyword.zero());
  }

  /** E.O., EO, E. O., E.0. or the words at an offset; null where none of them stands. */
  private @Nullable Spelled spelled(int at, int end, Rank rank) {
    int words = rank == Rank.LINE_START ? wordsEnd(at) : at;
    if (words > at) {
      return new Spelled(true, false, words);
    }
    int letter = at + 1;
    while (letter < end && letter - at < 4 && " .,".indexOf(text.charAt(letter)) >= 0) {
      letter++;
    }
    boolean dotted = letter > at + 1;
    if (letter >= end) {
      return null;
    }
    boolean zero = dotted && text.charAt(letter) == '0';
    return zero || Characters.upper(text.charAt(letter)) == 'O'
        ? new Spelled(dotted, zero, letter + 1)
        : null;
  }

  /** Whether the order, the number of which ends at {@code digits}, opens the line of its own. */
  private boolean opensHere(Spelled keyword, boolean colon, int digits, int end, Rank rank) {
    boolean behind = isColonBehind(digits, end);
    boolean lineStart = rank == Rank.LINE_START;
    if (soFar.open() == Keyword.CLASSIFIED_BY) {
      // "… for reasons E.O. 12958 1.4 (b)": the order within the classifier's line.
      return lineStart && (behind || colon) && !opensReason(digits, end);
    }
    boolean instructs = behind && opensInstruction(digits, end);
    // A subject may speak of an order, and a reference may be one.
    if ((soFar.open() == Keyword.SUBJECT || soFar.open() == Keyword.REFERENCES)
        && !instructs
        && (!lineStart || soFar.seen(Keyword.EXECUTIVE_ORDER))) {
      return false;
    }
    return rank != Rank.GLUED || (behind && keyword.dotted());
  }

  private boolean isColonBehind(int digits, int end) {
    for (int at = digits; at < Math.min(end, digits + 40); at++) {
      if (text.charAt(at) == ':') {
        return true;
      }
      if (Characters.isLetter(text.charAt(at)) && at > digits + 24) {
        return false;
      }
    }
    return false;
  }

  /** The offset behind EXECUTIVE ORDER; {@code at} if it does not begin there. */
  private int wordsEnd(int at) {
    for (String spelled : SPELLED) {
      if (text.regionMatches(true, at, spelled, 0, spelled.length())) {
        return at + spelled.length();
      }
    }
    return at;
  }

  /**
   * {@code DECL: 02/14/2018} without its order, in front of the other fields, or {@code DECLASSIFY
   * ON:} below the classifier; null for others.
   */
  @Nullable FoundKeyword instruction(int start, int at, int end, Rank rank) {
    boolean due = !soFar.subjectSeen() || soFar.open() == Keyword.CLASSIFIED_BY;
    boolean declassify =
        rank == Rank.LINE_START
            && due
            && !soFar.seen(Keyword.EXECUTIVE_ORDER)
            && text.regionMatches(true, at, "DECL", 0, 4);
    int word = declassify ? Characters.skipLetters(text, at, end) : at;
    boolean on = declassify && text.regionMatches(true, word, " ON", 0, 3);
    word += on ? 3 : 0;
    int value = declassify ? KeywordSigns.afterColon(text, word, end) : -1;
    return value > 0 && value < end && (on || Characters.isDigit(text.charAt(value)))
        ? new FoundKeyword(Keyword.EXECUTIVE_ORDER, start, start, rank, !on)
        : null;
  }

  /** Whether a date or one of the words of an instruction follows the number. */
  private boolean opensInstruction(int from, int end) {
    int at = from;
    while (at < end && " :;,.-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at >= end || Characters.isDigit(text.charAt(at))) {
      return true;
    }
    for (String word : INSTRUCTIONS) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumberSign(char c) {
    return LookAlikes.digit(c) >= 0;
  }

  /** Whether 1.4 or 1.5, the paragraph of a reason, follows. */
  private boolean opensReason(int from, int end) {
    int i = from;
    while (i < end && " ,:;.".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i + 2 < end
        && text.charAt(i) == '1'
        && (text.charAt(i + 1) == '.' || text.charAt(i + 1) == ',')
        && Characters.isDigit(text.charAt(i + 2));
  }
}
