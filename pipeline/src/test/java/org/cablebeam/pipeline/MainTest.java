package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole job over the samples, as a user runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  @TempDir static Path folder;

  private Output one;
  private Output three;

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  void runTwice() {
    one = new Output(folder.resolve("one"));
    three = new Output(folder.resolve("three"));
    assertThat(run("--input=" + SAMPLES, "--output=" + one.folder(), "--numShards=1"))
        .satisfies(ended -> assertThat(ended.code()).as(ended.err()).isZero());
    assertThat(
            run("--input=" + SAMPLES, "--output=" + three.folder(), "--numShards=3", "--mentions"))
        .satisfies(ended -> assertThat(ended.code()).as(ended.err()).isZero());
  }

  @Test
  void writesTheFolderOfTheDesign() throws IOException {
    try (Stream<Path> files = Files.walk(three.folder())) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> three.folder().relativize(file).toString())
                  .sorted())
          .containsExactly(
              "_SUCCESS",
              "cables/cables-00000-of-00003.avro",
              "cables/cables-00001-of-00003.avro",
              "cables/cables-00002-of-00003.avro",
              "duplicates/duplicates-00000-of-00001.avro",
              "entities/entities-00000-of-00003.avro",
              "entities/entities-00001-of-00003.avro",
              "entities/entities-00002-of-00003.avro",
              "ledger/ledger.avro",
              "ledger/ledger.csv",
              "rejects/rejects-00000-of-00001.avro",
              "report/index.html",
              "run.json",
              "statistics/captions.avro",
              "statistics/captions.csv",
              "statistics/citations.avro",
              "statistics/citations.csv",
              "statistics/corpus.avro",
              "statistics/corpus.csv",
              "statistics/gaps.avro",
              "statistics/gaps.csv",
              "statistics/issues.avro",
              "statistics/issues.csv",
              "statistics/levels.avro",
              "statistics/levels.csv",
              "statistics/post-counts.csv",
              "statistics/posts.avro",
              "statistics/posts.csv",
              "statistics/serials.avro",
              "statistics/serials.csv",
              "statistics/tag-counts.csv",
              "statistics/tag-pairs.avro",
              "statistics/tag-pairs.csv",
              "statistics/tag-posts.avro",
              "statistics/tag-posts.csv",
              "statistics/tags.avro",
              "statistics/tags.csv",
              "statistics/traffic.avro",
              "statistics/traffic.csv");
    }
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(file -> file.getFileName().toString()))
          .as("nothing is left beside the results")
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void writesARowForEachMentionInTheKeptCables() {
    List<String> expected = new ArrayList<>();
    for (GenericRecord cable : three.records("cables")) {
      GenericRecord origin = (GenericRecord) cable.get("origin");
      for (Object item : (List<?>) cable.get("entities")) {
        GenericRecord entity = (GenericRecord) item;
        List<Object> row = new ArrayList<>();
        row.add(cable.get("id"));
        row.add(cable.get("sent_at"));
        row.add(origin == null ? null : origin.get("post"));
        MENTION_FIELDS.forEach(field -> row.add(entity.get(field)));
        expected.add(row.toString());
      }
    }
    List<String> rows = new ArrayList<>();
    for (GenericRecord mention : three.records("entities")) {
      List<Object> row = new ArrayList<>();
      row.add(mention.get("cable"));
      row.add(mention.get("sent_at"));
      row.add(mention.get("post"));
      MENTION_FIELDS.forEach(field -> row.add(mention.get(field)));
      rows.add(row.toString());
    }
    assertThat(rows).isNotEmpty().containsExactlyElementsOf(expected);
    assertThat(one.folder().resolve("entities")).as("only when asked for").doesNotExist();
  }

  private static final List<String> MENTION_FIELDS =
      List.of("type", "text", "start", "end", "normalized", "cluster", "role", "organization");

  @Test
  void givesTheSameWhateverTheNumberOfShards() {
    for (String part : List.of("cables", "duplicates", "rejects")) {
      assertThat(three.contents(part)).as(part).isEqualTo(one.contents(part));
    }
    for (String file :
        List.of(
            "statistics/corpus.avro",
            "statistics/traffic.csv",
            "statistics/issues.csv",
            "statistics/citations.csv",
            "statistics/tags.avro",
            "statistics/tags.csv",
            "statistics/posts.avro",
            "statistics/posts.csv",
            "ledger/ledger.csv")) {
      assertThat(three.bytes(file)).as(file).isEqualTo(one.bytes(file));
    }
    assertThat(three.contents("ledger")).isEqualTo(one.contents("ledger"));
  }

  @Test
  void losesNothing() {
    assertThat(one.records("cables")).hasSizeGreaterThanOrEqualTo(30);
    assertThat(one.records("cables")).hasSize((int) one.count("cables"));
    assertThat(one.records("duplicates")).isNotEmpty().hasSize((int) one.count("duplicates"));
    assertThat(one.records("rejects")).isNotEmpty().hasSize((int) one.count("rejects"));
    assertThat(one.count("sections")).isPositive();
    assertThat(one.count("messages"))
        .isEqualTo(
            one.count("cables")
                + one.count("duplicates")
                + one.count("sections")
                + one.count("rejects"));
    for (String what : List.of("messages", "cables", "duplicates", "sections", "rejects")) {
      assertThat(one.records("ledger").stream().mapToLong(row -> (long) row.get(what)).sum())
          .as(what)
          .isEqualTo(one.count(what));
    }
  }

  @Test
  void ledgerHasARowForEveryInputInOrder() {
    List<String> uris =
        one.records("ledger").stream().map(row -> row.get("uri").toString()).toList();

    assertThat(uris).doesNotHaveDuplicates();
    assertThat(uris.stream().map(uri -> uri.split("!/")[0]))
        .as("entries of an archive stand together, in its own order")
        .isSorted();
    assertThat(uris).allMatch(uri -> uri.startsWith("../samples/"));
    Map<String, Long> cables = new HashMap<>();
    one.records("cables").forEach(cable -> cables.merge(source(cable), 1L, Long::sum));
    one.records("ledger")
        .forEach(
            row ->
                assertThat(row.get("cables"))
                    .as(row.get("uri").toString())
                    .isEqualTo(cables.getOrDefault(row.get("uri").toString(), 0L)));
  }

  @Test
  void everyDuplicateNamesAKeptCable() {
    List<String> kept = ids(one.records("cables"));

    assertThat(one.records("duplicates"))
        .allSatisfy(copy -> assertThat(kept).contains(copy.get("duplicate_of").toString()));
    assertThat(one.records("cables"))
        .allSatisfy(cable -> assertThat(cable.get("duplicate_of")).isNull());
  }

  @Test
  void runFileDescribesTheFilesAsTheyAre() throws Exception {
    JsonNode run = one.run();
    List<String> listed = new ArrayList<>();
    for (JsonNode file : run.path("files")) {
      byte[] bytes = one.bytes(file.path("path").asText());
      listed.add(file.path("path").asText());
      assertThat(file.path("size").asLong()).isEqualTo(bytes.length);
      assertThat(file.path("sha256").asText())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }
    assertThat(listed)
        .hasSize(32)
        .contains("report/index.html", "cables/cables-00000-of-00001.avro");
    assertThat(run.path("status").asText()).isEqualTo("done");
  }

  @Test
  void statisticsCountEveryKeptCableOnce() {
    Map<String, Long> byTag = new TreeMap<>();
    Map<String, Long> byPost = new TreeMap<>();
    for (GenericRecord cable : one.records("cables")) {
      List<String> codes = new ArrayList<>();
      for (Object tag : (List<?>) cable.get("tags")) {
        codes.add(((GenericRecord) tag).get("code").toString());
      }
      codes.stream().distinct().forEach(code -> byTag.merge(code, 1L, Long::sum));
      GenericRecord origin = (GenericRecord) cable.get("origin");
      Object post = origin == null ? null : origin.get("post");
      byPost.merge(post == null ? "UNKNOWN" : post.toString(), 1L, Long::sum);
    }

    assertThat(counts(of("TagStatistics"), "tag")).isEqualTo(byTag);
    assertThat(counts(of("PostStatistics"), "post")).isEqualTo(byPost);
  }

  @Test
  void partsTheCablesByTheDateTheyWereSent() {
    Output before = new Output(folder.resolve("before"));
    Output after = new Output(folder.resolve("after"));
    assertThat(run("--input=" + SAMPLES, "--output=" + before.folder(), "--until=2000").code())
        .isZero();
    assertThat(run("--input=" + SAMPLES, "--output=" + after.folder(), "--since=2000-01-01").code())
        .isZero();

    List<GenericRecord> dated =
        one.records("cables").stream().filter(cable -> cable.get("sent_at") != null).toList();
    long limit = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    assertThat(ids(before.records("cables")))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            ids(dated.stream().filter(cable -> (long) cable.get("sent_at") < limit).toList()));
    assertThat(ids(after.records("cables")))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            ids(dated.stream().filter(cable -> (long) cable.get("sent_at") >= limit).toList()));
    assertThat(dated).as("some have no date").hasSizeLessThan(one.records("cables").size());
    for (Output part : List.of(before, after)) {
      assertThat(part.count("messages")).isEqualTo(one.count("messages"));
      assertThat(part.count("rejects")).isEqualTo(one.count("rejects"));
      assertThat(part.count("left_out"))
          .isPositive()
          .isEqualTo(
              part.count("messages")
                  - part.count("cables")
                  - part.count("duplicates")
                  - part.count("sections")
                  - part.count("rejects"))
          .isEqualTo(
              part.records("ledger").stream().mapToLong(row -> (long) row.get("left_out")).sum());
    }
  }

  @Test
  void refusesResultsThatAreThere() {
    Ended ended = run("--input=" + SAMPLES, "--output=" + one.folder());

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("--overwrite");
  }

  @Test
  void saysWhichInputIsMissing() {
    Ended ended = run("--input=nowhere", "--output=" + folder.resolve("none"));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).isEqualTo("cablebeam: No file matches --input=nowhere.\n");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void failsWhenThereIsNoMessageUnlessThatIsAllowed() throws IOException {
    Path input = Files.createDirectories(folder.resolve("blank"));
    Files.writeString(input.resolve("blank.txt"), "");
    Path output = folder.resolve("of-blank");

    Ended refused = run("--input=" + input, "--output=" + output);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("--allowEmpty");
    assertThat(output).doesNotExist();
    // What is known of it is kept, what it had staged is not.
    try (Stream<Path> beside = Files.list(folder)) {
      Path staging =
          beside
              .filter(path -> path.getFileName().toString().startsWith(".of-blank.staging-"))
              .findFirst()
              .orElseThrow();
      assertThat(staging.resolve("run.json")).content().contains("\"failed\"");
      assertThat(staging.resolve("parts")).doesNotExist();
    }

    Ended allowed = run("--input=" + input, "--output=" + output, "--allowEmpty");
    assertThat(allowed.code()).as(allowed.err()).isZero();
    assertThat(new Output(output).records("cables")).isEmpty();
  }

  @Test
  void takesAnEmptyFolderForNoMistakeWhereThatIsAllowed() throws IOException {
    Path input = Files.createDirectories(folder.resolve("inbox"));
    Path output = folder.resolve("of-inbox");
    String pattern = "--input=" + input + "/*.txt";

    assertThat(run("--input=" + input, "--output=" + output).code()).isEqualTo(2);
    assertThat(run(pattern, "--output=" + output).code()).isEqualTo(2);
    Ended missing = run("--input=" + input + "/x", "--output=" + output, "--allowEmpty");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("No file matches");

    Ended allowed = run("--input=" + input, pattern, "--output=" + output, "--allowEmpty");
    assertThat(allowed.code()).as(allowed.err()).isZero();
    assertThat(new Output(output).count("messages")).isZero();
    assertThat(run("check", input.toString(), "--allowEmpty").code()).isZero();
  }

  @Test
  void saysOnOneLineWhatCameOfIt() throws IOException {
    Path input = Files.writeString(folder.resolve("prose.txt"), "No cable.\n");
    Path output = folder.resolve("of prose");

    Ended ended = run("--input=" + input, "--output=" + output, "--maxRejectRatio=1");

    assertThat(ended.out())
        .matches(
            "done messages=1 cables=0 duplicates=0 sections=0 rejects=1 left_out=0"
                + " seconds=[0-9.]+ output=\\Q"
                + output
                + "\\E\n");
    assertThat(ended.err())
        .containsPattern("(?m)^  rejects +1 +100\\.0 %$")
        .contains("Report:  " + output + "/report/index.html");
  }

  @Test
  void publishesButWarnsWhenTooManyAreRejected() {
    Path output = folder.resolve("warned");

    Ended ended = run("--input=" + SAMPLES, "--output=" + output, "--maxRejectRatio=0");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).startsWith("too-many-rejects messages=");
    assertThat(ended.err()).contains("--maxRejectRatio=0");
    assertThat(output.resolve("_SUCCESS")).exists();
  }

  @Test
  void readsItsOwnRejectsAgain() {
    Path output = folder.resolve("again");

    Ended ended =
        run(
            "--input=" + one.folder().resolve("rejects"),
            "--output=" + output,
            "--maxRejectRatio=1");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(new Output(output).contents("rejects")).isEqualTo(one.contents("rejects"));
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    assertThat(run("--help").out()).contains("--input=FILES");
    assertThat(run("--help").code()).isZero();
    assertThat(run("--version").out()).startsWith("cablebeam ");
    assertThat(run("--version").err()).isEmpty();
  }

  private Stream<GenericRecord> of(String schema) {
    return one.records("statistics").stream()
        .filter(row -> row.getSchema().getName().equals(schema));
  }

  private static Map<String, Long> counts(Stream<GenericRecord> rows, String key) {
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach(row -> counts.put(row.get(key).toString(), (long) row.get("cables")));
    return counts;
  }

  private static String source(GenericRecord cable) {
    return ((GenericRecord) cable.get("source")).get("uri").toString();
  }

  private static List<String> ids(List<GenericRecord> cables) {
    return cables.stream().map(cable -> cable.get("id").toString()).toList();
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
