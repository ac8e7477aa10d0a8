package org.cablebeam.transforms.parse.body;

import java.util.List;
import org.cablebeam.transforms.parse.body.TitleWords.Form;
import org.cablebeam.transforms.parse.body.TitleWords.Kind;
import org.cablebeam.transforms.text.KnownWords;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Writes a subject, which telegrams give in capitals, as a title: words capitalised, small words
 * small, acronyms and Roman numerals as they are. Acronyms are the organization TAGS, the words of
 * {@code title-words.tsv}, words without a vowel, with a digit or with inner full stops, words that
 * nobody can pronounce, and words that the text of the cable writes in capitals only. What may be a
 * word or an acronym is decided by the text, the tags of the cable and the acronyms beside it; a
 * word with capitals within, RasGas, is written as the text writes it. Immutable and thread-safe.
 */
public final class TitleCase {
  /** A subject with this share of small letters was not written in capitals, in percent. */
  private static final int MIXED = 30;

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

  private final TitleWords forms;

  private TitleCase(TitleWords forms) {
    this.forms = forms;
  }

  /** With the standard vocabulary. */
  public static TitleCase standard() {
    return Standard.TITLE_CASE;
  }

  private static final class Standard {
    static final TitleCase TITLE_CASE = new TitleCase(TitleWords.standard());
  }

  /** The subject as a title; blanks and signs stay as they are. */
  public String of(String subject) {
    return of(subject, SpelledWords.NONE);
  }

  /** The same, its words spelled as in the text below it where that decides. */
  String of(String subject, SpelledWords spelled) {
    return new Title(subject, spelled).write();
  }

  /** One subject on its way to a title. */
  private final class Title {
    private final String subject;
    private final SpelledWords spelled;
    private final SubjectWords words;
    private final boolean mixed;
    private final int lastLetter;
    private final StringBuilder title;
    private boolean opens = true;

    Title(String subject, SpelledWords spelled) {
      this.subject = subject;
      this.spelled = spelled;
      this.words = new SubjectWords(subject);
      this.mixed = isMixed(subject);
      this.title = new StringBuilder(subject.length());
      int last = subject.length() - 1;
      while (last >= 0 && !Character.isLetterOrDigit(subject.charAt(last))) {
        last--;
      }
      this.lastLetter = last;
    }

    String write() {
      int at = 0;
      while (at < subject.length()) {
        at = TitleLetters.isWordSign(subject, at) ? word(at) : sign(at);
      }
      return title.toString();
    }

    /** Behind the sign at an offset. */
    private int sign(int from) {
      char c = subject.charAt(from);
      int at = from + 1;
      title.append(c);
      // What follows a colon, a dash or an opening sign begins a title of its own.
      boolean dash =
          c == '-'
              && (at >= subject.length() || subject.charAt(at) == ' ' || subject.charAt(at) == '-')
              && !isHanging(subject, at);
      boolean closing = c == '"' && at > 1 && !Lines.isBlank(subject.charAt(at - 2));
      boolean opening = ":;.?!([\"\u201c\u2013\u2014".indexOf(c) >= 0;
      boolean versus = endsIn(" v.") || endsIn(" vs.");
      opens |= (opening && !closing && !versus && !(c == '.' && isAbbreviated(from))) || dash;
      return at;
    }

    /** Whether a full stop belongs to the word before it, as in JR. AND. */
    private boolean isAbbreviated(int stop) {
      Form known = forms.get(words.endingAt(stop));
      return known != null && known.kind() == Kind.ABBREVIATION;
    }

    private boolean endsIn(String letters) {
      return title.indexOf(letters, title.length() - letters.length()) >= 0;
    }

    /** Behind the word at an offset, or behind the words that are known together. */
    private int word(int at) {
      int end = at + 1;
      while (end < subject.length() && TitleLetters.isWordSign(subject, end)) {
        end++;
      }
      Form phrase = mixed ? null : forms.phrase(subject, at, end);
      if (phrase != null) {
        title.append(TitleCase.written(phrase, opens));
        opens = false;
        return at + phrase.form().length();
      }
      // The end of a part of the title is one too: ALL IN: THE MILLS.
      boolean last = end > lastLetter || ":?!".indexOf(subject.charAt(end)) >= 0;
      boolean part = at > 0 && "-/".indexOf(subject.charAt(at - 1)) >= 0;
      String word = subject.substring(at, end);
      boolean with = (word.equals("W") && subject.startsWith("/ ", end)) || isVersus(at, end);
      // A/S is a title of office.
      boolean office = word.length() == 1 && end < subject.length() && subject.charAt(end) == '/';
      opens |= office && !with;
      // ON-SHORE, BY-ELECTION
      boolean compound =
          !part
              && end + 1 < subject.length()
              && subject.charAt(end) == '-'
              && Character.isLetter(subject.charAt(end + 1));
      boolean closes = part ? endsCompound(at, end) : last && !isElided(TitleLetters.upper(word));
      boolean whole = opens || compound || closes;
      title.append(with ? TitleLetters.lower(word) : written(word, at, end, whole));
      opens = false;
      return end;
    }

