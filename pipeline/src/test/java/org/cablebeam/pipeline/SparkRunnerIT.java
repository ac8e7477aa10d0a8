package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark in the process of the program gives what the Direct Runner gives, byte for byte. The
 * profile {@code spark} runs it; logs stay in {@code target/spark}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class SparkRunnerIT {
  private static final Path LOGS = Path.of("target", "spark").toAbsolutePath();

  @TempDir static Path folder;

  private Distribution program;
  private Comparison comparison;

  @BeforeAll
  void runDirect() throws Exception {
    program = Distribution.built("cablebeam-spark", LOGS.resolve("program"));
    comparison = Comparison.prepare(folder, program);
  }

  @Test
  void inThisProcessItDoesTheSame() throws Exception {
    comparison.assertSame(
        "local", "--runner=SparkRunner", "--sparkMaster=local[2]", "--numShards=3");
  }

  @Test
  void theJarForAClusterHoldsNothingOfSpark() throws IOException {
    try (ZipFile jar = new ZipFile(program.jobJar().toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.startsWith("org/apache/spark/"))
          .noneMatch(name -> name.startsWith("scala/"))
          .noneMatch(name -> name.startsWith("org/slf4j/"));
    }
  }
}
