package org.cablebeam.transforms;

import java.io.IOException;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.StatisticsTable;
import org.cablebeam.transforms.statistics.Tallies;

/** Tells what the kept cables amount to: all together, by year, and what was noticed about them. */
public final class SummarizeCorpus
    extends PTransform<PCollection<Tallies>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  private final StatisticsTarget target;

  private SummarizeCorpus(StatisticsTarget target) {
    this.target = target;
  }

  /** Writes there what is told by the tallies of all kept cables, see {@link MergeTallies}. */
  public static SummarizeCorpus to(StatisticsTarget target) {
    return new SummarizeCorpus(target);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<Tallies> tallies) {
    return tallies
        .apply("Write", ParDo.of(new WriteFn(target)))
        .setCoder(SerializableCoder.of(WrittenFile.class));
  }

  private static final class WriteFn extends DoFn<Tallies, WrittenFile> {
    private static final long serialVersionUID = 1;
    private final StatisticsTarget target;

    WriteFn(StatisticsTarget target) {
      this.target = target;
    }

    @ProcessElement
    public void process(@Element Tallies tallies, OutputReceiver<WrittenFile> out)
        throws IOException {
      for (StatisticsTable<?> table : StatisticsTable.ofCorpus(tallies)) {
        target.write(table).forEach(out::output);
      }
    }
  }
}
