package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * What one text has taught: a surname met with a title or a given name, an acronym that was
 * explained, a place, label their later and earlier mentions that stand alone. Mentions that rest
 * on a guess take the type that most of them have.
 */
final class Memory {
  private static final class Votes {
    int person;
    int organization;
    int location;
    boolean explained;

    /** Whether a particle stands before it, which is not a hyphen's: van Agt. */
    boolean particle;

    /** Whether a given name stands before it. */
    boolean named;

    /** Whether it is an acronym the vocabulary knows. */
    boolean acronym;

    /** Whether it is the first word of a firm. */
    boolean firm;

    EntityType most() {
      if (explained) {
        return EntityType.ORGANIZATION;
      }
      if (person >= organization && person >= location) {
        return EntityType.PERSON;
      }
      return organization >= location ? EntityType.ORGANIZATION : EntityType.LOCATION;
    }
  }

  private final Reading reading;
  private final Tokens tokens;
  private final KeyMap<Votes> votes = new KeyMap<>();

  /** A bit for each word with votes, at a place its key tells: dismisses most other words. */
  private final long[] voted = new long[16];

  Memory(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  void read() {
    for (Mention mention : reading.mentions) {
      if (!mention.dropped) {
        learn(mention);
      }
    }
    if (votes.isEmpty()) {
      return;
    }
    for (int i = 0; i < reading.mentions.size(); i++) {
      Mention mention = reading.mentions.get(i);
      if (!mention.dropped) {
        correct(mention);
      }
    }
    for (int i = 0; i < tokens.count; i++) {
      long key = tokens.key[i];
      if ((voted[(int) (key >>> 60)] & bit(key)) == 0
          || tokens.shape[i] == Tokens.LOWER
          || (tokens.flags[i] & Vocabulary.FUNCTION) != 0
          || tokens.kind[i] != Tokens.WORD
          || tokens.end[i] - tokens.start[i] < 2
          || reading.zone[i] == Reading.Zone.REFERENCES) {
        continue;
      }
      Votes told = votes.get(key);
      if (told != null) {
        apply(i, told);
      }
    }
  }

  private void learn(Mention mention) {
    // A guess counts once, however often it was made: its mentions were weighed together.
    int weight = mention.certain ? 6 : 2;
    boolean guess = !mention.certain;
    int words = 0;
    int last = mention.from;
    for (int i = mention.from; i < mention.to; i++) {
      if (tokens.kind[i] == Tokens.WORD && !reading.is(i, Vocabulary.SUFFIX)) {
        words++;
        last = i;
      }
    }
    if (mention.type == EntityType.PERSON) {
      Votes told = vote(last);
      told.person = guess ? Math.max(told.person, weight) : told.person + weight;
      told.named |= words > 1 && mention.certain && reading.is(mention.from, Vocabulary.GIVEN);
      told.particle |= last > mention.from && reading.is(last - 1, Vocabulary.PARTICLE);
      if (words > 1 && reading.syllables(mention.from + 1)) {
        // Shin Hyon-hwak is Shin.
        vote(mention.from).person += weight;
      }
      // Where given names come last (Nguyen Van Lang, Kim Il Sung), the first word may stand alone;
      // so may any word but a given name or a particle.
      for (int i = mention.from; i < last; i++) {
        if (tokens.kind[i] == Tokens.WORD
            && words > 1
            && tokens.end[i] - tokens.start[i] > 2
            && !reading.is(i, Vocabulary.PARTICLE | Vocabulary.COMMON | Vocabulary.FUNCTION)
            && !reading.initial(i)) {
          vote(i).person += 1;
        }
      }
    }
    if (words > 2 && mention.type == EntityType.ORGANIZATION) {
      learnInitials(mention);
    }
    if (words > 1 && mention.type == EntityType.ORGANIZATION && firm(mention, last)) {
      Votes told = vote(mention.from);
      told.organization += 3;
      told.firm = true;
    } else if (words == 1 && mention.type == EntityType.ORGANIZATION) {
      Votes told = vote(last);
      told.organization = guess ? Math.max(told.organization, weight) : told.organization + weight;
      told.explained |= mention.explained;
      told.acronym |= mention.normal != null;
    } else if (words == 1 && mention.type == EntityType.LOCATION) {
      Votes told = vote(last);
      told.location = guess ? Math.max(told.location, weight) : told.location + weight;
    }
  }

  /** {@code National Administrative Reform Council}: NARC elsewhere in the text is its acronym. */
  private void learnInitials(Mention mention) {
    long key = WordTable.EMPTY;
    int letters = 0;
    for (int i = mention.from; i < mention.to; i++) {
      if (reading.word(i) && !reading.is(i, Vocabulary.FUNCTION)) {
        key = WordTable.extend(key, tokens.chars[tokens.start[i]]);
        letters++;
      }
    }
    boolean ordinary =
        (WordTable.flags(reading.vocabulary.words.entry(key))
                & (Vocabulary.COMMON | Vocabulary.GIVEN | Vocabulary.SURNAME))
            != 0;
    if (letters > 2 && !ordinary) {
      Votes told = vote(key);
      told.organization += 12;
      told.explained = true;
    }
  }

  /** Whether a firm may be called by its first word: Heritage | Oil and Gas. */
  private boolean firm(Mention mention, int last) {
    int first = mention.from;
    return reading.word(first)
        && first < last
        && tokens.end[first] - tokens.start[first] > 3
        && (tokens.caps[first] ? !reading.english(first) : tokens.shape[first] == Tokens.TITLE)
        && !reading.is(
            first,
            Vocabulary.FUNCTION
                | Vocabulary.DEMONYM
                | Vocabulary.ORG_MODIFIER
                | Vocabulary.PORTFOLIO
                | Vocabulary.ORG_HEAD
                | Vocabulary.FOREIGN_HEAD
                | Vocabulary.NOT_NAME)
        && reading.in(WordClass.FIRM_LAST, last);
  }

  /**
   * A person of whom the text tells elsewhere is no town of that name, nor part of the name of a
   * body: the HABEEB mission.
   */
  private void correct(Mention mention) {
    if (pair(mention)) {
      reading.drop(mention);
      reading.put(EntityType.PERSON, mention.from, mention.from + 1).certain = true;
      reading.put(EntityType.PERSON, mention.to - 1, mention.to).certain = true;
      return;
    }
    int last = mention.to - 1;
    boolean town =
        mention.type == EntityType.LOCATION
            && mention.from == last
            && !mention.country
            && !reading.is(last - 1, Vocabulary.PLACE_PREPOSITION | Vocabulary.MOTION);
    boolean party =
        mention.type == EntityType.ORGANIZATION
            && last > mention.from
            && reading.in(WordClass.ORG_PART, last)
            && tokens.gap[last] < Tokens.BREAK;
    boolean feature =
        mention.type == EntityType.LOCATION
            && !mention.certain
            && last == mention.from + 1
            && !reading.english(mention.from);
    boolean surname =
        mention.type == EntityType.ORGANIZATION
            && mention.from == last
            && !mention.explained
            && tokens.caps[last];
    if (surname) {
      Votes told = votes.get(tokens.key[last]);
      boolean met =
          told != null
              && told.person >= 6
              && told.person >= told.organization
              && (reading.is(last, Vocabulary.GIVEN | Vocabulary.SURNAME)
                  || mention.normal == null);
      if (told != null && (told.named || met) && !told.explained) {
        reading.drop(mention);
        reading.put(EntityType.PERSON, last, last + 1).certain = true;
      }
      return;
    }
    if (!town && !party && !feature) {
      return;
    }
    int name = party ? last - 1 : last;
    Votes told = votes.get(tokens.key[name]);
    if (told == null || told.person < 6 || !party && told.person < told.location) {
      return;
    }
    for (int i = mention.from; i <= name; i++) {
      if (!reading.word(i) || reading.english(i)) {
        return;
      }
    }
    reading.drop(mention);
    reading.put(EntityType.PERSON, mention.from, name + 1).certain = true;
  }

  /** TOLD FRANK, TO FRANK THAT: where a person is spoken to or of, and no noun follows. */
  private boolean addressed(int i) {
    boolean before =
        reading.in(WordClass.PERSON_VERB, i - 1)
            || reading.says(i - 1, "TO")
            || reading.says(i - 1, "WITH")
            || reading.says(i - 1, "FROM")
            || reading.says(i - 1, "BY");
    boolean alone =
        !reading.word(i + 1)
            || reading.is(i + 1, Vocabulary.FUNCTION) && !reading.says(i + 1, "OF");
    return before && alone && reading.follows(i);
  }

  /** {@code Vance-Gromyko} talks: two persons. */
  private boolean pair(Mention mention) {
    return (mention.type == EntityType.PERSON || !mention.certain)
        && mention.to - mention.from == 3
        && reading.mark(mention.from + 1, '-')
        && reading.follows(mention.to)
        && reading.in(WordClass.BETWEEN_TWO, mention.to);
  }

  private Votes vote(int i) {
    return vote(tokens.key[i]);
  }

  private Votes vote(long key) {
    Votes given = votes.get(key);
    if (given == null) {
      given = new Votes();
      votes.put(key, given);
      voted[(int) (key >>> 60)] |= bit(key);
    }
    return given;
  }

  private static long bit(long key) {
    return 1L << (key >>> 54);
  }

  private void apply(int i, Votes told) {
    Mention there = reading.at(i);
    if (there != null
        && told.explained
        && there.type == EntityType.LOCATION
        && there.to - there.from == 1
        && tokens.shape[i] == Tokens.UPPER) {
      // An acronym that the cable explains is no place of that name.
      there.type = EntityType.ORGANIZATION;
      there.normal = null;
      return;
    }
    if (there != null
        && (there.certain
            || there.to - there.from > 1
            || there.type == EntityType.TITLE
            || there.type == EntityType.DATE
            || there.type == EntityType.CABLE_REFERENCE
            || there.type == EntityType.TREATY)) {
      return;
    }
    if (there != null) {
      there.type = told.most();
      return;
    }
    if (reading.blocked[i]
        || reading.is(i, Vocabulary.MONTH | Vocabulary.DEMONYM)
        || reading.is(i, Vocabulary.ABBREVIATION) && tokens.isMark(i + 1, '.')) {
      return;
    }
    EntityType type = told.most();
    boolean ordinary = reading.english(i);
    boolean explained =
        type == EntityType.ORGANIZATION
            && told.organization
                >= (told.acronym && !reading.in(WordClass.ACRONYM_BY_CHANCE, i) ? 6 : 12)
            && tokens.shape[i] == Tokens.UPPER
            && !reading.is(i, Vocabulary.FUNCTION);
    boolean firm =
        told.firm
            && type == EntityType.ORGANIZATION
            && !tokens.caps[i]
            && tokens.shape[i] == Tokens.TITLE
            && !reading.sentenceStart(i)
            && !(reading.word(i + 1) && reading.capital(i + 1) && reading.follows(i + 1));
    if (ordinary
        && !explained
        && !firm
        && (type != EntityType.PERSON
            || told.person < 6
            || tokens.caps[i]
                && reading.is(i, Vocabulary.COMMON)
                && !(reading.says(i - 1, "AND") && reading.at(i - 2, EntityType.PERSON) != null)
                && !reading.is(i + 1, Vocabulary.SPEECH)
                && !addressed(i)
                && tokens.kind[Math.min(i + 1, tokens.count - 1)] != Tokens.POSSESSIVE
            || !tokens.caps[i]
                && reading.sentenceStart(i)
                && reading.is(i, Vocabulary.COMMON)
                && !reading.is(i + 1, Vocabulary.SPEECH))) {
      return;
    }
    if (type == EntityType.PERSON && told.person < 2) {
      return;
    }
    int from = i;
    // The article of an Arabic name belongs to it: al-Qamsh.
    if (type == EntityType.PERSON
        && i > 1
        && tokens.isMark(i - 1, '-')
        && tokens.gap[i] == Tokens.NONE
        && reading.is(i - 2, Vocabulary.PARTICLE)
        && reading.free(i - 2)) {
      from = i - 2;
    } else if (tokens.isMark(i - 1, '-')
        && tokens.gap[i] == Tokens.NONE
        && i > 1
        && reading.word(i - 2)
        && reading.free(i - 2)
        && !reading.english(i - 2)
        && type == EntityType.PERSON) {
      return;
    }
    while (type == EntityType.PERSON
        && told.particle
        && reading.follows(from)
        && reading.is(from - 1, Vocabulary.PARTICLE)
        && reading.capital(from - 1)
        && reading.free(from - 1)) {
      from--;
    }
    Mention before = from > 0 && reading.follows(from) ? reading.at(from - 1) : null;
    if (type == EntityType.PERSON
        && before != null
        && before.type == EntityType.PERSON
        && before.to - before.from == 1
        && reading.is(before.from, Vocabulary.GIVEN)) {
      // AMBASSADOR JANE | BROOK, of whom the text tells that BROOK is a surname.
      from = before.from;
    }
    Mention mention = reading.put(type, from, i + 1);
    mention.certain = told.person + told.organization + told.location >= 6;
  }
}
