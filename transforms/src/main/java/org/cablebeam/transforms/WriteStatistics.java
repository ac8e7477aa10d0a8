package org.cablebeam.transforms;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.transforms.staging.OutputFile;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.StatisticsCsv;

/** Writes statistics, sorted by key, as Avro and as CSV. The same figures give the same bytes. */
public final class WriteStatistics<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  /** Writes rows as CSV. */
  private interface Csv<T> extends Serializable {
    void write(Iterable<T> rows, Appendable out) throws IOException;
  }

  private final SerializableFunction<T, String> key;
  private final Csv<T> csv;
  private final String schema;
  private final Storage storage;
  private final String avroPath;
  private final String csvPath;
  private final String codec;

  private WriteStatistics(
      SerializableFunction<T, String> key,
      Csv<T> csv,
      Schema schema,
      Storage storage,
      String avroPath,
      String csvPath,
      String codec) {
    this.key = key;
    this.csv = csv;
    this.schema = schema.toString();
    this.storage = storage;
    this.avroPath = avroPath;
    this.csvPath = csvPath;
    this.codec = codec;
  }

  public static WriteStatistics<TagStatistics> ofTags(
      Storage storage, String avroPath, String csvPath, String codec) {
    return new WriteStatistics<>(
        TagStatistics::getTag,
        StatisticsCsv::writeTags,
        TagStatistics.getClassSchema(),
        storage,
        avroPath,
        csvPath,
        codec);
  }

  public static WriteStatistics<PostStatistics> ofPosts(
      Storage storage, String avroPath, String csvPath, String codec) {
    return new WriteStatistics<>(
        PostStatistics::getPost,
        StatisticsCsv::writePosts,
        PostStatistics.getClassSchema(),
        storage,
        avroPath,
        csvPath,
        codec);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<T> statistics) {
    return statistics
        .apply("ToOne", ToOne.create())
        .apply("Write", ParDo.of(new WriteFn<>(this)))
        .setCoder(SerializableCoder.of(WrittenFile.class));
  }

  private static final class WriteFn<T extends SpecificRecord>
      extends DoFn<Iterable<T>, WrittenFile> {
    private static final long serialVersionUID = 1;
    private final WriteStatistics<T> of;

    WriteFn(WriteStatistics<T> of) {
      this.of = of;
    }

    @ProcessElement
    public void process(@Element Iterable<T> statistics, OutputReceiver<WrittenFile> out)
        throws IOException {
      List<T> sorted = new ArrayList<>();
      statistics.forEach(sorted::add);
      sorted.sort(Comparator.comparing(of.key::apply));

      Schema schema = new Schema.Parser().parse(of.schema);
      RecordFile<T> avro =
          RecordFile.create(of.storage, of.avroPath, schema, of.codec, marker(sorted));
      try (avro) {
        for (T row : sorted) {
          avro.append(row);
        }
      }
      out.output(avro.written());

      OutputFile text = OutputFile.create(of.storage, of.csvPath);
      try (Writer writer =
          new BufferedWriter(new OutputStreamWriter(text, StandardCharsets.UTF_8))) {
        of.csv.write(sorted, writer);
      }
      out.output(text.written(sorted.size()));
    }

    /**
     * The marker between blocks, which Avro draws at random. Made of the records themselves it is
     * the same for the same records, and no record can hold it by design.
     */
    private static <T extends SpecificRecord> byte[] marker(List<T> rows) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (T row : rows) {
          digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
        }
        return Arrays.copyOf(digest.digest(), 16);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }
  }
}
