package org.cablebeam.transforms.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;

/** Files by path. The faces give one over Beam's file systems; thread-safe. */
public interface Storage extends Serializable {
  /** Creates a file, in place of one that is there; missing folders are made. */
  OutputStream create(String path) throws IOException;

  /** Opens a file from its beginning. */
  default InputStream open(String path) throws IOException {
    return open(path, 0);
  }

  /**
   * Opens a file somewhere inside.
   *
   * @param offset bytes before what is read, fewer than the file has; 0 for all of it
   */
  InputStream open(String path, long offset) throws IOException;

  /** Renames a file, in place of one that is there; missing folders are made. */
  void rename(String from, String to) throws IOException;
}
