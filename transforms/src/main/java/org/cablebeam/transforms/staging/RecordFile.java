package org.cablebeam.transforms.staging;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An Avro object container file that is being written. Records are appended one by one, or whole
 * files block by block without decoding them. Not thread-safe; not complete before {@link #close}.
 */
public final class RecordFile<T extends SpecificRecord> implements Closeable {
  private static final int BUFFER = 1 << 18;

  private final OutputFile out;
  private final DataFileWriter<T> writer;
  private long records;

  private RecordFile(OutputFile out, DataFileWriter<T> writer) {
    this.out = out;
    this.writer = writer;
  }

  /**
   * Creates a file.
   *
   * @param codec name of an Avro codec: snappy, deflate, zstandard, bzip2, xz or null
   */
  public static <T extends SpecificRecord> RecordFile<T> create(
      Storage storage, String path, Schema schema, String codec) throws IOException {
    return create(storage, path, schema, codec, null);
  }

  /**
   * Creates a file with a given synchronisation marker of 16 bytes, so that the same records give
   * the same bytes.
   */
  public static <T extends SpecificRecord> RecordFile<T> create(
      Storage storage, String path, Schema schema, String codec, byte @Nullable [] sync)
      throws IOException {
    OutputFile out = OutputFile.create(storage, path);
    DataFileWriter<T> writer = new DataFileWriter<>(new SpecificDatumWriter<>(schema));
    writer.setCodec(CodecFactory.fromString(codec));
    writer.setFlushOnEveryBlock(false);
    try {
      writer.create(schema, out, sync);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
    return new RecordFile<>(out, writer);
  }

  /** Opens a file to read its records in order. */
  public static <T extends SpecificRecord> DataFileStream<T> open(
      Storage storage, String path, Schema schema) throws IOException {
    return new DataFileStream<>(
        new BufferedInputStream(storage.open(path), BUFFER), new SpecificDatumReader<>(schema));
  }

  public void append(T item) throws IOException {
    writer.append(item);
    records++;
  }

  /** Appends all records of a file of the same schema and codec without decoding them. */
  public void appendAll(Storage storage, String from, Schema schema, long count)
      throws IOException {
    if (count == 0) {
      return;
    }
    try (DataFileStream<T> in = open(storage, from, schema)) {
      writer.appendAllFrom(in, false);
    }
    records += count;
  }

  /** Records appended so far. */
  public long records() {
    return records;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** What was written; after {@link #close} only. */
  public WrittenFile written() {
    return out.written(records);
  }
}
