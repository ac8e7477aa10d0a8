package org.cablebeam.pipeline;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.transforms.staging.OutputFile;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.jspecify.annotations.Nullable;

/**
 * The page for people: one file that opens from the disk and asks for nothing else. What came from
 * cables travels as JSON in which nothing can end a script, and is shown as text only.
 */
final class Report {
  private static final int HEAT_ROWS = 25;
  private static final int TRAFFIC_POSTS = 15;
  private static final int INPUT_ROWS = 200;
  private static final int EXCERPT = 160;
  private static final String CHART =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  private final Storage storage;
  private final OutputLayout layout;

  Report(Storage storage, OutputLayout layout) {
    this.storage = storage;
    this.layout = layout;
  }

  /** Writes the page from the statistics and the ledger that were written before. */
  WrittenFile write(RunCounts counts, InputPlan plan, Instant started, double seconds)
      throws IOException {
    List<PostStatistics> posts = read(layout.posts("avro"), PostStatistics.getClassSchema());
    List<TagStatistics> tags = read(layout.tags("avro"), TagStatistics.getClassSchema());
    posts.sort(Comparator.comparingLong(PostStatistics::getCables).reversed());
    tags.sort(Comparator.comparingLong(TagStatistics::getCables).reversed());

    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("version", Version.VERSION);
    run.put("started", started.toString().substring(0, 16).replace('T', ' ') + " UTC");
    run.put("files", plan.files());
    run.put("bytes", plan.bytes());
    run.put("seconds", Math.round(seconds * 10) / 10.0);
    data.put("run", run);
    data.put(
        "totals",
        List.of(
            List.of("Messages read", counts.messages()),
            List.of("Cables", counts.cables()),
            List.of("Duplicates set aside", counts.duplicates()),
            List.of("Sections joined", counts.sections()),
            List.of("Rejects", counts.rejects()),
            List.of("Posts", posts.size()),
            List.of("Tags", tags.size())));
    data.put("years", sum(posts.stream().map(PostStatistics::getYears).toList()));
    data.put("levels", levels(posts));
    data.put("heat", tags.stream().limit(HEAT_ROWS).map(Report::heat).toList());
    data.put("traffic", traffic(posts));
    data.put("posts", posts.stream().map(Report::row).toList());
    data.put("tags", tags.stream().map(Report::row).toList());
    data.put("rejects", rejects());
    inputs(data);

    String page =
        resource("/org/cablebeam/pipeline/report/report.html")
            .replace("{{css}}", resource("/org/cablebeam/pipeline/report/report.css"))
            .replace("{{script}}", resource("/org/cablebeam/pipeline/report/report.js"))
            .replace("{{chart}}", library());
    int at = page.indexOf("{{data}}");
    OutputFile file = OutputFile.create(storage, layout.report());
    try (file) {
      file.write(page.substring(0, at).getBytes(StandardCharsets.UTF_8));
      file.write(json(data));
      file.write(page.substring(at + "{{data}}".length()).getBytes(StandardCharsets.UTF_8));
    }
    return file.written(1);
  }

  private <T extends SpecificRecord> List<T> read(String path, Schema schema) throws IOException {
    List<T> records = new ArrayList<>();
    try (DataFileStream<T> in = RecordFile.open(storage, path, schema)) {
      in.forEach(records::add);
    }
    return records;
  }

  private static List<List<Object>> sum(List<List<Count>> lists) {
    Map<String, Long> sums = new TreeMap<>();
    lists.forEach(
        counts -> counts.forEach(count -> sums.merge(count.getKey(), count.getCount(), Long::sum)));
    return sums.entrySet().stream()
        .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Highest first, as the enum has them. */
  private static List<List<Object>> levels(List<PostStatistics> posts) {
    List<String> order = Arrays.stream(Level.values()).map(Enum::name).toList();
    return sum(posts.stream().map(PostStatistics::getLevels).toList()).stream()
        .sorted(Comparator.comparingInt(count -> order.indexOf(count.get(0))))
        .map(count -> List.of(String.valueOf(count.get(0)).replace('_', ' '), count.get(1)))
        .toList();
  }

  private static Map<String, Object> heat(TagStatistics tag) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("tag", tag.getTag());
    row.put("name", tag.getName());
    row.put("years", pairs(tag.getYears()));
    return row;
  }

  private static List<List<Object>> pairs(List<Count> counts) {
    return counts.stream().map(count -> List.<Object>of(count.getKey(), count.getCount())).toList();
  }

