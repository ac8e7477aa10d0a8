package org.cablebeam.transforms.parse.body;

import java.util.Locale;
import org.cablebeam.transforms.text.Lines;

/**
 * Where the text ends above a signature: between them may stand a declassification group, a line
 * that says MINIMIZE CONSIDERED, or a web address. Immutable.
 */
final class TextEnd {
  /** GP-4. DECONTROL FOLLOWING … is the longest of the lines between text and signature. */
  private static final int LONGEST_GROUP = 60;

  private static final String DECONTROL = "DECONTROL ";

  /** Of a web address between rules. */
  private static final int LONGEST_BLOCK = 6;

  private final TextLines reading;
  private final TrailerLines trailers;
  private final Lines lines;
  private final String text;
  private final int start;

  TextEnd(TextLines reading, TrailerLines trailers) {
    this.reading = reading;
    this.trailers = trailers;
    this.lines = reading.lines();
    this.text = reading.text();
    this.start = reading.start();
  }

  /**
   * Behind the text before a signature and before the GP-3, EXEMPT, MINIMIZE CONSIDERED or the web
   * address above.
   */
  int above(int limit) {
    int end = trimmed(limit);
    while (end > start) {
      int line = lines.at(end - 1);
      int from = Math.max(start, reading.wordsStart(line));
      if (!isGroup(from, end) && !trailers.opensWithAddress(from, end)) {
        from = reading.rule(line) ? addressBlock(line) : -1;
      }
      // Behind a section header nothing of its line may be left.
      if (from < start || from >= end) {
        break;
      }
      end = trimmed(from);
    }
    return end;
  }

  /**
   * Where the block between two rules begins that ends in line {@code rule} and gives a web
   * address; -1 where none ends there.
   */
  private int addressBlock(int rule) {
    boolean address = false;
    int first = Math.max(0, rule - LONGEST_BLOCK + 1);
    for (int line = rule - 1; line >= first && lines.start(line) > start; line--) {
      if (reading.rule(line)) {
        return address ? lines.start(line) : -1;
      }
      address |= trailers.isAddress(reading.wordsStart(line), reading.wordsEnd(line));
    }
    return -1;
  }

  private boolean isGroup(int from, int end) {
    int stop = end > from && text.charAt(end - 1) == '.' ? end - 1 : end;
    if (stop <= from || stop - from > LONGEST_GROUP) {
      return false;
    }
    String words = text.substring(from, stop).toUpperCase(Locale.ROOT);
    int blank = words.indexOf(' ');
    if (blank > 0 && words.startsWith(DECONTROL, blank + 1)) {
      // GP-4. DECONTROL UPON RECEIPT
      words = words.substring(0, words.charAt(blank - 1) == '.' ? blank - 1 : blank);
    }
    return words.startsWith(DECONTROL)
        || words.equals("EXEMPT")
        || words.equals("GDS")
        || words.equals("END")
        || TrailerLines.isDeclassificationGroup(words)
        || trailers.isMinimize(words);
  }

  /** Behind the last character of the text before {@code limit}. */
  private int trimmed(int limit) {
    int at = limit;
    while (at > start) {
      if (Lines.isBlank(text.charAt(at - 1))) {
        at--;
        continue;
      }
      int line = lines.at(at - 1);
      if (at == lines.end(line) && reading.empty(line)) {
        at = lines.start(line);
        continue;
      }
      break;
    }
    return Math.max(at, start);
  }
}
