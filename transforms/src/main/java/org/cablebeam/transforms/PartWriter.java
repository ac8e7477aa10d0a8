package org.cablebeam.transforms;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.transforms.duplicates.Candidate;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.StagedPart;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.statistics.FigureWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of one staged part: its cables and their figures, its rejects and the ledger of
 * its inputs. Not thread-safe.
 */
final class PartWriter implements Closeable {
  /** Between steps inside a run speed matters more than size. */
  private static final String LEDGER_CODEC = "snappy";

  private final StagedPart place;
  private final RecordFile<Cable> cables;
  private final RecordFile<RejectedMessage> rejects;
  private final RecordFile<LedgerEntry> ledger;
  private final DataOutputStream figures;
  private final FigureWriter figureWriter = new FigureWriter();

  private long cablesOfInput;
  private long sectionsOfInput;
  private long rejectsOfInput;
  private long leftOutOfInput;

  /** Why the first of them was rejected. */
  private @Nullable String reasonOfInput;

  /**
   * Creates the files.
   *
   * @param directory ends in a slash; no other attempt at the part may have it
   * @param codec Avro codec of cables and rejects
   */
  PartWriter(Storage storage, int part, String directory, boolean joined, String codec)
      throws IOException {
    this.place = new StagedPart(part, directory, joined, 0, 0);
    this.cables = RecordFile.create(storage, place.cablesFile(), Cable.getClassSchema(), codec);
    this.figures =
        new DataOutputStream(
            new BufferedOutputStream(storage.create(place.figuresFile()), 1 << 16));
    this.rejects =
        RecordFile.create(storage, place.rejectsFile(), RejectedMessage.getClassSchema(), codec);
    this.ledger =
        RecordFile.create(storage, place.ledgerFile(), LedgerEntry.getClassSchema(), LEDGER_CODEC);
  }

  /** Adds a cable and says what must be known of it to find copies of it. */
  Candidate cable(Cable cable) throws IOException {
    Candidate candidate = Candidate.of(cable, place.part(), Math.toIntExact(cables.records()));
    figures.writeInt(cables.append(cable));
    figureWriter.write(cable, figures);
    cablesOfInput++;
    return candidate;
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
    if (reasonOfInput == null) {
      reasonOfInput = reject.getMessage();
    }
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
    entry.setSectionMessages(entry.getSectionMessages() + sectionsOfInput);
    entry.setRejects(entry.getRejects() + rejectsOfInput);
    entry.setLeftOut(entry.getLeftOut() + leftOutOfInput);
    if (entry.getReason() == null) {
      entry.setReason(reasonOfInput);
    }
    ledger.append(entry);
    cablesOfInput = 0;
    sectionsOfInput = 0;
    rejectsOfInput = 0;
    leftOutOfInput = 0;
    reasonOfInput = null;
  }

  @Override
  public void close() throws IOException {
    try (cables;
        figures;
        rejects;
        ledger) {
      // Closed in the reverse order, all of them, whatever happens.
    }
  }

  /** The part; after {@link #close} only. */
  StagedPart staged() {
    return new StagedPart(
        place.part(), place.directory(), place.joined(), cables.records(), rejects.records());
  }
}
