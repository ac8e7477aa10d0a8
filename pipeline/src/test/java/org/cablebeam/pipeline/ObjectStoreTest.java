package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.cablebeam.pipeline.ObjectStore.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a store without folders and renaming, also where that fails or the run dies. */
class ObjectStoreTest {
  private static final String IN = "shelf://traffic/in/";
  private static final String OUT = "shelf://results/2008/out";

  @TempDir Path folder;

  private record Ended(int code, String err) {}

  @BeforeEach
  void fillStore() throws IOException {
    ObjectStore.clear();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    Path samples = Path.of("../samples/text");
    try (Stream<Path> files = Files.walk(samples)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().limit(3).toList()) {
        ObjectStore.put(IN + samples.relativize(file), Files.readString(file));
      }
    }
    ObjectStore.put(IN + "below/it/.hidden", "no cable");
  }

  private static Ended run(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(code, err.toString(StandardCharsets.UTF_8));
  }

  private static Ended run(boolean overwrite) {
    List<String> arguments =
        new ArrayList<>(List.of("--input=" + IN, "--output=" + OUT, "--quiet"));
    arguments.add("--maxRejectRatio=1");
    if (overwrite) {
      arguments.add("--overwrite");
    }
    return run(arguments.toArray(new String[0]));
  }

  @Test
  void readsFromAStoreAndPublishesToIt() throws Exception {
    assertThat(run(false)).isEqualTo(new Ended(0, ""));

    JsonNode run = assertWhole();
    assertThat(run.path("inputs").path("files").asInt()).isEqualTo(3);
    assertThat(run.path("counts").path("cables").asInt()).isPositive();
    assertThat(ObjectStore.names("shelf://results/")).allMatch(name -> name.startsWith(OUT + "/"));
  }

  @Test
  void givesTheSameBytesAsTheLocalDisk() throws Exception {
    Path input = Files.createDirectory(folder.resolve("in"));
    for (String name : ObjectStore.names(IN)) {
      Path file = input.resolve(name.substring(IN.length()));
      Files.createDirectories(file.getParent());
      Files.write(file, ObjectStore.get(name));
    }
    Path local = folder.resolve("out");
    assertThat(run("--input=" + input, "--output=" + local, "--quiet", "--maxRejectRatio=1").code())
        .isZero();
    assertThat(run(false).code()).isZero();

    try (Stream<Path> files = Files.list(local.resolve("statistics"))) {
      for (Path file : files.toList()) {
        assertThat(ObjectStore.get(OUT + "/statistics/" + file.getFileName()))
            .as(file.toString())
            .isEqualTo(Files.readAllBytes(file));
      }
    }
  }

  @Test
  void refusesResultsAndForeignFilesAndReplacesResults() throws Exception {
    assertThat(run(false).code()).isZero();
    ObjectStore.put(OUT + "/cables/cables-00007-of-00009.avro", "of a run before");

    assertThat(run(false).code()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(run(true)).isEqualTo(new Ended(0, ""));
    assertWhole();
    assertThat(ObjectStore.names(OUT + "/cables/")).hasSize(1);

    ObjectStore.put("shelf://results/thesis/chapter-1", "years of work");
    Ended foreign = run("--input=" + IN, "--output=shelf://results/thesis", "--overwrite");
    assertThat(foreign.code()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(foreign.err()).hasLineCount(1).contains("holds files that are no results");
  }

  @Test
  void knowsWhichFileSystemsThereAre() {
    Ended ended = run("--input=" + IN, "--output=attic://box/out");
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ended.err()).hasLineCount(1).contains("attic://").contains("docs/storage.md");
    assertThat(run("--input=attic://box/in", "--output=" + OUT).err())
        .hasLineCount(1)
        .startsWith("cablebeam: No file system is known for attic://");
    assertThat(run("--input=" + IN, "--output=shelf://results").err())
        .hasLineCount(1)
        .contains("--output=shelf://results is no folder to write");
  }

  @Test
  void saysWhatStandsWhereAndFinishesWhatWasBegun() throws Exception {
    assertThat(run(false).code()).isZero();
    String old = assertWhole().path("run").asText();
    ObjectStore.heal();
    assertThat(run(true).code()).isZero();
    // Some changes before the end: in the midst of copying.
    long copying = ObjectStore.changes() - ObjectStore.names(OUT).size() - 20;

    ObjectStore.failAt(copying, Fault.DONE_BUT_TOLD_AS_FAILED);
    Ended ended = run(true);
    ObjectStore.heal();

    assertThat(ended.code()).isEqualTo(ExitCode.FAILED.number());
    assertThat(ended.err())
        .hasLineCount(1)
        .contains(ObjectStore.REASON)
        .contains("the next run with this --output puts them in their place first");
    assertThat(ObjectStore.names(OUT + "/_SUCCESS")).isEmpty();

    Ended next = run(false);
    assertThat(next.code()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(next.err()).contains("its results were put in their place");
    assertThat(assertWhole().path("run").asText()).isNotEqualTo(old);
  }

  private static JsonNode assertWhole() throws Exception {
    assertThat(ObjectStore.names(OUT + "/_SUCCESS")).isNotEmpty();
    JsonNode run = new ObjectMapper().readTree(ObjectStore.get(OUT + "/run.json"));
    assertThat(run.path("status").asText()).isEqualTo("done");
    List<String> expected = new ArrayList<>(List.of(OUT + "/run.json", OUT + "/_SUCCESS"));
    for (JsonNode file : run.path("files")) {
      String path = OUT + "/" + file.path("path").asText();
      expected.add(path);
      assertThat(sha256(ObjectStore.get(path))).isEqualTo(file.path("sha256").asText());
    }
    assertThat(ObjectStore.names(OUT + "/")).containsExactlyInAnyOrderElementsOf(expected);
    return run;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
