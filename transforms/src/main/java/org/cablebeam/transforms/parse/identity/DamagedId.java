package org.cablebeam.transforms.parse.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.header.DateTimeGroup;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Ids that a republisher's program cut badly out of a classification line: {@code 08EFTOWARSAW421},
 * {@code 06SECTION01OF03WARSAW421}, {@code 75STATE2583TOSEC140323}, {@code 7575WARSAW421}. Repaired
 * in this order: what is known not to be a station is taken off, then the station is looked up
 * exactly, then among what the text itself names, then by its spelling.
 */
final class DamagedId {
  /** Shorter spellings of levels may begin the name of a station. */
  private static final int SHORTEST_LEVEL = 6;

  /** Words of a classification line that are no part of a station. */
  private static final List<String> PREFIXES =
      Stream.concat(
              Levels.standard().bare().stream()
                  .map(Levels.Spelling::letters)
                  .filter(level -> level.length() >= SHORTEST_LEVEL),
              Stream.of(
                  "EFTO",
                  "SIFIED",
                  "NOFORN",
                  "SENSITIVE",
                  "SIPDIS",
                  "FOUO",
                  "FSC",
                  "SECTION",
                  "AMEMBASSY",
                  "AMCONSUL",
                  "USMISSION",
                  "OF"))
          .toList();

  private final Posts posts;

  DamagedId(Posts posts) {
    this.posts = posts;
  }

  /**
   * Reads a damaged id; {@code expected} is the post that the text names, if it does.
   *
   * @param expected null where the text names none
   */
  Optional<CableId> read(String text, Posts.@Nullable Post expected) {
    String id = text.strip().toUpperCase(Locale.ROOT);
    int yearEnd = digitsEnd(id, 0);
    int year = year(id.substring(0, Math.min(yearEnd, 4)));
    if (year < 0 || id.length() > 80) {
      return Optional.empty();
    }
    // A number of another series or an operating signal stands behind the serial.
    int firstLetters = lettersEnd(id, yearEnd);
    int firstDigits = digitsEnd(id, firstLetters);
    Optional<Posts.Post> first = posts.byName(id.substring(yearEnd, firstLetters));
    if (first.isPresent() && firstDigits > firstLetters && firstDigits < id.length()) {
      return number(id.substring(firstLetters, firstDigits))
          .map(serial -> CableId.of(year, first.get().id(), serial));
    }
    int serialStart = id.length();
    while (serialStart > yearEnd && Characters.isDigit(id.charAt(serialStart - 1))) {
      serialStart--;
    }
    Optional<Long> serial = number(id.substring(serialStart));
    // Behind the last digit of SECTION01OF03, however that is damaged, the station begins.
    int stationStart = serialStart;
    while (stationStart > yearEnd && !Characters.isDigit(id.charAt(stationStart - 1))) {
      stationStart--;
    }
    String letters = letters(id.substring(stationStart, serialStart));
    if (serial.isEmpty() || letters.length() < 3) {
      return Optional.empty();
    }
    return station(letters, expected).map(post -> CableId.of(year, post.id(), serial.get()));
  }

  /** The post of letters that may have words of a classification line before them. */
  Optional<Posts.Post> station(String letters, Posts.@Nullable Post expected) {
    String rest = letters;
    Optional<Posts.Post> exact = posts.byName(rest);
    while (exact.isEmpty()) {
      String shorter = withoutPrefix(rest);
      if (shorter.equals(rest)) {
        break;
      }
      rest = shorter;
      exact = posts.byName(rest);
    }
    if (exact.isPresent()) {
      return exact;
    }
    if (expected != null && isNear(rest, expected)) {
      return Optional.of(expected);
    }
    return posts.nearest(rest);
  }

  private static boolean isNear(String letters, Posts.Post post) {
    return letters.endsWith(post.id())
        || (letters.length() >= 3 && post.id().startsWith(letters))
        || post.sixLetterForms().contains(letters);
  }

  private static String withoutPrefix(String letters) {
    for (String prefix : PREFIXES) {
      if (letters.startsWith(prefix) && letters.length() > prefix.length() + 2) {
        return letters.substring(prefix.length());
      }
    }
    return letters;
  }

  /** Two digits, four, or two written twice; -1 for anything else. */
  private static int year(String digits) {
    if (digits.length() == 2) {
      return DateTimeGroup.fullYear(Integer.parseInt(digits));
    }
    if (digits.length() != 4) {
      return -1;
    }
    if (digits.startsWith("19") || digits.startsWith("20")) {
      return Integer.parseInt(digits);
    }
    String two = digits.substring(0, 2);
    return digits.endsWith(two) ? DateTimeGroup.fullYear(Integer.parseInt(two)) : -1;
  }

  private static Optional<Long> number(String digits) {
    return digits.isEmpty() || digits.length() > 8
        ? Optional.empty()
        : Optional.of(Long.valueOf(digits));
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Characters.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
      end++;
    }
    return end;
  }
}
