package org.cablebeam.transforms.parse.header;

import org.cablebeam.schemas.vocabulary.Spelling;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;

/** How a line of the header is read: without the marks that circuits and dumps leave at its end. */
final class HeaderText {
  private HeaderText() {}

  private static final String[] KEYWORDS = {"FM", "TO", "INFO", "ACTION", "ORIGIN"};

  /** Which of them stand before addresses. */
  private static final int FIRST_ADDRESS = 1;

  private static final int LAST_ADDRESS = 2;

  /** INFO with one letter more. */
  private static final int LONGEST_KEYWORD = 5;

  private static final int LONGEST_ROUTE = 9;

  private static final int FARTHEST_STROKE = 16;

  /** {@code line} with its keyword put right where it was misread or damaged. */
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
    return routed(text);
  }

  /**
   * A line in which an address with its routing indicator stands behind a word that one letter
   * parts from TO or INFO, {@code QNFO RUEHLO/AMEMBASSY LONDON}, or behind no blank.
   */
  private static String routed(String text) {
    int slash = text.indexOf('/');
    int route = slash < 0 || slash > FARTHEST_STROKE ? -1 : text.lastIndexOf(" R", slash) + 1;
    String word = route > 0 ? text.substring(0, route).strip() : "";
    boolean damaged = !word.isEmpty() && word.length() <= LONGEST_KEYWORD;
    for (int i = LAST_ADDRESS; i >= FIRST_ADDRESS && slash > 0; i--) {
      String keyword = KEYWORDS[i];
      int behind = keyword.length();
      if (damaged
          && Spelling.within(word, keyword, 1)
          && !word.equals(keyword)
          && HeaderLine.isRouted(text, route)) {
        return keyword + " " + text.substring(route);
      }
      if (text.startsWith(keyword)
          && text.startsWith("R", behind)
          && slash - behind <= LONGEST_ROUTE
          && HeaderLine.isRouted(text, behind)) {
        return keyword + " " + text.substring(behind);
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
