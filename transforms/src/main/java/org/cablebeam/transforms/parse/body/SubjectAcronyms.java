package org.cablebeam.transforms.parse.body;

import java.util.List;
import org.cablebeam.transforms.parse.body.TitleWords.Form;
import org.cablebeam.transforms.parse.body.TitleWords.Kind;
import org.cablebeam.transforms.text.KnownWords;
import org.jspecify.annotations.Nullable;

/**
 * Finds the acronyms of a subject in capitals: by the text below it, by the words around, in lists,
 * behind what they abbreviate, and by their letters. One a subject; offsets are UTF-16 units of it.
 */
final class SubjectAcronyms {
  /** Longer words in capitals may be names that a drafter wrote so. */
  private static final int LONGEST_ACRONYM = 5;

  private static final int LONGEST_ABBREVIATION = 8;

  /** A branch of the IT sector has at least so many letters; small words have fewer. */
  private static final int SHORTEST_BRANCH = 6;

  /** What stands between the items of a list, longer ones first. */
  private static final List<String> SEPARATORS =
      List.of(
          ", AND THE ",
          ", AND ",
          ", OR ",
          ", THE ",
          " AND THE ",
          " AND ",
          " OR ",
          " VS. ",
          " V. ",
          " & ",
          ", ",
          "/");

  private final String subject;
  private final SubjectWords words;
  private final SpelledWords spelled;
  private final TitleWords forms;
  private final LoneWords lone;

  SubjectAcronyms(
      String subject, SubjectWords words, SpelledWords spelled, TitleWords forms, LoneWords lone) {
    this.subject = subject;
    this.words = words;
    this.spelled = spelled;
    this.forms = forms;
    this.lone = lone;
  }

  /**
   * How the word between two offsets is written because of what stands around it or because it is
   * an acronym; null where it is a word like others.
   *
   * @param opens whether the title or a part of it opens with the word
   */
  @Nullable String written(int at, int end, boolean opens) {
    String word = subject.substring(at, end);
    String upper = TitleLetters.upper(word);
    if (isModel(at, end)) {
      return forms.model(upper);
    }
    if (isOfficeSymbol(upper, at) || isSuffix(at, end) || isAbbreviation(upper, at, end)) {
      return upper;
    }
    int stem = upper.endsWith("'S") ? upper.length() - 2 : upper.length();
    String asInText = spelled.withCapitals(upper.substring(0, stem));
    if (asInText != null) {
      return asInText + TitleLetters.lower(word.substring(stem));
    }
    String inContext = inContext(upper.substring(0, stem), at, end);
    if (inContext != null) {
      return inContext + TitleLetters.lower(word.substring(stem));
    }
    Form known = forms.get(upper);
    if (known == null) {
      return isSpelledAsAcronym(upper)
              || isShortAcronym(upper, at, end)
              || isSaidAcronym(upper, at, end)
          ? upper.substring(0, stem) + TitleLetters.lower(upper.substring(stem))
          : null;
    }
    if (known.other().isEmpty()) {
      return null;
    }
    return isJoinedToAcronym(at, end) || (opens && isTopic(end)) || isListed(at, end)
        ? acronym(known, upper)
        : decided(upper, known, at, end, opens);
  }

  /** As the words around say, unless the text is clear; not for DR. and its like. */
  private @Nullable String inContext(String upper, int at, int end) {
    boolean stopped = end < subject.length() && subject.charAt(end) == '.';
    return stopped || spelled.tagged(upper) || spelled.inCapitals(upper) != spelled.inSmall(upper)
        ? null
        : TitleContexts.form(upper, words, spelled, at, end);
  }

  /** S/WCI, EUR/WE, N/A: what follows a letter or an acronym and a stroke is one too. */
  private boolean isOfficeSymbol(String upper, int at) {
    if (at < 2 || subject.charAt(at - 1) != '/') {
      return false;
    }
    int before = at - 1;
    while (before > 0 && Character.isLetter(subject.charAt(before - 1))) {
      before--;
    }
    String office = TitleLetters.upper(subject.substring(before, at - 1));
    Form known = forms.get(office);
    boolean letter = office.length() == 1 && !office.equals("W");
    boolean acronym = known != null && known.form().equals(office) && known.other().isEmpty();
    boolean one = upper.length() == 1 && (letter || acronym || TitleLetters.isAcronym(office));
    return one || (letter && upper.length() <= LONGEST_ACRONYM) || (acronym && upper.length() == 2);
  }

