package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/** The signs behind a keyword. All linear, none throws. */
final class KeywordSigns {
  private KeywordSigns() {}

  /** The offset of the value where a colon or semicolon follows; -1 where none does. */
  static int afterColon(String text, int from, int end) {
    // [TAGS]: PREL
    int at = from < end && text.charAt(from) == ']' ? from + 1 : from;
    while (at < end
        && at - from < 6
        && (Lines.isBlank(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at >= end || (text.charAt(at) != ':' && text.charAt(at) != ';')) {
      return -1;
    }
    int value = Characters.skipBlanks(text, at + 1, end);
    while (value < end && text.charAt(value) == ':') {
      value = Characters.skipBlanks(text, value + 1, end);
    }
    return value;
  }

  static int skipSigns(String text, int from, int end) {
    int at = from;
    while (at < end && (Lines.isBlank(text.charAt(at)) || ".,-;/".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** {@code SUBJECT LINE ADDED}: what a correction notice speaks of. */
  static boolean followedByLine(String text, int from, int end) {
    int at = Characters.skipBlanks(text, from, end);
    return Characters.isWordAt(text, at, end, "LINE")
        || Characters.isWordAt(text, at, end, "FIELD");
  }

  /** Glued keywords begin with a capital letter, as in {@code CAIROClassified By:}. */
  static boolean isCapital(String text, int at) {
    return Characters.isUpper(text.charAt(at));
  }
}
