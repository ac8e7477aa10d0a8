package org.cablebeam.transforms.staging;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileStream;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.transforms.text.CsvRows;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ledger together: one row an input, in the order of the inputs, as Avro and as CSV (RFC
 * 4180). Ranges of one file become one row; corrections are added to the row of their input. What
 * is kept in memory are the corrections only.
 */
public final class LedgerWriter {
  /** The columns of the CSV; what only the program needs is left out. */
  private static final List<String> COLUMNS =
      List.of(
          "uri",
          "size",
          "sha256",
          "container",
          "charset",
          "messages",
          "cables",
          "duplicates",
          "sections",
          "rejects",
          "left_out",
          "status",
          "reason",
          "recognized_by");

  private final Storage storage;

  public LedgerWriter(Storage storage) {
    this.storage = storage;
  }

  /** Writes the files and says what they are, Avro first. */
  public List<WrittenFile> write(Iterable<LedgerPiece> pieces, LedgerFiles files, String codec)
      throws IOException {
    List<LedgerPiece> inputs = new ArrayList<>();
    Map<String, LedgerEntry> corrections = new HashMap<>();
    for (LedgerPiece piece : pieces) {
      if (piece.corrections()) {
        readCorrections(piece, corrections);
      } else {
        inputs.add(piece);
      }
    }
    inputs.sort(Comparator.comparingInt(LedgerPiece::order));

    RecordFile<LedgerEntry> avro =
        RecordFile.create(storage, files.avro(), LedgerEntry.getClassSchema(), codec);
    List<OutputFile> texts = new ArrayList<>();
    try (Rows rows = new Rows(avro)) {
      texts.add(rows.begin(files.csv(), false));
      if (files.excel() != null) {
        texts.add(rows.begin(files.excel(), true));
      }
      @Nullable LedgerEntry open = null;
      for (LedgerPiece piece : inputs) {
        try (DataFileStream<LedgerEntry> in =
            RecordFile.open(storage, piece.path(), LedgerEntry.getClassSchema())) {
          while (in.hasNext()) {
            LedgerEntry entry = in.next();
            if (open != null && open.getUri().equals(entry.getUri())) {
              add(open, entry);
              open.setSize(open.getSize() + entry.getSize());
            } else {
              rows.write(open, corrections);
              open = entry;
            }
          }
        }
      }
      rows.write(open, corrections);
    }
    if (!corrections.isEmpty()) {
      throw new IOException(
          "The ledger has no row for "
              + corrections.keySet().iterator().next()
              + "; this is a fault of Cablebeam.");
    }
    List<WrittenFile> written = new ArrayList<>(List.of(avro.written()));
    texts.forEach(text -> written.add(text.written(avro.records())));
    return written;
  }

  private void readCorrections(LedgerPiece piece, Map<String, LedgerEntry> corrections)
      throws IOException {
    try (DataFileStream<LedgerEntry> in =
        RecordFile.open(storage, piece.path(), LedgerEntry.getClassSchema())) {
      while (in.hasNext()) {
        LedgerEntry entry = in.next();
        LedgerEntry known = corrections.putIfAbsent(entry.getUri(), entry);
        if (known != null) {
          add(known, entry);
        }
      }
    }
  }

  private static void add(LedgerEntry to, LedgerEntry from) {
    to.setMessages(to.getMessages() + from.getMessages());
    to.setCables(to.getCables() + from.getCables());
    to.setDuplicates(to.getDuplicates() + from.getDuplicates());
    to.setSections(to.getSections() + from.getSections());
    to.setRejects(to.getRejects() + from.getRejects());
    to.setLeftOut(to.getLeftOut() + from.getLeftOut());
    to.setSectionMessages(to.getSectionMessages() + from.getSectionMessages());
    if (to.getContainer() == Container.UNKNOWN) {
      to.setContainer(from.getContainer());
      to.setCharset(from.getCharset());
      to.setRecognizedBy(from.getRecognizedBy());
    }
    // A range without a message says nothing against the file, a failed one nothing for it.
    if (to.getStatus().equals("EMPTY")) {
      to.setStatus(from.getStatus());
      to.setReason(from.getReason());
    } else if (!from.getStatus().equals("EMPTY")) {
      to.setStatus(from.getStatus().equals("OK") ? to.getStatus() : from.getStatus());
      to.setReason(to.getReason() == null ? from.getReason() : to.getReason());
    }
  }

