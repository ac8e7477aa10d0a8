package org.cablebeam.transforms.parse.body;

import java.util.Locale;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the signature, the surname of the chief of mission behind the last word of the text, and
 * the trailer that circuits and posts hang on behind it. Immutable.
 */
final class SignatureFinder {
  /**
   * How the text ends.
   *
   * @param signature the name, null where nobody signed; it stands within the text where an annex
   *     follows it
   * @param textEnd behind the last character of the text, before signature and trailer
   * @param trailer what stands behind signature or text, null where nothing does
   */
  record Ending(@Nullable Span signature, int textEnd, @Nullable Span trailer) {
    /** Whether an annex follows the signature, so that the text goes on behind it. */
    boolean annexed() {
      return signature != null && signature.end() < textEnd;
    }

    /** The name as it reads, be it printed on two lines or letter by letter; null without one. */
    @Nullable String signer(String text) {
      if (signature == null) {
        return null;
      }
      String name = signature.of(text);
      return SpacedLetters.is(text, signature.start(), signature.end())
          ? name.replace(" ", "")
          : name.replaceAll("\\s+", " ").replace("- ", "-");
    }
  }

  /** No trailer has more lines. */
  private static final int LONGEST_TRAILER = 40;

  /** Longer lists of names are looked at no farther. */
  private static final int LONGEST_LIST = 100;

  /** So many lines show in which letters a text is written. */
  private static final int FEW_LINES = 3;

  private static final String ENDED_LEVEL = "LOU ";

  /** Behind NNNN stand at most so many lines. */
  private static final int END_MARK = 12;

  /** So many lines show how wide a text is set. */
  private static final int MANY_LINES = 40;

  private final TextLines reading;
  private final TrailerLines trailers;
  private final @Nullable CreditTable table;
  private final Lines lines;
  private final String text;
  private final int start;

  /**
   * @param reading the text and what stands behind it
   * @param table the table of those who drafted and cleared it, null where there is none
   */
  SignatureFinder(TextLines reading, @Nullable CreditTable table) {
    this.reading = reading;
    this.table = table;
    this.trailers = new TrailerLines(reading);
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = reading.start();
  }

  Ending find() {
    int line = lastLine(table == null ? endOfTransmission() : lines.at(table.start()) - 1);
    int bottom = line;
    int trailerLines = 0;
    while (line >= 0 && trailerLines < LONGEST_TRAILER && trailers.contains(line)) {
      trailerLines++;
      line = lastLine(line - 1);
    }
    if (trailerLines == LONGEST_TRAILER) {
      line = bottom;
    }
    if (line < 0 || lines.end(line) <= start) {
      int end = Math.max(start, bottom < 0 ? start : Math.max(start, lines.end(bottom)));
      return new Ending(null, end, null);
    }
    Span name = alone(line);
    if (name != null) {
      Span above = upperHalf(line, name);
      if (above != null) {
        name = new Span(above.start(), name.end());
        line = lines.at(above.start());
      }
    } else {
      name = new SignatureBehindText(reading).find(line);
    }
    int textEnd = Math.max(start, lines.end(line));
    if (name == null && table != null && table.signature() != null) {
      return new Ending(table.signature(), textEnd, trailer(table.signature().end()));
    }
    if (name != null) {
      // STOESSEL UNQUOTE KISSINGER is all signature.
      int opens = SignerName.start(text, reading.wordsStart(line), reading.wordsEnd(line));
      boolean alone = name.start() <= opens || lastUnquote(line) > 0;
      textEnd =
          new TextEnd(reading, trailers)
              .above(alone ? Math.max(start, lines.start(line)) : name.start());
    }
    if (name == null) {
      return new Ending(new AnnexedSignature(reading).find(textEnd), textEnd, trailer(textEnd));
    }
    return new Ending(name, textEnd, trailer(name.end()));
  }

