package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/** Finds bodies that have a number in their names: GSG-9, M-19, Charter 77. */
final class NumberedBodies {
  private final Reading reading;
  private final Tokens tokens;

  NumberedBodies(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  /** Looks for a body whose number is the token. */
  void read(int number) {
    int word = reading.mark(number - 1, '-') ? number - 2 : number - 1;
    if (word < 0
        || tokens.kind[word] != Tokens.WORD
        || tokens.shape[word] == Tokens.LOWER
        || tokens.end[number] - tokens.start[number] > 4
        || reading.zone[word] != Reading.Zone.TEXT
        || !reading.follows(number)
        || !reading.free(word, number + 1)) {
      return;
    }
    long key = tokens.key[word];
    for (int k = tokens.start[number]; k < tokens.end[number]; k++) {
      key = WordTable.extend(key, tokens.chars[k]);
    }
    int known = WordTable.number(reading.vocabulary.words.entry(key));
    if (reading.vocabulary.in(WordClass.NUMBERED_BODY, known)) {
      reading.put(EntityType.ORGANIZATION, word, number + 1).certain = true;
    }
  }
}
