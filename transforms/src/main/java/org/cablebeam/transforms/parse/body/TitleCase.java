package org.cablebeam.transforms.parse.body;

/**
 * Writes a subject, which telegrams give in capitals, as a title: words capitalised, small words
 * small, acronyms and Roman numerals as they are. Acronyms are the organization TAGS, the words of
 * {@code title-words.tsv}, words without a vowel, with a digit or with inner full stops, words that
 * nobody can pronounce, unknown ones whose letters look like it, and words that the text of the
 * cable writes in capitals only. What may be a word or an acronym is decided by the text, the tags
 * of the cable and the words beside it ({@code title-contexts.tsv}); a word with capitals within,
 * RasGas, is written as the text writes it. Immutable and thread-safe.
 */
public final class TitleCase {
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
    return new SubjectTitle(subject, spelled, forms).write();
  }
}
