package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flink in this process and as a cluster of processes of their own gives what the Direct Runner
 * gives, byte for byte; also when a worker is killed in the midst of the work. The profile {@code
 * flink} runs it; logs stay in {@code target/flink}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class FlinkRunnerIT {
  private static final Path LOGS = Path.of("target", "flink").toAbsolutePath();
  private static final int WORKERS = 2;

  @TempDir static Path folder;

  private Distribution program;
  private Comparison comparison;
  private FlinkCluster cluster;

  @BeforeAll
  void runDirectAndStartTheCluster() throws Exception {
    program = Distribution.built("cablebeam-flink", LOGS.resolve("program"));
    comparison = Comparison.prepare(folder, program);
    cluster = FlinkCluster.start(LOGS.resolve("cluster"), folder.resolve("home"), WORKERS);
  }

  @AfterAll
  void stopTheCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void embeddedItDoesTheSame() throws Exception {
    comparison.assertSame("embedded", "--runner=FlinkRunner", "--numShards=3");
  }

  @Test
  void aClusterDoesTheSame() throws Exception {
    int before = cluster.finishedJobs();

    comparison.assertSame("cluster", onCluster());

    assertThat(cluster.finishedJobs()).isEqualTo(before + 1);
  }

  @Test
  void aKilledWorkerIsReplacedAndNothingIsLostOrDoubled() throws Exception {
    StagedAttempts attempts = new StagedAttempts(comparison.output("killed"));
    try (Distribution.Going run =
        program.start("killed", comparison.arguments("killed", onCluster()))) {
      // No more than one a worker is in the making; the others are complete.
      attempts.await(WORKERS + 2, run.process());
      cluster.killWorker();
      cluster.startWorker();
      attempts.watch(run.process());

      comparison.assertSame("killed", run.await());
    }
    assertThat(attempts.repeatedParts()).isNotEmpty();
  }

  @Test
  void flinksOwnClientTakesTheJarWhichHoldsNothingOfFlink() throws Exception {
    try (ZipFile jar = new ZipFile(program.jobJar().toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.startsWith("org/apache/flink/"))
          .noneMatch(name -> name.startsWith("org/slf4j/"));
    }
    List<String> command = new ArrayList<>(cluster.client());
    command.addAll(List.of("run", "-m", cluster.master(), "-p", Integer.toString(WORKERS)));
    command.add(program.jobJar().toString());
    command.addAll(List.of(comparison.arguments("flink-run", "--runner=FlinkRunner")));
    Map<String, String> environment = Map.of("FLINK_CONF_DIR", cluster.configuration().toString());

    try (Distribution.Going run = program.start("flink-run", command, environment)) {
      comparison.assertSameResults("flink-run", run.await());
    }
  }

  @Test
  void saysInOneLineThatThereIsNoCluster() throws Exception {
    String nowhere = "127.0.0.1:" + Servers.freePort();
    // Flink's client would try for a minute.
    Path once = Files.createDirectories(LOGS.resolve("once"));
    Files.writeString(once.resolve("config.yaml"), "rest.retry.max-attempts: 1\n");

    Distribution.Ending ending =
        program.run(
            "nowhere",
            comparison.arguments(
                "nowhere",
                "--runner=FlinkRunner",
                "--flinkMaster=" + nowhere,
                "--flinkConfDir=" + once));

    assertThat(ending.code()).isEqualTo(ExitCode.FAILED.number());
    assertThat(ending.err().lines()).hasSize(1);
    assertThat(ending.err()).startsWith("cablebeam: Run failed: ").contains(nowhere);
    assertThat(comparison.output("nowhere")).doesNotExist();
  }

  private String[] onCluster() {
    return new String[] {
      "--runner=FlinkRunner",
      "--flinkMaster=" + cluster.master(),
      "--parallelism=" + WORKERS,
      "--numShards=2"
    };
  }
}
