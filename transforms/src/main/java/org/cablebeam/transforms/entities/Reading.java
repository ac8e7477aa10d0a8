package org.cablebeam.transforms.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * One text on its way through the rules: its tokens, and the mentions found so far. No two mentions
 * hold the same token: a later rule may only take what is free, or swallow whole mentions. One a
 * text; not thread-safe.
 */
final class Reading {
  private static final int MOST_INITIALS = 3;

  final Vocabulary vocabulary;
  final Tokens tokens;
  final List<Mention> mentions = new ArrayList<>();

  /** Acronyms, by the key of the word, that the text explains as short for what is no name. */
  final Set<Long> things = new HashSet<>();

  /** The year of the text; 0 if unknown. */
  final int year;

  /** The country of the post that sent the text, in capitals; null if unknown. */
  final @Nullable String country;

  /** The mention that holds a token, by number; -1 where it is free. */
  final int[] owner;

  /** Tokens that look like names and are none: demonyms of several words. */
  final boolean[] blocked;

  /** Zone of each token: see {@link Zone}. */
  final Zone[] zone;

  /** How a passage is read. */
  enum Zone {
    TEXT,
    /** Cable references and dates only. */
    REFERENCES,
    /** Persons and titles only. */
    CLASSIFIED_BY,
    /** A surname alone. */
    SIGNATURE
  }

  Reading(Vocabulary vocabulary, Tokens tokens, int year, @Nullable String country) {
    this.vocabulary = vocabulary;
    this.year = year;
    this.country = country;
    this.tokens = tokens;
    owner = new int[tokens.count];
    java.util.Arrays.fill(owner, -1);
    blocked = new boolean[tokens.count];
    zone = new Zone[tokens.count];
    java.util.Arrays.fill(zone, Zone.TEXT);
  }

  int count() {
    return tokens.count;
  }

  boolean is(int i, int flag) {
    return i >= 0 && i < tokens.count && (tokens.flags[i] & flag) != 0;
  }

  /** Whether the token is a word of the class; false outside the text. */
  boolean in(WordClass wordClass, int i) {
    return i >= 0 && i < tokens.count && vocabulary.in(wordClass, tokens.word[i]);
  }

  boolean word(int i) {
    return i >= 0 && i < tokens.count && tokens.kind[i] == Tokens.WORD;
  }

  boolean free(int i) {
    return i >= 0 && i < tokens.count && owner[i] < 0 && !blocked[i];
  }

