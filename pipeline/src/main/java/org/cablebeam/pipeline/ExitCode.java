package org.cablebeam.pipeline;

/** How a run ended; the numbers are a promise to scheduled jobs. */
enum ExitCode {
  /** Results are published. */
  DONE(0),
  /** The run failed; nothing is published. */
  FAILED(1),
  /** The options are wrong, or there is no input. */
  USAGE(2),
  /**
   * Results are published, but more messages were rejected than {@code --maxRejectRatio} allows.
   */
  TOO_MANY_REJECTS(3),
  /** The output folder exists, or another run is writing it. */
  OUTPUT_EXISTS(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
