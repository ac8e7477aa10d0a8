package org.cablebeam.transforms.staging;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger is written.
 *
 * @param csv values unaltered
 * @param excel the same for spreadsheets, in which nothing runs as a formula; null for none
 */
public record LedgerFiles(String avro, String csv, @Nullable String excel) implements Serializable {

  /** The attempts at these files that this worker writes. */
  public LedgerFiles attempts() {
    return new LedgerFiles(
        Attempts.at(avro), Attempts.at(csv), excel == null ? null : Attempts.at(excel));
  }
}
