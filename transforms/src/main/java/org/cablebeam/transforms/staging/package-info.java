/**
 * Records on their way to the output: parts as they are staged, and shards as they are published.
 */
@NullMarked
package org.cablebeam.transforms.staging;

import org.jspecify.annotations.NullMarked;