  boolean free(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!free(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the token follows the one before it in the same passage. */
  boolean follows(int i) {
    return i > 0 && i < tokens.count && tokens.gap[i] < Tokens.BREAK;
  }

  @Nullable Mention at(int i) {
    return i < 0 || i >= tokens.count || owner[i] < 0 ? null : mentions.get(owner[i]);
  }

  @Nullable Mention at(int i, EntityType type) {
    Mention mention = at(i);
    return mention != null && mention.type == type ? mention : null;
  }

  /** The mention of a type that begins at the token. */
  @Nullable Mention starting(int i, EntityType type) {
    Mention mention = at(i, type);
    return mention != null && mention.from == i ? mention : null;
  }

  /** The mentions that stand, in the order of the text. */
  List<Mention> inOrder() {
    List<Mention> found = new ArrayList<>(mentions.size());
    int i = 0;
    while (i < tokens.count) {
      if (owner[i] < 0) {
        i++;
      } else {
        Mention mention = mentions.get(owner[i]);
        found.add(mention);
        i = mention.to;
      }
    }
    return found;
  }

  /** Records a mention; those within it are swallowed, and cut short where they run out of it. */
  Mention put(EntityType type, int from, int to) {
    Mention mention = new Mention(type, from, to);
    int number = mentions.size();
    for (int i = from; i < to; i++) {
      Mention other = at(i);
      if (other != null) {
        drop(other);
      }
    }
    mentions.add(mention);
    java.util.Arrays.fill(owner, from, to, number);
    return mention;
  }

  void drop(Mention mention) {
    mention.dropped = true;
    for (int i = mention.from; i < mention.to; i++) {
      if (owner[i] >= 0 && mentions.get(owner[i]) == mention) {
        owner[i] = -1;
      }
    }
  }

  /** Whether a sentence or a heading begins at the token, so that a capital says nothing. */
  boolean sentenceStart(int i) {
    if (i == 0 || tokens.gap[i] == Tokens.BREAK) {
      return true;
    }
    int before = i - 1;
    if (tokens.kind[before] != Tokens.MARK) {
      return false;
    }
    char mark = tokens.chars[tokens.start[before]];
    if (mark == '.') {
      return !(before > 0
              && is(before - 1, Vocabulary.ABBREVIATION)
              && tokens.gap[before] == Tokens.NONE)
          && !(before > 0 && initial(before - 1));
    }
    return mark == '!'
        || mark == '?'
        || mark == ':'
        || mark == ')'
        || mark == '"'
        || mark == '\u201c'
        || mark == '-';
  }

  /** Whether the token is a single letter with a period behind it. */
  boolean initial(int i) {
    return word(i)
        && tokens.end[i] - tokens.start[i] == 1
        && tokens.shape[i] != Tokens.LOWER
        && tokens.isMark(i + 1, '.')
        && tokens.gap[i + 1] == Tokens.NONE;
  }

  /** Whether the token is several initials in one word, behind which a name must stand: S.P. */
  boolean initials(int i) {
    return word(i)
        && tokens.end[i] - tokens.start[i] > 3
        && tokens.end[i] - tokens.start[i] < 9
        && tokens.chars[tokens.start[i] + 1] == '.'
        && tokens.chars[tokens.end[i] - 1] == '.'
        && tokens.shape[i] == Tokens.UPPER
        && free(i)
        && !in(WordClass.DOTTED_NAME, i)
        && follows(i + 1)
        && named(i + 1);
  }

  /**
   * Whether the token is an initial without a period: JOHN R STEVENSEN, P N HAKSIR. A name, or an
   * initial and a name, must follow. The article and the pronoun are none at the beginning.
   */
  boolean bareInitial(int i) {
    if (!letter(i)) {
      return false;
    }
    int last = i;
    while (last - i < MOST_INITIALS && follows(last + 1) && letter(last + 1)) {
      last++;
    }
    return follows(last + 1)
        && named(last + 1)
        && (last > i || letter(i - 1) || is(i - 1, Vocabulary.GIVEN) || alone(i));
  }

  /** A single letter before a name, behind what is no name: {@code told P HAKSERI}. */
  private boolean alone(int i) {
    return !says(i, "A") && !says(i, "I") && !(is(i - 1, Vocabulary.NOUN) && free(i - 1));
  }

  private boolean letter(int i) {
    return word(i)
        && tokens.end[i] - tokens.start[i] == 1
        && tokens.shape[i] != Tokens.LOWER
        && !mark(i + 1, '.')
        && !mark(i + 1, '-');
  }

  private boolean named(int i) {
    return word(i)
        && free(i)
        && tokens.end[i] - tokens.start[i] > 2
        && capital(i)
        && !is(i, Vocabulary.FUNCTION | Vocabulary.DEMONYM | Vocabulary.COMMON)
        && (is(i, Vocabulary.SURNAME) || !english(i));
  }

  /** Whether the token is capitalised, or in capitals where case says nothing. */
  boolean capital(int i) {
    return tokens.shape[i] != Tokens.LOWER;
  }

  /** Whether the token is an ordinary word, its endings taken off if need be. */
  boolean english(int i) {
    return (tokens.flags[i] & Vocabulary.ENGLISH) != 0 || inflected(i);
  }

  private boolean inflected(int i) {
    return inflection(i) != 0;
  }

  /** The flags of the word of which the token is an inflected form; 0 if of none. */
  int inflection(int i) {
    int start = tokens.start[i];
    int end = tokens.end[i];
    int length = end - start;
    if (length < 4) {
      return 0;
    }
    char last = upper(end - 1);
    char second = upper(end - 2);
    if (last == 'S') {
      int plain = stem(start, end - 1);
      if (plain == 0 && second == 'E') {
        plain = hissing(end - 3) ? stem(start, end - 2) : 0;
        if (plain == 0 && length > 4 && upper(end - 3) == 'I') {
          plain = stemWith(start, end - 3, 'Y');
        }
      }
      if (plain == 0 && length > 6 && second == 'R' && upper(end - 3) == 'E') {
        plain = stem(start, end - 2) | stem(start, end - 3);
      }
      // Kindness, happiness.
      if (plain == 0 && length > 7 && second == 'S') {
        plain = stem(start, end - 4);
      }
      return plain;
    }
    if (last == 'D' && second == 'E') {
      return verbal(start, end - 2, end - 1);
    }
    if (last == 'G' && second == 'N' && length > 5 && upper(end - 3) == 'I') {
      return verbal(start, end - 3, -1);
    }
    if (last == 'R' && second == 'E' && length > 5) {
      int doing = verbal(start, end - 2, end - 1);
      return (doing & Vocabulary.VERB) == 0 ? 0 : doing & ~Vocabulary.COMMON;
    }
    if (last == 'Y' && second == 'L' && length > 5) {
      return stem(start, end - 2);
    }
    if (last == 'T' && second == 'S' && length > 5 && upper(end - 3) == 'E') {
      return verbal(start, end - 3, end - 2);
    }
    return 0;
  }

  /** Whether a word that ends with the letter takes -ES: boxes, dishes, vetoes. */
  private boolean hissing(int at) {
    char letter = upper(at);
    return letter == 'S'
        || letter == 'X'
        || letter == 'Z'
        || letter == 'O'
        || letter == 'H' && (upper(at - 1) == 'C' || upper(at - 1) == 'S');
  }

  private int verbal(int start, int bare, int withE) {
    int found = bare - start < 3 ? 0 : stem(start, bare);
    if (found == 0 && withE > 0) {
      found = stem(start, withE);
    }
    if (found == 0 && withE < 0) {
      found = stemWith(start, bare, 'E');
    }
    if (found == 0 && bare - start > 3 && upper(bare - 1) == upper(bare - 2)) {
      found = stem(start, bare - 1);
    }
    if (found == 0 && upper(bare - 1) == 'I') {
      found = stemWith(start, bare - 1, 'Y');
    }
    return found;
  }

  private int stem(int start, int end) {
    int flags = vocabulary.words.flags(tokens.chars, start, end);
    return (flags & Vocabulary.ENGLISH) == 0 ? 0 : flags;
  }

  private int stemWith(int start, int end, char letter) {
    long key = WordTable.extend(WordTable.key(tokens.chars, start, end), letter);
    int flags = WordTable.flags(vocabulary.words.entry(key));
    return (flags & Vocabulary.ENGLISH) == 0 ? 0 : flags;
  }

  private char upper(int at) {
    char c = tokens.chars[at];
    return c >= 'a' && c <= 'z' ? (char) (c - 32) : c < 128 ? c : Character.toUpperCase(c);
  }

  /** Whether the token is the word, given in capitals. */
  boolean says(int i, String word) {
    if (i < 0 || i >= tokens.count || tokens.end[i] - tokens.start[i] != word.length()) {
      return false;
    }
    for (int k = 0; k < word.length(); k++) {
      if (upper(tokens.start[i] + k) != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  boolean mark(int i, char mark) {
    return tokens.isMark(i, mark);
  }

  /** {@code Socialist Party | Congress}: its meeting, and no body. */
  boolean partyCongress(int head, int from) {
    return says(head, "CONGRESS")
        && follows(from)
        && (in(WordClass.ORG_POLITICAL, from - 1) || in(WordClass.ORDINAL, from - 1));
  }

  /** Whether a hyphen without blanks ties token {@code i} to the next word, two on. */
  boolean hyphenated(int i) {
    return i + 2 < tokens.count
        && mark(i + 1, '-')
        && tokens.gap[i + 1] == Tokens.NONE
        && (tokens.gap[i + 2] == Tokens.NONE || tokens.gap[i + 2] == Tokens.LINE)
        && tokens.kind[i + 2] == Tokens.WORD;
  }

  /** Whether two syllables with a hyphen stand behind a Chinese or Korean surname: Tse-tung. */
  boolean syllables(int i) {
    return i > 0
        && mark(i + 1, '-')
        && hyphenated(i)
        && in(WordClass.SYLLABLE_SURNAME, i - 1)
        && tokens.gap[i] < Tokens.BREAK
        && tokens.gap[i] != Tokens.NONE
        && capital(i - 1)
        && capital(i)
        && brief(i)
        && brief(i + 2)
        && !(english(i) && english(i + 2) && !is(i - 1, Vocabulary.SURNAME))
        && !(hyphenated(i + 2) && !mark(i + 3, '\''));
  }

  private boolean brief(int i) {
    int length = tokens.end[i] - tokens.start[i];
    return length > 1 && length <= 6;
  }

  /** Whether letters and a number behind a hyphen name a make, no body: RB-47, DC-10. */
  boolean model(int i) {
    return mark(i + 1, '-')
        && i + 2 < tokens.count
        && tokens.gap[i + 1] == Tokens.NONE
        && tokens.gap[i + 2] == Tokens.NONE
        && tokens.kind[i + 2] != Tokens.WORD
        && tokens.kind[i + 2] != Tokens.MARK
        && tokens.end[i] - tokens.start[i] <= 3
        && tokens.end[i + 2] - tokens.start[i + 2] <= 4;
  }

  /** The text of the tokens, white space made one blank. */
  String string(int from, int to) {
    if (to == from + 1) {
      return string(from);
    }
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && tokens.gap[i] != Tokens.NONE && !mark(i - 1, '-')) {
        out.append(' ');
      }
      out.append(string(i));
    }
    return out.toString();
  }

  /** The text of a token, without the hyphen that breaks it at the end of a line. */
  private String string(int i) {
    String token = tokens.string(i);
    return token.indexOf('\n') >= 0 || token.indexOf(' ') >= 0
        ? token.replaceAll("-\\s+", "")
        : token;
  }
}
