package org.cablebeam.transforms.classification;

import java.util.List;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Characters;

/**
 * References that a lost line end put in front of a classifier, {@code A. WARSAW 12 B. 07 STATE 345
 * DCM Jane Doe}: a post of the vocabulary with a number behind it. All linear, none throws.
 */
final class LeadingReferences {
  /** The name of a post has no more words. */
  private static final int LONGEST_NAME = 4;

  /** A serial has at most so many digits, zeros included. */
  private static final int LONGEST_SERIAL = 8;

  private LeadingReferences() {}

  /** Behind the references that stand in a row from {@code from}, which is returned without any. */
  static int end(List<String> words, int from) {
    int end = from;
    for (int next = item(words, end); next > end; next = item(words, end)) {
      end = next;
    }
    return end;
  }

  /** Behind one reference, its bullet and year included; {@code from} where none stands. */
  private static int item(List<String> words, int from) {
    int at = from;
    if (at < words.size() && isBullet(words.get(at))) {
      at++;
    }
    if (at < words.size() && isNumber(words.get(at), 4)) {
      at++;
    }
    StringBuilder name = new StringBuilder();
    for (int word = at; word < Math.min(words.size(), at + LONGEST_NAME + 1); word++) {
      if (word > at
          && isNumber(words.get(word), LONGEST_SERIAL)
          && Posts.standard().byName(name.toString()).isPresent()) {
        return word + 1;
      }
      name.append(word > at ? " " : "").append(words.get(word));
    }
    return from;
  }

  /** {@code A.}, {@code (B)}, {@code C)}. */
  private static boolean isBullet(String word) {
    return word.length() <= 3
        && Roles.key(word).length() == 1
        && ".):".indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  private static boolean isNumber(String word, int most) {
    int digits = Characters.skipDigits(word, 0, word.length());
    boolean sign = digits + 1 == word.length() && ",;.".indexOf(word.charAt(digits)) >= 0;
    return digits >= 2 && digits <= most && (sign || digits == word.length());
  }
}
