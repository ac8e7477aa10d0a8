package org.cablebeam.transforms.parse.header;

import java.util.Arrays;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * The lines near the beginning of a message, as a teleprinter has them where a copyist joined them
 * or SMART printed them, and what each is of a header. Both are found out when they are first asked
 * for, so that the search for the body and the parser of the header look at a line once. Not
 * thread-safe; offsets are UTF-16 units.
 */
public final class HeaderLines {
  private final Lines lines;
  private final int first;
  private final @Nullable String[] words;
  private final @Nullable HeaderLine[] kinds;

  private HeaderLines(
      Lines lines, int first, @Nullable String[] words, @Nullable HeaderLine[] kinds) {
    this.lines = lines;
    this.first = first;
    this.words = words;
    this.kinds = kinds;
  }

  /** The lines of a text; offsets into it stay true. */
  public static HeaderLines of(String text, Posts posts) {
    Lines lines = FlattenedHeader.unfold(Lines.of(SmartHeader.unfold(text)), posts);
    return new HeaderLines(
        lines, 0, new @Nullable String[lines.count()], new @Nullable HeaderLine[lines.count()]);
  }

  /** All lines of the text. */
  public Lines lines() {
    return lines;
  }

  /** How many lines there are. */
  public int count() {
    return words.length;
  }

  /** Line {@code i} without trailing blanks. */
  public String line(int i) {
    String line = words[i];
    if (line == null) {
      line = lines.line(first + i);
      words[i] = line;
    }
    return line;
  }

  /** What line {@code i} is. */
  public HeaderLine kind(int i) {
    HeaderLine kind = kinds[i];
    if (kind == null) {
      kind = HeaderLine.of(line(i), i + 1 < count() ? line(i + 1) : null);
      kinds[i] = kind;
    }
    return kind;
  }

  /**
   * The lines between two offsets of the text.
   *
   * @param from where a line begins
   * @param to behind the last line or within it
   */
  public HeaderLines between(int from, int to) {
    int end = Math.min(to, lines.text().length());
    if (from >= end) {
      return new HeaderLines(lines, 0, new @Nullable String[0], new @Nullable HeaderLine[0]);
    }
    int start = lines.at(from);
    int last = lines.at(end - 1);
    HeaderLines between =
        new HeaderLines(
            lines,
            start,
            Arrays.copyOfRange(words, start, last + 1),
            Arrays.copyOfRange(kinds, start, last + 1));
    int cut = Characters.skipBlanksBack(lines.text(), end, lines.start(last));
    between.words[last - start] = lines.text().substring(lines.start(last), cut);
    // What it is may have been told by the line below it.
    between.kinds[last - start] = null;
    return between;
  }
}
