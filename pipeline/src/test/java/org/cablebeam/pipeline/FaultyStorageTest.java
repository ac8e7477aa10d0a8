package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.CorpusWriter;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.Packing;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.SentRange;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that fails at the Nth create, open, read, write or close, for every N until none fails:
 * the run fails, or its result is right. The default build takes some of the Ns; {@code
 * -Dcablebeam.everyFault=true} takes all.
 */
class FaultyStorageTest {
  @TempDir static Path folder;

  @Test
  void neverSucceedsWithAWrongResult() throws Exception {
    Path input = Files.createDirectory(folder.resolve("input"));
    for (int copy = 0; copy < 2; copy++) {
      Composer composer = new Composer(5, 6, 0.3);
      Path to = Files.createDirectory(input.resolve("copy-" + copy));
      try (CorpusWriter writer =
          new CorpusWriter(Form.TEXT, Packing.NONE, Packing.NONE.in(to), false)) {
        for (long place = 0; place < 6; place++) {
          writer.write(composer.cable(place));
        }
      }
    }
    Path whole = folder.resolve("whole");
    Faulty.reset(Long.MAX_VALUE);
    RunCounts expected = run(input, whole);
    assertThat(expected.duplicates()).isPositive();
    long operations = Faulty.count();
    assertThat(operations).isGreaterThan(50);

    long step = Boolean.getBoolean("cablebeam.everyFault") ? 1 : Math.max(1, operations / 12);
    int failed = 0;
    for (long fault = 1; fault <= operations + step; fault += step) {
      Path output = folder.resolve("fault-" + fault);
      Faulty.reset(fault);
      try {
        RunCounts counts = run(input, output);
        // Splits run side by side, so that the number of operations is not quite the same.
        assertThat(Faulty.count()).as("fault %d was swallowed", fault).isLessThan(fault);
        assertThat(counts).isEqualTo(expected);
        assertThat(new Output(output).contents("cables"))
            .isEqualTo(new Output(whole).contents("cables"));
      } catch (IOException | RuntimeException e) {
        if (!Failure.reason(e).contains(Faulty.REASON)) {
          fail("Fault " + fault + " is told as " + Failure.reason(e), e);
        }
        failed++;
      }
    }
    assertThat(failed).isGreaterThanOrEqualTo(10);
  }

  /** What a run does but publishing. */
  private static RunCounts run(Path input, Path output) throws Exception {
    CableOptions options =
        CommandLine.parse(
            new String[] {
              "--input=" + input, "--output=" + output, "--numShards=2", "--blockOnRun=true"
            });
    FileSystems.setDefaultPipelineOptions(options);
    InputPlan plan = InputPlan.of(options.getInput(), new InputReader(Limits.standard()));
    Storage storage = new Faulty();
    OutputLayout layout = new OutputLayout(output.toString());
    Pipeline pipeline = Pipeline.create(options);
    CablePipeline.build(
        pipeline,
        storage,
        plan,
        Limits.standard(),
        layout,
        2,
        "snappy",
        false,
        SentRange.ALL,
        true);
    pipeline.run().waitUntilFinish();
    return RunCounts.check(storage, layout, WorkerResults.takeOver(storage, layout));
  }

  /** Counts what is done with files, in all of the process, and fails once. */
  private static final class Faulty implements Storage {
    private static final long serialVersionUID = 1;
    static final String REASON = "No space left on this invented device";

    private static final AtomicLong DONE = new AtomicLong();
    private static final AtomicLong FAULT = new AtomicLong();

    private final Storage storage = new FileSystemsStorage();

    /**
     * Threads of a run that failed may work on while the next one runs; its fault is not theirs.
     */
    private final long run = FAULT.get();

    static void reset(long fault) {
      DONE.set(0);
      FAULT.set(fault);
    }

    static long count() {
      return DONE.get();
    }

    private void step() throws IOException {
      if (run == FAULT.get() && DONE.incrementAndGet() == run) {
        throw new IOException(REASON);
      }
    }

    @Override
    public OutputStream create(String path) throws IOException {
      step();
      return new FilterOutputStream(storage.create(path)) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          step();
          out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
          try {
            step();
          } finally {
            out.close();
          }
        }
      };
    }

    @Override
    public void rename(String from, String to) throws IOException {
      step();
      storage.rename(from, to);
    }

    @Override
    public InputStream open(String path, long offset) throws IOException {
      step();
      return new FilterInputStream(storage.open(path, offset)) {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          step();
          return in.read(bytes, offset, length);
        }
      };
    }
  }
}
