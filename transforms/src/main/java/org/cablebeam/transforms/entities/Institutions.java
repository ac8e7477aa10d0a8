package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Finds organisations by their head word (Assembly of Experts, Tokyo Electric), in English and in
 * languages that put it first. In the same pass the {@link ExplainedAcronyms} and {@link Features}
 * of each token are read, since each may build on what the others have found before it.
 */
final class Institutions {
  private final Reading reading;
  private final Tokens tokens;
  private final NameBounds bounds;
  private final ExplainedAcronyms acronyms;
  private final Features features;
  private final NumberedBodies numbers;

  Institutions(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.bounds = new NameBounds(reading);
    this.acronyms = new ExplainedAcronyms(reading);
    this.features = new Features(reading, bounds);
    this.numbers = new NumberedBodies(reading);
  }

  void read() {
    for (int i = 0; i < tokens.count; i++) {
      if (tokens.kind[i] == Tokens.WORD) {
        if (tells(i) && reading.zone[i] == Reading.Zone.TEXT) {
          word(i);
        }
      } else if (tokens.kind[i] == Tokens.NUMBER) {
        numbers.read(i);
      } else if (tokens.isMark(i, '(') && reading.zone[i] == Reading.Zone.TEXT) {
        acronyms.read(i);
      }
    }
  }

  /** Whether a rule of {@link #word} asks for the word or for what is before it: few of a text. */
  private boolean tells(int i) {
    return (tokens.starts[i] & Vocabulary.BODY) != 0 || i > 0 && reading.owner[i - 1] >= 0;
  }

  private void word(int i) {
    if (reading.in(WordClass.GROUP, i)
        && tokens.isMark(i + 1, '-')
        && i + 2 < tokens.count
        && tokens.kind[i + 2] == Tokens.NUMBER
        && reading.free(i, i + 3)
        && tokens.gap[i + 1] == Tokens.NONE
        && tokens.gap[i + 2] == Tokens.NONE) {
      // G-7, G-77.
      reading.put(EntityType.ORGANIZATION, i, i + 3).certain = true;
    }
    chapter(i);
    merged(i);
    if (reading.in(WordClass.FIRM_FIRST, i)) {
      firm(i);
    }
    if (reading.in(WordClass.ORG_NATIONAL, i)) {
      Mention known = reading.at(i, EntityType.ORGANIZATION);
      if (known != null && known.to == i + 1) {
        ofCountry(known);
      }
    }
    if (reading.is(i, Vocabulary.FOREIGN_HEAD) && foreign(i)) {
      return;
    }
    Mention before = reading.at(i - 1);
    if (before != null
        && before.type == EntityType.ORGANIZATION
        && reading.in(WordClass.FOREIGN_JOINT, i)
        && (!reading.is(i, Vocabulary.FUNCTION) || reading.says(i, "DO"))
        && reading.follows(i + 1)) {
      branch(before, i + 1);
    } else if (before != null
        && (before.type == EntityType.LOCATION || before.type == EntityType.ORGANIZATION)
        && firmOf(before, i)) {
      reading.put(EntityType.ORGANIZATION, before.from, i + 1).certain = true;
    } else if (unit(i) || newspaper(i)) {
      reading.put(EntityType.ORGANIZATION, i - 1, i + 1).certain = true;
    } else if (reading.is(i, Vocabulary.ORG_HEAD)) {
      organization(i);
    }
    if (reading.is(i, Vocabulary.GEO_POST | Vocabulary.GEO_PRE)) {
      features.read(i);
    }
  }

  /** {@code Volkswagen do | Brasil}: a firm and its country, in the language of the country. */
  private void branch(Mention firm, int i) {
    Mention country = reading.starting(i, EntityType.LOCATION);
    if (country != null && country.country && firm.to == i - 1) {
      reading.put(EntityType.ORGANIZATION, firm.from, country.to).certain = true;
    }
  }

