package org.cablebeam.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.io.FileSystems;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.Forecast;
import org.cablebeam.transforms.source.Limits;

/**
 * {@code cablebeam check INPUT}: reads everything, writes nothing, and says what would come of a
 * run with the same options. The exit code is the one that the run would have.
 */
final class Check {
  static final String USAGE = "cablebeam check INPUT... [options]";

  private Check() {}

  /**
   * Reads and tells.
   *
   * @param arguments those behind the word check: inputs, and options of a run
   * @throws UsageException when a run could not begin
   */
  static ExitCode run(List<String> arguments, PrintStream out, PrintStream err)
      throws UsageException {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean value = i > 0 && CommandLine.takesValue(arguments.get(i - 1));
      options.add(argument.startsWith("--") || value ? argument : "--input=" + argument);
    }
    return check(CommandLine.parseWithoutOutput(options.toArray(new String[0])), out, err);
  }

  private static ExitCode check(CableOptions options, PrintStream out, PrintStream err)
      throws UsageException {
    Instant started = Instant.now();
    FileSystems.setDefaultPipelineOptions(options);
    Limits limits = CommandLine.limits(options);
    String output = options.getOutput();
    if (output != null) {
      Publication.check(output, options.getOverwrite());
    }
    // What would be taken over is read as well: it is to be told.
    options.setPrevious(null);
    InputPlan plan = InputPlan.of(options, new FileSystemsStorage(), err);
    Forecast forecast;
    try {
      forecast = read(plan, limits, options, err);
    } catch (IOException e) {
      throw new UsageException(ExitCode.FAILED, "Check failed: " + Failure.reason(e) + ".");
    }
    RunCounts counts =
        new RunCounts(
            forecast.messages(),
            forecast.cables(),
            forecast.duplicates(),
            forecast.sections(),
            forecast.rejects(),
            forecast.leftOut());
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
    out.print(page(forecast, counts, plan, seconds));
    out.flush();
    if (counts.messages() == 0 && !options.getAllowEmpty()) {
      throw new UsageException(
          ExitCode.FAILED, "No message was found in the input: the run would fail.");
    }
    if (counts.rejectRatio() > options.getMaxRejectRatio()) {
      err.printf(
          Locale.ROOT,
          "cablebeam: %.1f %% of the messages would be rejected, more than --maxRejectRatio=%s"
              + " allows.%n",
          counts.rejectRatio() * 100,
          options.getMaxRejectRatio());
      return ExitCode.TOO_MANY_REJECTS;
    }
    return ExitCode.DONE;
  }

  private static Forecast read(InputPlan plan, Limits limits, CableOptions options, PrintStream err)
      throws IOException, UsageException {
    int cores = Runtime.getRuntime().availableProcessors();
    if (options.getQuiet()) {
      return Forecast.of(
          plan.splits(), limits, CommandLine.sent(options), options.getCodec(), cores);
    }
    try (Progress progress = Progress.start(err, Progress.reading(plan, Progress.here()))) {
      return Forecast.of(
          plan.splits(), limits, CommandLine.sent(options), options.getCodec(), cores);
    }
  }

  private static String page(Forecast forecast, RunCounts counts, InputPlan plan, double seconds) {
    StringBuilder page = new StringBuilder("Nothing was written. A run would find\n\n");
    page.append(
        String.format(Locale.ROOT, "  %-20s %13s %13s%n", "taken for", "inputs", "messages"));
    for (Forecast.Form form : forecast.forms()) {
      page.append(
          String.format(
              Locale.ROOT,
              "  %-20s %,13d %,13d%n",
              form.container().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              form.inputs(),
              form.messages()));
    }
    page.append("\nand make of the messages\n\n").append(Summary.table(counts));
    page.append("\nThe cables would take about ").append(Summary.size(forecast.bytes()));
    page.append(".\n");
    if (!forecast.reasons().isEmpty()) {
      page.append("\nRejected\n\n");
      for (Forecast.Reason reason : forecast.reasons()) {
        RejectedMessage example = reason.example();
        page.append(
            String.format(Locale.ROOT, "  %-20s %,13d%n", reason.code(), reason.messages()));
        page.append("    ").append(CableText.line(example.getMessage())).append('\n');
        page.append("    first in ").append(CableText.line(example.getSource().getUri()));
        page.append('\n');
      }
    }
    page.append('\n').append(Summary.pace(plan, counts.messages(), seconds)).append('\n');
    return page.toString();
  }
}