    /** The V. between two parties, which is no number behind one word and before another. */
    private boolean isVersus(int at, int end) {
      return end - at == 1
          && subject.charAt(at) == 'V'
          && subject.startsWith(". ", end)
          && end < lastLetter
          && at > 1
          && subject.charAt(at - 1) == ' '
          && Character.isLetterOrDigit(subject.charAt(at - 2));
    }

    /** The second word of FOLLOW-ON, but not the last of PORT-AU-PRINCE or of AND/OR. */
    private boolean endsCompound(int at, int end) {
      int before = at - 2;
      while (before > 0 && Character.isLetter(subject.charAt(before))) {
        before--;
      }
      return subject.charAt(at - 1) == '-'
          && at > 1
          && Character.isLetter(subject.charAt(at - 2))
          && (before == 0 || subject.charAt(before) != '-')
          && (end == subject.length() || subject.charAt(end) != '-');
    }

    private String written(String word, int at, int end, boolean whole) {
      String upper = TitleLetters.upper(word);
      if (TitleLetters.isRedaction(upper)) {
        return word;
      }
      if (mixed) {
        return inMixed(word, upper, whole);
      }
      if (upper.charAt(0) == '\'' || upper.charAt(0) == '\u2019') {
        // What hangs on a phrase: THE HAGUE'S.
        return TitleLetters.lower(upper);
      }
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
      if (known != null && known.kind() == Kind.PARTICLE) {
        return isWithinName(at) && !whole ? known.form() : TitleLetters.capitalised(upper);
      }
      if (known != null && !known.other().isEmpty()) {
        if (isJoinedToAcronym(at, end)) {
          return acronym(known, upper);
        }
        return (opens && isTopic(end)) || isListed(at, end)
            ? acronym(known, upper)
            : decided(upper, known, at, end);
      }
      if (known == null
          && (isSpelledAsAcronym(upper)
              || isShortAcronym(upper, at, end)
              || isSaidAcronym(upper, at, end))) {
        return upper.endsWith("'S") ? word.substring(0, word.length() - 1) + "s" : upper;
      }
      return TitleCase.this.word(word, upper, whole);
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
      return one
          || (letter && upper.length() <= LONGEST_ACRONYM)
          || (acronym && upper.length() == 2);
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
          && (isUsual(words.endingAt(before)) || isUsual(words.at(behind)));
    }

    /** Whether a word, one or several of it, is written in capitals unless the text says no. */
    private boolean isUsual(String upper) {
      Form known = forms.get(upper);
      return (known != null && known.form().equals(upper))
          || isCertain(upper)
          || plural(upper) != null;
    }

