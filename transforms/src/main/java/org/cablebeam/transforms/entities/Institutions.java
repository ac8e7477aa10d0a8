package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Finds what is called by a common noun: organisations by their head word (Assembly of Experts,
 * Tokyo Electric), features of the earth (Lake Tana), and acronyms that stand in parentheses behind
 * the name they shorten.
 */
final class Institutions {
  /** The longest name, in words. */
  private static final int LONGEST = 10;

  private final Reading reading;
  private final Tokens tokens;

  Institutions(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  void read() {
    for (int i = 0; i < tokens.count; i++) {
      if (reading.zone[i] != Reading.Zone.TEXT) {
        continue;
      }
      if (tokens.isMark(i, '(')) {
        explained(i);
      } else if (reading.word(i)) {
        if (reading.says(i, "G")
            && tokens.isMark(i + 1, '-')
            && i + 2 < tokens.count
            && tokens.kind[i + 2] == Tokens.NUMBER
            && reading.free(i, i + 3)
            && tokens.gap[i + 1] == Tokens.NONE
            && tokens.gap[i + 2] == Tokens.NONE) {
          // G-7, G-77.
          reading.put(EntityType.ORGANIZATION, i, i + 3).certain = true;
        }
        if (reading.says(i, "RADIO") || reading.says(i, "AIR")) {
          broadcaster(i);
        }
        if (reading.says(i, "CROSS") || reading.says(i, "CRESCENT")) {
          Mention known = reading.at(i, EntityType.ORGANIZATION);
          if (known != null && known.to == i + 1) {
            ofCountry(known);
          }
        }
        if (reading.is(i, Vocabulary.FOREIGN_HEAD) && foreign(i)) {
          continue;
        }
        if (unit(i)) {
          reading.put(EntityType.ORGANIZATION, i - 1, i + 1).certain = true;
        } else if (reading.is(i, Vocabulary.ORG_HEAD)) {
          organization(i);
        }
        if (reading.is(i, Vocabulary.GEO_POST) || reading.is(i, Vocabulary.GEO_PRE)) {
          feature(i);
        }
      }
    }
  }

  /** {@code Federal Security Service (FSB)}: the initials, read backwards, give the name. */
  private void explained(int open) {
    int at = open + 1;
    if (at + 1 >= tokens.count
        || !reading.word(at)
        || tokens.shape[at] != Tokens.UPPER
        || open == 0) {
      return;
    }
    int close = at + 1;
    while (close < tokens.count && close < at + 4 && !tokens.isMark(close, ')')) {
      close++;
    }
    if (!tokens.isMark(close, ')')) {
      return;
    }
    String acronym = letters(at, close);
    if (acronym.length() < 2 || acronym.length() > 8) {
      return;
    }
    int from = initials(open - 1, acronym);
    if (from < 0 && common(open - 1, acronym)) {
      // weapons of mass destruction (WMD): short for a thing.
      reading.things.add(tokens.key[at]);
      return;
    }
    if (from < 0) {
      // A name in another order or another language than its acronym.
      Mention named = reading.at(open - 1, EntityType.ORGANIZATION);
      if (named == null || named.to - named.from < 2 || reading.at(at, EntityType.DATE) != null) {
        return;
      }
      from = named.from;
    }
    Mention known = reading.at(at);
    Mention before = reading.at(open - 1, EntityType.LOCATION);
    if (known != null
        && (known.type == EntityType.LOCATION && known.country && before != null && before.country
            || known.type == EntityType.CABLE_REFERENCE)) {
      return;
    }
    if (tokens.caps[from] && plain(from, open)) {
      reading.things.add(tokens.key[at]);
      return;
    }
    boolean treaty = false;
    boolean title = false;
    for (int i = from; i < open; i++) {
      treaty |= reading.is(i, Vocabulary.TREATY_HEAD);
      title |= reading.says(i, "MINISTER") || reading.says(i, "AMBASSADOR");
    }
    if (title) {
      return;
    }
    EntityType type = treaty ? EntityType.TREATY : EntityType.ORGANIZATION;
    Mention full = reading.put(type, from, open);
    full.certain = true;
    full.normal = reading.string(from, open);
    Mention shortName = reading.put(type, at, close);
    shortName.certain = true;
    shortName.explained = true;
    shortName.normal = full.normal;
  }

  /** Whether the initials of words in small letters are the acronym. */
  private boolean common(int last, String acronym) {
    if (tokens.caps[last] || tokens.shape[last] != Tokens.LOWER) {
      return false;
    }
    int letter = acronym.length() - 1;
    for (int i = last; i > 0 && letter >= 0 && reading.word(i) && reading.follows(i + 1); i--) {
      if (Character.toUpperCase(tokens.chars[tokens.start[i]]) == acronym.charAt(letter)) {
        letter--;
      } else if (!reading.is(i, Vocabulary.FUNCTION)) {
        return false;
      }
    }
    return letter < 0;
  }

  /** Whether nothing in the words makes them a name of a body. */
  private boolean plain(int from, int to) {
    for (int i = from; i < to; i++) {
      if (reading.owner[i] >= 0
          || reading.is(
              i,
              Vocabulary.ORG_HEAD
                  | Vocabulary.ORG_MODIFIER
                  | Vocabulary.DEMONYM
                  | Vocabulary.TREATY_HEAD)
          || reading.word(i) && !reading.english(i)) {
        return false;
      }
    }
    return true;
  }

  private String letters(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (tokens.kind[i] == Tokens.WORD) {
        String word = tokens.string(i);
        for (int k = 0; k < word.length(); k++) {
          if (Tokens.letter(word.charAt(k))) {
            out.append(Character.toUpperCase(word.charAt(k)));
          }
        }
      } else if (tokens.kind[i] != Tokens.MARK || !tokens.isMark(i, '-')) {
        return "";
      }
    }
    return out.toString();
  }

