package org.cablebeam.transforms.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Says which mentions are of one person or one organisation, gives each the fullest name, and links
 * persons to the titles and organisations beside them. Two persons of one surname are kept apart by
 * given name or initial, and failing that by title.
 */
final class PersonLinks {
  /** The most persons of one name that are compared; more makes no difference to a reader. */
  private static final int MOST = 50;

  private static final class Person {
    final int cluster;
    List<String> words;
    String name;
    @Nullable String role;

    Person(int cluster, List<String> words, String name) {
      this.cluster = cluster;
      this.words = words;
      this.name = name;
    }
  }

  private record Named(Mention mention, List<String> words) {}

  private final Reading reading;
  private final Tokens tokens;

  PersonLinks(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  void read() {
    List<Mention> persons = new ArrayList<>();
    for (int i = 0; i < tokens.count; i++) {
      Mention person = reading.starting(i, EntityType.PERSON);
      if (person != null) {
        role(person);
        persons.add(person);
      }
    }
    titles();
    int clusters = persons(persons);
    organizations(clusters);
  }

  /** The title before the name, or behind it and a comma; the organisation beside that. */
  private void role(Mention person) {
    int before = person.from - 1;
    while (before > 0
        && (reading.is(before, Vocabulary.ADDRESS) && reading.free(before)
            || tokens.isMark(before, '.')
                && tokens.gap[before] == Tokens.NONE
                && reading.is(before - 1, Vocabulary.ABBREVIATION)
                && reading.free(before - 1)
            || tokens.isMark(before, ',') && reading.at(before - 1, EntityType.TITLE) != null)) {
      before--;
    }
    Mention title =
        tokens.gap[person.from] == Tokens.BREAK ? null : reading.at(before, EntityType.TITLE);
    if (title == null) {
      int at = person.to;
      if (tokens.isMark(at, ',') || tokens.isMark(at, '(')) {
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
            && !reading.is(at, Vocabulary.SPEECH)) {
          at++;
          steps++;
        }
        Mention organization = reading.starting(at, EntityType.ORGANIZATION);
        Mention place = reading.starting(at, EntityType.LOCATION);
        if (organization != null) {
          at = organization.to;
        } else if (place != null) {
          at =
              place.to
                  + (place.to < tokens.count && tokens.kind[place.to] == Tokens.POSSESSIVE ? 1 : 0);
        }
        title = reading.starting(at, EntityType.TITLE);
        if (title != null && reading.starting(title.to, EntityType.PERSON) != null) {
          title = null;
        }
      }
    }
    if (title == null) {
      return;
    }
    title.provisional = false;
    person.role = reading.string(title.from, title.to);
    Mention organization = reading.at(title.from - 1, EntityType.ORGANIZATION);
    if (organization == null || tokens.gap[title.from] == Tokens.BREAK) {
      int at = title.to;
      organization = null;
      if (reading.says(at, "OF") || reading.says(at, "FOR") || reading.says(at, "AT")) {
        at += reading.says(at + 1, "THE") ? 2 : 1;
        organization = reading.starting(at, EntityType.ORGANIZATION);
      }
    }
    if (organization != null) {
      person.organization = reading.string(organization.from, organization.to);
    }
  }

  /** A provisional title that no person confirmed is an ordinary word. */
  private void titles() {
    for (Mention mention : reading.mentions) {
      if (mention.type == EntityType.TITLE && mention.provisional && !mention.dropped) {
        reading.drop(mention);
      }
    }
  }

