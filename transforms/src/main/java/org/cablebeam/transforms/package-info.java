/**
 * What is done to a cable: the Beam faces, one class a step. The engines lie in the packages below.
 */
@NullMarked
package org.cablebeam.transforms;

import org.jspecify.annotations.NullMarked;
