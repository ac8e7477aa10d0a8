package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** Finds the persons that are announced: by a title, by a form of address or by a given name. */
final class Persons {
  private final Reading reading;
  private final Tokens tokens;
  private final PersonBounds bounds;

  Persons(Reading reading, PersonBounds bounds) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.bounds = bounds;
  }

  void read() {
    syllabic();
    announced();
    named();
  }

  /**
   * {@code Mao Tse-tung}, {@code Roh Moo-hyun}: a surname and two syllables with a hyphen; {@code
   * Ha Van Lau}: a surname and a middle name of Vietnam.
   */
  private void syllabic() {
    for (int i = 1; i + 2 < tokens.count; i++) {
      // A stranger must follow: few words are one at a look.
      if ((tokens.flags[i + 1] & Vocabulary.ENGLISH) == 0
          && tokens.shape[i + 1] != Tokens.LOWER
          && reading.in(WordClass.VIETNAMESE_MIDDLE, i)
          && vietnamese(i)) {
        int end = Math.max(bounds.name(i + 1, 1), i + 2);
        reading.put(EntityType.PERSON, i - 1, end).certain = true;
        i = end;
      } else if (tokens.mark[i + 1] == '-'
          && reading.syllables(i)
          && reading.zone[i] != Reading.Zone.REFERENCES
          && reading.free(i - 1, i + 3)) {
        reading.put(EntityType.PERSON, i - 1, i + 3).certain = true;
        i += 2;
      }
    }
  }

  /** Whether a middle name stands between a surname and a word that may be a given name. */
  private boolean vietnamese(int middle) {
    return reading.in(WordClass.VIETNAMESE_SURNAME, middle - 1)
        && reading.follows(middle)
        && reading.capital(middle - 1)
        && reading.free(middle - 1, middle + 1)
        && bounds.strange(middle + 1)
        && reading.zone[middle] != Reading.Zone.REFERENCES;
  }

  /** Behind titles and forms of address. */
  private void announced() {
    for (int i = 1; i < tokens.count; i++) {
      int before = i - 1;
      if (reading.owner[before] < 0
          && (tokens.flags[before] & Vocabulary.ADDRESS) == 0
          && !tokens.isMark(before, '.')) {
        continue;
      }
      if (reading.zone[i] == Reading.Zone.REFERENCES
          || !reading.word(i)
          || tokens.gap[i] == Tokens.BREAK) {
        continue;
      }
      if (tokens.isMark(before, '.')
          && before > 0
          && reading.is(before - 1, Vocabulary.ABBREVIATION)
          && tokens.gap[before] == Tokens.NONE) {
        before--;
      }
      if (reading.is(i, Vocabulary.ADDRESS)
          && !reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME)
          && !reading.initials(i)
          && reading.follows(i + 1)
          && reading.word(i + 1)
          && reading.capital(i + 1)) {
        // Governor General | Ratu Sir | Penaia: the name is still to come.
        continue;
      }
      Mention title = reading.at(before, EntityType.TITLE);
      boolean announced = title != null && title.to >= i - 1 && title.from < i;
      boolean addressed =
          !announced
              && (before == i - 1 || !reading.sentenceStart(i))
              && reading.is(before, Vocabulary.ADDRESS)
              && reading.free(before)
              && (tokens.caps[before]
                  || reading.capital(before)
                  || reading.is(before, Vocabulary.NOUN));
      if (!announced && !addressed) {
        continue;
      }
      boolean honorific =
          addressed
              && tokens.end[before] - tokens.start[before] <= 6
              && !reading.is(before, Vocabulary.COMMON);
      boolean weak =
          announced && title != null ? title.provisional && title.to - title.from < 2 : !honorific;
      boolean full =
          !tokens.caps[i] && announced && tokens.shape[i] == Tokens.TITLE && bounds.strange(i + 1);
      int end = bounds.name(i, weak && !full ? 1 : 2);
      if (end > i) {
        if (weak && end == i + 1 && !tokens.caps[i] && !reading.capital(i)) {
          continue;
        }
        if (weak && end == i + 1 && announced && reading.english(i)) {
          continue;
        }
        if (end == i + 1 && tokens.caps[i] && reading.in(WordClass.TIME, i)) {
          // TOLD THE COUNSELOR DAY BEFORE.
          continue;
        }
        Mention person = reading.put(EntityType.PERSON, i, end);
        person.certain = !weak || end > i + 1;
        i = colleagues(title, end) - 1;
      }
    }
  }

  /** {@code SECRETARIES VANCE AND BROWN}: the others of whom one title speaks; their end. */
  private int colleagues(@Nullable Mention title, int end) {
    boolean several =
        title != null && Character.toUpperCase(tokens.chars[tokens.end[title.to - 1] - 1]) == 'S';
    int at = end;
    while (several
        && (reading.says(at, "AND") || reading.mark(at, ','))
        && reading.is(at + 1, Vocabulary.SURNAME)
        && reading.free(at + 1)
        && reading.capital(at + 1)) {
      int last = bounds.name(at + 1, 2);
      if (last <= at + 1) {
        break;
      }
      reading.put(EntityType.PERSON, at + 1, last).certain = true;
      at = last;
    }
    return at;
  }

  /** From a given name on. */
  private void named() {
    for (int i = 0; i < tokens.count; i++) {
      if (tokens.kind[i] != Tokens.WORD
          || (tokens.flags[i] & Vocabulary.GIVEN) == 0
              && !beginsWithInitial(i)
              && !((tokens.flags[i] & (Vocabulary.SURNAME | Vocabulary.COMMON))
                      == Vocabulary.SURNAME
                  && surnameOnly(i + 1)
                  && !reading.is(i - 1, Vocabulary.PLACE_PREPOSITION)
                  && !amongPlaces(i))
          || reading.zone[i] == Reading.Zone.REFERENCES) {
        continue;
      }
      Mention there = reading.at(i);
      if (there != null
          && (there.type != EntityType.LOCATION
              || there.country && (tokens.caps[i] || !bounds.strange(i + 1))
              || there.to - there.from > 1
              || reading.is(i - 1, Vocabulary.PLACE_PREPOSITION))) {
        continue;
      }
      boolean caps = tokens.caps[i];
      if (!caps && !reading.capital(i)) {
        continue;
      }
      boolean ordinary =
          reading.is(i, Vocabulary.COMMON | Vocabulary.FUNCTION) && !reading.bareInitial(i);
      if (ordinary
          && (caps || reading.sentenceStart(i))
          && !(reading.initial(i + 1) || surnameOnly(i + 1))
          && !(reading.initial(i) && reading.initial(i + 2))) {
        continue;
      }
      if (reading.in(WordClass.SAINT, i)
              && reading.word(i + 1)
              && tokens.end[i + 1] - tokens.start[i + 1] > 3
          || reading.in(WordClass.SAINT, i - 1) && reading.free(i - 1) && reading.follows(i)) {
        // San Lucas Toliman.
        continue;
      }
      if (reading.initial(i)
          && (reading.sentenceStart(i) && tokens.gap[i] == Tokens.BREAK
              || reading.mark(i - 1, '('))) {
        continue;
      }
      int end = bounds.name(i, 1);
      if (end <= i + 1) {
        continue;
      }
      int words = 0;
      for (int k = i; k < end; k++) {
        words += reading.word(k) && tokens.end[k] - tokens.start[k] > 1 ? 1 : 0;
      }
      boolean initials = reading.initial(i) || reading.initials(i) || reading.bareInitial(i);
      if (words < (initials ? 1 : 2)) {
        continue;
      }
      reading.put(EntityType.PERSON, i, end).certain = true;
      i = end - 1;
    }
  }

  /** {@code Tay Ninh and | Cua Viet}: behind a place, in a list. */
  private boolean amongPlaces(int i) {
    return (reading.says(i - 1, "AND") || reading.mark(i - 1, ','))
        && reading.at(i - 2, EntityType.LOCATION) != null;
  }

  private boolean beginsWithInitial(int i) {
    int start = tokens.start[i];
    if (tokens.end[i] - start == 1) {
      return reading.initial(i) || reading.bareInitial(i);
    }
    return tokens.chars[start + 1] == '.' && reading.initials(i);
  }

  private boolean surnameOnly(int i) {
    return reading.word(i)
        && reading.free(i)
        && tokens.gap[i] < Tokens.BREAK
        && !reading.english(i)
        && reading.capital(i)
        && tokens.end[i] - tokens.start[i] > 3;
  }
}
