package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Finds positions: a head from the vocabulary with the modifiers before it (Deputy Foreign
 * Minister) and its portfolio behind it (Minister of Public Security), without the organisation. A
 * weak head (chief, spokesman), and any in small letters, counts only beside a person: it is noted
 * as provisional.
 */
final class Titles {
  private static final int MOST_MODIFIERS = 4;

  private final Reading reading;
  private final Tokens tokens;
  private final Phrases titles;

  // The head of the title that is read, and how many modifiers stand before it.
  private int headStart;
  private int headEnd;
  private int modifiers;

  Titles(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.titles = reading.vocabulary.titles;
  }

  void read() {
    for (int i = 0; i < tokens.count; i++) {
      if ((tokens.starts[i] & Vocabulary.TITLE) == 0
          || !reading.word(i)
          || !reading.free(i)
          || (reading.zone[i] != Reading.Zone.TEXT
              && reading.zone[i] != Reading.Zone.CLASSIFIED_BY)) {
        continue;
      }
      int end = title(i);
      if (end > i) {
        i = end - 1;
      }
    }
  }

  /** Notes the title that begins at a word, and gives its end; 0 if none does. */
  private int title(int i) {
    if (isGivenName(i) || opensNone(i)) {
      return 0;
    }
    Phrases.Name first = headFrom(i);
    if (first == null) {
      return 0;
    }
    Phrases.Name head = longest(graded(first));
    int at = headStart;
    int end = headEnd;
    if (head.acronym() && !tokens.caps[at] && tokens.shape[at] == Tokens.LOWER) {
      return 0;
    }
    if (reading.hyphenated(end - 1)) {
      if (!reading.says(end + 1, "DESIGNATE") && !reading.says(end + 1, "ELECT")) {
        return 0;
      }
      end += 2;
    }
    int field = portfolio(end);
    boolean fielded = field > end;
    end = field;
    int start = before(i, at, end);
    boolean bare = at == start && end - at == 1;
    boolean called =
        !head.strong()
            && reading.is(at, Vocabulary.GIVEN)
            && reading.word(end)
            && reading.follows(end)
            && reading.capital(end)
            && !reading.english(end);
    if (bare && (called || reading.in(WordClass.TITLE_CALLING, at))) {
      // Dean | Acheson.
      return 0;
    }
    end = period(end);
    Mention mention = reading.put(EntityType.TITLE, start, end);
    boolean weak = !head.strong();
    mention.provisional =
        weak && fielded ? !reading.capital(start) : !isCertain(head, start, end, bare);
    return end;
  }

  /**
   * A title that is also a name, behind a name or a title: Abbas Amir Entezam, Envoy Dean Brown.
   */
  private boolean isGivenName(int i) {
    if (i == 0 || !reading.is(i, Vocabulary.GIVEN) || !reading.follows(i)) {
      return false;
    }
    return reading.word(i - 1)
            && reading.is(i - 1, Vocabulary.GIVEN)
            && !reading.is(i - 1, Vocabulary.SPEECH)
        || reading.at(i - 1, EntityType.TITLE) != null
            && !reading.says(i, "PRINCE")
            && !reading.says(i, "KING");
  }

  /** Whether a word that may open a title does not with the word behind it. */
  private boolean opensNone(int i) {
    if (isOrdinal(i)) {
      boolean minister =
          reading.says(i + 1, "MINISTER") && !tokens.caps[i] && reading.capital(i + 1);
      return !minister && !reading.in(WordClass.AFTER_FIRST, i + 1);
    }
    if (reading.says(i, "P.M.") || reading.says(i, "PM")) {
      // 5 P.M.
      return i > 0 && tokens.kind[i - 1] == Tokens.NUMBER && reading.follows(i);
    }
    if (reading.says(i, "UNDER")) {
      return !reading.says(i + 1, "SECRETARY");
    }
    if (reading.says(i, "CHARGE")
        && (reading.says(i - 1, "IN") && !reading.says(i - 2, "CALLED")
            || reading.in(WordClass.ORDINAL, i - 1))) {
      return true;
    }
    // SECSTATE WASHDC: an address.
    return reading.in(WordClass.ADDRESSEE, i)
        && (tokens.starts[i + 1 < tokens.count ? i + 1 : i] & Vocabulary.POST) != 0;
  }

