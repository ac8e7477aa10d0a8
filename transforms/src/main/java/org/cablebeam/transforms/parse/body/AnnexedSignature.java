package org.cablebeam.transforms.parse.body;

import java.util.Locale;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a telegram behind which an annex or a quoted text follows: a word in capitals
 * that stands free behind the end of a sentence, right above the head of the annex, and nowhere
 * else in the text, as the words of headings do. One a body; linear in the text.
 */
final class AnnexedSignature {
  /** A surname has no fewer letters. */
  private static final int SHORTEST = 3;

  /** How words end that are no surnames: TRANSLATION, AGREEMENT, NON-PAPER. */
  private static final String[] NOUN_ENDS = {"TION", "SION", "MENT", "PAPER", "POINTS", "TEXT"};

  private final TextLines reading;
  private final Lines lines;
  private final String text;

  AnnexedSignature(TextLines reading) {
    this.reading = reading;
    this.lines = reading.lines();
    this.text = reading.text();
  }

  /** The signature above the first annex before {@code end}; null where there is none. */
  @Nullable Span find(int end) {
    int above = -1;
    for (int line = lines.at(reading.start());
        line < lines.count() && lines.start(line) < end;
        line++) {
      if (reading.empty(line) || reading.rule(line)) {
        continue;
      }
      if (above >= 0 && above < line - 1 && opensAnnex(line)) {
        Span name = name(above);
        return name != null && isNowhereElse(name.of(text), end) ? name : null;
      }
      above = line;
    }
    return null;
  }

  private boolean opensAnnex(int line) {
    int from = reading.wordsStart(line);
    return WordClass.QUOTE_START.at(text, from) > 0
        || (WordClass.ANNEX.at(text, from) > 0 && reading.looksLikeHeading(line));
  }

  private @Nullable Span name(int line) {
    int from = reading.wordsStart(line);
    int to = SignerName.end(text, from, reading.wordsEnd(line));
    boolean free = line > 0 && lines.start(line) > reading.start() && reading.empty(line - 1);
    return free
            && to - from >= SHORTEST
            && !reading.runsOnInto(line)
            && !reading.introduced(line)
            && SignerName.isUpper(text, from, to)
            && (SignerName.isOneSurname(text, from, to) || !hasBlank(from, to))
            && SignerName.is(text, from, to)
            && !isNoun(text.substring(from, to))
        ? new Span(from, to)
        : null;
  }

  private boolean hasBlank(int from, int to) {
    int blank = text.indexOf(' ', from);
    return blank >= 0 && blank < to;
  }

  private static boolean isNoun(String word) {
    for (String end : NOUN_ENDS) {
      if (word.endsWith(end)) {
        return true;
      }
    }
    return WordClass.COMPANION.holds(word) || WordClass.QUALIFIER.holds(word);
  }

  /** Whether the text has a word once. */
  private boolean isNowhereElse(String word, int end) {
    String upper = text.substring(reading.start(), end).toUpperCase(Locale.ROOT);
    int first = upper.indexOf(word);
    return upper.indexOf(word, first + 1) < 0;
  }
}
