package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Tells whether words that the vocabulary has as a name are meant as one where they stand: Nice,
 * Shell and Reading are ordinary words, too, and Lagos and Santiago persons. In mixed case by how
 * they are written, in capitals by the words around them. Changes nothing.
 */
final class NameSense {
  private final Reading reading;
  private final Tokens tokens;
  private final Vocabulary vocabulary;

  /** Whether the text in capitals writes U.S. with periods. */
  private final boolean periods;

  NameSense(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.vocabulary = reading.vocabulary;
    this.periods = reading.tokens.text.contains("U.S.");
  }

  /** Whether the name is meant by tokens {@code from} to {@code to}, exclusive. */
  boolean accepts(Phrases.Name name, int from, int to) {
    boolean unsure =
        name.type() == EntityType.LOCATION
            && name.post() == null
            && !name.country()
            && !name.strong()
            && !sure(from, to);
    boolean family =
        name.type() == EntityType.ORGANIZATION
            && reading.is(from, Vocabulary.PARTICLE)
            && reading.hyphenated(from)
            && reading.follows(from)
            && (stranger(from - 1) || reading.is(from - 1, Vocabulary.GIVEN | Vocabulary.SURNAME))
            && !reading.english(from - 1);
    if (unsure || family || article(name, from, to) || to == from + 1 && partly(name, from)) {
      return false;
    }
    if (!tokens.caps[from]) {
      return acceptedByCase(name, from, to);
    }
    if (to > from + 1) {
      return name.strong() || !small(from, to);
    }
    if (name.strong()) {
      return (!reading.says(from, "US") || !pronoun(from)) && !(name.country() && called(from));
    }
    return switch (name.type()) {
      case ORGANIZATION -> bodyInCapitals(name, from);
      case LOCATION -> placeInCapitals(name, from);
      default -> !ordinary(from) || strategic(from);
    };
  }

  /** SALT while it was negotiated: in a cable of the time it is seldom the mineral. */
  private boolean strategic(int i) {
    return reading.says(i, "SALT")
        && reading.year >= 1969
        && reading.year <= 1980
        && !reading.says(i - 1, "OF")
        && !reading.says(i - 1, "AND")
        && !reading.says(i + 1, "WATER")
        && !reading.is(i + 1, Vocabulary.ORG_HEAD);
  }

  /** A name that begins with an article which belongs to the sentence: The Netherlands. */
  private boolean article(Phrases.Name name, int from, int to) {
    if (!reading.says(from, "THE")) {
      return false;
    }
    if (name.type() == EntityType.LOCATION) {
      return !reading.says(from + 1, "HAGUE");
    }
    // The Independent, but not the Independent Electoral Commission.
    return name.type() == EntityType.ORGANIZATION
        && (tokens.caps[from]
            || reading.sentenceStart(from)
            || reading.word(to) && reading.capital(to) && reading.follows(to));
  }

  /** Whether a name of one word is part of something else: a make, a person, a party's meeting. */
  private boolean partly(Phrases.Name name, int from) {
    return reading.model(from) && name.acronym()
        || name.type() == EntityType.ORGANIZATION && titled(from)
        || surnamed(name, from)
        || reading.initials(from)
        || reading.syllables(from + 1)
        || reading.syllables(from)
        || reading.syllables(from - 2)
        || reading.partyCongress(from, from)
        || name.type() == EntityType.LOCATION
            && reading.is(from, Vocabulary.PARTICLE)
            && reading.word(from + 1)
            && reading.capital(from + 1)
            && !reading.english(from + 1)
        || !name.acronym()
            && !name.country()
            && name.type() != EntityType.TREATY
            && name.type() != EntityType.OTHER
            && within(name, from, from + 1);
  }

  /**
   * CDA, MININT ROCAMORA: a title that is written as a body is; and VICE FONMIN | RAFI, a name of
   * persons behind one.
   */
  private boolean titled(int from) {
    boolean title = (tokens.starts[from] & Vocabulary.HEAD) != 0;
    boolean behind =
        reading.follows(from)
            && (tokens.starts[from - 1] & Vocabulary.HEAD) != 0
            && (reading.is(from + 1, Vocabulary.SPEECH)
                || reading.is(from, Vocabulary.GIVEN) && !stranger(from + 1));
    return title && (stranger(from + 1) || reading.in(WordClass.TITLE_SHORT, from)) || behind;
  }