  /** What becomes of a message: of these a correction takes as much away as it adds. */
  private static final int[] OUTCOMES =
      Stream.of("cables", "duplicates", "sections", "rejects", "left_out")
          .mapToInt(name -> LedgerEntry.getClassSchema().getField(name).pos())
          .toArray();

  /**
   * Takes out of a correction what a row can bear. Entries of one name, of which an archive may
   * hold several, have a row each that has no other of its name beside it, and the correction of
   * that name is for all of them.
   */
  private static LedgerEntry share(LedgerEntry correction, LedgerEntry row) {
    LedgerEntry share =
        LedgerEntry.newBuilder()
            .setUri(row.getUri())
            .setStatus(correction.getStatus())
            .setReason(correction.getReason())
            .build();
    long moved = 0;
    for (int outcome : OUTCOMES) {
      moved -= move(correction, share, outcome, -(long) row.get(outcome), 0);
    }
    for (int outcome : OUTCOMES) {
      moved -= move(correction, share, outcome, 0, moved);
    }
    return share;
  }

  /** Moves what lies within two bounds from one record to another, and says how much that is. */
  private static long move(LedgerEntry from, LedgerEntry to, int field, long least, long most) {
    long there = (long) from.get(field);
    long moved = Math.max(least, Math.min(most, there));
    from.put(field, there - moved);
    to.put(field, (long) to.get(field) + moved);
    return moved;
  }

  private static boolean isSpent(LedgerEntry correction) {
    return Arrays.stream(OUTCOMES).allMatch(outcome -> (long) correction.get(outcome) == 0);
  }

  /**
   * What came of the messages says how an input fared, once all is known of it. That of an archive
   * itself, and of a file of rejects, is what its reader says: their messages have other rows.
   */
  private static void settle(LedgerEntry entry) {
    boolean holder =
        entry.getContainer() == Container.UNKNOWN || entry.getContainer() == Container.REJECTS;
    if (!holder && entry.getRejects() > 0) {
      entry.setStatus(entry.getRejects() < entry.getMessages() ? "PARTIAL" : "FAILED");
    }
  }

  /** The forms of a row. */
  private final class Rows implements Closeable {
    private final RecordFile<LedgerEntry> avro;
    private final List<Writer> texts = new ArrayList<>();
    private final List<CsvRows> csvs = new ArrayList<>();

    Rows(RecordFile<LedgerEntry> avro) {
      this.avro = avro;
    }

    /** Begins a file of CSV. */
    OutputFile begin(String path, boolean forSpreadsheets) throws IOException {
      OutputFile file = OutputFile.create(storage, path);
      Writer text = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
      texts.add(text);
      CsvRows csv = new CsvRows(text, forSpreadsheets);
      csvs.add(csv);
      csv.values(COLUMNS);
      csv.end();
      return file;
    }

    void write(@Nullable LedgerEntry entry, Map<String, LedgerEntry> corrections)
        throws IOException {
      if (entry == null) {
        return;
      }
      LedgerEntry correction = corrections.get(entry.getUri());
      if (correction != null) {
        add(entry, share(correction, entry));
        corrections.computeIfPresent(entry.getUri(), (uri, rest) -> isSpent(rest) ? null : rest);
      }
      settle(entry);
      avro.append(entry);
      for (CsvRows csv : csvs) {
        for (String column : COLUMNS) {
          csv.value(entry.get(column));
        }
        csv.end();
      }
    }

    @Override
    public void close() throws IOException {
      try (avro) {
        closeAll(texts.iterator());
      }
    }

    /** All are closed, whatever happens. */
    private static void closeAll(Iterator<Writer> open) throws IOException {
      if (open.hasNext()) {
        try (Writer text = open.next()) {
          closeAll(open);
        }
      }
    }
  }
}
