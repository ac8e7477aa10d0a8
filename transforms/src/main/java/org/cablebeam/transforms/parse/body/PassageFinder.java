package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.transforms.parse.body.ParagraphFinder.Found;
import org.cablebeam.transforms.parse.body.PassageMarks.Mark;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Finds the passages that a drafter marked as summary, comment, note or action request: by their
 * beginning and end marks, and where an end mark is missing by what ends such a passage otherwise.
 * One a body.
 */
final class PassageFinder {
  /**
   * A passage.
   *
   * @param word how it is marked
   * @param also the second word of COMMENT AND ACTION REQUEST, null where there is none
   * @param span from its first to its last word, marks excluded
   * @param opened whether its beginning is marked
   * @param closed whether its end is marked
   */
  record Passage(
      PassageWord word, @Nullable PassageWord also, Span span, boolean opened, boolean closed) {}

  /** A passage in parentheses is not looked for the closing one any farther. */
  private static final int PARENTHESIS = 5000;

  private final TextLines reading;
  private final List<Found> paragraphs;

  PassageFinder(TextLines reading, List<Found> paragraphs) {
    this.reading = reading;
    this.paragraphs = paragraphs;
  }

  List<Passage> find() {
    List<Mark> marks = new PassageMarks(reading, paragraphs).find();
    List<Passage> passages = new ArrayList<>();
    for (PassageWord word : PassageWord.values()) {
      pair(word, marks, passages);
    }
    return passages;
  }

  private void pair(PassageWord word, List<Mark> marks, List<Passage> passages) {
    Mark open = null;
    int content = 0;
    int before = passages.size();
    for (Mark mark : marks) {
      if (mark.word() != word) {
        continue;
      }
      if (mark.end()) {
        if (open != null) {
          add(open, content, mark.start(), true, passages);
          open = null;
        } else if (word == PassageWord.SUMMARY && passages.size() == before) {
          int from = paragraphs.isEmpty() ? reading.start() : paragraphs.get(0).contentStart();
          if (from < mark.start()) {
            passages.add(new Passage(word, null, trimmed(from, mark.start()), false, true));
          }
        }
        continue;
      }
      if (open != null) {
        if (!words(content, mark.start(), paragraphs)) {
          // A heading and then the word again at the beginning of the paragraph.
          content = mark.content();
          continue;
        }
        if (word == PassageWord.SUMMARY && !open.weak()) {
          continue;
        }
        if (!open.weak()) {
          add(open, content, Math.min(mark.start(), implicitEnd(open, content)), false, passages);
        }
      }
      open = mark;
      content = mark.content();
    }
    if (open != null && !open.weak()) {
      add(open, content, implicitEnd(open, content), false, passages);
    }
  }

  /** Whether words stand between two offsets, numbers and marks of paragraphs apart. */
  private boolean words(int from, int to, List<Found> paragraphs) {
    if (to - from > 200) {
      return true;
    }
    int next = from;
    for (int i = paragraphAt(from); i < paragraphs.size(); i++) {
      Found found = paragraphs.get(i);
      if (found.start() >= to) {
        break;
      }
      if (found.start() >= from) {
        if (letters(next, found.start())) {
          return true;
        }
        next = Math.min(to, found.contentStart());
      }
    }
    return letters(next, to);
  }

  private boolean letters(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(reading.text().charAt(i)) && !reading.furniture().covers(i)) {
        return !reading.text().regionMatches(true, i, "BEGIN", 0, 5);
      }
    }
    return false;
  }

  private void add(Mark open, int from, int to, boolean closed, List<Passage> passages) {
    Span span = trimmed(from, Math.max(from, to));
    if (!span.isEmpty()) {
      passages.add(new Passage(open.word(), open.also(), span, true, closed));
    }
  }

  private Span trimmed(int from, int to) {
    int stop = to;
    while (stop > from
        && (Lines.isBlank(reading.text().charAt(stop - 1))
            || "([\\".indexOf(reading.text().charAt(stop - 1)) >= 0
            || TextLines.isRuleSign(reading.text().charAt(stop - 1)))) {
      stop--;
    }
    return new Span(Math.min(from, stop), stop);
  }

  private int implicitEnd(Mark open, int content) {
    if (open.parenthesis() >= 0) {
      int close = closing(open.parenthesis());
      if (close >= 0) {
        return close;
      }
    }
    int at = paragraphAt(Math.min(content, Math.max(reading.start(), reading.end() - 1)));
    if (open.alone()) {
      for (int i = at + 1; i < paragraphs.size(); i++) {
        if (paragraphs.get(i).headed() && paragraphs.get(i).blockStart() >= content) {
          return paragraphs.get(i).blockStart();
        }
      }
      if (open.word() != PassageWord.SUMMARY) {
        return reading.end();
      }
    }
    int paragraphEnd =
        at < paragraphs.size() && paragraphs.get(at).end() > content
            ? paragraphs.get(at).end()
            : reading.end();
    return open.word() == PassageWord.SUMMARY
        ? Math.min(paragraphEnd, gapAfter(content))
        : paragraphEnd;
  }

  /** Where the next blank line is that is not one of a page break. */
  private int gapAfter(int from) {
    boolean furniture = false;
    int blank = -1;
    for (int line = reading.lines().at(from) + 1;
        line < reading.lines().count() && reading.lines().start(line) < reading.end();
        line++) {
      if (reading.furniture().isFurniture(line)) {
        furniture = true;
      } else if (reading.lines().blank(line)) {
        blank = blank < 0 ? reading.lines().start(line) : blank;
      } else {
        if (blank >= 0 && !(furniture && reading.runsOnInto(line))) {
          return blank;
        }
        blank = -1;
        furniture = false;
      }
    }
    return reading.end();
  }

  private int closing(int open) {
    int depth = 0;
    int limit = Math.min(reading.end(), open + PARENTHESIS);
    for (int i = open; i < limit; i++) {
      char c = reading.text().charAt(i);
      if (c == '(' || c == '[') {
        depth++;
      } else if ((c == ')' || c == ']') && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The last paragraph that begins at or before an offset; 0 where none does. */
  private int paragraphAt(int offset) {
    int low = 0;
    int high = paragraphs.size() - 1;
    int found = 0;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (paragraphs.get(middle).start() <= offset) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }
}
