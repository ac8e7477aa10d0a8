package org.cablebeam.transforms.parse.heading;

import java.util.List;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/** {@code Captions:} and {@code Pass Line:}, as SMART prints them among the other fields. */
final class CaptionsKeyword {
  private static final List<String> SPELLED = List.of("CAPTIONS:", "PASS LINE:");

  private final String text;
  private final KeywordsSoFar soFar;

  CaptionsKeyword(String text, KeywordsSoFar soFar) {
    this.text = text;
    this.soFar = soFar;
  }

  /** The keyword at an offset; null where none opens there. */
  @Nullable FoundKeyword at(int start, int at, int end, Rank rank) {
    if (rank != Rank.LINE_START || soFar.isEmpty()) {
      return null;
    }
    for (String keyword : SPELLED) {
      if (text.regionMatches(true, at, keyword, 0, keyword.length())) {
        int value = Characters.skipBlanks(text, at + keyword.length(), end);
        return new FoundKeyword(Keyword.CAPTIONS, start, value, rank, false);
      }
    }
    return null;
  }
}