  private boolean isOrdinal(int i) {
    return reading.says(i, "FIRST") || reading.says(i, "SECOND");
  }

  /**
   * The head behind the modifiers from a word on; null if there is none. The longest run of
   * modifiers wins: Assistant Secretary of State needs no other rule.
   */
  private Phrases.@Nullable Name headFrom(int start) {
    int at =
        isOrdinal(start)
                && !reading.says(start + 1, "SECRETARY")
                && !reading.says(start + 1, "LADY")
            ? start + 1
            : start;
    modifiers = 0;
    boolean fields = false;
    Phrases.Name head = head(at);
    while (head == null
        && modifiers < MOST_MODIFIERS
        && reading.is(at, Vocabulary.TITLE_MODIFIER | Vocabulary.PORTFOLIO)
        && reading.word(at)
        && reading.free(at)) {
      fields |= !reading.is(at, Vocabulary.TITLE_MODIFIER);
      at++;
      modifiers++;
      boolean joined =
          (reading.mark(at, '/') || reading.mark(at, '-') || reading.mark(at, '&'))
                  && reading.word(at + 1)
              || reading.says(at, "AND")
                  && reading.is(at + 1, Vocabulary.TITLE_MODIFIER)
                  && reading.is(at - 1, Vocabulary.PORTFOLIO);
      if (joined) {
        at++;
      }
      if (!reading.follows(at)
          || !reading.free(at)
          || reading.capital(at) != reading.capital(start)
              && !tokens.caps[start]
              && !reading.sentenceStart(start)) {
        return null;
      }
      head = head(at);
    }
    headStart = at;
    // Public Works Minister: no other head has every portfolio before it.
    return fields && !reading.in(WordClass.OFFICE, headEnd - 1) ? null : head;
  }

  /** {@code Assistant | Interior Minister}: the head behind one that may be its grade, or that. */
  private Phrases.Name graded(Phrases.Name found) {
    int start = headStart;
    int end = headEnd;
    int before = modifiers;
    if (found.strong()
        || end != start + 1
        || !reading.is(start, Vocabulary.TITLE_MODIFIER)
        || !reading.follows(end)
        || !reading.free(end)
        || reading.capital(end) != reading.capital(start)) {
      return found;
    }
    Phrases.Name head = headFrom(end);
    if (head != null && modifiers > 0) {
      modifiers += before + 1;
      return head;
    }
    headStart = start;
    headEnd = end;
    modifiers = before;
    return found;
  }

  /** The head that goes farther than the one found, or that one. */
  private Phrases.Name longest(Phrases.Name found) {
    Phrases.Name head = found;
    int at = headStart;
    int end = headEnd;
    // Deputy | Director General, where Deputy Director is a title too.
    for (int k = at; k + 1 < end && reading.is(k, Vocabulary.TITLE_MODIFIER); k++) {
      Phrases.Name inner = head(k + 1);
      if (inner != null && headEnd > end) {
        head = inner;
        end = headEnd;
        modifiers++;
      }
    }
    // A title may follow itself: Deputy | Director, Vice | Chairman.
    boolean mayFollow =
        end < tokens.count
            && reading.follows(end)
            && reading.free(end)
            && reading.capital(end) == reading.capital(at)
            && end == at + 1
            && !reading.is(end, Vocabulary.GIVEN | Vocabulary.SURNAME);
    Phrases.Name more = mayFollow ? head(end) : null;
    if (more != null
        && more.strong()
        && reading.is(at, Vocabulary.TITLE_MODIFIER)
        && !reading.in(WordClass.RANK, end)
        && !reading.in(WordClass.RANK_SHORT, end)) {
      return more;
    }
    headEnd = end;
    return head;
  }

  /** Whether a title is one without a person beside it. */
  private boolean isCertain(Phrases.Name head, int start, int end, boolean bare) {
    boolean caps = tokens.caps[start];
    if (!head.strong()) {
      // With a modifier a plural is no ordinary word: FOREIGN MINISTERS; nor is a weak head where
      // case shows that it is a title.
      return modifiers > 0
          && (caps
              ? reading.says(end - 1, "MINISTERS")
              : reading.capital(start) && !reading.sentenceStart(start));
    }
    boolean ordinary =
        bare
            && doubtful(headStart)
            && (caps ? !determined(headStart) : reading.sentenceStart(start));
    return reading.capital(start) && reading.capital(headStart) && !ordinary;
  }

