package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Finds acronyms that stand in parentheses behind the name they shorten, and with them names that
 * nothing else would give away: {@code Federal Security Service (FSB)}.
 */
final class ExplainedAcronyms {
  /** The longest name, in words. */
  private static final int LONGEST = 14;

  private final Reading reading;
  private final Tokens tokens;

  ExplainedAcronyms(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  /** {@code Federal Security Service (FSB)}: the initials, read backwards, give the name. */
  void read(int open) {
    int at = open + 1;
    if (wing(open)) {
      reading.put(EntityType.ORGANIZATION, open - 1, open + 3).certain = true;
      return;
    }
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
      if (named == null
          || named.to - named.from < 2
          || reading.at(at, EntityType.DATE) != null
          || reading.says(at, "REF")
          || reading.in(WordClass.NUMBERED, at)
          || ministry(named) && reading.at(at) == null) {
        // Security Council (ref C) explains nothing.
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
    from = treaty(from, open);
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

  /** Behind a ministry stands as soon the name of the minister: FOREIGN MINISTRY (SOARES). */
  private boolean ministry(Mention named) {
    return tokens.caps[named.from]
        && (reading.says(named.from, "MINISTRY") || reading.says(named.to - 1, "MINISTRY"));
  }

  /**
   * {@code Nuclear | Non-Proliferation Treaty (NPT)}, {@code Convention on | Certain Conventional
   * Weapons (CCW)}: where a treaty begins of which the acronym leaves out the first words.
   */
  private int treaty(int from, int open) {
    Mention known = reading.at(open - 1, EntityType.TREATY);
    if (known != null && known.to == open) {
      return Math.min(known.from, from);
    }
    int head = reading.says(from - 1, "THE") ? from - 3 : from - 2;
    boolean of = reading.says(head + 1, "ON") || reading.says(head + 1, "OF");
    return of && reading.is(head, Vocabulary.TREATY_HEAD) && reading.capital(head) ? head : from;
  }

  /** {@code CPI(M)}: the wing of a party, tied to its acronym. */
  private boolean wing(int open) {
    return open > 0
        && open + 2 < tokens.count
        && tokens.gap[open] == Tokens.NONE
        && reading.word(open - 1)
        && reading.word(open + 1)
        && tokens.isMark(open + 2, ')')
        && tokens.shape[open - 1] == Tokens.UPPER
        && tokens.shape[open + 1] != Tokens.LOWER
        && tokens.end[open - 1] - tokens.start[open - 1] <= 5
        && tokens.end[open + 1] - tokens.start[open + 1] <= 3;
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
                  | (i < to - 1 ? Vocabulary.ORG_MODIFIER : 0)
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
    while (at >= 0 && letter >= 0 && last - at < LONGEST) {
      if (tokens.kind[at] == Tokens.WORD) {
        char c = Character.toUpperCase(tokens.text.charAt(tokens.start[at]));
        boolean small =
            reading.is(at, Vocabulary.FUNCTION)
                || tokens.shape[at] == Tokens.LOWER && tokens.end[at] - tokens.start[at] < 4;
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
    // FRONT FOR THE LIBERATION: the letter is that of the head, not of the small word behind it.
    if (letter < 0
        && reading.is(first, Vocabulary.FUNCTION)
        && reading.is(first - 1, Vocabulary.ORG_HEAD)
        && Character.toUpperCase(tokens.chars[tokens.start[first - 1]]) == acronym.charAt(0)
        && reading.follows(first)) {
      first--;
    }
    if (letter >= 0 || first < 0 || (!tokens.caps[first] && !reading.capital(first))) {
      return -1;
    }
    return first;
  }
}
