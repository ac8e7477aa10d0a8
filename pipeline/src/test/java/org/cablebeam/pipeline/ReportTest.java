package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.cablebeam.schemas.CorpusStatistics;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.IssueStatistics;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.MonthLevelCount;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.schemas.Traffic;
import org.cablebeam.schemas.YearLevelCount;
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
    write(
        storage,
        layout.statistics("corpus", "avro"),
        CorpusStatistics.getClassSchema(),
        List.of(corpus()));
    write(
        storage,
        layout.statistics("traffic", "avro"),
        Traffic.getClassSchema(),
        IntStream.range(0, 2000)
            .mapToObj(
                i -> new Traffic("POST%03d".formatted(i % 500), "TO" + i, (long) i, (long) i, 0L))
            .toList());
    write(
        storage,
        layout.statistics("issues", "avro"),
        IssueStatistics.getClassSchema(),
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    IssueStatistics.newBuilder()
                        .setCode("CODE_" + i)
                        .setMeaning("What code " + i + " means.")
                        .setCables(100 - i)
                        .setOccurrences(200)
                        .setShare(.01)
                        .setExample("09OSLO" + i)
                        .setExampleExcerpt(HOSTILE)
                        .build())
            .toList());
    Map<String, Object> figures =
        new ReportFigures(storage, layout)
            .gather(
                new RunCounts(130_000, 124_750, 0, 5249, 1, 0),
                new InputPlan(7, 1_000_000, List.of(), null),
                Instant.parse("2026-01-02T03:04:05Z"),
                1.5,
                Map.of("input", List.of(HOSTILE, "b")));
    Report.write(storage, layout.report(), figures);
    page = Files.readString(folder.resolve("report/index.html"));
    data = data(page);
  }

  @Test
  void staysSmall() {
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_500_000);
    assertThat(data.path("posts")).hasSize(500);
    assertThat(data.path("tags")).hasSize(2000);
    assertThat(data.path("traffic").path("routes")).hasSize(500);
    assertThat(data.path("totals").path("tags").asInt()).isEqualTo(3000);
  }

  @Test
  void refersToNothingOutside() {
    String withoutNotices = page.replaceAll("(?s)/\\*!.*?\\*/", "");

    assertThat(withoutNotices)
        .doesNotContainPattern("https?://(?!www\\.w3\\.org/)")
        .doesNotContain("sourceMappingURL")
        .doesNotContainPattern("(?i)<(?:script|img|iframe|object|embed)[^>]+src")
        .doesNotContainPattern("(?i)<link[^>]+stylesheet")
        .containsPattern(
            "default-src 'none'; script-src ('sha256-[A-Za-z0-9+/=]{44}' ?){2};"
                + " style-src 'sha256-[A-Za-z0-9+/=]{44}';")
        .doesNotContain("unsafe-", "{{");
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
    assertThat(data.path("timeline").path("years").toString())
        .isEqualTo("[[\"1973\",[0,0,0,0,0,5,0]],[\"2009\",[0,27,0,0,0,3,0]]]");
    assertThat(data.path("timeline").path("months").toString())
        .isEqualTo("[[\"1973-01\",[0,0,0,0,0,5,0]],[\"2009-12\",[0,27,0,0,0,3,0]]]");
    assertThat(data.path("years")).hasSize(37);
    assertThat(data.path("posts").get(0).toString())
        .startsWith("[\"POST499\",")
        .contains(",\"IS\",499,\"1973-01-01\",\"2010-02-28\",998,900,1200,0.5,");
    assertThat(data.path("coverage").toString())
        .as("by year, over all posts: seen, estimated, at least, at most, posts")
        .isEqualTo("[[1973,124750,249500,450000,600000,500]]");
    assertThat(data.path("outliers").asInt()).isEqualTo(500);
    assertThat(data.path("traffic").path("to").get(0).asText()).isEqualTo("STATE");
    assertThat(data.path("traffic").path("from").get(0).get(2).get(0).get(1).asLong())
        .isEqualTo(499);
    assertThat(data.path("traffic").path("routes").get(0).toString())
        .isEqualTo("[\"POST499\",\"TO1999\",1999,1999,0]");
    assertThat(data.path("issues").get(0).get(0).asText()).isEqualTo("CODE_0");
  }

  @Test
  void figuresOfARunAreThoseOfTheCsv() throws Exception {
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
    compareInBrowser(output);
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
    Path file = folder.resolve("report/index.html");
    try (Browser browser = open(file)) {
      assertThat(browser.ask("document.title").asText())
          .isEqualTo("124,750 cables, 1973–2009: Cablebeam report");
      assertThat(browser.texts("#tiles dd")).contains("124,750", "130,000", "3,000");
      assertThat(browser.texts("#coverage-sum").get(0))
          .endsWith("500 high numbers that do not agree with the days of sending are left out.");
      assertThat(rows(browser, "posts")).hasSize(100);
      assertThat(rows(browser, "tags")).hasSize(100);
      assertThat(rows(browser, "heat")).hasSize(25);
      assertThat(rows(browser, "traffic")).hasSize(15);
      assertThat(rows(browser, "issues")).hasSize(12);
      assertThat(rows(browser, "rejects")).hasSize(1);
      assertThat(browser.ask("document.querySelector('#timeline-chart').width > 0").asBoolean())
          .isTrue();

      // In 1973 there are too few cables for a share to say anything.
      String strength =
          "document.querySelector('#heat-table tbody tr').cells[%d].style"
              + ".getPropertyValue('--share')";
      assertThat(browser.ask(strength.formatted(1)).asText()).isEqualTo("0.100");
      assertThat(browser.ask(strength.formatted(37)).asText()).isEqualTo("1.000");

      // Whatever a cable says stays text.
      assertThat(browser.ask("document.querySelectorAll('main img').length").asInt()).isZero();
      assertThat(browser.texts("#tags-table tbody th")).contains(HOSTILE);
      assertThat(browser.texts("#rejects-table td")).contains(HOSTILE);
      assertThat(browser.texts("#run-table td")).contains(HOSTILE + ", b");

      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.requests()).containsExactly(file.toUri().toString());
    }
  }

  @Test
  void isSearchedAndSortedByKeyboard() throws Exception {
    try (Browser browser = open(folder.resolve("report/index.html"))) {
      browser.type("#tags-search", "t1042");
      assertThat(rows(browser, "tags")).containsExactly("T1042");
      assertThat(browser.texts("#tags-found")).containsExactly("1 of 2,000 rows");
      browser.type("#tags-search", "no such tag");
      assertThat(rows(browser, "tags")).isEmpty();

      assertThat(rows(browser, "posts")).startsWith("POST499", "POST498");
      browser.press("#posts-table thead th:first-child button");
      assertThat(rows(browser, "posts")).startsWith("POST000", "POST001");
      browser.press("#posts-table thead th:first-child button");
      assertThat(rows(browser, "posts")).startsWith("POST499", "POST498");
      assertThat(
              browser
                  .ask(
                      "document.querySelector('#posts-table [aria-sort]').textContent + ' '"
                          + " + document.querySelector('#posts-table [aria-sort]').ariaSort")
                  .asText())
          .isEqualTo("Post descending");
      browser.press("#posts .more");
      assertThat(rows(browser, "posts")).hasSize(200);

      browser.ask("document.querySelector('[value=months]').click()");
      assertThat(rows(browser, "timeline")).containsExactly("1973-01", "2009-12");
      browser.ask("document.querySelector('[value=years]').click()");
      assertThat(rows(browser, "timeline")).containsExactly("1973", "2009");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void canBeReadWithoutSeeing() throws Exception {
    try (Browser browser = open(folder.resolve("report/index.html"))) {
      assertThat(browser.ask("document.querySelectorAll('h1').length").asInt()).isEqualTo(1);
      assertThat(without(browser, "canvas", "role=img", "aria-label")).isEmpty();
      assertThat(
              browser.ask(
                  "[...document.querySelectorAll('table')].filter(t => !t.caption?.textContent"
                      + " && !t.closest('[hidden]')).map(t => t.id)"))
          .isEmpty();
      assertThat(browser.ask("document.querySelectorAll('th:not([scope])').length").asInt())
          .isZero();
      assertThat(without(browser, "input[type=search]", "aria-label")).isEmpty();
      assertThat(without(browser, ".scroll", "tabindex", "role=region")).isEmpty();
      assertThat(
              browser.ask(
                  "[...document.querySelectorAll('[id]')].map(e => e.id)"
                      + ".filter((id, i, all) => all.indexOf(id) !== i)"))
          .isEmpty();
      // Landmarks are told apart by their names.
      assertThat(
              browser.ask(
                  "[...document.querySelectorAll('section, nav, [role=region]')].map(e =>"
                      + " e.ariaLabel || document.getElementById("
                      + "e.getAttribute('aria-labelledby')).textContent)"
                      + ".filter((name, i, all) => all.indexOf(name) !== i)"))
          .isEmpty();
      assertThat(
              browser.ask(
                  "[...document.querySelectorAll('[aria-labelledby]')]"
                      + ".filter(e => !document.getElementById(e.getAttribute('aria-labelledby')))"
                      + ".map(e => e.id)"))
          .isEmpty();
    }
  }

  /** The ids of elements that lack an attribute, or a value of one. */
  private static JsonNode without(Browser browser, String selector, String... attributes)
      throws Exception {
    String lacking =
        Stream.of(attributes)
            .map(attribute -> ":not([%s])".formatted(attribute))
            .reduce((a, b) -> a + "," + selector + b)
            .orElse("");
    return browser.ask(
        "[...document.querySelectorAll('%s%s')].map(e => e.id)".formatted(selector, lacking));
  }

  /** The page of a run in a browser tells the figures of its CSV files. */
  private static void compareInBrowser(Path output) throws Exception {
    try (Browser browser = open(output.resolve("report/index.html"))) {
      for (String what : List.of("posts", "tags")) {
        List<String> shown = new ArrayList<>();
        browser
            .ask(
                "[...document.querySelectorAll('#%s-table tbody tr')].map(row =>".formatted(what)
                    + " row.cells[0].textContent + ' ' + row.cells[1].textContent)")
            .forEach(row -> shown.add(row.asText()));
        assertThat(shown)
            .as(what)
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(
                csv(
                    output.resolve("statistics/" + what + ".csv"),
                    what.equals("posts") ? "post" : "tag"));
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** The first cell of each row of the body of a table. */
  private static List<String> rows(Browser browser, String table) throws Exception {
    return browser.texts("#" + table + "-table tbody th");
  }

  private static Browser open(Path page) throws Exception {
    Optional<Path> executable = Browser.executable();
    Assumptions.assumeTrue(
        executable.isPresent(), "There is no Chromium on the PATH: the page is not opened");
    return Browser.open(
        executable.get(), Files.createTempDirectory(folder, "profile"), page.toUri());
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

  private static CorpusStatistics corpus() {
    return CorpusStatistics.newBuilder()
        .setCables(124_750)
        .setYears(List.of(new Count("1973", 5L), new Count("2009", 30L)))
        .setMonths(List.of(new Count("1973-01", 5L), new Count("2009-12", 30L)))
        .setYearLevels(
            List.of(
                new YearLevelCount(null, Level.SECRET, 9L),
                new YearLevelCount(1973, Level.UNCLASSIFIED, 5L),
                new YearLevelCount(2009, Level.SECRET, 27L),
                new YearLevelCount(2009, Level.UNCLASSIFIED, 3L)))
        .setMonthLevels(
            List.of(
                new MonthLevelCount(null, Level.SECRET, 9L),
                new MonthLevelCount("1973-01", Level.UNCLASSIFIED, 5L),
                new MonthLevelCount("2009-12", Level.SECRET, 27L),
                new MonthLevelCount("2009-12", Level.UNCLASSIFIED, 3L)))
        .setLevels(List.of(new Count("UNCLASSIFIED", 8L), new Count("SECRET", 16L)))
        .setCaptions(List.of(new Count("SIPDIS", 3L)))
        .setPersons(List.of(new Count(HOSTILE, 3L)))
        .setCablesWithIssues(12)
        .build();
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
                    .setEstimateLow(900)
                    .setEstimateHigh(1200)
                    .setOutliers(List.of(99_999L))
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
