package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Codes of several words, {@code GOI INTERNAL}, {@code ZANU-PF}: found by their first word.
 * Immutable and thread-safe.
 */
final class MultiWordTags {
  private final Map<String, List<String>> byFirstWord = new HashMap<>();

  MultiWordTags(Tags tags) {
    for (String code : tags.multiWord()) {
      byFirstWord.computeIfAbsent(firstWord(code), first -> new ArrayList<>(2)).add(code);
    }
  }

  private static String firstWord(String code) {
    int at = 0;
    while (at < code.length() && Character.isLetterOrDigit(code.charAt(at))) {
      at++;
    }
    return code.substring(0, at);
  }

  /** The end of the code of several words that begins at {@code start}; -1 where none does. */
  int end(String list, int start) {
    String code = at(list, start);
    return code == null ? -1 : start + matchLength(list, start, code);
  }

  /** The longest code of several words that begins at an offset; null where none does. */
  @Nullable String at(String list, int start) {
    int end = start;
    while (end < list.length() && Character.isLetterOrDigit(list.charAt(end))) {
      end++;
    }
    if (end - start > 40) {
      return null;
    }
    List<String> codes = byFirstWord.get(Characters.upper(list.substring(start, end)));
    if (codes == null) {
      return null;
    }
    String best = null;
    for (String code : codes) {
      int length = matchLength(list, start, code);
      if (length == 0) {
        continue;
      }
      int behind = start + length;
      boolean whole =
          behind >= list.length()
              || !TagSigns.isTag(list.charAt(behind))
              || list.charAt(behind) == '.';
      boolean gluedOn =
          code.indexOf(' ') > 0
              && !whole
              && Characters.isLetter(list.charAt(behind))
              && code.length() >= 8;
      if ((whole || gluedOn) && (best == null || code.length() > best.length())) {
        best = code;
      }
    }
    return best;
  }

  /** How many characters of the list the code takes, blanks and line ends being equal. */
  static int matchLength(String list, int start, String code) {
    int i = start;
    for (int k = 0; k < code.length(); k++) {
      char want = code.charAt(k);
      if (want == ' ') {
        int blank = i;
        while (i < list.length() && Lines.isBlank(list.charAt(i))) {
          i++;
        }
        if (i == blank) {
          return 0;
        }
        continue;
      }
      if (i >= list.length() || Characters.upper(list.charAt(i)) != Characters.upper(want)) {
        return 0;
      }
      i++;
    }
    return i - start;
  }
}
