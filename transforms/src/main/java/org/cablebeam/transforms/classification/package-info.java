/**
 * Classification as found into level, controls, captions, declassification, classifier, reasons.
 */
@NullMarked
package org.cablebeam.transforms.classification;

import org.jspecify.annotations.NullMarked;
