package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Finds treaties by their head word: an agreement, accord, convention, protocol, pact or charter
 * with the name before it (Panama Canal Treaty) or behind it (Treaty of Amity). Those with a name
 * of their own (Camp David Accords, SALT II) are known names.
 */
final class Treaties {
  /** The most words before the head. */
  private static final int LONGEST = 8;

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
    acronyms();
  }

  /** What is explained as short for a treaty is that treaty wherever it stands. */
  private void acronyms() {
    KeyMap<Mention> explained = new KeyMap<>();
    int count = reading.mentions.size();
    for (int k = 0; k < count; k++) {
      Mention mention = reading.mentions.get(k);
      if (mention.type != EntityType.TREATY || mention.dropped) {
        continue;
      }
      if (mention.to - mention.from == 1 && reading.in(WordClass.TREATY_OF_TWO, mention.from)) {
        ofParties(mention);
      }
      if (mention.explained && mention.to - mention.from == 1) {
        explained.put(tokens.key[mention.from], mention);
      } else if (shortened(mention)) {
        Mention acronym = reading.put(EntityType.TREATY, mention.to + 1, mention.to + 2);
        acronym.certain = true;
        acronym.normal = reading.string(mention.from, mention.to);
        explained.put(tokens.key[acronym.from], acronym);
      }
    }
    for (int i = 0; !explained.isEmpty() && i < tokens.count; i++) {
      Mention acronym = tokens.shape[i] == Tokens.UPPER ? explained.get(tokens.key[i]) : null;
      Mention there = reading.at(i);
      boolean taken =
          there != null && (there.to - there.from > 1 || there.type == EntityType.TREATY);
      if (acronym != null && !taken && reading.zone[i] == Reading.Zone.TEXT) {
        Mention again = reading.put(EntityType.TREATY, i, i + 1);
        again.certain = true;
        again.normal = acronym.normal;
      }
    }
  }

  /**
   * {@code Treaty on Conventional Armed Forces in Europe | (CFE)}: whether letters of it follow.
   */
  private boolean shortened(Mention treaty) {
    int at = treaty.to + 1;
    if (!reading.mark(treaty.to, '(')
        || !reading.mark(at + 1, ')')
        || !reading.word(at)
        || tokens.shape[at] != Tokens.UPPER
        || treaty.to - treaty.from < 2
        || reading.at(at, EntityType.LOCATION) != null) {
      return false;
    }
    int letter = tokens.start[at];
    for (int k = tokens.start[treaty.from];
        k < tokens.end[treaty.to - 1] && letter < tokens.end[at];
        k++) {
      if (Character.toUpperCase(tokens.chars[k]) == tokens.chars[letter]) {
        letter++;
      }
    }
    return letter == tokens.end[at] && letter - tokens.start[at] > 1;
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
        ofField(head);
      }
      return;
    }
    boolean caps = tokens.caps[head];
    int from = left(head, caps);
    if (from == head && threeDigits(head - 1) && reading.says(head - 2, "THE")) {
      // The 123 Agreement.
      from = head - 1;
    }
    int end = right(head + 1, caps);
    if (from == head && (end > head + 1 || !caps) && made(head - 1)) {
      // WTO | Agreement on Agriculture.
      from = head - 1;
    }
    boolean plain = true;
    for (int i = from; i < end && plain; i++) {
      plain =
          i == head
              || reading.owner[i] < 0 && reading.english(i) && tokens.kind[i] != Tokens.NUMBER;
    }
    boolean any = reading.in(WordClass.INDEFINITE, from - 1);
    // In capitals "trade agreement" is a common noun.
    if (from == head && end == head + 1
        || (caps && plain && (any || several(head) || end - from < 3 && !specific(from, head)))
        || (!caps && from == head - 1 && reading.sentenceStart(from) && plain)
        || (from == head - 1 && end == head + 1 && reading.is(from, Vocabulary.DEMONYM))) {
      return;
    }
    reading.put(EntityType.TREATY, from, end).certain = true;
  }

  /** Whether a body of states stands there, by its acronym. */
  private boolean made(int i) {
    Mention body = reading.at(i, EntityType.ORGANIZATION);
    return body != null
        && body.to - body.from == 1
        && body.to == i + 1
        && reading.follows(body.to)
        && tokens.shape[i] == Tokens.UPPER
        && !governed(body);
  }

  private boolean threeDigits(int i) {
    return reading.free(i)
        && tokens.kind[i] == Tokens.NUMBER
        && tokens.end[i] - tokens.start[i] == 3;
  }

  /** TAX TREATIES: a kind of them. */
  private boolean several(int head) {
    return Character.toUpperCase(tokens.chars[tokens.end[head] - 1]) == 'S';
  }

  /** CONSULAR CONVENTION, but not PEACE TREATY: of its kind there are few, and these have names. */
  private boolean specific(int from, int head) {
    return head == from + 1
        && reading.in(WordClass.TREATY_FORMAL, head)
        && reading.is(from, Vocabulary.TREATY_MODIFIER)
        && !reading.in(WordClass.TREATY_VAGUE, from);
  }

  /** {@code US-JAPAN | SECURITY TREATY}, {@code UN | Convention Against Torture}: who made it. */
  private void ofParties(Mention known) {
    int at = known.from - 1;
    if (!reading.follows(known.from)) {
      return;
    }
    int town = reading.mark(at, '/') && tokens.gap[at] == Tokens.NONE ? party(at - 1) : at;
    if (town < at - 1) {
      // Tegucigalpa/|San Jose Accord.
      reading.put(EntityType.TREATY, town + 1, known.to).certain = true;
      return;
    }
    if (reading.is(at, Vocabulary.TREATY_MODIFIER)
        && reading.free(at)
        && !tokens.caps[at]
        && reading.capital(at)
        && !reading.sentenceStart(at)) {
      // Supplemental | Status of Forces Agreement.
      reading.put(EntityType.TREATY, at, known.to).certain = true;
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

  /** {@code Vienna Convention | on Consular Relations}: what a treaty with a name is on. */
  private void ofField(int head) {
    Mention known = reading.at(head);
    if (known != null && known.to == head + 1 && reading.says(known.to, "ON")) {
      int to = right(known.to, tokens.caps[head]);
      if (to > known.to) {
        reading.put(EntityType.TREATY, known.from, to).certain = true;
      }
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
                    || (reading.says(head, "TREATY") || reading.says(head, "PACT"))
                        && !governed(there)
                    || !caps && tokens.shape[there.from] == Tokens.TITLE && from == head
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
      } else if (tokens.isMark(at, '.')
          && tokens.gap[at] == Tokens.NONE
          && reading.is(at - 1, Vocabulary.ABBREVIATION)
          && from == at + 1
          && reading.free(at - 1)) {
        // St. Andrews.
        from = at - 1;
        at -= 2;
      } else if (reading.says(at, "AND") && from == at + 1 && paired(at, caps)) {
        from = at - 1;
        at -= 2;
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

  /** USG: a government makes treaties, but gives none its name. */
  private static boolean governed(Mention body) {
    return body.normal != null && body.normal.startsWith("Government");
  }

  /** {@code Peace | and Reconciliation} Agreement: whether both words are what treaties are of. */
  private boolean paired(int and, boolean caps) {
    int fields = Vocabulary.TREATY_MODIFIER | Vocabulary.PORTFOLIO;
    return reading.free(and - 1)
        && reading.follows(and)
        && reading.is(and - 1, fields)
        && (caps ? reading.is(and + 1, fields) : reading.capital(and - 1));
  }

  /**
   * Rightwards: {@code of Amity}, {@code on the Law of the Sea}, {@code for the Protection of
   * Birds}.
   */
  private int right(int end, boolean caps) {
    if (!reading.follows(end)) {
      return end;
    }
    boolean of = reading.says(end, "OF");
    Mention town = of ? reading.starting(end + 1, EntityType.LOCATION) : null;
    if (town != null) {
      return town.to;
    }
    int to = reading.says(end + 1, "THE") ? end + 2 : end + 1;
    boolean field =
        of
            || reading.says(end, "ON")
            || reading.says(end, "AGAINST")
            || reading.says(end, "FOR") && reading.says(to + 1, "OF");
    boolean strange = of && caps && reading.free(to) && reading.word(to) && !reading.english(to);
    if (!field || !named(to, caps) && !strange) {
      return end;
    }
    to++;
    while (reading.follows(to)) {
      int next = named(to, caps) ? to : joined(to, caps);
      if (next < 0) {
        break;
      }
      to = next + 1;
    }
    return to;
  }

  /** The word behind "of the", "and", "against", if it is of the name; -1 if it is not. */
  private int joined(int i, boolean caps) {
    boolean of = reading.says(i, "OF");
    if (reading.mark(i, ',')
        && reading.says(i + 2, "AND")
        && named(i + 1, caps)
        && named(i + 3, caps)) {
      // Peace | , Friendship and Cooperation.
      return i + 3;
    }
    if (!of && !reading.says(i, "AND") && (caps || !reading.says(i, "AGAINST"))) {
      return -1;
    }
    int next = of && reading.says(i + 1, "THE") ? i + 2 : i + 1;
    return reading.follows(next) && named(next, caps) ? next : -1;
  }

  /** Whether a word may be of the field of a treaty; a body made of such words is one as well. */
  private boolean named(int i, boolean caps) {
    Mention there = reading.at(i);
    if (!reading.word(i)
        || reading.blocked[i]
        || there != null && (caps || there.type != EntityType.ORGANIZATION || there.to == i + 1)) {
      return false;
    }
    return caps
        ? reading.is(i, Vocabulary.TREATY_MODIFIER | Vocabulary.PORTFOLIO)
        : reading.capital(i)
            && !reading.is(i, Vocabulary.FUNCTION | Vocabulary.DEMONYM | Vocabulary.MONTH)
            && (there == null || reading.english(i));
  }
}