  /** {@code Army Chief}, {@code Africa Director}: a force or a region that is part of the title. */
  private int before(int start, int head, int end) {
    Mention before = reading.follows(start) ? reading.at(start - 1) : null;
    if (before == null || start != head || before.to != start) {
      return start;
    }
    boolean force =
        (reading.says(head, "CHIEF") && (end == head + 1 || reading.says(end - 1, "STAFF"))
                || reading.says(head, "ATTACHE")
                || reading.says(head, "MINISTER") && end == head + 1)
            && (reading.says(start - 1, "ARMY") || reading.says(start - 1, "NAVY"))
            && before.to - before.from == 1;
    boolean region =
        reading.says(head, "DIRECTOR")
            && end == head + 1
            && before.type == EntityType.LOCATION
            && (before.country || before.normal == null)
            && reading.capital(head);
    boolean field =
        before.type == EntityType.ORGANIZATION
            && reading.in(WordClass.OFFICE, end - 1)
            && reading.says(start - 1, "AFFAIRS");
    return force || region || field ? before.from : start;
  }

  /** The words that are more often ordinary than a title where case does not show it. */
  private boolean doubtful(int i) {
    return reading.in(WordClass.TITLE_DOUBTFUL, i)
        || tokens.end[i] - tokens.start[i] <= 3 && !reading.in(WordClass.TITLE_SHORT, i);
  }

  /**
   * {@code THE KING}, but not THE GENERAL VIEW: who is meant is known, and it is nobody's trait.
   */
  private boolean determined(int i) {
    if (reading.is(i + 1, Vocabulary.SPEECH) && tokens.end[i] - tokens.start[i] > 3) {
      // KING SAID: the article is not written.
      return true;
    }
    if (tokens.gap[i] < Tokens.BREAK
        && reading.in(WordClass.PERSON_VERB, i - 1)
        && !reading.in(WordClass.TITLE_TRAIT, i)
        && (i + 1 >= tokens.count
            || !reading.word(i + 1)
            || reading.is(i + 1, Vocabulary.FUNCTION))) {
      return true;
    }
    if (ruler(i)) {
      return true;
    }
    if (!reading.says(i - 1, "THE") || tokens.gap[i] >= Tokens.BREAK) {
      return false;
    }
    boolean trait = reading.in(WordClass.TITLE_TRAIT, i) || tokens.end[i] - tokens.start[i] <= 4;
    boolean ends =
        i + 1 < tokens.count
            && (tokens.kind[i + 1] == Tokens.POSSESSIVE
                || reading.is(i + 1, Vocabulary.FUNCTION | Vocabulary.SPEECH)
                || tokens.kind[i + 1] == Tokens.MARK);
    return trait && !reading.says(i, "KING") ? reading.is(i + 1, Vocabulary.SPEECH) : ends;
  }

  /** SUPPORT KING, TALKS WITH SULTAN: a ruler, where nothing follows that may be a name. */
  private boolean ruler(int i) {
    boolean ends = !reading.word(i + 1) || reading.is(i + 1, Vocabulary.FUNCTION);
    if (reading.says(i, "PRINCE") && reading.sentenceStart(i) && reading.follows(i + 1)) {
      // PRINCE WAITS.
      return (reading.inflection(i + 1) & Vocabulary.VERB) != 0;
    }
    return reading.in(WordClass.RULER, i)
        && ends
        && tokens.gap[i] < Tokens.BREAK
        && (reading.is(i - 1, Vocabulary.VERB | Vocabulary.MOTION | Vocabulary.SPEECH)
            || reading.says(i - 1, "WITH")
            || reading.says(i - 1, "BY"));
  }

  /** The period of an abbreviation belongs to it, where the name follows: COL. GICHANE. */
  private int period(int end) {
    return reading.mark(end, '.')
            && tokens.gap[end] == Tokens.NONE
            && reading.is(end - 1, Vocabulary.ABBREVIATION)
            && reading.follows(end + 1)
            && reading.word(end + 1)
            && reading.capital(end + 1)
            && !reading.is(end + 1, Vocabulary.FUNCTION)
        ? end + 1
        : end;
  }

