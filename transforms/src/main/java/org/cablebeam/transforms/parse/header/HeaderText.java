package org.cablebeam.transforms.parse.header;

import org.cablebeam.transforms.text.Lines;

/** How a line of the header is read: without the marks that circuits and dumps leave at its end. */
final class HeaderText {
  private HeaderText() {}

  private static final String[] MISREAD = {"FN ", "FH ", "T0 ", "INF0 ", "lNFO ", "1NFO "};

  private static final String[] KEYWORDS = {"FM ", "FM ", "TO ", "INFO ", "INFO ", "INFO "};

  private static final String[] ADDRESSES = {"AMEMBASSY", "AMCONSUL", "USMISSION", "SECSTATE"};

  /** {@code line} with its keyword put right where a machine misread it, {@code T0 SECSTATE}. */
  static String read(String line) {
    String text = trim(line);
    for (int i = 0; i < MISREAD.length; i++) {
      if (text.startsWith(MISREAD[i])) {
        String address = text.substring(MISREAD[i].length()).strip();
        for (String start : ADDRESSES) {
          if (address.startsWith(start)) {
            return KEYWORDS[i] + address;
          }
        }
      }
    }
    return text;
  }

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
