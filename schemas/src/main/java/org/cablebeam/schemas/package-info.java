/**
 * What the records mean: the generated Avro classes, codes of issues and rejects, cable numbers.
 */
@NullMarked
package org.cablebeam.schemas;

import org.jspecify.annotations.NullMarked;
