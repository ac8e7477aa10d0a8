/** The cable grammar: one message into one cable. */
@NullMarked
package org.cablebeam.transforms.parse;

import org.jspecify.annotations.NullMarked;
