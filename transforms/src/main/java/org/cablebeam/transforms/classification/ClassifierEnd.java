package org.cablebeam.transforms.classification;

import java.util.List;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Spelling;

/** Where the person of a classifier line ends: at the reasons, however they are introduced. */
final class ClassifierEnd {
  static final Set<String> TERMINATORS =
      Set.of(
          "reason",
          "reasons",
          "reas",
          "per",
          "due",
          "based",
          "eo",
          "section",
          "sect",
          "sec",
          "pursuant",
          "because",
          "declassify",
          "decl",
          "paragraph",
          "para",
          "paras",
          "derived",
          "iaw",
          "under",
          "executive order",
          "justification");

  private ClassifierEnd() {}

  /** Where the person ends: at the reasons, a paragraph, or the end of the line. */
  static int of(List<String> words, int start) {
    for (int at = start; at < words.size(); at++) {
      String word = words.get(at);
      String key = Roles.key(word);
      if (isSection(words, at)
          || startsWithDigit(word)
          || word.startsWith("\u00b6")
          || (at > start && ClassifiedBy.isPortionMark(word))
          || isReason(key)
          || isFor(words, at)
          || isEnd(words, at, key)) {
        return at;
      }
    }
    return words.size();
  }

  /**
   * Behind reasons that end in a dash, {@code Reasons 1.4 (b) and (d) - Jane Doe, DCM}; the number
   * of words where none follows.
   */
  static int behindReasons(List<String> words, int from) {
    for (int at = from; at < words.size(); at++) {
      String word = words.get(at);
      if (word.equals("-") || word.equals("--")) {
        return at + 1;
      }
      String key = Roles.key(word);
      if (key.length() > 1 && !isReason(key) && !key.equals("and") && !key.equals("for")) {
        break;
      }
    }
    return words.size();
  }

  /** For before a reason, {@code fore} and {@code ofr} too. */
  static boolean isFor(List<String> words, int at) {
    if (at + 1 >= words.size()) {
      return false;
    }
    String key = Roles.key(words.get(at));
    return key.equals("for")
        ? isEndOf(words, at + 1)
        : key.length() >= 2
            && key.length() <= 4
            && isReason(Roles.key(words.get(at + 1)))
            && Spelling.within(key, "for", 1);
  }

  private static boolean isEndOf(List<String> words, int at) {
    String key = Roles.key(words.get(at));
    return isReason(key) || startsWithDigit(words.get(at)) || isEnd(words, at, key);
  }

  private static boolean isEnd(List<String> words, int at, String key) {
    if (key.equals("under")) {
      // Under Secretary is a role.
      return at + 1 == words.size()
          || Spelling.distance(Roles.key(words.get(at + 1)), "secretary", 2) > 2;
    }
    if (key.equals("e")) {
      return words.get(at).endsWith(".")
          && at + 1 < words.size()
          && Roles.key(words.get(at + 1)).equals("o");
    }
    if (key.equals("section")) {
      // Section 1.4, but not Section Chief.
      return at + 1 == words.size() || Roles.key(words.get(at + 1)).isEmpty();
    }
    return TERMINATORS.contains(key);
  }

  /** Reason, however it is misspelt. */
  static boolean isReason(String key) {
    return key.length() >= 5
        && key.charAt(0) == 'r'
        && (Spelling.distance(key, "reason", 1) <= 1
            || Spelling.distance(key, "reasons", 2) <= (key.length() >= 6 ? 2 : 1));
  }

  /** 1.4, 1,5, 1. 4. */
  static boolean isSection(List<String> words, int at) {
    String word = words.get(at);
    int start = word.startsWith("(") ? 1 : 0;
    return word.length() > start + 2
        && word.charAt(start) == '1'
        && (word.charAt(start + 1) == '.' || word.charAt(start + 1) == ',')
        && Character.isDigit(word.charAt(start + 2));
  }

  static boolean startsWithDigit(String word) {
    return word.charAt(0) >= '1' && word.charAt(0) <= '9';
  }
}
