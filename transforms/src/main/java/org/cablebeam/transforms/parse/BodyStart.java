package org.cablebeam.transforms.parse;

import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.header.HeaderLines;
import org.cablebeam.transforms.parse.heading.ClassificationLine;
import org.jspecify.annotations.Nullable;

/**
 * Where the body of a message begins: at the classification line, which names the level and, as a
 * rule, post and serial. A level alone above a page line or between addressees is furniture of the
 * header. Offsets are UTF-16 units into the text of the message.
 *
 * @param headerStart where the header begins, behind a publisher's preamble
 * @param headerEnd where the header ends; a preamble may stand between it and the body
 * @param offset where the body begins
 * @param line the classification line with which the body begins, null where there is none
 * @param header the lines from headerStart to headerEnd
 * @param hasHeader whether a header stands before the body
 * @param preamble whether something that is no part of the cable stands before the body
 * @param extract whether the publisher's notice stands on top that only an extract exists
 */
record BodyStart(
    int headerStart,
    int headerEnd,
    int offset,
    @Nullable ClassificationLine line,
    HeaderLines header,
    boolean hasHeader,
    boolean preamble,
    boolean extract) {
  /** A header is found within this many UTF-16 units or not at all. */
  private static final int ZONE = 1 << 16;

  /**
   * Finds the beginning of the body.
   *
   * @param text the message
   * @param hint where the container says the body begins; used where the text does not tell
   */
  static BodyStart find(String text, @Nullable Integer hint, Posts posts) {
    String zone = text.length() > ZONE ? text.substring(0, ZONE) : text;
    Integer within = hint != null && hint > 0 && hint <= text.length() ? hint : null;
    return new BodySearch(zone, within, posts).find();
  }
}
