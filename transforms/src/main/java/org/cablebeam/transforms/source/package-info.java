/** Containers into messages: what a file holds, whatever its form. */
@NullMarked
package org.cablebeam.transforms.source;

import org.jspecify.annotations.NullMarked;
