/** Which of several copies of a cable is kept. */
@NullMarked
package org.cablebeam.transforms.duplicates;

import org.jspecify.annotations.NullMarked;
