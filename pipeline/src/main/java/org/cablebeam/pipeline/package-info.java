/** The program: arguments, the graph, the output folder, the report. */
@NullMarked
package org.cablebeam.pipeline;

import org.jspecify.annotations.NullMarked;
