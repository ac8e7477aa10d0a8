/** Lines, spans, offsets and page furniture: what every engine reads text with. */
@NullMarked
package org.cablebeam.transforms.text;

import org.jspecify.annotations.NullMarked;
