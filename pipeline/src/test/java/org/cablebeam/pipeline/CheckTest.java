package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final String SAMPLES = Path.of("..", "samples").toString();

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  @Test
  void saysWhatARunWouldMakeOfTheInput() throws IOException {
    Path output = folder.resolve("out");

    Ended check = run("check", SAMPLES);
    Ended run = run("--input=" + SAMPLES, "--output=" + output, "--quiet");

    assertThat(check.code()).as(check.err()).isZero();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    JsonNode counts = new Output(output).run().path("counts");
    assertThat(check.out())
        .containsPattern("\n  cables +" + counts.path("cables").asLong() + " ")
        .containsPattern("\n  duplicates set aside +" + counts.path("duplicates").asLong() + " ")
        .containsPattern("\n  sections joined +" + counts.path("sections").asLong() + " ")
        .containsPattern("\n  rejects +" + counts.path("rejects").asLong() + " ")
        .containsPattern("\n  messages +" + counts.path("messages").asLong() + " ")
        .containsPattern("\n  NOT_A_CABLE +[1-9]")
        .contains("    first in " + SAMPLES + "/");
  }

  @Test
  void writesNothing() throws IOException {
    assertThat(run("check", SAMPLES, "--output=" + folder.resolve("out")).code()).isZero();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void joinsSectionsAndSetsCopiesAsideAcrossFiles() throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    for (int section : List.of(1, 2)) {
      Files.writeString(input.resolve(section + ".txt"), cable("SECTION 0" + section + " OF 02 "));
    }
    Files.writeString(input.resolve("3.txt"), cable("").replace("000077", "000078"));
    Files.writeString(input.resolve("4.txt"), cable("").replace("000077", "000078"));

    assertThat(run("check", "--input=" + input, "--quiet").out())
        .containsPattern("  text +4 +4\n")
        .containsPattern("  cables +2 ")
        .containsPattern("  duplicates set aside +1 ")
        .containsPattern("  sections joined +1 ")
        .containsPattern("  messages +4 ");
    assertThat(run("check", "--since", "2010", input.toString()).out())
        .containsPattern("  cables +0 ")
        .containsPattern("  left out by date +3 ");
  }

  @Test
  void endsAsTheRunWould() throws IOException {
    Path blank = Files.writeString(folder.resolve("blank.txt"), "");
    Path done = Files.createDirectories(folder.resolve("done"));
    Files.writeString(done.resolve("_SUCCESS"), "");

    assertThat(run("check", blank.toString()))
        .satisfies(
            ended -> {
              assertThat(ended.code()).isEqualTo(1);
              assertThat(ended.err())
                  .isEqualTo("cablebeam: No message was found in the input: the run would fail.\n");
            });
    assertThat(run("check", blank.toString(), "--allowEmpty").code()).isZero();
    assertThat(run("check", "nowhere").code()).isEqualTo(2);
    assertThat(run("check").code()).isEqualTo(2);
    assertThat(run("check", SAMPLES, "--maxRejectRatio=0").code()).isEqualTo(3);
    assertThat(run("check", SAMPLES, "--output=" + done).code()).isEqualTo(4);
    assertThat(run("check", SAMPLES, "--maxRejectRatio", "1", "--output", done + "x").code())
        .isZero();
  }

  private static String cable(String section) {
    return """
    R 030641Z FEB 09
    FM AMEMBASSY OSLO
    TO SECSTATE WASHDC

    UNCLAS %sOSLO 000077

    TAGS: PREL
    SUBJECT: KITES

    1. They fly over the harbor all day and nobody minds.
    """
        .formatted(section);
  }

  private static Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