  /** The token at which the name begins whose initials are the acronym; -1 if it does not fit. */
  private int initials(int last, String acronym) {
    int letter = acronym.length() - 1;
    int at = last;
    int first = -1;
    while (at >= 0 && letter >= 0 && last - at < LONGEST + 4) {
      if (tokens.kind[at] == Tokens.WORD) {
        char c = Character.toUpperCase(tokens.text.charAt(tokens.start[at]));
        boolean small = reading.is(at, Vocabulary.FUNCTION);
        if (c == acronym.charAt(letter)) {
          letter--;
          first = at;
        } else if (!small && !reading.is(at, Vocabulary.PARTICLE)) {
          // A word that gives no letter: another name.
          return -1;
        }
      } else if (tokens.kind[at] == Tokens.MARK
          && !tokens.isMark(at, '-')
          && !tokens.isMark(at, ',')
          && !tokens.isMark(at, '/')
          && !tokens.isMark(at, '"')) {
        return -1;
      } else if (tokens.kind[at] == Tokens.NUMBER) {
        return -1;
      }
      if (tokens.gap[at] == Tokens.BREAK) {
        at--;
        break;
      }
      at--;
    }
    if (letter >= 0 || first < 0 || (!tokens.caps[first] && !reading.capital(first))) {
      return -1;
    }
    return first;
  }

  private void organization(int head) {
    if (reading.blocked[head]) {
      return;
    }
    Mention there = reading.at(head);
    if (there != null
        && there.type != EntityType.ORGANIZATION
        && there.type != EntityType.LOCATION) {
      return;
    }
    int known = there == null ? head : there.from;
    int end = there == null ? head + 1 : there.to;
    if (there != null && there.type == EntityType.ORGANIZATION && there.to - there.from > 1) {
      // Department of Foreign Affairs | and Trade.
      if (there.from == head
          && reading.says(there.to, "AND")
          && reading.is(there.to - 1, Vocabulary.PORTFOLIO)
          && reading.is(there.to + 1, Vocabulary.PORTFOLIO)
          && reading.free(there.to, there.to + 2)
          && (tokens.caps[head] || reading.capital(there.to + 1))) {
        reading.put(EntityType.ORGANIZATION, head, there.to + 2).certain = true;
        return;
      }
      if (there.to == head + 1 && modified(there)) {
        int from = tokens.caps[head] ? leftInCapitals(there.from) : left(there.from);
        there = reading.put(EntityType.ORGANIZATION, from, there.to);
        there.certain = true;
      }
      ofCountry(there);
      return;
    }
    boolean caps = tokens.caps[head];
    if (!caps && !reading.capital(head)) {
      return;
    }
    int from = caps ? leftInCapitals(known) : left(known);
    // Headless words before: "the", and an ordinary word that only begins the sentence.
    int right = right(head, end, caps);
    boolean modified = from < known;
    boolean of = right > end;
    if (!modified && !of) {
      return;
    }
    if (!modified && of && !reading.is(head, Vocabulary.ORG_OF)) {
      return;
    }
    if (caps
        && !of
        && reading.vocabulary.in("ORG_COMMON", tokens.key[head])
        && !named(from, known)) {
      return;
    }
    if (caps
        && reading.is(head, Vocabulary.ORG_WEAK)
        && !of
        && !named(from, known)
        && known - from < 2
        && !institution(from)) {
      return;
    }
    if (from == known - 1
        && reading.is(from, Vocabulary.DEMONYM)
        && (caps ? generic(head) : reading.vocabulary.in("ORG_COMMON", tokens.key[head]))) {
      return;
    }
    Mention place = reading.starting(from, EntityType.LOCATION);
    if (place != null && place.to == known && !of && loose(head)) {
      return;
    }
    if (titleBefore(from, known)) {
      return;
    }
    Mention mention = reading.put(EntityType.ORGANIZATION, from, Math.max(right, end));
    mention.certain = true;
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
        && !reading.sentenceStart(before)
        && (reading.is(before, Vocabulary.ORG_MODIFIER)
            || reading.is(before, Vocabulary.DEMONYM) && political(known.to - 1));
  }

