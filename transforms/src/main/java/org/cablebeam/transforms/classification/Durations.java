package org.cablebeam.transforms.classification;

import java.time.LocalDate;
import java.util.Map;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/** How long the E.O. line says that a cable stays classified. All linear, none throws. */
final class Durations {
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("ONE", 1),
          Map.entry("TWO", 2),
          Map.entry("THREE", 3),
          Map.entry("FOUR", 4),
          Map.entry("FIVE", 5),
          Map.entry("SIX", 6),
          Map.entry("SEVEN", 7),
          Map.entry("EIGHT", 8),
          Map.entry("NINE", 9),
          Map.entry("TEN", 10),
          Map.entry("TWELVE", 12),
          Map.entry("FIFTEEN", 15),
          Map.entry("TWENTY", 20),
          Map.entry("THIRTY", 30),
          Map.entry("FORTY", 40),
          Map.entry("FIFTY", 50));

  private Durations() {}

  /** TEN YEARS AFTER DATE OF CABLE: no event, but the day of the cable. */
  static boolean countsFromCable(String text, int from) {
    String[] words = text.substring(from).split("[^A-Z0-9]+", 12);
    for (int i = 1; i + 1 < words.length; i++) {
      if (words[i].equals("AFTER")) {
        int next = words[i + 1].equals("THE") || words[i + 1].equals("THIS") ? i + 2 : i + 1;
        return next < words.length && DeclassificationWord.CABLE.is(words[next]);
      }
    }
    return false;
  }

  /** Whether a duration is written at an offset. */
  static boolean at(String text, int at) {
    return end(text, at, LocalDate.EPOCH) != null;
  }

  /** TEN YEARS, 20 YRS, SIX MONTHS, 90 DAYS from the day of the cable; null if none is written. */
  static @Nullable LocalDate end(String text, int at, LocalDate sent) {
    String[] words = text.substring(at).split("[^A-Z0-9]+", 8);
    for (int i = 0; i + 1 < words.length; i++) {
      Integer count = NUMBERS.get(words[i]);
      if (count == null && isShortNumber(words[i])) {
        count = Integer.valueOf(words[i]);
      }
      if (count != null && count < 10 && i > 0) {
        // TWENTY-FIVE YEARS
        int tens = NUMBERS.getOrDefault(words[i - 1], 0);
        count = tens < 20 ? count : Integer.valueOf(count + tens);
      }
      if (count != null) {
        String unit = words[i + 1];
        if (unit.startsWith("YEAR") || unit.startsWith("YR")) {
          return sent.plusYears(count);
        } else if (unit.startsWith("MONTH")) {
          return sent.plusMonths(count);
        } else if (unit.startsWith("DAY")) {
          return sent.plusDays(count);
        }
      }
    }
    return null;
  }

  private static boolean isShortNumber(String word) {
    return !word.isEmpty()
        && word.length() <= 3
        && word.chars().allMatch(c -> Characters.isDigit((char) c));
  }
}
