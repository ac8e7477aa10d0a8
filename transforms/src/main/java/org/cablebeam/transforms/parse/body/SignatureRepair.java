package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts a signature right that a circuit parted or to which initials were glued, {@code L AKE} and
 * {@code LAKEJQ}, by the name that the same cable spells elsewhere: its classifier's, or one in the
 * text. Immutable; offsets are UTF-16 units.
 */
final class SignatureRepair {
  /** More letters are a name of their own. */
  private static final int MOST_INITIALS = 3;

  /** A surname has no fewer letters. */
  private static final int SHORTEST = 3;

  /** A classifier line has its name among its first words. */
  private static final int MOST_NAMES = 16;

  private SignatureRepair() {}

  /**
   * The signature as it should read; itself where nothing speaks for another reading.
   *
   * @param signature as found
   * @param classifier the classifier line, null where there is none
   * @param text in which the name may stand
   * @param end where the text ends
   */
  static String of(String signature, @Nullable String classifier, String text, int end) {
    List<String> names = names(classifier == null ? "" : classifier);
    String letters = signature.replace(" ", "");
    boolean parted = isParted(signature);
    for (String name : names) {
      if (name.length() < SHORTEST) {
        continue;
      }
      if (parted && letters.equalsIgnoreCase(name)) {
        return letters;
      }
      String bare = signature.equals(letters) ? withoutInitials(letters, name, names) : null;
      if (bare != null) {
        return bare;
      }
    }
    return parted && isSpelled(letters, text, end) ? letters : signature;
  }

  /** The capitalised words of a classifier line, small words that stand in capitals left out. */
  private static List<String> names(String classifier) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < classifier.length() && names.size() < MOST_NAMES) {
      int word = at;
      while (at < classifier.length() && Character.isLetter(classifier.charAt(at))) {
        at++;
      }
      if (at > word) {
        String name = classifier.substring(word, at);
        if (Character.isUpperCase(name.charAt(0))
            && !WordClass.FUNCTION.holds(name.toUpperCase(Locale.ROOT))) {
          names.add(name);
        }
      } else {
        at++;
      }
    }
    return names;
  }

  /** Whether one of two words is a single letter: {@code L AKE}. */
  private static boolean isParted(String signature) {
    int blank = signature.indexOf(' ');
    return blank > 0
        && blank == signature.lastIndexOf(' ')
        && (blank == 1 || blank == signature.length() - 2);
  }

  /** {@code LAKE} of {@code LAKEJQ} and {@code JQLAKE}, where J and Q begin the other names. */
  private static @Nullable String withoutInitials(String word, String surname, List<String> names) {
    int rest = word.length() - surname.length();
    if (rest < 1 || rest > MOST_INITIALS) {
      return null;
    }
    boolean before = word.regionMatches(true, rest, surname, 0, surname.length());
    boolean behind = word.regionMatches(true, 0, surname, 0, surname.length());
    if (!before && !behind) {
      return null;
    }
    String initials = before ? word.substring(0, rest) : word.substring(surname.length());
    for (int i = 0; i < initials.length(); i++) {
      if (!begins(initials.charAt(i), names)) {
        return null;
      }
    }
    return before ? word.substring(rest) : word.substring(0, surname.length());
  }

  private static boolean begins(char initial, List<String> names) {
    for (String name : names) {
      if (!name.isEmpty()
          && Character.toUpperCase(name.charAt(0)) == Character.toUpperCase(initial)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text has a word in capitals or capitalised. */
  private static boolean isSpelled(String word, String text, int end) {
    String capitalised = word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    return stands(word, text, end) || stands(capitalised, text, end);
  }

  private static boolean stands(String word, String text, int end) {
    for (int at = text.indexOf(word); at >= 0 && at < end; at = text.indexOf(word, at + 1)) {
      int behind = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (behind >= end || !Character.isLetterOrDigit(text.charAt(behind)))) {
        return true;
      }
    }
    return false;
  }
}