  /** Looks for a body whose head word is the token. */
  private void organization(int head) {
    Mention there = reading.at(head);
    if (reading.in(WordClass.PRESS_OF, head) && ofPlaceOfPress(head)) {
      return;
    }
    if (reading.blocked[head]
        || there != null
            && there.type != EntityType.ORGANIZATION
            && there.type != EntityType.LOCATION) {
      return;
    }
    if (there != null && there.type == EntityType.ORGANIZATION && there.to - there.from > 1) {
      extend(there, head);
    } else if ((tokens.caps[head] || reading.capital(head)) && !noBody(there, head)) {
      compose(there, head);
    }
  }

  /** {@code Times of | Malta}, {@code Voice of | Vietnam}. */
  private boolean ofPlaceOfPress(int head) {
    Mention place =
        reading.says(head + 1, "OF") && reading.follows(head + 1) && reading.capital(head)
            ? reading.starting(head + 2, EntityType.LOCATION)
            : null;
    if (place == null || !reading.free(head) || !reading.follows(place.from)) {
      return false;
    }
    reading.put(EntityType.ORGANIZATION, head, place.to).certain = true;
    return true;
  }

  /** A body that is known may be a part of what is named. */
  private void extend(Mention body, int head) {
    if (joinsField(body, head)) {
      reading.put(EntityType.ORGANIZATION, head, body.to + 2).certain = true;
      return;
    }
    Mention there = body;
    if ((there.to == head + 1 || there.from == head) && modified(there)) {
      int from = tokens.caps[head] ? bounds.leftInCapitals(there.from) : bounds.left(there.from);
      there = reading.put(EntityType.ORGANIZATION, from, there.to);
      there.certain = true;
    }
    int end = there.to == head + 1 ? fieldEnd(there, head) : there.to;
    if (end > there.to) {
      reading.put(EntityType.ORGANIZATION, there.from, end).certain = true;
    } else {
      ofCountry(there);
    }
  }

  /** {@code Department of Foreign Affairs | and Trade}. */
  private boolean joinsField(Mention body, int head) {
    return body.from == head
        && reading.says(body.to, "AND")
        && reading.is(body.to - 1, Vocabulary.PORTFOLIO)
        && reading.is(body.to + 1, Vocabulary.PORTFOLIO)
        && reading.free(body.to, body.to + 2)
        && (tokens.caps[head] || reading.capital(body.to + 1));
  }

  /** {@code Supreme Court | of Justice}, {@code Central Bank | of Iceland}: the end of the name. */
  private int fieldEnd(Mention body, int head) {
    boolean aim =
        !tokens.caps[head] && reading.says(body.to, "FOR") && reading.is(head, Vocabulary.ORG_OF);
    if (aim || reading.is(head + 2, Vocabulary.PORTFOLIO) || reading.says(head - 1, "TASK")) {
      int field = bounds.right(head, body.to, tokens.caps[head]);
      if (field > body.to) {
        return field;
      }
    }
    Mention state =
        reading.says(body.to, "OF") && reading.follows(body.to)
            ? reading.starting(body.to + 1, EntityType.LOCATION)
            : null;
    return state != null && state.country && reading.is(head, Vocabulary.ORG_OF)
        ? state.to
        : body.to;
  }

  /** Whether the head word is none here: Executive Order 12333, Force Commander. */
  private boolean noBody(@Nullable Mention there, int head) {
    int end = there == null ? head + 1 : there.to;
    boolean numbered =
        reading.in(WordClass.NUMBERED, head)
            && reading.follows(end)
            && tokens.kind[end] == Tokens.NUMBER;
    // Wellawaya | police station.
    int police = reading.in(WordClass.PREMISES, head) ? head - 1 : head;
    boolean house = reading.says(police, "POLICE") && reading.in(WordClass.PREMISES, police + 1);
    // Bin Tafl | watch; Elsam and Elkraft | press.
    boolean does =
        head > 0
            && tokens.caps[head]
            && reading.is(head, Vocabulary.VERB)
            && reading.owner[head - 1] < 0
            && !reading.english(head - 1)
            && (reading.says(head, "WATCH")
                || reading.says(head - 2, "AND") && reading.at(head - 3) != null);
    return numbered
        || house
        || does
        || reading.says(head, "OFFICE") && ofHolder(head)
        || there == null && bounds.titleEnd(head) > head + 1;
  }

