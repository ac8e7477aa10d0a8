package org.cablebeam.transforms;

import java.io.IOException;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.LedgerPiece;
import org.cablebeam.transforms.staging.LedgerWriter;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;

/** Writes what was made of every input, one row an input, as Avro and as CSV. */
public final class WriteLedger
    extends PTransform<PCollection<LedgerPiece>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  private final Storage storage;
  private final String avroPath;
  private final String csvPath;
  private final String codec;

  private WriteLedger(Storage storage, String avroPath, String csvPath, String codec) {
    this.storage = storage;
    this.avroPath = avroPath;
    this.csvPath = csvPath;
    this.codec = codec;
  }

  public static WriteLedger to(Storage storage, String avroPath, String csvPath, String codec) {
    return new WriteLedger(storage, avroPath, csvPath, codec);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<LedgerPiece> pieces) {
    return pieces
        .apply("ToOne", ToOne.create())
        .apply("Write", ParDo.of(new WriteFn(this)))
        .setCoder(SerializableCoder.of(WrittenFile.class));
  }

  private static final class WriteFn extends DoFn<Iterable<LedgerPiece>, WrittenFile> {
    private static final long serialVersionUID = 1;
    private final WriteLedger of;

    WriteFn(WriteLedger of) {
      this.of = of;
    }

    @ProcessElement
    public void process(@Element Iterable<LedgerPiece> pieces, OutputReceiver<WrittenFile> out)
        throws IOException {
      new LedgerWriter(of.storage)
          .write(pieces, Attempts.at(of.avroPath), Attempts.at(of.csvPath), of.codec)
          .forEach(out::output);
    }
  }
}
