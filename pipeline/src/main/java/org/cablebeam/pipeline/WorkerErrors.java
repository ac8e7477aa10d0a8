package org.cablebeam.pipeline;

import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers errors of worker threads, such as a lack of memory. The Direct Runner logs them and
 * ends without an exception, so its log is the one place where the reason can be found.
 * Thread-safe.
 */
final class WorkerErrors extends Handler implements AutoCloseable {
  /** The runner's loggers; held so that the handler lives as long as the program. */
  private static final Logger RUNNER = Logger.getLogger("org.apache.beam.runners.direct");

  private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

  /** Listens from now on, in place of whoever would print what the runner logs. */
  static WorkerErrors listen() {
    WorkerErrors errors = new WorkerErrors();
    RUNNER.addHandler(errors);
    RUNNER.setUseParentHandlers(false);
    return errors;
  }

  /** The first error since; null where there was none. */
  @Nullable Throwable first() {
    return first.get();
  }

  @Override
  public void publish(LogRecord record) {
    if (record.getThrown() instanceof Error error) {
      first.compareAndSet(null, error);
    }
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    RUNNER.removeHandler(this);
    RUNNER.setUseParentHandlers(true);
  }
}