  /**
   * DANIEL | MOI, IDA | NUDEL, and CAR where no text speaks of Central Africa: acronyms by chance.
   */
  private boolean surnamed(Phrases.Name name, int from) {
    if (!tokens.caps[from] || !name.acronym()) {
      return false;
    }
    return reading.says(from, "CAR") && !tokens.text.contains("CENTRAL AFRICAN")
        || reading.is(from, Vocabulary.GIVEN) && stranger(from + 1)
        || name.type() == EntityType.ORGANIZATION
            && reading.follows(from)
            && reading.is(from - 1, Vocabulary.GIVEN)
            && reading.free(from - 1)
            && !reading.english(from - 1);
  }

  /** Whether a word in capitals that may be the name of a body is one. */
  private boolean bodyInCapitals(Phrases.Name name, int from) {
    int to = from + 1;
    int flags = tokens.flags[from];
    boolean function = (flags & Vocabulary.FUNCTION) != 0;
    if (!function && (name.acronym() ? heads(from) || joins(from) : listed(from))) {
      return true;
    }
    if (name.acronym()
        && !function
        && (tokens.starts[from] & Vocabulary.HEAD) == 0
        && acts(from)
        && !reading.in(WordClass.ACRONYM_BY_CHANCE, from)) {
      return true;
    }
    if (!name.acronym()
        && (flags & Vocabulary.ENGLISH) != 0
        && reading.word(to)
        && reading.is(to, Vocabulary.FUNCTION)
        && !reading.is(to, Vocabulary.SPEECH)) {
      // The reliance on, not the firm.
      return false;
    }
    if (tokens.end[from] - tokens.start[from] <= 2) {
      return reading.follows(to) && (tokens.starts[to] & Vocabulary.HEAD) != 0
          || reading.in(WordClass.ORG_NOUN, to)
          || !function && reading.in(WordClass.PERSON_VERB, from - 1) && reading.follows(from)
          || reading.in(WordClass.ORG_OF_TWO_LETTERS, from)
          || name.acronym() && to < tokens.count && tokens.kind[to] == Tokens.POSSESSIVE
          || !function && acts(from);
    }
    if (reading.in(WordClass.FOREIGN_JOINT, to)
        && !reading.is(to, Vocabulary.FUNCTION)
        && reading.follows(to)) {
      // Shell de Venezuela.
      return true;
    }
    if (name.acronym() && !function && reading.follows(to) && owns(to) && !done(from)) {
      return true;
    }
    if (name.acronym() && reading.in(WordClass.GOVERNMENT_VERB, from)) {
      // GOT WILL, GOT'S: the verb cannot stand here.
      return reading.in(WordClass.AUXILIARY, to)
          || reading.says(from - 1, "THE")
          || reading.says(from - 1, "OF")
          || to < tokens.count && tokens.kind[to] == Tokens.POSSESSIVE;
    }
    return !ordinary(from);
  }

  /** TACA | CUT | FLIGHTS: a verb behind him who does it. */
  private boolean done(int i) {
    return reading.follows(i)
        && reading.is(i, Vocabulary.VERB)
        && reading.is(i, Vocabulary.COMMON)
        && (reading.at(i - 1) != null || tokens.kind[i - 1] == Tokens.WORD && stranger(i - 1));
  }

  /** AD BACKED, PS GETS: letters that open a sentence, before a verb. */
  private boolean acts(int i) {
    int verb = i + 1;
    return reading.sentenceStart(i)
        && !reading.initial(i)
        && reading.follows(verb)
        && reading.word(verb)
        && (reading.is(verb, Vocabulary.SPEECH)
            || reading.in(WordClass.AUXILIARY, verb)
            || !reading.is(verb, Vocabulary.FUNCTION | Vocabulary.VERB | Vocabulary.SURNAME)
                && (reading.inflection(verb) & Vocabulary.VERB) != 0);
  }

