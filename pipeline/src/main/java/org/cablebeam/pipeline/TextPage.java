package org.cablebeam.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text in the making for people at a terminal: lines that fit its width, in colour where that is
 * wanted. What comes from a cable is cleaned by {@link #clean} first: then the only escape
 * sequences are those of {@link #style}. Not thread-safe.
 */
final class TextPage {
  static final String BOLD = "1";
  static final String DIM = "2";
  static final String ALARM = "33";

  /** Width where none is known: in a file, behind a pipe. */
  static final int COLUMNS = 80;

  /** Below this nothing can be set in two columns. */
  private static final int FEWEST_COLUMNS = 40;

  private static final int LABEL = 19;
  private static final int LONGEST = 2000;
  private static final char ESCAPE = '\u001b';
  private static final String PLAIN = ESCAPE + "[0m";

  private final boolean color;
  private final int columns;
  private final StringBuilder text = new StringBuilder();

  /**
   * An empty page.
   *
   * @param columns of the terminal; 0 where they are not known
   */
  TextPage(boolean color, int columns) {
    this.color = color;
    this.columns = columns == 0 ? COLUMNS : Math.max(FEWEST_COLUMNS, columns);
  }

  void blank() {
    text.append('\n');
  }

  /** The name of what follows. */
  void part(String name) {
    text.append('\n').append(style(BOLD, name)).append('\n');
  }

  /** A field and its value, the lines of the value below each other; nothing when there is none. */
  void field(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return;
    }
    String indent = " ".repeat(LABEL);
    String label = name;
    for (String line : cut(value).lines().toList()) {
      line("  " + label + " ".repeat(Math.max(0, LABEL - 2 - label.length())), indent, clean(line));
      label = "";
    }
  }

  /**
   * A line, on as many lines as it needs.
   *
   * @param first margin of the first, dimmed
   * @param next margin of the others, as wide as the first
   * @param line clean, perhaps with styles
   */
  void line(String first, String next, String line) {
    String margin = first;
    for (String piece : wrapped(line, columns - first.length())) {
      text.append(style(DIM, margin)).append(piece);
      stripTrailing();
      text.append('\n');
      margin = next;
    }
  }

  private void stripTrailing() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
  }

  /** What was written. */
  @Override
  public String toString() {
    return text.toString();
  }

  String style(String code, String styled) {
    return color && !styled.isBlank() ? open(code) + styled + PLAIN : styled;
  }

  /** Begins a style, up to {@link #close}; empty without colour. */
  String open(String code) {
    return color ? ESCAPE + "[" + code + "m" : "";
  }

  String close() {
    return color ? PLAIN : "";
  }

  /** Whether styles are seen. */
  boolean isColored() {
    return color;
  }

  /**
   * The line in pieces of at most so many characters, parted at blanks where there are any. A style
   * that is open where a line is parted ends there and begins again in the next piece.
   */
  static List<String> wrapped(String line, int room) {
    List<String> pieces = new ArrayList<>();
    String style = "";
    // Where the piece begins, and where it could end, with the style of that place.
    int start = 0;
    String startStyle = "";
    int blank = -1;
    String blankStyle = "";
    int width = 0;
    int at = 0;
    while (at < line.length()) {
      int character = line.codePointAt(at);
      if (character == ESCAPE) {
        int end = line.indexOf('m', at) + 1;
        String code = line.substring(at, end);
        style = code.equals(PLAIN) ? "" : code;
        at = end;
      } else if (character == ' ') {
        // Blanks at the end of a line need no room.
        width++;
        at++;
        blank = at;
        blankStyle = style;
      } else if (width < room) {
        width++;
        at += Character.charCount(character);
      } else {
        int end = blank > start ? blank : at;
        String endStyle = blank > start ? blankStyle : style;
        pieces.add(startStyle + line.substring(start, end) + (endStyle.isEmpty() ? "" : PLAIN));
        start = end;
        startStyle = endStyle;
        style = endStyle;
        at = end;
        blank = -1;
        width = 0;
      }
    }
    pieces.add(startStyle + line.substring(start));
    return pieces;
  }

  /** At most so much of a text as people read. */
  static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + " …";
  }

  /** Text without anything that would steer a terminal. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(character -> clean.appendCodePoint(picture(character)));
    return clean.toString();
  }

  /** Control characters as their pictures; what turns the direction of writing as a mark. */
  static int picture(int character) {
    if (character == '\t') {
      return ' ';
    }
    if (character < ' ') {
      return 0x2400 + character;
    }
    if (character == 0x7F) {
      return 0x2421;
    }
    int type = Character.getType(character);
    boolean harmless =
        type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && type != Character.LINE_SEPARATOR
            && type != Character.PARAGRAPH_SEPARATOR;
    return harmless ? character : 0xFFFD;
  }
}
