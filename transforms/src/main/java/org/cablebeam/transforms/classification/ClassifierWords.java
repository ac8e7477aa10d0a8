package org.cablebeam.transforms.classification;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.cablebeam.transforms.classification.Roles.Kind;

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

  /** Those of them that are parts of surnames. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "der", "den", "di", "da", "du", "el", "al", "la", "le", "van", "von", "bin",
          "ibn");

  /** No shorter word for an office is parted from a name that is glued to it. */
  private static final int SHORTEST_ROLE = 5;

  /** But in capitals, before a name with small letters, a shorter one is. */
  private static final int SHORTEST_CODE = 3;

  private final Roles roles;

  ClassifierWords(Roles roles) {
    this.roles = roles;
  }

  /** The words of a text, signs attached; a word that was broken at the margin is one again. */
  List<String> read(String text) {
    List<String> words = new ArrayList<>();
    BitSet lineStarts = new BitSet();
    int at = 0;
    boolean newLine = false;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && !isBlank(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        lineStarts.set(words.size(), newLine);
        newLine = false;
        add(words, text.substring(start, at));
      } else {
        newLine |= text.charAt(at) == '\n';
        at++;
      }
    }
    return joinBroken(words, lineStarts);
  }

  /** Adds a word, or two where a role is glued to the name: {@code AmbassadorJane, DCMJane}. */
  private void add(List<String> words, String word) {
    int capitals = 0;
    while (capitals < word.length() && Character.isUpperCase(word.charAt(capitals))) {
      capitals++;
    }
    for (int i = SHORTEST_CODE; i + 1 < word.length(); i++) {
      boolean parted =
          i == capitals - 1 || (i >= SHORTEST_ROLE && Character.isLowerCase(word.charAt(i - 1)));
      if (parted
          && Character.isUpperCase(word.charAt(i))
          && Character.isLowerCase(word.charAt(i + 1))
          && roles.find(word.substring(0, i)).filter(kind -> kind == Kind.ROLE).isPresent()
          && !roles.contains(word)) {
        words.add(word.substring(0, i));
        words.add(word.substring(i));
        return;
      }
    }
    words.add(word);
  }

  /** Puts words together that were broken: REA SONS, f or, Se ction, a nd, Sampl e. */
  private List<String> joinBroken(List<String> words, BitSet lineStarts) {
    List<String> joined = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean broken =
          i + 1 < words.size()
              && (isBroken(word, words.get(i + 1), i + 2, words)
                  || (lineStarts.get(i + 1)
                      && (isHyphenated(word, words.get(i + 1))
                          || isBrokenName(word, words.get(i + 1), i + 2, words))));
      joined.add(broken ? word + words.get(++i) : word);
    }
    return joined;
  }

  /** {@code Roe-}, then {@code Doe}. */
  private static boolean isHyphenated(String left, String right) {
    int hyphen = left.length() - 1;
    return hyphen > 0
        && left.charAt(hyphen) == '-'
        && Character.isLetter(left.charAt(hyphen - 1))
        && Character.isLetter(right.charAt(0));
  }

  /** A name that goes on in small letters on the next line: {@code Samp}, then {@code le}. */
  private boolean isBrokenName(String left, String right, int next, List<String> words) {
    String leftKey = Roles.key(left);
    String rightKey = Roles.key(right);
    boolean pieces =
        Character.isUpperCase(left.charAt(0))
            && Character.isLetter(left.charAt(left.length() - 1))
            && Character.isLowerCase(right.charAt(0))
            && !isKnown(leftKey)
            && roles.nearest(left).isEmpty();
    if (!pieces) {
      return false;
    }
    boolean nameFollows = next < words.size() && Character.isUpperCase(words.get(next).charAt(0));
    if (PARTICLES.contains(rightKey)) {
      return !nameFollows;
    }
    boolean letter = rightKey.length() == 1;
    return (letter || (!SHORT_WORDS.contains(rightKey) && !isKnown(rightKey)))
        && (next >= words.size() || !isKnown(rightKey + Roles.key(words.get(next))));
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
    if (ClassifierEnd.isFor(words, next - 1)) {
      return false;
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
