package org.cablebeam.transforms.entities;

import static java.util.Objects.requireNonNull;

import org.cablebeam.schemas.EntityType;
import org.cablebeam.transforms.text.WordShapes;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what speaks for a person, an organisation or a place where a name is in no vocabulary: the
 * words around it, the names beside it in a list, its ending, and whether it is an acronym. Nothing
 * known leaves a person, who is the most frequent stranger in a cable.
 */
final class NameEvidence {
  /** In letters: what the chance of an acronym was learned from. */
  private static final int LONGEST_ACRONYM = 8;

  /** How far back a list is read, in names. */
  private static final int LONGEST_LIST = 6;

  private final Reading reading;
  private final Tokens tokens;
  private final Vocabulary vocabulary;

  private final Spelling spelling;

  private int person;
  private int organization;
  private int place;

  /** What speaks for each kind. */
  record Scores(int person, int organization, int place) {
    Scores plus(Scores other) {
      return new Scores(
          person + other.person, organization + other.organization, place + other.place);
    }

    /** Nothing known leaves a person. */
    EntityType type() {
      if (person + 2 >= organization && person + 2 >= place) {
        return EntityType.PERSON;
      }
      return organization >= place ? EntityType.ORGANIZATION : EntityType.LOCATION;
    }
  }

  NameEvidence(Reading reading, Spelling spelling) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.vocabulary = reading.vocabulary;
    this.spelling = spelling;
  }

  /** What the words around the name in tokens {@code from} to {@code end}, exclusive, tell. */
  Scores around(int from, int end) {
    person = 0;
    organization = 0;
    place = 0;
    before(from, end);
    behind(from, end);
    list(from, end);
    return new Scores(person, organization, place);
  }

  /** What a name beside it in a list tells, that was still unknown when the name was weighed. */
  Scores next(int from, int end) {
    person = 0;
    organization = 0;
    place = 0;
    Mention right = listed(end);
    if (right != null && !right.certain) {
      beside(right, !reading.mark(end, ','));
    }
    Mention left = listedBefore(from);
    if (left != null && reading.owner[left.from] > reading.owner[from]) {
      beside(left, !reading.mark(from - 1, ','));
    }
    return new Scores(person, organization, place);
  }

  /** What the letters of the name tell, which is the same at each mention. */
  Scores within(int from, int end, boolean acronym) {
    person = 0;
    organization = acronym ? 9 : 0;
    place = 0;
    letters(from, end);
    ending(end - 1);
    return new Scores(person, organization, place);
  }

  /** What the words themselves tell. */
  private void letters(int from, int end) {
    int words = 0;
    boolean given = false;
    boolean known = false;
    boolean patronymic = false;
    int acronyms = 0;
    for (int i = from; i < end; i++) {
      if (reading.word(i)) {
        words++;
        given |= reading.is(i, Vocabulary.GIVEN);
        patronymic |= i > from && reading.in(WordClass.PATRONYMIC, i);
        known |= reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME);
        acronyms += !tokens.caps[i] && tokens.shape[i] == Tokens.UPPER ? 1 : 0;
      }
    }
    if (words > 1) {
      place += reading.in(WordClass.SAINT, from) ? 14 : 0;
      // La Joya, El Tablazo.
      place += reading.in(WordClass.ROMANCE_ARTICLE, from) && words == 2 && separate(from) ? 5 : 0;
      person += patronymic ? 3 : 0;
      person += given ? 8 : known ? 4 : 2;
      organization += acronyms > 0 && !tokens.caps[from] ? 7 : 0;
      organization += reading.is(from, Vocabulary.FOREIGN_HEAD) ? 16 : 0;
      return;
    }
    int length = tokens.end[from] - tokens.start[from];
    boolean town = (tokens.starts[from] & Vocabulary.TOWN) != 0;
    person += known ? 4 : 0;
    place += town ? 4 : 0;
    organization += tokens.caps[from] && !known && !town ? Math.max(0, 13 - 3 * length) : 0;
    organization += camel(from) ? 6 : 0;
    if (length > 3 && !known && !town) {
      double[] chances = spelling.chances(from);
      place += chances[WordShapes.PLACE] > 0.9 ? 2 : 0;
      person += chances[WordShapes.PERSON] > 0.8 ? 1 : 0;
      boolean acronym =
          tokens.shape[from] == Tokens.UPPER
              && length <= LONGEST_ACRONYM
              && spelling.acronymChance(from) > 0.7;
      organization += acronym ? 4 : 0;
    }
  }

  private boolean separate(int i) {
    return reading.follows(i + 1) && tokens.gap[i + 1] != Tokens.NONE;
  }

  /** Capitals within a word are a firm's, unless a prefix of surnames stands before: SabaFon. */
  private boolean camel(int i) {
    if (tokens.shape[i] != Tokens.CAMEL) {
      return false;
    }
    for (String prefix : SURNAME_PREFIXES) {
      if (tokens.text.startsWith(prefix, tokens.start[i])) {
        return false;
      }
    }
    return true;
  }

  private static final String[] SURNAME_PREFIXES = {
    "Mc", "Mac", "De", "Di", "Du", "La", "Le", "Fitz"
  };

  private void before(int from, int end) {
    int at = from - 1;
    if (at < 0 || tokens.gap[from] == Tokens.BREAK) {
      return;
    }
    int earlier = at > 0 && reading.follows(at) ? tokens.word[at - 1] : -1;
    if (reading.is(at, Vocabulary.PLACE_PREPOSITION)) {
      // Wrote in Kathimerini.
      if (vocabulary.in(WordClass.PRESS_NOUN, earlier)) {
        organization += 14;
      } else {
        boolean owner = tokens.kind[Math.min(end, tokens.count - 1)] == Tokens.POSSESSIVE;
        // In Tonggyo-dong: what a hyphen ties is a town's as well as a person's.
        boolean tied = end == from + 3 && reading.mark(from + 1, '-');
        place += owner ? 4 : tied ? 11 : 8;
      }
    } else if (tokens.kind[at] == Tokens.POSSESSIVE
        && reading.at(at - 1, EntityType.ORGANIZATION) != null) {
      // Mobil's Tavoulareas.
      person += 6;
    } else if (reading.says(at, "BY") && vocabulary.in(WordClass.FIRM_DEED, earlier)) {
      organization += 5;
    } else if (reading.is(at, Vocabulary.MOTION)) {
      if (vocabulary.in(WordClass.PERSON_NOUN, earlier)) {
        person += 6;
      } else if (repeated(at) != null) {
        // From Brandt and from Callaghan.
        beside(repeated(at), true);
      } else {
        place +=
            ranged(at) || reading.says(at, "FROM") && vocabulary.in(WordClass.COMER, earlier)
                ? 14
                : reading.says(at, "VIA") || journey(at) ? 8 : reading.says(at, "FROM") ? 3 : 2;
      }
    } else if (reading.says(at, "ON") && reading.in(WordClass.JOURNEY, at - 1)
        || reading.says(at, "OF") && reading.says(at - 1, "OUT")) {
      // Marched on, out of.
      place += 8;
    } else if (reading.says(at, "THROUGH")) {
      place += 3;
    } else if (reading.says(at, "OFF")) {
      place += 5;
    } else if (reading.says(at, "WITH")) {
      person += 2;
      organization += 2;
    } else if (reading.says(at, "FOR") && departed(at)) {
      place += 8;
    } else if (reading.says(at, "THE")) {
      organization += 6;
      // In the Karnali: rivers and regions have an article.
      place += reading.is(at - 1, Vocabulary.PLACE_PREPOSITION) && reading.follows(at) ? 4 : 0;
    } else if (reading.says(at, "OF") || reading.says(at, "FOR") || reading.says(at, "AT")) {
      if (reading.says(at, "OF") && vocabulary.in(WordClass.PLACE_OF_NOUN, earlier)) {
        place += 8;
      } else if (reading.at(at - 1, EntityType.TITLE) != null
          || reading.in(WordClass.ORG_OF_NOUN, at - 1)) {
        organization += 6;
      } else if (reading.is(at - 1, Vocabulary.GEO_POST)
          || reading.in(WordClass.HALF, at - 1)
          || vocabulary.in(WordClass.TOWN_NOUN, earlier)) {
        place += 8;
      } else if (reading.says(at, "OF") && vocabulary.in(WordClass.PERSON_OF_NOUN, earlier)) {
        person += 4;
      } else if (reading.says(at, "OF") && acronymOrParty(at - 1)) {
        // Hezb-i-Islami of Gulbuddin.
        person += 4;
      } else if (reading.at(at - 1, EntityType.PERSON) != null) {
        organization += reading.says(at, "OF") ? 6 : 0;
        place += 4;
      } else {
        place += 1;
      }
    } else if (reading.in(WordClass.ORG_NOUN_BEFORE, at)) {
      organization += 7;
    } else if (reading.in(WordClass.PERSON_VERB, at)) {
      person += 4;
    } else if (reading.in(WordClass.ORG_OWNER_VERB, at)) {
      organization += 5;
    } else if (reading.in(WordClass.PLACE_VERB, at)) {
      place += tokens.kind[Math.min(end, tokens.count - 1)] == Tokens.POSSESSIVE ? 0 : 7;
    } else if (reading.mark(at, '(') && reading.mark(end, ')') && represents(at - 1)) {
      // UK rep (Logan).
      person += 9;
    } else if (reading.mark(at, '(') && reading.at(at - 1, EntityType.LOCATION) == null) {
      organization += 2;
    }
  }

  /** Whether a body ends at the token that has a name of its own, not one of its country. */
  private boolean acronymOrParty(int i) {
    Mention body = reading.at(i, EntityType.ORGANIZATION);
    return body != null && !reading.is(i, Vocabulary.ORG_OF);
  }

  /** Whether a word names one who speaks for others, or a title stands there. */
  boolean represents(int i) {
    return reading.at(i, EntityType.TITLE) != null
        || reading.is(i, Vocabulary.ADDRESS)
        || reading.says(i, "REP");
  }

  /** The name behind the same preposition, where "and" joins the two. */
  private @Nullable Mention repeated(int preposition) {
    Mention before =
        reading.says(preposition - 1, "AND") && reading.follows(preposition)
            ? reading.at(preposition - 2)
            : null;
    return before != null
            && before.from > 0
            && tokens.key[before.from - 1] == tokens.key[preposition]
        ? before
        : null;
  }

  /** {@code from Ambo | to}. */
  private boolean ranged(int preposition) {
    Mention before = reading.at(preposition - 1, EntityType.LOCATION);
    return reading.follows(preposition)
        && before != null
        && reading.says(before.from - 1, "FROM")
        && reading.says(preposition, "TO");
  }

  /** A verb of moving before "to": went to, left Ambo for. */
  private boolean journey(int preposition) {
    return reading.follows(preposition)
        && (reading.in(WordClass.JOURNEY, preposition - 1) || departed(preposition));
  }

  private boolean departed(int preposition) {
    Mention before = reading.at(preposition - 1, EntityType.LOCATION);
    int verb = before == null ? preposition - 1 : before.from - 1;
    return reading.in(WordClass.DEPARTURE, verb) && reading.follows(preposition);
  }

  private void behind(int from, int end) {
    if (end >= tokens.count || tokens.gap[end] == Tokens.BREAK) {
      return;
    }
    if (tokens.kind[end] == Tokens.POSSESSIVE) {
      if (reading.in(WordClass.FIRM_PART, end + 1)) {
        organization += 5;
      } else if (reading.starting(end + 1, EntityType.PERSON) != null) {
        // The Unity Party's Oleg Varnakov.
        organization += 4;
      } else {
        person += 1;
      }
      return;
    }
    if (reading.mark(end, ',')) {
      apposition(end + 1);
    }
    if (tokens.kind[end] == Tokens.MARK) {
      // Midland, Michigan.
      if (reading.mark(end, ',') && reading.starting(end + 1, EntityType.LOCATION) != null) {
        place += 3;
      }
      return;
    }
    if (reading.starting(end, EntityType.TITLE) != null) {
      organization += 7;
    }
    if (tokens.kind[end] != Tokens.WORD) {
      return;
    }
    int next = tokens.word[end];
    if (reading.in(WordClass.RULE, end)) {
      person += 9;
    } else if (vocabulary.in(WordClass.ORG_NOUN, next)) {
      organization += 5;
    } else if (reading.in(WordClass.TOWN_NOUN, end) || reading.is(end, Vocabulary.GEO_POST)) {
      place += 8;
    } else if (vocabulary.in(WordClass.PLACE_NOUN, next)
        || reading.is(end, Vocabulary.NOUN) && reading.in(WordClass.PLACE_NOUN, end + 1)) {
      // The Chitung iron mine.
      place += reading.says(from - 1, "THE") ? 8 : 4;
    } else if (vocabulary.in(WordClass.ORG_VERB, next)) {
      organization += 4;
      person += 1;
    } else if (vocabulary.in(WordClass.PRESS_VERB, next)) {
      organization += 3;
      person += 1;
    } else if (vocabulary.in(WordClass.AUXILIARY, next)) {
      person += 1;
    } else if (vocabulary.in(WordClass.SAYING, next)) {
      person += 4;
    } else if (team(end)) {
      organization += 5;
    } else if (reading.is(end, Vocabulary.VERB | Vocabulary.SPEECH)
        || (reading.inflection(end) & Vocabulary.VERB) != 0 && !reading.is(end, Vocabulary.NOUN)) {
      person += 2;
    } else if (reading.says(end, "IN") && isTown(end + 1)) {
      // With Honecker in Moscow.
      person += 3;
    } else if (reading.says(end, "OF") && reading.is(end + 1, Vocabulary.WEEKDAY)) {
      organization += 6;
    }
    if (from > 0 && reading.says(end, "WHO")) {
      person += 6;
    }
    if (reading.says(end, "OF")
        && reading.starting(
                reading.says(end + 1, "THE") ? end + 2 : end + 1, EntityType.ORGANIZATION)
            != null) {
      // Halberstam of the New York Times.
      person += 6;
    }
  }

  private boolean isTown(int i) {
    Mention town = reading.starting(i, EntityType.LOCATION);
    return town != null && !town.country && town.certain;
  }

  /** Nouns in the plural that a name stands before as an adjective: CHROMALLOY NEGOTIATORS. */
  private boolean team(int i) {
    int last = tokens.end[i] - 1;
    int flags = tokens.flags[i] | reading.inflection(i);
    return (flags & (Vocabulary.NOUN | Vocabulary.VERB | Vocabulary.ORG_HEAD)) == Vocabulary.NOUN
        && tokens.end[i] - tokens.start[i] > 4
        && Character.toUpperCase(tokens.chars[last]) == 'S'
        && Character.toUpperCase(tokens.chars[last - 1]) != 'S';
  }

  /** {@code , a Taiwanese firm}: what it is said to be. */
  private void apposition(int at) {
    if (reading.in(WordClass.FIRM_DEED, at) && reading.says(at + 1, "BY")) {
      // Kumtor, owned by.
      organization += 6;
      return;
    }
    if (reading.says(at, "WHO")) {
      person += 6;
      return;
    }
    boolean article = reading.says(at, "A") || reading.says(at, "AN") || reading.says(at, "THE");
    if (!article && !(reading.word(at) && tokens.caps[at] && reading.english(at))) {
      return;
    }
    for (int i = article ? at + 1 : at; i < at + 5 && reading.word(i) && reading.follows(i); i++) {
      if (reading.is(i, Vocabulary.FUNCTION)) {
        return;
      }
      if (reading.in(WordClass.ORG_NOUN_BEFORE, i) || reading.is(i, Vocabulary.ORG_HEAD)) {
        // The leader of the party is no party.
        boolean owner = reading.starting(i + 1, EntityType.TITLE) != null || reading.english(i + 1);
        if (!article && !reading.mark(i + 1, ',')) {
          return;
        }
        organization +=
            reading.word(i + 1) && !reading.is(i + 1, Vocabulary.FUNCTION) && owner ? 0 : 8;
        return;
      }
      if (reading.in(WordClass.TOWN_NOUN, i)) {
        place += article || reading.mark(i + 1, ',') ? 8 : 0;
        return;
      }
    }
  }

  /** Names beside it in a list are of its kind. */
  private void list(int from, int end) {
    beside(listedBefore(from), !reading.mark(from - 1, ','));
    beside(listed(end), !reading.mark(end, ','));
  }

  private @Nullable Mention listedBefore(int from) {
    return reading.says(from - 1, "AND")
            || reading.says(from - 1, "OR")
            || reading.mark(from - 1, ',')
        ? reading.at(from - 2)
        : null;
  }

  /** The name behind {@code and}, {@code or} or a comma. */
  private @Nullable Mention listed(int end) {
    Mention right =
        reading.says(end, "AND") || reading.says(end, "OR") || reading.mark(end, ',')
            ? reading.at(end + 1)
            : null;
    return right != null && right.from == end + 1 ? right : null;
  }

  private void beside(@Nullable Mention other, boolean joined) {
    if (other == null) {
      return;
    }
    int weight = joined ? 4 : 3;
    if (other.type == EntityType.ORGANIZATION) {
      organization += weight + (others(other) ? 3 : 0);
    } else if (other.type == EntityType.LOCATION) {
      place += located(other) ? 8 : other.country ? 1 : weight;
    } else if (other.type == EntityType.PERSON) {
      person += 2;
    }
  }

  /** Alcan, | Alcoa: whether a body stands in a list behind or before another. */
  private boolean others(Mention body) {
    int before = body.from - 1;
    int behind = body.to;
    return (reading.mark(before, ',') || reading.says(before, "AND"))
            && reading.at(before - 1, EntityType.ORGANIZATION) != null
        || (reading.mark(behind, ',') || reading.says(behind, "AND"))
            && reading.starting(behind + 1, EntityType.ORGANIZATION) != null;
  }

  /**
   * {@code in} Nadi {@code and}, {@code holds} Kegalla: whether a list of places is said to be one.
   */
  private boolean located(Mention place) {
    Mention first = place;
    for (int i = 0; i < LONGEST_LIST && first != null; i++) {
      if (reading.follows(first.from)
          && (reading.is(first.from - 1, Vocabulary.PLACE_PREPOSITION)
              || !first.country && reading.in(WordClass.PLACE_VERB, first.from - 1))) {
        return true;
      }
      first =
          reading.mark(first.from - 1, ',')
              ? reading.at(first.from - 2, EntityType.LOCATION)
              : null;
    }
    return false;
  }

  private void ending(int last) {
    int length = tokens.end[last] - tokens.start[last];
    if (tokens.kind[last] != Tokens.WORD || length < 5) {
      return;
    }
    if (ends(EntityType.PERSON, last)) {
      person += 3;
    } else if (Character.toUpperCase(tokens.chars[tokens.end[last] - 1]) == 'S'
        && requireNonNull(vocabulary.endings.get(EntityType.PERSON))
            .end(tokens.text, tokens.end[last] - 1)) {
      // The Fedoseyevs.
      person += 5;
    } else if (ends(EntityType.LOCATION, last)) {
      place += 4;
    } else if (ends(EntityType.ORGANIZATION, last)
        || tokens.text.regionMatches(true, tokens.start[last], "PETRO", 0, 5)
        || tokens.text.regionMatches(true, tokens.start[last], "ELECTRO", 0, 7)) {
      organization += 5;
    }
  }

  private boolean ends(EntityType type, int i) {
    return requireNonNull(vocabulary.endings.get(type)).end(tokens.text, tokens.end[i]);
  }
}
