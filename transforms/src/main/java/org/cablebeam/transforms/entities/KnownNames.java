package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** Finds what the vocabulary knows by name: places, organisations, treaties. */
final class KnownNames {
  private final Reading reading;
  private final Tokens tokens;
  private final Vocabulary vocabulary;

  private int matchEnd;

  private final NameSense sense;

  KnownNames(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.vocabulary = reading.vocabulary;
    this.sense = new NameSense(reading);
  }

  void read() {
    for (int i = 0; i < tokens.count; i++) {
      if ((tokens.starts[i] & Vocabulary.NAME) == 0
          || reading.owner[i] >= 0
          || reading.zone[i] != Reading.Zone.TEXT) {
        continue;
      }
      if (spaced(i)) {
        Mention country = reading.put(EntityType.LOCATION, i, i + 4);
        country.normal = "US";
        country.country = true;
        country.certain = true;
        i += 3;
        continue;
      }
      Phrases.Name name = longest(i);
      if (name == null) {
        reading.blocked[i] |= ship(i);
        continue;
      }
      if (name.type() == EntityType.OTHER || ship(i)) {
        for (int k = i; k < matchEnd; k++) {
          reading.blocked[k] = true;
        }
      } else {
        // ODM-K, PML-N: a wing of a party belongs to its acronym.
        if (name.type() == EntityType.ORGANIZATION
            && name.acronym()
            && reading.hyphenated(matchEnd - 1)
            && tokens.end[matchEnd + 1] - tokens.start[matchEnd + 1] <= 2
            && reading.capital(matchEnd + 1)) {
          matchEnd += 2;
        }
        int from = name.type() == EntityType.LOCATION && !name.country() && compass(i) ? i - 1 : i;
        boolean body = name.type() == EntityType.ORGANIZATION;
        if (body && (name.acronym() ? lettered(i) : sense.articled(i))) {
          from = i - 2;
        }
        Mention mention = reading.put(name.type(), from, matchEnd);
        mention.normal =
            name.type() == EntityType.LOCATION ? country(name, from, i) : government(name);
        mention.country = name.country();
        mention.certain = true;
        if (name.country() && reading.says(i, "GEORGIA")) {
          american(mention);
        } else if (name.country() && reading.mark(matchEnd, '(')) {
          matchEnd = capital(mention);
        }
        if (name.type() == EntityType.LOCATION && !name.country()) {
          matchEnd = town(mention);
        }
      }
      i = matchEnd - 1;
    }
  }

  /** The country of a place; that of half a town (East Berlin) may be another. */
  private @Nullable String country(Phrases.Name name, int from, int whole) {
    String half =
        from < whole ? vocabulary.stateOf(reading.string(from, matchEnd), reading.year) : null;
    return half == null ? vocabulary.country(name, reading.year) : half;
  }

  /** Georgia behind an American town, or in a list of American states, is one of them. */
  private void american(Mention georgia) {
    int before = georgia.from - 1;
    boolean joined = reading.mark(before, ',') || reading.says(before, "AND");
    Mention other =
        joined ? reading.at(reading.mark(before - 1, ',') ? before - 2 : before - 1) : null;
    if (other != null && !other.country && "US".equals(other.normal)) {
      georgia.normal = "US";
      georgia.country = false;
    }
  }

  /** {@code Congo | (Brazzaville)}: the capital tells two countries of one name apart; the end. */
  private int capital(Mention country) {
    int at = country.to + 1;
    int node = vocabulary.phrases.step(0, tokens.word[country.from]);
    if (country.to - country.from > 1
        || !reading.word(at)
        || !reading.mark(at + 1, ')')
        || vocabulary.phrases.step(node, tokens.word[at]) < 0) {
      return country.to;
    }
    for (Phrases.Name name :
        vocabulary.phrases.at(vocabulary.phrases.step(node, tokens.word[at]))) {
      if (name.country()) {
        Mention full = reading.put(EntityType.LOCATION, country.from, at + 2);
        full.normal = vocabulary.country(name, reading.year);
        full.country = true;
        full.certain = true;
        return full.to;
      }
    }
    return country.to;
  }

  /** GOI in a cable from Rome is the government of Italy, from Tehran that of Iran. */
  private @Nullable String government(Phrases.Name name) {
    String acronym = name.name();
    String country = reading.country;
    boolean posts =
        country != null
            && name.acronym()
            && acronym.length() == 3
            && acronym.startsWith("GO")
            && country.charAt(0) == acronym.charAt(2);
    return posts ? "Government of " + country : name.normal();
  }

