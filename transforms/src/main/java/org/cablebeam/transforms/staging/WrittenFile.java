package org.cablebeam.transforms.staging;

import java.io.Serializable;

/**
 * A file of the output.
 *
 * @param path where it was written
 * @param size bytes
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param records how many records or rows it holds
 */
public record WrittenFile(String path, long size, String sha256, long records)
    implements Serializable {
  /** The same file under another name. */
  public WrittenFile at(String other) {
    return new WrittenFile(other, size, sha256, records);
  }
}
