package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.cablebeam.synthesis.GenerateCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the same job costs on the runner that a profile brings, in one process and on a cluster of
 * processes with two workers, beside the Direct Runner: {@code mvn -B -Pflink verify
 * -Dit.test=RunnerFigures}, with the properties {@code cables} (50,000) and {@code rounds} (3). It
 * prints medians; what it checks is that all count the same, byte for byte.
 */
class RunnerFigures {
  private static final Path FOLDER = Path.of("target", "figures").toAbsolutePath();
  private static final int WORKERS = 2;

  @TempDir static Path home;

  private record Sample(double wall, double cpu) {}

  @Test
  void besideTheDirectRunner() throws Exception {
    int cables = Integer.getInteger("cables", 50_000);
    int rounds = Integer.getInteger("rounds", 3);
    Path corpus = FOLDER.resolve("corpus-" + cables);
    if (!Files.exists(corpus)) {
      assertThat(GenerateCorpus.run("--cables=" + cables, "--output=" + corpus)).isZero();
    }
    if (onClassPath("org.apache.beam.runners.flink.FlinkRunner")) {
      Distribution program = Distribution.built("cablebeam-flink", FOLDER);
      try (FlinkCluster cluster =
          FlinkCluster.start(FOLDER.resolve("cluster"), home.resolve("flink"), WORKERS)) {
        Map<String, List<String>> runners = new LinkedHashMap<>();
        runners.put("direct", List.of());
        runners.put("flink-embedded", List.of("--runner=FlinkRunner", "--parallelism=" + WORKERS));
        runners.put(
            "flink-cluster",
            List.of(
                "--runner=FlinkRunner",
                "--flinkMaster=" + cluster.master(),
                "--parallelism=" + WORKERS));
        compare(program, cluster.processes(), runners, corpus, cables, rounds);
      }
    } else {
      Distribution program = Distribution.built("cablebeam-spark", FOLDER);
      try (SparkCluster cluster =
          SparkCluster.start(
              FOLDER.resolve("cluster"), home.resolve("spark"), WORKERS, program.runnerOptions())) {
        Map<String, List<String>> runners = new LinkedHashMap<>();
        runners.put("direct", List.of());
        runners.put(
            "spark-local", List.of("--runner=SparkRunner", "--sparkMaster=local[" + WORKERS + "]"));
        runners.put(
            "spark-cluster", List.of("--runner=SparkRunner", "--sparkMaster=" + cluster.master()));
        compare(program, cluster.processes(), runners, corpus, cables, rounds);
      }
    }
  }

  private static boolean onClassPath(String name) {
    try {
      Class.forName(name, false, RunnerFigures.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** In turns, so that what else the machine does meets all of them. */
  private static void compare(
      Distribution program,
      List<ProcessHandle> servers,
      Map<String, List<String>> runners,
      Path corpus,
      int cables,
      int rounds)
      throws Exception {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    runners.keySet().forEach(name -> samples.put(name, new ArrayList<>()));
    Map<String, String> expected = null;
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> runner : runners.entrySet()) {
        String name = runner.getKey();
        Path output = FOLDER.resolve(name);
        List<String> arguments = new ArrayList<>(runner.getValue());
        arguments.addAll(List.of("--input=" + corpus, "--output=" + output));
        arguments.addAll(List.of("--overwrite", "--numShards=2"));
        samples.get(name).add(measure(program, servers, name, arguments));
        // All records at once would be too much for this process.
        Map<String, String> digests = new Output(output).tables();
        expected = expected == null ? digests : expected;
        assertThat(digests).as(name).isEqualTo(expected);
      }
    }
    double cpu = median(samples.get("direct"), Sample::cpu);
    double wall = median(samples.get("direct"), Sample::wall);
    samples.forEach(
        (name, all) ->
            System.out.printf(
                Locale.ROOT,
                "%-14s cpu %6.1f s (%.2f)  wall %6.1f s (%.2f)  medians of %d, %,d cables%n",
                name,
                median(all, Sample::cpu),
                median(all, Sample::cpu) / cpu,
                median(all, Sample::wall),
                median(all, Sample::wall) / wall,
                all.size(),
                cables));
  }

  private static Sample measure(
      Distribution program, List<ProcessHandle> servers, String name, List<String> arguments)
      throws Exception {
    long from = System.nanoTime();
    try (Distribution.Going run = program.start(name, arguments.toArray(new String[0]))) {
      CpuTime cpu = new CpuTime(servers);
      cpu.watch(run.process());
      double wall = (System.nanoTime() - from) / 1e9;
      Distribution.Ending ending = run.await();
      assertThat(ending.code()).as(ending.err()).isZero();
      return new Sample(wall, cpu.seconds());
    }
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