  /** {@code San Cristobal | de las Casas}, {@code Cotabato | City}: the end of the full name. */
  private int town(Mention place) {
    int end = place.to;
    if (reading.hyphenated(end - 1) && reading.in(WordClass.ROUTE, end + 2)) {
      // The Baku-Supsa line: two places.
      if (sense.stranger(end + 1)) {
        reading.put(EntityType.LOCATION, end + 1, end + 2).certain = true;
      }
      return end;
    }
    while (reading.hyphenated(end - 1) && sense.stranger(end + 1)) {
      // Kurgan-Teppa.
      end += 2;
    }
    if (end > place.to) {
      Mention full = reading.put(EntityType.LOCATION, place.from, end);
      full.normal = place.normal;
      full.certain = true;
      return end;
    }
    int joint = end;
    while (joint < end + 2
        && reading.follows(joint)
        && tokens.gap[joint] < Tokens.LINE
        && reading.in(WordClass.FOREIGN_JOINT, joint)) {
      joint++;
    }
    boolean named =
        joint > end
            && reading.word(joint)
            && reading.follows(joint)
            && reading.capital(joint)
            && reading.owner[joint] < 0
            && !reading.is(joint, Vocabulary.FUNCTION)
            && (!tokens.caps[joint]
                || !reading.english(joint)
                || joint > end && !reading.is(joint, Vocabulary.COMMON | Vocabulary.VERB));
    boolean city =
        reading.says(end, "CITY")
            && reading.follows(end)
            && reading.capital(end)
            && !(reading.word(end + 1)
                && reading.capital(end + 1)
                && reading.follows(end + 1)
                && !reading.is(end + 1, Vocabulary.FUNCTION));
    if (!named && !city) {
      return end;
    }
    Mention full = reading.put(EntityType.LOCATION, place.from, named ? joint + 1 : end + 1);
    full.normal = place.normal;
    full.certain = true;
    return full.to;
  }

  /** {@code West} Beirut, {@code EAST} JERUSALEM: half of a divided town. */
  private boolean compass(int i) {
    return reading.follows(i)
        && reading.in(WordClass.HALF, i - 1)
        && reading.free(i - 1)
        && reading.capital(i - 1)
        && tokens.gap[i] < Tokens.LINE + 1;
  }

  /** {@code P-MAS}, {@code F-FDTL}: a letter and a hyphen before an acronym. */
  private boolean lettered(int i) {
    return reading.mark(i - 1, '-')
        && tokens.gap[i] == Tokens.NONE
        && tokens.gap[i - 1] == Tokens.NONE
        && reading.word(i - 2)
        && reading.free(i - 2)
        && tokens.end[i - 2] - tokens.start[i - 2] == 1
        && tokens.shape[i - 2] != Tokens.LOWER
        && tokens.gap[i - 2] != Tokens.NONE;
  }

  /** {@code U. S.}, as typists part it. */
  private boolean spaced(int i) {
    return reading.says(i, "U")
        && reading.initial(i)
        && reading.says(i + 2, "S")
        && reading.initial(i + 2)
        && tokens.gap[i + 2] == Tokens.BLANK
        && reading.free(i, i + 4);
  }

  /** Ships bear the names of places: USS GUAM. */
  private boolean ship(int i) {
    return reading.follows(i)
        && reading.in(WordClass.SHIP, i - 1)
        && (!reading.english(i)
            || reading.capital(i) && !reading.is(i - 1, Vocabulary.NOUN | Vocabulary.VERB));
  }

  private Phrases.@Nullable Name longest(int i) {
    Phrases.Name best = null;
    int node = 0;
    int at = i;
    while (at < tokens.count) {
      node = vocabulary.phrases.step(node, tokens.word[at]);
      if (node < 0) {
        break;
      }
      for (Phrases.Name name : vocabulary.phrases.at(node)) {
        if (name.type() != EntityType.CABLE_REFERENCE
            && (best == null || at + 1 > matchEnd || rank(name, i) < rank(best, i))
            && sense.accepts(name, i, at + 1)) {
          best = name;
          matchEnd = at + 1;
        }
      }
      at = next(at);
      if (at < 0) {
        break;
      }
    }
    return best;
  }

  /** Of two names with the same words, which is meant: near San Miguel, not the brewery. */
  private int rank(Phrases.Name name, int from) {
    return name.country()
        ? 0
        : switch (name.type()) {
          case OTHER -> 1;
          case TREATY -> 2;
          case ORGANIZATION -> 4;
          default -> reading.is(from - 1, Vocabulary.PLACE_PREPOSITION) ? 3 : 5;
        };
  }

  /** The next word of the same name: over hyphens, and the period of an abbreviation. */
  private int next(int at) {
    int next = at + 1;
    if (next < tokens.count
        && tokens.gap[next] == Tokens.NONE
        && (tokens.isMark(next, '-')
            || (tokens.isMark(next, '.') && reading.is(at, Vocabulary.ABBREVIATION))
            || (tokens.isMark(next, ',') && reading.says(at, "WASHINGTON")))) {
      next++;
    }
    return next < tokens.count && tokens.gap[next] < Tokens.BREAK && reading.owner[next] < 0
        ? next
        : -1;
  }
}
