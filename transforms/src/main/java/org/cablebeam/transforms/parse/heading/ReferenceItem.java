package org.cablebeam.transforms.parse.heading;

import org.cablebeam.schemas.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * An item of the REF line.
 *
 * @param text as found, on one line
 * @param kind what it is
 * @param id canonical, for a cable that could be read
 * @param bullet its letter or number; null where it has none
 * @param notal whether it is marked NOTAL
 * @param start where it begins in the field
 * @param end where it ends in the field
 */
record ReferenceItem(
    String text,
    ReferenceKind kind,
    @Nullable String id,
    @Nullable String bullet,
    boolean notal,
    int start,
    int end) {
  ReferenceItem withBullet(String letter) {
    return new ReferenceItem(text, kind, id, letter, notal, start, end);
  }

  ReferenceItem asNotal() {
    return new ReferenceItem(text, kind, id, bullet, true, start, end);
  }
}
