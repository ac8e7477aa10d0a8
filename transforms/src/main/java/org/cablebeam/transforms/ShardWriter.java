package org.cablebeam.transforms;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.TreeMap;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.StagedPart;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.CableFigures;
import org.cablebeam.transforms.statistics.FigureReader;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * Writes one file of kept cables out of staged parts, without decoding them: a part without copies
 * is appended block by block, of one that holds copies only these are read, to be written apart.
 * Statistics are taken of the figures of what was kept. Not thread-safe.
 */
final class ShardWriter implements Closeable {
  private final Storage storage;
  private final RecordFile<Cable> cables;
  private final RecordFile<Cable> duplicates;
  private final Tallies tallies = new Tallies();
  private final TreeMap<String, LedgerEntry> corrections = new TreeMap<>();

  ShardWriter(Storage storage, String cablesPath, String duplicatesPath, String codec)
      throws IOException {
    this.storage = storage;
    this.cables = RecordFile.create(storage, cablesPath, Cable.getClassSchema(), codec);
    this.duplicates = RecordFile.create(storage, duplicatesPath, Cable.getClassSchema(), codec);
  }

  /**
   * Adds a part.
   *
   * @param setAside the places of its cables that are copies of others
   */
  void add(StagedPart part, BitSet setAside) throws IOException {
    int[] lengths = new int[Math.toIntExact(part.cables())];
    try (DataInputStream figures =
        new DataInputStream(new BufferedInputStream(storage.open(part.figuresFile()), 1 << 16))) {
      FigureReader reader = new FigureReader();
      for (int place = 0; place < lengths.length; place++) {
        lengths[place] = figures.readInt();
        CableFigures cable = reader.read(figures);
        if (!setAside.get(place)) {
          tallies.add(cable);
        }
      }
    }
    if (setAside.isEmpty()) {
      cables.appendAll(storage, part.cablesFile(), Cable.getClassSchema(), part.cables());
    } else {
      cables.appendBut(
          storage, part.cablesFile(), Cable.getClassSchema(), lengths, setAside, this::setAside);
    }
  }

  private void setAside(Cable copy) throws IOException {
    copy.setDuplicateOf(copy.getId());
    duplicates.append(copy);
    correct(copy.getSource().getUri());
  }

  /** The ledger counted the copy as a cable of its input. */
  private void correct(String uri) {
    LedgerEntry entry =
        corrections.computeIfAbsent(uri, key -> LedgerEntry.newBuilder().setUri(key).build());
    entry.setCables(entry.getCables() - 1);
    entry.setDuplicates(entry.getDuplicates() + 1);
  }

  @Override
  public void close() throws IOException {
    try (cables;
        duplicates) {
      // Both are closed, whatever happens.
    }
  }

  /** The file of kept cables; after {@link #close} only. */
  WrittenFile cables() {
    return cables.written();
  }

  /** The file of copies; after {@link #close} only. */
  WrittenFile duplicates() {
    return duplicates.written();
  }

  /** The statistics of the kept cables. */
  Tallies tallies() {
    return tallies;
  }

  /** Writes the corrections to the ledger and says how many there are. */
  long writeCorrections(String path) throws IOException {
    try (RecordFile<LedgerEntry> file =
        RecordFile.create(storage, path, LedgerEntry.getClassSchema(), "snappy")) {
      for (LedgerEntry entry : corrections.values()) {
        file.append(entry);
      }
    }
    return corrections.size();
  }
}
