package org.cablebeam.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.CorpusStatistics;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.IssueStatistics;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.MonthLevelCount;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.schemas.Traffic;
import org.cablebeam.schemas.YearLevelCount;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.jspecify.annotations.Nullable;

/**
 * What the report shows: figures of the statistics and of the ledger as they were written, nothing
 * counted anew. Lists are bounded, so that the page stays small whatever the corpus; the page says
 * so where a list was cut.
 */
final class ReportFigures {
  private static final int POSTS = 1000;
  private static final int TAGS = 2000;
  private static final int ROUTES = 500;
  private static final int MATRIX = 15;
  private static final int BARS = 10;
  private static final int INPUTS = 200;
  private static final int EXCERPT = 160;

  private final Storage storage;
  private final OutputLayout layout;

  ReportFigures(Storage storage, OutputLayout layout) {
    this.storage = storage;
    this.layout = layout;
  }

  /**
   * Gathers the figures by the names under which the script of the page knows them.
   *
   * @param given what the run was told, by option; null for what it was not
   */
  Map<String, Object> gather(
      RunCounts counts, InputPlan plan, Instant started, double seconds, Map<String, ?> given)
      throws IOException {
    CorpusStatistics corpus = corpus();
    List<PostStatistics> posts =
        most(layout.posts("avro"), PostStatistics.getClassSchema(), PostStatistics::getCables);
    List<TagStatistics> tags =
        most(layout.tags("avro"), TagStatistics.getClassSchema(), TagStatistics::getCables);
    List<String> years = years(corpus.getYears());

    Map<String, Object> data = new LinkedHashMap<>();
    data.put("run", run(plan, started, seconds, given));
    data.put("totals", totals(counts, corpus, posts.size(), tags.size()));
    data.put("years", years);
    data.put("levels", Arrays.stream(Level.values()).map(Enum::name).toList());
    data.put("timeline", timeline(corpus));
    data.put("sums", sums(corpus));
    data.put("posts", posts.stream().limit(POSTS).map(ReportFigures::row).toList());
    data.put("coverage", coverage(posts));
    data.put("outliers", outliers(posts));
    data.put("tags", tags.stream().limit(TAGS).map(tag -> row(tag, years)).toList());
    data.put("traffic", traffic(posts));
    data.put("issues", issues());
    data.put("rejects", rejects());
    inputs(data);
    return data;
  }

  private CorpusStatistics corpus() throws IOException {
    try (DataFileStream<CorpusStatistics> in =
        RecordFile.open(
            storage, layout.statistics("corpus", "avro"), CorpusStatistics.getClassSchema())) {
      return in.next();
    }
  }

  /** All records of a file, those of most cables first. */
  private <T extends SpecificRecord> List<T> most(
      String path, Schema schema, ToLongFunction<T> cables) throws IOException {
    List<T> records = new ArrayList<>();
    try (DataFileStream<T> in = RecordFile.open(storage, path, schema)) {
      in.forEach(records::add);
    }
    records.sort(Comparator.comparingLong(cables).reversed());
    return records;
  }

