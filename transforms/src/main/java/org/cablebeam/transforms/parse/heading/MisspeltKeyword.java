package org.cablebeam.transforms.parse.heading;

import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Keywords with one letter added, lost, changed or swapped, or with blanks between their letters,
 * and a sign behind.
 */
final class MisspeltKeyword {
  private final String text;
  private final KeywordsSoFar soFar;

  MisspeltKeyword(String text, KeywordsSoFar soFar) {
    this.text = text;
    this.soFar = soFar;
  }

  /**
   * A misspelt SUBJECT, REF or TAGS, or a list of tags without a keyword; null where none opens.
   */
  @Nullable FoundKeyword atLineStart(int start, int at, int end) {
    if (at + 2 < end && text.charAt(at + 1) == ' ' && Characters.isUpper(text.charAt(at + 2))) {
      return spaced(start, at, end);
    }
    int word = Characters.skipLetters(text, at, end);
    int length = word - at;
    if (length < 2 || length > 9 || word >= end) {
      return null;
    }
    char sign = text.charAt(Characters.skipBlanks(text, word, end));
    if (sign != ':' && sign != ';' && sign != ',') {
      return null;
    }
    String found = Characters.upper(text.substring(at, word));
    int value = Characters.skipBlanks(text, word, end) + 1;
    if (sign == ':' && length >= 5 && Spelling.within(found, "SUBJECT", 1)) {
      return new FoundKeyword(
          Keyword.SUBJECT, start, Characters.skipBlanks(text, value, end), Rank.LINE_START, true);
    }
    // SUB, SUJ, SBJ: where the subject is due.
    if (sign == ':'
        && length <= 4
        && length >= 3
        && !soFar.subjectSeen()
        && (soFar.seen(Keyword.TAGS) || soFar.seen(Keyword.EXECUTIVE_ORDER))
        && Spelling.within(found, "SUBJ", 1)) {
      return new FoundKeyword(
          Keyword.SUBJECT, start, Characters.skipBlanks(text, value, end), Rank.LINE_START, true);
    }
    // RE, EF, REEF, RFE, RETEL, REFTELL: followed by an item.
    boolean references =
        sign == ':'
            && (found.charAt(0) == 'R' || found.startsWith("EF"))
            && (length <= 4
                ? Spelling.within(found, "REF", 1)
                : Spelling.within(found, "REFTEL", 1))
            && ReferenceOpening.at(text, Characters.skipBlanks(text, value, end), end);
    if (references) {
      return new FoundKeyword(
          Keyword.REFERENCES,
          start,
          Characters.skipBlanks(text, value, end),
          Rank.LINE_START,
          true);
    }
    // TAG, TAS, TGS, AGS, TABS, TAGES: followed by tags.
    if (length >= 3
        && length <= 5
        && !soFar.seen(Keyword.TAGS)
        && Spelling.within(found, "TAGS", 1)
        && TagsBlock.opens(text, value, end)) {
      return new FoundKeyword(
          Keyword.TAGS, start, Characters.skipBlanks(text, value, end), Rank.LINE_START, true);
    }
    // No keyword at all: a line of nothing but tags, the first of them behind a comma.
    if (sign == ','
        && length == 4
        && !soFar.seen(Keyword.TAGS)
        && (soFar.isEmpty() || soFar.seen(Keyword.EXECUTIVE_ORDER))
        && TagsBlock.isListOfTags(text, at, end)) {
      return new FoundKeyword(Keyword.TAGS, start, at, Rank.LINE_START, true);
    }
    return null;
  }

  /** {@code S U B J E C T:}; null where none opens. */
  private @Nullable FoundKeyword spaced(int start, int at, int end) {
    StringBuilder letters = new StringBuilder();
    int behind = at;
    while (behind < end && letters.length() < 8 && Characters.isUpper(text.charAt(behind))) {
      letters.append(text.charAt(behind));
      behind = Characters.skipBlanks(text, behind + 1, end);
    }
    Keyword keyword =
        switch (letters.toString()) {
          case "TAGS" -> Keyword.TAGS;
          case "SUBJ", "SUBJECT" -> Keyword.SUBJECT;
          case "REF", "REFS" -> Keyword.REFERENCES;
          default -> null;
        };
    if (keyword == null || behind >= end || text.charAt(behind) != ':') {
      return null;
    }
    int value = Characters.skipBlanks(text, behind + 1, end);
    return new FoundKeyword(keyword, start, value, Rank.LINE_START, true);
  }

  /** {@code E.O. 12958: N/A TAGES: PREL}: within a line only where TAGS is due, before a tag. */
  @Nullable FoundKeyword behindOrder(int start, int at, int end, Rank rank) {
    int word = Characters.skipLetters(text, at, Math.min(end, at + 6));
    if (word - at < 3 || word - at > 5 || word >= end || text.charAt(word) != ':') {
      return null;
    }
    boolean tags =
        Spelling.within(Characters.upper(text.substring(at, word)), "TAGS", 1)
            && TagsBlock.opens(text, word + 1, end)
            && soFar.sameLine(Keyword.EXECUTIVE_ORDER, at);
    int value = Characters.skipBlanks(text, word + 1, end);
    return tags ? new FoundKeyword(Keyword.TAGS, start, value, rank, true) : null;
  }
}
