package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.CorpusWriter;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.Packing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a process of its own, killed without warning: the output folder is whole, or
 * absent, and the next run works. {@code -Dcablebeam.kills=500} kills more often.
 */
class KilledRunTest {
  private static final int KILLS = Integer.getInteger("cablebeam.kills", 5);

  @TempDir Path folder;

  /** For what libraries unpack, which a killed process leaves. */
  @TempDir Path temporary;

  private Path input;
  private Path output;

  @BeforeEach
  void generate() throws IOException {
    input = Files.createDirectory(folder.resolve("input"));
    output = folder.resolve("out");
    Composer composer = new Composer(3, 30, 0.2);
    try (CorpusWriter writer =
        new CorpusWriter(Form.TEXT, Packing.NONE, Packing.NONE.in(input), false)) {
      for (long place = 0; place < 30; place++) {
        writer.write(composer.cable(place));
      }
    }
  }

  @Test
  void leavesNoneOrAWholeResultWheneverItIsKilled() throws Exception {
    long began = System.nanoTime();
    assertThat(start().waitFor()).isZero();
    long needed = System.nanoTime() - began;
    new LocalVolume().deleteFolder(output + "/");
    Random random = new Random(11);
    for (int kill = 0; kill < KILLS; kill++) {
      Process run = start();
      run.waitFor((long) (random.nextDouble() * 1.1 * needed), TimeUnit.NANOSECONDS);
      kill(run);
      if (Files.exists(output)) {
        assertWhole();
      }
    }
    assertThat(start().waitFor()).isZero();
    assertWhole();
    assertNothingBeside();

    // The states of the folders while a run publishes, in order.
    killAt(".out.staging-", "run.json");
    killAt(".out.staging-", "_SUCCESS");
    killAt(".out.previous-", "run.json");
    assertThat(start().waitFor()).isZero();
    killWhileItCleansUp();
    assertThat(start().waitFor()).isZero();
    assertWhole();
    assertNothingBeside();
  }

  @Test
  void saysWhatStandsWhereWhenItIsToldToStop() throws Exception {
    Process run = start();
    while (run.isAlive() && siblings().stream().noneMatch(name -> name.contains("staging"))) {
      LockSupport.parkNanos(200_000);
    }
    while (run.isAlive() && temporaryFiles().isEmpty()) {
      LockSupport.parkNanos(200_000);
    }

    run.destroy();

    assertThat(run.waitFor()).isEqualTo(143);
    assertThat(folder.resolve("messages"))
        .content()
        .matches(
            "cablebeam: Stopped\\. Nothing was published; what was begun lies in "
                + Pattern.quote(folder + "/.out.staging-")
                + "[^ ]+ until the next run\\.\n");
    assertThat(output).doesNotExist();
  }

  @Test
  void leavesNoTemporaryFiles() throws Exception {
    assertThat(start().waitFor()).isZero();

    assertThat(output).exists();
    assertThat(temporaryFiles()).isEmpty();
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  private void killAt(String sibling, String file) throws Exception {
    // What a killed run left is no sign of this one.
    List<String> before = siblings();
    Process run = start();
    while (run.isAlive() && !appeared(before, sibling, file)) {
      LockSupport.parkNanos(200_000);
    }
    kill(run);
    // Between two renames OUT is absent for a moment; then the old result lies beside it.
    if (Files.exists(output)) {
      assertWhole();
    } else {
      assertThat(siblings()).anyMatch(name -> name.startsWith(".out.previous-"));
    }
  }

  /** The old result has so many files that it takes a while to delete them. */
  private void killWhileItCleansUp() throws Exception {
    for (int file = 0; file < 3_000; file++) {
      Files.createFile(output.resolve("statistics").resolve("other-" + file));
    }
    Process run = start();
    while (run.isAlive() && !deleting()) {
      LockSupport.parkNanos(200_000);
    }
    kill(run);
    assertWhole();
    assertThat(output.resolve("statistics").resolve("other-0")).doesNotExist();
  }

  private boolean deleting() throws IOException {
    for (String name : siblings()) {
      if (name.startsWith(".out.previous-")) {
        return !Files.exists(folder.resolve(name).resolve("_SUCCESS"));
      }
    }
    return false;
  }

  private boolean appeared(List<String> before, String sibling, String file) throws IOException {
    for (String name : siblings()) {
      if (name.startsWith(sibling)
          && !before.contains(name)
          && Files.exists(folder.resolve(name).resolve(file))) {
        return true;
      }
    }
    return false;
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(
        List.of(
            "--input=" + input,
            "--output=" + output,
            "--overwrite",
            "--numShards=2",
            "--maxRejectRatio=1",
            "--quiet"));
    File messages = folder.resolve("messages").toFile();
    ProcessBuilder run =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(messages));
    // Java says a line of its own where it is set, and what a run says is compared.
    run.environment().remove("JAVA_TOOL_OPTIONS");
    return run.start();
  }

  private static void kill(Process run) throws InterruptedException {
    run.destroyForcibly();
    assertThat(run.waitFor(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)).isTrue();
  }

  private void assertWhole() throws Exception {
    assertThat(output.resolve("_SUCCESS")).exists();
    assertThat(output.resolve("parts")).doesNotExist();
    Output found = new Output(output);
    JsonNode run = found.run();
    assertThat(run.path("status").asText()).isEqualTo("done");
    assertThat(run.path("files").size()).isEqualTo(33);
    for (JsonNode file : run.path("files")) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(found.bytes(file.path("path").asText()));
      assertThat(HexFormat.of().formatHex(digest)).isEqualTo(file.path("sha256").asText());
    }
    assertThat(found.count("cables")).isGreaterThan(20);
    assertThat(found.records("cables")).hasSize((int) found.count("cables"));
    assertThat(found.count("messages"))
        .isEqualTo(
            found.count("cables")
                + found.count("duplicates")
                + found.count("sections")
                + found.count("rejects"));
  }

  private void assertNothingBeside() throws IOException {
    assertThat(siblings()).containsExactlyInAnyOrder("input", "messages", "out");
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
