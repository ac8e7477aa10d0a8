package org.cablebeam.pipeline;

import java.io.Closeable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.cablebeam.transforms.LiveCounts;

/**
 * Says how far the reading is: on a terminal a line that renews itself, otherwise a line every 30
 * seconds.
 */
final class Progress implements Closeable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_LOG = Duration.ofSeconds(30);

  /** Fewer files than this say little of how far the reading is: one may be all there is. */
  private static final int MANY_FILES = 100;

  private final PrintStream err;
  private final int columns;
  private final InputPlan plan;
  private final Supplier<LiveCounts> done;
  private final long start = System.nanoTime();
  private final Timer timer = new Timer("progress", true);

  private Progress(PrintStream err, int columns, InputPlan plan, Supplier<LiveCounts> done) {
    this.err = err;
    this.columns = columns;
    this.plan = plan;
    this.done = done;
  }

  /** Begins to say what {@code done} tells. */
  static Progress start(PrintStream err, InputPlan plan, Supplier<LiveCounts> done) {
    // The start script knows whether standard error is a terminal, and how wide; Java does not.
    int columns = Integer.getInteger("cablebeam.columns", 0);
    Progress progress = new Progress(err, columns, plan, done);
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

  /** What was read since now, by the workers of this process. */
  static Supplier<LiveCounts> here() {
    LiveCounts before = LiveCounts.now();
    return () -> LiveCounts.now().since(before);
  }

  private void print() {
    String line = line(plan, done.get(), (System.nanoTime() - start) / 1e9);
    if (columns > 0) {
      err.print("\r\u001b[K" + line.substring(0, Math.min(line.length(), columns - 1)));
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** The line after some seconds. */
  static String line(InputPlan plan, LiveCounts now, double seconds) {
    double share = share(plan, now);
    List<String> parts = new ArrayList<>();
    if (share >= 1) {
      parts.add("putting together");
    } else if (share > 0) {
      parts.add(format("%2.0f %%", 100 * share));
    }
    parts.add(
        format("%,d of %,d files", Math.min(now.inputs(), plan.filesToRead()), plan.filesToRead()));
    parts.add(format("%,d messages", now.messages()));
    parts.add(format("%,d MB", now.characters() / 1_000_000));
    parts.add(format("%,.0f/s", now.messages() / seconds));
    parts.add(format("%,d rejects", now.rejects()));
    if (share > 0 && share < 1) {
      long left = Math.round(seconds / share * (1 - share));
      parts.add(format("%d:%02d left", left / 60, left % 60));
    }
    return String.join(", ", parts);
  }

  /** How much was read, 0 to 1; 0 too while that cannot be known, within packed files. */
  private static double share(InputPlan plan, LiveCounts now) {
    if (now.inputs() >= plan.filesToRead()) {
      return plan.filesToRead() < MANY_FILES && now.inputs() > plan.filesToRead() ? 0 : 1;
    }
    if (plan.filesToRead() >= MANY_FILES) {
      return (double) now.inputs() / plan.filesToRead();
    }
    return now.characters() < plan.bytes() ? (double) now.characters() / plan.bytes() : 0;
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
