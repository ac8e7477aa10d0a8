package org.cablebeam.pipeline;

import java.io.Closeable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cablebeam.transforms.LiveCounts;

/**
 * Says how far the work is: on a terminal a line that renews itself, otherwise a line every 30
 * seconds.
 */
final class Progress implements Closeable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_LOG = Duration.ofSeconds(30);

  /** Fewer files than this say little of how far the reading is: one may be all there is. */
  private static final int MANY = 100;

  /** A part of the line; of two that have no room the one of higher rank is left out. */
  private record Part(int rank, String text) {}

  private final PrintStream err;
  private final int columns;
  private final IntFunction<String> line;
  private final Timer timer = new Timer("progress", true);

  private Progress(PrintStream err, int columns, IntFunction<String> line) {
    this.err = err;
    this.columns = columns;
    this.line = line;
  }

  /** Begins to say what {@code line} tells in so many columns. */
  static Progress start(PrintStream err, IntFunction<String> line) {
    // The start script knows whether standard error is a terminal, and how wide; Java does not.
    int columns = Integer.getInteger("cablebeam.columns", 0);
    Progress progress = new Progress(err, columns, line);
    long every = (columns > 0 ? ON_TERMINAL : IN_LOG).toMillis();
    progress.timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            progress.print();
          }
        },
        every,
        every);
    return progress;
  }

  /** The line of a reading that begins now, of which {@code done} is done. */
  static IntFunction<String> reading(InputPlan plan, Supplier<LiveCounts> done) {
    long start = System.nanoTime();
    return columns -> {
      LiveCounts now = done.get();
      // Nothing was read yet, or nothing is known of workers that are elsewhere.
      return now.inputs() == 0 && now.messages() == 0
          ? ""
          : line(plan, now, (System.nanoTime() - start) / 1e9, columns);
    };
  }

  /** What was read since now, by the workers of this process. */
  static Supplier<LiveCounts> here() {
    LiveCounts before = LiveCounts.now();
    return () -> LiveCounts.now().since(before);
  }

  private void print() {
    String now = line.apply(columns > 0 ? columns - 1 : Integer.MAX_VALUE);
    if (now.isEmpty()) {
      return;
    }
    if (columns > 0) {
      err.print("\r\u001b[K" + now);
    } else {
      err.println(now);
    }
    err.flush();
  }

  /** The line after some seconds, with the parts for which there is room. */
  static String line(InputPlan plan, LiveCounts now, double seconds, int room) {
    long pieces = plan.splits().stream().mapToLong(split -> split.inputs().size()).sum();
    double share = share(plan, now, pieces);
    List<Part> parts = new ArrayList<>();
    if (share >= 1) {
      parts.add(new Part(0, "putting together"));
    } else if (share > 0) {
      parts.add(new Part(0, format("%2.0f %%", 100 * share)));
    }
    String files = pieces == plan.filesToRead() ? pieces == 1 ? "file" : "files" : "parts";
    parts.add(new Part(5, format("%,d of %,d %s", Math.min(now.inputs(), pieces), pieces, files)));
    parts.add(new Part(2, count(now.messages(), "message")));
    parts.add(new Part(6, format("%,d MB", now.characters() / 1_000_000)));
    parts.add(new Part(4, format("%,.0f/s", now.messages() / seconds)));
    parts.add(new Part(3, count(now.rejects(), "reject")));
    if (share > 0 && share < 1) {
      long left = Math.round(seconds / share * (1 - share));
      parts.add(new Part(1, format("%d:%02d left", left / 60, left % 60)));
    }
    while (parts.size() > 1 && joined(parts).length() > room) {
      parts.remove(Collections.max(parts, Comparator.comparingInt(Part::rank)));
    }
    String line = joined(parts);
    return line.substring(0, Math.min(line.length(), room));
  }

  /** How many bytes are read in ranges; they are those of plain text. */
  private static long inRanges(InputPlan plan) {
    return plan.splits().stream()
        .flatMap(split -> split.inputs().stream())
        .filter(input -> !input.isWhole())
        .mapToLong(input -> input.to() - input.from())
        .sum();
  }

  private static String joined(List<Part> parts) {
    return parts.stream().map(Part::text).collect(Collectors.joining(", "));
  }

  /**
   * How much was read, 0 to 1; 0 too while that cannot be known, within packed files.
   *
   * @param pieces files and ranges of files that are to be read
   */
  private static double share(InputPlan plan, LiveCounts now, long pieces) {
    if (now.inputs() == pieces || (now.inputs() > pieces && pieces >= MANY)) {
      return 1;
    }
    if (pieces >= MANY && 2 * inRanges(plan) < plan.bytes()) {
      return (double) now.inputs() / pieces;
    }
    // A plain file of more than that is read in ranges: these are packed.
    boolean packed = plan.bytes() > pieces * InputPlan.SPLIT_BYTES * 2;
    return !packed && now.inputs() < pieces && now.characters() < plan.bytes()
        ? (double) now.characters() / plan.bytes()
        : 0;
  }

  private static String count(long number, String one) {
    return format("%,d %s%s", number, one, number == 1 ? "" : "s");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  @Override
  public void close() {
    timer.cancel();
    if (columns > 0) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
