/** The heading zone: classification line, captions, E.O., TAGS, SUBJECT, REF, Classified By. */
@NullMarked
package org.cablebeam.transforms.parse.heading;

import org.jspecify.annotations.NullMarked;
