/** The text: paragraphs, summary, comments, sections, signature. */
@NullMarked
package org.cablebeam.transforms.parse.body;

import org.jspecify.annotations.NullMarked;
