package org.cablebeam.transforms.parse.body;

import java.util.List;
import org.cablebeam.transforms.parse.body.ParagraphFinder.Found;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;

/**
 * A passage as it reads: without paragraph numbers, portion marks, headings, rules and page
 * furniture, its lines joined by blanks, its paragraphs parted by an empty line. Immutable.
 */
final class CleanText {
  private final TextLines reading;
  private final List<Found> paragraphs;

  CleanText(TextLines reading, List<Found> paragraphs) {
    this.reading = reading;
    this.paragraphs = paragraphs;
  }

  String of(Span span) {
    String text = reading.text();
    Lines lines = reading.lines();
    StringBuilder out = new StringBuilder(span.length());
    int next = firstParagraphFrom(span.start());
    boolean blank = false;
    boolean furniture = false;
    for (int line = lines.at(span.start());
        line < lines.count() && lines.start(line) < span.end();
        line++) {
      if (reading.furniture().isFurniture(line)) {
        furniture = true;
        continue;
      }
      int from = Math.max(span.start(), lines.start(line));
      int to = Math.min(span.end(), lines.next(line));
      if (isBlank(text, from, to)) {
        blank |= line > lines.at(span.start());
        continue;
      }
      if (reading.rule(line)) {
        continue;
      }
      if (blank && !(furniture && reading.runsOnInto(line))) {
        breakParagraph(out);
      }
      blank = false;
      furniture = false;
      int at = from;
      while (next < paragraphs.size() && paragraphs.get(next).start() < to) {
        Found found = paragraphs.get(next);
        if (found.headed() && found.blockStart() < from && found.start() >= from) {
          at = Math.max(at, found.start());
        }
        append(out, text, at, Math.max(at, found.start()));
        if (found.start() > span.start()) {
          breakParagraph(out);
        }
        at = Math.max(at, Math.min(to, found.contentStart()));
        next++;
      }
      if (next < paragraphs.size()
          && paragraphs.get(next).headed()
          && paragraphs.get(next).blockStart() < to) {
        // The heading of the next paragraph.
        to = Math.max(at, paragraphs.get(next).blockStart());
      }
      append(out, text, at, to);
    }
    return strip(out);
  }

  /** Appends words joined by single blanks, furniture left out. */
  private void append(StringBuilder out, String text, int from, int to) {
    int at = from;
    boolean gap = true;
    while (at < to) {
      char c = text.charAt(at);
      if (Lines.isBlank(c) || c == '\u00b6' || (c == '\\' && endsLine(text, at + 1))) {
        gap = true;
        at++;
        continue;
      }
      if (gap) {
        int behind = reading.furniture().skip(at);
        if (behind > at) {
          at = behind;
          continue;
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
          out.append(' ');
        }
        gap = false;
      }
      out.append(c);
      at++;
    }
  }

  private static boolean endsLine(String text, int at) {
    return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == ' ';
  }

  private static void breakParagraph(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append("\n\n");
    }
  }

  private static String strip(StringBuilder out) {
    int from = 0;
    int to = out.length();
    while (from < to
        && (Lines.isBlank(out.charAt(from))
            || ":;,.)-\u2013\u2014\u00b6".indexOf(out.charAt(from)) >= 0)) {
      from++;
    }
    while (to > from
        && (Lines.isBlank(out.charAt(to - 1))
            || "([-\u2013\u2014\u00b6".indexOf(out.charAt(to - 1)) >= 0)) {
      to--;
    }
    return out.substring(from, to);
  }

  private int firstParagraphFrom(int offset) {
    int low = 0;
    int high = paragraphs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (paragraphs.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Lines.isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