  /**
   * The line near the end on which an end mark stands, a note of the message centre or the
   * footnotes of a printed volume begin; else the last.
   */
  private int endOfTransmission() {
    int last = lines.count() - 1;
    int first = Math.max(lines.at(start), last - LONGEST_TRAILER);
    for (int line = last; line > first; line--) {
      int from = lines.indentEnd(line);
      boolean mark =
          trailers.isCentreNote(from)
              || (lines.end(line) - from == 4 && text.startsWith("NNNN", from));
      if (mark ? line > last - END_MARK : trailers.isSourceNote(from, lines.end(line))) {
        return line;
      }
    }
    return last;
  }

  /** The last line at or before {@code from} that holds text; -1 where none does. */
  private int lastLine(int from) {
    int line = from;
    while (line >= 0 && lines.next(line) > start && reading.empty(line)) {
      line--;
    }
    return line >= 0 && lines.next(line) > start ? line : -1;
  }

  /**
   * The first half of a signature that stands on two lines, where both hold one word in capitals
   * and the text before them has ended; null where the line above is text.
   */
  private @Nullable Span upperHalf(int line, Span name) {
    int above = lastLine(line - 1);
    if (above < line - 2 || above < 0 || lines.start(above) <= start) {
      return null;
    }
    int from = reading.wordsStart(above);
    int to = reading.wordsEnd(above);
    boolean words =
        isWord(name.start(), name.end())
            && isWord(from, to)
            && !text.substring(from, to).equals(name.of(text))
            && name.start() == reading.wordsStart(line);
    return words && !reading.runsOnInto(above) && !reading.introduced(above)
        ? new Span(from, to)
        : null;
  }

  /** One word of at least three capitals that may be a name. */
  private boolean isWord(int from, int to) {
    return to - from >= 3
        && SignerName.isUpper(text, from, to)
        && SignerName.is(text, from, to)
        && !SignerName.holdsBlank(text, from, to);
  }

  private @Nullable Span trailer(int from) {
    int first = from;
    while (first < text.length()
        && text.charAt(first) != '\n'
        && (Lines.isBlank(text.charAt(first)) || SignerName.isSign(text.charAt(first)))) {
      first++;
    }
    while (first < text.length() && Lines.isBlank(text.charAt(first))) {
      first++;
    }
    int last = text.length();
    while (last > first && Lines.isBlank(text.charAt(last - 1))) {
      last--;
    }
    return first < last ? new Span(first, last) : null;
  }

  // Names

  /** A name on a line of its own behind the end of the text. */
  private @Nullable Span alone(int line) {
    int from =
        SignerName.start(text, Math.max(start, reading.wordsStart(line)), reading.wordsEnd(line));
    from = behindEndedLevel(line, from);
    int to = SignerName.end(text, from, reading.wordsEnd(line));
    int unquote = lastUnquote(from, to);
    if (unquote > from && unquote < to && SignerName.is(text, unquote, to)) {
      return new Span(unquote, to);
    }
    if (unquote > from) {
      to = unquote - "UNQUOTE".length();
      while (to > from && Lines.isBlank(text.charAt(to - 1))) {
        to--;
      }
    }
    if (!SignerName.is(text, from, to)
        || isCutSentence(line)
        || isListed(line)
        || isBelowValediction(line)) {
      return null;
    }
    boolean free =
        line == 0
            || lines.start(line) <= start
            || reading.empty(line - 1)
            || reading.rule(line - 1);
    if (free) {
      // Behind a page break the text may run on with one last word.
      boolean furniture = line > 0 && reading.furniture().isFurniture(line - 1);
      return furniture && reading.runsOnInto(line) ? null : new Span(from, to);
    }
    boolean closed =
        !reading.runsOnInto(line)
            || isName(line - 1)
            || trailers.contains(line - 1)
            || endsPassage(line - 1)
            || isGreeting(line - 1)
            || hadRoomAbove(line, to - from)
            || (to - from >= 5 && SignerName.isUpper(text, from, to) && isMixedAbove(line));
    return closed ? new Span(from, to) : null;
  }

  /** Behind the LOU of an END LOU that wraps; {@code from} where none does. */
  private int behindEndedLevel(int line, int from) {
    int above = text.startsWith(ENDED_LEVEL, from) ? lastLine(line - 1) : -1;
    boolean ends =
        above >= 0
            && reading.wordsEnd(above) - reading.wordsStart(above) == 3
            && text.startsWith("END", reading.wordsStart(above));
    return ends ? from + ENDED_LEVEL.length() : from;
  }

