package org.cablebeam.transforms;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTagList;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.Sha256;
import org.cablebeam.transforms.staging.EarlierFile;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.StagedPart;

/**
 * Takes cables, copies and rejects of inputs that did not change out of the files of an earlier
 * run, in place of reading the inputs again. They are staged as {@link StageCables} stages what it
 * reads, with the same outputs, so that all that follows makes no difference: copies are looked for
 * among all cables anew.
 */
public final class TakeOverRecords extends PTransform<PCollection<EarlierFile>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final String ledger;
  private final StagingTarget target;

  private TakeOverRecords(String ledger, StagingTarget target) {
    this.ledger = ledger;
    this.target = target;
  }

  /**
   * Takes over the records of inputs.
   *
   * @param ledger path of a file of ledger entries, one for each input and each archive entry whose
   *     records are taken over
   */
  public static TakeOverRecords ofInputs(String ledger, StagingTarget target) {
    return new TakeOverRecords(ledger, target);
  }

  @Override
  public PCollectionTuple expand(PCollection<EarlierFile> files) {
    PCollectionTuple staged =
        files.apply(
            ParDo.of(new TakeOverFn(ledger, target))
                .withOutputTags(StageCables.PARTS, TupleTagList.of(StageCables.CANDIDATES)));
    staged.get(StageCables.PARTS).setCoder(SerializableCoder.of(StagedPart.class));
    staged.get(StageCables.CANDIDATES).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    return staged;
  }

  private static final class TakeOverFn extends DoFn<EarlierFile, StagedPart> {
    private static final long serialVersionUID = 1;
    private final String ledger;
    private final StagingTarget target;

    TakeOverFn(String ledger, StagingTarget target) {
      this.ledger = ledger;
      this.target = target;
    }

    @ProcessElement
    public void process(@Element EarlierFile file, MultiOutputReceiver out) throws IOException {
      Set<String> inputs = inputs();
      MessageDigest digest = Sha256.digest();
      try (InputStream bytes =
          new DigestInputStream(
              new BufferedInputStream(target.storage().open(file.path()), 1 << 18), digest)) {
        if (file.rejects()) {
          stageRejects(file, bytes, inputs, out);
        } else {
          stageCables(file, bytes, inputs, out);
        }
        bytes.transferTo(OutputStream.nullOutputStream());
      }
      if (!Sha256.hex(digest).equals(file.sha256())) {
        throw new IOException(file.path() + " is not what its run.json says; leave --previous out");
      }
    }

    /** The URIs that records of these inputs bear. */
    private Set<String> inputs() throws IOException {
      Set<String> inputs = new HashSet<>();
      try (DataFileStream<LedgerEntry> rows =
          RecordFile.open(target.storage(), ledger, LedgerEntry.getClassSchema())) {
        rows.forEach(row -> inputs.add(row.getUri()));
      }
      return inputs;
    }

    private void stageCables(
        EarlierFile file, InputStream bytes, Set<String> inputs, MultiOutputReceiver out)
        throws IOException {
      DataFileStream<Cable> cables = open(bytes, new SpecificDatumReader<>(Cable.class));
      int part = file.firstPart();
      do {
        String attempt = target.attempt(part);
        PartWriter writer = writer(part, attempt);
        PartShares shares = new PartShares(target, attempt);
        try (writer;
            shares) {
          for (int i = 0; i < EarlierFile.RECORDS_A_PART && cables.hasNext(); i++) {
            Cable cable = cables.next();
            if (inputs.contains(cable.getSource().getUri())) {
              // Which copy is kept is decided anew.
              cable.setDuplicateOf(null);
              shares.add(writer.cable(cable));
            }
          }
        }
        out.get(StageCables.PARTS).output(writer.staged());
        shares.emitCandidates(out.get(StageCables.CANDIDATES));
        part++;
      } while (cables.hasNext());
    }

    private void stageRejects(
        EarlierFile file, InputStream bytes, Set<String> inputs, MultiOutputReceiver out)
        throws IOException {
      DataFileStream<RejectedMessage> rejects =
          open(bytes, new SpecificDatumReader<>(RejectedMessage.class));
      PartWriter writer = writer(file.firstPart(), target.attempt(file.firstPart()));
      try (writer) {
        while (rejects.hasNext()) {
          RejectedMessage reject = rejects.next();
          if (inputs.contains(reject.getSource().getUri())) {
            writer.unread(reject);
          }
        }
      }
      out.get(StageCables.PARTS).output(writer.staged());
    }

    private static <T extends SpecificRecord> DataFileStream<T> open(
        InputStream bytes, SpecificDatumReader<T> reader) throws IOException {
      return new DataFileStream<>(bytes, reader);
    }

    private PartWriter writer(int part, String attempt) throws IOException {
      return new PartWriter(target.storage(), part, attempt, false, target.codec());
    }
  }
}