  private boolean political(int head) {
    return reading.says(head, "PARTY")
        || reading.says(head, "CONGRESS")
        || reading.says(head, "FRONT")
        || reading.says(head, "MOVEMENT")
        || reading.says(head, "LEAGUE");
  }

  /** {@code Socialist Party | of Ukraine}, {@code Fiji | Labour Party}: a party and its country. */
  private void ofCountry(Mention known) {
    int head = known.to - 1;
    boolean party = political(head);
    Mention before = reading.follows(known.from) ? reading.at(known.from - 1) : null;
    if (party && reading.says(known.to, "OF") && reading.follows(known.to)) {
      int at = reading.says(known.to + 1, "THE") ? known.to + 2 : known.to + 1;
      Mention place = reading.starting(at, EntityType.LOCATION);
      if (place != null && tokens.gap[at] < Tokens.BREAK) {
        reading.put(EntityType.ORGANIZATION, known.from, place.to).certain = true;
      }
    } else if (party && before != null && before.type == EntityType.LOCATION && before.country) {
      reading.put(EntityType.ORGANIZATION, before.from, known.to).certain = true;
    } else if ((reading.says(head, "CROSS") || reading.says(head, "CRESCENT"))
        && reading.follows(known.from)
        && reading.is(known.from - 1, Vocabulary.DEMONYM)
        && reading.free(known.from - 1)) {
      reading.put(EntityType.ORGANIZATION, known.from - 1, known.to).certain = true;
    }
  }

  /** {@code Radio Fiji}, {@code Air Pacific}: a name behind what it is. */
  private void broadcaster(int i) {
    if (!reading.free(i) || !reading.follows(i + 1) || !reading.capital(i)) {
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
      reading.put(EntityType.ORGANIZATION, i, place != null ? place.to : i + 2).certain = true;
    }
  }

  /** Heads that with a demonym alone make no name: the Libyan mission, Egyptian forces. */
  private boolean generic(int head) {
    return is("ORG_GENERIC", head);
  }

  /** Heads that make no name with a place alone: Punjab forces, Geneva conference. */
  private boolean loose(int head) {
    return is("ORG_LOOSE", head);
  }

