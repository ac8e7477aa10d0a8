package org.cablebeam.transforms.parse.heading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;
import org.jsoup.parser.Parser;

/**
 * The text of one field: the lines of the body between two offsets without page furniture, without
 * backslashes at their ends, and with entities and links of web pages resolved to what they show.
 * Each character knows where it stands in the body. Immutable once built.
 */
final class FieldText {
  /** No field is longer, in UTF-16 units; what stands behind is not read. */
  private static final int LONGEST = 4_000_000;

  /** The elements without attributes that a web page may have left in a field. */
  private static final Set<String> ELEMENTS =
      Set.of("a", "b", "br", "code", "div", "em", "font", "i", "p", "pre", "span", "strong", "u");

  private final StringBuilder text;
  private int[] offsets;

  private FieldText(int length) {
    this.text = new StringBuilder(length);
    this.offsets = new int[length];
  }

  /** The field between two offsets of the body. Furniture lines leave no blank line behind. */
  static FieldText of(Body body, int start, int end) {
    int cut = Math.max(start, Math.min(end, start + LONGEST));
    FieldText field = new FieldText(cut - start);
    Lines lines = body.lines();
    Furniture furniture = body.furniture();
    if (start == cut) {
      return field;
    }
    boolean skipped = false;
    int last = lines.at(Math.max(start, cut - 1));
    for (int line = lines.at(start); line <= last; line++) {
      int from = Math.max(start, lines.start(line));
      int to = Math.min(cut, lines.end(line));
      if (furniture.isFurniture(line)) {
        skipped = true;
        continue;
      }
      if (from >= to || lines.blank(line)) {
        // A blank line beside furniture belongs to the page break.
        boolean beside =
            skipped || body.doubleSpaced() || (line < last && furniture.isFurniture(line + 1));
        if (!beside && field.length() > 0) {
          field.add('\n', Math.min(from, Math.max(cut - 1, start)));
        }
        continue;
      }
      skipped = false;
      if (field.length() > 0) {
        field.add('\n', from);
      }
      field.addLine(body.text(), furniture, from, to);
    }
    return field;
  }

  private void addLine(String body, Furniture furniture, int from, int to) {
    int end = to;
    while (end > from && (body.charAt(end - 1) == '\\' || Lines.isBlank(body.charAt(end - 1)))) {
      end--;
    }
    int at = from;
    boolean wordStart = true;
    while (at < end) {
      char c = body.charAt(at);
      if (wordStart) {
        int skip = furniture.skip(at);
        if (skip > at) {
          at = skip;
          add(' ', Math.min(skip, end) - 1);
          continue;
        }
        int header = Characters.isDigit(c) ? SectionHeader.end(body, at, end) : at;
        if (header > at) {
          cutPost();
          at = header;
          continue;
        }
      }
      wordStart = Lines.isBlank(c);
      if (c == '&') {
        int semicolon = close(body, at, Math.min(end, at + 10), ';');
        char meant = semicolon > at + 1 ? entity(body.substring(at, semicolon + 1)) : 0;
        if (meant > 0) {
          add(meant < ' ' || meant == '\u00a0' ? ' ' : meant, at);
          at = semicolon + 1;
          continue;
        }
      } else if (c == '<' && at + 1 < end && isTagSign(body.charAt(at + 1))) {
        int close = close(body, at, end, '>');
        if (close > 0 && isElement(body, at + 1, close)) {
          at = close + 1;
          continue;
        }
      } else if (c == ']' && at + 1 < end && body.charAt(at + 1) == '(' && linked()) {
        int close = close(body, at, end, ')');
        if (close > 0) {
          unlink();
          at = close + 1;
          continue;
        }
      }
      add(c == '\t' || c == '\u00a0' ? ' ' : c, at);
      at++;
    }
  }

  /** Takes the post of a section header away, whose number follows. */
  private void cutPost() {
    int from = Math.max(0, text.length() - SectionHeader.LONGEST_POST - 8);
    String tail = text.substring(from);
    int end = Characters.skipBlanksBack(tail, tail.length(), 0);
    text.setLength(from + SectionHeader.postStart(tail, end));
  }

  private static boolean isTagSign(char c) {
    return Characters.isLetter(c) || c == '/';
  }

  /** Whether angle brackets hold an element of a web page: {@code <PREL>} is a tag of a cable. */
  private static boolean isElement(String body, int from, int close) {
    int name = body.charAt(from) == '/' ? from + 1 : from;
    int end = name;
    while (end < close && Character.isLetterOrDigit(body.charAt(end))) {
      end++;
    }
    return end < close || ELEMENTS.contains(body.substring(name, end).toLowerCase(Locale.ROOT));
  }

  private static int close(String body, int from, int end, char sign) {
    int stop = Math.min(end, from + 300);
    for (int i = from; i < stop; i++) {
      if (body.charAt(i) == sign) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the text before a {@code ](} was opened by a bracket on the same line. */
  private boolean linked() {
    int stop = Math.max(0, text.length() - 60);
    for (int i = text.length() - 1; i >= stop; i--) {
      if (text.charAt(i) == '[') {
        return true;
      }
      if (text.charAt(i) == '\n') {
        return false;
      }
    }
    return false;
  }

  /** Takes the opening bracket of the link away. */
  private void unlink() {
    int open = text.lastIndexOf("[");
    text.deleteCharAt(open);
    System.arraycopy(offsets, open + 1, offsets, open, text.length() - open);
  }

  /** The character that an entity of a web page stands for; NUL where it is none of one unit. */
  private static char entity(String entity) {
    String decoded = Parser.unescapeEntities(entity, false);
    boolean one = decoded.length() == 1 && !Character.isSurrogate(decoded.charAt(0));
    return one ? decoded.charAt(0) : 0;
  }

  private void add(char c, int offset) {
    if (text.length() == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * offsets.length + 1);
    }
    offsets[text.length()] = offset;
    text.append(c);
  }

  int length() {
    return text.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Where a piece of the field stands in the body. */
  Span span(int start, int end) {
    if (start >= end || end > text.length()) {
      return new Span(0, 0);
    }
    int from = offsets[start];
    return new Span(from, Math.max(from, offsets[end - 1] + 1));
  }
}
