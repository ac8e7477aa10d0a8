/** Which cable it is: canonical ids, cross-checked and repaired. */
@NullMarked
package org.cablebeam.transforms.parse.identity;

import org.jspecify.annotations.NullMarked;
