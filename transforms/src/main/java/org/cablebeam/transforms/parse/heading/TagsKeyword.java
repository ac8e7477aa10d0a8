package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/** {@code TAGS:}, with and without its colon. */
final class TagsKeyword {
  private final String text;
  private final KeywordsSoFar soFar;

  TagsKeyword(String text, KeywordsSoFar soFar) {
    this.text = text;
    this.soFar = soFar;
  }

  /** The keyword at an offset; null where none opens there. */
  @Nullable FoundKeyword at(int start, int at, int end, Rank rank) {
    if (!text.regionMatches(true, at, "TAGS", 0, 4)
        && !(rank == Rank.LINE_START && Characters.isWordAt(text, at, end, "TAG"))) {
      return null;
    }
    int word = Characters.skipLetters(text, at, end);
    int length = word - at;
    if (length > 4 && rank == Rank.LINE_START && TagsBlock.opens(text, at + 4, end)) {
      // TAGSPREL, IT
      return new FoundKeyword(Keyword.TAGS, start, at + 4, rank, true);
    }
    if (length > 4 && !(rank == Rank.LINE_START && word < end && text.charAt(word) == ':')) {
      return null;
    }
    int value = KeywordSigns.afterColon(text, word, end);
    if (value >= 0) {
      if (rank == Rank.GLUED && !KeywordSigns.isCapital(text, at)) {
        return null;
      }
      // A subject may speak of TAGS.
      if (rank != Rank.LINE_START
          && soFar.open() == Keyword.SUBJECT
          && !TagsBlock.opens(text, value, end)) {
        return null;
      }
      return new FoundKeyword(
          Keyword.TAGS, start, value, rank, length != 4 || isDamaged(at, value));
    }
    int mark = Markings.end(text, Characters.skipBlanks(text, word, end), end);
    if (mark > 0 && rank == Rank.LINE_START && KeywordSigns.afterColon(text, mark, end) > 0) {
      return new FoundKeyword(
          Keyword.TAGS, start, KeywordSigns.afterColon(text, mark, end), rank, false);
    }
    boolean capital = text.startsWith("TAG", at);
    if (rank == Rank.GLUED || KeywordSigns.followedByLine(text, word, end)) {
      return null;
    }
    if (rank == Rank.LINE_START
        && (capital || text.startsWith("Tags ", at) || text.startsWith("tAgs", at))) {
      boolean comma = word < end && text.charAt(word) == ',';
      boolean damaged = comma || isDamaged(at, word);
      return new FoundKeyword(
          Keyword.TAGS, start, KeywordSigns.skipSigns(text, word, end), rank, damaged);
    }
    if (capital && soFar.sameLine(Keyword.EXECUTIVE_ORDER, at) && word < end) {
      return new FoundKeyword(
          Keyword.TAGS, start, KeywordSigns.skipSigns(text, word, end), rank, false);
    }
    return null;
  }

  /** {@code tAgs}, {@code TAGS;}: a small letter before a capital, or a semicolon for the colon. */
  private boolean isDamaged(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean small = c >= 'a' && c <= 'z';
      if (c == ';' || (small && i + 1 < to && Characters.isUpper(text.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }
}
