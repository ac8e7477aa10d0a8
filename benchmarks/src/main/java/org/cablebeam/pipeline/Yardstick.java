package org.cablebeam.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.PlainLoop;
import org.cablebeam.transforms.StatisticsTarget;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;

/**
 * The program as a plain loop ({@link PlainLoop}), with the same arguments, the same files and the
 * same publication. {@link Benchmark} runs it beside the program.
 */
final class Yardstick {
  private static final String CODEC = "snappy";
  private static final Storage STORAGE = new FileSystemsStorage();

  private Yardstick() {}

  public static void main(String[] arguments) throws Exception {
    Instant started = Instant.now();
    CableOptions options = CommandLine.parse(arguments);
    FileSystems.setDefaultPipelineOptions(options);
    Limits limits = CommandLine.limits(options);
    InputPlan plan = InputPlan.of(options.getInput(), new InputReader(limits));
    try (Publication publication =
        Publication.open(options.getOutput(), options.getOverwrite(), "yardstick")) {
      publication.begin();
      OutputLayout out = publication.staging();
      int cores = Runtime.getRuntime().availableProcessors();
      List<WrittenFile> files =
          new ArrayList<>(
              new PlainLoop(STORAGE, out.parts(), CODEC, limits, cores)
                  .run(
                      plan.splits(),
                      out.cables(Run.shards(options, plan), CODEC),
                      out.duplicates(CODEC),
                      out.rejects(CODEC),
                      out.ledger("avro"),
                      out.ledger("csv"),
                      new StatisticsTarget(STORAGE, out.statistics(), CODEC, false)));
      RunCounts counts = RunCounts.check(STORAGE, out, files);
      RunRecord record = new RunRecord("yardstick", started.toString());
      record.counts(counts);
      files.add(
          Report.write(
              STORAGE,
              out.report(),
              new ReportFigures(STORAGE, out).gather(counts, plan, started, 0, Map.of())));
      record.files(files, out);
      record.write(STORAGE, out.run());
      publication.publish();
      publication.forget();
    }
    System.out.print(Usage.ofThisProcess());
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
