package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark in this process and as a cluster of processes of their own gives what the Direct Runner
 * gives, byte for byte; also when a worker is killed in the midst of the work. The profile {@code
 * spark} runs it; logs stay in {@code target/spark}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class SparkRunnerIT {
  private static final Path LOGS = Path.of("target", "spark").toAbsolutePath();
  private static final int WORKERS = 2;

  @TempDir static Path folder;

  private Distribution program;
  private Comparison comparison;
  private SparkCluster cluster;

  @BeforeAll
  void runDirectAndStartTheCluster() throws Exception {
    program = Distribution.built("cablebeam-spark", LOGS.resolve("program"));
    comparison = Comparison.prepare(folder, program);
    cluster =
        SparkCluster.start(
            LOGS.resolve("cluster"), folder.resolve("home"), WORKERS, program.runnerOptions());
  }

  @AfterAll
  void stopTheCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void inThisProcessItDoesTheSame() throws Exception {
    comparison.assertSame(
        "local", "--runner=SparkRunner", "--sparkMaster=local[2]", "--numShards=3");
  }

  @Test
  void aClusterDoesTheSame() throws Exception {
    long before = cluster.applications();

    comparison.assertSame("cluster", onCluster());

    assertThat(cluster.applications()).isEqualTo(before + 1);
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
  void sparksOwnClientTakesTheJarWhichHoldsNothingOfSpark() throws Exception {
    try (ZipFile jar = new ZipFile(program.jobJar().toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.startsWith("org/apache/spark/"))
          .noneMatch(name -> name.startsWith("scala/"))
          .noneMatch(name -> name.startsWith("org/slf4j/"));
    }
    List<String> command = new ArrayList<>(cluster.client());
    command.addAll(List.of("--master", cluster.master(), "--class", Main.class.getName()));
    command.add(program.jobJar().toString());
    command.addAll(List.of(comparison.arguments("spark-submit", "--runner=SparkRunner")));

    try (Distribution.Going run = program.start("spark-submit", command, cluster.environment())) {
      comparison.assertSameResults("spark-submit", run.await());
    }
  }

  private String[] onCluster() {
    return new String[] {
      "--runner=SparkRunner", "--sparkMaster=" + cluster.master(), "--numShards=2"
    };
  }
}
