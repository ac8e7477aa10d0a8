package org.cablebeam.transforms.entities;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Countries;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Tags;
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

  private static final Map<String, Integer> CLASSES =
      Map.ofEntries(
          Map.entry("FUNCTION", FUNCTION | ENGLISH),
          Map.entry("TELEGRAPH", ENGLISH | COMMON),
          Map.entry("WEEKDAY", WEEKDAY | ENGLISH | FUNCTION),
          Map.entry("SPEECH", SPEECH),
          Map.entry("PARTICLE", PARTICLE),
          Map.entry("SUFFIX", SUFFIX),
          Map.entry("ABBREVIATION", ABBREVIATION),
          Map.entry("PLACE_PREPOSITION", PLACE_PREPOSITION),
          Map.entry("MOTION", MOTION),
          Map.entry("MONTH", MONTH | ENGLISH),
          Map.entry("ORG_HEAD", ORG_HEAD | ENGLISH),
          Map.entry("ORG_WEAK", ORG_WEAK),
          Map.entry("ORG_OF", ORG_OF),
          Map.entry("ORG_MODIFIER", ORG_MODIFIER | ENGLISH),
          Map.entry("PORTFOLIO", PORTFOLIO | ENGLISH),
          Map.entry("TREATY_HEAD", TREATY_HEAD | ENGLISH),
          Map.entry("TREATY_MODIFIER", TREATY_MODIFIER | ENGLISH),
          Map.entry("GEO_POST", GEO_POST | ENGLISH),
          Map.entry("GEO_PRE", GEO_PRE),
          Map.entry("NOT_YEAR", NOT_YEAR | ENGLISH),
          Map.entry("AHEAD", AHEAD),
          Map.entry("BACK", BACK),
          Map.entry("FOREIGN_HEAD", FOREIGN_HEAD),
          Map.entry("NOT_NAME", NOT_NAME | ENGLISH));

  private static final class Holder {
    static final Vocabulary STANDARD = new Vocabulary();
  }

  final WordTable words = new WordTable();
  final Phrases phrases = new Phrases();

  /** Titles in a trie of their own: they are looked for behind modifiers. */
  final Phrases titles = new Phrases();

  /** Cuts names into words while the tables are loaded. */
  private final Tokens cutter;

  private record FormerCountry(String name, String iso, int until) {}

  /** By the key of the name, see {@link WordTable#key}: asked for at each place, in any case. */
  private final KeyMap<List<FormerCountry>> formerCountries = new KeyMap<>();

  /** The classes of the words that have one. */
  private final ClassTable classes = new ClassTable();

  private final Map<String, String> expansions = new HashMap<>();

  /** What names end in, by what they are names of. */
  final Map<EntityType, Endings> endings = new EnumMap<>(EntityType.class);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The month by the number of its word. */
  private final Map<Integer, Integer> months = new HashMap<>();

  private Vocabulary() {
    words.add(Tokens.POSSESSIVE_KEY, 0, 0);
    cutter = new Tokens(words, true);
    // First, so that the words with classes have the lowest numbers.
    readLines("word-classes.tsv", this::readClass);
    readEnglish("english-words.tsv");
    readEnglish("scowl-words.tsv");
    readLines("name-endings.tsv", this::readEndings);
    readLines("given-names.txt", line -> readNames(line, GIVEN));
    readLines("surnames.txt", line -> readNames(line, SURNAME));
    readLines("country-names.tsv", this::readCountry);
    readCountries();
    readPosts();
    readLines(
        "former-countries.tsv",
        line -> {
          List<String> fields = split(line, '\t');
          long key = WordTable.key(fields.get(0));
          List<FormerCountry> states = formerCountries.get(key);
          if (states == null) {
            states = new ArrayList<>();
            formerCountries.put(key, states);
          }
          states.add(
              new FormerCountry(fields.get(0), fields.get(1), Integer.parseInt(fields.get(2))));
        });
    readLines("places.tsv", this::readPlaces);
    readLines("wordnet-places.tsv", this::readWordNetPlace);
    readLines("wordnet-names.tsv", this::readWordNetName);
    readDatafakerNames();
    readLines("geonames-places.tsv", this::readGeoNames);
    readLines("organizations.tsv", this::readOrganization);
    readLines("wordnet-organizations.tsv", this::readWordNetOrganization);
    readLines("treaties.tsv", line -> add(EntityType.TREATY, line, null, null, true, false));
    readLines("titles.tsv", this::readTitles);
    readTagOrganizations();
    phrases.seal(words.size());
    titles.seal(words.size());
  }

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

  /** A long table, read from its bytes: plain letters, with no string made for a word. */
  private void readEnglish(String name) {
    byte[] table = bytes(name);
    int at = 0;
    while (at < table.length) {
      int start = at;
      long key = WordTable.EMPTY;
      if (table[at] != '#') {
        while (at < table.length && table[at] != '\t') {
          key = words.lead(key, (char) table[at++]);
        }
        long ending = WordTable.EMPTY;
        for (int letter = at - 1; letter >= start; letter--) {
          ending = words.trail(ending, (char) table[letter]);
        }
        boolean small = at - start < 4;
        boolean fragment = table[++at] == 'x';
        int flags = ENGLISH;
        while (table[at] != '\t') {
          flags |= table[at] == 'n' ? NOUN : table[at] == 'v' ? VERB : 0;
          at++;
        }
        byte common = table[at + 1];
        // Fragments of compounds and rare words of three letters are more often names.
        if (common != '0' || !fragment && !small) {
          words.add(key, common >= '2' ? flags | COMMON : flags, 0);
        }
      }
      while (at < table.length && table[at] != '\n') {
        at++;
      }
      at++;
    }
  }

  /** The rules that look at a word, by what is known of it and what begins with it. */
  static int rules(int flags, int starts) {
    return ((flags & MONTH) != 0 ? DATE : 0)
        | ((starts & POST) != 0 ? SERIAL : 0)
        | ((flags & (TITLE_MODIFIER | PORTFOLIO)) != 0 || (starts & HEAD) != 0 ? TITLE : 0)
        | ((flags & (ORG_HEAD | FOREIGN_HEAD | GEO_POST | GEO_PRE)) != 0 ? BODY : 0);
  }

  /** The rules that look at the words of a class. */
  private static int rules(WordClass wordClass) {
    return switch (wordClass) {
      case FISCAL_YEAR -> DATE;
      case TELEGRAM_OWN, TELEGRAM_DEPARTMENT -> SERIAL;
      case FIRM_FIRST, ORG_NATIONAL, UNIT, PRESS_NAME, GROUP -> BODY;
      default -> 0;
    };
  }

  /** Whether the word, given by its number in {@link #words}, is of a class; -1 is of none. */
  boolean in(WordClass wordClass, int word) {
    return classes.has(word, wordClass);
  }

  private void readClass(String line) {
    int tab = line.indexOf('\t');
    if (!CLASSES.containsKey(line.substring(0, tab))) {
      // Seldom asked for: no bit is spent on these.
      WordClass wordClass = WordClass.valueOf(line.substring(0, tab));
      for (String word : split(line.substring(tab + 1), ' ')) {
        classes.add(words.add(WordTable.key(word), 0, rules(wordClass)), wordClass);
      }
      return;
    }
    int flag = requireNonNull(CLASSES.get(line.substring(0, tab)), line);
    for (String word : split(line.substring(tab + 1), ' ')) {
      int number = words.add(word, flag);
      if ((flag & MONTH) != 0) {
        months.put(number, MONTHS.indexOf(word.substring(0, 3)) + 1);
      }
    }
  }

  private void readEndings(String line) {
    int tab = line.indexOf('\t');
    String[] known =
        split(line.substring(tab + 1).toUpperCase(Locale.ROOT), ' ').toArray(new String[0]);
    endings.put(EntityType.valueOf(line.substring(0, tab)), new Endings(known));
  }

  private void readNames(String line, int flag) {
    for (String name : split(line, ' ')) {
      if (name.indexOf('-') > 0) {
        for (String part : split(name, '-')) {
          words.add(part, flag);
        }
      } else {
        words.add(name, flag);
      }
    }
  }

  private void readWordNetName(String line) {
    List<String> fields = split(line, '\t');
    int found = words.find(fields.get(0));
    int flags = words.flags(fields.get(0));
    boolean given = fields.get(1).equals("G");
    // A single bearer of a name that is also a common word is no evidence of a name.
    if ((flags & COMMON) != 0 && (given || Integer.parseInt(fields.get(2)) < 2)) {
      return;
    }
    // Washington Irving does not make the capital a given name.
    int node = phrases.step(0, found);
    if (given && node >= 0 && phrases.at(node).length > 0) {
      return;
    }
    words.add(fields.get(0), given ? GIVEN : SURNAME);
  }

  /** Names that are the names of places too tell nothing. Read from the bytes, as the words are. */
  private void readDatafakerNames() {
    byte[] table = bytes("datafaker-names.tsv");
    int at = 0;
    while (at < table.length) {
      int flag = table[at] == 'G' ? GIVEN : table[at] == 'S' ? SURNAME : 0;
      while (table[at] != '\n' && (flag == 0 || table[at] != '\t')) {
        at++;
      }
      at++;
      while (flag != 0 && table[at++] != '\t') {
        // The language.
      }
      while (flag != 0 && table[at - 1] != '\n') {
        long key = WordTable.EMPTY;
        while (table[at] > ' ') {
          key = WordTable.extend(key, (char) table[at++]);
        }
        at++;
        long entry = words.entry(key);
        if ((WordTable.flags(entry) & (COMMON | FUNCTION | DEMONYM)) == 0 && !named(entry)) {
          words.add(key, flag, 0);
        }
      }
    }
  }

  /** Whether a name of a place or an organisation consists of the word. */
  private boolean named(long entry) {
    int node = phrases.step(0, WordTable.number(entry));
    return node >= 0 && phrases.at(node).length > 0;
  }

  private void readGeoNames(String line) {
    int tab = line.indexOf('\t');
    String iso = line.substring(0, tab);
    for (String name : split(line.substring(tab + 1), '|')) {
      boolean single = name.indexOf(' ') < 0 && name.indexOf('-') < 0;
      long entry = single ? words.entry(WordTable.key(name)) : 0;
      if (single && ((WordTable.flags(entry) & (FUNCTION | DEMONYM)) != 0 || named(entry))) {
        continue;
      }
      add(EntityType.LOCATION, name, iso, null, false, false);
      if (single) {
        words.add(WordTable.key(name), 0, TOWN);
      }
    }
  }

  private void readCountry(String line) {
    List<String> fields = split(line, '\t');
    String iso = fields.get(0).isEmpty() ? null : fields.get(0);
    for (String name : split(fields.get(1), '|')) {
      if (!name.isEmpty()) {
        boolean acronym = name.length() <= 5 && name.equals(name.toUpperCase(Locale.ROOT));
        name(
            phrases,
            name,
            new Phrases.Name(EntityType.LOCATION, name, iso, null, acronym, true, iso != null));
      }
    }
    if (fields.size() > 2) {
      for (String demonym : split(fields.get(2), '|')) {
        demonym(demonym);
      }
    }
  }

  private void demonym(String demonym) {
    int length = number(demonym).length;
    if (length == 1) {
      words.add(demonym, DEMONYM);
    } else if (length > 1) {
      name(
          phrases,
          demonym,
          new Phrases.Name(EntityType.OTHER, demonym, null, null, false, true, false));
    }
  }

  private void readCountries() {
    for (Countries.Country country : Countries.standard().all()) {
      for (String name : country.names()) {
        name(
            phrases,
            name,
            new Phrases.Name(
                EntityType.LOCATION, name, country.iso(), null, name.length() <= 4, true, true));
      }
      for (String demonym : country.demonyms()) {
        demonym(demonym);
      }
    }
  }

  private void readPosts() {
    for (Posts.Post post : Posts.standard().all()) {
      List<String> names = new ArrayList<>();
      names.add(post.name());
      names.add(post.id());
      names.addAll(post.sixLetterForms());
      names.addAll(post.aliases());
      boolean place = post.kind() == Posts.Kind.EMBASSY || post.kind() == Posts.Kind.CONSULATE;
      for (String name : names) {
        // Which of its names are a post's only is told by the type OTHER.
        name(
            phrases,
            name,
            new Phrases.Name(
                EntityType.CABLE_REFERENCE, name, null, post.id(), false, true, false));
      }
      if (place) {
        add(EntityType.LOCATION, post.name(), post.country(), post.id(), false, false);
      }
    }
  }

  private void readPlaces(String line) {
    int tab = line.indexOf('\t');
    String iso = tab == 0 ? null : line.substring(0, tab);
    for (String name : split(line.substring(tab + 1), '|')) {
      boolean acronym = name.length() <= 4 && name.equals(name.toUpperCase(Locale.ROOT));
      name(
          phrases,
          name,
          new Phrases.Name(EntityType.LOCATION, name, iso, "", acronym, false, false));
    }
  }

  private void readWordNetPlace(String line) {
    List<String> fields = split(line, '\t');
    String name = fields.get(0);
    if (name.length() < 4 || name.indexOf(' ') == 1) {
      return;
    }
    String iso = fields.size() < 3 || fields.get(2).isEmpty() ? null : fields.get(2);
    add(EntityType.LOCATION, name, iso, null, false, false);
    if (name.indexOf(' ') < 0) {
      words.add(WordTable.key(name), 0, TOWN);
    }
  }

  private void readOrganization(String line) {
    List<String> fields = split(line, '\t');
    boolean strong = fields.get(0).endsWith("!");
    String name = strong ? fields.get(0).substring(0, fields.get(0).length() - 1) : fields.get(0);
    boolean acronym = fields.size() > 1 && name.indexOf(' ') < 0;
    boolean upper = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() <= 10;
    String full = fields.size() > 1 && !fields.get(1).isEmpty() ? fields.get(1) : null;
    add(EntityType.ORGANIZATION, name, full, null, acronym && upper, strong);
    if (name.contains("'s ")) {
      // Telegrams drop the apostrophe: NEW PEOPLES ARMY.
      String plain = name.replace("'s ", "s ");
      add(EntityType.ORGANIZATION, plain, full == null ? name : full, null, false, strong);
    }
    if (full != null) {
      add(EntityType.ORGANIZATION, full, full, null, false, false);
      add(EntityType.ORGANIZATION, full.replace("'s ", "s "), full, null, false, false);
      expansions.putIfAbsent(name.toUpperCase(Locale.ROOT), full);
    }
  }

  private void readWordNetOrganization(String line) {
    List<String> fields = split(line, '\t');
    String name = fields.get(0);
    boolean acronym = name.equals(name.toUpperCase(Locale.ROOT));
    // One word is too little where the source is general (Agriculture, Army, State), and so is what
    // telegrams use as a word: NGO.
    boolean common = (words.flags(name) & COMMON) != 0;
    if ((name.indexOf(' ') > 0 || acronym && !common) && name.length() > 2) {
      String full = fields.size() > 1 && !fields.get(1).isEmpty() ? fields.get(1) : null;
      add(EntityType.ORGANIZATION, name, full, null, acronym, false);
    }
  }

  private void readTagOrganizations() {
    for (Tags.Entry tag : Tags.standard().all()) {
      int word = words.find(tag.code());
      boolean title = titles.step(0, word) >= 0 && titles.at(titles.step(0, word)).length > 0;
      if (tag.kind() == TagKind.ORGANIZATION && tag.code().indexOf(' ') < 0 && !title) {
        add(EntityType.ORGANIZATION, tag.code(), tag.name(), null, true, false);
        if (tag.name() != null && tag.name().indexOf(' ') > 0) {
          add(EntityType.ORGANIZATION, tag.name(), tag.name(), null, false, false);
          expansions.putIfAbsent(tag.code(), tag.name());
        }
      }
    }
  }

  private void readTitles(String line) {
    int tab = line.indexOf('\t');
    char kind = line.charAt(0);
    for (String title : split(line.substring(tab + 1), '|')) {
      if (kind == 'S' || kind == 'W') {
        boolean acronym = title.length() <= 5 && title.equals(title.toUpperCase(Locale.ROOT));
        name(
            titles,
            title,
            new Phrases.Name(EntityType.TITLE, title, null, null, acronym, kind == 'S', false));
      } else {
        number(title);
        int flag = kind == 'M' ? TITLE_MODIFIER | ENGLISH : ADDRESS;
        for (int i = 0; i < cutter.count; i++) {
          if (cutter.kind[i] == Tokens.POSSESSIVE) {
            words.add(Tokens.POSSESSIVE_KEY, flag, 0);
          } else if (cutter.word[i] >= 0) {
            words.add(cutter.string(i), flag);
          }
        }
      }
    }
  }

  private void add(
      EntityType type,
      String name,
      @Nullable String normal,
      @Nullable String post,
      boolean acronym,
      boolean strong) {
    name(phrases, name, new Phrases.Name(type, name, normal, post, acronym, strong, false));
  }

  /** Adds a name to a trie, and notes with its first word what begins there. */
  private void name(Phrases trie, String text, Phrases.Name name) {
    int[] numbers = number(text);
    for (int i = 0; i < cutter.count; i++) {
      if (cutter.kind[i] == Tokens.NUMBER) {
        // The trie has words only: Group of 77 would be Group of.
        return;
      }
    }
    trie.add(numbers, name);
    for (int i = 0; i < cutter.count; i++) {
      if (cutter.word[i] >= 0) {
        int kind =
            name.type() == EntityType.TITLE
                ? HEAD
                : name.type() == EntityType.CABLE_REFERENCE ? POST : NAME;
        words.add(cutter.key[i], 0, kind);
        return;
      }
    }
  }

  /** The words of a name by number, cut as a text is cut. Words not known yet are made known. */
  private int[] number(String name) {
    cutter.read(name, List.of());
    int[] numbers = new int[cutter.count];
    int count = 0;
    for (int i = 0; i < cutter.count; i++) {
      if (cutter.word[i] >= 0) {
        numbers[count++] = cutter.word[i];
      }
    }
    return Arrays.copyOf(numbers, count);
  }

  private static List<String> split(String text, char at) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (true) {
      int end = text.indexOf(at, start);
      if (end < 0) {
        parts.add(text.substring(start));
        return parts;
      }
      parts.add(text.substring(start, end));
      start = end + 1;
    }
  }

  private static void readLines(String name, Consumer<String> reader) {
    for (String line : split(new String(bytes(name), StandardCharsets.UTF_8), '\n')) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        reader.accept(line);
      }
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = requireNonNull(Vocabulary.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the vocabulary " + name, e);
    }
  }
}
