package org.cablebeam.transforms.staging;

import java.io.Serializable;
import java.util.Locale;

/**
 * A set of files that together hold one kind of record: {@code cables-00000-of-00004.avro} and so
 * on.
 *
 * @param prefix the path before the number, {@code out/cables/cables}
 * @param count how many files
 * @param codec Avro codec
 */
public record ShardFiles(String prefix, int count, String codec) implements Serializable {
  /** The path of one file. */
  public String path(int shard) {
    return String.format(Locale.ROOT, "%s-%05d-of-%05d.avro", prefix, shard, count);
  }

  /**
   * The number of a file of the set.
   *
   * @throws IllegalArgumentException if the path is of no file of the set
   */
  public int shard(String path) {
    for (int shard = 0; shard < count; shard++) {
      if (path(shard).equals(path)) {
        return shard;
      }
    }
    throw new IllegalArgumentException(path + " is none of " + path(0) + " and so on");
  }

  /** The shard of a part: neighbours in the input stay together. */
  public int shardOf(int part, int parts) {
    return (int) Math.min(count - 1L, (long) part * count / Math.max(1, parts));
  }
}
