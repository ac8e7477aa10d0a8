package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.IOException;

/** Reads figures that {@link FigureWriter} wrote. Not thread-safe. */
public final class FigureReader {
  private final Pool pool = new Pool();

  /** Reads the figures of the next cable. */
  public CableFigures read(DataInput in) throws IOException {
    return CableFigures.read(in, pool);
  }
}
