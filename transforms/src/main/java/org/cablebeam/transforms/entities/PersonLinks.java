package org.cablebeam.transforms.entities;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Says which mentions are of one person, gives each the fullest name, and links persons to the
 * titles and organisations beside them. Two persons of one surname are kept apart by given name or
 * initial, by Jr. and Sr., by Mr. and Mrs., and by titles that one person does not hold together.
 * What fits several goes to the one named last before it.
 */
final class PersonLinks {
  /** The most persons of one name that are compared; more makes no difference to a reader. */
  private static final int MOST = 50;

  private static final class Person {
    final int cluster;
    final String text;
    PersonName name;

    /** The token of the mention before the one that is looked at; -1 while there is none. */
    final List<Integer> places = new ArrayList<>();

    Person(int cluster, String text, PersonName name) {
      this.cluster = cluster;
      this.text = text;
      this.name = name;
    }

    /** How far back the person was named; a later mention counts as farther than any before. */
    int distance(int place) {
      int least = Integer.MAX_VALUE;
      for (int other : places) {
        int apart = other < place ? place - other : Integer.MAX_VALUE / 2 + (other - place);
        least = Math.min(least, apart);
      }
      return least;
    }
  }

  /**
   * A mention and what it says.
   *
   * @param fullness by the number of words, and then of letters; those of one word are all alike
   */
  private record Named(Mention mention, PersonName name, List<String> keys, int fullness) {}

  private final Reading reading;
  private final Tokens tokens;

  /** The positions the cable names, by how they are written. */
  private final Map<String, Position> positions = new HashMap<>();