  /** Who cables whom: the posts of most cables against the posts most often addressed. */
  private static Map<String, Object> traffic(List<PostStatistics> posts) {
    List<String> to =
        sum(posts.stream().map(PostStatistics::getRecipients).toList()).stream()
            .sorted(
                Comparator.comparingLong((List<Object> count) -> (Long) count.get(1)).reversed())
            .limit(TRAFFIC_POSTS)
            .map(count -> String.valueOf(count.get(0)))
            .toList();
    Map<String, Object> traffic = new LinkedHashMap<>();
    traffic.put("to", to);
    traffic.put(
        "from",
        posts.stream()
            .limit(TRAFFIC_POSTS)
            .map(
                post ->
                    List.of(
                        post.getPost(),
                        pairs(
                            post.getRecipients().stream()
                                .filter(count -> to.contains(count.getKey()))
                                .toList())))
            .toList());
    return traffic;
  }

  /** Each reason with its number and the first message rejected for it. */
  private List<List<Object>> rejects() throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, RejectedMessage> examples = new TreeMap<>();
    String path = layout.rejects("null").path(0);
    try (DataFileStream<RejectedMessage> in =
        RecordFile.open(storage, path, RejectedMessage.getClassSchema())) {
      while (in.hasNext()) {
        RejectedMessage reject = in.next();
        counts.merge(reject.getCode(), 1L, Long::sum);
        examples.putIfAbsent(reject.getCode(), reject);
      }
    }
    return examples.values().stream()
        .sorted(
            Comparator.comparingLong(
                    (RejectedMessage example) -> counts.getOrDefault(example.getCode(), 0L))
                .reversed())
        .map(
            example ->
                List.<Object>of(
                    example.getCode(),
                    counts.getOrDefault(example.getCode(), 0L),
                    example.getMessage(),
                    example.getSource().getUri(),
                    excerpt(example.getRaw())))
        .toList();
  }

  private static String excerpt(String text) {
    StringBuilder line = new StringBuilder();
    boolean blank = true;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int character = text.codePointAt(at);
      if (line.length() >= EXCERPT) {
        return line.append(" …").toString();
      }
      if (!Character.isWhitespace(character) && !Character.isISOControl(character)) {
        line.appendCodePoint(character);
        blank = false;
      } else if (!blank) {
        line.append(' ');
        blank = true;
      }
    }
    return line.toString().strip();
  }

  private static List<@Nullable Object> row(PostStatistics post) {
    List<SerialYear> series = post.getSeries();
    double estimate = series.stream().mapToDouble(SerialYear::getEstimate).sum();
    long seen = series.stream().mapToLong(SerialYear::getCables).sum();
    return Arrays.asList(
        post.getPost(),
        post.getName(),
        post.getCountry(),
        post.getCables(),
        day(post.getFirstSent()),
        day(post.getLastSent()),
        series.isEmpty() ? null : Math.round(estimate),
        series.isEmpty() ? null : Math.min(100, Math.round(1e4 * seen / estimate) / 1e2),
        top(post.getTags()));
  }

  private static List<@Nullable Object> row(TagStatistics tag) {
    return Arrays.asList(
        tag.getTag(),
        tag.getKind().name(),
        tag.getName(),
        tag.getCables(),
        day(tag.getFirstSent()),
        day(tag.getLastSent()),
        top(tag.getPosts()));
  }

  private static @Nullable String day(@Nullable Instant instant) {
    return instant == null ? null : instant.toString().substring(0, 10);
  }

  private static String top(List<Count> counts) {
    return counts.stream().limit(5).map(Count::getKey).collect(Collectors.joining(", "));
  }

  private void inputs(Map<String, Object> data) throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    long troubled = 0;
    try (DataFileStream<LedgerEntry> ledger =
        RecordFile.open(storage, layout.ledger("avro"), LedgerEntry.getClassSchema())) {
      while (ledger.hasNext()) {
        LedgerEntry entry = ledger.next();
        if (!entry.getStatus().equals("OK")) {
          troubled++;
          if (rows.size() < INPUT_ROWS) {
            rows.add(
                Arrays.asList(
                    entry.getUri(),
                    entry.getContainer().name(),
                    entry.getMessages(),
                    entry.getRejects(),
                    entry.getStatus(),
                    entry.getReason()));
          }
        }
      }
    }
    data.put("inputs", rows);
    data.put("troubled", troubled);
  }

  private static byte[] json(Map<String, Object> data) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    mapper.getFactory().setCharacterEscapes(new ScriptEscapes());
    return mapper.writeValueAsBytes(data);
  }

  /** The chart library, without the address of a source map, which browsers would ask for. */
  private static String library() throws IOException {
    return resource(CHART)
        .lines()
        .filter(line -> !line.startsWith("//# sourceMappingURL="))
        .collect(Collectors.joining("\n"))
        .replace("</script", "<\\/script");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Report.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("the program lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Nothing in the JSON looks like a tag or a line end to a browser. */
  private static final class ScriptEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_STANDARD;
      codes['>'] = ESCAPE_STANDARD;
      codes['&'] = ESCAPE_STANDARD;
      codes['\''] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return character == 0x2028 || character == 0x2029
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character))
          : null;
    }
  }
}
