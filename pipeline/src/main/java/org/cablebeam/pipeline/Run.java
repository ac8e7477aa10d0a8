package org.cablebeam.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.LiveCounts;
import org.cablebeam.transforms.SentRange;
import org.cablebeam.transforms.StageCables;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.jspecify.annotations.Nullable;

/** One run of the job: input listed, output taken, graph run, counts checked, result published. */
final class Run {
  private static final long BYTES_A_SHARD = 256L << 20;

  /** The native libraries together, and some. */
  private static final int TEMPORARY_BYTES = 2 << 20;

  private static final DateTimeFormatter RUN_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final CableOptions options;
  private final SentRange sent;
  private final PrintStream out;
  private final PrintStream err;
  private final Storage storage = new FileSystemsStorage();

  private Run(CableOptions options, SentRange sent, PrintStream out, PrintStream err) {
    this.options = options;
    this.sent = sent;
    this.out = out;
    this.err = err;
  }

  static Run of(CableOptions options, PrintStream out, PrintStream err) throws UsageException {
    return new Run(options, CommandLine.sent(options), out, err);
  }

  /**
   * Does it all.
   *
   * @throws UsageException when the run cannot begin
   */
  ExitCode call() throws UsageException {
    Instant started = Instant.now();
    String name = RUN_NAME.format(started) + "-" + ProcessHandle.current().pid();
    FileSystems.setDefaultPipelineOptions(options);
    Publication publication = Publication.open(options.getOutput(), options.getOverwrite(), name);
    try {
      publication.notes().forEach(this::say);
      InputPlan plan = InputPlan.of(options, storage, err);
      publication.begin();
      RunRecord record = new RunRecord(name, started.toString());
      describe(record, plan);
      RunCounts counts;
      try (Stopping stopping = Stopping.tell(err, publication.staging().root())) {
        counts = work(plan, CommandLine.limits(options), publication, record, started);
        record.put("status", "done");
        finish(record, started);
        record.write(storage, publication.staging().run());
      } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
        failed(e, record, started, publication);
        return ExitCode.FAILED;
      }
      return publish(publication) ? conclude(counts, plan, started) : ExitCode.FAILED;
    } finally {
      release(publication);
    }
  }

  /** One line for people, in which no name can begin another. */
  private void say(String line) {
    err.println(TextPage.clean("cablebeam: " + line));
  }

  /** Whether the results stand. */
  private boolean publish(Publication publication) {
    try {
      publication.publish();
    } catch (IOException | RuntimeException e) {
      say(
          "The results are complete but could not be published: "
              + Failure.reason(e)
              + ". "
              + publication.standing());
      return false;
    }
    try {
      publication.forget();
    } catch (IOException | RuntimeException e) {
      say(
          "The results are published, but what was used for that could not be deleted ("
              + Failure.reason(e)
              + "); the next run does it.");
    }
    return true;
  }

  private void release(Publication publication) {
    try {
      publication.close();
    } catch (IOException | RuntimeException e) {
      say(
          "The lock of the output folder could not be given free ("
              + Failure.reason(e)
              + "); the next run may have to wait.");
    }
  }

  /** What the run was told, by option. */
  private Map<String, Object> given(InputPlan plan) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("input", options.getInput());
    given.put("retry", options.getRetry());
    given.put("output", options.getOutput());
    given.put("previous", options.getPrevious());
    given.putAll(PreviousRun.reading(options));
    given.put("numShards", shards(options, plan));
    given.put("codec", options.getCodec());
    given.put("excelSafe", options.getExcelSafe());
    given.put("mentions", options.getMentions());
    given.put("maxRejectRatio", options.getMaxRejectRatio());
    given.put("runner", options.getRunner().getSimpleName());
    return given;
  }

  private void describe(RunRecord record, InputPlan plan) {
    record.put("options", given(plan));
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("files", plan.files());
    inputs.put("bytes", plan.bytes());
    inputs.put("splits", plan.splits().size());
    inputs.put("taken_over", plan.files() - plan.filesToRead());
    record.put("inputs", inputs);
    record.schemas();
  }

  /** How many files of cables are written. */
  static int shards(CableOptions options, InputPlan plan) {
    return options.getNumShards() > 0
        ? options.getNumShards()
        : (int) Math.max(1, (plan.bytes() + BYTES_A_SHARD - 1) / BYTES_A_SHARD);
  }

  /** Everything up to publishing, in the staging folder. */
  private RunCounts work(
      InputPlan plan, Limits limits, Publication publication, RunRecord record, Instant started)
      throws IOException {
    OutputLayout staging = publication.staging();
    requireTemporarySpace();
    limitThreads(plan);
    PreviousRun previous = plan.previous();
    if (previous != null) {
      if (!options.getQuiet()) {
        say(previous.note(plan.files()));
      }
      if (!previous.unchanged().isEmpty()) {
        previous.stageLedger(staging.takenOver());
      }
    }
    Pipeline pipeline = Pipeline.create(options);
    CablePipeline.build(
        pipeline,
        storage,
        plan,
        limits,
        staging,
        shards(options, plan),
        options.getCodec(),
        options.getExcelSafe(),
        sent,
        options.getMentions());
    runToEnd(pipeline, plan);
    List<WrittenFile> files = WorkerResults.takeOver(storage, staging);
    RunCounts counts = RunCounts.check(storage, staging, files);
    record.counts(counts);
    List<WrittenFile> all = new ArrayList<>(files);
    all.add(
        Report.write(
            storage,
            staging.report(),
            new ReportFigures(storage, staging)
                .gather(counts, plan, started, seconds(started), given(plan))));
    record.files(all, staging);
    if (counts.messages() == 0 && !options.getAllowEmpty()) {
      throw new IOException(
          (plan.files() == 0
                  ? "every input of the earlier run could be read"
                  : "no message was found in the input")
              + "; add --allowEmpty if that is all right");
    }
    return counts;
  }

  /** Runs the graph; with words where the runner fails without any. */
  private void runToEnd(Pipeline pipeline, InputPlan plan) throws IOException {
    // Some runners return at once and some when all is done: who watches starts before both.
    AtomicReference<@Nullable PipelineResult> running = new AtomicReference<>();
    try (WorkerErrors errors = WorkerErrors.listen();
        Progress progress =
            options.getQuiet()
                ? null
                : Progress.start(err, Progress.reading(plan, done(running::get)))) {
      PipelineResult result = pipeline.run();
      running.set(result);
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new IOException("the runner ended in state " + state, errors.first());
      }
    }
  }

  /**
   * Native libraries (snappy, zstd) are unpacked to the folder for temporary files when they are
   * first used, and snappy tells of a failure in a stack trace of its own.
   */
  private static void requireTemporarySpace() throws IOException {
    try {
      Path probe = Files.createTempFile("cablebeam", null);
      try {
        Files.write(probe, new byte[TEMPORARY_BYTES]);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw new IOException(
          "the folder for temporary files, "
              + System.getProperty("java.io.tmpdir")
              + ", cannot be written ("
              + Failure.reason(e)
              + "); name another with CABLEBEAM_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
    }
  }

  /**
   * The Direct Runner keeps a thread that has no work busy with asking for some. So it gets no more
   * threads than there are cores, nor than there are splits, unless the user said how many.
   */
  private void limitThreads(InputPlan plan) {
    if (options.getRunner() == DirectRunner.class) {
      DirectOptions direct = options.as(DirectOptions.class);
      int cores = Runtime.getRuntime().availableProcessors();
      if (direct.getTargetParallelism() == Math.max(cores, 3)) {
        direct.setTargetParallelism(Math.max(1, Math.min(cores, plan.splits().size())));
      }
    }
  }

  /** What was read: counted in this process, or where the workers are elsewhere, by Beam. */
  private static Supplier<LiveCounts> done(Supplier<@Nullable PipelineResult> running) {
    Supplier<LiveCounts> here = Progress.here();
    return () -> {
      LiveCounts live = here.get();
      PipelineResult result = running.get();
      return live.messages() > 0 || result == null ? live : counted(result);
    };
  }

  private static LiveCounts counted(PipelineResult result) {
    MetricQueryResults metrics =
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.inNamespace(StageCables.METRICS))
                    .build());
    Map<String, Long> sums = new LinkedHashMap<>();
    for (MetricResult<Long> counter : metrics.getCounters()) {
      sums.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return new LiveCounts(
        sums.getOrDefault(StageCables.INPUTS, 0L),
        sums.getOrDefault(StageCables.MESSAGES, 0L),
        sums.getOrDefault(StageCables.CHARACTERS, 0L),
        sums.getOrDefault(StageCables.REJECTS, 0L));
  }

  private static void finish(RunRecord record, Instant started) {
    record.put("ended", Instant.now().toString());
    record.put("seconds", seconds(started));
  }

  private static double seconds(Instant since) {
    return Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  private ExitCode conclude(RunCounts counts, InputPlan plan, Instant started) {
    ExitCode code =
        counts.rejectRatio() > options.getMaxRejectRatio()
            ? ExitCode.TOO_MANY_REJECTS
            : ExitCode.DONE;
    if (!options.getQuiet()) {
      double seconds = seconds(started);
      err.print(Summary.table(counts));
      err.println(Summary.pace(plan, counts.messages(), seconds));
      err.println(TextPage.clean("Results: " + options.getOutput()));
      err.println(TextPage.clean("Report:  " + new OutputLayout(options.getOutput()).report()));
      err.flush();
      out.println(Summary.line(code, counts, seconds, options.getOutput()));
    }
    if (code == ExitCode.TOO_MANY_REJECTS) {
      say(tooMany(counts.rejectRatio(), options));
    }
    return code;
  }

  static String tooMany(double ratio, CableOptions options) {
    return String.format(
        Locale.ROOT,
        "%.1f %% of the messages were rejected, more than --maxRejectRatio=%s allows; see"
            + " ledger/ledger.csv.",
        ratio * 100,
        options.getMaxRejectRatio());
  }

  /** Deletes what had been staged: the disk may be too full for the record. */
  private static void makeRoom(RunRecord record, Publication publication) {
    try {
      publication.abandon();
    } catch (IOException | RuntimeException e) {
      // A worker may still be writing; the next run deletes it.
      record.put("not_deleted", Failure.reason(e));
    }
  }

  /** One line, and what is known of the run beside what it had written. */
  private void failed(
      Throwable thrown, RunRecord record, Instant started, Publication publication) {
    String reason = Failure.reason(thrown);
    record.put("status", "failed");
    record.put("reason", reason);
    finish(record, started);
    String where = publication.staging().root();
    makeRoom(record, publication);
    try {
      record.write(storage, publication.staging().run());
      say(
          "Run failed: "
              + reason
              + ". Nothing was published; what is known lies in "
              + where
              + " until the next run.");
    } catch (IOException | RuntimeException e) {
      say(
          "Run failed: "
              + reason
              + ". Nothing was published, and run.json could not be written in "
              + where
              + ": "
              + Failure.reason(e)
              + ".");
    }
  }
}
