package org.cablebeam.transforms.staging;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An Avro object container file that is being written. Records are appended one by one, or out of
 * other files without decoding them. Not thread-safe; not complete before {@link #close}.
 */
public final class RecordFile<T extends SpecificRecord> implements Closeable {
  private static final int BUFFER = 1 << 18;

  /** Records above this are rare. */
  private static final int LARGE = 1 << 22;

  /** Writes and reads by the generated code of the records, where a schema allows that. */
  private static final SpecificData MODEL = model();

  private final OutputFile out;
  private final DataFileWriter<T> writer;
  private final SpecificDatumWriter<T> datums;
  private final Datum datum = new Datum();
  private final BinaryEncoder encoder =
      new EncoderFactory().configureBufferSize(1 << 13).binaryEncoder(datum, null);
  private long records;

  private RecordFile(OutputFile out, DataFileWriter<T> writer, SpecificDatumWriter<T> datums) {
    this.out = out;
    this.writer = writer;
    this.datums = datums;
  }

  private static SpecificData model() {
    SpecificData model = new SpecificData(RecordFile.class.getClassLoader());
    model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    model.setCustomCoders(true);
    return model;
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
    SpecificDatumWriter<T> datums = new SpecificDatumWriter<>(schema, MODEL);
    DataFileWriter<T> writer = new DataFileWriter<>(datums);
    writer.setCodec(CodecFactory.fromString(codec));
    writer.setFlushOnEveryBlock(false);
    try {
      writer.create(schema, out, sync);
    } catch (IOException | RuntimeException e) {
      out.close();
      throw e;
    }
    return new RecordFile<>(out, writer, datums);
  }

  /** Opens a file to read its records in order. */
  public static <T extends SpecificRecord> DataFileStream<T> open(
      Storage storage, String path, Schema schema) throws IOException {
    return new DataFileStream<>(
        new BufferedInputStream(storage.open(path), BUFFER),
        new SpecificDatumReader<>(schema, schema, MODEL));
  }

  /** Appends a record and says how many bytes it takes before compression. */
  public int append(T item) throws IOException {
    datum.reset();
    datums.write(item, encoder);
    encoder.flush();
    ByteBuffer bytes = datum.bytes();
    writer.appendEncoded(bytes);
    records++;
    return bytes.remaining();
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

  /**
   * Appends the records of a file of the same schema and codec but for some, in order. Only what is
   * left out is decoded.
   *
   * @param lengths of each record of the file, as {@link #append} said
   * @param leftOut places in the file, from 0
   * @param taker given each record left out
   */
  public void appendBut(
      Storage storage, String from, Schema schema, int[] lengths, BitSet leftOut, Taker<T> taker)
      throws IOException {
    SpecificDatumReader<T> reader = new SpecificDatumReader<>(schema, schema, MODEL);
    BinaryDecoder decoder = null;
    int place = 0;
    try (DataFileStream<T> in = open(storage, from, schema)) {
      while (in.hasNext()) {
        ByteBuffer block = in.nextBlock();
        for (long left = in.getBlockCount(); left > 0; left--) {
          int length = lengths[place];
          if (leftOut.get(place)) {
            decoder =
                DecoderFactory.get()
                    .binaryDecoder(
                        block.array(), block.arrayOffset() + block.position(), length, decoder);
            taker.take(reader.read(null, decoder));
          } else {
            writer.appendEncoded(block.slice(block.position(), length));
            records++;
          }
          block.position(block.position() + length);
          place++;
        }
      }
    }
  }

  /** Takes records. */
  public interface Taker<T> {
    void take(T item) throws IOException;
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

  /** The bytes of one record; a byte array stream that neither locks nor copies. */
  private static final class Datum extends OutputStream {
    private byte[] bytes = new byte[1 << 14];
    private int length;

    @Override
    public void write(int value) {
      room(1);
      bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
      room(count);
      System.arraycopy(from, offset, bytes, length, count);
      length += count;
    }

    private void room(int count) {
      if (bytes.length - length < count) {
        bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, count), bytes.length * 2));
      }
    }

    void reset() {
      length = 0;
      // A huge record must not hold its memory for all that follow.
      if (bytes.length > LARGE) {
        bytes = new byte[1 << 14];
      }
    }

    ByteBuffer bytes() {
      return ByteBuffer.wrap(bytes, 0, length);
    }
  }
}