  /** Puts the name together from its head word and the words on both sides that belong to it. */
  private void compose(@Nullable Mention there, int head) {
    boolean caps = tokens.caps[head];
    int known = there == null ? head : there.from;
    int end = there == null ? head + 1 : there.to;
    int from = caps ? bounds.leftInCapitals(known) : bounds.left(known);
    int right = Math.max(end, bounds.right(head, end, caps));
    boolean of = right > end;
    if (from == head - 1 && reading.says(head, "FACTION") && !reading.english(from)) {
      // The Sithole faction: a person's.
      return;
    }
    if (from == known && !(of && reading.is(head, Vocabulary.ORG_OF))) {
      return;
    }
    boolean wanting =
        !of
            && (caps && ordinary(head, from, known)
                || ofPlace(head, from, known)
                || ofBody(head, known));
    if (!wanting
        && (of || !ofPeople(head, from, known))
        && !titleBefore(from, known)
        && !(from == head - 1 && surname(head))) {
      reading.put(EntityType.ORGANIZATION, from, right).certain = true;
    }
  }

  /** Whether nothing before a head in capitals makes a name of it: FOREIGN PRESS, LABOR FORCE. */
  private boolean ordinary(int head, int from, int known) {
    boolean faith = reading.says(head, "CHURCH") && reading.is(from, Vocabulary.ORG_MODIFIER);
    boolean peoples =
        reading.in(WordClass.ORG_PEOPLE, from) && tokens.kind[from + 1] == Tokens.POSSESSIVE;
    boolean numbered = reading.in(WordClass.ORDINAL, from) && reading.in(WordClass.UNIT, head);
    if (faith || peoples || numbered || named(from, known)) {
      return false;
    }
    return reading.in(WordClass.ORG_COMMON, head)
        || reading.is(head, Vocabulary.ORG_WEAK)
            && known - from < 2
            && !bounds.concerned(head, from)
            && !reading.in(WordClass.ORG_INSTITUTIONAL, from)
            && !(reading.in(WordClass.PARTY_CAUSE, from) && reading.says(head, "PARTY"));
  }

  /** {@code Libyan mission}: a people and a head of which it has many. */
  private boolean ofPeople(int head, int from, int known) {
    WordClass many = tokens.caps[head] ? WordClass.ORG_GENERIC : WordClass.ORG_COMMON;
    return from == known - 1
        && reading.is(from, Vocabulary.DEMONYM)
        && !reading.in(WordClass.ORG_INSTITUTIONAL, from)
        && reading.in(many, head);
  }

  /** {@code Geneva conference}: a place and a head of which it has many. */
  private boolean ofPlace(int head, int from, int known) {
    Mention place = reading.starting(from, EntityType.LOCATION);
    return place != null
        && place.to == known
        && reading.in(tokens.caps[head] ? WordClass.ORG_LOOSE : WordClass.ORG_PART, head)
        && !headed(from);
  }

  /** {@code NATO forces}: what belongs to a body has no name of its own. */
  private boolean ofBody(int head, int known) {
    Mention body = reading.follows(known) ? reading.at(known - 1, EntityType.ORGANIZATION) : null;
    return body != null
        && (tokens.caps[head]
                && reading.in(WordClass.ORG_PART, head)
                && !(reading.says(head, "COMPANY") && reading.in(WordClass.FIRM_LAST, known - 1))
            || reading.partyCongress(head, known));
  }

  /** {@code Chief of the | USA Division}: what somebody is the chief of has a name. */
  private boolean headed(int i) {
    int at = reading.says(i - 1, "THE") ? i - 2 : i - 1;
    return reading.says(at, "OF") && (tokens.starts[Math.max(0, at - 1)] & Vocabulary.HEAD) != 0;
  }

