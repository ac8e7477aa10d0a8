package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectTest {
  private static final String CABLE =
      """
      VZCZCXRO1234
      RR RUEHC
      DE RUEHMO #0042 0340641
      ZNR UUUUU ZZH
      R 030641Z FEB 09
      FM AMEMBASSY MOSCOW
      TO RUEHC/SECSTATE WASHDC 1111

      UNCLAS MOSCOW 000042

      E.O. 12958: N/A
      TAGS: PREL, RS
      SUBJECT: A KITE OVER THE EMBASSY

      1. Ambassador Jane Sample met Foreign Minister Igor Primerov in
      Prague on February 2. She asked for the kite.
      SAMPLE
      """;

  private static final String SECTION =
      """
      UNCLAS SECTION %02d OF 02 MOSCOW 000077

      E.O. 12958: N/A
      TAGS: PREL, RS
      SUBJECT: A LONG KITE

      %d. The string is long.
      """;

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  @Test
  void showsFieldsAndMarksTheBody() throws IOException {
    Ended ended = inspect(file("one.txt", CABLE));

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("1. 09MOSCOW42\n")
        .containsPattern("sent +2009-02-03T06:41:00Z")
        .containsPattern("subject +A KITE OVER THE EMBASSY")
        .containsPattern("tags +│ TAGS: PREL, RS")
        .containsPattern("¶1 +│ 1\\. ")
        .contains("{Prague:LOCATION}")
        .doesNotContain("\u001b");
  }

  @Test
  void marksEntitiesByColourOnATerminal() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Inspect.run(
        List.of(file("one.txt", CABLE).toString()),
        InputStream.nullInputStream(),
        new PrintStream(out, false, "UTF-8"),
        new CableText(true, 0));

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b[1;35mPrague\u001b[0m");
  }

  @Test
  void takingTheMarksAwayGivesTheBodyBack() throws IOException {
    Path file = file("one.txt", CABLE);
    String shown = inspect(file).out();
    String body = json(inspect(file, "--json").out()).get(0).path("body").asText();

    String unmarked =
        shown
            .substring(shown.indexOf("\nBody\n") + 6)
            .replaceAll("\n *┊ ", " ")
            .lines()
            .filter(line -> line.contains("│"))
            .map(line -> line.substring(line.indexOf('│') + 1))
            .map(line -> line.startsWith(" ") ? line.substring(1) : line)
            .map(line -> line.replaceAll("\\{([^{}:]+):[A-Z_]+\\}", "$1"))
            .reduce("", (all, line) -> all + line + "\n");

    assertThat(unmarked.stripTrailing()).isEqualTo(body.stripTrailing());
  }

  /** Whatever the cable holds; escape sequences have no width. */
  @ParameterizedTest
  @CsvSource({"false, 0, 80", "true, 80, 80", "true, 61, 61", "false, 200, 200", "true, 3, 40"})
  void noLineIsWiderThanTheTerminal(boolean color, int columns, int widest) throws Exception {
    String many = "RUEHXX/AMEMBASSY PARIS\n".repeat(30);
    String wide = "X".repeat(150) + " " + "\uD83D\uDE80".repeat(150) + " Prague ".repeat(30);
    Path file =
        file(
            "wide-" + "name-".repeat(40) + ".txt",
            CABLE
                .replace("\n\nUNCLAS", "\nINFO " + many + "\nUNCLAS")
                .replace("OVER THE", "OVER " + "ALL HOUSES AND ".repeat(20) + "THE")
                .replace("PREL, RS", "PREL, RS, XQZT")
                .replace("kite.", "kite. " + wide));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Inspect.run(
        List.of(file.toString()),
        InputStream.nullInputStream(),
        new PrintStream(out, false, "UTF-8"),
        new CableText(color, columns));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(widest));
  }

  @Test
  void aStyleThatIsPartedEndsWithTheLineAndBeginsAgain() {
    assertThat(TextPage.wrapped("one \u001b[1mtwo three\u001b[0m four", 8))
        .containsExactly("one \u001b[1mtwo \u001b[0m", "\u001b[1mthree\u001b[0m ", "four");
    assertThat(TextPage.wrapped("abcdefgh\uD83D\uDE80ij", 4))
        .containsExactly("abcd", "efgh", "\uD83D\uDE80ij");
    assertThat(TextPage.wrapped("", 4)).containsExactly("");
    assertThat(TextPage.wrapped("ab      cd", 4)).containsExactly("ab      ", "cd");
  }

  @Test
  void printsTheRecordAsJson() throws IOException {
    List<JsonNode> records = json(inspect(file("one.txt", CABLE), "--json").out());

    assertThat(records).hasSize(1);
    assertThat(records.get(0).path("id").asText()).isEqualTo("09MOSCOW42");
    assertThat(records.get(0).path("entities")).isNotEmpty();
    assertThat(records.get(0).path("classification").path("level").asText())
        .isEqualTo("UNCLASSIFIED");
  }

  @Test
  void readsStandardInput() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    ExitCode code =
        Inspect.run(
            List.of("-", "--json"),
            new ByteArrayInputStream(CABLE.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, "UTF-8"),
            new CableText(false, 0));

    assertThat(code).isEqualTo(ExitCode.DONE);
    JsonNode cable = json(out.toString(StandardCharsets.UTF_8)).get(0);
    assertThat(cable.path("id").asText()).isEqualTo("09MOSCOW42");
    assertThat(cable.path("source").path("uri").asText()).isEqualTo("-");
  }

  @Test
  void joinsTheSectionsOfAFile() throws IOException {
    Path file = file("two.txt", SECTION.formatted(1, 1) + "\nNNNN\n\n" + SECTION.formatted(2, 2));

    List<JsonNode> records = json(inspect(file, "--json").out());

    assertThat(records).hasSize(1);
    assertThat(records.get(0).path("sections").asInt()).isEqualTo(2);
    assertThat(records.get(0).path("section_count").asInt()).isEqualTo(2);
    assertThat(records.get(0).path("body").asText()).contains("1. The string", "2. The string");
  }

  @Test
  void saysWhyAMessageIsRejected() throws IOException {
    Ended ended = inspect(file("prose.txt", "The quick brown fox jumps over the lazy dog.\n"));

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("1. Rejected").contains("NOT_A_CABLE").contains("brown fox");
  }

  @Test
  void showsTheMessageOfANumber() throws IOException {
    Path file = file("three.txt", CABLE + "\nNNNN\n\n" + CABLE.replace("0042", "0043"));

    List<JsonNode> records = json(inspect(file, "--json", "--number=2").out());

    assertThat(records)
        .extracting(record -> record.path("id").asText())
        .containsExactly("09MOSCOW43");
  }

  @Test
  void letsNoTextSteerTheTerminal() throws IOException {
    Ended ended =
        inspect(
            file(
                "hostile.txt",
                CABLE.replace("KITE", "K\u001b[31mI\u202eT\u009bE").replace("1.", "\u0007")));

    assertThat(ended.out().codePoints())
        .noneMatch(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202E));
    assertThat(ended.out()).contains("␛[31m");
  }

  @Test
  void namesWhoGoesOnInTheNextLineInOne() throws IOException {
    String shown = inspect(file("one.txt", CABLE.replace("Igor Primerov", "Igor\nPrimerov"))).out();

    assertThat(shown.substring(shown.indexOf("Entities"), shown.indexOf("Header")))
        .contains("Igor Primerov");
  }

  /** The shell's {@code <(…)} is a pipe; that it cannot be read here and there is no hindrance. */
  @Test
  void readsPipes() throws Exception {
    file("one.txt", CABLE);
    Path pipe = folder.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(made.waitFor()).isZero();
    // By a shell: Java would wait for the reader.
    Process writer =
        new ProcessBuilder("sh", "-c", "cat one.txt > pipe").directory(folder.toFile()).start();

    assertThat(inspect(pipe).out()).contains("1. 09MOSCOW42\n");
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  void takesNoMoreOfAStreamThanCanBeLookedAt() {
    Ended ended = run(List.of("inspect", "/dev/zero"));

    assertThat(ended)
        .isEqualTo(
            new Ended(
                2, "", "cablebeam: /dev/zero gives more than 268 MB; inspect a file of it.\n"));
  }

  @Test
  void letsNoNameSteerTheTerminal() {
    assertThat(run(List.of("inspect", "a\u001b[31m\nb")).err())
        .isEqualTo("cablebeam: a␛[31m␊b does not exist.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere.txt|nowhere.txt does not exist.",
        "''|Which file is to be shown? cablebeam inspect FILE [--json] [--number=N].",
        "a b|Unexpected argument b: cablebeam inspect FILE [--json] [--number=N].",
        "--colour|Unexpected argument --colour: cablebeam inspect FILE [--json] [--number=N].",
        "a --number=0|--number=0 is not the number of a message: the first is 1.",
        "a --number=x|--number=x is not the number of a message: the first is 1.",
        "..|.. is a folder: inspect shows one file.",
      })
  void refusesInOneLine(String arguments, String message) {
    List<String> words = new ArrayList<>(List.of("inspect"));
    words.addAll(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));

    Ended ended = run(words);

    assertThat(ended).isEqualTo(new Ended(2, "", "cablebeam: " + message + "\n"));
  }

  @Test
  void saysHowManyMessagesThereAre() throws IOException {
    Path file = file("one.txt", CABLE);

    assertThat(inspect(file, "--number", "7"))
        .isEqualTo(new Ended(2, "", "cablebeam: " + file + " has no message 7: the last is 1.\n"));
  }

  @Test
  void endsQuietlyWhenNobodyReadsOn() throws IOException {
    Path file = file("many.txt", (CABLE + "\nNNNN\n\n").repeat(50));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int[] writes = new int[1];
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            writes[0]++;
            throw new IOException("Broken pipe");
          }
        };

    int code =
        Main.run(
            new String[] {"inspect", file.toString()},
            new PrintStream(closed, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));

    assertThat(code).isZero();
    assertThat(writes[0]).as("stops at the first message").isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void helpNamesIt() {
    assertThat(run(List.of("--help")).out()).contains("cablebeam inspect FILE");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<JsonNode> json(String text) throws IOException {
    try (MappingIterator<JsonNode> nodes =
        new ObjectMapper().readerFor(JsonNode.class).readValues(text)) {
      return nodes.readAll();
    }
  }

  private static Ended inspect(Path file, String... options) {
    List<String> words = new ArrayList<>(List.of("inspect", file.toString()));
    words.addAll(List.of(options));
    return run(words);
  }

  private static Ended run(List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            words.toArray(new String[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
