package org.cablebeam.transforms;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.OutputFile;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.StatisticsTable;
import org.cablebeam.transforms.text.CsvRows;

/**
 * Where and how statistics are written: each table as Avro and as CSV. The same figures give the
 * same bytes.
 *
 * @param directory ends in a slash
 * @param codec of Avro
 * @param excelSafe whether each CSV is written a second time, for spreadsheets, in which nothing
 *     runs as a formula
 */
public record StatisticsTarget(Storage storage, String directory, String codec, boolean excelSafe)
    implements Serializable {

  /** Writes a table, as one attempt. */
  <T extends SpecificRecord> List<WrittenFile> write(StatisticsTable<T> table) throws IOException {
    List<WrittenFile> files = new ArrayList<>();
    RecordFile<T> avro =
        RecordFile.create(
            storage,
            Attempts.at(directory + table.name() + ".avro"),
            table.schema(),
            codec,
            marker(table.schema()));
    try (avro;
        Stream<T> rows = table.rows().get()) {
      for (Iterator<T> row = rows.iterator(); row.hasNext(); ) {
        avro.append(row.next());
      }
    }
    files.add(avro.written());
    for (Map.Entry<String, StatisticsTable.Csv<T>> csv : new TreeMap<>(table.csvs()).entrySet()) {
      String path = directory + csv.getKey();
      long rows = avro.written().records();
      files.add(write(table, csv.getValue(), path + ".csv", false, rows));
      if (excelSafe) {
        files.add(write(table, csv.getValue(), path + ".excel.csv", true, rows));
      }
    }
    return files;
  }

  private <T extends SpecificRecord> WrittenFile write(
      StatisticsTable<T> table,
      StatisticsTable.Csv<T> csv,
      String path,
      boolean forSpreadsheets,
      long records)
      throws IOException {
    OutputFile file = OutputFile.create(storage, Attempts.at(path));
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
        Stream<T> rows = table.rows().get()) {
      csv.write(rows.iterator(), new CsvRows(writer, forSpreadsheets));
    }
    return file.written(records);
  }

  /**
   * The marker between blocks, which Avro draws at random: here that of the schema. Its bytes are
   * no UTF-8, so that no text of a record can hold it.
   */
  private static byte[] marker(Schema schema) {
    try {
      return SchemaNormalization.parsingFingerprint("MD5", schema);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
