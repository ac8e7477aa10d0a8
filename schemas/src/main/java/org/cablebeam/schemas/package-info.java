/**
 * What the records mean: the generated Avro classes, codes of issues and rejects, cable numbers.
 * Not null-marked as a whole: generated classes do not say which of their fields may be null; the
 * schemas do.
 */
package org.cablebeam.schemas;
