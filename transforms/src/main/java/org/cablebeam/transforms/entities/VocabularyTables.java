package org.cablebeam.transforms.entities;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Fills a {@link Vocabulary} from the tables beside this class, each of which names its source, and
 * from the countries, posts and TAGS of the project. One a vocabulary; not thread-safe.
 */
final class VocabularyTables {
  private static final Map<String, Integer> CLASSES =
      Map.ofEntries(
          Map.entry("FUNCTION", Vocabulary.FUNCTION | Vocabulary.ENGLISH),
          Map.entry("TELEGRAPH", Vocabulary.ENGLISH | Vocabulary.COMMON),
          Map.entry("WEEKDAY", Vocabulary.WEEKDAY | Vocabulary.ENGLISH | Vocabulary.FUNCTION),
          Map.entry("SPEECH", Vocabulary.SPEECH),
          Map.entry("PARTICLE", Vocabulary.PARTICLE),
          Map.entry("SUFFIX", Vocabulary.SUFFIX),
          Map.entry("ABBREVIATION", Vocabulary.ABBREVIATION),
          Map.entry("PLACE_PREPOSITION", Vocabulary.PLACE_PREPOSITION),
          Map.entry("MOTION", Vocabulary.MOTION),
          Map.entry("MONTH", Vocabulary.MONTH | Vocabulary.ENGLISH),
          Map.entry("ORG_HEAD", Vocabulary.ORG_HEAD | Vocabulary.ENGLISH),
          Map.entry("ORG_WEAK", Vocabulary.ORG_WEAK),
          Map.entry("ORG_OF", Vocabulary.ORG_OF),
          Map.entry("ORG_MODIFIER", Vocabulary.ORG_MODIFIER | Vocabulary.ENGLISH),
          Map.entry("PORTFOLIO", Vocabulary.PORTFOLIO | Vocabulary.ENGLISH),
          Map.entry("TREATY_HEAD", Vocabulary.TREATY_HEAD | Vocabulary.ENGLISH),
          Map.entry("TREATY_MODIFIER", Vocabulary.TREATY_MODIFIER | Vocabulary.ENGLISH),
          Map.entry("GEO_POST", Vocabulary.GEO_POST | Vocabulary.ENGLISH),
          Map.entry("GEO_PRE", Vocabulary.GEO_PRE),
          Map.entry("NOT_YEAR", Vocabulary.NOT_YEAR | Vocabulary.ENGLISH),
          Map.entry("AHEAD", Vocabulary.AHEAD),
          Map.entry("BACK", Vocabulary.BACK),
          Map.entry("FOREIGN_HEAD", Vocabulary.FOREIGN_HEAD),
          Map.entry("NOT_NAME", Vocabulary.NOT_NAME | Vocabulary.ENGLISH));

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final Vocabulary vocabulary;
  private final WordTable words;
  private final Phrases phrases;
  private final Phrases titles;

  /** Cuts names into words. */
  private final Tokens cutter;

  VocabularyTables(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.words = vocabulary.words;
    this.phrases = vocabulary.phrases;
    this.titles = vocabulary.titles;
    this.cutter = new Tokens(words, true);
  }

  /** Reads all tables, in the order in which what one has counts for the next. */
  void read() {
    words.add(Tokens.POSSESSIVE_KEY, 0, 0);
    // First, so that the words with classes have the lowest numbers.
    readLines("word-classes.tsv", this::readClass);
    readEnglish("english-words.tsv");
    readEnglish("scowl-words.tsv");
    readLines("name-endings.tsv", this::readEndings);
    readLines("given-names.txt", line -> readNames(line, Vocabulary.GIVEN));
    readLines("surnames.txt", line -> readNames(line, Vocabulary.SURNAME));
    readLines("country-names.tsv", this::readCountry);
    readCountries();
    readPosts();
    readLines(
        "former-countries.tsv",
        line -> {
          List<String> fields = split(line, '\t');
          long key = WordTable.key(fields.get(0));
          List<Vocabulary.FormerCountry> states = vocabulary.formerCountries.get(key);
          if (states == null) {
            states = new ArrayList<>();
            vocabulary.formerCountries.put(key, states);
          }
          states.add(
              new Vocabulary.FormerCountry(
                  fields.get(0), fields.get(1), Integer.parseInt(fields.get(2))));
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
        int flags = Vocabulary.ENGLISH;
        while (table[at] != '\t') {
          flags |= table[at] == 'n' ? Vocabulary.NOUN : table[at] == 'v' ? Vocabulary.VERB : 0;
          at++;
        }
        byte common = table[at + 1];
        // Fragments of compounds and rare words of three letters are more often names.
        if (common != '0' || !fragment && !small) {
          words.add(key, common >= '2' ? flags | Vocabulary.COMMON : flags, 0);
        }
      }
      while (at < table.length && table[at] != '\n') {
        at++;
      }
      at++;
    }
  }

