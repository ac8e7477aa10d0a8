package org.cablebeam.transforms.entities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one mention says of a person: the words of the name, and what keeps two of one name apart:
 * Jr. or Sr., Mr. or Mrs., the position.
 *
 * @param words in capitals, without particles and suffixes
 * @param suffix JR, SR, II ...; "" if none is written
 * @param sex of the form of address or of the position
 * @param wife whether the form of address is that of a married woman
 * @param role the position beside the name; null if there is none
 */
record PersonName(
    List<String> words, String suffix, Sex sex, boolean wife, @Nullable Position role) {
  enum Sex {
    MALE,
    FEMALE,
    UNKNOWN
  }

  /** The names do not fit. */
  static final int NONE = -1;

  private static final int SPELLING = 6;
  private static final int SAME = 50;

  /** From this length on names that differ by a letter are spellings of one. */
  static final int LONG = 6;

  private static final int VERY_LONG = 8;

  /** Vowels, and what is said like one or not at all, a bit each from A on. */
  private static final int SILENT =
      "AEIOUYHW".chars().map(c -> 1 << c - 'A').reduce(0, (all, bit) -> all | bit);

  /** How well a shorter or equal name fits this one, the fuller: more is better. */
  int fit(PersonName shorter) {
    if (!suffix.isEmpty() && !shorter.suffix.isEmpty() && !suffix.equals(shorter.suffix)) {
      return NONE;
    }
    if (sex != Sex.UNKNOWN && shorter.sex != Sex.UNKNOWN && sex != shorter.sex) {
      return NONE;
    }
    if (words.equals(shorter.words) && words.size() > 1) {
      return SAME;
    }
    return shorter.words.size() == 1 ? fitSurname(shorter) : fitWords(shorter);
  }

  private int fitSurname(PersonName shorter) {
    String word = shorter.words.get(0);
    int at = words.lastIndexOf(word);
    boolean spelling = at < 0 && spelled(words.get(words.size() - 1), word);
    boolean conflict = role != null && role.conflicts(shorter.role);
    if (at < 0 && !spelling || word.length() < 2 || conflict) {
      return NONE;
    }
    int score;
    if (spelling) {
      score = SPELLING;
    } else if (at == words.size() - 1) {
      score = 20;
    } else {
      score = at == 0 && words.size() < 3 ? 8 : 10;
    }
    boolean same =
        role != null && shorter.role != null && role.text().equalsIgnoreCase(shorter.role.text());
    return same ? score + 5 : score;
  }

  /** Every word of the shorter name must be met in order, an initial by its word. */
  private int fitWords(PersonName shorter) {
    if (initialsDiffer(shorter)) {
      return NONE;
    }
    if (String.join("", words).equals(String.join("", shorter.words))) {
      return SAME - 5;
    }
    int at = 0;
    int met = 0;
    boolean exact = true;
    // Where the surname is the same, Nuri is Nouri.
    boolean named = words.get(words.size() - 1).equals(shorter.words.get(shorter.words.size() - 1));
    for (String word : shorter.words) {
      for (int k = at; k < words.size(); k++) {
        String other = words.get(k);
        boolean initial =
            (other.length() == 1 || word.length() == 1) && other.charAt(0) == word.charAt(0);
        if (other.equals(word) || initial || spelled(other, word) || named && given(other, word)) {
          exact &= other.equals(word) || initial;
          at = k + 1;
          met++;
          break;
        }
      }
    }
    if (met < shorter.words.size()) {
      return NONE;
    }
    return exact ? named ? 40 : 30 : 25;
  }

  /** {@code George H. W.} is not {@code George W.}: the second initials are not the same. */
  private boolean initialsDiffer(PersonName other) {
    return words.size() > 2
        && other.words.size() > 2
        && words.get(0).equals(other.words.get(0))
        && words.get(1).length() == 1
        && other.words.get(1).length() == 1
        && !words.get(1).equals(other.words.get(1));
  }

  /**
   * Whether two words may be spellings of one name: Qadhafi and Qaddafi, not Ivanov and Ivanova.
   */
  private static boolean spelled(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    if (shorter < LONG || hard(a.charAt(0)) != hard(b.charAt(0)) || a.equals(b)) {
      return false;
    }
    if (a.equals(b + "A") || b.equals(a + "A")) {
      return false;
    }
    return sound(a).equals(sound(b)) && distance(a, b) <= (shorter >= VERY_LONG ? 2 : 1);
  }

  /** Whether two given names are spellings of one that differ by a letter left out. */
  private static boolean given(String a, String b) {
    if (hard(a.charAt(0)) != hard(b.charAt(0))) {
      return false;
    }
    String x = a.replace("X", "KS");
    String y = b.replace("X", "KS");
    return Math.min(x.length(), y.length()) > 3
        && Math.abs(x.length() - y.length()) == 1
        && !x.equals(y + "A")
        && !y.equals(x + "A")
        && sound(x).equals(sound(y))
        && distance(x, y) == 1;
  }

  /** What of a name does not change with its spelling: the consonants, doubled ones once, no H. */
  static String sound(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean silent = i > 0 && c >= 'A' && c <= 'Z' && (SILENT & 1 << c - 'A') != 0;
      char said = i == 0 ? hard(c) : c;
      if (!silent && (out.length() == 0 || out.charAt(out.length() - 1) != said)) {
        out.append(said);
      }
    }
    return out.toString();
  }

  /** Karamanlis and Caramanlis, Qaddafi and Kaddafi: the first letter as it is said. */
  private static char hard(char first) {
    return first == 'C' || first == 'Q' ? 'K' : first;
  }

  /** The number of letters to put in, take out or change. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
