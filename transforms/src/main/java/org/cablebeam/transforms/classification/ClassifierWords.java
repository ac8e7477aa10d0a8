package org.cablebeam.transforms.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a classifier line. A word broken at the margin, {@code REA SONS}, {@code Sampl e},
 * is put together where that gives a known word or a name. Immutable and thread-safe.
 */
final class ClassifierWords {
  /** Words that a piece broken off at the margin could be mistaken for. */
  static final Set<String> SHORT_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "by", "de", "del", "der", "den", "di", "da", "du", "el",
          "al", "la", "le", "for", "from", "ii", "in", "iii", "is", "it", "of", "on", "or", "our",
          "per", "the", "to", "van", "von", "via", "was", "who", "with", "bin", "ibn", "y", "e");

  private final Roles roles;

  ClassifierWords(Roles roles) {
    this.roles = roles;
  }

  /** The words of a text, signs attached; a word that was broken at the margin is one again. */
  List<String> read(String text) {
    return joinBroken(parted(text));
  }

  private static List<String> parted(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && !isBlank(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(text.substring(start, at));
      } else {
        at++;
      }
    }
    return words;
  }

  /** Puts words together that were broken: REA SONS, f or, Se ction, a nd, Sampl e. */
  private List<String> joinBroken(List<String> words) {
    List<String> joined = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i + 1 < words.size() && isBroken(word, words.get(i + 1), i + 2, words)) {
        joined.add(word + words.get(++i));
      } else {
        joined.add(word);
      }
    }
    return joined;
  }

  private boolean isBroken(String left, String right, int next, List<String> words) {
    if (left.isEmpty() || !Character.isLetter(left.charAt(left.length() - 1))) {
      return false;
    }
    String leftKey = Roles.key(left);
    String rightKey = Roles.key(right);
    if (rightKey.isEmpty() || !Character.isLetter(right.charAt(0))) {
      return false;
    }
    String whole = leftKey + rightKey;
    boolean wholeKnown = isKnown(whole) && whole.length() > 2;
    boolean bothKnown = isKnown(leftKey) && isKnown(rightKey);
    if (wholeKnown && !bothKnown) {
      return !(isKnown(leftKey) && rightKey.length() == 1);
    }
    // A name lost its end to the next line: a few small letters that are no word.
    boolean name =
        Character.isUpperCase(left.charAt(0))
            && left.length() > 1
            && Character.isLowerCase(left.charAt(left.length() - 1))
            && !isKnown(leftKey);
    boolean piece =
        Character.isLowerCase(right.charAt(0))
            && rightKey.length() <= 3
            && !isKnown(rightKey)
            && !SHORT_WORDS.contains(rightKey)
            && (next >= words.size() || !isKnown(rightKey + Roles.key(words.get(next))));
    boolean lastLetter =
        rightKey.equals("e")
            && Character.isLowerCase(right.charAt(0))
            && (next >= words.size() || !Character.isUpperCase(words.get(next).charAt(0)));
    return name && (piece || lastLetter) && roles.nearest(left).isEmpty();
  }

  private boolean isKnown(String key) {
    return roles.contains(key)
        || ClassifierEnd.TERMINATORS.contains(key)
        || key.equals("classified")
        || key.equals("by");
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\\';
  }
}