  /** Whether a token is a word of a class of the vocabulary; false outside the text. */
  private boolean is(String wordClass, int i) {
    return i >= 0 && i < tokens.count && reading.vocabulary.in(wordClass, tokens.key[i]);
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

  /** Modifiers that make a name of a weak head without any other word: the Red Army. */
  private boolean institution(int i) {
    return is("ORG_INSTITUTIONAL", i);
  }

  /** Leftwards over capitalised words, and over small ones between them. */
  private int left(int head) {
    int from = head;
    int at = head - 1;
    while (at >= 0 && head - at < LONGEST && tokens.gap[at + 1] < Tokens.BREAK) {
      Mention there = reading.at(at);
      if (there != null
          && ((there.type != EntityType.LOCATION && there.type != EntityType.ORGANIZATION)
              || (there.type == EntityType.LOCATION
                  && !there.country
                  && reading.says(head, "COMMITTEE")))) {
        break;
      }
      if (tokens.kind[at] == Tokens.WORD) {
        boolean small = tokens.shape[at] == Tokens.LOWER;
        if (small) {
          // A small word may join two capitalised ones.
          boolean joins =
              reading.says(at, "AND")
                  && at > 0
                  && tokens.kind[at - 1] == Tokens.WORD
                  && tokens.shape[at - 1] != Tokens.LOWER
                  && reading.is(at + 1, Vocabulary.ORG_MODIFIER)
                  && reading.is(at - 1, Vocabulary.ORG_MODIFIER | Vocabulary.PORTFOLIO)
                  && reading.owner[at - 1] < 0;
          if (!joins) {
            break;
          }
          at--;
          continue;
        }
        if (reading.is(at, Vocabulary.FUNCTION)
            && !(reading.says(at, "NEW")
                || reading.says(at, "OUR")
                || reading.says(at, "ALL")
                || numeral(at))) {
          break;
        }
        if (reading.is(at, Vocabulary.MONTH) || title(at)) {
          break;
        }
        if (reading.sentenceStart(at)
            && reading.is(at, Vocabulary.VERB | Vocabulary.COMMON)
            && !reading.is(at, Vocabulary.ORG_MODIFIER | Vocabulary.DEMONYM)
            && reading.owner[at] < 0
            && !reading.is(at, Vocabulary.NOUN)) {
          break;
        }
        from = there != null ? there.from : at;
        at = from - 1;
      } else if (ordinal(at)) {
        from = at;
        break;
      } else if (tokens.kind[at] == Tokens.POSSESSIVE) {
        if (!people(at - 1)) {
          break;
        }
        at--;
      } else if ((tokens.isMark(at, '-') || tokens.isMark(at, '&') || tokens.isMark(at, '/'))
          && at > 0
          && tokens.kind[at - 1] == Tokens.WORD
          && reading.capital(at - 1)
          && (tokens.isMark(at, '&') || tokens.gap[at] == Tokens.NONE)) {
        at--;
      } else {
        break;
      }
    }
    return from;
  }

  /** {@code Instituto Nacional de Obras}: a name in a language that puts the head word first. */
  private boolean foreign(int head) {
    if (!reading.free(head) || !tokens.caps[head] && !reading.capital(head)) {
      return false;
    }
    int end = head + 1;
    boolean strange = !reading.english(head);
    for (int at = head + 1; at < tokens.count && at - head < LONGEST && reading.follows(at); at++) {
      if (!reading.word(at) || !reading.free(at) && reading.at(at, EntityType.LOCATION) == null) {
        break;
      }
      boolean joint = reading.vocabulary.in("FOREIGN_JOINT", tokens.key[at]);
      boolean plain = reading.english(at) && !reading.is(at, Vocabulary.ORG_MODIFIER);
      if (!joint && (tokens.caps[at] ? plain : !reading.capital(at) || title(at))) {
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

  /** {@code Seventh Fleet}, {@code Third Corps}: a unit by its number. */
  private boolean unit(int i) {
    return i > 0
        && reading.follows(i)
        && reading.vocabulary.in("UNIT", tokens.key[i])
        && reading.vocabulary.in("ORDINAL", tokens.key[i - 1])
        && reading.free(i - 1, i + 1)
        && (tokens.caps[i] || reading.capital(i) && reading.capital(i - 1));
  }

  /** {@code 82nd}, of a unit. */
  private boolean ordinal(int i) {
    return tokens.kind[i] == Tokens.MIXED
        && Tokens.digit(tokens.chars[tokens.start[i]])
        && !Tokens.digit(tokens.chars[tokens.end[i] - 1])
        && tokens.end[i] - tokens.start[i] < 6;
  }

  private boolean numeral(int i) {
    return (reading.says(i, "SIX")
            || reading.says(i, "SEVEN")
            || reading.says(i, "THREE")
            || reading.says(i, "FIVE")
            || reading.says(i, "EIGHT")
            || reading.says(i, "TWO"))
        && !reading.sentenceStart(i);
  }

  private boolean title(int i) {
    int node = reading.vocabulary.titles.step(0, tokens.word[i]);
    if (node < 0) {
      return false;
    }
    for (Phrases.Name name : reading.vocabulary.titles.at(node)) {
      if (name.strong()
          && !reading.says(i, "GENERAL")
          && !reading.says(i, "CARDINAL")
          && !reading.says(i, "MAJOR")
          && !reading.says(i, "SECRETARY")
          && (!name.acronym() || tokens.caps[i] || tokens.shape[i] == Tokens.UPPER)) {
        return true;
      }
    }
    return false;
  }

  /** {@code People's}, {@code Workers'}: a possessive that belongs to the name. */
  private boolean people(int i) {
    return is("ORG_PEOPLE", i);
  }

  /** Leftwards over words that make names of institutions, places, and words of no language. */
  private int leftInCapitals(int head) {
    int from = head;
    int at = head - 1;
    while (at >= 0 && head - at < LONGEST && tokens.gap[at + 1] < Tokens.BREAK) {
      Mention there = reading.at(at);
      if (there != null) {
        if (there.type != EntityType.LOCATION && there.type != EntityType.ORGANIZATION
            || there.type == EntityType.ORGANIZATION
                && from == head
                && reading.is(head, Vocabulary.ORG_WEAK)
                && there.to - there.from == 1
                && there.normal != null) {
          break;
        }
        from = there.from;
        break;
      }
      if (tokens.kind[at] == Tokens.WORD) {
        boolean demonym = reading.is(at, Vocabulary.DEMONYM);
        boolean modifier = reading.is(at, Vocabulary.ORG_MODIFIER | Vocabulary.PORTFOLIO);
        boolean unknown = !reading.english(at) && !reading.is(at, Vocabulary.FUNCTION);
        if (title(at)) {
          break;
        }
        if (modifier || demonym || unknown) {
          from = at;
          at--;
          // A place or a people begins a name, it does not stand within.
          if (demonym && !reading.is(at, Vocabulary.ORG_MODIFIER)) {
            break;
          }
        } else if (opened(head, at) > 0) {
          from = opened(head, at);
          break;
        } else if (reading.says(at, "AND")
            && from == at + 1
            && reading.is(at - 1, Vocabulary.ORG_MODIFIER | Vocabulary.PORTFOLIO)
            && reading.is(at - 1, Vocabulary.NOUN)
            && reading.is(at + 1, Vocabulary.ORG_MODIFIER)
            && reading.owner[at - 1] < 0) {
          at--;
        } else {
          break;
        }
      } else if (ordinal(at)) {
        from = at;
        break;
      } else if (tokens.kind[at] == Tokens.POSSESSIVE && people(at - 1)) {
        at--;
        from = at;
        at--;
      } else if (tokens.isMark(at, '-')
          && tokens.gap[at] == Tokens.NONE
          && reading.word(at - 1)
          && reading.is(at - 1, Vocabulary.ORG_MODIFIER)) {
        at--;
      } else {
        break;
      }
    }
    return from;
  }

  /**
   * Where a name in capitals begins that has ordinary nouns in its midst, as a people or a place
   * opens it: AFGHAN FAMILY GUIDANCE ASSOCIATION. 0 if nothing opens one.
   */
  private int opened(int head, int i) {
    if (reading.is(head, Vocabulary.ORG_WEAK) && !political(head)) {
      return 0;
    }
    for (int at = i; at > i - 3 && at > 0 && reading.follows(at + 1) && reading.word(at); at--) {
      boolean opens = reading.is(at, Vocabulary.DEMONYM);
      if (opens && at < i) {
        return at;
      }
      if (!reading.free(at)
          || !reading.is(at, Vocabulary.NOUN)
          || reading.is(at, Vocabulary.FUNCTION | Vocabulary.ORG_HEAD)
          || (tokens.starts[at] & Vocabulary.HEAD) != 0) {
        return 0;
      }
    }
    return 0;
  }

  /** Rightwards: {@code of the Interior}, {@code for Human Rights}, {@code of Experts}. */
  private int right(int head, int end, boolean caps) {
    int at = end;
    if (!(reading.says(at, "OF")
            || reading.says(at, "FOR")
            || reading.says(at, "ON")
            || reading.says(at, "AGAINST")
            || reading.says(at, "TOWARD"))
        || !reading.follows(at)) {
      return end;
    }
    boolean ofHead = reading.is(head, Vocabulary.ORG_OF);
    if (caps && !ofHead
        || reading.says(at, "ON")
            && caps
            && !reading.says(head, "COMMITTEE")
            && !reading.says(head, "COMMISSION")
            && !reading.says(head, "COUNCIL")) {
      return end;
    }
    if (!caps && !ofHead && !reading.says(at, "OF") && !reading.says(at, "FOR")) {
      return end;
    }
    at++;
    if (reading.says(at, "THE")) {
      at++;
    }
    int last = end;
    int begin = at;
    while (at < tokens.count && at - end < LONGEST && reading.follows(at)) {
      Mention there = reading.at(at);
      if (there != null) {
        if (there.type != EntityType.LOCATION || there.from != at) {
          break;
        }
        // The central bank of a country is named with it; so is any body that has no other name.
        last = there.to;
        at = there.to;
      } else if (tokens.kind[at] == Tokens.WORD
          && (caps
              ? reading.is(at, Vocabulary.PORTFOLIO)
                  || reading.is(at, Vocabulary.ORG_MODIFIER) && !reading.is(at, Vocabulary.FUNCTION)
                  || reading.is(at, Vocabulary.DEMONYM)
                  || at > begin
                      && noun(at)
                      && (adjective(at - 1) || reading.is(at - 1, Vocabulary.DEMONYM))
              : reading.capital(at) && !reading.is(at, Vocabulary.FUNCTION) && !title(at))) {
        last = ++at;
      } else if ((reading.says(at, "AND")
              || reading.says(at, "OF")
              || reading.mark(at, ',')
              || tokens.isMark(at, '&'))
          && at > begin
          && continues(at, caps)) {
        at++;
        if (reading.says(at, "THE")) {
          at++;
        }
      } else if (tokens.isMark(at, '-') && tokens.gap[at] == Tokens.NONE && at > begin) {
        at++;
      } else {
        break;
      }
    }
    return last;
  }

  private boolean noun(int i) {
    return ((tokens.flags[i] | reading.inflection(i)) & Vocabulary.NOUN) != 0;
  }

  /** Words that ask for a noun: COUNCIL FOR NATIONAL SALVATION. */
  private boolean adjective(int i) {
    return reading.says(i, "NATIONAL")
        || reading.says(i, "INTERNATIONAL")
        || reading.says(i, "SOCIAL")
        || reading.says(i, "POLITICAL")
        || reading.says(i, "REVOLUTIONARY")
        || reading.says(i, "DEMOCRATIC")
        || reading.says(i, "POPULAR")
        || reading.says(i, "MUTUAL");
  }

  private boolean continues(int at, boolean caps) {
    int next = reading.says(at + 1, "AND") || reading.says(at + 1, "THE") ? at + 2 : at + 1;
    if (reading.mark(at, ',')) {
      // Only within a list of portfolios that ends in "and".
      return reading.is(at + 1, Vocabulary.PORTFOLIO)
          && reading.capital(at + 1)
          && (reading.says(at + 2, "AND") || reading.mark(at + 2, ','));
    }
    if (!reading.word(next)) {
      return false;
    }
    if (reading.says(at, "OF")) {
      return reading.at(next, EntityType.LOCATION) != null;
    }
    return reading.is(next, Vocabulary.PORTFOLIO | Vocabulary.ORG_MODIFIER)
        && (caps || reading.capital(next))
        && reading.free(next)
        && !(caps && reading.is(next + 1, Vocabulary.ORG_HEAD));
  }

  private void feature(int i) {
    Mention there = reading.at(i);
    boolean caps = tokens.caps[i];
    if (there != null && there.to - there.from > 1) {
      return;
    }
    if (!caps && !reading.capital(i)) {
      return;
    }
    if (there == null
        && reading.is(i, Vocabulary.GEO_PRE)
        && reading.follows(i + 1)
        && reading.word(i + 1)
        && reading.free(i + 1)
        && !(caps ? reading.english(i + 1) : !reading.capital(i + 1))
        && !reading.is(i + 1, Vocabulary.FUNCTION)
        && !(reading.says(i, "PORT") && caps)) {
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
    int at = i - 1;
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
                  && !title(at)
                  && !(reading.sentenceStart(at) && reading.english(at)))) {
        from = at;
        at--;
      } else if (tokens.isMark(at, '-') && tokens.gap[at] == Tokens.NONE && from == at + 1) {
        at--;
      } else {
        break;
      }
    }
    if (from == i) {
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
}
