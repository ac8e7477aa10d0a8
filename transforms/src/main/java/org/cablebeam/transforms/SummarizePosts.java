package org.cablebeam.transforms;

import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * What the kept cables of each post have in common. What comes in are the tallies of shards,
 * counted where the cables were written; no cable is shuffled.
 */
public final class SummarizePosts
    extends PTransform<PCollection<byte[]>, PCollection<PostStatistics>> {
  private static final long serialVersionUID = 1;

  private SummarizePosts() {}

  public static SummarizePosts create() {
    return new SummarizePosts();
  }

  @Override
  public PCollection<PostStatistics> expand(PCollection<byte[]> tallies) {
    return tallies
        // Every shard has tallies, so there always is something to merge.
        .apply("Merge", Combine.globally(new MergeTallies()).withoutDefaults())
        .apply("Summarize", ParDo.of(new SummarizeFn()))
        .setCoder(AvroCoder.specific(PostStatistics.class));
  }

  private static final class SummarizeFn extends DoFn<Tallies, PostStatistics> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element Tallies tallies, OutputReceiver<PostStatistics> out) {
      tallies.posts().values().forEach(tally -> out.output(tally.toStatistics()));
    }
  }
}
