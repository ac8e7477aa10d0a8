package org.cablebeam.transforms.parse;

import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.header.HeaderLine;
import org.cablebeam.transforms.parse.header.HeaderLines;
import org.cablebeam.transforms.parse.heading.ClassificationLine;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * One search for the beginning of the body, line by line from the top: what is of the header, what
 * a publisher put around it, and which classification line is the first of the body. Not
 * thread-safe; linear, for no summary of a heading is looked into for more than a few lines.
 */
final class BodySearch {
  /** More lines than this before the header are no preamble. */
  private static final int PREAMBLE_LINES = 400;

  /** More lines than this before a level that stands alone, and it is a footer. */
  private static final int LONE_LINES = 25;

  /** More lines than this behind the header, and a classification line is that of a quotation. */
  private static final int FAR_LINES = 80;

  /** A publisher's summary of the heading has no more lines. */
  private static final int SUMMARY_LINES = 25;

  /** So many heading lines may stand in a publisher's summary. */
  private static final int HEADINGS = 8;

  private final @Nullable Integer hint;
  private final Posts posts;
  private final int length;
  private final int from;
  private final HeaderLines header;
  private final Lines lines;

  private int firstHeader = -1;
  private int lastHeader = -1;
  private int lone = -1;
  private int others;
  private boolean proven;
  private boolean addressed;
  private boolean dated;
  private boolean preamble;
  private int othersAtHeader;
  private int headings;
  private @Nullable BodyStart found;

  /**
   * A search through the first part of a message.
   *
   * @param zone that part
   * @param hint where the container says the body begins, null where it does not
   */
  BodySearch(String zone, @Nullable Integer hint, Posts posts) {
    this.hint = hint;
    this.posts = posts;
    this.length = zone.length();
    this.from = HeaderLine.Notice.end(zone);
    this.header = HeaderLines.of(from == 0 ? zone : zone.substring(from), posts);
    this.lines = header.lines();
  }

  /** Where the body begins. */
  BodyStart find() {
    boolean goesOn = true;
    for (int i = 0; i < lines.count() && goesOn; i++) {
      goesOn = lines.blank(i) || read(i, header.line(i));
      if (found != null) {
        return found;
      }
    }
    return unclassified();
  }

  /** Reads a line; false where the body began above it, or no header is to be expected. */
  private boolean read(int i, String line) {
    int date = OpeningLine.behindDate(line);
    if (date >= 0) {
      dated = true;
      found = date < line.length() ? classified(lines.start(i) + date, behind(i, date)) : null;
      return true;
    }
    HeaderLine kind = header.kind(i);
    if (proven && isRepeated(i, line, kind)) {
      // All of the first header, and what a publisher printed below it, is preamble.
      restart();
    }
    // A page header may be glued to the TAGS.
    boolean gluedPage = kind == HeaderLine.PAGE && OpeningLine.opensHeading(line);
    if (kind != HeaderLine.OTHER && kind != HeaderLine.LEVEL && !gluedPage) {
      header(i, kind);
      found = proven ? gluedTo(i, line) : null;
      return true;
    }
    found = proven ? inRow(i, line) : null;
    return found != null || text(i, line, kind);
  }

  /** Reads a line that is not of a header. */
  private boolean text(int i, String line, HeaderLine kind) {
    ClassificationLine read = line(i);
    if (read != null && read.serial() >= 0 && isCredible(read)) {
      found = classified(lines.start(i), read);
      return true;
    }
    if (read != null && isBodyLevel(i)) {
      level(i, read);
      return true;
    }
    if (OpeningLine.opensParagraph(line)) {
      return false;
    }
    if (OpeningLine.opensHeading(line)) {
      others++;
      // Publishers print a summary of the heading above a header.
      return (!proven || isSummaryOfHeading(i)) && ++headings <= HEADINGS;
    }
    if (kind == HeaderLine.OTHER && ++others > PREAMBLE_LINES) {
      return false;
    }
    if (addressed && lastHeader == i - 1 && OpeningLine.isAddress(line)) {
      lastHeader = i;
    }
    return true;
  }

  /** Reads a level that stands alone. */
  private void level(int i, ClassificationLine read) {
    if (others - othersAtHeader > LONE_LINES) {
      return;
    }
    if (addressed && proven && !isSummaryOfHeading(i)) {
      found = classified(lines.start(i), read);
    } else {
      lone = lone < 0 ? i : lone;
    }
  }

  /** The body that begins with the last words of a header line. */
  private @Nullable BodyStart gluedTo(int i, String line) {
    int glued = OpeningLine.gluedLevel(line);
    ClassificationLine read = glued < 0 ? null : behind(i, glued);
    return read != null && namesCable(read) ? classified(lines.start(i) + glued, read) : null;
  }

  /** The body that begins in the last cell of a row that a publisher printed. */
  private @Nullable BodyStart inRow(int i, String line) {
    for (int at = OpeningLine.levelInCell(line, 1);
        at > 0;
        at = OpeningLine.levelInCell(line, at + 1)) {
      ClassificationLine read = behind(i, at);
      if (read != null && namesCable(read)) {
        return classified(lines.start(i) + at, read);
      }
    }
    return null;
  }

