package org.cablebeam.transforms;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.transforms.duplicates.Candidate;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.StagedPart;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * Writes the files of one staged part: its cables, its rejects and the ledger of its inputs; and
 * counts what its cables amount to. Not thread-safe.
 */
final class PartWriter implements Closeable {
  /** Between steps inside a run speed matters more than size. */
  private static final String LEDGER_CODEC = "snappy";

  private final Storage storage;
  private final int part;
  private final String directory;
  private final boolean joined;
  private final RecordFile<Cable> cables;
  private final RecordFile<RejectedMessage> rejects;
  private final RecordFile<LedgerEntry> ledger;
  private final Tallies tallies = new Tallies();
  private final List<Candidate> candidates = new ArrayList<>();

  private long cablesOfInput;
  private long sectionsOfInput;
  private long rejectsOfInput;
  private long leftOutOfInput;

  /**
   * Creates the files.
   *
   * @param directory ends in a slash; no other attempt at the part may have it
   * @param codec Avro codec of cables and rejects
   */
  PartWriter(Storage storage, int part, String directory, boolean joined, String codec)
      throws IOException {
    this.storage = storage;
    this.part = part;
    this.directory = directory;
    this.joined = joined;
    this.cables =
        RecordFile.create(storage, directory + "cables.avro", Cable.getClassSchema(), codec);
    this.rejects =
        RecordFile.create(
            storage, directory + "rejects.avro", RejectedMessage.getClassSchema(), codec);
    this.ledger =
        RecordFile.create(
            storage, directory + "ledger.avro", LedgerEntry.getClassSchema(), LEDGER_CODEC);
  }

  void cable(Cable cable) throws IOException {
    candidates.add(Candidate.of(cable, part, Math.toIntExact(cables.records())));
    tallies.add(cable);
    cables.append(cable);
    cablesOfInput++;
  }

  /** A section that left the part to be joined elsewhere. */
  void section() {
    sectionsOfInput++;
  }

  /** A cable that was not asked for. */
  void leftOut() {
    leftOutOfInput++;
  }

  /** A message that could be read, but of which no cable could be made. */
  void reject(RejectedMessage reject) throws IOException {
    rejects.append(reject);
    rejectsOfInput++;
  }

  /**
   * What could not even be read; the reader counts such rejects itself, in the entry of the input.
   */
  void unread(RejectedMessage reject) throws IOException {
    rejects.append(reject);
  }

  /** Ends an input: what came since the one before is what came of it. */
  void input(LedgerEntry entry) throws IOException {
    entry.setCables(entry.getCables() + cablesOfInput);
    entry.setSections(entry.getSections() + sectionsOfInput);
    entry.setRejects(entry.getRejects() + rejectsOfInput);
    entry.setLeftOut(entry.getLeftOut() + leftOutOfInput);
    if (rejectsOfInput > 0 && entry.getStatus().equals("OK")) {
      entry.setStatus(entry.getRejects() == entry.getMessages() ? "FAILED" : "PARTIAL");
      entry.setReason(entry.getRejects() + " of " + entry.getMessages() + " rejected");
    }
    ledger.append(entry);
    cablesOfInput = 0;
    sectionsOfInput = 0;
    rejectsOfInput = 0;
    leftOutOfInput = 0;
  }

  /** What must be known of each cable to find copies of it. */
  List<Candidate> candidates() {
    return candidates;
  }

  @Override
  public void close() throws IOException {
    try (cables;
        rejects;
        ledger) {
      // Closed in the reverse order, all of them, whatever happens.
    }
  }

  /** The part; after {@link #close} only. */
  StagedPart staged() throws IOException {
    StagedPart staged =
        new StagedPart(part, directory, joined, cables.records(), rejects.records());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(storage.create(staged.talliesFile())))) {
      tallies.write(out);
    }
    return staged;
  }
}
