/** Persons, organisations, places, dates, titles, treaties and cable references in the text. */
@NullMarked
package org.cablebeam.transforms.entities;

import org.jspecify.annotations.NullMarked;
