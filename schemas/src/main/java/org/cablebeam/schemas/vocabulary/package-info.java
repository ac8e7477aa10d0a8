/** The vocabularies as data with provenance: TAGS, posts, countries, captions. */
@NullMarked
package org.cablebeam.schemas.vocabulary;

import org.jspecify.annotations.NullMarked;