  /** EXXON AND | SHELL, | GULF, MOBIL AND: whether the word is joined to a body. */
  private boolean listed(int i) {
    if (besideBody(i)) {
      return joins(i);
    }
    return (reading.says(i + 1, "AND") || reading.mark(i + 1, ',')) && bodyStarts(i + 2, false);
  }

  private boolean besideBody(int i) {
    return (reading.says(i - 1, "AND") || reading.mark(i - 1, ','))
        && reading.at(i - 2, EntityType.ORGANIZATION) != null;
  }

  /** PRI AND | PAN WILL: whether the word is the next of a list of bodies. */
  private boolean joins(int i) {
    return besideBody(i)
        && (!reading.word(i + 1)
            || reading.is(i + 1, Vocabulary.FUNCTION | Vocabulary.SPEECH)
            || reading.says(i - 1, "AND") && !reading.is(i, Vocabulary.VERB));
  }

  /**
   * {@code CARE AND} CATHOLIC RELIEF SERVICES, {@code CARE,} OXFAM: an acronym that opens a clause,
   * and a body.
   */
  private boolean heads(int i) {
    boolean opens =
        reading.sentenceStart(i)
            || reading.mark(i - 1, ';')
            || reading.says(i - 1, "THAT")
            || reading.says(i - 1, "SAYS")
            || reading.says(i - 1, "SAID");
    return opens
        && (reading.says(i + 1, "AND") || reading.mark(i + 1, ','))
        && bodyStarts(i + 2, true);
  }

  /** Whether a body that is no ordinary word is named from the token on. */
  private boolean bodyStarts(int i, boolean acronyms) {
    int node = 0;
    int at = i;
    while (reading.word(at) && (reading.follows(at) || reading.mark(at - 1, '-'))) {
      node = vocabulary.phrases.step(node, tokens.word[at]);
      if (node < 0) {
        return false;
      }
      for (Phrases.Name name : vocabulary.phrases.at(node)) {
        if (name.type() == EntityType.ORGANIZATION
            && (acronyms || !name.acronym())
            && (at > i || !reading.english(at))) {
          return true;
        }
      }
      at += reading.hyphenated(at) ? 2 : 1;
    }
    return false;
  }

  /** Whether a word says that a body stands before it: AID director, FAN troops. */
  private boolean owns(int i) {
    boolean titled =
        (tokens.starts[i] & Vocabulary.HEAD) != 0
            || reading.is(i, Vocabulary.TITLE_MODIFIER)
                && (tokens.starts[i + 1 < tokens.count ? i + 1 : i] & Vocabulary.HEAD) != 0;
    return titled && !reading.is(i, Vocabulary.FUNCTION)
        || reading.in(WordClass.ORG_NOUN, i)
        || reading.in(WordClass.ORG_PART, i);
  }

  /** Whether a word in capitals that may be the name of a place is one. */
  private boolean placeInCapitals(Phrases.Name name, int from) {
    int to = from + 1;
    int flags = tokens.flags[from];
    if (reading.in(WordClass.FAMOUS_PLACE, from)) {
      return true;
    }
    if ((flags & (Vocabulary.COMMON | Vocabulary.FUNCTION)) == Vocabulary.COMMON) {
      // In Hue and Danang, near Nice.
      if (name.post() != null && (reading.mark(to, ',') || reading.says(to, "AND"))) {
        // Hue, Danang and.
        return placeStarts(to + 1);
      }
      return name.post() != null
          && !reading.in(WordClass.NUMBERED, from)
          && reading.is(from - 1, Vocabulary.PLACE_PREPOSITION)
          && !reading.says(from - 1, "AT")
          && (!reading.word(to) || reading.is(to, Vocabulary.FUNCTION));
    }
    if (ordinary(from)) {
      return false;
    }
    if (personal(from)) {
      // Pereira de Moura.
      boolean particled = reading.in(WordClass.FOREIGN_JOINT, to) && stranger(to + 1);
      boolean town = name.post() != null && !name.post().isEmpty();
      return placed(from) && (town || !called(from)) || known(name, from) && !particled;
    }
    return tokens.end[from] - tokens.start[from] > 3
        || placed(from)
        || name.acronym()
        || name.post() != null;
  }

