package org.cablebeam.transforms.parse.header;

import org.cablebeam.transforms.text.Lines;

/** How a line of the header is read: without the marks that circuits and dumps leave at its end. */
final class HeaderText {
  private HeaderText() {}

  /** {@code text} without blanks around it and without backslashes at its end. */
  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (end > start && (Lines.isBlank(text.charAt(end - 1)) || text.charAt(end - 1) == '\\')) {
      end--;
    }
    while (start < end && Lines.isBlank(text.charAt(start))) {
      start++;
    }
    return text.substring(start, end);
  }
}
