package org.cablebeam.transforms;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.StatisticsTable;
import org.cablebeam.transforms.statistics.Tallies;

/** Writes the tables that are made of the tallies of all kept cables, see {@link MergeTallies}. */
final class WriteTables extends PTransform<PCollection<Tallies>, PCollection<WrittenFile>> {
  private static final long serialVersionUID = 1;

  private final SerializableFunction<Tallies, List<StatisticsTable<?>>> tables;
  private final StatisticsTarget target;

  private WriteTables(
      SerializableFunction<Tallies, List<StatisticsTable<?>>> tables, StatisticsTarget target) {
    this.tables = tables;
    this.target = target;
  }

  static WriteTables of(
      SerializableFunction<Tallies, List<StatisticsTable<?>>> tables, StatisticsTarget target) {
    return new WriteTables(tables, target);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<Tallies> tallies) {
    return tallies
        .apply(ParDo.of(new WriteFn(tables, target)))
        .setCoder(SerializableCoder.of(WrittenFile.class));
  }

  private static final class WriteFn extends DoFn<Tallies, WrittenFile> {
    private static final long serialVersionUID = 1;
    private final SerializableFunction<Tallies, List<StatisticsTable<?>>> tables;
    private final StatisticsTarget target;

    WriteFn(
        SerializableFunction<Tallies, List<StatisticsTable<?>>> tables, StatisticsTarget target) {
      this.tables = tables;
      this.target = target;
    }

    @ProcessElement
    public void process(@Element Tallies tallies, OutputReceiver<WrittenFile> out)
        throws IOException {
      for (StatisticsTable<?> table : tables.apply(tallies)) {
        target.write(table).forEach(out::output);
      }
    }
  }
}
