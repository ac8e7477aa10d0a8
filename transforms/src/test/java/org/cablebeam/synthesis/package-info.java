/**
 * Invented cables in any number: the corpus generator of tests, benchmarks and demonstrations. What
 * it writes follows from the seed alone, byte for byte. Persons and events are invented; posts,
 * TAGS and layouts are real.
 */
@NullMarked
package org.cablebeam.synthesis;

import org.jspecify.annotations.NullMarked;
