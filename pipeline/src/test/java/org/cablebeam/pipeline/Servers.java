package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes of a cluster on this machine, each with a log of its own that stays. They end when this
 * is closed, and when the process of the test ends, however that happens.
 */
final class Servers implements Closeable {
  /** Ample: the machine may be busy with other things. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path folder;
  private final String classPath;
  private final List<String> javaOptions;
  private final Map<String, String> environment;
  private final List<Process> started = new ArrayList<>();

  /**
   * Processes of one kind of cluster.
   *
   * @param folder for the logs
   * @param jars what they have, see {@link #library}
   * @param environment what is added to that of this process
   */
  Servers(Path folder, List<Path> jars, List<String> javaOptions, Map<String, String> environment)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.javaOptions = List.copyOf(javaOptions);
    this.environment = Map.copyOf(environment);
    this.classPath = tether(folder.resolve("tether")) + File.pathSeparator + classPath(jars);
  }

  /** Those jars of the class path of this test, by path; there must be some. */
  static List<Path> library(Predicate<String> which) {
    List<Path> jars =
        Stream.of(testClassPath().split(File.pathSeparator))
            .filter(path -> path.endsWith(".jar") && which.test(path))
            .map(Path::of)
            .toList();
    assertThat(jars).isNotEmpty();
    return jars;
  }

  static String classPath(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String testClassPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** A folder with that one class of ours. */
  private static Path tether(Path into) throws IOException {
    String name = Tether.class.getName().replace('.', '/') + ".class";
    Path file = into.resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = Tether.class.getClassLoader().getResourceAsStream(name)) {
      Files.write(file, in.readAllBytes());
    }
    return into;
  }

  /** Starts a server, which ends no later than this process. */
  Process start(String name, String main, String... arguments) throws IOException {
    List<String> command = command(Tether.class.getName());
    command.add(main);
    command.addAll(List.of(arguments));
    Process process = builder(name, command).start();
    started.add(process);
    return process;
  }

  /** Those that run. */
  List<ProcessHandle> processes() {
    return started.stream().map(Process::toHandle).toList();
  }

  /** How Java is called to run a class with what these servers have. */
  List<String> command(String main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath, main));
    return command;
  }

  private ProcessBuilder builder(String name, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  /** How often a server has said something in its log. */
  long said(String name, String words) throws IOException {
    try (Stream<String> lines = Files.lines(log(name))) {
      return lines.filter(line -> line.contains(words)).count();
    }
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** A port that nobody had a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until something is so; fails when a server ends meanwhile, or it takes too long. */
  void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (started.stream().anyMatch(process -> !process.isAlive())) {
        fail("A server ended before " + what + "; its log is in " + folder);
      }
      if (System.nanoTime() > end) {
        fail("It took more than " + PATIENCE + " until " + what + "; logs are in " + folder);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** Kills a server and what it started, as a machine that fails would: without a word. */
  void kill(Process process) throws InterruptedException {
    assertThat(started.remove(process)).isTrue();
    end(process);
    assertThat(process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
  }

  private static void end(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    started.forEach(Servers::end);
  }
}
