package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/** {@code SUBJECT:}, {@code SUBJ:}, with and without the colon. */
final class SubjectKeyword {
  /** A telegraph line is at most about 70 columns wide; a longer one was joined. */
  private static final int JOINED = 160;

  private final String text;
  private final Lines lines;
  private final KeywordsSoFar soFar;

  SubjectKeyword(Lines lines, KeywordsSoFar soFar) {
    this.text = lines.text();
    this.lines = lines;
    this.soFar = soFar;
  }

  /** The keyword at an offset; null where none opens there. */
  @Nullable FoundKeyword at(int start, int at, int end, Rank rank) {
    if (!text.regionMatches(true, at, "SUBJ", 0, 4)) {
      return null;
    }
    int word = Characters.skipLetters(text, at, end);
    boolean spelled = word - at == 4 || Characters.isWordAt(text, at, word, "SUBJECT");
    if (!spelled) {
      return null;
    }
    int value = KeywordSigns.afterColon(text, word, end);
    if (value >= 0) {
      if (rank == Rank.GLUED && !KeywordSigns.isCapital(text, at)) {
        return null;
      }
      return new FoundKeyword(Keyword.SUBJECT, start, value, rank, false);
    }
    if (rank == Rank.GLUED || KeywordSigns.followedByLine(text, word, end) || soFar.subjectSeen()) {
      return null;
    }
    int mark = Characters.skipBlanks(text, word, end);
    if (rank == Rank.LINE_START
        && KeywordSigns.afterColon(text, Math.max(mark, Markings.end(text, mark, end)), end)
            > mark) {
      // SUBJECT (C): the marking is read with the subject.
      return new FoundKeyword(Keyword.SUBJECT, start, mark, rank, false);
    }
    boolean capital = text.startsWith("SUBJ", at);
    if (rank == Rank.LINE_START && capital) {
      return new FoundKeyword(
          Keyword.SUBJECT, start, KeywordSigns.skipSigns(text, word, end), rank, false);
    }
    if (rank == Rank.LINE_START && text.startsWith("Subject", at) && soFar.seen(Keyword.TAGS)) {
      return new FoundKeyword(
          Keyword.SUBJECT, start, KeywordSigns.skipSigns(text, word, end), rank, false);
    }
    boolean joined = lines.end(lines.at(at)) - lines.start(lines.at(at)) > JOINED;
    if (capital
        && (soFar.sameLine(Keyword.TAGS, at)
            || (joined && soFar.sameLine(Keyword.EXECUTIVE_ORDER, at)))) {
      return new FoundKeyword(
          Keyword.SUBJECT, start, KeywordSigns.skipSigns(text, word, end), rank, false);
    }
    return null;
  }
}
