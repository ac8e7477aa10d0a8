package org.cablebeam.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.cablebeam.synthesis.GenerateCorpus;

/**
 * Runs the program and the {@link Yardstick} in turns over one generated corpus, each time in a
 * process of its own, and prints medians: {@code Benchmark FOLDER}, in the folder of this module,
 * with the properties {@code cables} and {@code pairs}.
 */
final class Benchmark {
  /** As users run it, with the heap that the figures are promised for. */
  private static final List<String> JAVA_OPTIONS =
      List.of("@src/main/dist/bin/java.options", "-Xmx2g");

  private Benchmark() {}

  private record Sample(double wall, Usage usage) {}

  public static void main(String[] arguments) throws Exception {
    int cables = Integer.getInteger("cables", 50_000);
    int pairs = Integer.getInteger("pairs", 5);
    Path folder = Path.of(arguments[0]);
    Path corpus = folder.resolve("corpus-" + cables);
    if (!Files.exists(corpus)) {
      int code = GenerateCorpus.run("--cables=" + cables, "--output=" + corpus);
      if (code != 0) {
        throw new IllegalStateException("The corpus could not be generated.");
      }
    }
    List<Sample> program = new ArrayList<>();
    List<Sample> loop = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      // In turns, and the first changes: what warms the disk for one does so for the other.
      for (int turn = 0; turn < 2; turn++) {
        if ((pair + turn) % 2 == 0) {
          program.add(measure("pipeline", Measured.class, corpus, folder));
        } else {
          loop.add(measure("yardstick", Yardstick.class, corpus, folder));
        }
      }
    }
    ToDoubleFunction<Sample> cpu = sample -> sample.usage().cpuSeconds();
    ToDoubleFunction<Sample> memory = sample -> sample.usage().peakBytes();
    double wall = median(program, Sample::wall);
    System.out.printf(
        Locale.ROOT,
        "pipeline: cpu %.1f s, wall %.1f s, memory %.0f MB; yardstick: cpu %.1f s, wall %.1f s,"
            + " memory %.0f MB (medians of %d, %,d cables)%n",
        median(program, cpu),
        wall,
        median(program, memory) / 1e6,
        median(loop, cpu),
        median(loop, Sample::wall),
        median(loop, memory) / 1e6,
        pairs,
        cables);
    System.out.printf(
        Locale.ROOT,
        "pipeline/yardstick: cpu %.2f wall %.2f memory %.1f cables/s %.0f%n",
        median(program, cpu) / median(loop, cpu),
        wall / median(loop, Sample::wall),
        median(program, memory) / median(loop, memory),
        cables / wall);
  }

  private static Sample measure(String name, Class<?> main, Path corpus, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.add("--input=" + corpus);
    command.add("--output=" + folder.resolve(name));
    command.addAll(List.of("--overwrite", "--quiet"));
    long from = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    double wall = (System.nanoTime() - from) / 1e9;
    if (code != 0) {
      throw new IllegalStateException(name + " ended with " + code + ":\n" + output);
    }
    Usage usage = Usage.read(output);
    System.out.printf(
        Locale.ROOT,
        "%-9s cpu %6.1f s  wall %6.1f s  memory %5.0f MB%n",
        name,
        usage.cpuSeconds(),
        wall,
        usage.peakBytes() / 1e6);
    return new Sample(wall, usage);
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
