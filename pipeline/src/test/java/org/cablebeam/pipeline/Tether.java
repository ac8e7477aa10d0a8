package org.cablebeam.pipeline;

import java.io.IOException;
import java.util.Arrays;

/**
 * {@code Tether MAIN ARGUMENTS...} runs another main class, and ends with the process that started
 * it: while that lives it holds the other end of standard input. So no kill of a test leaves
 * servers behind.
 */
final class Tether {
  private Tether() {}

  public static void main(String[] arguments) throws Exception {
    Thread hold = new Thread(Tether::hold, "tether");
    hold.setDaemon(true);
    hold.start();
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void hold() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes.
      }
    } catch (IOException e) {
      // As good as its end.
    }
    Runtime.getRuntime().halt(1);
  }
}
