package org.cablebeam.transforms.parse;

import org.cablebeam.transforms.text.Lines;

/** What dumps leave at the ends of lines. Stateless and thread-safe; linear. */
final class LineEnds {
  private LineEnds() {}

  /**
   * The text with a blank for each backslash that ends a line, {@code SUBJECT: TALKS \\}, so that
   * no offset changes.
   */
  static String blank(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    char[] signs = text.toCharArray();
    int end = signs.length;
    while (end > 0) {
      int at = end - 1;
      while (at >= 0 && signs[at] != '\n' && (signs[at] == '\\' || Lines.isBlank(signs[at]))) {
        signs[at] = signs[at] == '\\' ? ' ' : signs[at];
        at--;
      }
      end = at < 0 ? 0 : text.lastIndexOf('\n', at);
    }
    return new String(signs);
  }
}
