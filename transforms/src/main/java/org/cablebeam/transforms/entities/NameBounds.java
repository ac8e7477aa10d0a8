package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Tells how far the name of an organisation reaches to both sides of its head word: Islamic |
 * Democratic | Party, Ministry | of the Interior. Where case shows it, by the capitals; in a text
 * in capitals by the words that make such names. Changes nothing.
 */
final class NameBounds {
  /** The longest name, in words. */
  static final int LONGEST = 10;

  private final Reading reading;
  private final Tokens tokens;

  NameBounds(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  /** Leftwards over capitalised words, and over small ones between them. */
  int left(int head) {
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
              reading.says(at, "AND") && at + 1 < head && pair(at)
                  || reading.says(at, "AND")
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
                || reading.in(WordClass.ORDINAL, at) && reading.in(WordClass.UNIT, head)
                || reading.in(WordClass.ORG_COUNT, at) && !reading.sentenceStart(at))) {
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
      } else if (ordinal(at) && reading.in(WordClass.UNIT, head)) {
        from = at;
        break;
      } else if (tokens.kind[at] == Tokens.POSSESSIVE) {
        if (!reading.in(WordClass.ORG_PEOPLE, at - 1)) {
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

  /** {@code Exploration | and | Production} Department: two nouns that are no names. */
  private boolean pair(int and) {
    return concern(and - 1)
        && concern(and + 1)
        && tokens.gap[and] < Tokens.BREAK
        && !reading.sentenceStart(and - 1);
  }

  private boolean concern(int i) {
    int flags = i < 0 ? 0 : tokens.flags[i] | reading.inflection(i);
    return reading.word(i)
        && reading.free(i)
        && tokens.shape[i] == Tokens.TITLE
        && (flags & Vocabulary.NOUN) != 0
        && !reading.is(
            i,
            Vocabulary.FUNCTION
                | Vocabulary.DEMONYM
                | Vocabulary.ORG_HEAD
                | Vocabulary.GIVEN
                | Vocabulary.SURNAME
                | Vocabulary.MONTH)
        && !title(i);
  }

  /** Leftwards over words that make names of institutions, places, and words of no language. */
  int leftInCapitals(int head) {
    int from = head;
    int at = head - 1;
    while (at >= 0 && head - at < LONGEST && tokens.gap[at + 1] < Tokens.BREAK) {
      Mention there = reading.at(at);
      if (there != null) {
        if (there.type == EntityType.TREATY && there.to - there.from == 1 && from < head) {
          // MBFR Working Group.
          from = there.from;
          break;
        }
        if (there.type == EntityType.ORGANIZATION
            && reading.in(WordClass.UNIT, head)
            && (ordinal(there.from - 1) || reading.in(WordClass.ORDINAL, there.from - 1))
            && reading.follows(there.from)) {
          // 320th | NVA | Division.
          return there.from - 1;
        }
        if (there.type != EntityType.LOCATION && there.type != EntityType.ORGANIZATION
            || there.type == EntityType.ORGANIZATION
                && from == head
                && reading.is(head, Vocabulary.ORG_WEAK)
                && there.to - there.from == 1) {
          break;
        }
        from = there.from;
        break;
      }
      if (tokens.kind[at] == Tokens.WORD) {
        boolean demonym = reading.is(at, Vocabulary.DEMONYM);
        boolean modifier =
            reading.is(at, Vocabulary.ORG_MODIFIER | Vocabulary.PORTFOLIO)
                && !(reading.says(at, "NEAR") && !reading.in(WordClass.COMPASS, at + 1));
        boolean unknown = !reading.english(at) && !reading.is(at, Vocabulary.FUNCTION);
        if (reading.in(WordClass.ORDINAL, at) && reading.in(WordClass.UNIT, head)) {
          from = at;
          break;
        }
        if (title(at)) {
          break;
        }
        if (unknown && person(at)) {
          // General Antonio Imbert | arms | the National Police.
          int word = tokens.flags[from] | reading.inflection(from);
          return (word & Vocabulary.VERB) != 0 && from < head ? from + 1 : from;
        }
        if (modifier || demonym || unknown) {
          from = at;
          // A place or a people begins a name, it does not stand within.
          if (demonym && !reading.is(at, Vocabulary.ORG_MODIFIER)) {
            break;
          }
          at--;
        } else if (reading.in(WordClass.WORKERS, at + 1)
            && from == at + 1
            && reading.free(at)
            && reading.is(at, Vocabulary.NOUN)
            && !reading.is(at, Vocabulary.FUNCTION | Vocabulary.VERB)) {
          // Waterside | Workers Federation; not: they form a | Workers Committee.
          from = at;
          break;
        } else if (opened(head, at) > 0) {
          from = opened(head, at);
          break;
        } else if (from == at + 1 && concerned(head, at)) {
          from = at;
          at--;
        } else if (reading.says(at, "AND")
            && from == at + 1
            && reading.is(at - 1, Vocabulary.DEMONYM)
            && reading.says(head - 1, "AFFAIRS")
            && reading.free(at - 1)) {
          // American and Pacific Affairs Department.
          from = at - 1;
          break;
        } else if (reading.says(at, "AND")
            && from == at + 1
            && reading.is(at - 1, Vocabulary.ORG_MODIFIER | Vocabulary.PORTFOLIO)
            && (reading.is(at - 1, Vocabulary.NOUN) || reading.in(WordClass.ORG_FORMAL, head))
            && reading.is(at + 1, Vocabulary.ORG_MODIFIER)
            && reading.owner[at - 1] < 0) {
          at--;
        } else {
          break;
        }
      } else if (reading.in(WordClass.UNIT, head)
          && (ordinal(at)
              || from == head && tokens.kind[at] == Tokens.NUMBER && reading.free(at))) {
        // 82nd Division, 111 Brigade.
        from = at;
        break;
      } else if (tokens.isMark(at, '-')
          && tokens.gap[at] == Tokens.NONE
          && tokens.gap[at + 1] == Tokens.NONE
          && from == at + 1
          && reading.word(at - 1)
          && reading.word(from)
          && !reading.english(from)
          && reading.mark(at - 2, '-')) {
        // Quaid-i-Azam University.
        at -= 2;
        from = at + 1;
        if (reading.word(at - 1) && !reading.english(at - 1)) {
          from = at - 1;
        }
        break;
      } else if (tokens.kind[at] == Tokens.POSSESSIVE && reading.in(WordClass.ORG_PEOPLE, at - 1)) {
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

  /** A surname behind a given name, which a title announces. */
  private boolean person(int i) {
    return reading.follows(i)
        && reading.is(i - 1, Vocabulary.GIVEN)
        && !reading.english(i - 1)
        && reading.free(i - 1)
        && i > 1
        && (tokens.starts[i - 2] & Vocabulary.HEAD) != 0;
  }

  /** {@code APPROPRIATIONS | COMMITTEE}: a noun that says with what a formal body is concerned. */
  boolean concerned(int head, int i) {
    return i < head
        && head - i <= 2
        && reading.in(WordClass.ORG_FORMAL, head)
        && reading.free(i)
        && noun(i)
        && (reading.inflection(i) & Vocabulary.VERB) == 0
        && tokens.end[i] - tokens.start[i] > 2
        && !reading.is(
            i,
            Vocabulary.FUNCTION
                | Vocabulary.SPEECH
                | Vocabulary.VERB
                | Vocabulary.MONTH
                | Vocabulary.ORG_HEAD
                | Vocabulary.GEO_POST)
        && !reading.in(WordClass.ORG_NOUN, i)
        && !reading.in(WordClass.ORG_DEGREE, i)
        && !reading.in(WordClass.TIME, i)
        && (tokens.starts[i] & Vocabulary.HEAD) == 0
        && !reading.says(i - 1, "A")
        && !reading.says(i - 1, "AN")
        && !reading.says(i - 1, "NO")
        && !reading.says(i - 1, "ANY");
  }

  /**
   * Where a name in capitals begins that has ordinary nouns in its midst, as a people or a place
   * opens it: AFGHAN FAMILY GUIDANCE ASSOCIATION. 0 if nothing opens one.
   */
  private int opened(int head, int i) {
    if (reading.is(head, Vocabulary.ORG_WEAK)
        && !reading.in(WordClass.ORG_POLITICAL, head)
        && !reading.in(WordClass.ORG_ON, head)
        && !reading.is(head, Vocabulary.ORG_OF)) {
      return 0;
    }
    for (int at = i; at > i - 3 && at > 0 && reading.follows(at + 1) && reading.word(at); at--) {
      boolean opens = reading.is(at, Vocabulary.DEMONYM) || reading.in(WordClass.ORG_ADJECTIVE, at);
      if (opens && at < i) {
        return at;
      }
      if (!reading.free(at)
          || !reading.english(at)
          || reading.is(at, Vocabulary.VERB) && !reading.is(at, Vocabulary.NOUN)
          || reading.is(at, Vocabulary.FUNCTION | Vocabulary.ORG_HEAD)
          || (tokens.starts[at] & Vocabulary.HEAD) != 0) {
        return 0;
      }
    }
    return 0;
  }

  /** Rightwards: {@code of the Interior}, {@code for Human Rights}, {@code of Experts}. */
  int right(int head, int end, boolean caps) {
    int at = end;
    if (!caps
        && reading.says(head, "FORCE")
        && reading.says(head - 1, "TASK")
        && reading.word(end)
        && reading.follows(end)
        && tokens.shape[end] == Tokens.TITLE
        && reading.free(end)
        && !reading.is(end, Vocabulary.FUNCTION)
        && !title(end)) {
      // Joint Task Force | Omega.
      return end + 1;
    }
    if (end == head + 1
        && reading.says(at, "AND")
        && reading.follows(at)
        && reading.in(WordClass.FIRM_PAIR, head)
        && reading.in(WordClass.FIRM_PAIR, at + 1)
        && reading.follows(at + 1)
        && (caps || reading.capital(at + 1))
        && reading.free(at + 1)) {
      // Heritage Oil | and Gas.
      return at + 2;
    }
    if (!reading.in(WordClass.ORG_JOINT, at) || !reading.follows(at)) {
      return end;
    }
    boolean ofHead = reading.is(head, Vocabulary.ORG_OF);
    if (caps && !ofHead || reading.says(at, "ON") && caps && !reading.in(WordClass.ORG_ON, head)) {
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
    boolean placed = false;
    if (reading.in(WordClass.ORG_OF_TITLE, head) && reading.says(end, "OF")) {
      // Office of the Prime Minister.
      int office = titleEnd(at);
      if (office > at) {
        return office;
      }
    }
    while (at < tokens.count && at - end < LONGEST && reading.follows(at)) {
      Mention there = reading.at(at);
      if (there != null) {
        boolean seat = at == begin && reading.says(head, "UNIVERSITY") && there.from == at;
        if (there.type != EntityType.LOCATION && !seat
            || there.from != at
            || caps && reading.says(end, "ON")) {
          break;
        }
        // The central bank of a country is named with it; so is any body that has no other name.
        last = there.to;
        at = there.to;
        placed = true;
      } else if (caps && at == begin && !reading.is(at, Vocabulary.PORTFOLIO) && workers(at) > at) {
        // Union of | Road Transport Workers.
        return workers(at);
      } else if (caps && titleBegins(at)) {
        break;
      } else if (caps
          && at == begin
          && reading.says(head, "UNIVERSITY")
          && reading.word(at)
          && !reading.english(at)) {
        return at + 1;
      } else if (tokens.kind[at] == Tokens.WORD
          && (caps
              // University of Nairobi | students: a place ends the name.
              ? !placed && ofField(at, begin)
              : reading.capital(at) && !reading.is(at, Vocabulary.FUNCTION) && !title(at))) {
        last = ++at;
        placed = false;
      } else if ((reading.says(at, "AND")
              || reading.says(at, "OF")
              || reading.says(at, "FOR") && reading.is(at + 1, Vocabulary.PORTFOLIO)
              || reading.mark(at, ',')
              || tokens.isMark(at, '&'))
          && at > begin
          && !(caps && placed && reading.says(at, "AND"))
          && continues(at, caps)) {
        at++;
        if (reading.says(at, "THE")) {
          at++;
        }
      } else if (tokens.isMark(at, '-') && tokens.gap[at] == Tokens.NONE && at > begin) {
        at++;
      } else if (!caps && at == begin + 1 && doing(at)) {
        // Task Force for Rebuilding | the Nation.
        at++;
      } else {
        break;
      }
    }
    boolean other =
        !caps
            && begin == end + 1
            && reading.says(end, "OF")
            && last > begin + 1
            && reading.follows(head)
            && reading.word(head - 1)
            && tokens.shape[head - 1] == Tokens.TITLE
            && !reading.sentenceStart(head - 1)
            && reading.is(last - 1, Vocabulary.ORG_HEAD)
            && !reading.is(last - 1, Vocabulary.PORTFOLIO);
    // Alien Affairs Office | of Military Control Commission: another body.
    return other ? end : last;
  }

  /** Whether a word in capitals may stand in the field of a body, which begins at a token. */
  private boolean ofField(int at, int begin) {
    return reading.is(at, Vocabulary.PORTFOLIO)
        || reading.is(at, Vocabulary.ORG_MODIFIER)
            && !reading.is(at, Vocabulary.FUNCTION)
            && !(at == begin && reading.in(WordClass.ORG_DEGREE, at))
        || reading.is(at, Vocabulary.DEMONYM)
        || at > begin && bodies(at)
        || at > begin
            && noun(at)
            && (tokens.starts[at] & Vocabulary.HEAD) == 0
            && (reading.in(WordClass.ORG_ADJECTIVE, at - 1)
                || reading.is(at - 1, Vocabulary.DEMONYM));
  }

  /** The end of a few nouns that say whose union it is; the token itself if they do not. */
  private int workers(int i) {
    for (int at = i; at < i + 3 && reading.free(at) && reading.follows(at); at++) {
      boolean members = reading.in(WordClass.WORKERS, at) || reading.in(WordClass.ORG_PEOPLE, at);
      if (at > i && members) {
        return at + 1;
      }
      if (!reading.word(at) || reading.is(at, Vocabulary.FUNCTION) || !noun(at)) {
        break;
      }
    }
    return i;
  }

  /** What is to be done, and to what: {@code Rebuilding | the | Nation}. */
  private boolean doing(int the) {
    int last = tokens.end[the - 1] - 1;
    return reading.says(the, "THE")
        && last > 3
        && tokens.text.regionMatches(true, last - 2, "ING", 0, 3)
        && reading.follows(the + 1)
        && reading.is(the + 1, Vocabulary.NOUN)
        && tokens.shape[the + 1] == Tokens.TITLE
        && reading.free(the + 1);
  }

  /** A title behind the name of a ministry: MINISTRY OF PETROLEUM | JOINT SECRETARY. */
  private boolean titleBegins(int i) {
    return reading.is(i, Vocabulary.TITLE_MODIFIER)
        && !reading.is(i, Vocabulary.PORTFOLIO)
        && reading.follows(i + 1)
        && (tokens.starts[i + 1] & Vocabulary.HEAD) != 0;
  }

  /** The end of the title that begins at the token; the token itself if none does. */
  int titleEnd(int i) {
    int node = 0;
    int end = i;
    for (int at = i; at < tokens.count && reading.free(at) && reading.capital(at); at++) {
      if (at > i && !reading.follows(at)) {
        break;
      }
      node = reading.vocabulary.titles.step(node, tokens.word[at]);
      if (node < 0) {
        break;
      }
      end = reading.vocabulary.titles.at(node).length == 0 ? end : at + 1;
    }
    return end;
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
      return reading.at(next, EntityType.LOCATION) != null
          || !caps && next == at + 1 && reading.free(next) && reading.capital(next) && !title(next);
    }
    return (reading.is(next, Vocabulary.PORTFOLIO | Vocabulary.ORG_MODIFIER)
            || !caps && concept(next))
        && (caps || reading.capital(next))
        && reading.free(next)
        && !(caps && reading.is(next + 1, Vocabulary.ORG_HEAD));
  }

  /** {@code Reconciliation and | Concord}: a noun that is no name and begins none. */
  private boolean concept(int i) {
    return reading.is(i, Vocabulary.NOUN)
        && tokens.shape[i] == Tokens.TITLE
        && !reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME | Vocabulary.ORG_HEAD)
        && !title(i)
        && !(reading.word(i + 1) && reading.capital(i + 1) && reading.follows(i + 1));
  }

  /** {@code of Student | Unions}: bodies that are members of the one. */
  private boolean bodies(int i) {
    return reading.is(i - 1, Vocabulary.ORG_MODIFIER)
        && (reading.inflection(i) & Vocabulary.ORG_HEAD) != 0;
  }

  private boolean noun(int i) {
    return ((tokens.flags[i] | reading.inflection(i)) & Vocabulary.NOUN) != 0;
  }

  /** {@code 82nd}, of a unit. */
  private boolean ordinal(int i) {
    return i >= 0
        && tokens.kind[i] == Tokens.MIXED
        && Tokens.digit(tokens.chars[tokens.start[i]])
        && !Tokens.digit(tokens.chars[tokens.end[i] - 1])
        && tokens.end[i] - tokens.start[i] < 6;
  }

  boolean title(int i) {
    int node = reading.vocabulary.titles.step(0, tokens.word[i]);
    if (node < 0) {
      return false;
    }
    for (Phrases.Name name : reading.vocabulary.titles.at(node)) {
      if (name.strong()
          && !reading.in(WordClass.TITLE_IN_NAME, i)
          && (!name.acronym() || tokens.caps[i] || tokens.shape[i] == Tokens.UPPER)) {
        return true;
      }
    }
    return false;
  }
}
