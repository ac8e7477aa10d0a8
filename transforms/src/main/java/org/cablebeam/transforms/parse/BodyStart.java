package org.cablebeam.transforms.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.header.FlattenedHeader;
import org.cablebeam.transforms.parse.header.HeaderLine;
import org.cablebeam.transforms.parse.header.SmartHeader;
import org.cablebeam.transforms.parse.heading.ClassificationLine;
import org.cablebeam.transforms.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * Where the body of a message begins: at the classification line, which names the level and, as a
 * rule, post and serial. A level alone above a page line or between addressees is furniture of the
 * header. Offsets are UTF-16 units into the text of the message.
 *
 * @param headerStart where the header begins, behind a publisher's preamble
 * @param headerEnd where the header ends; a preamble may stand between it and the body
 * @param offset where the body begins
 * @param line the classification line with which the body begins, null where there is none
 * @param hasHeader whether a header stands before the body
 * @param preamble whether something that is no part of the cable stands before the body
 * @param extract whether the publisher's notice stands on top that only an extract exists
 */
record BodyStart(
    int headerStart,
    int headerEnd,
    int offset,
    @Nullable ClassificationLine line,
    boolean hasHeader,
    boolean preamble,
    boolean extract) {
  /** A header is found within this many UTF-16 units or not at all. */
  private static final int ZONE = 1 << 16;

  /** More lines than this before the header are no preamble. */
  private static final int PREAMBLE_LINES = 400;

  /** More lines than this before a level that stands alone, and it is a footer. */
  private static final int LONE_LINES = 25;

  /** More lines than this behind the header, and a classification line is that of a quotation. */
  private static final int FAR_LINES = 80;

  /** A publisher's mark, glued to the classification line. */
  private static final String DATED = "Cable dated:";

  /** How classification lines begin. */
  private static final List<String> LEVELS =
      List.of(
          "UNCLAS",
          "U N C L A S",
          "LIMITED OFFICIAL USE",
          "L I M I T E D",
          "CONFIDENTIAL",
          "C O N F I D E N T I A L",
          "SECRET",
          "S E C R E T");

  /** A publisher's summary of the heading has no more lines. */
  private static final int SUMMARY_LINES = 25;

  /** So many heading lines may stand in a publisher's summary. */
  private static final int HEADINGS = 8;

  private static final List<String> KEYWORDS =
      List.of(
          "E.O.",
          "E.0.",
          "E. O.",
          "E O 1",
          "EO 1",
          "TAGS",
          "SUBJECT",
          "SUBJ",
          "REF",
          "CLASSIFIED BY",
          "SUMMARY");

  /** Only a header has these; a line beginning with TO can stand in any text. */
  private static final Set<HeaderLine> PROOF =
      Set.of(
          HeaderLine.TRANSMISSION_ID,
          HeaderLine.ORIGINATING_STATION,
          HeaderLine.SECURITY,
          HeaderLine.DATE_TIME_GROUP,
          HeaderLine.MESSAGE_NUMBER,
          HeaderLine.SENDER,
          HeaderLine.PAGE,
          HeaderLine.DISTRIBUTION);

  /**
   * Finds the beginning of the body.
   *
   * @param text the message
   * @param hint where the container says the body begins; used where the text does not tell
   */
  static BodyStart find(String text, @Nullable Integer hint, Posts posts) {
    String zone = text.length() > ZONE ? text.substring(0, ZONE) : text;
    Integer within = hint != null && hint > 0 && hint <= text.length() ? hint : null;
    return new Search(zone, within, zone.length(), posts).find();
  }

  /** The lines of a header as a teleprinter has them, where a copyist joined them or SMART did. */
  static Lines lines(String header, Posts posts) {
    return Lines.of(FlattenedHeader.unfold(SmartHeader.unfold(header), posts));
  }

  /** One search through the lines, from the top. Not thread-safe. */
  private static final class Search {
    private final @Nullable Integer hint;
    private final Posts posts;
    private final int length;
    private final int from;
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

    Search(String zone, @Nullable Integer hint, int length, Posts posts) {
      this.hint = hint;
      this.posts = posts;
      this.length = length;
      this.from = HeaderLine.Notice.end(zone);
      String rest = from == 0 ? zone : zone.substring(from);
      this.lines = BodyStart.lines(rest, posts);
    }

    BodyStart find() {
      for (int i = 0; i < lines.count(); i++) {
        if (lines.blank(i)) {
          continue;
        }
        String line = lines.line(i);
        if (line.startsWith(DATED)) {
          int behind = behindDate(line);
          dated = true;
          if (behind < line.length()) {
            return classified(lines.start(i) + behind, behind(i, behind));
          }
          continue;
        }
        HeaderLine kind = HeaderLine.of(line, i + 1 < lines.count() ? lines.line(i + 1) : null);
        if (proven && isRepeated(i, line, kind)) {
          // All of the first header, and what a publisher printed below it, is preamble.
          restart();
        }
        // A page header may be glued to the TAGS.
        boolean gluedPage = kind == HeaderLine.PAGE && opensHeading(line);
        if (kind != HeaderLine.OTHER && kind != HeaderLine.LEVEL && !gluedPage) {
          header(i, kind);
          int glued = proven ? gluedLevel(line) : -1;
          @Nullable ClassificationLine classification = glued < 0 ? null : behind(i, glued);
          if (classification != null && namesCable(classification)) {
            return classified(lines.start(i) + glued, classification);
          }
          continue;
        }
        int inRow = proven ? levelInRow(i, line) : -1;
        if (inRow > 0) {
          return classified(lines.start(i) + inRow, behind(i, inRow));
        }
        Optional<ClassificationLine> read = ClassificationLine.read(lines, i);
        if (read.isPresent() && read.get().serial() >= 0 && isCredible(read.get())) {
          return classified(lines.start(i), read.get());
        }
        if (read.isPresent() && isBodyLevel(i)) {
          if (others - othersAtHeader > LONE_LINES) {
            continue;
          }
          if (addressed && proven && !isSummaryOfHeading(i)) {
            return classified(lines.start(i), read.get());
          }
          lone = lone < 0 ? i : lone;
        } else if (opensParagraph(line)) {
          break;
        } else if (opensHeading(line)) {
          // Publishers print a summary of the heading above a header.
          if ((proven && !isSummaryOfHeading(i)) || ++headings > HEADINGS) {
            break;
          }
          others++;
        } else if (kind == HeaderLine.OTHER && ++others > PREAMBLE_LINES) {
          break;
        } else if (addressed && lastHeader == i - 1 && isAddress(line)) {
          lastHeader = i;
        }
      }
      return unclassified();
    }

    /**
     * Whether a republisher's copy of the header begins: with its transmission id again, or below
     * {@code header:} on a line of its own.
     */
    private boolean isRepeated(int i, String line, HeaderLine kind) {
      if (kind == HeaderLine.TRANSMISSION_ID) {
        return others > othersAtHeader;
      }
      if (kind != HeaderLine.OTHER || !isHeaderMark(line)) {
        return false;
      }
      int next = i + 1;
      while (next < lines.count() && lines.blank(next)) {
        next++;
      }
      return next < lines.count() && PROOF.contains(HeaderLine.of(lines.line(next), null));
    }

    /** {@code header:}, {@code ------------------ header}. */
    private static boolean isHeaderMark(String line) {
      int start = 0;
      int end = line.length();
      while (start < end && (line.charAt(start) == '-' || Lines.isBlank(line.charAt(start)))) {
        start++;
      }
      while (end > start && "-: \\".indexOf(line.charAt(end - 1)) >= 0) {
        end--;
      }
      return end - start == "header".length() && line.startsWith("header", start);
    }

    private void restart() {
      proven = false;
      addressed = false;
      firstHeader = -1;
      lone = -1;
      others = Math.max(others, 1);
    }

    /**
     * Whether the heading that begins in line {@code i} is a publisher's summary of it, behind
     * which header or classification line and the heading itself follow.
     */
    private boolean isSummaryOfHeading(int i) {
      int limit = Math.min(lines.count(), i + SUMMARY_LINES);
      for (int line = i + 1; line < limit; line++) {
        if (lines.blank(line)) {
          continue;
        }
        String words = lines.line(line);
        if (words.startsWith("VZCZC") || isHeaderMark(words)) {
          return true;
        }
        if (opensParagraph(words)) {
          return false;
        }
        if (opensLevel(words)) {
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
        String words = lines.line(line);
        if (opensHeading(words)) {
          return true;
        }
        if (opensParagraph(words)) {
          return false;
        }
      }
      return false;
    }

    private static boolean opensLevel(String line) {
      for (String level : LEVELS) {
        if (line.startsWith(level)) {
          return true;
        }
      }
      return false;
    }

    /**
     * Where a classification line begins in the last cell of a row that a publisher printed, behind
     * a tab or a quotation mark; -1 where none does.
     */
    private int levelInRow(int i, String line) {
      for (int at = 1; at < line.length(); at++) {
        char before = line.charAt(at - 1);
        if (before != '\t' && before != '"') {
          continue;
        }
        for (String level : LEVELS) {
          if (line.startsWith(level, at)) {
            ClassificationLine read = behind(i, at);
            if (read != null && namesCable(read)) {
              return at;
            }
          }
        }
      }
      return -1;
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

    /**
     * Where a level stands with nothing between it and the end of the header, as where a copyist
     * put header and body together: {@code AMEMBASSY LUSAKA 2637UNCLAS HARARE 001569}; or -1.
     */
    private static int gluedLevel(String line) {
      for (int at = 1; at < line.length(); at++) {
        char c = line.charAt(at);
        if ((c == 'U' || c == 'C' || c == 'S' || c == 'L') && !Lines.isBlank(line.charAt(at - 1))) {
          for (String level : LEVELS) {
            if (line.startsWith(level, at)) {
              return at;
            }
          }
        }
      }
      return -1;
    }

    private void header(int i, HeaderLine kind) {
      boolean proof = PROOF.contains(kind);
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
          proven,
          dated || (proven ? preamble : others > 0),
          from > 0);
    }

    /** The body begins behind the last line of the header, or with the text. */
    private BodyStart unclassified() {
      if (!proven) {
        int offset = hint != null ? hint : lone >= 0 ? from + lines.start(lone) : from;
        return new BodyStart(offset, offset, offset, line(lone), false, false, from > 0);
      }
      int next = lone > lastHeader ? lone : lastHeader + 1;
      while (next < lines.count() && lines.blank(next)) {
        next++;
      }
      int offset = next < lines.count() ? from + lines.start(next) : length;
      if (hint != null && hint > offset) {
        offset = hint;
      }
      int headerStart = from + lines.start(firstHeader);
      return new BodyStart(headerStart, offset, offset, line(lone), true, preamble, from > 0);
    }

    private @Nullable ClassificationLine line(int i) {
      return i < 0 ? null : ClassificationLine.read(lines, i).orElse(null);
    }

    /** Whether text follows a level that stands alone, and not the header. */
    private boolean isBodyLevel(int i) {
      int next = i + 1;
      while (next < lines.count() && lines.blank(next)) {
        next++;
      }
      if (next >= lines.count()) {
        return true;
      }
      String below = next + 1 < lines.count() ? lines.line(next + 1) : null;
      HeaderLine kind = HeaderLine.of(lines.line(next), below);
      return kind == HeaderLine.OTHER || kind == HeaderLine.RULE;
    }

    /** The classification line glued to what stands before it in line {@code i}. */
    private @Nullable ClassificationLine behind(int i, int column) {
      int end = lines.next(Math.min(i + 2, lines.count() - 1));
      String rest = lines.text().substring(lines.start(i) + column, end);
      return ClassificationLine.read(Lines.of(rest), 0).orElse(null);
    }

    private static int behindDate(String line) {
      int end = DATED.length();
      while (end < line.length() && "0123456789-T: ".indexOf(line.charAt(end)) >= 0) {
        end++;
      }
      return end;
    }

    /** E.O., TAGS, SUBJECT, REF or a summary: the body has begun. */
    private static boolean opensHeading(String line) {
      int at = text(line);
      for (String keyword : KEYWORDS) {
        if (line.regionMatches(true, at, keyword, 0, keyword.length())) {
          int end = at + keyword.length();
          return keyword.length() > 3
              || end == line.length()
              || !Character.isLetter(line.charAt(end))
              || "SsTtEe".indexOf(line.charAt(end)) >= 0;
        }
      }
      return false;
    }

    /** {@code 1.} or {@code 1 (C)}, a paragraph mark perhaps before it. */
    private static boolean opensParagraph(String line) {
      int at = text(line);
      int digits = at;
      while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
        digits++;
      }
      return digits > at
          && digits - at <= 2
          && digits < line.length()
          && (line.charAt(digits) == '.' || line.startsWith(" (", digits));
    }

    /** Where a line begins behind blanks and the paragraph mark of a publisher. */
    private static int text(String line) {
      int at = 0;
      while (at < line.length()
          && (Lines.isBlank(line.charAt(at)) || line.charAt(at) == '\u00b6')) {
        at++;
      }
      return at;
    }

    /** An addressee without routing indicator: capitals, short, no passing instruction. */
    private static boolean isAddress(String line) {
      if (line.length() > 60 || line.contains(" FOR ") || line.endsWith(".")) {
        return false;
      }
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c >= 'a' && c <= 'z') {
          return false;
        }
      }
      return true;
    }
  }
}
