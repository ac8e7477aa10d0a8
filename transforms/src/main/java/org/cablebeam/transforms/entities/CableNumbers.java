package org.cablebeam.transforms.entities;

import java.util.Optional;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Finds references to other cables: a post and a serial, with a year before, behind or none.
 * Without a year it is the cable's own year, or the year before where the serial would lie after
 * the cable's own.
 */
final class CableNumbers {
  private static final int LONGEST_SERIAL = 7;

  private final Reading reading;
  private final Tokens tokens;
  private final Phrases phrases;
  private final int year;
  private final @Nullable CableId own;

  private @Nullable String post;
  private int postEnd;

  CableNumbers(Reading reading, int year, @Nullable CableId own) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.phrases = reading.vocabulary.phrases;
    this.year = year;
    this.own = own;
  }

  void read() {
    String carried = null;
    int carriedYear = 0;
    boolean references = false;
    for (int i = 0; i < tokens.count; i++) {
      if (reading.zone[i] == Reading.Zone.REFERENCES && !references) {
        carried = null;
      }
      references = reading.zone[i] == Reading.Zone.REFERENCES;
      if (reading.zone[i] != Reading.Zone.TEXT && !references) {
        continue;
      }
      if (tokens.kind[i] == Tokens.MIXED) {
        int end = glued(i);
        if (end > i) {
          i = end - 1;
        }
        continue;
      }
      if (references
          && carried != null
          && tokens.kind[i] == Tokens.NUMBER
          && serial(i) > 0
          && tokens.end[i] - tokens.start[i] >= 3
          && (reading.says(i - 1, "AND") || reading.mark(i - 1, ',') || reading.mark(i - 1, '&'))
          && !reading.is(i + 1, Vocabulary.MONTH)) {
        put(i, i + 1, carriedYear, carried, serial(i));
        continue;
      }
      if ((tokens.starts[i] & Vocabulary.POST) == 0 || !post(i)) {
        continue;
      }
      String id = java.util.Objects.requireNonNull(post);
      int end = postEnd;
      int at = end;
      int given = 0;
      if (reading.mark(at, '(') && year(at + 1) > 0 && reading.mark(at + 2, ')')) {
        given = year(at + 1);
        at += 3;
      }
      if (at >= tokens.count
          || tokens.kind[at] != Tokens.NUMBER
          || tokens.gap[at] == Tokens.BREAK
          || serial(at) == 0
          || (tokens.gap[at] == Tokens.NONE && given == 0)) {
        continue;
      }
      int length = tokens.end[at] - tokens.start[at];
      int from = i;
      if (given == 0
          && i > 0
          && tokens.kind[i - 1] == Tokens.NUMBER
          && tokens.gap[i] <= Tokens.LINE
          && year(i - 1) > 0
          && reading.free(i - 1)
          && !reading.is(i - 2, Vocabulary.MONTH)) {
        given = year(i - 1);
        from = i - 1;
        if (reading.mark(i - 2, '\'') && tokens.gap[i - 1] == Tokens.NONE) {
          from = i - 2;
        }
      }
      if (!references) {
        boolean upper = true;
        for (int k = i; k < end; k++) {
          upper &= tokens.kind[k] != Tokens.WORD || tokens.shape[k] == Tokens.UPPER;
        }
        if ((!upper && given == 0)
            || length < 3 && given == 0
            || reading.is(at + 1, Vocabulary.NOT_YEAR)
            || decimal(at)
            || (given == 0
                && length == 4
                && serial(at) >= 1960
                && serial(at) <= 2012
                && !reading.mark(at + 1, ')'))
            || (given == 0
                && length == 4
                && serial(at) < 2400
                && (reading.says(i - 1, "ARRIVE")
                    || reading.says(i - 1, "DEPART")
                    || reading.says(i - 1, "LEAVE")))) {
          continue;
        }
      } else if (reading.is(at + 1, Vocabulary.MONTH)) {
        continue;
      }
      int to = at + 1;
      if (given == 0 && reading.mark(to, '(') && year(to + 1) > 0 && reading.mark(to + 2, ')')) {
        given = year(to + 1);
        to += 3;
      }
      put(from, to, given, id, serial(at));
      carried = id;
      carriedYear = given;
      i = to - 1;
    }
  }

  private boolean decimal(int at) {
    return at + 2 < tokens.count
        && tokens.gap[at + 1] == Tokens.NONE
        && tokens.gap[at + 2] == Tokens.NONE
        && tokens.kind[at + 2] == Tokens.NUMBER
        && (tokens.isMark(at + 1, ',') || tokens.isMark(at + 1, '.'));
  }

  private void put(int from, int to, int given, String post, long serial) {
    int of = given > 0 ? given : year;
    Mention mention = reading.put(EntityType.CABLE_REFERENCE, from, to);
    if (of == 0) {
      return;
    }
    CableId id = CableId.of(of, post, serial);
    if (given == 0
        && own != null
        && own.post().equals(id.post())
        && own.series().isEmpty()
        && serial > own.serial()) {
      id = CableId.of(of - 1, post, serial);
    }
    mention.normal = id.toString();
  }

  /** {@code 09MOSCOW2935}, also over several words: {@code 05LA PAZ 3801}. */
  private int glued(int i) {
    int start = tokens.start[i];
    int digits = start;
    while (digits < tokens.end[i] && Tokens.digit(tokens.text.charAt(digits))) {
      digits++;
    }
    int count = digits - start;
    if (count != 2 && count != 4) {
      return 0;
    }
    boolean serialIn = Tokens.digit(tokens.text.charAt(tokens.end[i] - 1));
    int to = i + 1;
    while (!serialIn && to < tokens.count && to < i + 4 && tokens.gap[to] < Tokens.BREAK) {
      if (tokens.kind[to] == Tokens.NUMBER) {
        serialIn = true;
      } else if (tokens.kind[to] != Tokens.WORD) {
        return 0;
      }
      to++;
    }
    if (!serialIn || tokens.end[to - 1] - start > 40) {
      return 0;
    }
    Optional<CableId> id = CableId.parse(reading.string(i, to));
    if (id.isEmpty() || reading.vocabulary.words.find(id.get().post()) < 0) {
      return 0;
    }
    reading.put(EntityType.CABLE_REFERENCE, i, to).normal = id.get().toString();
    return to;
  }

  /** Whether a post is named at the token: the longest name. */
  private boolean post(int i) {
    post = null;
    int node = 0;
    int at = i;
    while (at < tokens.count) {
      node = phrases.step(node, tokens.word[at]);
      if (node < 0) {
        break;
      }
      for (Phrases.Name name : phrases.at(node)) {
        if (name.type() == EntityType.CABLE_REFERENCE && name.post() != null) {
          post = name.post();
          postEnd = at + 1;
        }
      }
      at++;
      if (at < tokens.count
          && tokens.gap[at] == Tokens.NONE
          && (tokens.isMark(at, '-') || tokens.isMark(at, '.'))) {
        at++;
      }
      if (at >= tokens.count || tokens.gap[at] == Tokens.BREAK) {
        break;
      }
    }
    return post != null;
  }

  private int year(int i) {
    if (i < 0 || i >= tokens.count || tokens.kind[i] != Tokens.NUMBER) {
      return 0;
    }
    int length = tokens.end[i] - tokens.start[i];
    if (length == 2) {
      int year = number(i);
      return year < 50 ? 2000 + year : 1900 + year;
    }
    if (length == 4) {
      int year = number(i);
      return year >= 1960 && year <= 2039 ? year : 0;
    }
    return 0;
  }

  private int serial(int i) {
    return tokens.end[i] - tokens.start[i] > LONGEST_SERIAL ? 0 : number(i);
  }

  private int number(int i) {
    int value = 0;
    for (int k = tokens.start[i]; k < tokens.end[i] && k < tokens.start[i] + 9; k++) {
      value = value * 10 + tokens.text.charAt(k) - '0';
    }
    return value;
  }
}
