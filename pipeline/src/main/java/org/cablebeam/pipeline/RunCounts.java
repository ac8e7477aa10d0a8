package org.cablebeam.pipeline;

import java.io.IOException;
import java.util.List;
import org.apache.avro.file.DataFileStream;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;

/**
 * What came of the messages. {@code messages}, {@code sections} and {@code leftOut} are those of
 * the ledger; the others are counted in the files that were written.
 */
record RunCounts(
    long messages, long cables, long duplicates, long sections, long rejects, long leftOut) {

  /**
   * Counts, and checks that nothing was lost: the ledger and the files must tell the same, and
   * every message must be a cable, a duplicate, a joined section, a reject, or a cable that was not
   * asked for.
   *
   * @throws IOException when they do not; this is a fault of Cablebeam
   */
  static RunCounts check(Storage storage, OutputLayout layout, List<WrittenFile> files)
      throws IOException {
    long messages = 0;
    long cables = 0;
    long duplicates = 0;
    long sections = 0;
    long rejects = 0;
    long leftOut = 0;
    try (DataFileStream<LedgerEntry> ledger =
        RecordFile.open(storage, layout.ledger("avro"), LedgerEntry.getClassSchema())) {
      while (ledger.hasNext()) {
        LedgerEntry entry = ledger.next();
        messages += entry.getMessages();
        cables += entry.getCables();
        duplicates += entry.getDuplicates();
        sections += entry.getSections();
        rejects += entry.getRejects();
        leftOut += entry.getLeftOut();
      }
    }
    compare("cables", cables, records(files, layout, "cables/"));
    compare("duplicates", duplicates, records(files, layout, "duplicates/"));
    compare("rejects", rejects, records(files, layout, "rejects/"));
    compare("messages", messages, cables + duplicates + sections + rejects + leftOut);
    return new RunCounts(messages, cables, duplicates, sections, rejects, leftOut);
  }

  private static long records(List<WrittenFile> files, OutputLayout layout, String folder) {
    return files.stream()
        .filter(file -> layout.relative(file.path()).startsWith(folder))
        .mapToLong(WrittenFile::records)
        .sum();
  }

  private static void compare(String what, long ledger, long written) throws IOException {
    if (ledger != written) {
      throw new IOException(
          "the counts do not add up: "
              + ledger
              + " "
              + what
              + " in the ledger, "
              + written
              + " written; this is a fault of Cablebeam, please report it");
    }
  }

  /** The share of messages that were rejected. */
  double rejectRatio() {
    return messages == 0 ? 0 : (double) rejects / messages;
  }
}
