package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;

/**
 * A keyword of the heading.
 *
 * @param keyword which field it opens
 * @param start of the keyword, a UTF-16 unit of the body
 * @param value where the value begins
 * @param rank how credible it is by its place
 * @param repaired whether it was misspelt
 */
record FoundKeyword(Keyword keyword, int start, int value, Rank rank, boolean repaired) {}
