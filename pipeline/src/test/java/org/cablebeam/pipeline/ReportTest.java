package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page over 500 posts and 3,000 tags, hostile ones among them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
  private static final String HOSTILE =
      "</script><img src=x onerror=\"document.body.textContent='HACKED'\"><!-- ' \u2028";

  @TempDir static Path folder;

  private final List<PostStatistics> posts = new ArrayList<>();
  private final List<TagStatistics> tags = new ArrayList<>();
  private String page;
  private JsonNode data;

  @BeforeAll
  void writeReport() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    Storage storage = new FileSystemsStorage();
    OutputLayout layout = new OutputLayout(folder.toString());
    IntStream.range(0, 500).forEach(i -> posts.add(post(i)));
    IntStream.range(0, 3000).forEach(i -> tags.add(tag(i)));
    write(storage, layout.posts("avro"), PostStatistics.getClassSchema(), posts);
    write(storage, layout.tags("avro"), TagStatistics.getClassSchema(), tags);
    write(
        storage,
        layout.rejects("snappy").path(0),
        RejectedMessage.getClassSchema(),
        List.of(
            RejectedMessage.newBuilder()
                .setSource(Source.newBuilder().setUri(HOSTILE).setContainer(Container.TEXT).build())
                .setStage("PARSE")
                .setCode("NOT_A_CABLE")
                .setMessage(HOSTILE)
                .setRaw("\ud83d\ude00".repeat(500))
                .build()));
    write(
        storage,
        layout.ledger("avro"),
        LedgerEntry.getClassSchema(),
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    LedgerEntry.newBuilder()
                        .setUri(i + HOSTILE)
                        .setMessages(1)
                        .setRejects(1)
                        .setStatus("FAILED")
                        .setReason(HOSTILE)
                        .build())
            .toList());
    new Report(storage, layout)
        .write(
            new RunCounts(130_000, 124_750, 0, 5249, 1, 0),
            new InputPlan(7, 1_000_000, List.of(), null),
            Instant.parse("2026-01-02T03:04:05Z"),
            1.5);
    page = Files.readString(folder.resolve("report/index.html"));
    data = data(page);
  }

  @Test
  void staysSmall() {
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
    assertThat(data.path("posts")).hasSize(500);
    assertThat(data.path("tags")).hasSize(3000);
  }

  @Test
  void refersToNothingOutside() {
    String withoutNotices = page.replaceAll("(?s)/\\*!.*?\\*/", "");

    assertThat(withoutNotices)
        .doesNotContainPattern("https?://(?!www\\.w3\\.org/)")
        .doesNotContain("sourceMappingURL")
        .doesNotContainPattern("(?i)<(?:script|img|iframe|object|embed)[^>]+src")
        .doesNotContainPattern("(?i)<link[^>]+stylesheet")
        .contains("default-src 'none'");
  }

  @Test
  void noTextOfACableEndsTheData() {
    String json = json(page);

    assertThat(json).doesNotContain("<", ">", "&", "'", "\u2028");
    assertThat(page.split("</script", -1)).hasSize(4);
    assertThat(data.path("tags").get(0).get(0).asText()).isEqualTo(HOSTILE);
    assertThat(data.path("rejects").get(0).get(2).asText()).isEqualTo(HOSTILE);
    assertThat(data.path("inputs")).hasSize(200);
    assertThat(data.path("troubled").asInt()).isEqualTo(300);
  }

  @Test
  void excerptsEndBetweenCharacters() {
    assertThat(data.path("rejects").get(0).get(4).asText()).matches("(\ud83d\ude00)+ …");
  }

  @Test
  void figuresAreThoseOfTheStatistics() {
    long dated = 0;
    for (JsonNode year : data.path("years")) {
      dated += year.get(1).asLong();
    }
    assertThat(dated).isEqualTo(posts.stream().mapToLong(PostStatistics::getCables).sum());
    assertThat(data.path("posts").get(0).get(3).asLong()).isEqualTo(499);
    assertThat(data.path("posts").get(0).get(6).asLong()).isEqualTo(998);
    assertThat(data.path("posts").get(0).get(7).asDouble()).isEqualTo(50.0);
    assertThat(data.path("traffic").path("to").get(0).asText()).isEqualTo("STATE");
    assertThat(data.path("traffic").path("from").get(0).get(1).get(0).get(1).asLong())
        .isEqualTo(499);
  }

  @Test
  void figuresOfARunAreThoseOfTheCsv() throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    for (String post : List.of("MOSCOW", "OSLO", "MUSCAT")) {
      for (int serial = 1; serial <= post.length(); serial++) {
        Files.writeString(
            input.resolve(post + serial + ".txt"),
            "R 03064%dZ FEB 09\nFM AMEMBASSY %s\nTO SECSTATE WASHDC\n\n".formatted(serial, post)
                + "UNCLAS %s %06d\n\nTAGS: PREL, EAGR\nSUBJECT: KITES\n\n1. They fly.\n"
                    .formatted(post, serial));
      }
    }
    Path output = folder.resolve("run");
    int code =
        Main.run(
            new String[] {"--input=" + input, "--output=" + output, "--quiet"},
            System.out,
            System.err);
    assertThat(code).isZero();

    JsonNode report = data(Files.readString(output.resolve("report/index.html")));

    assertThat(rows(report.path("posts"), 3)).containsExactly("MOSCOW 6", "MUSCAT 6", "OSLO 4");
    for (String what : List.of("posts", "tags")) {
      assertThat(rows(report.path(what), 3))
          .as(what)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              csv(
                  output.resolve("statistics/" + what + ".csv"),
                  what.equals("posts") ? "post" : "tag"));
    }
  }

  /** The code and the number of cables of each row. */
  private static List<String> rows(JsonNode table, int cables) {
    List<String> rows = new ArrayList<>();
    table.forEach(row -> rows.add(row.get(0).asText() + " " + row.get(cables).asLong()));
    return rows;
  }

  private static List<String> csv(Path file, String key) throws IOException {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      List<String> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        rows.add(row.get(key) + " " + row.get("cables"));
      }
      return rows;
    }
  }

  @Test
  void worksInABrowser() throws Exception {
    Optional<String> browser = chromium();
    Assumptions.assumeTrue(browser.isPresent(), "No Chromium here: the page is not opened");
    // The page reports its own errors into its title, and asks the search for one row.
    String probe =
        "<script>addEventListener('error', e => document.title = 'ERROR ' + e.message, true);"
            + "addEventListener('securitypolicyviolation',"
            + " e => document.title = 'ERROR asked for ' + e.blockedURI);</script>";
    String search =
        "<script>{const box = document.getElementById('tags-search'); box.value = 'T0042';"
            + " box.dispatchEvent(new Event('input'));}</script>";
    Path probed = folder.resolve("report/probed.html");
    Files.writeString(
        probed, page.replace("<style>", probe + "<style>").replace("</body>", search + "</body>"));

    String dom = dump(browser.get(), probed);

    assertThat(dom.substring(dom.indexOf("<title>"), dom.indexOf("</title>")))
        .as("errors and requests are told in the title")
        .isEqualTo("<title>Cables: report");
    assertThat(dom.contains("<img")).as("a hostile text became an element").isFalse();
    assertThat(rowsOf(dom, "posts")).isEqualTo(200);
    assertThat(rowsOf(dom, "tags")).isEqualTo(1);
    assertThat(rowsOf(dom, "heat")).isEqualTo(25);
    assertThat(rowsOf(dom, "traffic")).isEqualTo(15);
    assertThat(rowsOf(dom, "rejects")).isEqualTo(1);
    assertThat(rowsOf(dom, "inputs")).isEqualTo(200);
    String shown = dom.substring(0, dom.indexOf("id=\"data\""));
    assertThat(shown)
        .contains("<dd>124,750</dd>", "200 of 500 rows", "&lt;/script&gt;&lt;img src=x")
        .containsPattern("<canvas[^>]*id=\"years\"[^>]*width=\"[1-9]");
  }

  /** Rows of the body of a table. */
  private static int rowsOf(String dom, String table) {
    int from = dom.indexOf("<tbody>", dom.indexOf("<table id=\"" + table + "\""));
    return dom.substring(from, dom.indexOf("</tbody>", from)).split("<tr>", -1).length - 1;
  }

  private static Optional<String> chromium() {
    return Stream.concat(
            Stream.of("/usr/bin/chromium"),
            Stream.of(
                    Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(path -> Stream.of(path + "/chromium", path + "/google-chrome")))
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst();
  }

  private static String dump(String browser, Path file) throws Exception {
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=2000",
                "--dump-dom",
                file.toAbsolutePath().toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser ended").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    return Files.readString(dom);
  }

  private static JsonNode data(String page) throws IOException {
    return new ObjectMapper().readTree(json(page));
  }

  private static String json(String page) {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    return page.substring(from, page.indexOf("</script>", from));
  }

  private static <T extends SpecificRecord> void write(
      Storage storage, String path, Schema schema, List<T> records) throws IOException {
    RecordFile<T> file = RecordFile.create(storage, path, schema, "null");
    try (file) {
      for (T each : records) {
        file.append(each);
      }
    }
  }

  /** A post of this many cables, of as many serials out of twice as many. */
  private static PostStatistics post(int cables) {
    return PostStatistics.newBuilder()
        .setPost("POST%03d".formatted(cables))
        .setName("Post " + cables + HOSTILE)
        .setCountry("IS")
        .setCables(cables)
        .setFirstSent(Instant.parse("1973-01-01T00:00:00Z"))
        .setLastSent(Instant.parse("2010-02-28T00:00:00Z"))
        .setLevels(List.of(new Count("CONFIDENTIAL", (long) cables)))
        .setYears(List.of(new Count(String.valueOf(1973 + cables % 38), (long) cables)))
        .setTags(IntStream.range(0, 50).mapToObj(i -> new Count("T%04d".formatted(i), 1L)).toList())
        .setRecipients(List.of(new Count("STATE", (long) cables), new Count("POST" + cables, 1L)))
        .setSeries(
            List.of(
                SerialYear.newBuilder()
                    .setYear(1973)
                    .setCables(cables)
                    .setFirst(1)
                    .setLast(2L * cables)
                    .setMissing(cables)
                    .setEstimate(2.0 * cables)
                    .build()))
        .build();
  }

  private static TagStatistics tag(int i) {
    return TagStatistics.newBuilder()
        .setTag(i == 2999 ? HOSTILE : "T%04d".formatted(i))
        .setKind(TagKind.SUBJECT)
        .setName("The name of a tag that is rather long " + i)
        .setCables(i)
        .setFirstSent(Instant.parse("1973-01-01T00:00:00Z"))
        .setLastSent(Instant.parse("2010-02-28T00:00:00Z"))
        .setYears(
            IntStream.range(1973, 2011).mapToObj(y -> new Count(String.valueOf(y), 1L)).toList())
        .setPosts(
            IntStream.range(0, 50).mapToObj(p -> new Count("POST%03d".formatted(p), 1L)).toList())
        .build();
  }
}