  private static Map<String, Object> run(
      InputPlan plan, Instant started, double seconds, Map<String, ?> given) {
    String start = started.toString().substring(0, 16).replace('T', ' ') + " UTC";
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("Cablebeam", Version.VERSION));
    rows.add(List.of("Started", start));
    given.forEach(
        (option, value) -> {
          if (value != null) {
            rows.add(List.of("--" + option, shown(value)));
          }
        });
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("version", Version.VERSION);
    run.put("started", start);
    run.put("files", plan.files());
    run.put("bytes", plan.bytes());
    run.put("seconds", Math.round(seconds * 10) / 10.0);
    run.put("facts", rows);
    return run;
  }

  private static String shown(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value.toString();
  }

  private static Map<String, Object> totals(
      RunCounts counts, CorpusStatistics corpus, long posts, long tags) {
    Map<String, Object> totals = new LinkedHashMap<>();
    totals.put("messages", counts.messages());
    totals.put("cables", counts.cables());
    totals.put("duplicates", counts.duplicates());
    totals.put("sections", counts.sections());
    totals.put("rejects", counts.rejects());
    totals.put("left_out", counts.leftOut());
    totals.put("posts", posts);
    totals.put("tags", tags);
    totals.put("tags_unknown", corpus.getTagsUnknown());
    totals.put("cables_with_unknown_tags", corpus.getCablesWithUnknownTags());
    totals.put("cables_with_repaired_tags", corpus.getCablesWithRepairedTags());
    totals.put("cables_with_issues", corpus.getCablesWithIssues());
    totals.put("words_median", corpus.getWordsMedian());
    totals.put("words_p95", corpus.getWordsP95());
    totals.put("references_made", corpus.getReferencesMade());
    totals.put("references_resolved", corpus.getReferencesResolved());
    return totals;
  }

  /** Every year from the first to the last, those without cables too. */
  private static List<String> years(List<Count> counts) {
    IntSummaryStatistics known =
        counts.stream().mapToInt(year -> Integer.parseInt(year.getKey())).summaryStatistics();
    return counts.isEmpty()
        ? List.of()
        : IntStream.rangeClosed(known.getMin(), known.getMax()).mapToObj(String::valueOf).toList();
  }

  /** By year and by month, the cables of each level in the order of the enum. */
  private static Map<String, Object> timeline(CorpusStatistics corpus) {
    Map<String, long[]> years = new TreeMap<>();
    for (YearLevelCount count : corpus.getYearLevels()) {
      if (count.getYear() != null) {
        levels(years, String.valueOf(count.getYear()))[count.getLevel().ordinal()] +=
            count.getCables();
      }
    }
    Map<String, long[]> months = new TreeMap<>();
    for (MonthLevelCount count : corpus.getMonthLevels()) {
      if (count.getMonth() != null) {
        levels(months, count.getMonth())[count.getLevel().ordinal()] += count.getCables();
      }
    }
    return Map.of("years", byTime(years), "months", byTime(months));
  }

  private static long[] levels(Map<String, long[]> times, String time) {
    return times.computeIfAbsent(time, absent -> new long[Level.values().length]);
  }

  private static List<List<Object>> byTime(Map<String, long[]> times) {
    return times.entrySet().stream()
        .map(time -> List.<Object>of(time.getKey(), time.getValue()))
        .toList();
  }

  private static Map<String, Object> sums(CorpusStatistics corpus) {
    List<String> order = Arrays.stream(Level.values()).map(Enum::name).toList();
    Map<String, Object> sums = new LinkedHashMap<>();
    sums.put(
        "levels",
        pairs(
            corpus.getLevels().stream()
                .sorted(Comparator.comparingInt(count -> order.indexOf(count.getKey())))
                .toList()));
    sums.put("controls", pairs(corpus.getControls().stream().limit(BARS).toList()));
    sums.put("captions", pairs(corpus.getCaptions().stream().limit(BARS).toList()));
    sums.put("persons", pairs(corpus.getPersons().stream().limit(BARS).toList()));
    sums.put("organizations", pairs(corpus.getOrganizations().stream().limit(BARS).toList()));
    return sums;
  }

  private static List<List<Object>> pairs(List<Count> counts) {
    return counts.stream().map(count -> List.<Object>of(count.getKey(), count.getCount())).toList();
  }

  /** By year: serials seen, the estimates of all posts added up, their limits, and the posts. */
  private static List<List<Object>> coverage(List<PostStatistics> posts) {
    Map<Integer, double[]> years = new TreeMap<>();
    for (PostStatistics post : posts) {
      for (SerialYear year : post.getSeries()) {
        double[] sums = years.computeIfAbsent(year.getYear(), absent -> new double[5]);
        sums[0] += year.getCables();
        sums[1] += year.getEstimate();
        sums[2] += year.getEstimateLow();
        sums[3] += year.getEstimateHigh();
        sums[4]++;
      }
    }
    return years.entrySet().stream()
        .map(
            year -> {
              List<Object> row = new ArrayList<>();
              row.add(year.getKey());
              Arrays.stream(year.getValue()).forEach(value -> row.add(Math.round(value)));
              return row;
            })
        .toList();
  }

  /** Serials left out of all series. */
  private static long outliers(List<PostStatistics> posts) {
    return posts.stream()
        .flatMap(post -> post.getSeries().stream())
        .mapToLong(year -> year.getOutliers().size())
        .sum();
  }

  /** Who cables whom: the posts of most cables against the posts that these address most often. */
  private Map<String, Object> traffic(List<PostStatistics> posts) throws IOException {
    List<PostStatistics> senders = posts.subList(0, Math.min(MATRIX, posts.size()));
    Map<String, Long> addressed = new TreeMap<>();
    senders.forEach(
        post ->
            post.getRecipients()
                .forEach(to -> addressed.merge(to.getKey(), to.getCount(), Long::sum)));
    List<String> to =
        addressed.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MATRIX)
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Object> traffic = new LinkedHashMap<>();
    traffic.put("to", to);
    traffic.put(
        "from",
        senders.stream()
            .map(
                post ->
                    List.of(
                        post.getPost(),
                        post.getCables(),
                        pairs(
                            post.getRecipients().stream()
                                .filter(count -> to.contains(count.getKey()))
                                .toList())))
            .toList());
    traffic.put("routes", routes());
    return traffic;
  }

  /** The pairs of posts between which most cables went. */
  private List<List<Object>> routes() throws IOException {
    PriorityQueue<Traffic> busiest =
        new PriorityQueue<>(Comparator.comparingLong(Traffic::getCables));
    try (DataFileStream<Traffic> in =
        RecordFile.open(storage, layout.statistics("traffic", "avro"), Traffic.getClassSchema())) {
      while (in.hasNext()) {
        busiest.add(in.next());
        if (busiest.size() > ROUTES) {
          busiest.remove();
        }
      }
    }
    return busiest.stream()
        .sorted(
            Comparator.comparingLong(Traffic::getCables)
                .reversed()
                .thenComparing(Traffic::getSender)
                .thenComparing(Traffic::getRecipient))
        .map(
            route ->
                List.<Object>of(
                    route.getSender(),
                    route.getRecipient(),
                    route.getCables(),
                    route.getAction(),
                    route.getInfo()))
        .toList();
  }

  /** Each issue with its number and a cable that bears it. */
  private List<List<@Nullable Object>> issues() throws IOException {
    return most(
            layout.statistics("issues", "avro"),
            IssueStatistics.getClassSchema(),
            IssueStatistics::getCables)
        .stream()
        .map(
            issue ->
                Arrays.<@Nullable Object>asList(
                    issue.getCode(),
                    issue.getMeaning(),
                    issue.getCables(),
                    issue.getShare(),
                    issue.getExample(),
                    issue.getExampleExcerpt() == null ? null : excerpt(issue.getExampleExcerpt())))
        .toList();
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
    boolean none = series.isEmpty();
    double estimate = series.stream().mapToDouble(SerialYear::getEstimate).sum();
    long seen = series.stream().mapToLong(SerialYear::getCables).sum();
    return Arrays.asList(
        post.getPost(),
        post.getName(),
        post.getCountry(),
        post.getCables(),
        day(post.getFirstSent()),
        day(post.getLastSent()),
        none ? null : Math.round(estimate),
        none ? null : Math.round(series.stream().mapToDouble(SerialYear::getEstimateLow).sum()),
        none ? null : Math.round(series.stream().mapToDouble(SerialYear::getEstimateHigh).sum()),
        none ? null : Math.min(1, Math.round(1e6 * seen / estimate) / 1e6),
        top(post.getTags()));
  }

  private static List<@Nullable Object> row(TagStatistics tag, List<String> years) {
    Map<String, Long> counts =
        tag.getYears().stream().collect(Collectors.toMap(Count::getKey, Count::getCount));
    return Arrays.asList(
        tag.getTag(),
        tag.getKind().name(),
        tag.getName(),
        tag.getCables(),
        day(tag.getFirstSent()),
        day(tag.getLastSent()),
        top(tag.getPosts()),
        years.stream().map(year -> counts.getOrDefault(year, 0L)).toList());
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
          if (rows.size() < INPUTS) {
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
}
