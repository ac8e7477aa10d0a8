package org.cablebeam.transforms.entities;

import java.util.Set;
import org.cablebeam.transforms.text.WordShapes;

/**
 * Judges words of one text that no dictionary has, by their letters: whether a word is misspelt
 * English, and whether it is an acronym. Works on words in capitals, where case does not tell.
 */
final class Spelling {
  private static final int LONGEST = 20;

  private final Reading reading;
  private final Tokens tokens;
  private final WordShapes shapes = WordShapes.standard();
  private final WordShapes acronyms = WordShapes.acronyms();

  /** Words of no dictionary, and whether they are misspelt. */
  private final KeyMap<Boolean> misspelt = new KeyMap<>();

  Spelling(Reading reading) {
    this.reading = reading;
    this.tokens = reading.tokens;
  }

  /** The chances that the word is English, a person or a place; see {@link WordShapes}. */
  double[] chances(int i) {
    return shapes.chances(tokens.chars, tokens.start[i], tokens.end[i]);
  }

  /** The chance that a word which can be said is an acronym for all that: CONACYT, KECO. */
  double acronymChance(int i) {
    return acronyms.acronym(tokens.chars, tokens.start[i], tokens.end[i]);
  }

  /**
   * Whether a word that no dictionary has is an English one for all that: two run together, or one
   * with a letter missing, added, changed or swapped.
   *
   * @param times how often the text has the word; nobody misspells the same way three times
   */
  boolean misspelt(int i, int times) {
    int length = tokens.end[i] - tokens.start[i];
    if (length < 4
        || length > LONGEST
        || times > 2
        || reading.is(i, Vocabulary.GIVEN | Vocabulary.SURNAME)
        || acronym(i)
        || (tokens.starts[i] & Vocabulary.TOWN) != 0) {
      return false;
    }
    Boolean known = misspelt.get(tokens.key[i]);
    if (known == null) {
      known = looksMisspelt(i, length);
      misspelt.put(tokens.key[i], known);
    }
    return known;
  }

  private boolean looksMisspelt(int i, int length) {
    double english = chances(i)[WordShapes.ENGLISH];
    if (length < 6 && english > 0.3 && glued(i)) {
      return true;
    }
    if (length >= 8 && (english > 0.98 || glued(i))) {
      return true;
    }
    if (english < (length < 6 ? 0.8 : 0.4)) {
      return false;
    }
    boolean any = length > 6 || length > 5 && english > 0.8;
    return near(i, any ? Vocabulary.ENGLISH : Vocabulary.COMMON) || length > 5 && glued(i);
  }

  /** Whether two words are run together: COMPONENTSOF, TOBE. */
  private boolean glued(int i) {
    int start = tokens.start[i];
    int end = tokens.end[i];
    WordTable words = reading.vocabulary.words;
    char[] chars = tokens.chars;
    long key = WordTable.extend(WordTable.EMPTY, chars[start]);
    for (int cut = start + 2; cut <= end - 2; cut++) {
      key = WordTable.extend(key, chars[cut - 1]);
      int first = WordTable.flags(words.guess(key));
      if ((first & (Vocabulary.FUNCTION | Vocabulary.COMMON)) == 0) {
        continue;
      }
      int second = words.flags(chars, cut, end);
      boolean glued =
          (first & second & Vocabulary.FUNCTION) != 0
              || (first & Vocabulary.FUNCTION) != 0
                  && (second & Vocabulary.COMMON) != 0
                  && end - cut > 4
              || (second & Vocabulary.FUNCTION) != 0
                  && (first & Vocabulary.COMMON) != 0
                  && cut - start > 4
              || (first & second & Vocabulary.COMMON) != 0 && cut - start > 3 && end - cut > 3;
      if (glued) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of the vocabulary differs by a single slip of the typist. */
  private boolean near(int i, int flag) {
    int start = tokens.start[i];
    int end = tokens.end[i];
    char[] chars = tokens.chars;
    WordTable words = reading.vocabulary.words;
    // No word ends with more letters than those behind "ending": no slip before them helps.
    int ending = end;
    for (long key = WordTable.EMPTY; ending > start && words.trails(key, chars[ending - 1]); ) {
      key = WordTable.extend(key, chars[--ending]);
    }
    long key = WordTable.EMPTY;
    for (int k = start; k <= end; k++) {
      if (k + 1 < end
          && k + 2 >= ending
          && known(
              WordTable.extend(WordTable.extend(key, chars[k + 1]), chars[k]), k + 2, end, flag)) {
        return true;
      }
      if (k < end && k + 1 >= ending && known(key, k + 1, end, flag)) {
        return true;
      }
      int onward = k + 1 < ending ? 0 : words.onward(key);
      for (; onward != 0; onward &= onward - 1) {
        char c = (char) ('A' - 1 + Integer.numberOfTrailingZeros(onward));
        long other = WordTable.extend(key, c);
        if (k >= ending && known(other, k, end, flag)
            || k < end && known(other, k + 1, end, flag)) {
          return true;
        }
      }
      if (k < end) {
        if (!words.leads(key, chars[k])) {
          // No word begins so: a slip behind these letters does not help.
          return false;
        }
        key = WordTable.extend(key, chars[k]);
      }
    }
    return false;
  }

  /** Whether a word of the vocabulary goes on from a key with the rest of the letters. */
  private boolean known(long from, int start, int end, int flag) {
    WordTable words = reading.vocabulary.words;
    long key = from;
    for (int k = start; k < end; k++) {
      if (!words.leads(key, tokens.chars[k])) {
        return false;
      }
      key = WordTable.extend(key, tokens.chars[k]);
    }
    return (WordTable.flags(words.guess(key)) & flag) != 0;
  }

  /** Whether a word in capitals cannot be said, or is capitals where case is used. */
  boolean acronym(int i) {
    int length = tokens.end[i] - tokens.start[i];
    if (length < 2 || length > 8 || tokens.shape[i] != Tokens.UPPER) {
      return false;
    }
    if (roman(i)) {
      return false;
    }
    if (!tokens.caps[i]) {
      return length > 1;
    }
    return length > 2 && !(length > 6 ? voiced(i) : sayable(i));
  }

  boolean roman(int i) {
    for (int k = tokens.start[i]; k < tokens.end[i]; k++) {
      if ("IVX".indexOf(tokens.text.charAt(k)) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean voiced(int i) {
    for (int k = tokens.start[i]; k < tokens.end[i]; k++) {
      if ("AEIOUY".indexOf(Character.toUpperCase(tokens.chars[k])) >= 0) {
        return true;
      }
    }
    return false;
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
    if (length > 3 && first == Character.toUpperCase(tokens.chars[tokens.start[i] + 1])) {
      return first == 'A' || first == 'L';
    }
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
