package org.cablebeam.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A standalone Flink cluster on this machine: a JobManager and TaskManagers of one slot, each a
 * process of its own, with the jars of Flink and nothing of the program.
 */
final class FlinkCluster implements Closeable {
  /** What the distribution of Flink has in its folder lib. */
  private static final Pattern FLINK =
      Pattern.compile(
          "/(?:flink-|kryo-|minlog|objenesis|chill-java|commons-(?:cli|collections|text|math3|lang3"
              + "|compress|io|codec)-|snakeyaml-engine|javassist|lz4-java|snappy-java|async-profiler"
              + "|jsr305|slf4j-)[^/]*\\.jar$");

  /** Those that Flink's own scripts set, as far as this job needs them, and what we recommend. */
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xmx1g",
          "-XX:+UseSerialGC",
          "-XX:FreqInlineSize=100",
          "-XX:InlineSmallCode=1200",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED");

  private final Servers servers;
  private final Path configuration;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> workers = new ArrayList<>();
  private int workersStarted;

  private FlinkCluster(Servers servers, Path configuration, int port) {
    this.servers = servers;
    this.configuration = configuration;
    this.port = port;
  }

  /**
   * Starts a cluster and waits until it is ready.
   *
   * @param logs where the servers log
   * @param home for their configuration and temporary files
   */
  static FlinkCluster start(Path logs, Path home, int workers) throws Exception {
    List<String> options = new ArrayList<>(JAVA_OPTIONS);
    // Servers that are killed leave what they unpacked.
    options.add("-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")));
    Servers servers =
        new Servers(logs, Servers.library(path -> FLINK.matcher(path).find()), options, Map.of());
    try {
      int port = Servers.freePort();
      Path configuration = Files.createDirectories(home.resolve("conf"));
      Files.writeString(configuration.resolve("config.yaml"), configuration(home, port));
      FlinkCluster cluster = new FlinkCluster(servers, configuration, port);
      servers.start(
          "jobmanager",
          "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
          "--configDir",
          configuration.toString());
      for (int worker = 0; worker < workers; worker++) {
        cluster.startWorker();
      }
      servers.await("all workers were there", () -> cluster.slots() == workers);
      return cluster;
    } catch (Exception | AssertionError e) {
      servers.close();
      throw e;
    }
  }

  private static String configuration(Path home, int port) throws IOException {
    // A worker that is gone is noticed by the connection that it no longer answers; one that is
    // only slow, since the machine is busy, is waited for.
    return """
    jobmanager.rpc.address: 127.0.0.1
    jobmanager.rpc.port: %d
    jobmanager.bind-host: 127.0.0.1
    jobmanager.memory.process.size: 1600m
    rest.address: 127.0.0.1
    rest.bind-address: 127.0.0.1
    rest.port: %d
    taskmanager.bind-host: 127.0.0.1
    taskmanager.host: 127.0.0.1
    taskmanager.numberOfTaskSlots: 1
    taskmanager.cpu.cores: 1
    taskmanager.memory.framework.heap.size: 128m
    taskmanager.memory.task.heap.size: 640m
    taskmanager.memory.framework.off-heap.size: 128m
    taskmanager.memory.task.off-heap.size: 0m
    taskmanager.memory.managed.size: 128m
    taskmanager.memory.network.min: 128m
    taskmanager.memory.network.max: 128m
    taskmanager.memory.jvm-metaspace.size: 256m
    taskmanager.memory.jvm-overhead.min: 128m
    taskmanager.memory.jvm-overhead.max: 128m
    heartbeat.interval: 1000
    heartbeat.timeout: 60000
    heartbeat.rpc-failure-threshold: 2
    restart-strategy.type: fixed-delay
    restart-strategy.fixed-delay.attempts: 10
    restart-strategy.fixed-delay.delay: 1 s
    io.tmp.dirs: %s
    """
        .formatted(Servers.freePort(), port, Files.createDirectories(home.resolve("tmp")));
  }

  /** Starts one more worker; it is there when the cluster says so. */
  void startWorker() throws IOException {
    workersStarted++;
    workers.add(
        servers.start(
            "taskmanager-" + workersStarted,
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            "--configDir",
            configuration.toString()));
  }

  /** Kills the worker that was started first of those alive. */
  void killWorker() throws InterruptedException {
    servers.kill(workers.remove(0));
  }

  /** Where jobs are submitted. */
  String master() {
    return "127.0.0.1:" + port;
  }

  /** How Flink's own client is called, {@code flink} in its distribution. */
  List<String> client() {
    return servers.command("org.apache.flink.client.cli.CliFrontend");
  }

  Path configuration() {
    return configuration;
  }

  /** The JobManager and the TaskManagers that were started. */
  List<ProcessHandle> processes() {
    return servers.processes();
  }

  private int slots() throws InterruptedException {
    return get("/overview").path("slots-total").asInt();
  }

  /** How many jobs the cluster has brought to their end. */
  int finishedJobs() throws InterruptedException {
    return get("/overview").path("jobs-finished").asInt();
  }

  /** What the cluster says; nothing while it does not answer. */
  private JsonNode get(String path) throws InterruptedException {
    ObjectMapper json = new ObjectMapper();
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + master() + path)).build();
      return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return json.createObjectNode();
    }
  }

  @Override
  public void close() {
    servers.close();
  }
}