  /** {@code Wilbur | Mills}: a head that is a surname, behind a given name. */
  private boolean surname(int head) {
    return reading.is(head, Vocabulary.SURNAME)
        && reading.is(head - 1, Vocabulary.GIVEN)
        && !reading.is(head - 1, Vocabulary.COMMON | Vocabulary.SURNAME)
        && reading.owner[head - 1] < 0;
  }

  /** {@code Attorney General's Office}. */
  private boolean ofHolder(int office) {
    int to = office - 1;
    if (to < 1 || tokens.kind[to] != Tokens.POSSESSIVE || !reading.follows(office)) {
      return false;
    }
    for (int from = Math.max(0, to - 3); from < to; from++) {
      if (reading.word(from) && bounds.titleEnd(from) == to && reading.capital(from)) {
        reading.put(EntityType.ORGANIZATION, from, office + 1).certain = true;
        return true;
      }
    }
    return false;
  }

  /**
   * {@code Islamic | Democratic Party}: another body than the one known by the rest of the name.
   */
  private boolean modified(Mention known) {
    int before = known.from - 1;
    return reading.follows(known.from)
        && reading.word(before)
        && reading.free(before)
        && (tokens.caps[before] || reading.capital(before))
        && (reading.is(before, Vocabulary.ORG_MODIFIER)
            || (tokens.caps[before] || !reading.sentenceStart(before))
                && reading.is(before, Vocabulary.DEMONYM)
            // The Zapatista | National Liberation Army, Authentic | Radical Liberal Party.
            || !tokens.caps[before]
                && (reading.says(before - 1, "THE") && strange(before)
                    || known.to - known.from > 2 && trait(before)));
  }

  /** An adjective with a capital within a sentence. */
  private boolean trait(int i) {
    return reading.english(i)
        && tokens.shape[i] == Tokens.TITLE
        && !reading.sentenceStart(i)
        && !reading.is(
            i,
            Vocabulary.FUNCTION
                | Vocabulary.NOUN
                | Vocabulary.MONTH
                | Vocabulary.ADDRESS
                | Vocabulary.GIVEN
                | Vocabulary.SURNAME)
        && !bounds.title(i);
  }

  /** {@code Socialist Party | of Ukraine}, {@code Fiji | Labour Party}: a party and its country. */
  private void ofCountry(Mention known) {
    int head = known.to - 1;
    boolean party = reading.in(WordClass.ORG_POLITICAL, head);
    boolean local = reading.says(head, "EXCHANGE") || reading.says(head, "COMMERCE");
    Mention before = reading.follows(known.from) ? reading.at(known.from - 1) : null;
    if (party && reading.says(known.to, "OF") && reading.follows(known.to)) {
      int at = reading.says(known.to + 1, "THE") ? known.to + 2 : known.to + 1;
      Mention place = reading.starting(at, EntityType.LOCATION);
      if (place != null && tokens.gap[at] < Tokens.BREAK) {
        reading.put(EntityType.ORGANIZATION, known.from, place.to).certain = true;
      }
    } else if ((party
            || reading.in(WordClass.UNIT, head)
                && (!tokens.caps[head]
                    || known.to - known.from > 1
                        && !reading.is(known.from - 2, Vocabulary.PLACE_PREPOSITION)))
        && before != null
        && before.type == EntityType.LOCATION
        && before.country) {
      // Fiji Labour Party, Sri Lanka Air Force.
      reading.put(EntityType.ORGANIZATION, before.from, known.to).certain = true;
    } else if (reading.in(WordClass.ORG_NATIONAL, head)) {
      int from = known.from;
      while (reading.follows(from)
          && reading.is(from - 1, Vocabulary.DEMONYM)
          && reading.free(from - 1)) {
        from--;
      }
      boolean country =
          before != null
              && before.type == EntityType.LOCATION
              && (before.country || local)
              && !reading.is(before.from - 1, Vocabulary.PLACE_PREPOSITION);
      if (from < known.from || country) {
        int begin = country && before != null ? before.from : from;
        reading.put(EntityType.ORGANIZATION, begin, known.to).certain = true;
      }
    }
  }