  /** The letter of CSTC-A, but not that of TETE-A-TETE. */
  private boolean isSuffix(int at, int end) {
    return end - at == 1
        && at > 0
        && subject.charAt(at - 1) == '-'
        && (end == subject.length() || subject.charAt(end) != '-');
  }

  /** (GORM) behind the words it abbreviates. */
  private boolean isAbbreviation(String upper, int at, int end) {
    boolean enclosed =
        at > 0
            && subject.charAt(at - 1) == '('
            && end < subject.length()
            && subject.charAt(end) == ')';
    if (!enclosed || upper.length() < 3 || upper.length() > LONGEST_ABBREVIATION) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    StringBuilder all = new StringBuilder();
    int word = at - 1;
    while (word > 0 && all.length() < 2 * LONGEST_ABBREVIATION) {
      int stop = word;
      while (word > 0 && Character.isLetterOrDigit(subject.charAt(word - 1))) {
        word--;
      }
      if (word < stop) {
        Form known = forms.get(TitleLetters.upper(subject.substring(word, stop)));
        char initial = Character.toUpperCase(subject.charAt(word));
        all.insert(0, initial);
        if (known == null || known.kind() != Kind.SMALL) {
          initials.insert(0, initial);
        }
      } else {
        word--;
      }
    }
    return initials.toString().endsWith(upper) || all.toString().endsWith(upper);
  }

  /** Whether a word is the topic that stands before all others, LOS: THE DEEP SEABED. */
  private boolean isTopic(int end) {
    return end < subject.length() && subject.charAt(end) == ':';
  }

  private String acronym(Form known, String upper) {
    return known.form().equals(upper) ? known.form() : known.other();
  }

  /** The letters of A-320 and AH-64. */
  private boolean isModel(int at, int end) {
    return end - at <= 2 && isNumbered(end);
  }

  private boolean isNumbered(int end) {
    return end + 1 < subject.length()
        && subject.charAt(end) == '-'
        && Character.isDigit(subject.charAt(end + 1));
  }

  /** The MAS of MAS, YPFB AND TIPNIS: an item of one word beside an acronym is one too. */
  private boolean isListed(int at, int end) {
    int before = listedBefore(at);
    int behind = listedBehind(end);
    return before >= 0
        && behind >= 0
        && (lone.isUsual(words.endingAt(before)) || lone.isUsual(words.at(behind)));
  }

  /** Where the item before the one at an offset ends; the offset at a beginning, or -1. */
  private int listedBefore(int at) {
    if (at == 0 || isBehind(": ", at) || isBehind("; ", at) || isBehind("- ", at)) {
      return at;
    }
    for (String sign : SEPARATORS) {
      if (isBehind(sign, at)) {
        return at - sign.length();
      }
    }
    return -1;
  }

  /** Where the item behind the one that ends at an offset begins; the offset at an end, or -1. */
  private int listedBehind(int end) {
    if (end == subject.length() || ":;.?!".indexOf(subject.charAt(end)) >= 0) {
      return end;
    }
    for (String sign : SEPARATORS) {
      if (subject.startsWith(sign, end)) {
        return end + sign.length();
      }
    }
    return -1;
  }

  /** Whether the text writes a word in capitals and never otherwise. */
  private boolean isSpelledAsAcronym(String upper) {
    return upper.length() >= 2
        && upper.length() <= LONGEST_ABBREVIATION
        && TitleLetters.apostrophe(upper) < 0
        && spelled.inCapitals(upper)
        && !spelled.inSmall(upper)
        && (upper.length() <= LONGEST_ACRONYM || !spelled.asName(upper));
  }

  /** What is too short to be an unknown word, unless it is a part of a name: JONG-IL. */
  private boolean isShortAcronym(String word, int at, int end) {
    String upper = word.endsWith("'S") ? word.substring(0, word.length() - 2) : word;
    boolean part =
        (at > 0 && subject.charAt(at - 1) == '-')
            || (end < subject.length() && "-.".indexOf(subject.charAt(end)) >= 0);
    return ShortWords.lacks(upper)
        && forms.get(upper) == null
        && !lone.isPlural(upper)
        && !spelled.inSmall(upper)
        && !isBehindTitle(at)
        && (!part || isNumbered(end) || isJoinedToAcronym(at, end) || isJoinedToWord(upper, end));
  }

