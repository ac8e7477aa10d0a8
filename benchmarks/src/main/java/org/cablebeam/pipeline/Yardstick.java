package org.cablebeam.pipeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.PlainLoop;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.OutputFile;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.PostTally;
import org.cablebeam.transforms.statistics.StatisticsCsv;
import org.cablebeam.transforms.statistics.TagTally;
import org.cablebeam.transforms.statistics.Tallies;

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
                      tallies -> statistics(tallies, out)));
      RunCounts counts = RunCounts.check(STORAGE, out, files);
      RunRecord record = new RunRecord("yardstick", started.toString());
      record.counts(counts);
      files.add(new Report(STORAGE, out).write(counts, plan, started, 0));
      record.files(files, out);
      record.write(STORAGE, out.run());
      publication.publish();
      publication.forget();
    }
    System.out.print(Usage.ofThisProcess());
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static List<WrittenFile> statistics(Tallies tallies, OutputLayout out)
      throws IOException {
    List<TagStatistics> tags =
        tallies.tags().values().stream().map(TagTally::toStatistics).toList();
    List<PostStatistics> posts =
        tallies.posts().values().stream().map(PostTally::toStatistics).toList();
    List<WrittenFile> written = new ArrayList<>();
    RecordFile<TagStatistics> tagFile =
        RecordFile.create(STORAGE, out.tags("avro"), TagStatistics.getClassSchema(), CODEC);
    try (tagFile) {
      for (TagStatistics row : tags) {
        tagFile.append(row);
      }
    }
    written.add(tagFile.written());
    RecordFile<PostStatistics> postFile =
        RecordFile.create(STORAGE, out.posts("avro"), PostStatistics.getClassSchema(), CODEC);
    try (postFile) {
      for (PostStatistics row : posts) {
        postFile.append(row);
      }
    }
    written.add(postFile.written());
    written.add(csv(out.tags("csv"), text -> StatisticsCsv.writeTags(tags, text)));
    written.add(csv(out.posts("csv"), text -> StatisticsCsv.writePosts(posts, text)));
    return written;
  }

  private interface Csv {
    void write(Appendable out) throws IOException;
  }

  private static WrittenFile csv(String path, Csv rows) throws IOException {
    OutputFile file = OutputFile.create(STORAGE, path);
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
      rows.write(writer);
    }
    return file.written(0);
  }
}
