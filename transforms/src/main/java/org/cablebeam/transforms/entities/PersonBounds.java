package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Tells how far the name of a person reaches from a word on, over given names, initials, particles
 * and syllables with hyphens. Changes nothing.
 */
final class PersonBounds {
  /** The longest name, in parts. */
  private static final int LONGEST = 6;

  private final Reading reading;
  private final Tokens tokens;
  private final Spelling spelling;

  PersonBounds(Reading reading, Spelling spelling) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.spelling = spelling;
  }

  /**
   * The end of the name that begins at the token; the token itself if there is none.
   *
   * @param trust 0: unknown words only; 1: also words known as names; 2: behind a title, where in
   *     mixed case any capitalised word is a name
   */
  int name(int i, int trust) {
    int at = i;
    int end = i;
    int parts = 0;
    while (at < tokens.count
        && at - i < 3 * LONGEST
        && parts < LONGEST
        && (at == i || tokens.gap[at] < Tokens.BREAK)) {
      int initials = initials(at, parts);
      if (initials > 0) {
        at += initials;
        parts++;
        continue;
      }
      if (!reading.word(at)) {
        break;
      }
      if (parts > 0
          && reading.says(at, "Y")
          && tokens.end[at] - tokens.start[at] == 1
          && reading.follows(at + 1)
          && reading.word(at + 1)
          && reading.free(at, at + 2)
          && reading.capital(at + 1)
          && !reading.is(at + 1, Vocabulary.FUNCTION)) {
        // Wessin y Wessin, Obando y Bravo: the word behind it is a surname, whatever else it is.
        at += 2;
        end = at;
        parts++;
        continue;
      }
      if (reading.says(at, "ST")
          && reading.mark(at + 1, '.')
          && reading.word(at + 2)
          && reading.capital(at + 2)
          && reading.follows(at + 2)
          && reading.free(at, at + 3)
          && (parts > 0 || trust > 1)) {
        // Managing Director St. Clair Daniel.
        at += 2;
        continue;
      }
      int behind = behindParticle(at, trust, parts);
      if (behind > at) {
        at = behind;
        continue;
      }
      if (parts > 0 && reading.is(at, Vocabulary.SUFFIX)) {
        return at + 1;
      }
      if (!part(at, trust, parts)) {
        break;
      }
      at++;
      end = at;
      parts++;
      if (nickname(at) && part(at + 3, Math.max(trust, 1), parts)) {
        at += 3;
        continue;
      }
      at = joined(at, parts);
      end = at;
      if (tokens.isMark(at, ',')
          && reading.is(at + 1, Vocabulary.SUFFIX)
          && tokens.gap[at + 1] < Tokens.BREAK) {
        return at + 2;
      }
    }
    return end;
  }

  /** How many tokens an initial takes, or several in one word; 0 if none stands at the token. */
  private int initials(int at, int parts) {
    if (reading.owner[at] >= 0) {
      return 0;
    }
    if (reading.initial(at)) {
      boolean ends = parts > 1 && reading.sentenceStart(at + 2) && !reading.word(at + 2);
      boolean goesOn = parts > 0 || reading.word(at + 2) || reading.initial(at + 2);
      return !ends && goesOn ? 2 : 0;
    }
    return reading.bareInitial(at) || reading.initials(at) ? 1 : 0;
  }

  /** Where the name goes on behind a particle, which needs one; the token itself if it is none. */
  private int behindParticle(int at, int trust, int parts) {
    if (!reading.is(at, Vocabulary.PARTICLE) || !particle(at, parts)) {
      return at;
    }
    int next = at + 1;
    boolean tied = tokens.isMark(next, '-') && tokens.gap[next] == Tokens.NONE;
    boolean joined = parts > 0 || tokens.isMark(next, '-');
    next = tied ? next + 1 : next;
    boolean named =
        next < tokens.count
            && reading.word(next)
            && tokens.gap[next] < Tokens.BREAK
            && (part(next, Math.max(trust, joined ? 1 : trust), parts + 1)
                || reading.is(next, Vocabulary.PARTICLE));
    return named ? next : at;
  }

  /** The end of what hyphens tie to the part of a name before the token: Zia-Uddin, Sok-un. */
  private int joined(int from, int parts) {
    int at = from;
    while (reading.hyphenated(at - 1)
        && (reading.free(at + 1) || personal(at + 1) || syllable(at + 1))
        && (tokens.caps[at + 1]
            ? !reading.is(at + 1, Vocabulary.COMMON | Vocabulary.DEMONYM) || parts > 1
            : !reading.is(at + 1, Vocabulary.COMMON)
                || reading.capital(at + 1)
                || parts > 1 && brief(at - 1) && brief(at + 1))
        && !reading.in(WordClass.COMPOUND_TAIL, at + 1)) {
      at += 2;
    }
    return at;
  }

  /** Whether a word may be a syllable of a Chinese or Korean name: Hsiao-pin. */
  private boolean brief(int i) {
    return tokens.end[i] - tokens.start[i] <= 5;
  }

  /** {@code Karl "Kalle" Lindmark}: the word in quotation marks within a name. */
  private boolean nickname(int i) {
    return reading.mark(i, '"')
        && tokens.gap[i] == Tokens.BLANK
        && reading.word(i + 1)
        && reading.capital(i + 1)
        && reading.mark(i + 2, '"')
        && reading.word(i + 3)
        && reading.capital(i + 3)
        && reading.free(i, i + 4)
        && tokens.gap[i + 3] == Tokens.BLANK;
  }

  /** An acronym by chance, behind a hyphen: PARK BONG-SHIK. */
  private boolean syllable(int i) {
    Mention there = reading.at(i, EntityType.ORGANIZATION);
    return there != null
        && there.to - there.from == 1
        && tokens.caps[i]
        && reading.is(i - 3, Vocabulary.SURNAME);
  }

  private boolean personal(int i) {
    Mention there = reading.at(i);
    return there != null && there.type == EntityType.LOCATION && !there.country;
  }

  private boolean particle(int i, int parts) {
    if (tokens.caps[i]) {
      // DE and LA begin few names; THE SAN and AL are no words of English.
      return reading.free(i) && (parts > 0 || !reading.is(i, Vocabulary.FUNCTION));
    }
    return reading.free(i)
        && (parts > 0
            || reading.capital(i)
            || tokens.isMark(i + 1, '-')
            || reading.says(i, "DE")
            || reading.says(i, "VAN")
            || reading.says(i, "VON"));
  }

  /**
   * Whether a word is part of a name.
   *
   * @param trust how sure it is that a name stands here: 2 behind a title
   * @param parts how many parts the name has before it
   */
  private boolean part(int i, int trust, int parts) {
    Mention there = reading.at(i);
    if (there != null) {
      return placePart(there, i, trust, parts);
    }
    if (reading.blocked[i]) {
      return false;
    }
    if (tokens.end[i] - tokens.start[i] < 2) {
      // U Thant, Siu Y Kim: a syllable of one letter.
      return reading.word(i + 1)
          && tokens.gap[i + 1] < Tokens.BREAK
          && reading.capital(i + 1)
          && reading.capital(i)
          && (parts > 0 && !tokens.caps[i] || reading.says(i, "U") && trust > 1)
          && (!reading.english(i + 1) || reading.says(i, "U") && strange(i + 2));
    }
    if (byChance(i, trust, parts)) {
      return true;
    }
    if (otherWord(i, parts)) {
      return false;
    }
    return tokens.caps[i] ? capitalPart(i, trust, parts) : mixedPart(i, trust, parts);
  }

  private boolean isKnown(int i) {
    return (tokens.flags[i] & (Vocabulary.GIVEN | Vocabulary.SURNAME)) != 0;
  }

  /** A place name may be a surname, behind a title or a given name. */
  private boolean placePart(Mention there, int i, int trust, int parts) {
    boolean known = isKnown(i);
    boolean particle =
        parts > 0 && reading.is(i, Vocabulary.PARTICLE) && there.to - there.from == 1;
    boolean given =
        trust > (tokens.caps[i] ? 1 : 0)
            && reading.is(i, Vocabulary.GIVEN)
            && there.to - there.from == 1
            && strange(i + 1);
    boolean place =
        there.type == EntityType.LOCATION
            && (particle
                || given
                || (!there.country || parts > 0 && known)
                    && there.to - there.from == 1
                    && (known && (parts > 0 || trust > 1)
                        || parts == 2
                            && reading.is(i - 2, Vocabulary.GIVEN)
                            && reading.is(i - 1, Vocabulary.SURNAME)
                            && (tokens.starts[i] & Vocabulary.POST) == 0
                        || parts > 0 && reading.is(i - 1, Vocabulary.GIVEN)
                        || parts == 0
                            && trust > 0
                            && reading.is(i, Vocabulary.GIVEN)
                            && strange(i + 1)));
    return place && (tokens.caps[i] || reading.capital(i));
  }

  /** {@code NGUYEN | CO | THACH}, {@code TRAN VAN | HUNG}: a syllable that is an English word. */
  private boolean vietnamese(int i, int parts) {
    if (tokens.end[i] - tokens.start[i] > 4 || !tokens.caps[i] || !reading.follows(i)) {
      return false;
    }
    return parts == 1 && reading.in(WordClass.VIETNAMESE_SURNAME, i - 1) && strange(i + 1)
        || parts > 0
            && reading.in(WordClass.VIETNAMESE_SURNAME, i - 2)
            && reading.in(WordClass.VIETNAMESE_MIDDLE, i - 1)
            && !reading.is(i, Vocabulary.FUNCTION | Vocabulary.SPEECH);
  }

  /** An English word or a demonym that is a name by chance. */
  private boolean byChance(int i, int trust, int parts) {
    if (vietnamese(i, parts)) {
      return true;
    }
    int flags = tokens.flags[i];
    if (!tokens.caps[i] && (flags & Vocabulary.FUNCTION) != 0 && tokens.shape[i] == Tokens.TITLE) {
      // Le The Tiem, Vice Foreign Minister He Yafei.
      boolean within =
          parts > 0
              && !reading.sentenceStart(i)
              && reading.word(i + 1)
              && tokens.gap[i + 1] < Tokens.BREAK
              && reading.capital(i + 1)
              && !reading.english(i + 1);
      if (within || parts == 0 && trust > 1 && strange(i + 1)) {
        return true;
      }
    }
    if (parts > 0
        && !tokens.caps[i]
        && tokens.shape[i] == Tokens.TITLE
        && (flags & Vocabulary.SPEECH) != 0
        && isKnown(i)) {
      // Nuri Said.
      return true;
    }
    return (flags & Vocabulary.DEMONYM) != 0
        && (flags & Vocabulary.GIVEN) != 0
        && parts == 0
        && reading.capital(i)
        && strange(i + 1);
  }

  /** A small word, a demonym or a month, where it is not known for a name as well. */
  private boolean otherWord(int i, int parts) {
    int flags = tokens.flags[i];
    boolean known = isKnown(i);
    if ((flags & (Vocabulary.FUNCTION | Vocabulary.DEMONYM | Vocabulary.NOT_NAME)) != 0
        && !(known && !tokens.caps[i] && (flags & Vocabulary.FUNCTION) == 0 && parts > 0)) {
      return true;
    }
    // Jan Patocka, behind no day of January.
    boolean given =
        (flags & Vocabulary.GIVEN) != 0
            && parts == 0
            && strange(i + 1)
            && (i == 0 || tokens.kind[i - 1] != Tokens.NUMBER);
    return (flags & Vocabulary.MONTH) != 0
        && !given
        && !(parts > 0 && (known || tokens.end[i] - tokens.start[i] == 3 && strange(i + 1)))
        && !(reading.hyphenated(i) && reading.is(i + 2, Vocabulary.GIVEN));
  }

  private boolean capitalPart(int i, int trust, int parts) {
    int flags = tokens.flags[i];
    boolean known = isKnown(i);
    if ((flags & Vocabulary.SPEECH) != 0) {
      return false;
    }
    if (parts > 0 && reading.model(i)) {
      // Douglas | DC-10.
      return false;
    }
    if (!reading.english(i)) {
      if (parts > 0
          && trust == 0
          && !known
          && !reading.is(i - 1, Vocabulary.GIVEN)
          && !strange(i + 1)
          && spelling.misspelt(i, 1)) {
        return false;
      }
      boolean syllable =
          parts == 0
              && (trust > 1
                  || reading.is(i - 1, Vocabulary.PLACE_PREPOSITION)
                  || i > 0 && tokens.kind[i - 1] == Tokens.POSSESSIVE)
              && strange(i + 1);
      return tokens.end[i] - tokens.start[i] > 2
          || syllable
          || known
          || (parts > 0 && tokens.end[i] - tokens.start[i] == 2);
    }
    if (syllables(i, parts)) {
      return true;
    }
    if (trust > 1
        && parts == 0
        && reading.is(i + 1, Vocabulary.PARTICLE)
        && reading.mark(i + 2, '-')
        && strange(i + 3)) {
      // Crown Prince | Sad al-Abdullah.
      return true;
    }
    if (trust == 0 && !(parts > 0 && known)) {
      return false;
    }
    if (parts > 0 && reading.in(WordClass.ORG_NOUN, i) && (flags & Vocabulary.SURNAME) == 0) {
      // The Ford | plant.
      return false;
    }
    if (known && (flags & Vocabulary.ENGLISH) == 0 && (parts > 0 || trust > 1 || strange(i + 1))) {
      // Morales, which is no more than morale looks like.
      return true;
    }
    if ((flags & Vocabulary.GIVEN) != 0
        && parts == 1
        && reading.is(i - 1, Vocabulary.GIVEN)
        && (strange(i + 1) || reading.is(i + 1, Vocabulary.PARTICLE))) {
      // Miguel Angel.
      return true;
    }
    int form = flags | reading.inflection(i);
    boolean common = (form & Vocabulary.COMMON) != 0;
    if ((flags & Vocabulary.GIVEN) != 0 && parts == 0 && strange(i + 1) && !ordered(i)) {
      return true;
    }
    if (known) {
      // U Thant | coffin: behind a surname that no table knows, a noun is no other.
      boolean noun =
          parts > 1
              && reading.word(i - 1)
              && !reading.english(i - 1)
              && !isKnown(i - 1)
              && (flags & (Vocabulary.ENGLISH | Vocabulary.NOUN | Vocabulary.GIVEN))
                  == (Vocabulary.ENGLISH | Vocabulary.NOUN);
      if (noun) {
        return false;
      }
      return !common
          || trust > 1 && parts == 0
          || (flags & Vocabulary.SURNAME) != 0
              && parts > 0
              && parts < 3
              && (trust > 0 || reading.is(i - 1, Vocabulary.GIVEN));
    }
    if (parts > 0
        && (!common && !verb(i) && strange(i + 1) || reading.hyphenated(i) && strange(i + 2))) {
      return true;
    }
    if (parts == 1
        && !common
        && !verb(i)
        && reading.is(i - 1, Vocabulary.GIVEN)
        && nameEnds(i + 1)) {
      return true;
    }
    if (trust > 1 && parts == 0 && reading.is(i + 1, Vocabulary.SPEECH) && doing(i)) {
      // DESK OFFICER LUCKING SAID.
      return true;
    }
    // An ordinary but rare noun may be a surname behind a title, if a word of saying follows.
    return trust > 1
        && !common
        && !verb(i)
        && (parts == 1 || parts > 1 && !does(i) || parts == 0 && nameEnds(i + 1));
  }

  private boolean mixedPart(int i, int trust, int parts) {
    int flags = tokens.flags[i];
    boolean known = isKnown(i);
    if (!reading.capital(i)) {
      return false;
    }
    if (tokens.shape[i] == Tokens.UPPER
        && tokens.end[i] - tokens.start[i] < 5
        && !known
        && parts == 0
        && trust < 2) {
      return false;
    }
    if ((flags & (Vocabulary.ORG_HEAD | Vocabulary.TREATY_HEAD)) != 0 && !known) {
      return false;
    }
    if (trust > 1 || known) {
      return true;
    }
    boolean english = reading.english(i);
    if (parts > 0 && english && reading.in(WordClass.EVENT, i)) {
      // The Byrd | Amendment.
      return false;
    }
    return !english
        || parts > 0 && (flags & (Vocabulary.COMMON | Vocabulary.ORG_MODIFIER)) == 0
        || parts > 0 && trust > 0 && (flags & (Vocabulary.GEO_POST | Vocabulary.ORG_MODIFIER)) == 0;
  }

  /** {@code LEE MIN-U}: two short words with a hyphen behind a surname are a given name. */
  private boolean syllables(int i, int parts) {
    return parts == 1
        && reading.hyphenated(i)
        && reading.is(i - 1, Vocabulary.SURNAME)
        && tokens.end[i] - tokens.start[i] <= 5
        && tokens.end[i + 2] - tokens.start[i + 2] <= 5
        && !reading.is(i, Vocabulary.PARTICLE)
        && !reading.hyphenated(i + 2);
  }

  /** Whether the word is a verb, or the past or the participle of one. */
  private boolean verb(int i) {
    char last = Character.toUpperCase(tokens.chars[tokens.end[i] - 1]);
    return reading.is(i, Vocabulary.VERB)
        || (last == 'D' || last == 'G') && (reading.inflection(i) & Vocabulary.VERB) != 0;
  }

  /** SYLVIO FROTA | SULKS: a noun in the plural, or what he does. */
  private boolean does(int i) {
    return Character.toUpperCase(tokens.chars[tokens.end[i] - 1]) == 'S'
        && (reading.inflection(i) & Vocabulary.VERB) != 0;
  }

  private boolean doing(int i) {
    return tokens.end[i] - tokens.start[i] > 5
        && tokens.text.regionMatches(true, tokens.end[i] - 3, "ING", 0, 3)
        && (tokens.flags[i] & Vocabulary.COMMON) == 0;
  }

  /** Whether a word that is a verb too is one here: TO MARK, WILL GRANT. */
  private boolean ordered(int i) {
    return reading.is(i, Vocabulary.VERB)
        && reading.is(i, Vocabulary.COMMON)
        && (reading.says(i - 1, "TO") || reading.is(i - 1, Vocabulary.SPEECH));
  }

  /** Whether a free, capitalised word of no dictionary stands here. */
  boolean strange(int i) {
    return reading.word(i)
        && reading.free(i)
        && tokens.gap[i] < Tokens.BREAK
        && reading.capital(i)
        && !reading.english(i)
        && tokens.end[i] - tokens.start[i] > 2;
  }

  private boolean nameEnds(int i) {
    return i >= tokens.count
        || tokens.kind[i] != Tokens.WORD
        || reading.is(i, Vocabulary.SPEECH | Vocabulary.FUNCTION)
        || (reading.inflection(i) & Vocabulary.VERB) != 0;
  }
}
