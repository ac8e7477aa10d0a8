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
    boolean caps = tokens.caps[i];
    if (there != null && there.to - there.from > 1) {
      return;
    }
    if (!caps && !reading.capital(i)) {
      return;
    }
    if ((there == null || there.type == EntityType.LOCATION && !there.country)
        && reading.is(i, Vocabulary.GEO_PRE)
        && reading.follows(i + 1)
        && reading.word(i + 1)
        && reading.free(i + 1)
        && !(caps ? reading.english(i + 1) : !reading.capital(i + 1))
        && !reading.is(i + 1, Vocabulary.FUNCTION)
        && !(reading.says(i, "PORT") && caps)
        && (!reading.in(WordClass.STREET_FIRST, i) || located(i))
        && !(reading.follows(i)
            && (bounds.title(i - 1) || reading.is(i - 1, Vocabulary.GIVEN | Vocabulary.ADDRESS)))) {
      int end = i + 2;
      while (!caps
          && reading.word(end)
          && reading.capital(end)
          && reading.follows(end)
          && end < i + 3
          && !reading.is(end, Vocabulary.FUNCTION)
          && reading.free(end)) {
        end++;
      }
      reading.put(EntityType.LOCATION, i, end);
      return;
    }
    if (!reading.is(i, Vocabulary.GEO_POST)) {
      return;
    }
    int from = i;
    // Clark | Air Base.
    int at = reading.in(WordClass.GEO_WITHIN, i - 1) && reading.follows(i) ? i - 2 : i - 1;
    while (at >= 0 && i - at < 4 && tokens.gap[at + 1] < Tokens.BREAK) {
      Mention before = reading.at(at);
      if (before != null) {
        if (before.type == EntityType.LOCATION && !before.country) {
          from = before.from;
        }
        break;
      }
      if (reading.word(at)
          && !reading.is(at, Vocabulary.FUNCTION | Vocabulary.DEMONYM)
          && reading.free(at)
          && (caps
              ? !reading.english(at)
                  || (tokens.flags[at] & (Vocabulary.SURNAME | Vocabulary.COMMON))
                      == Vocabulary.SURNAME
              : reading.capital(at)
                  && !bounds.title(at)
                  && !(reading.sentenceStart(at) && reading.english(at)))) {
        from = at;
        at--;
      } else if (tokens.isMark(at, '-') && tokens.gap[at] == Tokens.NONE && from == at + 1) {
        at--;
      } else {
        break;
      }
    }
    if (from == i || reading.follows(from) && bounds.title(from - 1)) {
      // President | Liston Hills.
      return;
    }
    boolean named = reading.owner[from] >= 0;
    for (int k = from; k < i; k++) {
      named |= !reading.english(k) || reading.is(k, Vocabulary.SURNAME | Vocabulary.GIVEN);
    }
    if (named) {
      Mention old = reading.at(from);
      Mention mention = reading.put(EntityType.LOCATION, from, i + 1);
      mention.normal = old == null ? null : old.normal;
      mention.certain = true;
    }
  }

  /** {@code in Via Fani}: not via Frankfurt. */
  private boolean located(int i) {
    return reading.is(i - 1, Vocabulary.PLACE_PREPOSITION) || reading.says(i - 1, "ON");
  }
}
