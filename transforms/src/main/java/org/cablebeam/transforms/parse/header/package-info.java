/** The transmission header, ACP 127 format lines 1 to 10 and the 1970s distribution block. */
@NullMarked
package org.cablebeam.transforms.parse.header;

import org.jspecify.annotations.NullMarked;
