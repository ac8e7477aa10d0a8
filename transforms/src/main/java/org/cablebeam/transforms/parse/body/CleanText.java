package org.cablebeam.transforms.parse.body;

import java.util.List;
import org.cablebeam.transforms.parse.body.ParagraphFinder.Found;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.PortionMark;
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
    return new Writing(span).write();
  }

  /** One passage on its way to clean text. */
  private final class Writing {
    private final Span span;
    private final String text = reading.text();
    private final StringBuilder out;
    private int next;

    /** What stood between the last line with words and this one. */
    private boolean blank;

    private boolean furniture;

    Writing(Span span) {
      this.span = span;
      this.out = new StringBuilder(span.length());
      this.next = firstParagraphFrom(span.start());
    }

    String write() {
      Lines lines = reading.lines();
      int first = lines.at(span.start());
      for (int line = first; line < lines.count() && lines.start(line) < span.end(); line++) {
        int from = Math.max(span.start(), lines.start(line));
        int to = Math.min(span.end(), lines.next(line));
        if (reading.furniture().isFurniture(line)) {
          furniture = true;
        } else if (isBlank(text, from, to)) {
          blank |= line > first;
        } else if (!reading.rule(line)) {
          line(line, from, to);
        }
      }
      return strip(out);
    }

    private void line(int line, int from, int to) {
      boolean opens = blank && !(furniture && reading.runsOnInto(line));
      if (opens) {
        breakParagraph(out);
      }
      blank = false;
      furniture = false;
      int at = opens ? behindMark(line, from, to) : from;
      while (next < paragraphs.size() && paragraphs.get(next).start() < to) {
        at = paragraph(paragraphs.get(next++), at, from, to);
      }
      int stop = to;
      if (next < paragraphs.size()
          && paragraphs.get(next).headed()
          && paragraphs.get(next).blockStart() < to) {
        // The heading of the next paragraph.
        stop = Math.max(at, paragraphs.get(next).blockStart());
      }
      append(out, text, at, stop);
    }

    /** Behind the mark of a paragraph without a number; an item (C) behind an item (B) has none. */
    private int behindMark(int line, int from, int to) {
      int start = Math.min(to, Math.max(from, reading.wordsStart(line)));
      boolean item = start + 1 < to && text.charAt(start) == '(' && isItem(text.charAt(start + 1));
      if (start >= to || item) {
        return from;
      }
      return PortionMark.inParentheses(text, start, to).map(PortionMark::end).orElse(from);
    }

    /** Whether the paragraph before begins with the letter before that of an item. */
    private boolean isItem(char letter) {
      int last = out.length() - 2;
      int before = last > 0 ? out.lastIndexOf("\n\n", last - 1) : -1;
      int start = before < 0 ? 0 : before + 2;
      return start + 1 < out.length()
          && (out.charAt(start) == letter - 1
              || (out.charAt(start) == '(' && out.charAt(start + 1) == letter - 1));
    }

    /** Behind the number and mark of a paragraph that begins on a line. */
    private int paragraph(Found found, int at, int from, int to) {
      boolean headed = found.headed() && found.blockStart() < from && found.start() >= from;
      int before = headed ? Math.max(at, found.start()) : at;
      append(out, text, before, Math.max(before, found.start()));
      if (found.start() > span.start()) {
        breakParagraph(out);
      }
      return Math.max(before, Math.min(to, found.contentStart()));
    }
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
            || ":;,.)]-\u2013\u2014\u00b6".indexOf(out.charAt(from)) >= 0)) {
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
