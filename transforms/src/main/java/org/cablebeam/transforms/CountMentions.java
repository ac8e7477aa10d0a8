package org.cablebeam.transforms;

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
 * staged by share of the names, so that all that was counted of a name comes together here.
 */
public final class CountMentions
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollection<byte[]>> {
  private static final long serialVersionUID = 1;

  private final StagingTarget target;

  private CountMentions(StagingTarget target) {
    this.target = target;
  }

  /** Counts what was staged there, and stages the outcome. */
  public static CountMentions stagedIn(StagingTarget target) {
    return new CountMentions(target);
  }

  @Override
  public PCollection<byte[]> expand(PCollection<KV<Integer, byte[]>> mentions) {
    return mentions
        .apply("GroupByShare", GroupByKey.create())
        .apply("Count", ParDo.of(new CountFn(target)))
        .setCoder(ByteArrayCoder.of());
  }

  private static final class CountFn extends DoFn<KV<Integer, Iterable<byte[]>>, byte[]> {
    private static final long serialVersionUID = 1;

    private final StagingTarget target;

    CountFn(StagingTarget target) {
      this.target = target;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> share, OutputReceiver<byte[]> out)
        throws IOException {
      Tallies tallies = Tallies.countMentions(Places.read(target.storage(), share.getValue()));
      out.output(MergeTallies.stage(tallies, share.getKey(), target));
    }
  }
}
