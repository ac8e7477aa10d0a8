package org.cablebeam.transforms.parse.heading;

import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/**
 * The header of a section that was glued into a line, {@code WARSAW 00000421 001.2 OF 003}: a post,
 * a number of eight digits, the section and the count. All linear, none throws.
 */
final class SectionHeader {
  private static final int DIGITS = 8;

  /** No name of a post is longer, in UTF-16 units. */
  static final int LONGEST_POST = 24;

  private SectionHeader() {}

  /** Behind the header whose number begins at an offset; the offset itself where none stands. */
  static int end(String text, int at, int end) {
    int number = Characters.skipDigits(text, at, end);
    int section = Characters.skipBlanks(text, number, end);
    int sectionEnd = Characters.skipDigits(text, section, end);
    if (number - at != DIGITS || section == number || sectionEnd - section != 3) {
      return at;
    }
    if (sectionEnd + 1 < end && text.charAt(sectionEnd) == '.') {
      sectionEnd = Characters.skipDigits(text, sectionEnd + 1, end);
    }
    int of = Characters.skipBlanks(text, sectionEnd, end);
    if (!Characters.isWordAt(text, of, end, "OF")) {
      return at;
    }
    int count = Characters.skipBlanks(text, of + 2, end);
    int countEnd = Characters.skipDigits(text, count, end);
    return countEnd - count == 3 ? countEnd : at;
  }

  /** Where the post begins that ends before an offset; the offset itself where none is known. */
  static int postStart(String text, int end) {
    int start = end;
    for (int at = end - 1; at >= 0 && end - at < LONGEST_POST; at--) {
      boolean wordStart = at == 0 || Lines.isBlank(text.charAt(at - 1));
      if (wordStart && Posts.standard().byName(text.substring(at, end)).isPresent()) {
        start = at;
      }
    }
    return start;
  }
}