  /** The QOE of QOE-BACKED. */
  private boolean isJoinedToWord(String upper, int end) {
    String behind = end < subject.length() && subject.charAt(end) == '-' ? words.at(end + 1) : "";
    return upper.length() > 2
        && behind.length() >= KnownWords.SHORTEST
        && behind.length() <= KnownWords.LONGEST
        && KnownWords.has(behind);
  }

  /** What nobody is called, SEPNIA, unless a title of a person stands before it. */
  private boolean isSaidAcronym(String word, int at, int end) {
    String upper = word.endsWith("'S") ? word.substring(0, word.length() - 2) : word;
    boolean part =
        (at > 0 && subject.charAt(at - 1) == '-')
            || (end < subject.length() && subject.charAt(end) == '-');
    return !part
        && !lone.isPlural(upper)
        && !isBehindTitle(at)
        && !isBehindParty(at)
        && !spelled.inSmall(upper)
        && SaidAcronyms.is(upper);
  }

  /** Whether the title or an initial of a person stands before a word: CHAIRMAN LAKE, J. LAKE. */
  private boolean isBehindTitle(int at) {
    if (at < 2 || subject.charAt(at - 1) != ' ') {
      return false;
    }
    String before = words.before(at);
    return WordClass.PERSON_TITLE.holds(before)
        || (before.length() == 1 && !before.equals("V") && subject.charAt(at - 2) == '.');
  }

  /** Whether the party of somebody stands before a word: UDM'S LAKE. */
  private boolean isBehindParty(int at) {
    String before = words.before(at);
    return before.endsWith("'S") && lone.isUsual(before.substring(0, before.length() - 2));
  }

  /** The ICE of DHS/ICE and the DR of CAFTA-DR. */
  private boolean isJoinedToAcronym(int at, int end) {
    String upper = words.at(at);
    return (at > 0
            && "-/".indexOf(subject.charAt(at - 1)) >= 0
            && isPartner(upper, words.endingAt(at - 1)))
        || (end < subject.length()
            && "-/".indexOf(subject.charAt(end)) >= 0
            && isPartner(upper, words.at(end + 1)));
  }

  /** An acronym; CHA-CHA has none. */
  private boolean isPartner(String upper, String other) {
    return !other.isEmpty() && !other.equals(upper) && lone.isUsual(other);
  }

  /** One of two forms: WHO or Who, It or IT. */
  private String decided(String upper, Form known, int at, int end, boolean opens) {
    boolean capitals = known.form().equals(upper);
    String acronym = acronym(known, upper);
    String plain = capitals ? known.other() : known.form();
    if (spelled.inCapitals(upper)
        || (isSector(upper, at, end, opens) && !spelled.inSmall(upper))
        || (!capitals && spelled.namesTag(upper))) {
      return acronym;
    }
    if (!capitals) {
      return plain;
    }
    boolean word =
        (spelled.inSmall(upper) && !spelled.tagged(upper))
            || isQuestion(upper, end)
            || isBehindTitle(at);
    return word ? plain : acronym;
  }

  /** INDIA'S IT SECTOR, IT OUTSOURCING; but IT TAKES TWO, as a verb follows. */
  private boolean isSector(String upper, int at, int end, boolean opens) {
    if (!upper.equals("IT")) {
      return false;
    }
    String next = words.behind(end);
    return isBehind("'S ", at)
        || isBehind(" THE ", at)
        || (opens && next.length() >= SHORTEST_BRANCH && !next.endsWith("S"));
  }

  /** WHO LEADS? */
  private boolean isQuestion(String upper, int end) {
    return upper.equals("WHO") && subject.indexOf('?', end) > 0;
  }

  /** Whether some signs stand right before an offset, letters in capitals. */
  private boolean isBehind(String signs, int at) {
    return subject.regionMatches(true, at - signs.length(), signs, 0, signs.length());
  }
}
