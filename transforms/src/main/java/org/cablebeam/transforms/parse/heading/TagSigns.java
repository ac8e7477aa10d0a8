package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.Characters;

/** Of what signs tags and the names of persons consist. All linear, none throws. */
final class TagSigns {
  private TagSigns() {}

  static boolean isTag(char c) {
    return Characters.isLetter(c) || Characters.isDigit(c) || "-/&'.+".indexOf(c) >= 0;
  }

  static boolean isName(char c) {
    return Character.isLetter(c) || c == '-' || c == '.' || Characters.isApostrophe(c);
  }

  /** Full stops, quotes, hyphens and slashes at the ends do not belong to a tag. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Whether a word holds a letter: numbers are no tags. */
  static boolean holdsLetter(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
