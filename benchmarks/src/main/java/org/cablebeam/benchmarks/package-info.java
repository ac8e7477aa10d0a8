/** How fast the engines are; run by hand, never shipped. */
@NullMarked
package org.cablebeam.benchmarks;

import org.jspecify.annotations.NullMarked;
