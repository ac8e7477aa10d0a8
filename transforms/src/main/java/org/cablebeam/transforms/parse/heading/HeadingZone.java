package org.cablebeam.transforms.parse.heading;

import java.util.List;

/**
 * Where the fields of a heading stand.
 *
 * @param fields the keywords found, by offset
 * @param end where the heading ends at the latest: at paragraph 1, a summary, or where keywords
 *     were no longer looked for
 * @param numbered whether a numbered paragraph or a summary was found there
 */
record HeadingZone(List<Field> fields, int end, boolean numbered) {
  /** How credible a keyword is by its place, best last. */
  enum Rank {
    GLUED,
    INSIDE_LINE,
    AFTER_TWO_BLANKS,
    LINE_START
  }

  /**
   * A keyword and its value.
   *
   * @param keyword which field it opens
   * @param start of the keyword, a UTF-16 unit of the body
   * @param value where the value begins
   * @param end where the next field or the running text begins; the value may end before
   * @param rank how credible it is
   * @param repaired whether the keyword was misspelt
   */
  record Field(Keyword keyword, int start, int value, int end, Rank rank, boolean repaired) {}

  /** Whether a field of the keyword was found. */
  boolean holds(Keyword keyword) {
    return fields.stream().anyMatch(field -> field.keyword() == keyword);
  }
}
