package org.cablebeam.transforms.parse.body;

import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.transforms.text.Lines;

/**
 * The heading above paragraph 1, which stands in the heading of the cable where no field claims it:
 * a line of a few words between blank lines or rules, in capitals or underlined. Stateless and
 * thread-safe.
 */
final class OpeningHeading {
  /** Between heading and paragraph stand fewer lines. */
  private static final int FARTHEST = 6;

  private static final int MOST_WORDS = 6;

  /** An underlined heading has no more. */
  private static final int MOST_LINES = 3;

  /** With a Roman number the headings of a text are counted. */
  private static final String FIRST = "I. ";

  private OpeningHeading() {}

  /**
   * The running text together with the heading above its first paragraph.
   *
   * @param reading the running text from paragraph 1 on
   * @param fields what the fields of the heading claim
   */
  static TextLines with(TextLines reading, List<FieldSpan> fields) {
    Lines lines = reading.lines();
    int first = lines.at(reading.start());
    int line = first - 1;
    while (line > 0 && first - line < FARTHEST && (reading.empty(line) || reading.rule(line))) {
      line--;
    }
    int bottom = line;
    boolean underlined = bottom > 0 && bottom < first - 1 && reading.rule(bottom + 1);
    while (underlined
        && line > 0
        && bottom - line < MOST_LINES - 1
        && !isFirst(reading, line)
        && isHeading(reading, line - 1, underlined)) {
      line--;
    }
    boolean heading =
        line > 0
            && bottom < first - 1
            && reading.start() <= Math.max(lines.start(first), reading.wordsStart(first))
            && isFirst(reading, line)
            && isHeading(reading, bottom, underlined)
            && !isClaimed(lines.start(line), lines.end(bottom), fields);
    return heading ? reading.since(lines.start(line)) : reading;
  }

  private static boolean isFirst(TextLines reading, int line) {
    return reading.empty(line - 1) || reading.rule(line - 1);
  }

  private static boolean isHeading(TextLines reading, int line, boolean underlined) {
    int from = reading.wordsStart(line);
    int to = reading.wordsEnd(line);
    boolean first = reading.text().startsWith(FIRST, from);
    if (!(underlined || first || SignerName.isUpper(reading.text(), from, to))
        || !reading.looksLikeHeading(line)
        || reading.isHandling(line)) {
      return false;
    }
    String words =
        SpacedLetters.joined(reading.text().substring(from, to)).toUpperCase(Locale.ROOT);
    StringTokenizer tokens = new StringTokenizer(words, " ,:&-()");
    boolean few = tokens.countTokens() <= MOST_WORDS;
    while (tokens.hasMoreTokens()) {
      String word = tokens.nextToken();
      boolean passage = PassageWord.is(word);
      if (!passage && (WordClass.NO_NAME.holds(word) || WordClass.PASSING.holds(word))) {
        return false;
      }
    }
    return few;
  }

  private static boolean isClaimed(int from, int to, List<FieldSpan> fields) {
    for (FieldSpan field : fields) {
      if (field.getStart() < to && field.getEnd() > from) {
        return true;
      }
    }
    return false;
  }
}
