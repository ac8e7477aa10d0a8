package org.cablebeam.transforms.source;

import java.io.IOException;
import java.util.Optional;

/**
 * A stream cut into the records of a {@link Form}. A stream that fails gives the records before its
 * failure first.
 */
interface Records {
  /**
   * The next record; empty behind the last.
   *
   * @throws IOException that of the stream, when all records before it were given
   */
  Optional<Segment> next() throws IOException;

  /** The bytes of an unfinished record after the stream failed. */
  byte[] rest();

  /** The offset of {@link #rest} in the file. */
  long restOffset();
}