  /**
   * Whether a republisher's copy of the header begins: with its transmission id again, or below
   * {@code header:} on a line of its own.
   */
  private boolean isRepeated(int i, String line, HeaderLine kind) {
    if (kind == HeaderLine.TRANSMISSION_ID) {
      return others > othersAtHeader;
    }
    if (kind != HeaderLine.OTHER || !OpeningLine.isHeaderMark(line)) {
      return false;
    }
    int next = nextText(i);
    return next < lines.count()
        && HeaderLine.PROOF.contains(HeaderLine.of(header.line(next), null));
  }

  /** The next line below that is not blank; the count of lines where there is none. */
  private int nextText(int line) {
    int next = line + 1;
    while (next < lines.count() && lines.blank(next)) {
      next++;
    }
    return next;
  }

  private void restart() {
    proven = false;
    addressed = false;
    firstHeader = -1;
    lone = -1;
    others = Math.max(others, 1);
  }

  /**
   * Whether the heading that begins in line {@code i} is a publisher's summary of it, behind which
   * header or classification line and the heading itself follow.
   */
  private boolean isSummaryOfHeading(int i) {
    int limit = Math.min(lines.count(), i + SUMMARY_LINES);
    for (int line = i + 1; line < limit; line++) {
      if (lines.blank(line)) {
        continue;
      }
      String words = header.line(line);
      if (words.startsWith("VZCZC") || OpeningLine.isHeaderMark(words)) {
        return true;
      }
      if (OpeningLine.opensParagraph(words)) {
        return false;
      }
      if (OpeningLine.opensLevel(words)) {
        ClassificationLine read = ClassificationLine.read(lines, line).orElse(null);
        if (read != null && namesCable(read)) {
          return isHeadingWithin(line + 1, limit);
        }
      }
    }
    return false;
  }

  private boolean isHeadingWithin(int from, int limit) {
    for (int line = from; line < limit; line++) {
      String words = header.line(line);
      if (OpeningLine.opensHeading(words)) {
        return true;
      }
      if (OpeningLine.opensParagraph(words)) {
        return false;
      }
    }
    return false;
  }

  /** Where no header proves the text a cable, only a known post makes a classification line. */
  private boolean isCredible(ClassificationLine line) {
    if (proven) {
      return others - othersAtHeader <= FAR_LINES;
    }
    return others == 0 || (line.post() != null && posts.byName(line.post()).isPresent());
  }

  private boolean namesCable(ClassificationLine line) {
    return line.serial() >= 0 && line.post() != null && posts.byName(line.post()).isPresent();
  }

  private void header(int i, HeaderLine kind) {
    boolean proof = HeaderLine.PROOF.contains(kind);
    if (!proof && firstHeader < 0) {
      return;
    }
    if (proof && !proven) {
      proven = true;
      firstHeader = i;
      preamble = others > 0;
    }
    othersAtHeader = others;
    lastHeader = i;
    addressed |= kind == HeaderLine.SENDER || kind == HeaderLine.ADDRESSEES;
  }

  private BodyStart classified(int start, @Nullable ClassificationLine line) {
    int offset = from + start;
    // What stands between the container's header and the classification line is a preamble.
    boolean between =
        proven && hint != null && hint < offset && hint > from + lines.start(lastHeader);
    int headerEnd = between && hint != null ? hint : offset;
    int headerStart = proven ? from + lines.start(firstHeader) : headerEnd;
    return new BodyStart(
        headerStart,
        headerEnd,
        offset,
        line,
        header(headerStart, headerEnd),
        proven,
        dated || (proven ? preamble : others > 0),
        from > 0);
  }

  /** The body begins behind the last line of the header, or with the text. */
  private BodyStart unclassified() {
    if (!proven) {
      int offset = hint != null ? hint : lone >= 0 ? from + lines.start(lone) : from;
      HeaderLines none = header(offset, offset);
      return new BodyStart(offset, offset, offset, line(lone), none, false, false, from > 0);
    }
    int next = lone > lastHeader ? lone : nextText(lastHeader);
    int offset = next < lines.count() ? from + lines.start(next) : length;
    if (hint != null && hint > offset) {
      offset = hint;
    }
    int headerStart = from + lines.start(firstHeader);
    HeaderLines read = header(headerStart, offset);
    // A level above the header is not the line with which the body begins.
    ClassificationLine line = line(lone > lastHeader ? lone : -1);
    return new BodyStart(headerStart, offset, offset, line, read, true, preamble, from > 0);
  }

  private HeaderLines header(int start, int end) {
    return header.between(start - from, end - from);
  }

  private @Nullable ClassificationLine line(int i) {
    return i < 0 ? null : ClassificationLine.read(lines, i).orElse(null);
  }

  /** Whether text follows a level that stands alone, and not the header. */
  private boolean isBodyLevel(int i) {
    int next = nextText(i);
    if (next >= lines.count()) {
      return true;
    }
    HeaderLine kind = header.kind(next);
    return kind == HeaderLine.OTHER || kind == HeaderLine.RULE;
  }

  /** The classification line glued to what stands before it in line {@code i}. */
  private @Nullable ClassificationLine behind(int i, int column) {
    int end = lines.next(Math.min(i + 2, lines.count() - 1));
    String rest = lines.text().substring(lines.start(i) + column, end);
    return ClassificationLine.read(Lines.of(rest), 0).orElse(null);
  }
}
