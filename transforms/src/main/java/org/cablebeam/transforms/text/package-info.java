/**
 * Lines, spans, offsets and page furniture, and rows of CSV: what every engine reads and writes
 * text with.
 */
@NullMarked
package org.cablebeam.transforms.text;

import org.jspecify.annotations.NullMarked;
