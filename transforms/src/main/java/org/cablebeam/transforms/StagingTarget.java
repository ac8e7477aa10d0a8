package org.cablebeam.transforms;

import java.io.Serializable;
import java.util.Locale;
import java.util.UUID;
import org.cablebeam.transforms.staging.Storage;

/**
 * Where and how parts are staged.
 *
 * @param storage the files
 * @param directory the folder for parts, ending in a slash
 * @param codec Avro codec of cables and rejects
 * @param shares into how many shares ids and names are dealt when what belongs together is looked
 *     for
 */
public record StagingTarget(Storage storage, String directory, String codec, int shares)
    implements Serializable {
  /** A folder for one attempt at a part, ending in a slash; no two are the same. */
  String attempt(int part) {
    return directory + String.format(Locale.ROOT, "part-%07d-%s/", part, UUID.randomUUID());
  }

  /** A file for one attempt at a step that counts a share; no two are the same. */
  String file(String kind, int share) {
    return directory + String.format(Locale.ROOT, "%s-%05d-%s", kind, share, UUID.randomUUID());
  }

  /** The share of an id or a name. */
  int share(String id) {
    return Math.floorMod(id.hashCode(), shares);
  }
}
