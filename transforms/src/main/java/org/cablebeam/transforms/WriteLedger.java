package org.cablebeam.transforms;

import java.io.IOException;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.transforms.staging.LedgerFiles;
import org.cablebeam.transforms.staging.LedgerPiece;
import org.cablebeam.transforms.staging.LedgerWriter;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;

/** Writes what was made of every input, one row an input, as Avro and as CSV. */
public final class WriteLedger
    extends PTransform<PCollection<LedgerPiece>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  private final Storage storage;
  private final LedgerFiles files;
  private final String codec;

  private WriteLedger(Storage storage, LedgerFiles files, String codec) {
    this.storage = storage;
    this.files = files;
    this.codec = codec;
  }

  public static WriteLedger to(Storage storage, LedgerFiles files, String codec) {
    return new WriteLedger(storage, files, codec);
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
          .write(pieces, of.files.attempts(), of.codec)
          .forEach(out::output);
    }
  }
}