  /** Whether the text above a line ends in a small word, which never ends a sentence. */
  private boolean isCutSentence(int line) {
    int above = lastLine(line - 1);
    int end = above < 0 ? start : reading.wordsEnd(above);
    int word = end;
    while (word > start && end - word < 8 && Character.isLetter(text.charAt(word - 1))) {
      word--;
    }
    return word < end
        && WordClass.FUNCTION.holds(text.substring(word, end).toUpperCase(Locale.ROOT));
  }

  /** Whether a word in capitals would have found room on the line above, had it been text. */
  private boolean hadRoomAbove(int line, int length) {
    int from = reading.wordsStart(line);
    if (!isWord(from, from + length)) {
      return false;
    }
    int room = reading.wordsEnd(line - 1) - lines.start(line - 1) + 1 + length;
    int top = Math.max(lines.at(start), line - MANY_LINES);
    int above = line - 1;
    while (above >= top && reading.wordsEnd(above) - lines.start(above) < room) {
      above--;
    }
    return above >= top;
  }

  /** Whether a line is the last of several names that the text above them announces. */
  private boolean isListed(int line) {
    int top = line;
    while (top > 0
        && line - top < LONGEST_LIST
        && lines.start(top - 1) > start
        && !reading.empty(top - 1)
        && SignerName.is(text, reading.wordsStart(top - 1), reading.wordsEnd(top - 1))) {
      top--;
    }
    return top < line && reading.introduced(top);
  }

  private boolean isName(int line) {
    return line >= 0
        && lines.start(line) > start
        && SignerName.is(text, reading.wordsStart(line), reading.wordsEnd(line))
        && (reading.empty(line - 1) || !reading.runsOnInto(line));
  }

  private int lastUnquote(int line) {
    int from = reading.wordsStart(line);
    return lastUnquote(from, reading.wordsEnd(line)) - from;
  }

  /** Behind UNQUOTE and its blanks, where the line holds it; else {@code from}. */
  private int lastUnquote(int from, int to) {
    for (int i = to - 7; i >= from && to - from <= 80; i--) {
      if (text.startsWith("UNQUOTE", i)) {
        int behind = i + 7;
        while (behind < to && !Character.isLetter(text.charAt(behind))) {
          behind++;
        }
        return behind >= to ? i + 7 : behind;
      }
    }
    return from;
  }

  /** Whether a line ends in END COMMENT, MINIMIZE CONSIDERED, GP-3 or the like. */
  private boolean endsPassage(int line) {
    int end = reading.wordsEnd(line);
    int word = end;
    while (word > start && text.charAt(word - 1) > ' ') {
      word--;
    }
    return WordClass.PASSAGE_END.endingAt(text, start, end) > 0
        || WordClass.DECLASSIFICATION.at(text, Math.max(start, reading.wordsStart(line))) > 0
        || (end - word < 8 && TrailerLines.isDeclassificationGroup(text.substring(word, end)));
  }

  /** Whether SINCERELY stands above a line: who wrote a letter signed it, not who sent it. */
  private boolean isBelowValediction(int line) {
    int above = lastLine(line - 1);
    int from = above < 0 ? 0 : reading.wordsStart(above);
    return above >= 0 && from + WordClass.VALEDICTION.at(text, from) == reading.wordsEnd(above);
  }

  /** REGARDS, on a line of its own. */
  private boolean isGreeting(int line) {
    int from = Math.max(start, reading.wordsStart(line));
    int to = reading.wordsEnd(line);
    return to - from <= 16
        && to > from
        && text.substring(from, to).toUpperCase(Locale.ROOT).contains("REGARDS");
  }

  /** Whether the last lines above a line are written in small letters, the very last too. */
  private boolean isMixedAbove(int line) {
    int top = Math.max(0, line - FEW_LINES);
    return !SignerName.isUpper(text, lines.start(line - 1), lines.end(line - 1))
        && SignatureBehindText.isMixed(
            text, Math.max(start, lines.start(top)), Math.max(start, lines.end(line - 1)));
  }
}
