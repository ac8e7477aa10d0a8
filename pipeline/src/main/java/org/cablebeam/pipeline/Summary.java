package org.cablebeam.pipeline;

import java.util.Locale;

/** What came of a run, for people as a small table and for scheduled jobs as a line. */
final class Summary {
  private Summary() {}

  /** A row for each thing that can come of a message, and their sum. */
  static String table(RunCounts counts) {
    StringBuilder table = new StringBuilder();
    row(table, "cables", counts.cables(), counts.messages());
    row(table, "duplicates set aside", counts.duplicates(), counts.messages());
    row(table, "sections joined", counts.sections(), counts.messages());
    row(table, "rejects", counts.rejects(), counts.messages());
    if (counts.leftOut() > 0) {
      row(table, "left out by date", counts.leftOut(), counts.messages());
    }
    row(table, "messages", counts.messages(), counts.messages());
    return table.toString();
  }

  private static void row(StringBuilder table, String what, long count, long all) {
    double share = all == 0 ? 0 : 100.0 * count / all;
    table.append(String.format(Locale.ROOT, "  %-20s %,13d  %5.1f %%%n", what, count, share));
  }

  /** What was read, and how fast: {@code 53,977 files of 320 MB in 73 s, 740 messages a second}. */
  static String pace(InputPlan plan, long messages, double seconds) {
    return String.format(
        Locale.ROOT,
        "%,d %s of %s in %s, %,.0f messages a second",
        plan.files(),
        plan.files() == 1 ? "file" : "files",
        size(plan.bytes()),
        seconds < 60
            ? String.format(Locale.ROOT, "%.1f s", seconds)
            : String.format(Locale.ROOT, "%d:%02d min", (long) seconds / 60, (long) seconds % 60),
        messages / Math.max(seconds, 0.001));
  }

  static String size(long bytes) {
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%,.0f kB", Math.ceil(bytes / 1e3));
    }
    return bytes < 10_000_000_000L
        ? String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
  }

  /** {@code done messages=61 cables=49 … output=out}: words without blanks, but for the last. */
  static String line(ExitCode code, RunCounts counts, double seconds, String output) {
    return String.format(
        Locale.ROOT,
        "%s messages=%d cables=%d duplicates=%d sections=%d rejects=%d left_out=%d seconds=%.1f"
            + " output=%s",
        code == ExitCode.DONE ? "done" : "too-many-rejects",
        counts.messages(),
        counts.cables(),
        counts.duplicates(),
        counts.sections(),
        counts.rejects(),
        counts.leftOut(),
        seconds,
        output);
  }
}
