package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerArgumentsTest {
  private static final String JAR = "/opt/cablebeam/cluster/cablebeam.jar";

  @ParameterizedTest
  @ValueSource(strings = {"--quiet", "--runner=DirectRunner", "--runner=direct"})
  void theDirectRunnerIsToldNotToCheckAndNotToBlock(String argument) {
    assertThat(RunnerArguments.complete(List.of(argument), JAR))
        .containsExactlyInAnyOrder(
            argument,
            "--enforceImmutability=false",
            "--enforceEncodability=false",
            "--blockOnRun=false");
  }

  @Test
  void whatTheUserSaysStands() {
    assertThat(RunnerArguments.complete(List.of("--blockOnRun", "--enforceEncodability=true"), JAR))
        .containsExactlyInAnyOrder(
            "--blockOnRun", "--enforceEncodability=true", "--enforceImmutability=false");
    List<String> staged =
        List.of("--runner=FlinkRunner", "--flinkMaster=host:8081", "--filesToStage=mine.jar");
    assertThat(RunnerArguments.complete(staged, JAR)).isEqualTo(staged);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--flinkMaster=host:8081", "--sparkMaster=spark://host:7077"})
  void aClusterGetsTheProgramAsOneJar(String master) {
    List<String> arguments = List.of("--runner=ThatRunner", master);

    assertThat(RunnerArguments.complete(arguments, JAR))
        .containsExactly("--runner=ThatRunner", master, "--filesToStage=" + JAR);
    assertThat(RunnerArguments.complete(arguments, null)).isEqualTo(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--flinkMaster=[local]", "--sparkMaster=local[2]", "--quiet"})
  void nothingIsSentWhereThisProcessWorks(String argument) {
    List<String> arguments = List.of("--runner=ThatRunner", argument);

    assertThat(RunnerArguments.complete(arguments, JAR)).isEqualTo(arguments);
  }
}
