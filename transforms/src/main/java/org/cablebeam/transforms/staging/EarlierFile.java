package org.cablebeam.transforms.staging;

import java.io.Serializable;

/**
 * A file of cables or rejects that an earlier run wrote.
 *
 * @param path where it lies
 * @param sha256 of its bytes, as that run said
 * @param records how many it holds
 * @param rejects whether these are rejects
 * @param firstPart the number of the first part that is staged of it
 */
public record EarlierFile(String path, String sha256, long records, boolean rejects, int firstPart)
    implements Serializable {
  /** No more records are staged as one part. */
  public static final int RECORDS_A_PART = 20_000;

  /** How many parts there are at most; their numbers follow one another. */
  public int parts() {
    return Math.toIntExact(records / RECORDS_A_PART) + 1;
  }

  public EarlierFile at(int part) {
    return new EarlierFile(path, sha256, records, rejects, part);
  }
}
