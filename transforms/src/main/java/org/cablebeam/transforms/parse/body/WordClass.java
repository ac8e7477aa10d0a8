package org.cablebeam.transforms.parse.body;

import java.util.List;
import java.util.Set;
import org.cablebeam.transforms.text.Rows;

/**
 * Classes of words that the rules of the text speak of; the words stand in {@code
 * word-classes.tsv}, in capitals. Immutable and thread-safe.
 */
final class WordClass {
  private static final List<List<String>> ROWS =
      Rows.read(WordClass.class, "word-classes.tsv", "class", "words");

  /** What joins the marking of one passage to that of another: SUMMARY AND INTRODUCTION. */
  static final WordClass COMPANION = named("COMPANION");

  /** Whose or what passage it is: EMBASSY COMMENT. */
  static final WordClass QUALIFIER = named("QUALIFIER");

  /** Small words, behind which no text ends. */
  static final WordClass FUNCTION = named("FUNCTION");

  /** Last words of a text that are no names. */
  static final WordClass NO_NAME = named("NO_NAME");

  /** What may stand before a name on its line, longer ones first. */
  static final WordClass GREETING = named("GREETING");

  /** How a letter closes above the name of its writer, longer ones first. */
  static final WordClass VALEDICTION = named("VALEDICTION");

  /** As what somebody signs, before the name. */
  static final WordClass TITLE = named("TITLE");

  /** As what somebody signs, behind the name: LAKE (ACTING). */
  static final WordClass ROLE = named("ROLE");

  /** The office that a letter names below the signature, without commas and full stops. */
  static final WordClass OFFICE = named("OFFICE");

  /** What was glued on behind a name from the lines behind. */
  static final WordClass FOLLOWER = named("FOLLOWER");

  /** Small words before a surname: VAN. */
  static final WordClass PARTICLE = named("PARTICLE");

  /** What belongs to a name: JR. */
  static final WordClass SUFFIX = named("SUFFIX");

  /** What a line that says who wrote and cleared the text begins with. */
  static final WordClass CREDIT = named("CREDIT");

  /** How the rows of the table below a text are named. */
  static final WordClass ROW = named("ROW");

  /** What alone on a line says that the text is over. */
  static final WordClass END_MARK = named("END_MARK");

  /** Levels without blanks, with a caveat or without. */
  static final WordClass LEVEL = named("LEVEL");

  /** What a passage ends in, so that a name may follow without a full stop. */
  static final WordClass PASSAGE_END = named("PASSAGE_END");

  /** What the line above a signature begins with that says when the classification ends. */
  static final WordClass DECLASSIFICATION = named("DECLASSIFICATION");

  /** What an annex is headed by; its paragraphs are counted from 1 again. */
  static final WordClass ANNEX = named("ANNEX");

  /** What a sentence begins with that says how the text is to be handled. */
  static final WordClass HANDLING = named("HANDLING");

  /** Words of a line that says to whom the text goes or what it is. */
  static final WordClass PASSING = named("PASSING");

  /** What sentences begin with, and headings hardly ever. */
  static final WordClass SENTENCE_START = named("SENTENCE_START");

  /** What the sentence that introduces a list or speech ends in. */
  static final WordClass SAYING = named("SAYING");

  /** Verbs that make a sentence of the noun before them: TRAVELERS MUST. */
  static final WordClass AUXILIARY = named("AUXILIARY");

  /** What stands before the number of something that is counted: PARA 2. */
  static final WordClass COUNTED = named("COUNTED");

  /** What a quoted document begins behind. */
  static final WordClass QUOTE_START = named("QUOTE_START");

  /** What a quoted document ends before. */
  static final WordClass QUOTE_END = named("QUOTE_END");

  /** What stands before the name of somebody in a subject: PRESIDENT. */
  static final WordClass PERSON_TITLE = named("PERSON_TITLE");

  private final List<String> words;
  private final Set<String> set;

  private WordClass(List<String> words) {
    this.words = words;
    this.set = Set.copyOf(words);
  }

  private static WordClass named(String name) {
    List<String> words =
        ROWS.stream().filter(row -> row.get(0).equals(name)).map(row -> row.get(1)).toList();
    if (words.isEmpty()) {
      throw new IllegalStateException("word-classes.tsv has no class " + name + ".");
    }
    return new WordClass(words);
  }

  /** Whether a word or phrase in capitals belongs to this class. */
  boolean holds(String phrase) {
    return set.contains(phrase);
  }

  /** The length of the word or phrase of this class at an offset, of either case; 0 for none. */
  int at(String text, int from) {
    for (String phrase : words) {
      if (text.regionMatches(true, from, phrase, 0, phrase.length())) {
        return phrase.length();
      }
    }
    return 0;
  }

  /** The length of the word or phrase of this class that ends at an offset; 0 for none. */
  int endingAt(String text, int from, int end) {
    for (String phrase : words) {
      int start = end - phrase.length();
      if (start >= from && text.regionMatches(true, start, phrase, 0, phrase.length())) {
        return phrase.length();
      }
    }
    return 0;
  }
}
