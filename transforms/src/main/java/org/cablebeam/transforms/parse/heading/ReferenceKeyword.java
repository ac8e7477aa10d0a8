package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * {@code REF:}, {@code REFTEL:}, {@code REF(S):}; without a colon where an item follows; {@code A.
 * REF:} behind the first bullet.
 */
final class ReferenceKeyword {
  /** How the word may go on, longer ones first. */
  private static final List<String> ENDINGS = List.of("(S)", " TELS", " TEL", " S", "'S");

  private static final int LONGEST_BULLET = 6;

  private final String text;
  private final KeywordsSoFar soFar;

  ReferenceKeyword(String text, KeywordsSoFar soFar) {
    this.text = text;
    this.soFar = soFar;
  }

  /** The keyword at an offset; null where none opens there. */
  @Nullable FoundKeyword at(int start, int at, int end, Rank rank) {
    if (!text.regionMatches(true, at, "REF", 0, 3)) {
      return null;
    }
    int word = Characters.skipLetters(text, at, end);
    String keyword = Characters.upper(text.substring(at, Math.min(word, at + 12)));
    int behind = word;
    switch (keyword) {
      case "REF", "REFTEL" -> {
        behind = severalEnd(word);
      }
      case "REFS", "REFTELS", "REFERENCE", "REFERENCES" -> {}
      default -> {
        return null;
      }
    }
    int value = KeywordSigns.afterColon(text, behind, end);
    int item = KeywordSigns.skipSigns(text, Math.max(behind, value), end);
    int bullet = rank == Rank.LINE_START ? -1 : bulletBefore(at);
    if (bullet >= 0 && ReferenceOpening.at(text, item, end)) {
      return new FoundKeyword(Keyword.REFERENCES, bullet, bullet, Rank.LINE_START, false);
    }
    if (value >= 0 && text.substring(behind, value).indexOf(':') >= 0) {
      if (rank == Rank.GLUED && !KeywordSigns.isCapital(text, at)) {
        return null;
      }
      // Before the first field a note may tell of the REF line.
      if (rank != Rank.LINE_START && soFar.isEmpty() && !ReferenceOpening.at(text, value, end)) {
        return null;
      }
      return new FoundKeyword(Keyword.REFERENCES, start, value, rank, false);
    }
    if (rank == Rank.GLUED) {
      return null;
    }
    boolean opens =
        item < end
            && (ReferenceOpening.at(text, item, end)
                || (rank == Rank.LINE_START
                    && ((keyword.equals("REF") && opensLettered(item, end))
                        || (KeywordSigns.isCapital(text, at)
                            && end - item < 100
                            && isTyped(item, end)))));
    if (rank == Rank.LINE_START && item >= end && behind > word + 2) {
      opens = true;
    }
    if (opens
        && (rank == Rank.LINE_START
            || soFar.sameLine(Keyword.SUBJECT, at)
            || soFar.sameLine(Keyword.TAGS, at))) {
      return new FoundKeyword(Keyword.REFERENCES, start, item, rank, false);
    }
    return null;
  }

  /** {@code A. REF: OSLO 12}: where the letter begins that opens the line; -1 if none does. */
  private int bulletBefore(int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_BULLET && text.charAt(start - 1) != '\n') {
      start--;
    }
    boolean opens = start == 0 || text.charAt(start - 1) == '\n';
    return opens
            && !Characters.isDigit(text.charAt(start))
            && ReferenceBullet.end(text, start, at) == at
        ? start
        : -1;
  }

  /** Behind what makes several of a reference: {@code REF(S)}, {@code REF'S}, {@code REF TELS}. */
  private int severalEnd(int word) {
    for (String ending : ENDINGS) {
      int end = word + ending.length();
      if (text.regionMatches(true, word, ending, 0, ending.length())
          && end < text.length()
          && (Lines.isBlank(text.charAt(end)) || ":;.".indexOf(text.charAt(end)) >= 0)) {
        return end;
      }
    }
    return word;
  }

  /** {@code REF A) DOE-ROE E-MAIL}, {@code REF (A):}: a bullet that is the keyword's own. */
  private boolean opensLettered(int from, int end) {
    int at = text.charAt(from) == '(' ? from + 1 : from;
    return at + 1 < end
        && Characters.isLetter(text.charAt(at))
        && ").:".indexOf(text.charAt(at + 1)) >= 0;
  }

  /** {@code REF DOE TELCON 7/6/73}: a reference to what is no cable. */
  private boolean isTyped(int item, int end) {
    String value = Characters.upper(text.substring(item, end));
    return TypedReference.kind(value) != ReferenceKind.OTHER;
  }
}
