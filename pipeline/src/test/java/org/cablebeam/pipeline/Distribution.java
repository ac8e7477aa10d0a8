package org.cablebeam.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program as it is shipped: the folder with bin/ and lib/ that {@code mvn package} leaves,
 * which a profile makes for its runner.
 *
 * @param home the folder
 * @param words where what is said is kept
 */
record Distribution(Path home, Path words) {
  /** What became of a run. */
  record Ending(int code, String out, String err) {}

  /** A run that is going on. */
  record Going(Process process, Path out, Path err) implements AutoCloseable {
    Ending await() throws IOException, InterruptedException {
      int code = process.waitFor();
      return new Ending(code, Files.readString(out), Files.readString(err));
    }

    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor(1, TimeUnit.MINUTES);
    }
  }

  /** That of this build, in the folder {@code target}. */
  static Distribution built(String name, Path words) throws IOException {
    Path home = Path.of("target", name).toAbsolutePath();
    if (!Files.isExecutable(home.resolve("bin/cablebeam"))) {
      throw new IllegalStateException(home + " is missing: mvn package makes it");
    }
    return new Distribution(home, Files.createDirectories(words));
  }

  /** The program as one jar for a cluster. */
  Path jobJar() {
    return home.resolve("cluster/cablebeam.jar");
  }

  /** What the runner of this build needs of Java. */
  List<String> runnerOptions() throws IOException {
    return Files.readAllLines(home.resolve("bin/runner.options")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /** Runs the program to its end. */
  Ending run(String name, String... arguments) throws Exception {
    try (Going run = start(name, arguments)) {
      return run.await();
    }
  }

  Going start(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/cablebeam").toString());
    command.addAll(List.of(arguments));
    // Spark would ask the network what this machine is called.
    return start(
        name, command, Map.of("CABLEBEAM_JAVA_OPTS", "-Xmx1g", "SPARK_LOCAL_IP", "127.0.0.1"));
  }

  /** Starts some other command in the same way. */
  Going start(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    Path out = words.resolve(name + ".out");
    Path err = words.resolve(name + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new Going(builder.start(), out, err);
  }
}
