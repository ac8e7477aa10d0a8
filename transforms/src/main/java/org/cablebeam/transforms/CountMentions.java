package org.cablebeam.transforms;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * Counts in how many kept cables persons and organisations are mentioned, and tells the most
 * frequent of the corpus, of each post and of each tag. What comes in was counted by shard and
 * packed by share of the names, so that all that was counted of a name comes together here.
 */
public final class CountMentions
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollection<byte[]>> {
  private static final long serialVersionUID = 1;

  private CountMentions() {}

  public static CountMentions create() {
    return new CountMentions();
  }

  @Override
  public PCollection<byte[]> expand(PCollection<KV<Integer, byte[]>> mentions) {
    return mentions
        .apply("GroupByBucket", GroupByKey.create())
        .apply("Count", ParDo.of(new CountFn()))
        .setCoder(ByteArrayCoder.of());
  }

  private static final class CountFn extends DoFn<KV<Integer, Iterable<byte[]>>, byte[]> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<byte[]> out)
        throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Tallies.countMentions(bucket.getValue()).write(new DataOutputStream(bytes));
      out.output(bytes.toByteArray());
    }
  }
}
