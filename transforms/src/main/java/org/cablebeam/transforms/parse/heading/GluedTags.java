package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.schemas.vocabulary.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Parts tags that were written without blanks, {@code ECONEFIN}, {@code PRELPK}, and repairs tags
 * with one letter wrong. Parting is dynamic programming over the vocabulary: subject and program
 * tags are preferred, organizations cost more, countries may stand at the ends only, and nothing
 * may remain. Immutable and thread-safe.
 */
final class GluedTags {
  /** A run of letters longer than this is no list of tags. */
  private static final int LONGEST = 120;

  /** A code of so many letters stands in no word by chance. */
  private static final int SURE = 4;

  private static final int NONE = Integer.MAX_VALUE / 2;

  private final Map<String, Integer> costs = new HashMap<>();
  private final Set<String> repairable = new TreeSet<>();
  private final int longestPiece;
  private final Tags tags;

  GluedTags(Tags tags) {
    this.tags = tags;
    int longest = 0;
    for (Tags.Entry entry : tags.all()) {
      String code = entry.code();
      boolean letters = code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
      if (!letters) {
        continue;
      }
      int cost =
          switch (entry.kind()) {
            case SUBJECT, PROGRAM -> 2;
            case GEOGRAPHIC -> code.length() == 2 ? 3 : NONE;
            case ORGANIZATION -> code.length() >= 4 ? 5 : code.length() == 3 ? 7 : NONE;
            default -> NONE;
          };
      if (cost < NONE) {
        costs.merge(code, cost, Math::min);
        longest = Math.max(longest, code.length());
      }
      if (entry.kind() == TagKind.SUBJECT || entry.kind() == TagKind.PROGRAM) {
        repairable.add(code);
      }
    }
    for (String alias : tags.aliases()) {
      if (alias.length() == 2) {
        costs.putIfAbsent(alias, 3);
      }
    }
    this.longestPiece = Math.min(longest, 12);
  }

  /** The tags that a run of upper-case letters consists of; empty where it cannot be parted. */
  List<String> part(String run) {
    int length = run.length();
    if (length < 5 || length > LONGEST) {
      return List.of();
    }
    // Countries at the front, other tags, countries at the end.
    int[][] best = new int[3][length + 1];
    int[][] from = new int[3][length + 1];
    int[][] state = new int[3][length + 1];
    for (int s = 0; s < 3; s++) {
      java.util.Arrays.fill(best[s], NONE);
    }
    best[0][0] = 0;
    for (int at = 0; at < length; at++) {
      for (int s = 0; s < 3; s++) {
        if (best[s][at] >= NONE) {
          continue;
        }
        for (int size = 2; size <= longestPiece && at + size <= length; size++) {
          Integer cost = costs.get(run.substring(at, at + size));
          if (cost == null) {
            continue;
          }
          int next = size == 2 ? (s == 0 ? 0 : 2) : s == 2 ? -1 : 1;
          if (next < 0) {
            continue;
          }
          int total = best[s][at] + cost;
          if (total < best[next][at + size]) {
            best[next][at + size] = total;
            from[next][at + size] = at;
            state[next][at + size] = s;
          }
        }
      }
    }
    // Countries alone prove nothing: SOME, ISLE and many a word consist of them.
    int end = best[1][length] <= best[2][length] ? 1 : 2;
    if (best[end][length] >= NONE) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    int s = end;
    for (int at = length; at > 0; ) {
      int before = from[s][at];
      parts.add(run.substring(before, at));
      s = state[s][at];
      at = before;
    }
    Collections.reverse(parts);
    // VI and SAS: short codes prove as little.
    return parts.size() >= 2 && parts.stream().anyMatch(part -> part.length() >= SURE)
        ? parts
        : List.of();
  }

  /** The one subject or program tag of the year that is one letter away; null if not one. */
  @Nullable String repair(String word, int year) {
    if (word.length() < 4 || word.length() > 6) {
      return null;
    }
    String found = null;
    int count = 0;
    for (int pass = 0; pass < 2; pass++) {
      // Swapped, added and lost letters are commoner than changed ones: they decide first.
      for (String code : repairable) {
        if (!Spelling.within(word, code, 1)
            || !covers(code, year)
            || (pass == 0 && isChange(word, code))) {
          continue;
        }
        found = code;
        count++;
      }
      if (count > 0) {
        return count == 1 ? found : null;
      }
    }
    return null;
  }

  private static boolean isChange(String word, String code) {
    if (word.length() != code.length()) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < word.length(); i++) {
      different += word.charAt(i) == code.charAt(i) ? 0 : 1;
    }
    return different == 1;
  }

  private boolean covers(String code, int year) {
    return year == 0 || tags.find(code, year).map(entry -> entry.era().covers(year)).orElse(false);
  }
}
