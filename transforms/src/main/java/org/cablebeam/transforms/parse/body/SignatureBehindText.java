package org.cablebeam.transforms.parse.body;

import java.util.Locale;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/** Finds the signature at the end of the last line of the text. Immutable. */
final class SignatureBehindText {
  /** A name at the end of a line of text has no more words. */
  private static final int MOST_WORDS = 3;

  /** A name that nothing but a full stop parts from the text is no shorter. */
  private static final int SHORTEST_LONE = 4;

  private final TextLines reading;
  private final String text;
  private final int start;

  SignatureBehindText(TextLines reading) {
    this.reading = reading;
    this.text = reading.text();
    this.start = reading.start();
  }

  /** A name at the end of the last line: {@code …MINIMIZE CONSIDERED. SAMPLE}. */
  @Nullable Span find(int line) {
    int begin = Math.max(start, reading.wordsStart(line));
    int to = SignerName.end(text, begin, reading.wordsEnd(line));
    int at = to;
    for (int words = 1; words <= MOST_WORDS; words++) {
      int word = at;
      while (word > begin
          && to - word < SignerName.LONGEST
          && SignerName.isLetterOfName(text.charAt(word - 1))) {
        word--;
      }
      if (word == at || word <= begin) {
        return null;
      }
      int dot = words == 1 ? gluedStop(word, to) : -1;
      if (dot > 0) {
        return new Span(dot + 1, to);
      }
      int stop = word;
      while (stop > begin && text.charAt(stop - 1) == ' ') {
        stop--;
      }
      if (stop == word || stop <= begin) {
        return null;
      }
      if (".?!\"\u201d)".indexOf(text.charAt(stop - 1)) >= 0) {
        return signs(line, begin, stop, word, to) ? new Span(word, to) : null;
      }
      if (word - stop >= 2) {
        return null;
      }
      at = stop;
    }
    return null;
  }

  /**
   * Whether the words between two offsets sign a text.
   *
   * @param begin where their line begins
   * @param stop behind the sentence before them
   */
  private boolean signs(int line, int begin, int stop, int from, int to) {
    if (to - from < 3 || !SignerName.is(text, from, to)) {
      return false;
    }
    boolean one = !SignerName.holdsBlank(text, from, to) || SignerName.isOneSurname(text, from, to);
    boolean last = to == reading.wordsEnd(line);
    if (!SignerName.isUpper(text, from, to)) {
      // END COMMENT. Sample
      return one
          && last
          && to - from >= SHORTEST_LONE
          && Character.isUpperCase(text.charAt(from))
          && endMarkBefore(stop, begin);
    }
    // In a text in capitals one word without a full stop is no sentence either.
    boolean unsigned = last || text.charAt(to) == ' ';
    boolean lone = one && to - from >= SHORTEST_LONE && unsigned && text.charAt(stop - 1) == '.';
    boolean wide = from - stop >= 2;
    return wide || lone || endMarkBefore(stop, begin) || isMixed(text, begin, stop);
  }

  /** The full stop to which a name was glued, {@code considered.SAMPLE}; -1 where none was. */
  private int gluedStop(int from, int to) {
    int dot = text.lastIndexOf('.', to - 1);
    boolean glued =
        dot - from >= 4
            && to - dot > 3
            && SignerName.isUpper(text, dot + 1, to)
            && SignerName.is(text, dot + 1, to)
            && text.lastIndexOf('.', dot - 1) < from;
    return glued ? dot : -1;
  }

  private boolean endMarkBefore(int at, int begin) {
    int from = Math.max(begin, at - 14);
    String tail = text.substring(from, at).toUpperCase(Locale.ROOT);
    return tail.endsWith("COMMENT.")
        || tail.endsWith("SUMMARY.")
        || tail.endsWith("TEXT.")
        || tail.endsWith("NOTE.")
        || tail.endsWith("CONSIDERED.");
  }

  /** Whether the last words between two offsets are written in small letters. */
  static boolean isMixed(String text, int from, int to) {
    int lower = 0;
    for (int i = Math.max(from, to - 60); i < to; i++) {
      lower += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
    }
    return lower >= 10;
  }
}
