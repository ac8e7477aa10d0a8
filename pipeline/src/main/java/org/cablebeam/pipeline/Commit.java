package org.cablebeam.pipeline;

import java.io.IOException;
import java.util.List;

/**
 * How the results of a run, complete in a staging folder, come to stand in the output folder.
 * Whatever moment the process is killed at, the output folder is the old result, none, or the new
 * one; {@link #recover} puts right what was left half-way. Used under the lock of the folder.
 */
interface Commit {
  /** What the folder that a run writes to is for: {@code .OUT.staging-RUN}. */
  String STAGING = "staging";

  /** Where the run writes: a folder beside the output folder. */
  OutputLayout staging();

  /** Puts right what killed runs left, and says what it did that people should know. */
  List<String> recover() throws IOException;

  /**
   * Makes the staged results those of the output folder.
   *
   * @throws IOException when that is not so, or not known; {@link #standing} says more
   */
  void publish() throws IOException;

  /** Deletes what was replaced; where that fails, the next run does it. */
  void forget() throws IOException;

  /** After {@link #publish} failed: what stands where, in sentences for people. */
  String standing();
}
