package org.cablebeam.pipeline;

/**
 * How a run ended; the numbers are a promise to scheduled jobs. Help and docs are made of the
 * words.
 */
enum ExitCode {
  DONE(0, "done", "Results are published."),
  FAILED(1, "failed", "The run failed; nothing is published, and what was there before stays."),
  USAGE(2, "wrong usage", "The options are wrong, or there is no input; nothing was begun."),
  TOO_MANY_REJECTS(
      3,
      "done with too many rejects",
      "Results are published, but more messages were rejected than --maxRejectRatio allows."),
  OUTPUT_EXISTS(
      4,
      "output exists",
      "The output folder holds results and --overwrite was not given, or another run is writing"
          + " it.");

  private final int number;
  private final String word;
  private final String meaning;

  ExitCode(int number, String word, String meaning) {
    this.number = number;
    this.word = word;
    this.meaning = meaning;
  }

  int number() {
    return number;
  }

  /** In two or three words. */
  String word() {
    return word;
  }

  /** In a sentence. */
  String meaning() {
    return meaning;
  }
}