  private int persons(List<Mention> mentions) {
    Map<String, List<Person>> byWord = new HashMap<>();
    List<Named> order = new ArrayList<>();
    for (Mention mention : mentions) {
      order.add(new Named(mention, words(mention)));
    }
    // Fuller names first: what they begin, shorter ones join. The order of the text stays.
    order.sort((a, b) -> Integer.compare(b.words.size(), a.words.size()));
    int clusters = 0;
    Map<Integer, Person> all = new HashMap<>();
    for (Named named : order) {
      Mention mention = named.mention;
      List<String> words = named.words;
      if (words.isEmpty()) {
        continue;
      }
      Person best = null;
      int bestScore = -1;
      for (String word : words) {
        List<Person> candidates = byWord.getOrDefault(word, List.of());
        for (int i = 0; i < candidates.size() && i < MOST; i++) {
          Person person = candidates.get(i);
          int score = score(person, words, mention);
          if (score > bestScore) {
            bestScore = score;
            best = person;
          }
        }
      }
      if (best == null) {
        best = new Person(++clusters, words, reading.string(mention.from, mention.to));
        best.role = mention.role;
        all.put(clusters, best);
        for (String word : words) {
          if (word.length() > 1) {
            byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(best);
          }
        }
      }
      if (best.role == null) {
        best.role = mention.role;
      }
      mention.cluster = best.cluster;
    }
    // Numbers in the order of the text.
    Map<Integer, Integer> renumbered = new HashMap<>();
    for (Mention mention : mentions) {
      if (mention.cluster > 0) {
        mention.normal = java.util.Objects.requireNonNull(all.get(mention.cluster)).name;
        mention.cluster = renumbered.computeIfAbsent(mention.cluster, k -> renumbered.size() + 1);
      }
    }
    return renumbered.size();
  }

  /** How well a name fits a person; -1 if it does not. */
  private static int score(Person person, List<String> words, Mention mention) {
    List<String> full = person.words;
    int last = full.lastIndexOf(words.get(words.size() - 1));
    if (words.size() == 1) {
      String word = words.get(0);
      if (last < 0) {
        return -1;
      }
      int score = last == full.size() - 1 ? 20 : last == 0 && full.size() < 3 ? 8 : 10;
      if (mention.role != null && person.role != null) {
        score += mention.role.equalsIgnoreCase(person.role) ? 5 : -1;
      }
      return word.length() > 1 ? score : -1;
    }
    // Every word of the shorter name must be met in order, an initial by its word.
    int at = 0;
    int met = 0;
    for (String word : words) {
      for (int k = at; k < full.size(); k++) {
        String other = full.get(k);
        if (other.equals(word)
            || (other.length() == 1 || word.length() == 1) && other.charAt(0) == word.charAt(0)) {
          at = k + 1;
          met++;
          break;
        }
      }
    }
    boolean surname = full.get(full.size() - 1).equals(words.get(words.size() - 1));
    return met == words.size() ? (surname ? 40 : 30) : -1;
  }

  private List<String> words(Mention mention) {
    List<String> words = new ArrayList<>();
    for (int i = mention.from; i < mention.to; i++) {
      if (tokens.kind[i] == Tokens.WORD
          && !reading.is(i, Vocabulary.SUFFIX)
          && !(reading.is(i, Vocabulary.PARTICLE)
              && mention.to - mention.from > 1
              && i + 1 < mention.to)) {
        words.add(letters(i));
      }
    }
    words.removeIf(String::isEmpty);
    return words;
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

  private void organizations(int persons) {
    Map<String, Integer> clusters = new HashMap<>();
    Map<String, String> explained = new HashMap<>();
    for (int i = 0; i < tokens.count; i++) {
      Mention mention = reading.starting(i, EntityType.ORGANIZATION);
      if (mention != null && mention.normal != null && mention.to - mention.from <= 3) {
        explained.putIfAbsent(
            reading.string(mention.from, mention.to).toUpperCase(Locale.ROOT), mention.normal);
      }
    }
    for (int i = 0; i < tokens.count; i++) {
      Mention mention = reading.starting(i, EntityType.ORGANIZATION);
      if (mention == null) {
        continue;
      }
      String text = reading.string(mention.from, mention.to).toUpperCase(Locale.ROOT);
      if (mention.normal == null) {
        String full = explained.get(text);
        mention.normal = full != null ? full : reading.vocabulary.expansion(text);
      }
      String key = mention.normal == null ? text : mention.normal.toUpperCase(Locale.ROOT);
      mention.cluster = clusters.computeIfAbsent(key, k -> persons + clusters.size() + 1);
    }
  }
}
