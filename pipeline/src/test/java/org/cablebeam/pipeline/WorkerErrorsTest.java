package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class WorkerErrorsTest {
  private static final Logger EXECUTOR =
      Logger.getLogger("org.apache.beam.runners.direct.DirectTransformExecutor");

  @Test
  void remembersTheFirstErrorThatTheRunnerLogs() {
    Error first = new OutOfMemoryError("Java heap space");
    try (WorkerErrors errors = WorkerErrors.listen()) {
      assertThat(errors.first()).isNull();
      EXECUTOR.log(Level.WARNING, "no error", new IOException("passing"));
      assertThat(errors.first()).isNull();
      EXECUTOR.log(Level.SEVERE, "Error occurred", first);
      EXECUTOR.log(Level.SEVERE, "Error occurred", new StackOverflowError());

      assertThat(errors.first()).isSameAs(first);
      assertThat(Failure.reason(new IOException("the runner ended", errors.first())))
          .startsWith("out of memory");
    }
  }

  @Test
  void hearsNothingBeforeOrAfter() {
    EXECUTOR.setUseParentHandlers(true);
    WorkerErrors errors = WorkerErrors.listen();
    errors.close();
    Logger runner = Logger.getLogger("org.apache.beam.runners.direct");

    assertThat(runner.getHandlers()).doesNotContain(errors);
    assertThat(runner.getUseParentHandlers()).isTrue();
    assertThat(errors.first()).isNull();
  }
}
