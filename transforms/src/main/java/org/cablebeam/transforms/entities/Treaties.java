package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Finds treaties by their head word: an agreement, accord, convention, protocol, pact or charter
 * with the name before it (Panama Canal Treaty) or behind it (Treaty of Amity). Those with a name
 * of their own (Camp David Accords, SALT II) are known names.
 */
final class Treaties {
  /** The most words before the head. */
  private static final int LONGEST = 6;

  private final Reading reading;
  private final Tokens tokens;

  Treaties(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  void read() {
    for (int i = 0; i < tokens.count; i++) {
      if ((tokens.flags[i] & Vocabulary.TREATY_HEAD) != 0
          && reading.zone[i] == Reading.Zone.TEXT
          && reading.word(i)) {
        treaty(i);
      }
    }
  }

  private void treaty(int head) {
    if (!tokens.caps[head] && !reading.capital(head)) {
      return;
    }
    Mention known = reading.at(head);
    if (known != null) {
      if (known.type == EntityType.TREATY) {
        ofParties(known);
        ofPurposes(known);
      }
      return;
    }
    boolean caps = tokens.caps[head];
    int from = left(head, caps);
    int end = right(head + 1, caps);
    boolean plain = true;
    for (int i = from; i < end && plain; i++) {
      plain =
          i == head
              || reading.owner[i] < 0 && reading.english(i) && tokens.kind[i] != Tokens.NUMBER;
    }
    boolean any =
        reading.says(from - 1, "A")
            || reading.says(from - 1, "AN")
            || reading.says(from - 1, "ANY");
    // In capitals "trade agreement" is a common noun.
    if (from == head && end == head + 1
        || (caps && plain && (end - from < 3 || any))
        || (!caps && from == head - 1 && reading.sentenceStart(from) && plain)
        || (from == head - 1 && end == head + 1 && reading.is(from, Vocabulary.DEMONYM))) {
      return;
    }
    reading.put(EntityType.TREATY, from, end).certain = true;
  }

  /** {@code US-JAPAN | SECURITY TREATY}, {@code UN | Convention Against Torture}: who made it. */
  private void ofParties(Mention known) {
    int at = known.from - 1;
    if (!reading.follows(known.from)) {
      return;
    }
    int pair = party(at);
    if (pair < at && reading.mark(pair, '-') && party(pair - 1) < pair - 1) {
      reading.put(EntityType.TREATY, party(pair - 1) + 1, known.to).certain = true;
    } else if ((reading.says(at, "UN") || reading.says(at, "U.N."))
        && reading.says(known.from, "CONVENTION")) {
      reading.put(EntityType.TREATY, at, known.to).certain = true;
    }
  }

  /** {@code Treaty of Friendship | , Cooperation and Mutual Assistance}: the rest of the list. */
  private void ofPurposes(Mention known) {
    if (!reading.says(known.from + 1, "OF") || reading.owner[known.from] < 0) {
      return;
    }
    int end = known.to;
    boolean joined = false;
    while (reading.follows(end) && !joined) {
      joined = reading.says(end, "AND");
      if (!joined && !reading.mark(end, ',') || !purpose(end + 1)) {
        break;
      }
      end += 2;
      while (joined && purpose(end) && reading.follows(end)) {
        end++;
      }
    }
    if (joined && end > known.to) {
      reading.put(EntityType.TREATY, known.from, end).certain = true;
    }
  }

  private boolean purpose(int i) {
    return reading.free(i)
        && reading.word(i)
        && reading.capital(i)
        && reading.is(i, Vocabulary.TREATY_MODIFIER | Vocabulary.PORTFOLIO);
  }

  /** The token before a country or a people that ends at the token; the token if there is none. */
  private int party(int i) {
    Mention there = reading.at(i);
    if (there != null) {
      return there.type == EntityType.LOCATION && there.to == i + 1 ? there.from - 1 : i;
    }
    return reading.is(i, Vocabulary.DEMONYM) ? i - 1 : i;
  }

  /** Leftwards over names, words that make names of treaties, and pairs of parties. */
  private int left(int head, boolean caps) {
    int from = head;
    int at = head - 1;
    while (at >= 0 && head - at < LONGEST && tokens.gap[at + 1] < Tokens.BREAK) {
      Mention there = reading.at(at);
      if (there != null) {
        if (there.type == EntityType.LOCATION
            || there.type == EntityType.TREATY
            || there.type == EntityType.DATE && !caps && from == head
            || there.type == EntityType.ORGANIZATION
                && (there.to - there.from > 1
                    || reading.says(head, "CHARTER") && reading.in(WordClass.CHARTERED, there.from)
                    || reading.mark(there.from - 1, '-') && reading.at(there.from - 2) != null
                    || reading.mark(there.to, '-') && reading.at(there.to + 1) != null)) {
          from = there.from;
          at = from - 1;
          if (reading.mark(at, '-')) {
            at--;
            continue;
          }
        }
        break;
      }
      boolean tied = reading.mark(at + 1, '-') && tokens.gap[at + 1] == Tokens.NONE;
      if (reading.word(at)
          && !reading.is(at, Vocabulary.FUNCTION)
          && (caps
              ? reading.is(at, Vocabulary.TREATY_MODIFIER)
                  || !reading.english(at)
                  || reading.is(at, Vocabulary.DEMONYM) && (tied || reading.mark(at - 1, '-'))
              : reading.capital(at))) {
        from = at;
        at--;
      } else if (tokens.kind[at] == Tokens.NUMBER
          && from == at + 1
          && reading.free(at)
          && reading.in(WordClass.NUMBERED, at - 1)
          && reading.capital(at - 1)) {
        // Article 98 Agreement.
        from = at - 1;
        break;
      } else if (tokens.isMark(at, '-') && tokens.gap[at] < Tokens.LINE && from == at + 1) {
        at--;
      } else if (!caps
          && reading.word(at)
          && reading.mark(at - 1, '-')
          && tokens.gap[at] == Tokens.NONE
          && at > 1
          && reading.capital(at - 2)) {
        // Follow-on.
        at -= 2;
        from = reading.at(at) == null ? at : from;
      } else {
        break;
      }
    }
    return from;
  }

  /** Rightwards: {@code of Amity}, {@code on the Law of the Sea}. */
  private int right(int end, boolean caps) {
    if (!(reading.says(end, "OF") || reading.says(end, "ON")) || !reading.follows(end)) {
      return end;
    }
    Mention place = reading.starting(end + 1, EntityType.LOCATION);
    if (place != null && reading.says(end, "OF")) {
      return place.to;
    }
    int to = reading.says(end + 1, "THE") ? end + 2 : end + 1;
    int begin = to;
    while (reading.free(to) && reading.word(to) && reading.follows(to)) {
      if (named(to, caps)) {
        to++;
      } else if (to > begin && reading.says(to, "AND") && named(to + 1, caps)) {
        to += 2;
      } else if (to > begin && !caps && reading.says(to, "OF")) {
        int next = reading.says(to + 1, "THE") ? to + 2 : to + 1;
        if (!named(next, false)) {
          break;
        }
        to = next + 1;
      } else {
        break;
      }
    }
    return to > begin ? to : end;
  }

  private boolean named(int i, boolean caps) {
    if (!reading.free(i) || !reading.word(i)) {
      return false;
    }
    return caps
        ? reading.is(i, Vocabulary.TREATY_MODIFIER | Vocabulary.PORTFOLIO)
        : reading.capital(i) && !reading.is(i, Vocabulary.FUNCTION);
  }
}
