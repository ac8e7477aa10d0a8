package org.cablebeam.transforms.parse.heading;

import org.jspecify.annotations.Nullable;

/**
 * The cable that refers.
 *
 * @param year 0 if unknown
 * @param post canonical; null if unknown
 * @param serial -1 if unknown
 */
record ReferringCable(int year, @Nullable String post, long serial) {}
