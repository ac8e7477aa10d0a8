package org.cablebeam.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.ShardFiles;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;

/**
 * Puts staged files of one kind of record together into one file, block by block, in the order of
 * their names; an empty file when there are none.
 */
public final class GatherFiles
    extends PTransform<PCollection<WrittenFile>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  private final ShardFiles target;
  private final String schema;
  private final Storage storage;

  private GatherFiles(ShardFiles target, String schema, Storage storage) {
    this.target = target;
    this.schema = schema;
    this.storage = storage;
  }

  /**
   * Gathers into one file.
   *
   * @param target of one shard
   */
  public static GatherFiles into(ShardFiles target, Schema schema, Storage storage) {
    return new GatherFiles(target, schema.toString(), storage);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<WrittenFile> files) {
    return files
        .apply("ToOne", ToOne.create())
        .apply("Gather", ParDo.of(new GatherFn(target, schema, storage)))
        .setCoder(SerializableCoder.of(WrittenFile.class));
  }

  private static final class GatherFn extends DoFn<Iterable<WrittenFile>, WrittenFile> {
    private static final long serialVersionUID = 1;
    private final ShardFiles target;
    private final String schema;
    private final Storage storage;

    GatherFn(ShardFiles target, String schema, Storage storage) {
      this.target = target;
      this.schema = schema;
      this.storage = storage;
    }

    @ProcessElement
    public void process(@Element Iterable<WrittenFile> files, OutputReceiver<WrittenFile> out)
        throws IOException {
      List<WrittenFile> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      sorted.sort(Comparator.comparing(WrittenFile::path));
      Schema parsed = new Schema.Parser().parse(schema);
      RecordFile<SpecificRecord> all =
          RecordFile.create(storage, Attempts.at(target.path(0)), parsed, target.codec());
      try (all) {
        for (WrittenFile file : sorted) {
          all.appendAll(storage, file.path(), parsed, file.records());
        }
      }
      out.output(all.written());
    }
  }
}
