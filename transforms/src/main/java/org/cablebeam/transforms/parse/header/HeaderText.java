package org.cablebeam.transforms.parse.header;

import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;

/** How a line of the header is read: without the marks that circuits and dumps leave at its end. */
final class HeaderText {
  private HeaderText() {}

  private static final String[] KEYWORDS = {"FM", "TO", "INFO", "ACTION", "ORIGIN"};

  /** {@code line} with its keyword put right where a machine misread it, {@code T0 SECSTATE}. */
  static String read(String line) {
    String text = trim(line);
    for (String keyword : KEYWORDS) {
      int end = keyword.length();
      if (text.length() > end
          && text.charAt(end) == ' '
          && LookAlikes.isShaped(text, keyword)
          && !text.startsWith(keyword)) {
        String address = text.substring(end).strip();
        boolean meant = HeaderLine.isAddressee(address) || DistributionBlock.isCodes(address);
        return meant ? keyword + " " + address : text;
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
