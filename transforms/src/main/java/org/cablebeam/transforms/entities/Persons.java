package org.cablebeam.transforms.entities;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.EntityType;

/**
 * Finds persons, and decides about names the vocabulary does not know. A title, a form of address
 * or a given name announces a person; two unknown words in a row are one; a single unknown word is
 * judged by the words around it.
 */
final class Persons {
  private static final int LONGEST = 6;

  private final Reading reading;
  private final Tokens tokens;
  private final NameEvidence evidence;

  /** Words of no dictionary, and whether they look like ordinary words for all that. */
  private final Map<Long, Boolean> wordlike = new HashMap<>();

  Persons(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.evidence = new NameEvidence(reading);
  }

  void read() {
    announced();
    named();
    unknown();
    runs();
  }

  /** Behind titles and forms of address. */
  private void announced() {
    for (int i = 1; i < tokens.count; i++) {
      if (reading.zone[i] == Reading.Zone.REFERENCES
          || !reading.word(i)
          || tokens.gap[i] == Tokens.BREAK) {
        continue;
      }
      int before = i - 1;
      if (reading.owner[before] < 0
          && (tokens.flags[before] & Vocabulary.ADDRESS) == 0
          && tokens.kind[before] != Tokens.MARK) {
        continue;
      }
      if (tokens.isMark(before, '.')
          && before > 0
          && reading.is(before - 1, Vocabulary.ABBREVIATION)
          && tokens.gap[before] == Tokens.NONE) {
        before--;
      }
      if (reading.is(i, Vocabulary.ADDRESS)
          && !reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME)
          && reading.follows(i + 1)
          && reading.word(i + 1)
          && reading.capital(i + 1)) {
        // Governor General | Ratu Sir | Penaia: the name is still to come.
        continue;
      }
      Mention title = reading.at(before, EntityType.TITLE);
      boolean announced = title != null && title.to >= i - 1 && title.from < i;
      boolean addressed =
          !announced
              && (before == i - 1 || !reading.sentenceStart(i))
              && reading.is(before, Vocabulary.ADDRESS)
              && reading.free(before)
              && (tokens.caps[before]
                  || reading.capital(before)
                  || reading.is(before, Vocabulary.NOUN));
      if (!announced && !addressed) {
        continue;
      }
      boolean honorific =
          addressed
              && tokens.end[before] - tokens.start[before] <= 6
              && !reading.is(before, Vocabulary.COMMON);
      boolean weak =
          announced && title != null ? title.provisional && title.to - title.from < 2 : !honorific;
      int end = name(i, weak ? 1 : 2);
      if (end > i) {
        if (weak && end == i + 1 && !tokens.caps[i] && !reading.capital(i)) {
          continue;
        }
        if (weak && end == i + 1 && announced && reading.english(i)) {
          continue;
        }
        Mention person = reading.put(EntityType.PERSON, i, end);
        person.certain = !weak || end > i + 1;
        i = end - 1;
      }
    }
  }

  /** From a given name on. */
  private void named() {
    for (int i = 0; i < tokens.count; i++) {
      if (!reading.word(i) || reading.zone[i] == Reading.Zone.REFERENCES) {
        continue;
      }
      if ((tokens.flags[i] & Vocabulary.GIVEN) == 0
          && !reading.initial(i)
          && !((tokens.flags[i] & (Vocabulary.SURNAME | Vocabulary.COMMON)) == Vocabulary.SURNAME
              && surnameOnly(i + 1))) {
        continue;
      }
      Mention there = reading.at(i);
      if (there != null
          && (there.type != EntityType.LOCATION
              || there.country
              || there.to - there.from > 1
              || reading.is(i - 1, Vocabulary.PLACE_PREPOSITION))) {
        continue;
      }
      boolean caps = tokens.caps[i];
      if (!caps && !reading.capital(i)) {
        continue;
      }
      boolean ordinary = reading.is(i, Vocabulary.COMMON | Vocabulary.FUNCTION);
      if (ordinary
          && (caps || reading.sentenceStart(i))
          && !(reading.initial(i + 1) || surnameOnly(i + 1))) {
        continue;
      }
      if (reading.initial(i)
          && (reading.sentenceStart(i) && tokens.gap[i] == Tokens.BREAK
              || reading.mark(i - 1, '('))) {
        continue;
      }
      int end = name(i, 1);
      if (end <= i + 1) {
        continue;
      }
      int words = 0;
      for (int k = i; k < end; k++) {
        words += reading.word(k) && tokens.end[k] - tokens.start[k] > 1 ? 1 : 0;
      }
      if (words < (reading.initial(i) ? 1 : 2)) {
        continue;
      }
      reading.put(EntityType.PERSON, i, end).certain = true;
      i = end - 1;
    }
  }

  private boolean surnameOnly(int i) {
    return reading.word(i)
        && reading.free(i)
        && tokens.gap[i] < Tokens.BREAK
        && !reading.english(i)
        && reading.capital(i)
        && tokens.end[i] - tokens.start[i] > 3;
  }

  /**
   * The end of the name that begins at the token; the token itself if there is none.
   *
   * @param trust 0: unknown words only; 1: also words known as names; 2: behind a title, where in
   *     mixed case any capitalised word is a name
   */
  private int name(int i, int trust) {
    int at = i;
    int end = i;
    int parts = 0;
    while (at < tokens.count
        && at - i < 3 * LONGEST
        && parts < LONGEST
        && (at == i || tokens.gap[at] < Tokens.BREAK)) {
      if (reading.initial(at)
          && reading.owner[at] < 0
          && !(parts > 1 && reading.sentenceStart(at + 2) && !reading.word(at + 2))) {
        if (parts > 0 || reading.word(at + 2) || reading.initial(at + 2)) {
          at += 2;
          parts++;
          continue;
        }
        break;
      }
      if (!reading.word(at)) {
        break;
      }
      if (reading.is(at, Vocabulary.PARTICLE) && particle(at, parts)) {
        // A particle needs a name behind it.
        int next = at + 1;
        if (tokens.isMark(next, '-') && tokens.gap[next] == Tokens.NONE) {
          next++;
        }
        if (next < tokens.count
            && reading.word(next)
            && tokens.gap[next] < Tokens.BREAK
            && (part(
                    next,
                    Math.max(trust, parts > 0 || tokens.isMark(at + 1, '-') ? 1 : trust),
                    parts + 1)
                || reading.is(next, Vocabulary.PARTICLE))) {
          at = next;
          continue;
        }
        if (!part(at, trust, parts)) {
          break;
        }
      }
      if (parts > 0 && reading.is(at, Vocabulary.SUFFIX)) {
        at++;
        end = at;
        break;
      }
      if (!part(at, trust, parts)) {
        break;
      }
      at++;
      end = at;
      parts++;
      // al-Qamsh, Sok-un, Zia-Uddin.
      while (reading.hyphenated(at - 1)
          && (reading.free(at + 1) || personal(at + 1))
          && (tokens.caps[at + 1]
              ? !reading.is(at + 1, Vocabulary.COMMON | Vocabulary.DEMONYM) || parts > 1
              : !reading.is(at + 1, Vocabulary.COMMON) || reading.capital(at + 1))
          && !reading.says(at + 1, "BASED")
          && !reading.says(at + 1, "LED")) {
        at += 2;
        end = at;
      }
      if (tokens.isMark(at, ',')
          && reading.is(at + 1, Vocabulary.SUFFIX)
          && tokens.gap[at + 1] < Tokens.BREAK) {
        return at + 2;
      }
    }
    return end;
  }

  private boolean personal(int i) {
    Mention there = reading.at(i);
    return there != null && there.type == EntityType.LOCATION && !there.country;
  }

  private boolean particle(int i, int parts) {
    if (tokens.caps[i]) {
      // DE and LA begin few names; THE SAN and AL are no words of English.
      return reading.free(i) && (parts > 0 || !reading.is(i, Vocabulary.FUNCTION));
    }
    return reading.free(i)
        && (parts > 0
            || reading.capital(i)
            || tokens.isMark(i + 1, '-')
            || reading.says(i, "DE")
            || reading.says(i, "VAN")
            || reading.says(i, "VON"));
  }

  private boolean part(int i, int trust, int parts) {
    int flags = tokens.flags[i];
    Mention there = reading.at(i);
    boolean known = (flags & (Vocabulary.GIVEN | Vocabulary.SURNAME)) != 0;
    if (there != null
        && parts > 0
        && (flags & Vocabulary.PARTICLE) != 0
        && there.to - there.from == 1
        && there.type == EntityType.LOCATION) {
      return tokens.caps[i] || reading.capital(i);
    }
    if (there != null) {
      // A place name may be a surname, behind a title or a given name.
      if (there.type != EntityType.LOCATION
          || there.country && !(parts > 0 && known)
          || there.to - there.from > 1
          || !(known && (parts > 0 || trust > 1)
              || parts > 0 && reading.is(i - 1, Vocabulary.GIVEN)
              || parts == 0 && trust > 0 && (flags & Vocabulary.GIVEN) != 0 && strange(i + 1))) {
        return false;
      }
      return tokens.caps[i] || reading.capital(i);
    }
    if (reading.blocked[i]) {
      return false;
    }
    if (tokens.end[i] - tokens.start[i] < 2) {
      // U Thant, Siu Y Kim: a syllable of one letter.
      return reading.word(i + 1)
          && tokens.gap[i + 1] < Tokens.BREAK
          && reading.capital(i + 1)
          && reading.capital(i)
          && (parts > 0 && !tokens.caps[i] || reading.says(i, "U") && trust > 1)
          && !reading.english(i + 1);
    }
    if (!tokens.caps[i]
        && parts > 0
        && (flags & Vocabulary.FUNCTION) != 0
        && tokens.shape[i] == Tokens.TITLE
        && !reading.sentenceStart(i)
        && reading.word(i + 1)
        && tokens.gap[i + 1] < Tokens.BREAK
        && reading.capital(i + 1)
        && !reading.english(i + 1)) {
      // Le The Tiem: an English word by chance.
      return true;
    }
    if (!tokens.caps[i]
        && parts == 0
        && trust > 1
        && (flags & Vocabulary.FUNCTION) != 0
        && tokens.shape[i] == Tokens.TITLE
        && strange(i + 1)) {
      // Vice Foreign Minister He Yafei.
      return true;
    }
    if ((flags & Vocabulary.DEMONYM) != 0
        && (flags & Vocabulary.GIVEN) != 0
        && parts == 0
        && reading.capital(i)
        && strange(i + 1)) {
      return true;
    }
    if ((flags & (Vocabulary.FUNCTION | Vocabulary.DEMONYM | Vocabulary.NOT_NAME)) != 0
        && !(known && !tokens.caps[i] && (flags & Vocabulary.FUNCTION) == 0 && parts > 0)) {
      return false;
    }
    if ((flags & Vocabulary.MONTH) != 0
        && !(parts > 0 && (known || tokens.end[i] - tokens.start[i] == 3 && strange(i + 1)))) {
      return false;
    }
    boolean said = (flags & Vocabulary.SPEECH) != 0;
    if (tokens.caps[i]) {
      if (said) {
        return false;
      }
      if (!reading.english(i)) {
        return tokens.end[i] - tokens.start[i] > 2
            || known
            || (parts > 0 && tokens.end[i] - tokens.start[i] == 2);
      }
      if (trust == 0) {
        return false;
      }
      boolean common =
          (flags & Vocabulary.COMMON) != 0 || (reading.inflection(i) & Vocabulary.COMMON) != 0;
      if (known) {
        return !common
            || trust > 1 && parts == 0
            || (flags & Vocabulary.SURNAME) != 0 && parts > 0 && parts < 3;
      }
      if (parts > 0 && !common && strange(i + 1)) {
        return true;
      }
      if (parts == 1
          && !common
          && (flags & Vocabulary.VERB) == 0
          && reading.is(i - 1, Vocabulary.GIVEN)
          && nameEnds(i + 1)) {
        return true;
      }
      // An ordinary but rare noun may be a surname behind a title, if a word of saying follows.
      return trust > 1
          && !common
          && (flags & Vocabulary.VERB) == 0
          && (parts > 0 || nameEnds(i + 1));
    }
    if (!reading.capital(i)) {
      return false;
    }
    if (tokens.shape[i] == Tokens.UPPER
        && tokens.end[i] - tokens.start[i] < 5
        && !known
        && parts == 0
        && trust < 2) {
      return false;
    }
    if ((flags & (Vocabulary.ORG_HEAD | Vocabulary.TREATY_HEAD)) != 0 && !known) {
      return false;
    }
    if (trust > 1 || known) {
      return true;
    }
    boolean english = reading.english(i);
    return !english
        || parts > 0 && (flags & (Vocabulary.COMMON | Vocabulary.ORG_MODIFIER)) == 0
        || parts > 0 && trust > 0 && (flags & (Vocabulary.GEO_POST | Vocabulary.ORG_MODIFIER)) == 0;
  }

  /** Whether a free, capitalised word of no dictionary stands here. */
  private boolean strange(int i) {
    return reading.word(i)
        && reading.free(i)
        && tokens.gap[i] < Tokens.BREAK
        && reading.capital(i)
        && !reading.english(i)
        && tokens.end[i] - tokens.start[i] > 2;
  }

  private boolean nameEnds(int i) {
    return i >= tokens.count
        || tokens.kind[i] != Tokens.WORD
        || reading.is(i, Vocabulary.SPEECH | Vocabulary.FUNCTION);
  }

  /** What is left: capitalised or non-English words that nothing has claimed. */
  private void unknown() {
    for (int i = 0; i < tokens.count; i++) {
      if (!reading.word(i) || !reading.free(i) || reading.zone[i] == Reading.Zone.REFERENCES) {
        continue;
      }
      // Nearly all words of a text: ordinary ones, and in mixed case those in small letters.
      if ((tokens.flags[i] & Vocabulary.PARTICLE) == 0
          && (tokens.caps[i]
              ? (tokens.flags[i] & Vocabulary.ENGLISH) != 0
              : tokens.shape[i] == Tokens.LOWER)) {
        continue;
      }
      if (!candidate(i)) {
        continue;
      }
      int end = name(i, reading.is(i, Vocabulary.SURNAME) ? 1 : 0);
      if (end <= i) {
        if (acronym(i)) {
          reading.put(EntityType.ORGANIZATION, i, i + 1);
        }
        continue;
      }
      int words = 0;
      for (int k = i; k < end; k++) {
        words += reading.word(k) ? 1 : 0;
      }
      if (reading.zone[i] == Reading.Zone.CLASSIFIED_BY && words < 2) {
        continue;
      }
      if ((reading.says(end, "AND") || reading.mark(end, '&')) && house(end + 1)) {
        end += 2;
        reading.put(EntityType.ORGANIZATION, i, end);
      } else {
        reading.put(evidence.judge(i, end, words == 1 && acronym(i)), i, end);
      }
      i = end - 1;
    }
  }

  /** The tail of the name of a firm: {@code and Sons}. */
  private boolean house(int i) {
    return reading.word(i)
        && reading.capital(i)
        && (reading.says(i, "SONS")
            || reading.says(i, "COMPANY")
            || reading.says(i, "CO")
            || reading.says(i, "BROTHERS")
            || reading.says(i, "PARTNERS")
            || reading.says(i, "ASSOCIATES"));
  }

  /**
   * Two or more words with capitals within a sentence that nothing has claimed: Global Witness.
   * What happens or is decided (Six-Party Talks, New Year) is no organisation.
   */
  private void runs() {
    for (int i = 1; i < tokens.count; i++) {
      if (!runs(i) || reading.sentenceStart(i) || reading.capital(i - 1) && reading.word(i - 1)) {
        continue;
      }
      int end = i + 1;
      while (runs(end) && tokens.gap[end] < Tokens.LINE + 1) {
        end++;
      }
      if (end - i > 1 && end - i < LONGEST && (end >= tokens.count || !named(end))) {
        boolean place = reading.is(i - 1, Vocabulary.PLACE_PREPOSITION);
        reading.put(place ? EntityType.LOCATION : EntityType.ORGANIZATION, i, end);
      }
      i = end - 1;
    }
  }

  private boolean runs(int i) {
    return reading.word(i)
        && tokens.gap[i] < Tokens.BREAK
        && reading.zone[i] == Reading.Zone.TEXT
        && !tokens.caps[i]
        && reading.free(i)
        && tokens.shape[i] == Tokens.TITLE
        && tokens.end[i] - tokens.start[i] > 2
        && (tokens.flags[i]
                & (Vocabulary.FUNCTION
                    | Vocabulary.DEMONYM
                    | Vocabulary.MONTH
                    | Vocabulary.ADDRESS
                    | Vocabulary.TREATY_HEAD
                    | Vocabulary.NOT_NAME))
            == 0
        && (tokens.starts[i] & Vocabulary.HEAD) == 0
        && !reading.vocabulary.in("EVENT", tokens.key[i]);
  }

  /** Whether the word behind a run of capitals belongs to it and makes it no organisation. */
  private boolean named(int i) {
    return reading.word(i) && !tokens.caps[i] && reading.capital(i) && tokens.gap[i] < Tokens.BREAK
        || reading.mark(i, '-') && tokens.gap[i] == Tokens.NONE;
  }

  private boolean candidate(int i) {
    int flags = tokens.flags[i];
    if ((flags
            & (Vocabulary.FUNCTION | Vocabulary.DEMONYM | Vocabulary.NOT_NAME | Vocabulary.MONTH))
        != 0) {
      return false;
    }
    if (tokens.end[i] - tokens.start[i] < 2 || roman(i)) {
      return false;
    }
    if (reading.is(i, Vocabulary.PARTICLE)
        && tokens.isMark(i + 1, '-')
        && tokens.gap[i + 1] == Tokens.NONE
        && reading.word(i + 2)
        && reading.capital(i + 2)
        && !reading.english(i + 2)) {
      return true;
    }
    if ((flags & (Vocabulary.ADDRESS | Vocabulary.ABBREVIATION)) != 0
        && (flags & (Vocabulary.GIVEN | Vocabulary.SURNAME)) == 0) {
      return false;
    }
    if (tokens.caps[i]) {
      return !reading.english(i) && (flags & Vocabulary.SPEECH) == 0 && !worded(i);
    }
    if (!reading.capital(i)) {
      return reading.is(i, Vocabulary.PARTICLE)
          && tokens.isMark(i + 1, '-')
          && tokens.gap[i + 1] == Tokens.NONE
          && reading.word(i + 2)
          && reading.capital(i + 2);
    }
    if ((flags & Vocabulary.ENGLISH) == 0 && !reading.english(i)) {
      return true;
    }
    // An ordinary word with a capital inside a sentence: a name only if known as one.
    return !reading.sentenceStart(i)
        && (flags & Vocabulary.SURNAME) != 0
        && (flags & (Vocabulary.ORG_HEAD | Vocabulary.GEO_POST)) == 0;
  }

  /** Whether a word that no dictionary has ends as English words do: misspelt, not a name. */
  private boolean worded(int i) {
    int length = tokens.end[i] - tokens.start[i];
    if (length < 8 || reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME)) {
      return false;
    }
    return wordlike.computeIfAbsent(tokens.key[i], k -> misspelt(i) || ending(i));
  }

  private boolean ending(int i) {
    for (String ending : ENDINGS) {
      if (tokens.text.regionMatches(
          true, tokens.end[i] - ending.length(), ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }

  /** Two words run together, or two letters swapped, doubled or added: PECULAIR, COMPONENTSOF. */
  private boolean misspelt(int i) {
    int start = tokens.start[i];
    int end = tokens.end[i];
    if (end - start > 20) {
      return false;
    }
    WordTable words = reading.vocabulary.words;
    char[] chars = tokens.chars;
    long key = WordTable.extend(WordTable.EMPTY, chars[start]);
    for (int cut = start + 2; cut <= end - 2; cut++) {
      key = WordTable.extend(key, chars[cut - 1]);
      int first = WordTable.flags(words.entry(key));
      if ((first & (Vocabulary.FUNCTION | Vocabulary.COMMON)) == 0) {
        continue;
      }
      int second = words.flags(chars, cut, end);
      boolean glued =
          (first & Vocabulary.FUNCTION) != 0 && (second & Vocabulary.COMMON) != 0 && end - cut > 4
              || (second & Vocabulary.FUNCTION) != 0
                  && (first & Vocabulary.COMMON) != 0
                  && cut - start > 4
              || (first & second & Vocabulary.COMMON) != 0 && cut - start > 4 && end - cut > 4;
      if (glued) {
        return true;
      }
    }
    // Two letters swapped, or one too many; what stands before is the same for all that follow.
    key = WordTable.EMPTY;
    for (int k = start; k < end; k++) {
      if (k + 1 < end) {
        long swapped = WordTable.extend(WordTable.extend(key, chars[k + 1]), chars[k]);
        if (common(swapped, k + 2, end)) {
          return true;
        }
      }
      if (k > start && common(key, k + 1, end)) {
        return true;
      }
      key = WordTable.extend(key, chars[k]);
    }
    return false;
  }

  private boolean common(long key, int from, int end) {
    for (int k = from; k < end; k++) {
      key = WordTable.extend(key, tokens.chars[k]);
    }
    return (WordTable.flags(reading.vocabulary.words.entry(key)) & Vocabulary.COMMON) != 0;
  }

  private static final String[] ENDINGS = {
    "TION", "TIONS", "TIONAL", "MENT", "MENTS", "NESS", "GESE", "ISM", "ISTS", "ABLE", "IBLE",
    "INGS", "TING", "RING", "SING", "ALLY", "OUSLY", "IVE", "IVES", "IZED", "IZE", "IZING", "ICAL",
    "ASIS", "ESIS", "ATED", "ATES", "ATING", "LESS", "WARD", "WARDS", "SHIP", "UPON", "OLOGY",
    "IVITY", "ILITY", "ANCE", "ENCE", "ENCY", "MENTAL"
  };

  /** Whether a word in capitals cannot be said, or is capitals where case is used. */
  private boolean acronym(int i) {
    int length = tokens.end[i] - tokens.start[i];
    if (length < 2 || length > 8 || tokens.shape[i] != Tokens.UPPER) {
      return false;
    }
    if (roman(i)) {
      return false;
    }
    if (!tokens.caps[i]) {
      return length <= 6 && length > 1;
    }
    return length > 2 && !sayable(i);
  }

  private boolean roman(int i) {
    for (int k = tokens.start[i]; k < tokens.end[i]; k++) {
      if ("IVX".indexOf(tokens.text.charAt(k)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A vowel, and no run of consonants that no language has. */
  private boolean sayable(int i) {
    int vowels = 0;
    int run = 0;
    int length = tokens.end[i] - tokens.start[i];
    for (int k = tokens.start[i]; k < tokens.end[i]; k++) {
      char c = Character.toUpperCase(tokens.text.charAt(k));
      if ("AEIOUY".indexOf(c) >= 0) {
        vowels++;
        run = 0;
      } else if (++run > 3) {
        return false;
      }
    }
    char last = Character.toUpperCase(tokens.text.charAt(tokens.end[i] - 1));
    char first = Character.toUpperCase(tokens.text.charAt(tokens.start[i]));
    boolean openFirst = "AEIOUY".indexOf(first) >= 0;
    boolean openLast = "AEIOUY".indexOf(last) >= 0;
    if (length > 3
        && "AEIOUY".indexOf(first) < 0
        && "AEIOUY".indexOf(Character.toUpperCase(tokens.chars[tokens.start[i] + 1])) < 0
        && !ONSETS.contains(
            "" + first + Character.toUpperCase(tokens.chars[tokens.start[i] + 1]))) {
      return false;
    }
    if (length <= 3) {
      return vowels > 0
          && !(vowels == 1 && (openFirst || openLast) && run != 1)
          && length == 3
          && vowels == 1
          && !openFirst
          && !openLast;
    }
    return vowels > 0 && vowels < length;
  }

  /** Two consonants with which words of some language begin. */
  private static final Set<String> ONSETS =
      Set.of(
          ("BH BJ BL BR CH CL CR CZ DH DJ DL DM DR DV DW DZ FJ FL FR GB GD GH GJ GL GN GR GV GW HJ"
               + " HL HR KH KJ KL KN KR KS KV KW LH LJ LL MB MC MK ML MN MP MW ND NG NH NJ NK NT NZ"
               + " PF PH PJ PL PR PS PT QU RH SB SC SF SG SH SJ SK SL SM SN SP SQ SR ST SV SW SZ TC"
               + " TH TJ TK TL TR TS TV TW TZ VL VN VR WH WR XH ZB ZD ZH ZL ZV ZW")
              .split(" "));
}
