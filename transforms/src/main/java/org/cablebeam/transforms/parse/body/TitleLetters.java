package org.cablebeam.transforms.parse.body;

/**
 * What the letters and signs of a single word say about how a title writes it. Words are given in
 * capitals. Stateless and thread-safe.
 */
final class TitleLetters {
  /** An acronym of three letters, and the S of several. */
  private static final int SHORTEST_PLURAL = 4;

  private TitleLetters() {}

  /** Without a vowel, with a digit, with an ampersand or with inner full stops. */
  static boolean isAcronym(String upper) {
    boolean vowel = false;
    boolean letter = false;
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (Character.isDigit(c)) {
        return !isOrdinal(upper);
      }
      if (c == '&' || (c == '.' && i + 1 < upper.length())) {
        return true;
      }
      vowel |= isVowel(c) || c == 'Y' || c > 127;
      letter |= Character.isLetter(c);
    }
    return letter && !vowel && upper.length() >= 2;
  }

  /** 21ST, 4TH, 1990S: their letters are small. */
  private static boolean isOrdinal(String upper) {
    int at = 0;
    while (at < upper.length() && Character.isDigit(upper.charAt(at))) {
      at++;
    }
    return switch (upper.substring(at)) {
      case "ST", "ND", "RD", "TH", "S", "'S" -> at > 0;
      default -> false;
    };
  }

  /** The 4ES of F-4ES: a number with its letter, and several of them. */
  static boolean isModels(String upper) {
    int letter = upper.length() - 2;
    return letter > 0
        && upper.charAt(letter + 1) == 'S'
        && Character.isLetter(upper.charAt(letter))
        && Character.isDigit(upper.charAt(letter - 1))
        && Character.isDigit(upper.charAt(0));
  }

  /** The several of NVGS, an acronym of consonants only. */
  static boolean isPlural(String upper) {
    return upper.length() >= SHORTEST_PLURAL
        && upper.charAt(upper.length() - 1) == 'S'
        && upper.chars().allMatch(c -> c >= 'A' && c <= 'Z' && !isVowel((char) c) && c != 'Y');
  }

  /** II, XIV. */
  static boolean isRoman(String upper) {
    if (upper.length() > 5) {
      return false;
    }
    for (int i = 0; i < upper.length(); i++) {
      if ("IVX".indexOf(upper.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Letter by letter, so that no letter becomes two. */
  static String upper(String word) {
    char[] letters = word.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toUpperCase(letters[i]);
    }
    return new String(letters);
  }

  /** Letter by letter too. */
  static String lower(String word) {
    char[] letters = word.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }

  /** xxxxxxxxxxxx, in capitals. */
  static boolean isRedaction(String upper) {
    return upper.indexOf("XXXX") >= 0;
  }

  /** The offset of the last apostrophe of a word, or -1. */
  static int apostrophe(String word) {
    int plain = word.lastIndexOf('\'');
    return Math.max(plain, word.lastIndexOf('\u2019'));
  }

  /** Letters and digits, and between them apostrophes, ampersands and full stops. */
  static boolean isWordSign(String text, int at) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    boolean inner =
        at > 0
            && Character.isLetterOrDigit(text.charAt(at - 1))
            && at + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(at + 1));
    if (c == '\'' || c == '\u2019' || c == '&') {
      return inner
          || (c != '&'
              && at > 0
              && text.charAt(at - 1) == '.'
              && at + 1 < text.length()
              && Character.isLetter(text.charAt(at + 1)));
    }
    if (c != '.') {
      return false;
    }
    // U.S. and 3.5, but not the end of a sentence without its blank.
    boolean letterBefore = at > 0 && Character.isLetter(text.charAt(at - 1));
    boolean single = at == 1 || (at > 1 && !Character.isLetter(text.charAt(at - 2)));
    return (letterBefore && single && (inner || (at > 1 && text.charAt(at - 2) == '.')))
        || (inner && Character.isDigit(text.charAt(at - 1)));
  }

  /** Lake, of LAKE. */
  static String capitalised(String upper) {
    return upper.charAt(0) + lower(upper.substring(1));
  }

  private static boolean isVowel(char c) {
    return "AEIOU".indexOf(c) >= 0;
  }
}