    /** Where the item before the one at an offset ends; the offset at a beginning, or -1. */
    private int listedBefore(int at) {
      if (at == 0 || endsIn(": ") || endsIn("; ") || endsIn("- ")) {
        return at;
      }
      for (String sign : SEPARATORS) {
        if (subject.regionMatches(at - sign.length(), sign, 0, sign.length())) {
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
          && plural(upper) == null
          && !spelled.inSmall(upper)
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
          && plural(upper) == null
          && !WordClass.PERSON_TITLE.holds(words.before(at))
          && !spelled.inSmall(upper)
          && SaidAcronyms.is(upper);
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
      return !other.isEmpty() && !other.equals(upper) && isUsual(other);
    }

    private boolean isCertain(String upper) {
      Form known = forms.get(upper);
      return known == null
          ? TitleLetters.isAcronym(upper)
              || SpelledLetters.is(upper)
              || (upper.length() > 2 && ShortWords.lacks(upper))
          : known.form().equals(upper) && known.other().isEmpty();
    }

    /** One of two forms: WHO or Who, It or IT. */
    private String decided(String upper, Form known, int at, int end) {
      boolean capitals = known.form().equals(upper);
      String acronym = acronym(known, upper);
      String plain = capitals ? known.other() : known.form();
      if (spelled.inCapitals(upper)
          || (isSector(upper, end) && !spelled.inSmall(upper))
          || (!capitals && spelled.namesTag(upper))) {
        return acronym;
      }
      if (!capitals) {
        return plain;
      }
      boolean word =
          (spelled.inSmall(upper) && !spelled.tagged(upper))
              || isQuestion(upper, end)
              || WordClass.PERSON_TITLE.holds(words.before(at));
      return word ? plain : acronym;
    }

    /** INDIA'S IT SECTOR, IT OUTSOURCING; but IT TAKES TWO, as a verb follows. */
    private boolean isSector(String upper, int end) {
      if (!upper.equals("IT")) {
        return false;
      }
      String next = words.behind(end);
      return endsIn("'s ")
          || endsIn(" the ")
          || (opens && next.length() >= SHORTEST_BRANCH && !next.endsWith("S"));
    }

    /** WHO LEADS? */
    private boolean isQuestion(String upper, int end) {
      return upper.equals("WHO") && subject.indexOf('?', end) > 0;
    }

    /** Whether a capitalised word stands right before an offset: LULA before DA SILVA. */
    private boolean isWithinName(int at) {
      int word = title.length() - 1;
      if (at < 2 || title.charAt(word) != ' ' || !Character.isLetter(title.charAt(word - 1))) {
        return false;
      }
      while (word > 0 && title.charAt(word - 1) != ' ') {
        word--;
      }
      Form before = forms.get(TitleLetters.upper(title.substring(word, title.length() - 1)));
      return before == null
          ? Character.isUpperCase(title.charAt(word))
          : before.kind() == Kind.PARTICLE;
    }
  }

  /** PRE- AND POST-WAR: the hyphen waits for its word; {@code at} stands behind it. */
  private static boolean isHanging(String subject, int at) {
    return at >= 2
        && Character.isLetterOrDigit(subject.charAt(at - 2))
        && (subject.regionMatches(true, at, " AND ", 0, 5)
            || subject.regionMatches(true, at, " OR ", 0, 4)
            || subject.regionMatches(true, at, " TO ", 0, 4));
  }

  /** D'ETAT, which stays small at the end of a title too. */
  private boolean isElided(String upper) {
    Form known = forms.get(upper);
    return known != null && known.kind() == Kind.ELIDED;
  }

  private String word(String word, String upper, boolean opens) {
    Form known = forms.get(upper);
    if (known != null) {
      return written(known, opens);
    }
    int apostrophe = TitleLetters.apostrophe(upper);
    if (apostrophe > 0 && apostrophe == upper.length() - 2 && upper.endsWith("S")) {
      return form(upper.substring(0, apostrophe), opens) + word.charAt(apostrophe) + "s";
    }
    return form(upper, opens);
  }

  private static String written(Form known, boolean opens) {
    String form = known.form();
    return opens && known.kind().small()
        ? Character.toUpperCase(form.charAt(0)) + form.substring(1)
        : form;
  }

  /** A word of a subject that was not written in capitals: its drafter knew acronyms. */
  private String inMixed(String word, String upper, boolean opens) {
    Form known = forms.get(upper);
    if ((!opens && known != null && known.kind() == Kind.SMALL && !word.equals(upper))
        || !Character.isLowerCase(word.charAt(0))) {
      return word;
    }
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String form(String upper, boolean opens) {
    Form known = forms.get(upper);
    if (known != null) {
      return written(known, opens);
    }
    int stop = upper.lastIndexOf('.', upper.length() - 2);
    if (stop > 0 && upper.length() - stop > 3) {
      // J.Q.SAMPLE
      return upper.substring(0, stop + 1) + form(upper.substring(stop + 1), true);
    }
    String plural = plural(upper);
    if (plural != null) {
      return plural;
    }
    if (TitleLetters.isAcronym(upper) || TitleLetters.isRoman(upper) || SpelledLetters.is(upper)) {
      return TitleLetters.isModels(upper) || TitleLetters.isPlural(upper)
          ? upper.substring(0, upper.length() - 1) + "s"
          : upper;
    }
    int apostrophe = TitleLetters.apostrophe(upper);
    if (apostrophe == 1
        && upper.length() - apostrophe > 2
        && "DJLMNOS".indexOf(upper.charAt(0)) >= 0) {
      // O'BRIEN, N'DJAMENA, D'ESTE; not Qa'ida and T'ang.
      return upper.substring(0, 2) + form(upper.substring(2), true);
    }
    if (upper.length() >= 5 && upper.startsWith("MC")) {
      return "Mc" + TitleLetters.capitalised(upper.substring(2));
    }
    return TitleLetters.capitalised(upper);
  }

  /** NGOS as NGOs and MIGS as MiGs, where the word without its S has capitals within. */
  private @Nullable String plural(String upper) {
    if (upper.length() < 3 || !upper.endsWith("S")) {
      return null;
    }
    String stem = upper.substring(0, upper.length() - 1);
    if (stem.length() < 3 && !stem.equals("MP")) {
      // FMS is no plural.
      return null;
    }
    if (stem.length() == 3 && stem.startsWith("GO")) {
      // Of governments there is one: GOES is a verb.
      return null;
    }
    Form known = forms.get(stem);
    return known == null
            || (!known.other().isEmpty() && "AEIOU".indexOf(stem.charAt(stem.length() - 1)) >= 0)
            || known.form().substring(1).equals(TitleLetters.lower(stem.substring(1)))
        ? null
        : known.form() + "s";
  }

  private static boolean isMixed(String subject) {
    int letters = 0;
    int lower = 0;
    for (int i = 0; i < subject.length(); i++) {
      char c = subject.charAt(i);
      // The x of a redaction says nothing.
      if (Character.isLetter(c) && c != 'x') {
        letters++;
        lower += Character.isLowerCase(c) ? 1 : 0;
      }
    }
    return lower * 100 > letters * MIXED;
  }
}
