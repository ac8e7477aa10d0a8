package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Rows;
import org.jspecify.annotations.Nullable;

/**
 * How words are written in titles: the organization TAGS, which stay in capitals, and the words and
 * phrases of {@code title-words.tsv}. Immutable and thread-safe; words are asked for in capitals.
 */
final class TitleWords {
  /** What a word is besides its letters. */
  enum Kind {
    /** Always written the same. */
    WORD,
    /** Always written the same; a full stop may belong to it: LTD. */
    ABBREVIATION,
    /** Small within a title: OF. */
    SMALL,
    /** Small within a name: VON. */
    PARTICLE,
    /** Small within a title, and at its end too: D'ETAT. */
    ELIDED;

    /** Whether a word is small within a title or a name. */
    boolean small() {
      return this == SMALL || this == PARTICLE || this == ELIDED;
    }
  }

  /**
   * How a word is written.
   *
   * @param form in a title
   * @param other the form it may have instead, empty where there is none
   * @param kind whether it is written small within a title
   */
  record Form(String form, String other, Kind kind) {}

  private final Map<String, Form> words = new HashMap<>();

  /** By first word what consists of several, PORT-AU-PRINCE. */
  private final Map<String, List<Form>> phrases = new HashMap<>();

  private TitleWords() {
    for (Tags.Entry entry : Tags.standard().all()) {
      if (entry.kind() == TagKind.ORGANIZATION && entry.code().indexOf(' ') < 0) {
        words.put(entry.code().toUpperCase(Locale.ROOT), new Form(entry.code(), "", Kind.WORD));
      }
    }
    for (List<String> row :
        Rows.read(TitleWords.class, "title-words.tsv", "word", "form", "other", "source")) {
      Kind kind =
          switch (row.get(3)) {
            case "abbreviation" -> Kind.ABBREVIATION;
            case "small word" -> Kind.SMALL;
            case "particle of names" -> Kind.PARTICLE;
            case "elided word" -> Kind.ELIDED;
            default -> Kind.WORD;
          };
      String word = row.get(0);
      Form form = new Form(row.get(1), row.get(2), kind);
      int part = endOfFirst(word);
      if (part < word.length()) {
        phrases.computeIfAbsent(word.substring(0, part), first -> new ArrayList<>()).add(form);
      } else {
        words.put(word, form);
      }
    }
  }

  /** Behind the first of several words, and behind the only one: SU- is the maker of an SU-25. */
  private static int endOfFirst(String words) {
    int at = 0;
    while (at < words.length() - 1 && " -/".indexOf(words.charAt(at)) < 0) {
      at++;
    }
    return at == words.length() - 1 ? words.length() : at;
  }

  static TitleWords standard() {
    return Standard.WORDS;
  }

  private static final class Standard {
    static final TitleWords WORDS = new TitleWords();
  }

  /** How a word is written; null for one that is not known. */
  @Nullable Form get(String upper) {
    return words.get(upper);
  }

  /** The letters before the number of an aircraft as its maker writes them, Su before 25. */
  String model(String upper) {
    Form maker = words.get(upper + "-");
    return maker == null ? upper : maker.form.substring(0, upper.length());
  }

  /**
   * The phrase that stands at an offset of a text in capitals; null where none is known.
   *
   * @param end behind its first word
   */
  @Nullable Form phrase(String text, int from, int end) {
    if (end >= text.length() || " -/".indexOf(text.charAt(end)) < 0) {
      return null;
    }
    List<Form> known = phrases.get(text.substring(from, end).toUpperCase(Locale.ROOT));
    if (known == null) {
      return null;
    }
    for (Form phrase : known) {
      int behind = from + phrase.form.length();
      if (text.regionMatches(true, from, phrase.form, 0, phrase.form.length())
          && (behind >= text.length() || !Character.isLetterOrDigit(text.charAt(behind)))) {
        return phrase;
      }
    }
    return null;
  }
}
