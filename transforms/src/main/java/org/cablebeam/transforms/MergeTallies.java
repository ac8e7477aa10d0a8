package org.cablebeam.transforms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Combine.CombineFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * Adds up the tallies of shards, in any order. They were counted where the cables were written; no
 * cable is shuffled.
 */
public final class MergeTallies extends PTransform<PCollection<byte[]>, PCollection<Tallies>> {
  private static final long serialVersionUID = 1;

  private MergeTallies() {}

  public static MergeTallies create() {
    return new MergeTallies();
  }

  @Override
  public PCollection<Tallies> expand(PCollection<byte[]> tallies) {
    // Every shard has tallies, so there always is something to merge.
    return tallies
        .apply("Merge", Combine.globally(new MergeFn()).withoutDefaults())
        .setCoder(TalliesCoder.INSTANCE);
  }

  private static final class MergeFn extends CombineFn<byte[], Tallies, Tallies> {
    private static final long serialVersionUID = 1;

    @Override
    public Tallies createAccumulator() {
      return new Tallies();
    }

    @Override
    public Tallies addInput(Tallies sum, byte[] shard) {
      try {
        sum.merge(Tallies.read(new DataInputStream(new ByteArrayInputStream(shard))));
        return sum;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Tallies mergeAccumulators(Iterable<Tallies> sums) {
      Tallies all = new Tallies();
      sums.forEach(all::merge);
      return all;
    }

    @Override
    public Tallies extractOutput(Tallies sum) {
      return sum;
    }

    @Override
    public Coder<Tallies> getAccumulatorCoder(CoderRegistry registry, Coder<byte[]> inputCoder) {
      return TalliesCoder.INSTANCE;
    }

    @Override
    public Coder<Tallies> getDefaultOutputCoder(CoderRegistry registry, Coder<byte[]> inputCoder) {
      return TalliesCoder.INSTANCE;
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