  PersonLinks(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  /**
   * Reads the mentions, and drops titles that no person confirms.
   *
   * @param found all mentions of the text, in order
   */
  void read(List<Mention> found) {
    List<Mention> persons = new ArrayList<>();
    for (Mention mention : found) {
      if (mention.type == EntityType.PERSON) {
        role(mention);
        membership(mention);
        persons.add(mention);
      }
    }
    titles(found);
    new OrganizationLinks(reading).read(found, persons(persons));
  }

  /** The title before the name, or behind it and a comma; the organisation beside that. */
  private void role(Mention person) {
    Mention title = titleBefore(person);
    Mention second = titleBehind(person);
    if (title == null) {
      title = second;
    } else if (second != null) {
      second.provisional = false;
    }
    if (title == null) {
      return;
    }
    title.provisional = false;
    // Director | Lieutenant General | Oberling: a position before a rank.
    Mention position =
        reading.follows(title.from) ? reading.at(title.from - 1, EntityType.TITLE) : null;
    if (position != null) {
      position.provisional = false;
    }
    person.role = reading.string(title.from, title.to);
    Mention organization = reading.at(owner(title.from - 1), EntityType.ORGANIZATION);
    if (organization == null || tokens.gap[title.from] == Tokens.BREAK) {
      int at = title.to;
      organization = null;
      if (reading.says(at, "OF")
          || reading.says(at, "FOR")
          || reading.says(at, "AT")
          || reading.says(at, "TO")) {
        at += reading.says(at + 1, "THE") ? 2 : 1;
        organization = reading.starting(at, EntityType.ORGANIZATION);
      }
    }
    if (organization != null) {
      person.organization = reading.string(organization.from, organization.to);
    }
  }

  /** {@code Wafd Party | 's secretary general}: the token before a possessive, or that itself. */
  private int owner(int i) {
    return i > 0 && tokens.kind[i] == Tokens.POSSESSIVE ? i - 1 : i;
  }

  private @Nullable Mention titleBefore(Mention person) {
    if (tokens.gap[person.from] == Tokens.BREAK) {
      return null;
    }
    int before = person.from - 1;
    while (before > 0
        && (reading.is(before, Vocabulary.ADDRESS) && reading.free(before)
            || tokens.isMark(before, '.')
                && tokens.gap[before] == Tokens.NONE
                && reading.is(before - 1, Vocabulary.ABBREVIATION)
            || tokens.isMark(before, ',') && reading.at(before - 1, EntityType.TITLE) != null)) {
      before--;
    }
    Mention title = reading.at(before, EntityType.TITLE);
    if (title != null && before < person.from - 1 && reading.says(title.from - 1, "AS")) {
      // As Transport Minister, Basha signed: what he was.
      title.provisional = false;
      return null;
    }
    return title == null ? titleOfBody(before) : title;
  }

  /** {@code Ambassador to the UN Varnakov}, {@code Director for the Americas Varnakov}. */
  private @Nullable Mention titleOfBody(int last) {
    Mention body = reading.at(last);
    if (body == null
        || body.to != last + 1
        || body.type != EntityType.ORGANIZATION && body.type != EntityType.LOCATION) {
      return null;
    }
    int at = reading.says(body.from - 1, "THE") ? body.from - 2 : body.from - 1;
    boolean of =
        reading.says(at, "OF")
            || reading.says(at, "FOR")
            || reading.says(at, "TO")
            || reading.says(at, "AT");
    Mention title = of && reading.follows(at + 1) ? reading.at(at - 1, EntityType.TITLE) : null;
    return title != null && title.to == at ? title : null;
  }

  private @Nullable Mention titleBehind(Mention person) {
    int at = person.to;
    if (!tokens.isMark(at, ',') && !tokens.isMark(at, '(')) {
      return null;
    }
    at++;
    int steps = 0;
    while (at < tokens.count
        && steps < 4
        && reading.at(at) == null
        && (tokens.shape[at] == Tokens.LOWER || tokens.caps[at])
        && tokens.kind[at] == Tokens.WORD
        && (reading.is(at, Vocabulary.FUNCTION)
            || reading.says(at, "FORMER")
            || reading.says(at, "NEWLY")
            || reading.says(at, "NAMED")
            || reading.says(at, "APPOINTED")
            || reading.is(at, Vocabulary.DEMONYM))
        && !reading.is(at, Vocabulary.SPEECH)
        && !reading.in(WordClass.CLAUSE, at)) {
      at++;
      steps++;
    }
    Mention organization = reading.starting(at, EntityType.ORGANIZATION);
    Mention place = reading.starting(at, EntityType.LOCATION);
    Mention owner = organization == null ? place : organization;
    if (owner != null) {
      boolean possessive = owner.to < tokens.count && tokens.kind[owner.to] == Tokens.POSSESSIVE;
      at = owner.to + (possessive ? 1 : 0);
    }
    Mention title = reading.starting(at, EntityType.TITLE);
    return title != null && reading.starting(title.to, EntityType.PERSON) != null ? null : title;
  }

  /**
   * {@code Oleg Varnakov of the Federation Council}, {@code Varnakov (PPP)}, {@code PPP leader
   * Varnakov}.
   */
  private void membership(Mention person) {
    if (person.organization != null) {
      return;
    }
    int before = person.from - 1;
    Mention body =
        reading.is(before, Vocabulary.ADDRESS) && reading.free(before)
            ? reading.at(before - 1, EntityType.ORGANIZATION)
            : null;
    if (body != null && reading.follows(before) && reading.follows(person.from)) {
      person.organization = reading.string(body.from, body.to);
      return;
    }
    int at = person.to;
    if (reading.says(at, "OF") || reading.says(at, "FROM")) {
      at += reading.says(at + 1, "THE") ? 2 : 1;
    } else if (tokens.isMark(at, '(')) {
      at++;
    } else {
      return;
    }
    Mention organization = reading.starting(at, EntityType.ORGANIZATION);
    if (organization != null && reading.follows(at)) {
      person.organization = reading.string(organization.from, organization.to);
    }
  }

  /** A provisional title that no person confirmed is an ordinary word. */
  private void titles(List<Mention> found) {
    for (Mention mention : found) {
      if (mention.type == EntityType.TITLE && mention.provisional) {
        reading.drop(mention);
      }
    }
  }

  /** Numbers the persons, and gives how many there are. */
  private int persons(List<Mention> mentions) {
    Map<String, List<Person>> byWord = new HashMap<>();
    List<Named> order = new ArrayList<>();
    for (Mention mention : mentions) {
      PersonName name = name(mention);
      if (!name.words().isEmpty()) {
        order.add(new Named(mention, name, keys(name), fullness(name)));
      }
    }
    // Fuller names first: what they begin, shorter ones join. The order of the text stays.
    order.sort((a, b) -> Integer.compare(b.fullness, a.fullness));
    List<Person> all = new ArrayList<>();
    for (Named named : order) {
      Person best = best(named, byWord);
      if (best == null) {
        Mention mention = named.mention;
        best = new Person(all.size() + 1, reading.string(mention.from, mention.to), named.name);
        all.add(best);
        for (String key : named.keys) {
          byWord.computeIfAbsent(key, k -> new ArrayList<>()).add(best);
        }
      } else {
        best.name = joined(best.name, named.name);
      }
      if (best.places.size() < MOST) {
        best.places.add(named.mention.from);
      }
      named.mention.cluster = best.cluster;
    }
    // Numbers in the order of the text.
    int[] numbers = new int[all.size() + 1];
    int count = 0;
    for (Mention mention : mentions) {
      if (mention.cluster > 0) {
        mention.normal = all.get(mention.cluster - 1).text;
        if (numbers[mention.cluster] == 0) {
          numbers[mention.cluster] = ++count;
        }
        mention.cluster = numbers[mention.cluster];
      }
    }
    return count;
  }

  private static int fullness(PersonName name) {
    int letters = 0;
    for (String word : name.words()) {
      letters += word.length();
    }
    return name.words().size() * (1 << 16) + (name.words().size() > 1 ? letters : 0);
  }

  private @Nullable Person best(Named named, Map<String, List<Person>> byWord) {
    Person best = null;
    int bestScore = PersonName.NONE;
    for (String key : named.keys) {
      List<Person> candidates = byWord.getOrDefault(key, List.of());
      for (int i = 0; i < candidates.size() && i < MOST; i++) {
        Person person = candidates.get(i);
        int score = wife(person, named.name) ? PersonName.NONE : person.name.fit(named.name);
        int place = named.mention.from;
        if (score > bestScore
            || score > PersonName.NONE
                && score == bestScore
                && person.distance(place) < requireNonNull(best).distance(place)) {
          bestScore = score;
          best = person;
        }
      }
    }
    return best;
  }

  /**
   * Whether the name is of a wife, the person her husband: Mrs. and a surname alone is nobody who
   * was called by a position or by a given name that is not a woman's.
   */
  private boolean wife(Person person, PersonName name) {
    PersonName known = person.name;
    if (known.sex() != PersonName.Sex.UNKNOWN || name.words().size() > 1) {
      return false;
    }
    return name.wife() && (known.role() != null || known.words().size() > 1);
  }

  /** The words under which persons of that name are found: each, and how it sounds. */
  private static List<String> keys(PersonName name) {
    List<String> keys = new ArrayList<>(2 * name.words().size());
    for (String word : name.words()) {
      if (word.length() > 1 && !keys.contains(word)) {
        keys.add(word);
        if (word.length() >= PersonName.LONG) {
          // Shorter ones are not taken for spellings of one.
          keys.add("~" + PersonName.sound(word));
        }
      }
    }
    return keys;
  }

  /** What is known of a person after one more mention. */
  private static PersonName joined(PersonName known, PersonName more) {
    return new PersonName(
        known.words(),
        known.suffix().isEmpty() ? more.suffix() : known.suffix(),
        known.sex() == PersonName.Sex.UNKNOWN ? more.sex() : known.sex(),
        known.wife() || more.wife(),
        known.role() == null ? more.role() : known.role());
  }

  private PersonName name(Mention mention) {
    List<String> words = new ArrayList<>();
    String suffix = "";
    for (int i = mention.from; i < mention.to; i++) {
      if (tokens.kind[i] == Tokens.WORD) {
        if (reading.is(i, Vocabulary.SUFFIX)) {
          suffix = letters(i);
        } else if (!reading.is(i, Vocabulary.PARTICLE)
            || reading.says(i, "SAN")
            || mention.to - mention.from == 1
            || i + 1 == mention.to) {
          String letters = letters(i);
          if (tokens.end[i] - tokens.start[i] > 2 && tokens.chars[tokens.start[i] + 1] == '.') {
            // J.W.: a letter each.
            words.addAll(List.of(letters.split("")));
          } else {
            words.add(articled(i) ? letters.substring(2) : letters);
          }
        }
      }
    }
    words.removeIf(String::isEmpty);
    int behind = tokens.isMark(mention.to, ',') ? mention.to + 1 : mention.to;
    if (suffix.isEmpty() && reading.is(behind, Vocabulary.SUFFIX) && reading.follows(behind)) {
      suffix = letters(behind);
    }
    int address = tokens.isMark(mention.from - 1, '.') ? mention.from - 2 : mention.from - 1;
    boolean addressed = address >= 0 && reading.follows(mention.from);
    boolean wife = addressed && reading.in(WordClass.WIFE, address);
    PersonName.Sex sex = PersonName.Sex.UNKNOWN;
    if (addressed && (wife || reading.in(WordClass.WOMAN, address))
        || reading.in(WordClass.WOMANS_NAME, mention.from)) {
      sex = PersonName.Sex.FEMALE;
    } else if (addressed && reading.in(WordClass.MAN, address)) {
      sex = PersonName.Sex.MALE;
    }
    return new PersonName(words, suffix, sex, wife, position(mention.role));
  }

  /** {@code ElBaradei}: the article is written as one with the name. */
  private boolean articled(int i) {
    int start = tokens.start[i];
    return tokens.shape[i] == Tokens.CAMEL
        && tokens.end[i] - start > 5
        && (tokens.text.startsWith("El", start) || tokens.text.startsWith("Al", start))
        && Character.isUpperCase(tokens.text.charAt(start + 2));
  }

  private @Nullable Position position(@Nullable String role) {
    return role == null
        ? null
        : positions.computeIfAbsent(role, title -> Position.of(title, reading.vocabulary));
  }

  /** The letters of a word in capitals, without apostrophes and the hyphens of broken lines. */
  private String letters(int i) {
    StringBuilder out = new StringBuilder(tokens.end[i] - tokens.start[i]);
    for (int k = tokens.start[i]; k < tokens.end[i]; k++) {
      if (Tokens.letter(tokens.chars[k])) {
        out.append(Character.toUpperCase(tokens.chars[k]));
      }
    }
    return out.toString();
  }
}
