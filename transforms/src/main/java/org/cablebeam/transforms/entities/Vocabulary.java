package org.cablebeam.transforms.entities;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Posts;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine knows before it reads a cable: ordinary English words, names of persons,
 * places and organisations, titles, treaties, and classes of words its rules speak of. The tables
 * beside this class name their sources. Immutable once loaded; thread-safe.
 */
final class Vocabulary {
  // What is known of a word, as bits.
  /** An ordinary English word. */
  static final int ENGLISH = 1;

  static final int NOUN = 1 << 1;
  static final int VERB = 1 << 2;

  /** An English word that is met often. */
  static final int COMMON = 1 << 3;

  /** A closed class, or telegraphic English: never a part of a name on its own. */
  static final int FUNCTION = 1 << 4;

  static final int GIVEN = 1 << 5;
  static final int SURNAME = 1 << 6;
  static final int DEMONYM = 1 << 7;
  static final int MONTH = 1 << 8;
  static final int PARTICLE = 1 << 9;
  static final int SUFFIX = 1 << 10;
  static final int ABBREVIATION = 1 << 11;
  static final int SPEECH = 1 << 12;
  static final int PLACE_PREPOSITION = 1 << 13;
  static final int ORG_HEAD = 1 << 14;
  static final int ORG_WEAK = 1 << 15;
  static final int ORG_OF = 1 << 16;
  static final int ORG_MODIFIER = 1 << 17;
  static final int PORTFOLIO = 1 << 18;
  static final int TREATY_HEAD = 1 << 19;
  static final int TREATY_MODIFIER = 1 << 20;
  static final int GEO_POST = 1 << 21;
  static final int GEO_PRE = 1 << 22;
  static final int TITLE_MODIFIER = 1 << 23;

  /** A form of address or a calling that announces a person: Mr, Sheikh, lawyer. */
  static final int ADDRESS = 1 << 24;

  static final int MOTION = 1 << 25;
  static final int NOT_YEAR = 1 << 26;
  static final int AHEAD = 1 << 27;
  static final int BACK = 1 << 28;
  static final int WEEKDAY = 1 << 29;
  static final int NOT_NAME = 1 << 30;

  /** A head word in a language that puts it first: Banco, Partido. */
  static final int FOREIGN_HEAD = 1 << 31;

  // What begins with a word, as bits.
  /** The name of a post, behind which a serial may stand. */
  static final int POST = 1;

  /** Any other name. */
  static final int NAME = 1 << 1;

  /** A title. */
  static final int HEAD = 1 << 2;

  /** A place of the word alone, that is not so well known as to need no word beside it. */
  static final int TOWN = 1 << 3;

  /** All of these. */
  static final int ANY_NAME = POST | NAME | HEAD | TOWN;

  // Which rules look at a word at all, as bits beside those: one look dismisses all other words.
  /** {@link Dates}. */
  static final int DATE = 1 << 4;

  /** {@link CableNumbers}. */
  static final int SERIAL = 1 << 5;

  /** {@link Titles}. */
  static final int TITLE = 1 << 6;

  /** {@link Institutions}. */
  static final int BODY = 1 << 7;

  private static final class Holder {
    static final Vocabulary STANDARD = load();

    private static Vocabulary load() {
      Vocabulary vocabulary = new Vocabulary();
      new VocabularyTables(vocabulary).read();
      return vocabulary;
    }
  }

  final WordTable words = new WordTable();
  final Phrases phrases = new Phrases();

  /** Titles in a trie of their own: they are looked for behind modifiers. */
  final Phrases titles = new Phrases();

  record FormerCountry(String name, String iso, int until) {}

  /** By the key of the name, see {@link WordTable#key}: asked for at each place, in any case. */
  final KeyMap<List<FormerCountry>> formerCountries = new KeyMap<>();

  /** The classes of the words that have one. */
  final ClassTable classes = new ClassTable();

  final Map<String, String> expansions = new HashMap<>();

  /** What names end in, by what they are names of. */
  final Map<EntityType, Endings> endings = new EnumMap<>(EntityType.class);

  /** The month by the number of its word. */
  final Map<Integer, Integer> months = new HashMap<>();

  private Vocabulary() {}

  /** The tables of the release, loaded at first use. */
  static Vocabulary standard() {
    return Holder.STANDARD;
  }

  /** The full name behind an acronym, where one meaning is usual. */
  @Nullable String expansion(String acronym) {
    return expansions.get(acronym);
  }

  /** The country of a place in a year, ISO 3166 alpha-2; year 0 gives today's. */
  @Nullable String country(Phrases.Name name, int year) {
    String iso = name.normal();
    if (iso == null || year == 0) {
      return iso;
    }
    String meant = stateOf(name.name(), year);
    if (meant != null) {
      return meant;
    }
    if (name.country()) {
      return Countries.standard()
          .byName(name.name(), year)
          .filter(country -> country.existedIn(year))
          .map(Countries.Country::iso)
          .orElse(iso);
    }
    if (name.post() != null && !name.post().isEmpty()) {
      return Posts.standard().byId(name.post()).map(post -> post.countryAt(year)).orElse(iso);
    }
    String former = stateOf(iso, year);
    return former == null ? iso : former;
  }

  /** The state that a name meant, or a place lay in, in a year when it was another than today. */
  @Nullable String stateOf(String name, int year) {
    List<FormerCountry> states = formerCountries.get(WordTable.key(name));
    if (states != null) {
      for (FormerCountry former : states) {
        // Keys know no accents: ME is a country, Mé is none.
        if (year <= former.until() && former.name().equalsIgnoreCase(name)) {
          return former.iso();
        }
      }
    }
    return null;
  }

  /** January is 1; 0 for what is no month. */
  int month(int word) {
    return months.getOrDefault(word, 0);
  }

  /** The rules that look at a word, by what is known of it and what begins with it. */
  static int rules(int flags, int starts) {
    return ((flags & MONTH) != 0 ? DATE : 0)
        | ((starts & POST) != 0 ? SERIAL : 0)
        | ((flags & (TITLE_MODIFIER | PORTFOLIO)) != 0 || (starts & HEAD) != 0 ? TITLE : 0)
        | ((flags & (ORG_HEAD | FOREIGN_HEAD | GEO_POST | GEO_PRE)) != 0 ? BODY : 0);
  }

  /** Whether the word, given by its number in {@link #words}, is of a class; -1 is of none. */
  boolean in(WordClass wordClass, int word) {
    return classes.has(word, wordClass);
  }
}