  /** Whether a word that is a place and no ordinary word stands here. */
  private boolean placeStarts(int i) {
    if (!reading.word(i) || (tokens.starts[i] & Vocabulary.NAME) == 0 || reading.english(i)) {
      return false;
    }
    for (Phrases.Name name : vocabulary.phrases.at(vocabulary.phrases.step(0, tokens.word[i]))) {
      if (name.type() == EntityType.LOCATION && !name.country()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word in capitals is more often an ordinary one. */
  private boolean ordinary(int i) {
    int flags = tokens.flags[i];
    return (flags & (Vocabulary.COMMON | Vocabulary.FUNCTION)) != 0
        || (flags & Vocabulary.ENGLISH) != 0 && (flags & Vocabulary.VERB) != 0
        || (reading.inflection(i) & Vocabulary.COMMON) != 0;
  }

  private boolean personal(int i) {
    return reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME | Vocabulary.PARTICLE);
  }

  /** Whether a name is written as one where case shows it. */
  private boolean acceptedByCase(Phrases.Name name, int from, int to) {
    boolean article = reading.is(from, Vocabulary.PARTICLE) && reading.hyphenated(from);
    if (!reading.capital(article ? from + 2 : from)) {
      // Neither a word in small letters nor what follows an article: al-Shabaab.
      return false;
    }
    for (int i = from; i < to; i++) {
      if (tokens.kind[i] == Tokens.WORD
          && !reading.capital(i)
          && !reading.is(i, Vocabulary.FUNCTION | Vocabulary.PARTICLE | Vocabulary.GEO_POST)
          && !reading.mark(i - 1, '-')) {
        return false;
      }
    }
    boolean single = to == from + 1;
    if (name.acronym() && single) {
      return tokens.shape[from] == Tokens.UPPER
          || tokens.shape[from] == Tokens.CAMEL
          || spoken(name, from);
    }
    if (!single || name.strong()) {
      return true;
    }
    boolean place = name.type() == EntityType.LOCATION;
    if (reading.sentenceStart(from)
        && !(place && reading.in(WordClass.FAMOUS_PLACE, from))
        && reading.is(from, Vocabulary.COMMON | Vocabulary.FUNCTION)) {
      return false;
    }
    return !(place && personal(from)) || placed(from) || known(name, from);
  }

  /** Tass, Sabena: an acronym that is spoken as a word, and written as a name. */
  private boolean spoken(Phrases.Name name, int i) {
    return name.type() == EntityType.ORGANIZATION
        && tokens.shape[i] == Tokens.TITLE
        && tokens.end[i] - tokens.start[i] > 3
        && (tokens.starts[i] & Vocabulary.ANY_NAME) != Vocabulary.TOWN
        && !reading.english(i)
        && !reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME | Vocabulary.DEMONYM);
  }

  /**
   * Karl Heinz Loescher, Rada Trajkov: what else is the name of a firm or a town, within that of a
   * person. Where a place is expected, a town may stand before a stranger: in Moscow Grishin said.
   */
  private boolean within(Phrases.Name name, int from, int to) {
    boolean place = name.type() == EntityType.LOCATION;
    boolean before =
        reading.follows(from)
            && reading.word(from - 1)
            && reading.free(from - 1)
            && (reading.is(from - 1, Vocabulary.GIVEN)
                    && reading.capital(from - 1)
                    && !reading.is(from - 1, Vocabulary.COMMON | Vocabulary.FUNCTION)
                || stranger(from - 1));
    boolean tied =
        articled(from)
            && reading.follows(from - 2)
            && (stranger(from - 3) || reading.is(from - 3, Vocabulary.GIVEN));
    return before
        || tied
        || stranger(to) && !(place && (placed(from) || name.post() != null && headed(to)));
  }

  /** A stranger behind whom a word of saying stands: London Gazette, but Moscow Grishin said. */
  private boolean headed(int i) {
    return reading.is(i + 1, Vocabulary.SPEECH);
  }

  /** THIS DAY: a name of two words that are anything but rare. */
  private boolean small(int from, int to) {
    return to == from + 2
        && reading.is(from, Vocabulary.FUNCTION)
        && reading.is(from + 1, Vocabulary.FUNCTION | Vocabulary.COMMON)
        && !reading.is(from + 1, Vocabulary.ORG_HEAD | Vocabulary.ORG_MODIFIER);
  }

  /** Whether the words around a place of little fame say that it is one. */
  private boolean sure(int from, int to) {
    if (reading.is(from - 1, Vocabulary.PLACE_PREPOSITION)) {
      return true;
    }
    if (to == from + 1) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME)) {
        return false;
      }
    }
    return true;
  }

  boolean stranger(int i) {
    return reading.word(i)
        && reading.follows(i)
        && reading.capital(i)
        && (tokens.starts[i] & Vocabulary.ANY_NAME) == 0
        && !reading.english(i);
  }

  /**
   * To | Salvador | Allende, but in Salvador Allende: a place that is the given name of a person.
   */
  private boolean called(int i) {
    return reading.is(i, Vocabulary.GIVEN)
        && stranger(i + 1)
        && !reading.is(i - 1, Vocabulary.PLACE_PREPOSITION);
  }

  /** Whether a place is so well known that it stands against persons of its name. */
  private boolean known(Phrases.Name name, int i) {
    return name.post() != null
        && !reading.is(i, Vocabulary.PARTICLE)
        && (!reading.is(i, Vocabulary.GIVEN) || single(i));
  }

  /** Whether no other part of the name of a person stands beside a given name: called Riyadh. */
  private boolean single(int i) {
    boolean surname =
        reading.follows(i + 1)
            && reading.word(i + 1)
            && reading.capital(i + 1)
            && (!reading.english(i + 1) || reading.is(i + 1, Vocabulary.SURNAME));
    boolean announced =
        reading.follows(i)
            && (reading.is(i - 1, Vocabulary.GIVEN | Vocabulary.ADDRESS)
                || (tokens.starts[i - 1] & Vocabulary.HEAD) != 0);
    return !surname && !announced && !reading.mark(i + 1, '-') && !reading.mark(i - 1, '-');
  }

  /** Whether words before or after say that a place is meant. */
  private boolean placed(int i) {
    return reading.is(i - 1, Vocabulary.PLACE_PREPOSITION | Vocabulary.MOTION)
        || reading.says(i - 1, "OF")
        || reading.in(WordClass.PLACE_VERB, i - 1) && !stranger(i + 1);
  }

  /** Whether US in capitals is "us": behind a verb of telling, not before a noun. */
  private boolean pronoun(int i) {
    if (i == 0 || reading.says(i - 1, "THE")) {
      return false;
    }
    if (reading.says(i - 1, "OF") && reading.in(WordClass.QUANTIFIER, i - 2)) {
      return true;
    }
    // Where the writer puts periods into the country, the word without them is the pronoun.
    if (reading.says(i + 1, "TO") || reading.says(i + 1, "THAT") || periods) {
      return true;
    }
    boolean told =
        reading.is(i - 1, Vocabulary.SPEECH)
                && !reading.says(i - 1, "HAS")
                && !reading.says(i - 1, "IS")
            || reading.in(WordClass.PRONOUN_BEFORE, i - 1);
    return told
        && (i + 1 >= tokens.count
            || tokens.kind[i + 1] == Tokens.MARK
            || tokens.kind[i + 1] == Tokens.NUMBER
            || reading.is(i + 1, Vocabulary.FUNCTION | Vocabulary.MONTH)
            || reading.word(i + 1)
                && !reading.is(i + 1, Vocabulary.DEMONYM)
                && !reading.english(i + 1));
  }

  /** {@code Al-|Dawa}: an article that is tied to the name. */
  boolean articled(int i) {
    return reading.mark(i - 1, '-')
        && tokens.gap[i] == Tokens.NONE
        && tokens.gap[i - 1] == Tokens.NONE
        && reading.is(i - 2, Vocabulary.PARTICLE)
        && reading.free(i - 2);
  }
}
