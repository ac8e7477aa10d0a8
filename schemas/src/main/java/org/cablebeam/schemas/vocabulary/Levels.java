package org.cablebeam.schemas.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cablebeam.schemas.Level;
import org.jspecify.annotations.Nullable;

/** How levels of classification are spelled when they are spelled right. Immutable, thread-safe. */
public final class Levels {
  /**
   * A spelling.
   *
   * @param words in upper case, one blank between them
   * @param letters the words without blanks
   * @param level null for words that look like a level and are none: SECRETARY
   * @param control the control that the spelling implies: SBU; null for most
   */
  public record Spelling(
      String words, String letters, @Nullable Level level, @Nullable String control) {}

  private final List<Spelling> all;
  private final List<Spelling> bare;
  private final Map<String, Spelling> byLetters;
  private final int longest;

  private Levels(Table table) {
    List<Spelling> all = new ArrayList<>();
    Map<String, Spelling> byLetters = new HashMap<>();
    for (Table.Row row : table.rows()) {
      String words = row.text("spelling");
      Level level = row.optional("level") == null ? null : row.constant("level", Level.class);
      Spelling spelling = new Spelling(words, Keys.of(words), level, row.optional("control"));
      all.add(spelling);
      if (byLetters.put(spelling.letters(), spelling) != null) {
        throw row.malformed(words + " stands twice");
      }
    }
    all.sort(Comparator.comparing((Spelling spelling) -> -spelling.letters().length()));
    this.all = List.copyOf(all);
    this.bare =
        all.stream()
            .filter(spelling -> spelling.level() != null && spelling.control() == null)
            .toList();
    this.byLetters = Map.copyOf(byLetters);
    this.longest = all.get(0).letters().length();
  }

  /** The vocabulary that comes with the program; read once. */
  public static Levels standard() {
    return Standard.LEVELS;
  }

  /** All spellings, longer ones before those they begin with or end in. */
  public List<Spelling> all() {
    return all;
  }

  /** The spellings of a level alone, longer ones first. */
  public List<Spelling> bare() {
    return bare;
  }

  /** The level that a whole text spells, whatever its case, blanks and punctuation. */
  public Optional<Spelling> find(String text) {
    // Letters with blanks and signs between them: whatever is longer spells none.
    if (text.length() > 4 * longest) {
      return Optional.empty();
    }
    return Optional.ofNullable(byLetters.get(Keys.of(text)))
        .filter(spelling -> spelling.level() != null);
  }

  /** The level alone that a text ends with, as words of its own in upper case. */
  public Optional<Spelling> endOf(String text) {
    return bare.stream()
        .filter(
            spelling -> {
              int start = text.length() - spelling.words().length();
              return text.endsWith(spelling.words())
                  && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)));
            })
        .findFirst();
  }

  private static final class Standard {
    static final Levels LEVELS =
        new Levels(Table.read("levels.tsv", "spelling", "level", "control"));
  }
}
