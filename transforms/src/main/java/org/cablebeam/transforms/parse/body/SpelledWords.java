package org.cablebeam.transforms.parse.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * How the running text of a cable spells the words of its subject. A subject is written in
 * capitals, so that WHO may be the pronoun and IT the sector; the text below it tells them apart
 * where it is written in small letters. Immutable; offsets are UTF-16 units.
 */
final class SpelledWords {
  /** For a subject without a text. */
  static final SpelledWords NONE = new SpelledWords("", 0, 0, Set.of());

  /** So much of a text shows whether it is written in capitals. */
  private static final int SAMPLE = 1000;

  /** What a subject names its text names early, in UTF-16 units. */
  private static final int OPENING = 6_000;

  /** Shorter codes are those of countries and words too: IT. */
  private static final int SHORTEST_NAME = 3;

  /** What a letter says for small letters or against them; no branch could be foretold. */
  private static final byte[] WEIGHTS = new byte[128];

  static {
    for (char c = 'A'; c <= 'Z'; c++) {
      WEIGHTS[c] = -1;
      WEIGHTS[c | 0x20] = 1;
    }
  }

  private final String text;
  private final int start;
  private final int end;
  private final Set<String> tags;
  private final boolean mixed;
  private final Map<String, String> withCapitals;

  /**
   * Looks at a text.
   *
   * @param text the body
   * @param start where its running text begins
   * @param end where it ends
   * @param tags the codes of the cable's tags
   */
  SpelledWords(String text, int start, int end, Set<String> tags) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.tags = tags;
    this.mixed = isMixed(text, start, Math.min(end, start + SAMPLE));
    this.withCapitals =
        mixed ? withCapitals(text, start, Math.min(end, start + OPENING)) : Map.of();
  }

  /** Whether the text is written in small letters, so that capitals in it mean something. */
  boolean mixed() {
    return mixed;
  }

  /** Whether the cable has a tag. */
  boolean tagged(String code) {
    return tags.contains(code);
  }

  /**
   * Whether a word in capitals is the code of an organization that the cable is tagged with, or
   * short for a country: CAR where the tag is CT.
   */
  boolean namesTag(String word) {
    return word.length() >= SHORTEST_NAME
        && (tags.contains(word)
            || Countries.standard()
                .byName(word, 0)
                .filter(country -> tags.contains(country.stateCode()))
                .isPresent());
  }

  /** Whether a word in capitals stands in a sentence that is not in capitals. */
  boolean inCapitals(String word) {
    if (!mixed) {
      return false;
    }
    for (int at = next(word, start); at >= 0; at = next(word, at + word.length())) {
      if (hasSmall(at, -1) || hasSmall(at + word.length() - 1, 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a word in capitals is first told of with a title or a given name: President LAKE, Jan
   * LAKE. An acronym stands alone, in parentheses or behind a small word.
   */
  boolean asName(String word) {
    int at = mixed ? next(word, start) - 1 : -1;
    if (at <= start || !Lines.isBlank(text.charAt(at))) {
      return false;
    }
    int before = at;
    while (before > start && Character.isLetter(text.charAt(before - 1))) {
      before--;
    }
    return before < at - 1
        && Character.isUpperCase(text.charAt(before))
        && Character.isLowerCase(text.charAt(at - 1))
        && before > start + 1
        && ".)".indexOf(text.charAt(before - 2)) < 0;
  }

  /** Whether a word, given in capitals, stands in the text in small letters or capitalised. */
  boolean inSmall(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return mixed
        && (next(small, start) >= 0 || next(word.charAt(0) + small.substring(1), start) >= 0);
  }

  /**
   * How the text writes a word with capitals within, RasGas for RASGAS; null where it does not.
   *
   * @param word in capitals
   */
  @Nullable String withCapitals(String word) {
    return withCapitals.get(word);
  }

  /** The words of a text with capitals within, by what they are in capitals. */
  private static Map<String, String> withCapitals(String text, int from, int to) {
    Map<String, String> found = new HashMap<>();
    int at = from + 1;
    while (at < to) {
      if (!Characters.isUpper(text.charAt(at)) || !Characters.isLetter(text.charAt(at - 1))) {
        at++;
        continue;
      }
      int word = at - 1;
      while (word > from && Characters.isLetter(text.charAt(word - 1))) {
        word--;
      }
      int end = Characters.skipLetters(text, at, to);
      int capitals = capitals(text, word, end);
      if (capitals > 1 && capitals < end - word && mayBeMeant(text, word, end)) {
        String written = text.substring(word, end);
        found.putIfAbsent(written.toUpperCase(Locale.ROOT), written);
      }
      at = end;
    }
    return found;
  }

  private static int capitals(String text, int from, int to) {
    int capitals = 0;
    for (int at = from; at < to; at++) {
      capitals += Characters.isUpper(text.charAt(at)) ? 1 : 0;
    }
    return capitals;
  }

  /** IPs, but not THe, of which the second letter was a slip; and no word with a digit or sign. */
  private static boolean mayBeMeant(String text, int from, int to) {
    boolean slip = Character.isUpperCase(text.charAt(from + 1)) && !isPlural(text, from, to);
    boolean joined =
        (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1)))
            || (to < text.length() && Character.isLetterOrDigit(text.charAt(to)));
    return !slip && !joined;
  }

  private static boolean isPlural(String text, int from, int to) {
    for (int at = from; at < to - 1; at++) {
      if (Character.isLowerCase(text.charAt(at))) {
        return false;
      }
    }
    return text.charAt(to - 1) == 's';
  }

  private int next(String word, int from) {
    int at = text.indexOf(word, from);
    while (at >= 0 && at + word.length() <= end) {
      int behind = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (behind >= text.length() || !Character.isLetterOrDigit(text.charAt(behind)))) {
        return at;
      }
      at = text.indexOf(word, behind);
    }
    return -1;
  }

  /** Whether the next word of the line, forward or back, has a small letter. */
  private boolean hasSmall(int from, int step) {
    int at = from + step;
    boolean word = false;
    while (at >= start && at < end && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      if (Character.isLowerCase(c)) {
        return true;
      }
      if (Lines.isBlank(c) && word) {
        return false;
      }
      word |= Character.isLetterOrDigit(c);
      at += step;
    }
    return false;
  }

  /** Whether more letters are small than are not. */
  private static boolean isMixed(String text, int start, int end) {
    int more = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 128) {
        more += WEIGHTS[c];
      } else if (Character.isLetter(c)) {
        more += Character.isLowerCase(c) ? 1 : -1;
      }
    }
    return more > 0;
  }
}
