package org.cablebeam.transforms.statistics;

import java.io.DataOutput;
import java.io.IOException;
import org.cablebeam.schemas.Cable;

/** Writes what statistics need to know of cables, one after the other. Not thread-safe. */
public final class FigureWriter {
  private final Pool pool = new Pool();

  /** Writes the figures of a cable. */
  public void write(Cable cable, DataOutput out) throws IOException {
    FigureExtractor.extract(cable, pool).write(out);
  }
}
