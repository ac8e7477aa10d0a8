package org.cablebeam.transforms;

import org.apache.beam.sdk.transforms.PTransform;
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
    return tallies.apply("Write", WriteTables.of(StatisticsTable::ofCorpus, target));
  }
}
