package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Finds features of the earth and of towns by the common noun in their names: Lake Tana, Shatt
 * River, Kasr Square.
 */
final class Features {
  private final Reading reading;
  private final Tokens tokens;
  private final NameBounds bounds;

  Features(Reading reading, NameBounds bounds) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.bounds = bounds;
  }

  /** Looks for a feature whose common noun is the token. */
  void read(int i) {
    Mention there = reading.at(i);
    if (there != null && there.to - there.from > 1 || !tokens.caps[i] && !reading.capital(i)) {
      return;
    }
    if ((there == null || there.type == EntityType.LOCATION && !there.country) && opens(i)) {
      reading.put(EntityType.LOCATION, i, endOfOpened(i));
    } else if (reading.is(i, Vocabulary.GEO_POST)) {
      closed(i);
    }
  }

  /** {@code Lake | Tana}: whether the noun stands before the name. */
  private boolean opens(int i) {
    boolean caps = tokens.caps[i];
    int name = name(i);
    return reading.is(i, Vocabulary.GEO_PRE)
        && reading.follows(name)
        && reading.word(name)
        && reading.free(name)
        && !(caps ? reading.english(name) : !reading.capital(name))
        && !reading.is(name, Vocabulary.FUNCTION | Vocabulary.TREATY_HEAD | Vocabulary.ORG_HEAD)
        && !reading.in(WordClass.PATRONYMIC, name)
        && !(reading.says(i, "PORT") && caps)
        && (!reading.says(i, "VIA") || located(i))
        && !(reading.follows(i)
            && (bounds.title(i - 1) || reading.is(i - 1, Vocabulary.GIVEN | Vocabulary.ADDRESS)));
  }

  /** The word behind the noun, and behind what joins the two: Palais des | Congres. */
  private int name(int i) {
    int at = i + 1;
    while (at < i + 3
        && reading.in(WordClass.FOREIGN_JOINT, at)
        && tokens.shape[at] == Tokens.LOWER
        && reading.follows(at)) {
      at++;
    }
    return at;
  }

  private int endOfOpened(int i) {
    int end = name(i) + 1;
    while (tokens.caps[i]
        && reading.in(WordClass.STREET_FIRST, i)
        && reading.word(end)
        && reading.follows(end)
        && reading.free(end)
        && !reading.english(end)
        && end < i + 4) {
      end++;
    }
    while (!tokens.caps[i]
        && reading.word(end)
        && reading.capital(end)
        && reading.follows(end)
        && end < i + 3
        && !reading.is(end, Vocabulary.FUNCTION)
        && reading.free(end)) {
      end++;
    }
    return end;
  }

  /** {@code Shatt | River}: the noun stands behind the name, if there is one. */
  private void closed(int i) {
    int from = begin(i);
    if (from == i
        || reading.follows(from) && bounds.title(from - 1)
        || (reading.says(i, "PARK") || reading.says(i, "FIELD")) && !grounds(from)
        || reading.says(i, "FIELD") && tokens.caps[i]) {
      // President | Liston Hills.
      return;
    }
    boolean named = reading.owner[from] >= 0;
    for (int k = from; k < i; k++) {
      named |= !reading.english(k) || reading.is(k, Vocabulary.SURNAME | Vocabulary.GIVEN);
    }
    if (named) {
      Mention old = reading.at(from);
      boolean command = reading.says(i - 1, "MILITARY");
      Mention mention =
          reading.put(command ? EntityType.ORGANIZATION : EntityType.LOCATION, from, i + 1);
      mention.normal = old == null ? null : old.normal;
      mention.certain = true;
    }
  }

  /** {@code Independence | Park}, {@code in Hyde | Park}: not Tongsun Park. */
  private boolean grounds(int from) {
    return reading.english(from) && !reading.is(from, Vocabulary.GIVEN | Vocabulary.SURNAME)
        || reading.is(from - 1, Vocabulary.PLACE_PREPOSITION | Vocabulary.MOTION)
            && reading.follows(from);
  }

  /** Where the name before the noun begins; at the noun if there is none. */
  private int begin(int i) {
    int from = i;
    // Clark | Air Base.
    int at = reading.in(WordClass.GEO_WITHIN, i - 1) && reading.follows(i) ? i - 2 : i - 1;
    while (at >= 0 && i - at < 4 && tokens.gap[at + 1] < Tokens.BREAK) {
      Mention before = reading.at(at);
      if (before != null) {
        return before.type == EntityType.LOCATION && !before.country ? before.from : from;
      }
      if (names(at)) {
        from = at;
      } else if (!(tokens.isMark(at, '-') && tokens.gap[at] == Tokens.NONE && from == at + 1)) {
        break;
      }
      at--;
    }
    return from;
  }

  /** Whether a word may be part of the name of a feature. */
  private boolean names(int i) {
    if (!reading.word(i)
        || !reading.free(i)
        || reading.is(i, Vocabulary.FUNCTION | Vocabulary.DEMONYM)) {
      return false;
    }
    return tokens.caps[i]
        ? !reading.english(i)
            || (tokens.flags[i] & (Vocabulary.SURNAME | Vocabulary.COMMON)) == Vocabulary.SURNAME
        : reading.capital(i)
            && !bounds.title(i)
            && !(reading.sentenceStart(i) && reading.english(i));
  }

  /** {@code in Via Fani}: not via Frankfurt. */
  private boolean located(int i) {
    return reading.is(i - 1, Vocabulary.PLACE_PREPOSITION)
        || reading.says(i - 1, "ON")
        || reading.in(WordClass.PLACE_VERB, i - 1);
  }
}
