package org.cablebeam.transforms.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the stamps of the releasing review: {@code [name] Declassified/Released US Department of
 * State EO Systematic Review 22 May 2009}, wrapped over up to four lines. One a body.
 */
final class StampFinder {
  /** The widest margin, in UTF-16 units. */
  private static final int MARGIN = 200;

  /** No more blanks part the words of a name. */
  private static final int NEXT_WORD = 3;

  private static final String OPENING = "Declassified/Released";

  private final Lines lines;
  private final String text;

  private StampFinder(Lines lines) {
    this.lines = lines;
    this.text = lines.text();
  }

  /** All stamps, by offset, without overlaps. */
  static List<Span> find(Lines lines) {
    return new StampFinder(lines).find();
  }

  private List<Span> find() {
    List<Span> stamps = new ArrayList<>();
    int behind = 0;
    // Looked for by the slash, which is rare in text.
    int slash = text.indexOf('/');
    while (slash >= 0) {
      int at = slash - OPENING.indexOf('/');
      if (at >= behind && text.regionMatches(true, at, OPENING, 0, OPENING.length())) {
        int line = lines.at(at);
        int end = stampEnd(at, line);
        if (end > 0) {
          stamps.add(new Span(start(at, line, behind), end));
          behind = end;
        }
      }
      slash = text.indexOf('/', slash + 1);
    }
    return stamps;
  }

  private int start(int at, int line, int behind) {
    int from = releaserStart(at, Math.max(behind, lines.start(line)));
    boolean above =
        from == at && line > 0 && lines.start(line - 1) >= behind && opensLine(at, line);
    return above && isReleaser(line - 1) ? lines.indentEnd(line - 1) : from;
  }

  /** Whether nothing but a margin stands before {@code offset} on its line. */
  private boolean opensLine(int offset, int line) {
    int at = offset;
    while (at > lines.start(line) && offset - at < MARGIN && Lines.isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at == lines.start(line);
  }

  /** Where the name of the releasing officer before a stamp begins. */
  private int releaserStart(int at, int start) {
    int from = at;
    for (int words = 0; words < 4; words++) {
      int stop = from;
      int gap = words == 0 ? MARGIN : NEXT_WORD;
      while (stop > start && stop > from - gap && text.charAt(stop - 1) == ' ') {
        stop--;
      }
      int begin = stop;
      while (begin > start && stop - begin < 30 && isNameSign(text.charAt(begin - 1))) {
        begin--;
      }
      if (begin == stop || !isNameWord(begin, stop)) {
        break;
      }
      from = begin;
    }
    return from;
  }

  private int stampEnd(int at, int line) {
    String[] words = {
      "DECLASSIFIED/RELEASED", "US", "DEPARTMENT", "OF", "STATE", "EO", "SYSTEMATIC", "REVIEW"
    };
    int limit = lines.end(Math.min(lines.count() - 1, line + 4));
    int k = at;
    int last = at;
    for (String word : words) {
      k = skipBlanks(k, limit);
      if (!text.regionMatches(true, k, word, 0, word.length())) {
        // A cut stamp is furniture as far as it goes, if it says who released.
        return last > at + 21 ? last : -1;
      }
      k += word.length();
      last = k;
    }
    int date = StampDate.end(text, last, limit);
    return date > 0 ? date : last;
  }

  private boolean isNameWord(int begin, int end) {
    char first = text.charAt(begin);
    if (first < 'A' || first > 'Z') {
      return false;
    }
    if (end - begin == 2 && text.charAt(end - 1) == '.') {
      return true;
    }
    for (int k = begin + 1; k < end; k++) {
      char c = text.charAt(k);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return end - begin > 1;
  }

  /** A given name, an initial and a surname in mixed case, and nothing else. */
  private boolean isReleaser(int line) {
    int at = lines.indentEnd(line);
    int end = lines.end(line);
    int words = 0;
    boolean initial = false;
    while (at < end) {
      int stop = at;
      while (stop < end && text.charAt(stop) != ' ') {
        stop++;
      }
      if (!isNameWord(at, stop)) {
        return false;
      }
      initial |= text.charAt(stop - 1) == '.';
      words++;
      at = skipBlanks(stop, end);
    }
    return initial && words >= 3 && words <= 4;
  }

  private int skipBlanks(int from, int end) {
    int at = from;
    while (at < end && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNameSign(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || c == '-' || c == '.';
  }
}
