package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Finds treaties by their head word: an agreement, accord, convention, protocol, pact or charter
 * with the name before it (Panama Canal Treaty) or behind it (Treaty of Amity). Those with a name
 * of their own (Camp David Accords, SALT II) are known names.
 */
final class Treaties {
  private final Reading reading;
  private final Tokens tokens;

  Treaties(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  void read() {
    for (int i = 0; i < tokens.count; i++) {
      if (reading.zone[i] == Reading.Zone.TEXT
          && reading.word(i)
          && reading.is(i, Vocabulary.TREATY_HEAD)) {
        treaty(i);
      }
    }
  }

  private void treaty(int head) {
    if (reading.owner[head] >= 0 || (!tokens.caps[head] && !reading.capital(head))) {
      return;
    }
    boolean caps = tokens.caps[head];
    int from = head;
    int at = head - 1;
    while (at >= 0 && head - at < 6 && tokens.gap[at + 1] < Tokens.BREAK) {
      Mention there = reading.at(at);
      if (there != null) {
        if (there.type == EntityType.LOCATION
            || there.type == EntityType.TREATY
            || there.type == EntityType.ORGANIZATION && there.to - there.from > 1) {
          from = there.from;
          at = from - 1;
          if (!reading.mark(at, '-')) {
            break;
          }
          at--;
          continue;
        }
        break;
      }
      if (reading.word(at)
          && !reading.is(at, Vocabulary.FUNCTION)
          && (caps
              ? reading.is(at, Vocabulary.TREATY_MODIFIER) || !reading.english(at)
              : reading.capital(at))) {
        from = at;
        at--;
      } else if (tokens.isMark(at, '-') && tokens.gap[at] == Tokens.NONE && from == at + 1) {
        at--;
      } else {
        break;
      }
    }
    int end = head + 1;
    if ((reading.says(end, "OF") || reading.says(end, "ON")) && reading.follows(end)) {
      Mention place = reading.starting(end + 1, EntityType.LOCATION);
      int to = end + 1;
      if (place != null && reading.says(end, "OF")) {
        end = place.to;
      } else {
        if (reading.says(to, "THE")) {
          to++;
        }
        int begin = to;
        while (reading.word(to)
            && reading.free(to)
            && (caps
                ? reading.is(to, Vocabulary.TREATY_MODIFIER | Vocabulary.PORTFOLIO)
                : reading.capital(to) && !reading.is(to, Vocabulary.FUNCTION)
                    || reading.says(to, "OF") && reading.word(to + 1) && reading.capital(to + 1)
                    || reading.says(to, "AND")
                        && reading.word(to + 1)
                        && reading.capital(to + 1))) {
          to++;
        }
        if (to > begin) {
          end = to;
        }
      }
    }
    boolean plain = true;
    for (int i = from; i < end && plain; i++) {
      plain = i == head || reading.owner[i] < 0 && reading.english(i);
    }
    // In capitals "trade agreement" is a common noun.
    if (from == head && end == head + 1
        || (caps && plain && end - from < 3)
        || (!caps && from == head - 1 && reading.sentenceStart(from) && plain)
        || (from == head - 1 && end == head + 1 && reading.is(from, Vocabulary.DEMONYM))) {
      return;
    }
    reading.put(EntityType.TREATY, from, end).certain = true;
  }
}
