package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cablebeam.transforms.text.Rows;
import org.jspecify.annotations.Nullable;

/**
 * How words that are acronyms too are written beside other words, {@code title-contexts.tsv}: ROAD
 * MAP, but the MAP of NATO. Immutable and thread-safe.
 */
final class TitleContexts {
  private enum Where {
    BEFORE,
    BEHIND,
    WITH
  }

  private record Context(String form, Where where, List<String> words) {
    boolean applies(SubjectWords subject, SpelledWords spelled, int from, int end) {
      return switch (where) {
        case BEFORE -> words.contains(subject.before(from));
        case BEHIND -> words.contains(subject.behind(end));
        case WITH -> words.stream().anyMatch(w -> subject.has(w) || spelled.namesTag(w));
      };
    }
  }

  private static final Map<String, List<Context>> CONTEXTS = read();

  private TitleContexts() {}

  private static Map<String, List<Context>> read() {
    Map<String, List<Context>> contexts = new HashMap<>();
    for (List<String> row :
        Rows.read(TitleContexts.class, "title-contexts.tsv", "word", "form", "where", "words")) {
      Where where =
          switch (row.get(2)) {
            case "before" -> Where.BEFORE;
            case "behind" -> Where.BEHIND;
            case "with" -> Where.WITH;
            default ->
                throw new IllegalStateException("title-contexts.tsv: no place is " + row.get(2));
          };
      contexts
          .computeIfAbsent(row.get(0), word -> new ArrayList<>())
          .add(new Context(row.get(1), where, List.of(row.get(3).split(" "))));
    }
    return contexts;
  }

  /**
   * How the words around decide that a word is written; null where they do not.
   *
   * @param word in capitals
   * @param from where it begins in the subject
   * @param end where it ends
   */
  static @Nullable String form(
      String word, SubjectWords subject, SpelledWords spelled, int from, int end) {
    for (Context context : CONTEXTS.getOrDefault(word, List.of())) {
      if (context.applies(subject, spelled, from, end)) {
        return context.form;
      }
    }
    return null;
  }
}
