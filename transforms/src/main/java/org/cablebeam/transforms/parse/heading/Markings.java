package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.Lines;

/**
 * Portion marks by their grammar: a level, then caveats behind slashes, hyphens or blanks, as in
 * {@code (U)}, {@code (S/NF)}, {@code (C//REL AUS)}, {@code (SBU-ENTIRE TEXT)}. {@code (ICELAND)}
 * is none.
 */
final class Markings {
  private static final String[] LEVELS = {"SBU", "LOU", "TS", "FOUO", "S", "C", "U", "R"};
  private static final String[] CAVEATS = {
    "NOFORN",
    "NF",
    "N",
    "FGI",
    "FOUO",
    "ORCON",
    "OC",
    "SI",
    "SBU",
    "NODIS",
    "EXDIS",
    "ENTIRE TEXT",
    "ENTIRE",
    "TEXT",
    "PROPIN"
  };

  /** No mark is longer, in UTF-16 units. */
  private static final int LONGEST = 40;

  private Markings() {}

  /** The offset behind the mark in parentheses that begins at {@code at}; -1 where none does. */
  static int end(String text, int at, int end) {
    if (at >= end || text.charAt(at) != '(') {
      return -1;
    }
    int stop = Math.min(end, at + LONGEST);
    int i = Characters.skipBlanks(text, at + 1, stop);
    int level = word(text, i, stop, LEVELS);
    if (level < 0) {
      return -1;
    }
    i = level;
    while (i < stop && text.charAt(i) != ')') {
      int sign = i;
      while (i < stop && ("/-,".indexOf(text.charAt(i)) >= 0 || Lines.isBlank(text.charAt(i)))) {
        i++;
      }
      if (i < stop && text.charAt(i) == ')') {
        break;
      }
      if (i == sign) {
        return -1;
      }
      if (text.startsWith("REL", i)) {
        while (i < stop && text.charAt(i) != ')') {
          i++;
        }
        break;
      }
      int caveat = word(text, i, stop, CAVEATS);
      if (caveat < 0) {
        return -1;
      }
      i = caveat;
    }
    return i < stop && text.charAt(i) == ')' ? i + 1 : -1;
  }

  private static int word(String text, int at, int end, String[] words) {
    for (String word : words) {
      if (Characters.isWordAt(text, at, end, word)) {
        return at + word.length();
      }
    }
    return -1;
  }
}
