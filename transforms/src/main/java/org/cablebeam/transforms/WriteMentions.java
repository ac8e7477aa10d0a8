package org.cablebeam.transforms;

import java.io.IOException;
import org.apache.avro.file.DataFileStream;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.Mention;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.ShardFiles;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;

/**
 * Writes the entities of the kept cables once more, one mention a row: for each file of cables a
 * file of mentions of the same number, in the order of the cables. It reads the files back that
 * were just written, so that a run without it costs nothing more.
 */
public final class WriteMentions
    extends PTransform<PCollection<WrittenFile>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  private final ShardFiles cables;
  private final ShardFiles mentions;
  private final Storage storage;

  private WriteMentions(ShardFiles cables, ShardFiles mentions, Storage storage) {
    this.cables = cables;
    this.mentions = mentions;
    this.storage = storage;
  }

  /**
   * Writes the mentions in files of cables.
   *
   * @param cables the files at which those were attempts
   * @param mentions as many files, for the mentions
   */
  public static WriteMentions of(ShardFiles cables, ShardFiles mentions, Storage storage) {
    return new WriteMentions(cables, mentions, storage);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<WrittenFile> files) {
    return files
        .apply("Write", ParDo.of(new WriteFn(this)))
        .setCoder(SerializableCoder.of(WrittenFile.class));
  }

  private static final class WriteFn extends DoFn<WrittenFile, WrittenFile> {
    private static final long serialVersionUID = 1;
    private final ShardFiles cables;
    private final ShardFiles mentions;
    private final Storage storage;

    WriteFn(WriteMentions of) {
      this.cables = of.cables;
      this.mentions = of.mentions;
      this.storage = of.storage;
    }

    @ProcessElement
    public void process(@Element WrittenFile file, OutputReceiver<WrittenFile> out)
        throws IOException {
      RecordFile<Mention> rows =
          RecordFile.create(
              storage,
              Attempts.at(mentions.path(cables.shard(Attempts.target(file.path())))),
              Mention.getClassSchema(),
              mentions.codec());
      try (rows;
          DataFileStream<Cable> in =
              RecordFile.open(storage, file.path(), Cable.getClassSchema())) {
        while (in.hasNext()) {
          Cable cable = in.next();
          for (Entity entity : cable.getEntities()) {
            rows.append(row(cable, entity));
          }
        }
      }
      out.output(rows.written());
    }

    private static Mention row(Cable cable, Entity entity) {
      Mention row = new Mention();
      row.setCable(cable.getId());
      row.setSentAt(cable.getSentAt());
      row.setPost(cable.getOrigin() == null ? null : cable.getOrigin().getPost());
      row.setType(entity.getType());
      row.setText(entity.getText());
      row.setStart(entity.getStart());
      row.setEnd(entity.getEnd());
      row.setNormalized(entity.getNormalized());
      row.setCluster(entity.getCluster());
      row.setRole(entity.getRole());
      row.setOrganization(entity.getOrganization());
      return row;
    }
  }
}
