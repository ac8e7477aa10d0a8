package org.cablebeam.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A standalone Spark cluster on this machine: a master and workers of one core, each a process of
 * its own that starts executors, with the jars of Spark and nothing of the program.
 */
final class SparkCluster implements Closeable {
  /** What is the program's own; all else comes with Spark. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "/(?:cablebeam|beam|icu4j|jsoup|picocli|chart|conscrypt|opentelemetry|classgraph"
              + "|commons-csv|byte-buddy|junit|archunit|assertj|hamcrest|opentest4j|apiguardian"
              + "|surefire)[^/]*\\.jar$");

  private final Servers servers;
  private final Map<String, String> environment;
  private final Path home;
  private final int port;
  private final List<Process> workers = new ArrayList<>();
  private int workersStarted;

  private SparkCluster(Servers servers, Map<String, String> environment, Path home, int port) {
    this.servers = servers;
    this.environment = environment;
    this.home = home;
    this.port = port;
  }

  private static List<Path> jars() {
    return Servers.library(path -> !PROGRAM.matcher(path).find());
  }

  /** What the scripts of a distribution set; workers start their executors by it. */
  private static Map<String, String> environment(Path home) throws IOException {
    // A distribution has its jars there, or says where they are.
    Files.createDirectories(home.resolve("jars"));
    return Map.of(
        "SPARK_HOME",
        home.toString(),
        "SPARK_DIST_CLASSPATH",
        Servers.classPath(jars()),
        "SPARK_SCALA_VERSION",
        "2.12",
        "SPARK_LOCAL_IP",
        "127.0.0.1",
        // What we recommend for executors, which a worker starts with its own environment; and
        // where
        // those that are killed leave what they unpacked.
        "JDK_JAVA_OPTIONS",
        "-XX:FreqInlineSize=100 -XX:InlineSmallCode=1200 -Djava.io.tmpdir="
            + Files.createDirectories(home.resolve("tmp")));
  }

  /**
   * Starts a cluster and waits until it is ready.
   *
   * @param logs where the servers log
   * @param home what the folder of a distribution is
   * @param javaOptions what Spark needs of Java
   */
  static SparkCluster start(Path logs, Path home, int workers, List<String> javaOptions)
      throws Exception {
    List<String> options = new ArrayList<>(javaOptions);
    options.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    Map<String, String> environment = environment(home);
    Servers servers = new Servers(logs, jars(), options, environment);
    try {
      SparkCluster cluster = new SparkCluster(servers, environment, home, Servers.freePort());
      servers.start(
          "master",
          "org.apache.spark.deploy.master.Master",
          "--host",
          "127.0.0.1",
          "--port",
          Integer.toString(cluster.port),
          "--webui-port",
          "0");
      servers.await("the master listened", () -> servers.said("master", "New state: ALIVE") == 1);
      for (int worker = 0; worker < workers; worker++) {
        cluster.startWorker();
      }
      servers.await(
          "all workers were there", () -> servers.said("master", "Registering worker") == workers);
      return cluster;
    } catch (Exception | AssertionError e) {
      servers.close();
      throw e;
    }
  }

  /** Starts one more worker. */
  void startWorker() throws IOException {
    workersStarted++;
    String name = "worker-" + workersStarted;
    workers.add(
        servers.start(
            name,
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            "127.0.0.1",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--webui-port",
            "0",
            "--work-dir",
            home.resolve(name).toString(),
            master()));
  }

  /** Kills the worker that was started first of those alive, and its executor. */
  void killWorker() throws InterruptedException {
    servers.kill(workers.remove(0));
  }

  /** Where jobs are submitted. */
  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /** How Spark's own client is called, {@code spark-submit} in its distribution. */
  List<String> client() {
    return servers.command("org.apache.spark.deploy.SparkSubmit");
  }

  /** What the client has in its environment. */
  Map<String, String> environment() {
    return environment;
  }

  /** The master and the workers that were started; executors are their children. */
  List<ProcessHandle> processes() {
    return servers.processes();
  }

  /** How many applications were begun. */
  long applications() throws IOException {
    return servers.said("master", "Registered app ");
  }

  @Override
  public void close() {
    servers.close();
  }
}
