package org.cablebeam.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Arguments into an exit code. Results go to files, words to standard error; a fault of the program
 * is one line there, and where it happened goes to the log, at the level FINE.
 */
public final class Main {
  private static final Duration AT_THE_END = Duration.ofSeconds(10);

  private Main() {}

  public static void main(String[] arguments) {
    quietLogs();
    int code = run(arguments, System.out, System.err);
    System.out.flush();
    System.err.flush();
    exit(code);
  }

  /**
   * Ends the program, though threads of the runner may live on. What libraries want done at the end
   * is done, such as deleting what they unpacked into the folder for temporary files; for that they
   * have so long.
   */
  static void exit(int code) {
    Thread patience =
        new Thread(
            () -> {
              LockSupport.parkNanos(AT_THE_END.toNanos());
              Runtime.getRuntime().halt(code);
            },
            "patience");
    patience.setDaemon(true);
    patience.start();
    System.exit(code);
  }

  /** Runs the program and says how it ended; never throws. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    List<String> words = Arrays.asList(arguments);
    if (words.isEmpty() || words.contains("--help") || words.contains("-h")) {
      out.print(CommandLine.help());
      return words.isEmpty() ? ExitCode.USAGE.number() : ExitCode.DONE.number();
    }
    if (words.contains("--version")) {
      out.println("cablebeam " + Version.VERSION);
      return ExitCode.DONE.number();
    }
    try {
      if (words.get(0).equals("inspect")) {
        // The start script knows whether standard output is a terminal, and how wide; Java does
        // not.
        CableText text =
            new CableText(
                Boolean.getBoolean("cablebeam.color"), Integer.getInteger("cablebeam.columns", 0));
        return Inspect.run(words.subList(1, words.size()), System.in, out, text).number();
      }
      if (words.get(0).equals("check")) {
        return Check.run(words.subList(1, words.size()), out, err).number();
      }
      return Run.of(CommandLine.parse(arguments), out, err).call().number();
    } catch (UsageException e) {
      err.println(TextPage.clean("cablebeam: " + e.line()));
      return e.code().number();
    } catch (OutOfMemoryError e) {
      err.println("cablebeam: Failed: " + Failure.reason(e) + ".");
      return ExitCode.FAILED.number();
    } catch (RuntimeException e) {
      Logger.getLogger(Main.class.getName()).log(Level.FINE, "A fault", e);
      err.println(
          TextPage.clean(
              "cablebeam: A fault of the program, please report it: "
                  + e.getClass().getSimpleName()
                  + ": "
                  + Failure.reason(e)
                  + "."));
      return ExitCode.FAILED.number();
    }
  }

  /**
   * Beam and its runners speak of their inner life; users are told what concerns them. Whoever
   * wants to hear more names a file with {@code -Djava.util.logging.config.file}.
   */
  static void quietLogs() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try {
      LogManager.getLogManager()
          .readConfiguration(
              new ByteArrayInputStream(
                  """
                  handlers=java.util.logging.ConsoleHandler
                  .level=WARNING
                  org.apache.beam.runners.flink.level=OFF
                  org.apache.beam.runners.spark.level=OFF
                  org.apache.flink.level=OFF
                  org.apache.spark.level=OFF
                  org.apache.hadoop.util.NativeCodeLoader.level=OFF
                  java.util.logging.ConsoleHandler.level=WARNING
                  java.util.logging.SimpleFormatter.format=cablebeam: %4$s: %5$s%n
                  """
                      .getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      Logger.getLogger("").log(Level.WARNING, "Cannot set up logging", e);
    }
  }
}
