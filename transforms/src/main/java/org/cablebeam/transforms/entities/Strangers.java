package org.cablebeam.transforms.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Decides about names the vocabulary does not know: words of no dictionary, and words with a
 * capital within a sentence. What speaks for a person, an organisation or a place is added up over
 * all mentions of a name, so that the place where it is plain what it names tells for the others.
 */
final class Strangers {
  /** The longest name, in words. */
  private static final int LONGEST = 6;

  private record Stranger(Mention mention, long key) {}

  private final Reading reading;
  private final Tokens tokens;
  private final PersonBounds persons;
  private final Spelling spelling;
  private final NameEvidence evidence;
  private final List<Stranger> strangers = new ArrayList<>();
  private final KeyMap<NameEvidence.Scores> scores = new KeyMap<>();

  /** How often the text has each word of no dictionary. */
  private final KeyMap<Integer> times = new KeyMap<>();

  Strangers(Reading reading, PersonBounds persons, Spelling spelling) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.persons = persons;
    this.spelling = spelling;
    this.evidence = new NameEvidence(reading, spelling);
  }

  void read() {
    int[] possible = new int[tokens.count];
    int count = 0;
    for (int i = 0; i < tokens.count; i++) {
      if (possible(i)) {
        possible[count++] = i;
        if (reading.free(i)) {
          times.put(tokens.key[i], times(i) + 1);
        }
      }
    }
    unknown(Arrays.copyOf(possible, count));
    for (Stranger stranger : strangers) {
      settle(stranger);
    }
    runs();
    for (Stranger stranger : strangers) {
      Mention mention = stranger.mention();
      NameEvidence.Scores found = scores.get(stranger.key());
      if (found != null) {
        scores.put(stranger.key(), found.plus(evidence.next(mention.from, mention.to)));
      }
    }
    for (Stranger stranger : strangers) {
      settle(stranger);
    }
  }

  private int times(int i) {
    Integer counted = times.get(tokens.key[i]);
    return counted == null ? 0 : counted;
  }

  /**
   * Whether a word is written as a name may be. Not so nearly all words of a text: ordinary ones,
   * and in mixed case those in small letters.
   */
  private boolean possible(int i) {
    int flags = tokens.flags[i];
    boolean written =
        (flags & Vocabulary.PARTICLE) != 0
            || (tokens.caps[i]
                ? (flags & Vocabulary.ENGLISH) == 0
                    || (flags & (Vocabulary.SURNAME | Vocabulary.COMMON)) == Vocabulary.SURNAME
                : tokens.shape[i] != Tokens.LOWER);
    return written && tokens.kind[i] == Tokens.WORD && reading.zone[i] != Reading.Zone.REFERENCES;
  }

  /** What is left of the words that may be names, in order: those that nothing has claimed. */
  private void unknown(int[] possible) {
    int next = 0;
    for (int i : possible) {
      if (i < next || !reading.free(i) || !candidate(i)) {
        continue;
      }
      boolean particled = tokens.caps[i] && reading.english(i) && particled(i);
      int end = persons.name(i, particled ? 2 : reading.is(i, Vocabulary.SURNAME) ? 1 : 0);
      if (end <= i) {
        if (spelling.acronym(i) && !sum(i) && !unit(i)) {
          reading.put(EntityType.ORGANIZATION, i, business(i, i + 1) ? i + 2 : i + 1);
        }
        continue;
      }
      int words = 0;
      long key = 0;
      for (int k = i; k < end; k++) {
        words += reading.word(k) ? 1 : 0;
        key = reading.word(k) ? key * 31 + tokens.key[k] : key;
      }
      if (reading.zone[i] == Reading.Zone.CLASSIFIED_BY && words < 2) {
        continue;
      }
      if (words == 1 && spelling.acronym(i) && (sum(i) || unit(i))) {
        continue;
      }
      Mention known = reading.follows(end) ? reading.starting(end, EntityType.PERSON) : null;
      Mention firm =
          reading.mark(i - 1, '-') && tokens.gap[i] == Tokens.NONE ? acronymBefore(i - 2) : null;
      if (known != null && tokens.gap[end] < Tokens.LINE && !reading.initial(end - 1)) {
        // Ibni | Oumar Saleh: an unknown name before a known one.
        end = known.to;
        reading.put(EntityType.PERSON, i, end).certain = true;
      } else if (firm != null) {
        reading.put(EntityType.ORGANIZATION, firm.from, end).normal = firm.normal;
      } else if (words == 1 && partner(end) != null) {
        end += 2;
        reading.put(EntityType.ORGANIZATION, i, end);
      } else if ((reading.says(end, "AND") || reading.mark(end, '&')) && house(end + 1)) {
        end += 2;
        reading.put(EntityType.ORGANIZATION, i, end);
      } else if (words == 1 && business(i, end)) {
        end++;
        reading.put(EntityType.ORGANIZATION, i, end).certain = true;
      } else if (reading.in(WordClass.FIRM_SUFFIX, end)
          && reading.follows(end)
          && reading.free(end)
          && tokens.shape[end] == Tokens.UPPER) {
        end++;
        reading.put(EntityType.ORGANIZATION, i, end).certain = true;
      } else if (words == 1 && branch(i)) {
        reading.put(EntityType.ORGANIZATION, i - 1, end);
      } else if (ofCountry(i, end)) {
        end = reading.mentions.get(reading.owner[end]).to;
        reading.put(EntityType.ORGANIZATION, i, end);
      } else if (titled(i, end) > end) {
        end = titled(i, end);
        reading.put(EntityType.ORGANIZATION, i, end);
      } else if (tokens.caps[i] && reading.english(i) && beside(i)) {
        reading.put(EntityType.PERSON, i, end).certain = true;
      } else {
        NameEvidence.Scores before = scores.get(key);
        if (before == null) {
          before = evidence.within(i, end, words == 1 && spelling.acronym(i));
        }
        NameEvidence.Scores found = before.plus(evidence.around(i, end));
        scores.put(key, found);
        int from = found.type() == EntityType.PERSON && particleBefore(i - 1) ? i - 1 : i;
        strangers.add(new Stranger(reading.put(found.type(), from, end), key));
      }
      next = end;
    }
  }

  /** {@code AES | Sonel}: a name with one capital right behind an acronym that does not speak. */
  private boolean branch(int i) {
    Mention firm = reading.at(i - 1, EntityType.ORGANIZATION);
    return firm != null
        && firm.from == i - 1
        && tokens.gap[i] == Tokens.BLANK
        && tokens.shape[i - 1] == Tokens.UPPER
        && tokens.shape[i] == Tokens.TITLE
        && !tokens.caps[i]
        && !reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME)
        && !reading.is(i + 1, Vocabulary.SPEECH)
        && !reading.mark(i + 1, ',');
  }

  /** {@code Surya Nepal}: a firm and the country where it works. */
  private boolean ofCountry(int from, int end) {
    Mention country = reading.starting(end, EntityType.LOCATION);
    return country != null
        && country.country
        && end == from + 1
        && (!tokens.caps[from] || opened(from) && reading.word(country.to))
        && reading.follows(end)
        && tokens.kind[Math.min(country.to, tokens.count - 1)] != Tokens.POSSESSIVE;
  }

  /** Whether a clause or a list begins at the token, so that the name belongs to what follows. */
  private boolean opened(int i) {
    return reading.sentenceStart(i)
        || reading.says(i - 1, "THAT")
        || reading.says(i - 1, "WHEN")
        || reading.says(i - 1, "OF")
        || reading.says(i - 1, "BY")
        || reading.says(i - 1, "AND");
  }

  /** {@code Heritiers | de la Justice}: the end of a name that goes on with a word of English. */
  private int titled(int from, int end) {
    int at = end;
    while (reading.follows(at) && reading.in(WordClass.FOREIGN_JOINT, at) && at < end + 2) {
      at++;
    }
    boolean named =
        at > end
            && at > from + 1
            && !tokens.caps[from]
            && tokens.shape[end] == Tokens.LOWER
            && reading.follows(at)
            && reading.word(at)
            && (reading.free(at) || reading.at(at, EntityType.TITLE) != null)
            && tokens.shape[at] == Tokens.TITLE;
    return named ? at + 1 : end;
  }

  /** {@code de | Gaulle}: a particle that no name goes before. */
  private boolean particleBefore(int i) {
    return reading.free(i)
        && (tokens.shape[i] == Tokens.LOWER || tokens.caps[i])
        && (reading.says(i, "DE") || reading.says(i, "VAN") || reading.says(i, "VON"))
        && reading.follows(i + 1)
        && !(i > 0 && !tokens.caps[i] && reading.word(i - 1) && reading.capital(i - 1));
  }

  /** {@code Centerra | Gold}: an unknown name and what a firm does, written as a name. */
  private boolean business(int i, int end) {
    return !tokens.caps[i]
        && reading.in(WordClass.FIRM_LAST, end)
        && reading.follows(end)
        && reading.free(end)
        && tokens.shape[end] == Tokens.TITLE
        && !reading.is(i, Vocabulary.GIVEN)
        && !(reading.word(end + 1) && reading.capital(end + 1) && reading.follows(end + 1));
  }

  /** {@code UFDD-Fondamentale}, {@code Bechtel-Enka}: a wing of a party, a partner of a firm. */
  private @Nullable Mention acronymBefore(int i) {
    Mention mention = reading.at(i, EntityType.ORGANIZATION);
    return mention != null && mention.to - mention.from == 1 ? mention : null;
  }

  /** {@code Pullman-|Kellogg}: the firm that a hyphen ties to an unknown name. */
  private @Nullable Mention partner(int hyphen) {
    Mention firm =
        reading.mark(hyphen, '-')
                && tokens.gap[hyphen] == Tokens.NONE
                && hyphen + 1 < tokens.count
                && tokens.gap[hyphen + 1] == Tokens.NONE
            ? reading.starting(hyphen + 1, EntityType.ORGANIZATION)
            : null;
    return firm != null && firm.to == hyphen + 2 ? firm : null;
  }

  /** The name is of the kind for which most speaks in the whole text. */
  private void settle(Stranger stranger) {
    Mention mention = stranger.mention();
    NameEvidence.Scores found = scores.get(stranger.key());
    if (found != null && !mention.dropped) {
      mention.type = found.type();
      if (mention.type == EntityType.LOCATION) {
        mention.normal = country(mention);
      }
    }
  }

  private @Nullable String country(Mention mention) {
    int node = 0;
    for (int i = mention.from; i < mention.to && node >= 0; i++) {
      node = reading.word(i) ? reading.vocabulary.phrases.step(node, tokens.word[i]) : node;
    }
    if (node > 0) {
      for (Phrases.Name name : reading.vocabulary.phrases.at(node)) {
        if (name.type() == EntityType.LOCATION) {
          return reading.vocabulary.country(name, reading.year);
        }
      }
    }
    return null;
  }

  /** The tail of the name of a firm: {@code and Sons}. */
  private boolean house(int i) {
    return reading.word(i) && reading.capital(i) && reading.in(WordClass.FIRM_TAIL, i);
  }

  /**
   * Two or more words with capitals within a sentence that nothing has claimed: Global Witness.
   * What happens or is decided (Six-Party Talks, New Year) is no organisation.
   */
  private void runs() {
    for (int i = 1; i < tokens.count; i++) {
      if (!runs(i)) {
        continue;
      }
      boolean start = reading.sentenceStart(i);
      if (!start && reading.capital(i - 1) && reading.word(i - 1) && !reading.says(i - 1, "THE")) {
        continue;
      }
      int end = i + 1;
      while (runs(end) && tokens.gap[end] < Tokens.LINE + 1) {
        end++;
      }
      // A line of its own is a heading.
      boolean heading =
          tokens.gap[i] >= Tokens.LINE && (end >= tokens.count || tokens.gap[end] >= Tokens.LINE);
      boolean acts = !start || end < tokens.count && reading.word(end) && !heading;
      if (end - i > 1 && end - i < LONGEST && acts && (end >= tokens.count || !named(end))) {
        boolean place =
            reading.is(i - 1, Vocabulary.PLACE_PREPOSITION)
                || reading.is(end - 1, Vocabulary.GEO_POST);
        reading.put(place ? EntityType.LOCATION : EntityType.ORGANIZATION, i, end);
      }
      i = end - 1;
    }
  }

  private boolean runs(int i) {
    return i < tokens.count
        && !tokens.caps[i]
        && tokens.shape[i] == Tokens.TITLE
        && tokens.kind[i] == Tokens.WORD
        && tokens.gap[i] < Tokens.BREAK
        && reading.zone[i] == Reading.Zone.TEXT
        && reading.free(i)
        && tokens.end[i] - tokens.start[i] > 2
        && (tokens.flags[i]
                & (Vocabulary.FUNCTION
                    | Vocabulary.DEMONYM
                    | Vocabulary.MONTH
                    | Vocabulary.ADDRESS
                    | Vocabulary.TREATY_HEAD
                    | Vocabulary.NOT_NAME))
            == 0
        && (tokens.starts[i] & Vocabulary.HEAD) == 0
        && !reading.in(WordClass.EVENT, i);
  }

  /** Whether the word behind a run of capitals belongs to it and makes it no organisation. */
  private boolean named(int i) {
    return reading.word(i) && !tokens.caps[i] && reading.capital(i) && tokens.gap[i] < Tokens.BREAK
        || reading.mark(i, '-') && tokens.gap[i] == Tokens.NONE;
  }

  /** A rare English word that is a surname, where one is expected: RUSK WOULD, that ROTH's. */
  private boolean rare(int i) {
    int flags = tokens.flags[i] | reading.inflection(i);
    if ((flags & Vocabulary.COMMON) != 0 || (tokens.flags[i] & Vocabulary.SURNAME) == 0) {
      return false;
    }
    boolean acts =
        reading.follows(i + 1)
            && (reading.is(i + 1, Vocabulary.SPEECH)
                || tokens.kind[i + 1] == Tokens.POSSESSIVE
                || reading.mark(i + 1, ',') && reading.says(i + 2, "WHO"));
    boolean open =
        reading.sentenceStart(i)
            || reading.at(i - 1) != null
            || reading.in(WordClass.NAME_BEFORE, i - 1);
    return acts && open || beside(i);
  }

  /** FREEMAN AND STEVE GREEN: a surname that is joined to a person. */
  private boolean beside(int i) {
    return reading.says(i + 1, "AND")
        && reading.follows(i + 1)
        && reading.starting(i + 2, EntityType.PERSON) != null
        && tokens.kind[Math.max(0, i - 1)] != Tokens.NUMBER
        && (!reading.is(i - 1, Vocabulary.NOUN) || reading.is(i - 1, Vocabulary.VERB));
  }

  /** (KHLEST, STRULAC, OESER): a name beside the name of a person in a list. */
  private boolean listed(int i) {
    return reading.mark(i - 1, ',')
        && reading.at(i - 2, EntityType.PERSON) != null
        && (reading.mark(i + 1, ',') || reading.mark(i + 1, ')') || reading.says(i + 1, "AND"));
  }

  /** UK REP (| MOOREHEAD |): the name of one who was just called by an office. */
  private boolean represents(int i) {
    return reading.mark(i - 1, '(') && reading.mark(i + 1, ')') && evidence.represents(i - 2);
  }

  /** COMITEXTIL AND EURATOM: before a body of which the same is said. */
  private boolean beforeBody(int i) {
    return reading.says(i + 1, "AND")
        && reading.follows(i + 1)
        && reading.sentenceStart(i)
        && reading.starting(i + 2, EntityType.ORGANIZATION) != null;
  }

  /** AT CHIMBOTE AND | SUPE: behind a place where a place is expected. */
  private boolean amongPlaces(int i) {
    Mention place =
        reading.says(i - 1, "AND") || reading.mark(i - 1, ',')
            ? reading.at(i - 2, EntityType.LOCATION)
            : null;
    return place != null
        && !place.country
        && reading.is(place.from - 1, Vocabulary.PLACE_PREPOSITION);
  }

  /** COULD HLD, WIL BE, ANY EVZNT: where a verb or a noun stands, whatever its letters. */
  private boolean slip(int i) {
    boolean modal = reading.in(WordClass.MODAL, i - 1) && !reading.sentenceStart(i - 1);
    return reading.follows(i) && (modal || reading.says(i - 1, "ANY"))
        || reading.says(i + 1, "BE") && tokens.end[i] - tokens.start[i] < 5;
  }

  /** GAULLISM, DEMIRELIST: what is made of a name is none. */
  private boolean derived(int i) {
    int end = tokens.end[i];
    if (end - tokens.start[i] > 5 && upper(end - 1) == 'S') {
      end--;
    }
    return end - tokens.start[i] > 6
        && upper(end - 3) == 'I'
        && upper(end - 2) == 'S'
        && (upper(end - 1) == 'M' || upper(end - 1) == 'T');
  }

  private char upper(int at) {
    return Character.toUpperCase(tokens.chars[at]);
  }

  /** LOPES DA CRUZE: an ordinary word by chance, before a particle and a stranger. */
  private boolean particled(int i) {
    return (tokens.flags[i] & (Vocabulary.FUNCTION | Vocabulary.COMMON | Vocabulary.ORG_HEAD)) == 0
        && reading.is(i + 1, Vocabulary.PARTICLE)
        && reading.free(i + 1)
        && persons.strange(i + 2)
        && reading.follows(i + 1);
  }

  private boolean misspelt(int i) {
    return spelling.misspelt(i, Math.max(1, times(i)));
  }

  /** Letters with periods, as in U.A. and E.O., name nothing that is not known. */
  private boolean dotted(int i) {
    return tokens.end[i] - tokens.start[i] > 2 && tokens.chars[tokens.start[i] + 1] == '.';
  }

  /** CANBERRAS: several of a thing that is named after a place. */
  private boolean plural(int i) {
    int end = tokens.end[i] - 1;
    if (!tokens.caps[i]
        || end - tokens.start[i] < 5
        || tokens.chars[end] != 'S'
        || reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME)) {
      return false;
    }
    long place = reading.vocabulary.words.entry(WordTable.key(tokens.chars, tokens.start[i], end));
    return (WordTable.starts(place) & Vocabulary.POST) != 0;
  }

  /** SKR 50: a currency. */
  private boolean sum(int i) {
    return reading.follows(i + 1)
        && tokens.kind[i + 1] == Tokens.NUMBER
        && tokens.end[i] - tokens.start[i] <= 3;
  }

  /** 6 MMT: a measure. */
  private boolean unit(int i) {
    return i > 0
        && tokens.kind[i - 1] == Tokens.NUMBER
        && tokens.gap[i] < Tokens.BREAK
        && reading.free(i - 1)
        && tokens.end[i] - tokens.start[i] <= 4;
  }

  /** Kampuchean, Kampucheans: the people of a place are no place. */
  private boolean people(int i) {
    int end = tokens.end[i];
    if (Character.toUpperCase(tokens.chars[end - 1]) == 'S') {
      end--;
    }
    if (end - tokens.start[i] < 6 || Character.toUpperCase(tokens.chars[end - 1]) != 'N') {
      return false;
    }
    long place =
        reading.vocabulary.words.entry(WordTable.key(tokens.chars, tokens.start[i], end - 1));
    int node = reading.vocabulary.phrases.step(0, WordTable.number(place));
    if (node > 0) {
      for (Phrases.Name name : reading.vocabulary.phrases.at(node)) {
        if (name.country()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean shouted(int i) {
    return reading.word(i) && tokens.shape[i] == Tokens.UPPER && reading.english(i);
  }

  /** Second | Day of Fighting: a common word behind another with a capital. */
  private boolean heading(int i) {
    return reading.is(i, Vocabulary.COMMON)
        && reading.follows(i)
        && reading.word(i - 1)
        && tokens.shape[i - 1] == Tokens.TITLE
        && reading.free(i - 1)
        && reading.is(i - 1, Vocabulary.COMMON)
        && !reading.is(i - 1, Vocabulary.GIVEN | Vocabulary.ADDRESS);
  }

  private boolean candidate(int i) {
    int flags = tokens.flags[i];
    if (reading.in(WordClass.SHIP, i - 1)
        || reading.in(WordClass.SHIP, i - 2) && reading.free(i - 1) && !reading.english(i - 1)
        || !tokens.caps[i]
            && tokens.shape[i] == Tokens.UPPER
            && (flags & (Vocabulary.ENGLISH | Vocabulary.COMMON))
                == (Vocabulary.ENGLISH | Vocabulary.COMMON)) {
      // A ship; or an abbreviation of telegraphic English: NGO.
      return false;
    }
    if ((flags
            & (Vocabulary.FUNCTION | Vocabulary.DEMONYM | Vocabulary.NOT_NAME | Vocabulary.MONTH))
        != 0) {
      return false;
    }
    if (tokens.end[i] - tokens.start[i] < 2
        || spelling.roman(i)
        || dotted(i)
        || reading.model(i)
        || people(i)
        || plural(i)
        || reading.in(WordClass.NUMBERED, i)
        || derived(i)
        || reading.things.contains(tokens.key[i])) {
      return false;
    }
    if (reading.is(i, Vocabulary.PARTICLE)
        && tokens.isMark(i + 1, '-')
        && tokens.gap[i + 1] == Tokens.NONE
        && reading.word(i + 2)
        && reading.capital(i + 2)
        && !reading.english(i + 2)) {
      return true;
    }
    boolean announces = (flags & Vocabulary.ADDRESS) != 0;
    if ((announces || (flags & Vocabulary.ABBREVIATION) != 0)
            && (flags & (Vocabulary.GIVEN | Vocabulary.SURNAME)) == 0
        || announces && reading.starting(i + 1, EntityType.PERSON) != null) {
      // Sheikh | Hamid.
      return false;
    }
    if (tokens.caps[i]) {
      if (reading.english(i)) {
        return rare(i) || particled(i);
      }
      return (flags & Vocabulary.SPEECH) == 0
          && !slip(i)
          && (!misspelt(i)
              || persons.strange(i + 1) && !misspelt(i + 1)
              || listed(i)
              || amongPlaces(i)
              || beforeBody(i)
              || represents(i));
    }
    if (!reading.capital(i)) {
      return reading.is(i, Vocabulary.PARTICLE)
          && tokens.isMark(i + 1, '-')
          && tokens.gap[i + 1] == Tokens.NONE
          && reading.word(i + 2)
          && reading.capital(i + 2);
    }
    if ((flags & Vocabulary.ENGLISH) == 0 && !reading.english(i)) {
      return true;
    }
    if (tokens.shape[i] == Tokens.UPPER
        && (flags & Vocabulary.COMMON) == 0
        && (reading.inflection(i) & Vocabulary.COMMON) == 0
        && spelling.acronym(i)
        && !shouted(i - 1)
        && !shouted(i + 1)) {
      // GEM: an acronym that spells a word.
      return true;
    }
    // An ordinary word with a capital inside a sentence: a name only if known as one.
    return !reading.sentenceStart(i)
        && !heading(i)
        && (flags & Vocabulary.SURNAME) != 0
        && (flags & (Vocabulary.ORG_HEAD | Vocabulary.GEO_POST)) == 0;
  }
}
