package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.CorpusWriter;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.Packing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same input gives the same results, byte for byte, whatever the machine: statistics, ledger
 * and sorted records have the same digests for any order of the inputs, any number of shards,
 * another locale and time zone, and another Java, which the environment names: {@code
 * CABLEBEAM_OTHER_JAVA=/usr/lib/jvm/temurin-25}. Each run is a process of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameBytesTest {
  @TempDir static Path folder;
  private final List<Path> inputs = new ArrayList<>();
  private Map<String, String> expected;

  @BeforeAll
  void runOnce() throws Exception {
    Composer composer = new Composer(31, 80, 0.2);
    int place = 0;
    for (Form form : Form.values()) {
      Path to = Files.createDirectory(folder.resolve(form.name()));
      inputs.add(to);
      try (CorpusWriter writer = new CorpusWriter(form, Packing.NONE, Packing.NONE.in(to), false)) {
        // Each form repeats half of the one before.
        for (int i = 0; i < 10; i++) {
          writer.write(composer.cable((place + i) % 80));
        }
      }
      place += 5;
    }
    Path bad = Files.createDirectory(folder.resolve("bad"));
    Files.writeString(bad.resolve("bad.csv"), "\"1\",\"\u0130\u0131\"\n\"2\",\"y\"\n");
    inputs.add(bad);
    expected = run("one", javaHome(), List.of(), inputs, 1).digests();
    assertThat(expected).hasSizeGreaterThan(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void whateverTheNumberOfShardsAndTheOrderOfInputs(int shards) throws Exception {
    List<Path> shuffled = new ArrayList<>(inputs);
    Collections.shuffle(shuffled, new Random(shards));
    assertThat(run("shards-" + shards, javaHome(), List.of(), shuffled, shards).digests())
        .isEqualTo(expected);
  }

  @Test
  void whateverTheLocaleAndTheTimeZone() throws Exception {
    List<String> elsewhere =
        List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-9",
            "-Dline.separator=\r\n");
    assertThat(run("elsewhere", javaHome(), elsewhere, inputs, 1).digests()).isEqualTo(expected);
  }

  @Test
  void whateverTheJava() throws Exception {
    String other = System.getenv("CABLEBEAM_OTHER_JAVA");
    assumeThat(other)
        .as("CABLEBEAM_OTHER_JAVA names no other Java: not compared with one")
        .isNotNull();
    assertThat(run("other", Path.of(other), List.of(), inputs, 1).digests()).isEqualTo(expected);
  }

  private static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }

  private static Output run(
      String name, Path java, List<String> properties, List<Path> inputs, int shards)
      throws Exception {
    Path output = folder.resolve("out-" + name);
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin").resolve("java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(properties);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    inputs.forEach(input -> command.add("--input=" + input));
    command.addAll(
        List.of("--output=" + output, "--numShards=" + shards, "--maxRejectRatio=1", "--quiet"));
    Path words = folder.resolve(name + ".words");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(words)).isZero();
    return new Output(output);
  }
}
