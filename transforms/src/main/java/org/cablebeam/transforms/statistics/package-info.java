/** Counts by tag and by post, mergeable in any order. */
@NullMarked
package org.cablebeam.transforms.statistics;

import org.jspecify.annotations.NullMarked;