  /** The rules that look at the words of a class. */
  private static int rules(WordClass wordClass) {
    return switch (wordClass) {
      case FISCAL_YEAR -> Vocabulary.DATE;
      case TELEGRAM_OWN, TELEGRAM_DEPARTMENT -> Vocabulary.SERIAL;
      case FIRM_FIRST, ORG_NATIONAL, UNIT, PRESS_NAME, GROUP -> Vocabulary.BODY;
      default -> 0;
    };
  }

  private void readClass(String line) {
    int tab = line.indexOf('\t');
    if (!CLASSES.containsKey(line.substring(0, tab))) {
      // Seldom asked for: no bit is spent on these.
      WordClass wordClass = WordClass.valueOf(line.substring(0, tab));
      for (String word : split(line.substring(tab + 1), ' ')) {
        vocabulary.classes.add(words.add(WordTable.key(word), 0, rules(wordClass)), wordClass);
      }
      return;
    }
    int flag = requireNonNull(CLASSES.get(line.substring(0, tab)), line);
    for (String word : split(line.substring(tab + 1), ' ')) {
      int number = words.add(word, flag);
      if ((flag & Vocabulary.MONTH) != 0) {
        vocabulary.months.put(number, MONTHS.indexOf(word.substring(0, 3)) + 1);
      }
    }
  }

  private void readEndings(String line) {
    int tab = line.indexOf('\t');
    String[] known =
        split(line.substring(tab + 1).toUpperCase(Locale.ROOT), ' ').toArray(new String[0]);
    vocabulary.endings.put(EntityType.valueOf(line.substring(0, tab)), new Endings(known));
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
    if ((flags & Vocabulary.COMMON) != 0 && (given || Integer.parseInt(fields.get(2)) < 2)) {
      return;
    }
    // Washington Irving does not make the capital a given name.
    int node = phrases.step(0, found);
    if (given && node >= 0 && phrases.at(node).length > 0) {
      return;
    }
    words.add(fields.get(0), given ? Vocabulary.GIVEN : Vocabulary.SURNAME);
  }

  /** Names that are the names of places too tell nothing. Read from the bytes, as the words are. */
  private void readDatafakerNames() {
    byte[] table = bytes("datafaker-names.tsv");
    int at = 0;
    while (at < table.length) {
      int flag = table[at] == 'G' ? Vocabulary.GIVEN : table[at] == 'S' ? Vocabulary.SURNAME : 0;
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
        if ((WordTable.flags(entry)
                    & (Vocabulary.COMMON | Vocabulary.FUNCTION | Vocabulary.DEMONYM))
                == 0
            && !named(entry)) {
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
      if (single
          && ((WordTable.flags(entry) & (Vocabulary.FUNCTION | Vocabulary.DEMONYM)) != 0
              || named(entry))) {
        continue;
      }
      add(EntityType.LOCATION, name, iso, null, false, false);
      if (single) {
        words.add(WordTable.key(name), 0, Vocabulary.TOWN);
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
      words.add(demonym, Vocabulary.DEMONYM);
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
      words.add(WordTable.key(name), 0, Vocabulary.TOWN);
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
      vocabulary.expansions.putIfAbsent(name.toUpperCase(Locale.ROOT), full);
    }
  }

  private void readWordNetOrganization(String line) {
    List<String> fields = split(line, '\t');
    String name = fields.get(0);
    boolean acronym = name.equals(name.toUpperCase(Locale.ROOT));
    // One word is too little where the source is general (Agriculture, Army, State), and so is what
    // telegrams use as a word: NGO.
    boolean common = (words.flags(name) & Vocabulary.COMMON) != 0;
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
          vocabulary.expansions.putIfAbsent(tag.code(), tag.name());
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
        int flag =
            kind == 'M' ? Vocabulary.TITLE_MODIFIER | Vocabulary.ENGLISH : Vocabulary.ADDRESS;
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
                ? Vocabulary.HEAD
                : name.type() == EntityType.CABLE_REFERENCE ? Vocabulary.POST : Vocabulary.NAME;
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
