package org.cablebeam.transforms.parse.body;

import java.util.Locale;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/** The words with which a drafter marks a passage. */
enum PassageWord {
  SUMMARY,
  COMMENT,
  NOTE,
  ACTION_REQUEST;

  /** SUM-, COM- */
  private static final int SHORTEST_PART = 3;

  /** A word that begins at an offset, and the offset behind it. */
  record Match(PassageWord word, int end) {}

  /** The marking word that begins at {@code from}; null where none does. */
  static @Nullable Match at(String text, int from, int limit) {
    Match match = whole(text, from, limit);
    int hyphen = match == null ? wordEnd(text, from, limit) : from;
    int rest = hyphen - from >= SHORTEST_PART ? behindHyphen(text, hyphen, limit) : -1;
    if (rest < 0) {
      return match;
    }
    // SUM- at the end of a line and MARY on the next.
    int end = wordEnd(text, rest, limit);
    String joined = text.substring(from, hyphen) + text.substring(rest, end);
    match = whole(joined, 0, joined.length());
    return match == null || match.end() < joined.length() ? null : new Match(match.word(), end);
  }

  /** Where a word goes on that a hyphen parts at the end of its line; -1 where none does. */
  private static int behindHyphen(String text, int hyphen, int limit) {
    if (hyphen >= limit || text.charAt(hyphen) != '-') {
      return -1;
    }
    int rest = Characters.skipBlanks(text, hyphen + 1, limit);
    int newline = text.indexOf('\n', hyphen);
    boolean wraps = newline > 0 && newline < rest && rest < limit;
    return wraps && Characters.isLetter(text.charAt(rest)) ? rest : -1;
  }

  private static @Nullable Match whole(String text, int from, int limit) {
    switch (text.charAt(from) & ~0x20) {
      case 'S' -> {
        if (!text.regionMatches(true, from, "SUM", 0, 3)) {
          return null;
        }
        return spelt(SUMMARY, text, from, limit);
      }
      case 'C' -> {
        // Also C0MMENT.
        if (from + 2 >= limit
            || LookAlikes.letter(Characters.upper(text.charAt(from + 1))) != 'O'
            || (text.charAt(from + 2) & ~0x20) != 'M') {
          return null;
        }
        Match match = spelt(COMMENT, text, from, limit);
        // COMMEND is a word of its own.
        return match == null || "TS".indexOf(text.charAt(match.end - 1) & ~0x20) < 0 ? null : match;
      }
      case 'N' -> {
        if (!text.regionMatches(true, from, "NOTE", 0, 4)) {
          return null;
        }
        int end = wordEnd(text, from, limit);
        return end - from == 4 ? new Match(NOTE, end) : null;
      }
      case 'A' -> {
        if (!text.regionMatches(true, from, "ACTION", 0, 6)) {
          return null;
        }
        int second = from + 6;
        while (second < limit && second - from < 10 && isGap(text.charAt(second))) {
          second++;
        }
        if (second == from + 6 || !text.regionMatches(true, second, "REQUEST", 0, 7)) {
          return null;
        }
        int end = wordEnd(text, second, limit);
        return end - second <= 9 ? new Match(ACTION_REQUEST, end) : null;
      }
      default -> {
        return null;
      }
    }
  }

  /** A word spelt right or with one letter missing, added, changed or swapped; else null. */
  private static @Nullable Match spelt(PassageWord word, String text, int from, int limit) {
    int end = wordEnd(text, from + 2, limit);
    int length = word.name().length();
    if (end - from < length - 1 || end - from > length + 1) {
      return null;
    }
    boolean found =
        text.regionMatches(true, from, word.name(), 0, end - from)
            || Spelling.within(
                LookAlikes.letters(text.substring(from, end).toUpperCase(Locale.ROOT)),
                word.name(),
                1);
    return found ? new Match(word, end) : null;
  }

  /** Whether a heading is a marking word with its companions, INTRO AND SUMMARY. */
  static boolean is(String heading) {
    String words = heading.strip().toUpperCase(Locale.ROOT);
    String bare = words.startsWith("BEGIN ") ? words.substring(6).strip() : words;
    if (bare.isEmpty()) {
      return false;
    }
    int from = behindQualifier(bare);
    Match match = at(bare, from, bare.length());
    while (match == null && from < bare.length()) {
      // The next word, if those before it are companions.
      int blank = bare.indexOf(' ', from);
      from = blank < 0 ? bare.length() : blank + 1;
      match =
          from < bare.length() && isCompanions(bare, 0, from)
              ? at(bare, from, bare.length())
              : null;
    }
    return match != null
        && (match.end >= bare.length()
            || companionsEnd(bare, match.end, bare.length()) >= bare.length());
  }

  /** Behind EMBASSY, AMBASSADOR'S and the blank before the next word; 0 where none stands. */
  private static int behindQualifier(String words) {
    int blank = words.indexOf(' ');
    return blank > 0 && WordClass.QUALIFIER.holds(words.substring(0, blank)) ? blank + 1 : 0;
  }

  /**
   * Where the words before {@code at} that say whose passage it is begin; {@code at} if none do.
   */
  static int qualifierStart(String text, int from, int at) {
    int start = at;
    for (int words = 0; words < 2; words++) {
      int stop = start;
      while (stop > from && text.charAt(stop - 1) == ' ' && start - stop < 3) {
        stop--;
      }
      int word = stop;
      while (word > from && stop - word < 16 && isQualifierSign(text.charAt(word - 1))) {
        word--;
      }
      if (word == stop
          || stop == start
          || !WordClass.QUALIFIER.holds(text.substring(word, stop).toUpperCase(Locale.ROOT))) {
        break;
      }
      start = word;
    }
    return start;
  }

  private static boolean isQualifierSign(char c) {
    return Characters.isLetter(c) || c == '\'';
  }

  /** Whether only companions stand between two offsets: INTRODUCTION AND, EXECUTIVE, BEGIN. */
  static boolean isCompanions(String text, int from, int to) {
    int at = from;
    while (at < to) {
      int stop = wordEnd(text, at, to);
      if (stop == at) {
        at++;
      } else {
        String word = text.substring(at, stop).toUpperCase(Locale.ROOT);
        if (!WordClass.COMPANION.holds(word)
            && !word.equals("EXECUTIVE")
            && !word.equals("BEGIN")) {
          return false;
        }
        at = stop;
      }
    }
    return true;
  }

  /** Behind AND COMMENT, /COMMENT, AND TABLE OF CONTENTS; {@code from} where none follow. */
  static int companionsEnd(String text, int from, int limit) {
    int at = from;
    int end = from;
    boolean joined = false;
    int most = Math.min(limit, from + 60);
    while (at < most) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\n') {
        at++;
      } else if (c == '/' || c == '&' || c == ',') {
        joined = true;
        at++;
      } else {
        int stop = wordEnd(text, at, most);
        if (stop == at) {
          break;
        }
        String word = text.substring(at, stop).toUpperCase(Locale.ROOT);
        joined |= word.equals("AND") || word.equals("CONTINUED");
        if (!joined || !WordClass.COMPANION.holds(word)) {
          break;
        }
        at = stop;
        if (!word.equals("AND") && !word.equals("OF") && !word.equals("FOR")) {
          end = stop;
        }
      }
    }
    return end;
  }

  private static int wordEnd(String text, int from, int limit) {
    int at = from;
    while (at < limit && at - from < 24 && Characters.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\n';
  }
}
