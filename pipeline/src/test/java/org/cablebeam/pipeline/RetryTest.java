package org.cablebeam.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.Transmission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run could not read is read again, and nothing else. */
class RetryTest {
  private static final String ROW = "\"7\",\"2/14/2008 13:37\",\"08OSLO9\",\"Embassy Oslo\"";
  private static final String MENDED =
      ROW + ",\"SECRET\",\"\",\"FM AMEMBASSY OSLO\",\"S E C R E T OSLO 000009\n\n1. Text.\"\n";

  @TempDir Path folder;
  private Path input;
  private Path first;
  private final Composer composer = new Composer(23, 40, 0);

  @BeforeEach
  void runOnce() throws IOException {
    input = Files.createDirectory(folder.resolve("input"));
    first = folder.resolve("first");
    Files.writeString(input.resolve("fine.txt"), cable(0));
    Files.writeString(input.resolve("table.csv"), "\"1\",\"x\"\n" + MENDED + ROW + "\n");
    byte[] inner = zip(new TreeMap<>(Map.of("deep.csv", ROW + ",\"\"\n", "deep.txt", cable(1))));
    Map<String, Object> entries = new LinkedHashMap<>();
    entries.put("one.txt", cable(2));
    entries.put("two.csv", ROW + ",\"\"\n");
    entries.put("inner.zip", inner);
    Files.write(input.resolve("some.zip"), zip(entries));
    byte[] whole = zip(new TreeMap<>(Map.of("a.txt", cable(3), "b.txt", cable(4))));
    Files.write(input.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 30));
    Files.createDirectory(input.resolve("odd!"));
    Files.writeString(input.resolve("odd!").resolve("none.csv"), ROW + ",\"\"\n");
    assertThat(run("--input=" + input, "--output=" + first, "--maxRejectRatio=1")).isZero();
  }

  @Test
  void readsWhatFailedAndNothingElse() {
    Path again = folder.resolve("again");

    assertThat(run("--retry=" + first, "--output=" + again, "--maxRejectRatio=1")).isZero();

    assertThat(uris(again))
        .containsExactly(
            "cut.zip!/a.txt",
            "cut.zip!/b.txt",
            "cut.zip",
            "odd!/none.csv",
            "some.zip!/two.csv",
            "some.zip!/inner.zip!/deep.csv",
            "some.zip!/inner.zip",
            "some.zip",
            "table.csv");
    assertThat(new Output(again).contents("rejects"))
        .as("the same fails for the same reasons")
        .isEqualTo(new Output(first).contents("rejects"));
  }

  @Test
  void givesCablesOnceTheInputIsMended() throws IOException {
    Files.writeString(input.resolve("table.csv"), MENDED);
    Files.write(
        input.resolve("cut.zip"), zip(new TreeMap<>(Map.of("a.txt", cable(3), "b.txt", cable(4)))));
    Path again = folder.resolve("again");

    assertThat(run("--retry=" + first, "--output=" + again, "--maxRejectRatio=1")).isZero();

    assertThat(new Output(again).records("cables"))
        .extracting(cable -> name(cable.get("source").toString()))
        .contains("table.csv", "cut.zip!/a.txt", "cut.zip!/b.txt")
        .doesNotContain("fine.txt", "some.zip!/one.txt");
    assertThat(new Output(again).records("rejects"))
        .extracting(reject -> name(reject.get("source").toString()))
        .containsExactlyInAnyOrder(
            "odd!/none.csv", "some.zip!/two.csv", "some.zip!/inner.zip!/deep.csv");
  }

  @Test
  void saysThatAFileIsGone() throws IOException {
    Files.delete(input.resolve("table.csv"));
    Path again = folder.resolve("again");

    assertThat(run("--retry=" + first, "--output=" + again, "--maxRejectRatio=1")).isZero();

    assertThat(new Output(again).records("rejects"))
        .anySatisfy(
            reject -> {
              assertThat(reject.get("source").toString()).contains("table.csv");
              assertThat(reject.get("code")).hasToString("UNREADABLE_FILE");
            });
  }

  @Test
  void failsWhereNothingFailedUnlessThatIsAllowed() throws IOException {
    Path fine = folder.resolve("of-fine");
    Path again = folder.resolve("again");
    assertThat(run("--input=" + input.resolve("fine.txt"), "--output=" + fine)).isZero();

    assertThat(run("--retry=" + fine, "--output=" + again)).isEqualTo(1);
    assertThat(words).contains("every input of the earlier run could be read").hasLineCount(1);
    assertThat(again).doesNotExist();
    assertThat(run("--retry=" + fine, "--output=" + again, "--allowEmpty")).isZero();
  }

  @Test
  void isUsedInOneWay() {
    String output = "--output=" + folder.resolve("again");
    assertThat(run("--retry=" + first, "--input=" + input, output)).isEqualTo(2);
    assertThat(run("--retry=" + input, output)).isEqualTo(2);
    assertThat(words).contains("is no folder of results").hasLineCount(1);
    assertThat(run("--retry=" + first, "--output=" + first, "--overwrite")).isEqualTo(2);
    assertThat(words).contains("choose another folder").hasLineCount(1);
    assertThat(new Output(first).run().path("status").asText()).isEqualTo("done");
  }

  private String words = "";

  private int run(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, UTF_8);
    String[] quiet = Arrays.copyOf(arguments, arguments.length + 1);
    quiet[arguments.length] = "--quiet";
    int code = Main.run(quiet, stream, stream);
    words = err.toString(UTF_8);
    return code;
  }

  private String cable(long place) {
    StringBuilder text = new StringBuilder();
    for (Transmission transmission : composer.cable(place).transmissions()) {
      text.append(transmission.text()).append("\n");
    }
    return text.toString();
  }

  private List<String> uris(Path output) {
    return new Output(output)
        .records("ledger").stream().map(row -> name(row.get("uri").toString())).toList();
  }

  /** Behind the folder of the input. */
  private String name(String text) {
    int from = text.indexOf(input + "/") + input.toString().length() + 1;
    int end = text.indexOf('"', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  private static byte[] zip(Map<String, ?> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, ?> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        Object content = entry.getValue();
        zip.write(content instanceof byte[] bytes ? bytes : content.toString().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
