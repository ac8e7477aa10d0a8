package org.cablebeam.transforms.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.CaptionStatistics;
import org.cablebeam.schemas.Citation;
import org.cablebeam.schemas.CorpusStatistics;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.IssueStatistics;
import org.cablebeam.schemas.LevelStatistics;
import org.cablebeam.schemas.MissingSerials;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.SerialGap;
import org.cablebeam.schemas.SerialSeries;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.TagPair;
import org.cablebeam.schemas.TagPost;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.schemas.Traffic;
import org.cablebeam.schemas.YearLevelCount;
import org.cablebeam.transforms.text.CsvRows;
import org.jspecify.annotations.Nullable;

/**
 * A table of the statistics: rows of one kind, sorted by their keys in the order of strings, made
 * anew each time they are asked for, one after the other.
 *
 * @param name of its files, without extension
 * @param schema of the rows
 * @param rows gives them, sorted
 * @param csvs the forms in which it is written as CSV, by the name of the file
 */
public record StatisticsTable<T extends SpecificRecord>(
    String name, Schema schema, Supplier<Stream<T>> rows, Map<String, Csv<T>> csvs) {
  /** Writes rows as CSV. */
  public interface Csv<T> {
    void write(Iterator<T> rows, CsvRows csv) throws IOException;
  }

  private static <T extends SpecificRecord> StatisticsTable<T> flat(
      String name, Schema schema, Supplier<Stream<T>> rows) {
    return new StatisticsTable<>(
        name,
        schema,
        rows,
        Map.of(name, (items, csv) -> StatisticsCsv.writeFlat(schema, items, csv)));
  }

  /** The table of citations, whose edges are counted share by share. */
  public static StatisticsTable<Citation> ofCitations(Supplier<Stream<Citation>> sorted) {
    return flat("citations", Citation.getClassSchema(), sorted);
  }

  /** What is told of the corpus: itself, its levels and captions by year, and its issues. */
  public static List<StatisticsTable<?>> ofCorpus(Tallies tallies) {
    return List.of(
        new StatisticsTable<>(
            "corpus",
            CorpusStatistics.getClassSchema(),
            () -> Stream.of(corpus(tallies)),
            Map.of("corpus", StatisticsCsv::writeCorpus)),
        flat("levels", LevelStatistics.getClassSchema(), () -> levels(tallies).stream()),
        flat("captions", CaptionStatistics.getClassSchema(), () -> captions(tallies).stream()),
        flat("issues", IssueStatistics.getClassSchema(), () -> issues(tallies)));
  }

  /** What is told of tags: themselves, the pairs that stand together, and their posts. */
  public static List<StatisticsTable<?>> ofTags(Tallies tallies) {
    return List.of(
        new StatisticsTable<>(
            "tags",
            TagStatistics.getClassSchema(),
            () -> tags(tallies),
            Map.of("tags", StatisticsCsv::writeTags, "tag-counts", StatisticsCsv::writeTagCounts)),
        flat("tag-pairs", TagPair.getClassSchema(), () -> tagPairs(tallies)),
        flat("tag-posts", TagPost.getClassSchema(), () -> tagPosts(tallies)));
  }

  /** What is told of posts: themselves, who cables whom, their serials and the gaps in these. */
  public static List<StatisticsTable<?>> ofPosts(Tallies tallies) {
    return List.of(
        new StatisticsTable<>(
            "posts",
            PostStatistics.getClassSchema(),
            () -> posts(tallies),
            Map.of(
                "posts", StatisticsCsv::writePosts, "post-counts", StatisticsCsv::writePostCounts)),
        flat("traffic", Traffic.getClassSchema(), () -> traffic(tallies)),
        flat("serials", SerialSeries.getClassSchema(), () -> serials(tallies)),
        flat("gaps", MissingSerials.getClassSchema(), () -> gaps(tallies)));
  }

  private static CorpusStatistics corpus(Tallies tallies) {
    PostTally unknown = tallies.posts().get(Tallies.UNKNOWN_POST);
    CorpusStatistics corpus = tallies.corpus().toStatistics();
    corpus.setPosts(tallies.posts().size() - (unknown == null ? 0 : 1));
    corpus.setCablesWithoutPost(unknown == null ? 0 : unknown.totals.cables());
    corpus.setTags(tallies.tags().size());
    corpus.setTagsUnknown(
        tallies.tags().values().stream().filter(tag -> tag.kind() == TagKind.UNKNOWN).count());
    return corpus;
  }

  private static List<LevelStatistics> levels(Tallies tallies) {
    Map<Integer, Long> years = years(tallies);
    List<LevelStatistics> rows = new ArrayList<>();
    for (YearLevelCount count : tallies.corpus().totals.yearLevels()) {
      Integer year = count.getYear();
      double share = (double) count.getCables() / years.getOrDefault(year == null ? 0 : year, 1L);
      rows.add(new LevelStatistics(year, count.getLevel(), count.getCables(), share));
    }
    return rows;
  }

  private static List<CaptionStatistics> captions(Tallies tallies) {
    Map<Integer, Long> years = years(tallies);
    List<CaptionStatistics> rows = new ArrayList<>();
    years.forEach(
        (year, cables) -> {
          caption(rows, year, cables, "CAPTION", tallies.corpus().captions().get(year));
          caption(rows, year, cables, "CONTROL", tallies.corpus().controls().get(year));
        });
    return rows;
  }

  private static void caption(
      List<CaptionStatistics> rows, int year, long cables, String kind, @Nullable Counts counts) {
    if (counts != null) {
      for (Count count : counts.byKey()) {
        double share = (double) count.getCount() / cables;
        rows.add(
            new CaptionStatistics(
                year == 0 ? null : year, kind, count.getKey(), count.getCount(), share));
      }
    }
  }

  /** Cables by year; the year of those without a date is 0. */
  private static Map<Integer, Long> years(Tallies tallies) {
    Map<Integer, Long> years = new TreeMap<>();
    for (YearLevelCount count : tallies.corpus().totals.yearLevels()) {
      Integer year = count.getYear();
      years.merge(year == null ? 0 : year, count.getCables(), Long::sum);
    }
    return years;
  }

  private static Stream<IssueStatistics> issues(Tallies tallies) {
    long cables = tallies.corpus().totals.cables();
    return tallies.corpus().issues().entrySet().stream()
        .map(issue -> issue.getValue().toStatistics(issue.getKey(), cables));
  }

  static Stream<TagStatistics> tags(Tallies tallies) {
    // Each pair is counted once, and told of both.
    Map<String, Counts> beside = new TreeMap<>();
    for (TagTally tag : tallies.tags().values()) {
      for (Count other : tag.tagsBehind()) {
        counts(beside, tag.tag()).add(other.getKey(), other.getCount());
        counts(beside, other.getKey()).add(tag.tag(), other.getCount());
      }
    }
    return tallies.tags().values().stream()
        .map(tag -> tag.toStatistics(beside.getOrDefault(tag.tag(), new Counts())));
  }

  static Stream<PostStatistics> posts(Tallies tallies) {
    Map<String, Counts> tags = new TreeMap<>();
    for (TagTally tag : tallies.tags().values()) {
      for (Count post : tag.posts()) {
        counts(tags, post.getKey()).add(tag.tag(), post.getCount());
      }
    }
    Map<String, Counts> senders = new TreeMap<>();
    for (PostTally post : tallies.posts().values()) {
      post.recipients()
          .forEach((recipient, cables) -> counts(senders, recipient).add(post.post(), cables));
    }
    return tallies.posts().values().stream()
        .map(
            post ->
                post.toStatistics(
                    tags.getOrDefault(post.post(), new Counts()),
                    senders.getOrDefault(post.post(), new Counts())));
  }

  private static Counts counts(Map<String, Counts> byKey, String key) {
    return byKey.computeIfAbsent(key, absent -> new Counts());
  }

  private static Stream<TagPair> tagPairs(Tallies tallies) {
    return tallies.tags().values().stream()
        .flatMap(
            tag ->
                tag.tagsBehind().stream()
                    .map(
                        other -> {
                          long both = other.getCount();
                          long either =
                              tag.totals.cables()
                                  + tallies.tag(other.getKey()).totals.cables()
                                  - both;
                          double jaccard = (double) both / either;
                          return new TagPair(tag.tag(), other.getKey(), both, jaccard);
                        }));
  }

  private static Stream<TagPost> tagPosts(Tallies tallies) {
    return tallies.tags().values().stream()
        .flatMap(
            tag ->
                tag.posts().stream()
                    .map(
                        post -> {
                          long cables = post.getCount();
                          double share =
                              (double) cables / tallies.post(post.getKey()).totals.cables();
                          return new TagPost(tag.tag(), post.getKey(), cables, share);
                        }));
  }

  private static Stream<Traffic> traffic(Tallies tallies) {
    return tallies.posts().values().stream()
        .flatMap(
            post ->
                post.recipients().byKey().stream()
                    .map(
                        to -> {
                          long action = post.action(to.getKey());
                          long cables = to.getCount();
                          return new Traffic(
                              post.post(), to.getKey(), cables, action, cables - action);
                        }));
  }

  private static Stream<SerialSeries> serials(Tallies tallies) {
    return tallies.posts().values().stream()
        .flatMap(post -> post.series().stream().map(year -> serials(post.post(), year)));
  }

  private static SerialSeries serials(String post, SerialYear year) {
    return new SerialSeries(
        post,
        year.getYear(),
        year.getCables(),
        year.getFirst(),
        year.getLast(),
        year.getMissing(),
        year.getGapCount(),
        year.getEstimate(),
        year.getEstimateLow(),
        year.getEstimateHigh(),
        year.getCoverage(),
        (long) year.getOutliers().size());
  }

  private static Stream<MissingSerials> gaps(Tallies tallies) {
    return tallies.posts().values().stream()
        .flatMap(
            post ->
                post.series().stream()
                    .flatMap(
                        year ->
                            year.getGaps().stream()
                                .map(gap -> gap(post.post(), year.getYear(), gap))));
  }

  private static MissingSerials gap(String post, int year, SerialGap gap) {
    long missing = gap.getLast() - gap.getFirst() + 1;
    return new MissingSerials(post, year, gap.getFirst(), gap.getLast(), missing);
  }
}
