package org.cablebeam.transforms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.transforms.staging.StagedShare;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * Adds up the tallies of shards, in any order. They were counted where the cables were written and
 * staged there; no cable is shuffled.
 */
public final class MergeTallies extends PTransform<PCollection<byte[]>, PCollection<Tallies>> {
  private static final long serialVersionUID = 1;

  private final Storage storage;

  private MergeTallies(Storage storage) {
    this.storage = storage;
  }

  /** Adds up what was staged there. */
  public static MergeTallies stagedIn(Storage storage) {
    return new MergeTallies(storage);
  }

  /** Stages tallies of one share or shard, and says where. */
  static byte[] stage(Tallies tallies, int number, StagingTarget target) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tallies.write(new DataOutputStream(bytes));
    return Places.stage(target.storage(), target.file("tallies", number), bytes.toByteArray());
  }

  @Override
  public PCollection<Tallies> expand(PCollection<byte[]> places) {
    return places
        .apply("ToOne", ToOne.create())
        .apply("Merge", ParDo.of(new MergeFn(storage)))
        .setCoder(TalliesCoder.INSTANCE);
  }

  private static final class MergeFn extends DoFn<Iterable<byte[]>, Tallies> {
    private static final long serialVersionUID = 1;
    private final Storage storage;

    MergeFn(Storage storage) {
      this.storage = storage;
    }

    @ProcessElement
    public void process(@Element Iterable<byte[]> places, OutputReceiver<Tallies> out)
        throws IOException {
      Tallies sum = new Tallies();
      for (byte[] place : places) {
        for (byte[] tallies : StagedShare.unpack(place).read(storage)) {
          sum.merge(Tallies.read(new DataInputStream(new ByteArrayInputStream(tallies))));
        }
      }
      out.output(sum);
    }
  }

  /** The compact form of tallies, its length before it. */
  private static final class TalliesCoder extends CustomCoder<Tallies> {
    private static final long serialVersionUID = 1;
    static final TalliesCoder INSTANCE = new TalliesCoder();

    @Override
    public void encode(Tallies tallies, OutputStream out) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      tallies.write(new DataOutputStream(bytes));
      DataOutputStream data = new DataOutputStream(out);
      data.writeInt(bytes.size());
      bytes.writeTo(data);
    }

    @Override
    public Tallies decode(InputStream in) throws IOException {
      DataInput data = new DataInputStream(in);
      byte[] bytes = new byte[data.readInt()];
      data.readFully(bytes);
      return Tallies.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Override
    public void verifyDeterministic() {
      // The same counts give the same bytes.
    }
  }
}
