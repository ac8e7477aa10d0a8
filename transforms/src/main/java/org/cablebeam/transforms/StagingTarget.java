package org.cablebeam.transforms;

import java.io.Serializable;
import org.cablebeam.transforms.staging.Storage;

/**
 * Where and how parts are staged.
 *
 * @param storage the files
 * @param directory the folder for parts, ending in a slash
 * @param codec Avro codec of cables and rejects
 * @param buckets into how many shares ids are dealt when copies are looked for
 */
public record StagingTarget(Storage storage, String directory, String codec, int buckets)
    implements Serializable {}