  /** {@code Rio Tinto | Alcan}: two names of firms side by side are one. */
  private void merged(int i) {
    Mention first = reading.at(i - 1, EntityType.ORGANIZATION);
    Mention second = first == null ? null : reading.starting(i, EntityType.ORGANIZATION);
    if (first != null
        && second != null
        && !tokens.caps[i]
        && tokens.gap[i] == Tokens.BLANK
        && tokens.kind[i - 1] == Tokens.WORD
        && tokens.shape[i - 1] == Tokens.TITLE
        && tokens.shape[i] == Tokens.TITLE
        && !reading.is(i - 1, Vocabulary.ORG_HEAD)
        && !reading.is(second.to - 1, Vocabulary.ORG_HEAD)) {
      reading.put(EntityType.ORGANIZATION, first.from, second.to).certain = true;
    }
  }

  /** {@code Transparency International | Uganda}: the part of a body that works in a country. */
  private void chapter(int i) {
    int last = i - 1;
    Mention body = reading.at(last, EntityType.ORGANIZATION);
    Mention place = body == null ? null : reading.starting(i, EntityType.LOCATION);
    if (body != null
        && place != null
        && place.country
        && body.to - body.from > 1
        && !tokens.caps[place.from]
        && reading.follows(place.from)
        && tokens.gap[place.from] < Tokens.LINE + 1
        && tokens.kind[last] == Tokens.WORD
        && tokens.shape[last] == Tokens.TITLE
        && tokens.shape[place.from] == Tokens.TITLE
        && (!reading.is(last, Vocabulary.ORG_HEAD) || reading.says(last, "INTERNATIONAL"))) {
      reading.put(EntityType.ORGANIZATION, body.from, place.to).certain = true;
    }
  }

  /** {@code Sahara Energy}: a place of little fame, or a firm, and a field, written as a name. */
  private boolean firmOf(Mention place, int i) {
    if (reading.follows(i)
        && !tokens.caps[i]
        && tokens.shape[i] == Tokens.UPPER
        && tokens.shape[place.from] == Tokens.TITLE
        && reading.in(WordClass.FIRM_SUFFIX, i)
        && reading.free(i)) {
      // Fiji TV.
      return true;
    }
    return reading.follows(i)
        && !place.country
        && place.to - place.from == 1
        && (place.type == EntityType.LOCATION || tokens.shape[place.from] == Tokens.TITLE)
        && !tokens.caps[i]
        && tokens.shape[i] == Tokens.TITLE
        && reading.free(i)
        && (reading.in(WordClass.FIRM_LAST, i) || reading.is(i, Vocabulary.PORTFOLIO))
        && !reading.is(i, Vocabulary.ORG_HEAD | Vocabulary.TREATY_HEAD)
        && !(reading.word(i + 1) && reading.capital(i + 1) && reading.follows(i + 1));
  }

  /** {@code Daily Dispatch}: a newspaper by how often it appears. */
  private boolean newspaper(int i) {
    return reading.in(WordClass.PRESS_TIME, i - 1)
        && reading.in(WordClass.PRESS_NAME, i)
        && reading.follows(i)
        && reading.free(i - 1, i + 1)
        && reading.capital(i)
        && reading.capital(i - 1);
  }