  /** {@code of Public Security}, {@code for Political Affairs}, behind a minister or secretary. */
  private int portfolio(int end) {
    int last = end - 1;
    boolean office =
        reading.says(last, "MINISTER")
            || reading.says(last, "SECRETARY")
            || reading.says(last, "UNDERSECRETARY")
            || reading.says(last, "MIN");
    // Of a director "of" names what he directs, an organisation or a place as well as a field.
    boolean director = reading.says(last, "DIRECTOR") && reading.says(end, "OF");
    if (!director
        && !(office && reading.says(end, "OF"))
        && !(reading.says(end, "FOR") && (office || hasField(last)))) {
      return end;
    }
    int at = end + 1;
    if (reading.says(at, "THE")) {
      at++;
    }
    int from = at;
    while (at < tokens.count
        && reading.follows(at)
        && reading.word(at)
        && portfolioWord(at)
        && (tokens.caps[at] || reading.capital(at) == reading.capital(last))) {
      at++;
      if ((reading.says(at, "AND") || reading.mark(at, ','))
          && portfolioWord(at + 1)
          && (tokens.caps[at] || reading.capital(at + 1))
          && head(at + 1) == null) {
        at++;
      }
    }
    return at > from && (!director || nameStarts(at)) ? at : end;
  }

  /** Director of Civil Aviation | J. P. Ayugo: whether a name follows the field. */
  private boolean nameStarts(int i) {
    return reading.follows(i)
        && reading.word(i)
        && reading.free(i)
        && reading.capital(i)
        && !reading.is(i, Vocabulary.FUNCTION | Vocabulary.ORG_HEAD)
        && (reading.initial(i)
            || reading.initials(i)
            || reading.is(i, Vocabulary.GIVEN)
            || !reading.english(i));
  }

  /** Titles behind which "for" names a field: Director General for Political Affairs. */
  private boolean hasField(int last) {
    return reading.in(WordClass.TITLE_WITH_FIELD, last)
        || reading.says(last, "STATE") && reading.says(last - 1, "OF")
        || reading.says(last, "PRESIDENT") && reading.says(last - 1, "VICE");
  }

  private boolean portfolioWord(int i) {
    return reading.is(i, Vocabulary.PORTFOLIO)
        || reading.is(i, Vocabulary.DEMONYM) && reading.says(i + 1, "AFFAIRS")
        || descriptive(i)
        || reading.word(i)
            && !tokens.caps[i]
            && reading.capital(i)
            && reading.free(i)
            && reading.is(i, Vocabulary.NOUN)
            && !reading.is(
                i,
                Vocabulary.FUNCTION | Vocabulary.ORG_HEAD | Vocabulary.GIVEN | Vocabulary.SURNAME)
            && (tokens.starts[i] & Vocabulary.NAME) == 0;
  }

  /** {@code Administrative | Development}: an adjective before a field. */
  private boolean descriptive(int i) {
    return reading.word(i)
        && !tokens.caps[i]
        && reading.capital(i)
        && reading.free(i)
        && reading.is(i, Vocabulary.ENGLISH)
        && !reading.is(
            i, Vocabulary.FUNCTION | Vocabulary.ORG_HEAD | Vocabulary.GIVEN | Vocabulary.SURNAME)
        && reading.follows(i + 1)
        && reading.capital(i + 1)
        && reading.is(i + 1, Vocabulary.PORTFOLIO);
  }

  private Phrases.@Nullable Name head(int i) {
    Phrases.Name best = null;
    int node = 0;
    int at = i;
    while (at < tokens.count
        && (reading.free(at) || at > i && reading.at(at, EntityType.ORGANIZATION) != null)) {
      node = titles.step(node, tokens.word[at]);
      if (node < 0) {
        break;
      }
      for (Phrases.Name name : titles.at(node)) {
        if (name.acronym() && tokens.shape[i] != Tokens.UPPER && at == i) {
          continue;
        }
        best = name;
        headEnd = at + 1;
      }
      at++;
      if (at < tokens.count
          && tokens.gap[at] == Tokens.NONE
          && (tokens.isMark(at, '-')
              || (tokens.isMark(at, '/')
                  && at + 1 < tokens.count
                  && tokens.gap[at + 1] == Tokens.NONE)
              || (tokens.isMark(at, '.') && reading.is(at - 1, Vocabulary.ABBREVIATION)))) {
        at++;
      }
      if (at >= tokens.count || tokens.gap[at] == Tokens.BREAK) {
        break;
      }
    }
    return best;
  }
}
