package org.cablebeam.transforms.entities;

import org.cablebeam.schemas.EntityType;
import org.jspecify.annotations.Nullable;

/** A mention while one text is read: tokens {@code from} to {@code to}, exclusive. Mutable. */
final class Mention {
  EntityType type;
  int from;
  int to;

  @Nullable String normal;

  /** The same number: the same person or organisation; 0 while unknown. */
  int cluster;

  @Nullable String role;
  @Nullable String organization;

  /** Whether it is a title that counts only if a person is found beside it. */
  boolean provisional;

  /** Whether it rests on a title, a given name or an explanation, not on a guess. */
  boolean certain;

  /** Whether it is a country, which a name of a person or an organisation may not swallow. */
  boolean country;

  /** Whether it is an acronym behind the name it shortens, in parentheses. */
  boolean explained;

  boolean dropped;

  Mention(EntityType type, int from, int to) {
    this.type = type;
    this.from = from;
    this.to = to;
  }
}