  /** {@code Radio Fiji}, {@code Bank Mellat}: a name behind what it is. */
  private void firm(int i) {
    if (!reading.free(i) || !reading.follows(i + 1) || !reading.capital(i)) {
      return;
    }
    Mention known = reading.starting(i + 1, EntityType.ORGANIZATION);
    if (known != null && known.to == i + 2 && known.normal == null) {
      reading.put(EntityType.ORGANIZATION, i, known.to).certain = true;
      return;
    }
    Mention place = reading.starting(i + 1, EntityType.LOCATION);
    boolean strange =
        reading.word(i + 1)
            && reading.free(i + 1)
            && reading.capital(i + 1)
            && !reading.is(i + 1, Vocabulary.FUNCTION | Vocabulary.DEMONYM | Vocabulary.ORG_HEAD)
            && (!reading.english(i + 1)
                || !tokens.caps[i]
                    && tokens.shape[i + 1] == Tokens.TITLE
                    && (tokens.starts[i + 1] & Vocabulary.HEAD) == 0);
    if (place != null || strange && !reading.says(i, "AIR")) {
      int end = place != null ? place.to : i + 2;
      while (place == null && strange(end)) {
        end++;
      }
      reading.put(EntityType.ORGANIZATION, i, end).certain = true;
    }
  }

  /** A word with a capital that is no English. */
  private boolean strange(int i) {
    return reading.word(i)
        && reading.free(i)
        && reading.follows(i)
        && reading.capital(i)
        && !reading.english(i)
        && !reading.is(i, Vocabulary.FUNCTION | Vocabulary.DEMONYM);
  }

  private boolean titleBefore(int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.says(i, "MINISTER") || reading.says(i, "AMBASSADOR")) {
        return true;
      }
    }
    return false;
  }

  private boolean named(int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.owner[i] >= 0 || !reading.english(i)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Instituto Nacional de Obras}: a name in a language that puts the head word first. */
  private boolean foreign(int head) {
    if (!reading.free(head) || !tokens.caps[head] && !reading.capital(head)) {
      return false;
    }
    if (reading.is(head, Vocabulary.ORG_HEAD)
        && reading.follows(head)
        && reading.is(head - 1, Vocabulary.ORG_MODIFIER | Vocabulary.NOUN)
        && !reading.is(head - 1, Vocabulary.FUNCTION)
        && reading.capital(head - 1)) {
      // National Elections | Tribunal: English puts it last.
      return false;
    }
    int end = head + 1;
    boolean strange = !reading.english(head);
    if (!strange && !reading.in(WordClass.FOREIGN_JOINT, head + 1) && !strange(head + 1)) {
      // The Front in English.
      return false;
    }
    for (int at = head + 1;
        at < tokens.count && at - head < NameBounds.LONGEST && reading.follows(at);
        at++) {
      if (!reading.word(at) || !reading.free(at) && reading.at(at, EntityType.LOCATION) == null) {
        break;
      }
      boolean joint = reading.in(WordClass.FOREIGN_JOINT, at);
      boolean plain =
          reading.free(at) && reading.english(at) && !reading.is(at, Vocabulary.ORG_MODIFIER);
      if (!joint && (tokens.caps[at] ? plain : !reading.capital(at) || bounds.title(at))) {
        break;
      }
      strange |= joint || !reading.english(at);
      end = joint ? end : at + 1;
    }
    if (end == head + 1 || !strange) {
      return false;
    }
    reading.put(EntityType.ORGANIZATION, head, end).certain = true;
    return true;
  }

  /** {@code II}, of a corps. */
  private boolean roman(int i) {
    if (!reading.word(i)) {
      return false;
    }
    for (int k = tokens.start[i]; k < tokens.end[i]; k++) {
      if ("IVX".indexOf(tokens.chars[k]) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean alone(@Nullable Mention mention) {
    return mention != null && mention.to - mention.from == 1;
  }

  /** {@code Seventh Fleet}, {@code Third Corps}: a unit by its number. */
  private boolean unit(int i) {
    return i > 0
        && reading.follows(i)
        && reading.in(WordClass.UNIT, i)
        && (reading.in(WordClass.ORDINAL, i - 1)
            || reading.in(WordClass.COMPASS, i - 1)
            || reading.says(i, "CORPS") && roman(i - 1))
        && reading.free(i - 1)
        && (reading.free(i) || alone(reading.at(i, EntityType.ORGANIZATION)))
        && (tokens.caps[i] || reading.capital(i) && reading.capital(i - 1));
  }
}
