package org.cablebeam.pipeline;

import java.io.Closeable;
import java.io.PrintStream;

/**
 * Says what stands where when the program is told to stop in the middle of its work, by Ctrl-C or
 * by whoever shuts the machine down.
 */
final class Stopping implements Closeable {
  private final Thread last;

  private Stopping(Thread last) {
    this.last = last;
  }

  /**
   * From now on a stop is told.
   *
   * @param staging the folder with what is begun
   */
  static Stopping tell(PrintStream err, String staging) {
    Thread last =
        new Thread(
            () -> {
              err.println(
                  TextPage.clean(
                      "cablebeam: Stopped. Nothing was published; what was begun lies in "
                          + staging
                          + " until the next run."));
              err.flush();
            },
            "stopping");
    Runtime.getRuntime().addShutdownHook(last);
    return new Stopping(last);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(last);
    } catch (IllegalStateException e) {
      // It is being told.
    }
  }
}
