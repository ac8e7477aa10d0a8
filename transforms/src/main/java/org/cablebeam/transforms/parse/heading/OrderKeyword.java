package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
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

  /** The keyword at an offset; null where none opens there. */
  @Nullable FoundKeyword at(int start, int at, int end, Rank rank) {
    int words = rank == Rank.LINE_START ? wordsEnd(at) : at;
    boolean spelled = words > at;
    int i = at + 1;
    int signs = i;
    while (i < end && i - signs < 3 && " .,".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    boolean dotted = spelled || i > signs;
    boolean zero = i < end && text.charAt(i) == '0' && dotted;
    if (!spelled && (i >= end || (Characters.upper(text.charAt(i)) != 'O' && !zero))) {
      return null;
    }
    i = spelled ? words : i + 1;
    int number = i;
    boolean colon = false;
    while (number < end && number - i < 5 && " .:;,-".indexOf(text.charAt(number)) >= 0) {
      colon |= text.charAt(number) == ':';
      number++;
    }
    if (number == i && !dotted && number < end && Characters.isLetter(text.charAt(number))) {
      return null;
    }
    int digits = number;
    while (digits < end && digits - number < 7 && isNumberSign(text.charAt(digits))) {
      digits++;
    }
    boolean numbered = digits - number >= 4 && digits - number <= 6;
    boolean notApplicable = dotted && text.startsWith("N/A", number);
    if (!numbered && !((colon || notApplicable) && dotted && rank == Rank.LINE_START)) {
      return null;
    }
    boolean behind = false;
    for (int k = digits; k < Math.min(end, digits + 40) && !behind; k++) {
      behind = text.charAt(k) == ':';
      if (Characters.isLetter(text.charAt(k)) && k > digits + 24) {
        break;
      }
    }
    // "… for reasons E.O. 12958 1.4 (b)": the order within the classifier's line.
    if (soFar.open() == Keyword.CLASSIFIED_BY && !(rank == Rank.LINE_START && (behind || colon))) {
      return null;
    }
    if (soFar.open() == Keyword.CLASSIFIED_BY && opensReason(digits, end)) {
      return null;
    }
    // A subject may speak of an order, and a reference may be one.
    if ((soFar.open() == Keyword.SUBJECT || soFar.open() == Keyword.REFERENCES)
        && (rank != Rank.LINE_START || soFar.seen(Keyword.EXECUTIVE_ORDER))
        && !(behind && opensInstruction(digits, end))) {
      return null;
    }
    if (rank == Rank.GLUED && !(behind && dotted)) {
      return null;
    }
    int value = text.charAt(start) == '\u00b6' ? at : start;
    return new FoundKeyword(Keyword.EXECUTIVE_ORDER, start, value, rank, zero);
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

  /** {@code DECL: 02/14/2018} without its order, in front of the other fields; null for others. */
  @Nullable FoundKeyword instruction(int start, int at, int end, Rank rank) {
    boolean declassify =
        rank == Rank.LINE_START
            && !soFar.seen(Keyword.EXECUTIVE_ORDER)
            && !soFar.subjectSeen()
            && text.regionMatches(true, at, "DECL", 0, 4);
    int word = declassify ? Characters.skipLetters(text, at, end) : at;
    int value = declassify ? KeywordSigns.afterColon(text, word, end) : -1;
    return value > 0 && value < end && Characters.isDigit(text.charAt(value))
        ? new FoundKeyword(Keyword.EXECUTIVE_ORDER, start, start, rank, true)
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
    return Characters.isDigit(c) || c == 'O' || c == 'l';
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
