package org.cablebeam.pipeline;

import java.io.Closeable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/**
 * Says how far a run is: on a terminal a line that renews itself, otherwise a line every 30
 * seconds.
 */
final class Progress implements Closeable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_LOG = Duration.ofSeconds(30);

  /** What was done so far. */
  record Done(long inputs, long messages, long characters, long rejects) {}

  private final PrintStream err;
  private final boolean terminal;
  private final long files;
  private final Supplier<Done> done;
  private final long start = System.nanoTime();
  private final Timer timer;

  private Progress(PrintStream err, boolean terminal, long files, Supplier<Done> done) {
    this.err = err;
    this.terminal = terminal;
    this.files = files;
    this.done = done;
    this.timer = new Timer("progress", true);
  }

  static Progress start(PrintStream err, long files, Supplier<Done> done) {
    // The start script knows whether standard error is a terminal; Java does not.
    boolean terminal = Boolean.getBoolean("cablebeam.terminal");
    Progress progress = new Progress(err, terminal, files, done);
    long every = (terminal ? ON_TERMINAL : IN_LOG).toMillis();
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

  private void print() {
    Done now = done.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    String line =
        String.format(
            Locale.ROOT,
            "%,d of %,d files, %,d messages, %,d MB, %,.0f messages a second, %,d rejects%s",
            now.inputs(),
            files,
            now.messages(),
            now.characters() / 1_000_000,
            now.messages() / seconds,
            now.rejects(),
            left(now, seconds));
    err.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
    err.flush();
  }

  private String left(Done now, double seconds) {
    if (now.inputs() == 0 || now.inputs() >= files) {
      return "";
    }
    long left = Math.round(seconds / now.inputs() * (files - now.inputs()));
    return String.format(Locale.ROOT, ", %d:%02d left", left / 60, left % 60);
  }

  @Override
  public void close() {
    timer.cancel();
    if (terminal) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
