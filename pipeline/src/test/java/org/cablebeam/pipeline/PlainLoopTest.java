package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.CorpusWriter;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.Packing;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.PlainLoop;
import org.cablebeam.transforms.StatisticsTarget;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The loop that the program's speed is measured against does all that the program does: its files
 * hold the same.
 */
class PlainLoopTest {
  private static final int SHARDS = 2;
  private static final String CODEC = "snappy";

  @TempDir Path folder;

  @Test
  void writesWhatTheProgramWrites() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Composer composer = new Composer(43, 60, 0.2);
    int from = 0;
    for (Form form : Form.values()) {
      Path to = Files.createDirectory(corpus.resolve(form.name()));
      try (CorpusWriter writer = new CorpusWriter(form, Packing.NONE, Packing.NONE.in(to), false)) {
        // Each form repeats half of the one before.
        for (int i = 0; i < 10; i++) {
          writer.write(composer.cable((from + i) % 60));
        }
      }
      from += 5;
    }
    Files.writeString(corpus.resolve("bad.csv"), "\"1\",\"x\"\n\"2\",\"y\"\n");

    ByteArrayOutputStream words = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(words, true, StandardCharsets.UTF_8);
    Path program = folder.resolve("program");
    int code =
        Main.run(
            new String[] {
              "--input=" + corpus,
              "--output=" + program,
              "--numShards=" + SHARDS,
              "--codec=" + CODEC,
              "--maxRejectRatio=1",
              "--quiet"
            },
            err,
            err);
    assertThat(code).as(words.toString(StandardCharsets.UTF_8)).isZero();

    Path loop = folder.resolve("loop");
    loop(corpus, loop);

    assertThat(new Output(program).records("duplicates")).isNotEmpty();
    assertThat(new Output(program).records("rejects")).isNotEmpty();
    assertThat(new Output(loop).digests()).isEqualTo(new Output(program).digests());
  }

  private static void loop(Path corpus, Path output) throws Exception {
    Storage storage = new FileSystemsStorage();
    Limits limits = Limits.standard();
    OutputLayout out = new OutputLayout(output + "/");
    InputPlan plan = InputPlan.of(List.of(corpus.toString()), new InputReader(limits));
    new PlainLoop(storage, out.parts(), CODEC, limits, 2)
        .run(
            plan.splits(),
            out.cables(SHARDS, CODEC),
            out.duplicates(CODEC),
            out.rejects(CODEC),
            out.ledger("avro"),
            out.ledger("csv"),
            new StatisticsTarget(storage, out.statistics(), CODEC, false));
  }
}
