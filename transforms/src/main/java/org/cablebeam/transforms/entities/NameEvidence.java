package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;

/**
 * Weighs what speaks for a person, an organisation or a place where a name is in no vocabulary: the
 * words around it, the names beside it in a list, its ending, and whether it is an acronym. Nothing
 * known leaves a person, who is the most frequent stranger in a cable.
 */
final class NameEvidence {
  private final Reading reading;
  private final Tokens tokens;
  private final Vocabulary vocabulary;

  private int person;
  private int organization;
  private int place;

  NameEvidence(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.vocabulary = reading.vocabulary;
  }

  /** The kind of the unknown name in tokens {@code from} to {@code end}, exclusive. */
  EntityType judge(int from, int end, boolean acronym) {
    person = 2;
    organization = acronym ? 9 : 0;
    place = 0;
    int words = 0;
    boolean given = false;
    boolean known = false;
    int acronyms = 0;
    for (int i = from; i < end; i++) {
      if (reading.word(i)) {
        words++;
        given |= reading.is(i, Vocabulary.GIVEN);
        known |= reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME);
        acronyms += !tokens.caps[i] && tokens.shape[i] == Tokens.UPPER ? 1 : 0;
      }
    }
    if (words > 1) {
      person += given ? 8 : 2;
      organization += acronyms > 0 && !tokens.caps[from] ? 7 : 0;
      organization += reading.is(from, Vocabulary.FOREIGN_HEAD) ? 16 : 0;
    } else {
      person += known ? 4 : 0;
      int length = tokens.end[from] - tokens.start[from];
      organization += tokens.caps[from] && length <= 3 && !known ? 4 : 0;
    }
    before(from);
    behind(from, end);
    list(from, end);
    ending(end - 1);
    if (person >= organization && person >= place) {
      return EntityType.PERSON;
    }
    return organization >= place ? EntityType.ORGANIZATION : EntityType.LOCATION;
  }

  private void before(int from) {
    int at = from - 1;
    if (at < 0 || tokens.gap[from] == Tokens.BREAK) {
      return;
    }
    if (reading.is(at, Vocabulary.PLACE_PREPOSITION)) {
      place += 8;
    } else if (reading.is(at, Vocabulary.MOTION)) {
      if (vocabulary.in("PERSON_NOUN", tokens.key[at - 1 < 0 ? at : at - 1])) {
        person += 6;
      } else {
        place += reading.says(at, "VIA") ? 8 : 4;
      }
    } else if (reading.says(at, "FOR")
        && (reading.says(at - 1, "LEAVES")
            || reading.says(at - 1, "LEFT")
            || reading.says(at - 1, "DEPARTED")
            || reading.says(at - 1, "LEAVE")
            || reading.says(at - 1, "DEPARTS"))) {
      place += 8;
    } else if (reading.says(at, "THE")) {
      organization += 6;
    } else if (reading.says(at, "OF") || reading.says(at, "FOR") || reading.says(at, "AT")) {
      if (reading.at(at - 1, EntityType.TITLE) != null
          || at > 0 && vocabulary.in("ORG_OF_NOUN", tokens.key[at - 1])) {
        organization += 6;
      } else if (reading.at(at - 1, EntityType.PERSON) != null) {
        organization += reading.says(at, "OF") ? 4 : 0;
        place += 4;
      } else {
        place += 1;
      }
    } else if (tokens.kind[at] == Tokens.WORD && vocabulary.in("ORG_NOUN_BEFORE", tokens.key[at])) {
      organization += 7;
    } else if (tokens.kind[at] == Tokens.WORD && vocabulary.in("PLACE_VERB", tokens.key[at])) {
      place += 5;
    } else if (reading.mark(at, '(') && reading.at(at - 1, EntityType.LOCATION) == null) {
      organization += 2;
    }
  }

  private void behind(int from, int end) {
    if (end >= tokens.count || tokens.gap[end] == Tokens.BREAK) {
      return;
    }
    if (tokens.kind[end] == Tokens.POSSESSIVE) {
      person += 1;
      return;
    }
    if (tokens.kind[end] == Tokens.MARK) {
      // Midland, Michigan.
      if (reading.mark(end, ',') && reading.starting(end + 1, EntityType.LOCATION) != null) {
        place += 3;
      }
      return;
    }
    if (reading.starting(end, EntityType.TITLE) != null) {
      organization += 7;
    }
    if (tokens.kind[end] != Tokens.WORD) {
      return;
    }
    long next = tokens.key[end];
    if (reading.says(end, "GOVERNMENT")
        || reading.says(end, "REGIME")
        || reading.says(end, "ADMINISTRATION")
        || reading.says(end, "CABINET")
        || reading.says(end, "JUNTA")) {
      person += 5;
    } else if (vocabulary.in("ORG_NOUN", next)) {
      organization += 5;
    } else if (vocabulary.in("PLACE_NOUN", next)) {
      place += 4;
    } else if (vocabulary.in("ORG_VERB", next)) {
      organization += 3;
      person += 1;
    } else if (reading.is(end, Vocabulary.SPEECH)) {
      person += 4;
    }
    if (from > 0 && reading.says(end, "WHO")) {
      person += 6;
    }
  }

  /** Names beside it in a list are of its kind. */
  private void list(int from, int end) {
    Mention left =
        reading.says(from - 1, "AND") || reading.says(from - 1, "OR") || reading.mark(from - 1, ',')
            ? reading.at(from - 2)
            : null;
    Mention right =
        reading.says(end, "AND") || reading.says(end, "OR") || reading.mark(end, ',')
            ? reading.at(end + 1)
            : null;
    beside(left, !reading.mark(from - 1, ','));
    beside(right != null && right.from == end + 1 ? right : null, !reading.mark(end, ','));
  }

  private void beside(@org.jspecify.annotations.Nullable Mention other, boolean joined) {
    if (other == null) {
      return;
    }
    int weight = joined ? 4 : 3;
    if (other.type == EntityType.ORGANIZATION) {
      organization += weight;
    } else if (other.type == EntityType.LOCATION) {
      place += other.country ? 1 : weight;
    } else if (other.type == EntityType.PERSON) {
      person += 2;
    }
  }

  private void ending(int last) {
    int length = tokens.end[last] - tokens.start[last];
    if (tokens.kind[last] != Tokens.WORD || length < 5) {
      return;
    }
    if (ends(last, PERSON_ENDINGS)) {
      person += 3;
    } else if (ends(last, PLACE_ENDINGS)) {
      place += 4;
    } else if (ends(last, ORGANIZATION_ENDINGS)
        || tokens.text.regionMatches(true, tokens.start[last], "PETRO", 0, 5)
        || tokens.text.regionMatches(true, tokens.start[last], "ELECTRO", 0, 7)) {
      organization += 5;
    }
  }

  private boolean ends(int i, String[] endings) {
    for (String ending : endings) {
      if (tokens.text.regionMatches(
          true, tokens.end[i] - ending.length(), ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }

  private static final String[] PERSON_ENDINGS = {
    "OV", "EV", "OVA", "EVA", "SKY", "SKI", "SKAYA", "SKIY", "ENKO", "CHUK", "SHVILI", "ADZE",
    "IDZE", "YAN", "IAN", "OGLU", "ZADEH", "ZADE", "POULOS", "AKIS", "IDES", "IDIS", "ESCU", "WICZ",
    "VICH", "VIC", "IEV", "MANN", "SSEN", "SEN", "SSON", "SON", "STEIN", "ELLI", "ETTI", "EZ",
    "ULLAH", "UDDIN", "ALLAH", "NEN", "SINGH", "KHAN", "WARDENA", "SINGHE", "RATNE", "GAARD",
        "QVIST"
  };

  private static final String[] PLACE_ENDINGS = {
    "ABAD", "PUR", "PORE", "GRAD", "GOROD", "VILLE", "BURG", "BURGH", "STAN", "NAGAR", "GARH",
    "POLIS", "TOWN", "LAND", "HAVEN", "SHIRE", "HAM", "ORSK", "INSK", "ANSK", "YANSK", "KALA",
    "TOPE", "FONTEIN", "DORP", "KULAM", "PATNAM", "STADT", "HEIM", "INGEN", "OPOL"
  };

  private static final String[] ORGANIZATION_ENDINGS = {
    "BANK",
    "BANKA",
    "BANCO",
    "NEFT",
    "NAFTA",
    "PROM",
    "EXPORT",
    "IMPORT",
    "IMPEX",
    "INVEST",
    "ATOM",
    "TELECOM",
    "CHEM",
    "CORP",
    "BRAS",
    "PHARM",
    "TRANS",
    "STROY",
    "MASH",
    "OIL",
    "GAZ",
    "COMM",
    "TEX",
    "PANK",
    "ENERGO",
    "TRADE",
    "CONSULT",
    "KASSE",
    "WERKE",
    "VERLAG",
    "BAHN",
    "NET",
    "SOFT",
    "PRESS",
    "VISION",
    "PRENSA",
    "FLOT",
    "TURIST",
    "KOMBINAT"
  };
}
