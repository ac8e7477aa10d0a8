package org.cablebeam.transforms.source;

import java.util.List;

/**
 * The cells of a row of a table, of which some stand in quotation marks. A mark within a cell is
 * doubled or has a backslash before it; so that a stray one does no harm, a mark closes its cell
 * only where the end of a cell follows.
 *
 * <p>commons-csv is not used, as it takes {@code \n} and {@code \t} for a line end and a tab, drops
 * backslashes at line ends, knows one of the two customs at a time, and gives up a table at its
 * first stray mark.
 */
final class QuotedCells {
  private final char delimiter;
  private final String escaped;

  /**
   * @param delimiter what stands between two cells
   * @param escaped of which characters a backslash before them is no part of the text
   */
  QuotedCells(char delimiter, String escaped) {
    this.delimiter = delimiter;
    this.escaped = escaped;
  }

  /**
   * Reads the first row of a text.
   *
   * @param most how many cells are read at most
   * @return where it ends: at a line end, at the end of the text, or behind that many cells
   */
  int read(String text, int start, int most, List<String> cells) {
    int at = start;
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        at = quoted(text, at + 1, cells);
      } else {
        int end = at;
        while (end < text.length() && text.charAt(end) != delimiter && text.charAt(end) != '\n') {
          end++;
        }
        cells.add(text.substring(at, end).strip());
        at = end;
      }
      if (at >= text.length() || text.charAt(at) != delimiter) {
        return at;
      }
      if (cells.size() == most) {
        return at;
      }
      at++;
      if (at == text.length()) {
        cells.add("");
      }
    }
    return at;
  }

  /** Reads a cell behind its opening mark; answers the place behind it, and blanks. */
  private int quoted(String text, int start, List<String> cells) {
    StringBuilder cell = null;
    int copied = start;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean more = at + 1 < text.length();
      char next = more ? text.charAt(at + 1) : '\n';
      boolean removed = (c == '\\' && escaped.indexOf(next) >= 0) || (c == '"' && next == '"');
      if (removed) {
        if (cell == null) {
          cell = new StringBuilder(text.length() - start);
        }
        cell.append(text, copied, at).append(next);
        at += 2;
        copied = at;
      } else if (c == '\\' && next == '\\') {
        at += 2;
      } else if (c == '"' && endsCell(text, at + 1)) {
        break;
      } else {
        at++;
      }
    }
    at = Math.min(at, text.length());
    String tail = text.substring(copied, at);
    String value = cell == null ? tail : cell.append(tail).toString();
    if (at >= text.length() && value.stripTrailing().endsWith("\"")) {
      // A text that ends in a backslash hides the closing mark; the record's end shows it.
      String end = value.stripTrailing();
      value = end.substring(0, end.length() - 1) + '\\';
    }
    cells.add(value);
    return Math.min(skipBlanks(text, at + 1), text.length());
  }

  private boolean endsCell(String text, int behind) {
    int at = skipBlanks(text, behind);
    return at >= text.length() || text.charAt(at) == delimiter || text.charAt(at) == '\n';
  }

  private int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isBlank(char c) {
    return c != delimiter && (c == ' ' || c == '\t' || c == '\r');
  }
}
