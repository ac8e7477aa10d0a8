package org.cablebeam.transforms.staging;

import java.io.Serializable;

/**
 * What was made of one split of the input: files of its own, written under a name that no other
 * attempt at the same split has, so that only the attempt whose element lives on is read.
 *
 * @param part the number of the split
 * @param directory where its files lie, ending in a slash
 * @param joined whether it holds cables joined of sections; its ledger then holds corrections
 * @param cables records in {@code cables.avro}
 * @param rejects records in {@code rejects.avro}
 */
public record StagedPart(int part, String directory, boolean joined, long cables, long rejects)
    implements Serializable {
  public String cablesFile() {
    return directory + "cables.avro";
  }

  /** Of each cable, how many bytes its record takes and the figures that statistics need. */
  public String figuresFile() {
    return directory + "figures.bin";
  }

  public String rejectsFile() {
    return directory + "rejects.avro";
  }

  public String ledgerFile() {
    return directory + "ledger.avro";
  }
}
