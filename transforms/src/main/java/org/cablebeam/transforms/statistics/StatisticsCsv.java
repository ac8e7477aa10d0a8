package org.cablebeam.transforms.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.CorpusStatistics;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.MonthLevelCount;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.Share;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.schemas.YearLevelCount;
import org.cablebeam.transforms.text.CsvRows;
import org.jspecify.annotations.Nullable;

/**
 * Statistics as CSV, a header line first. Every column is one plain value, so that a database reads
 * it without a word of explanation. Times are ISO 8601 in UTC; what is not known is empty.
 *
 * <p>A flat record has a column a field. Of tags and posts {@link #writeTags} and {@link
 * #writePosts} give a row each, in which
 *
 * <ul>
 *   <li>{@code top_secret} to {@code unknown_level} are cables by level;
 *   <li>{@code top_controls} and the like are the ten most frequent, the most frequent first,
 *       parted by {@code |};
 *   <li>{@code serials}, {@code missing_serials}, {@code estimated_cables} are distinct serials
 *       seen, serials not seen below the highest of each year, and the estimate of how many cables
 *       there were, rounded, each summed over the years in which the post is seen.
 * </ul>
 *
 * <p>All counts of a record stand in its {@code -counts} file, a row each: whose, what is counted,
 * key, level (of {@code year_levels} and {@code month_levels} only), number; or in its place, of
 * {@code caption_shares}, the share, in a column of its own.
 */
final class StatisticsCsv {
  private static final int TOP = 10;

  private StatisticsCsv() {}

  /** Writes flat records, a column a field. */
  static <T extends SpecificRecord> void writeFlat(Schema schema, Iterator<T> rows, CsvRows csv)
      throws IOException {
    for (Schema.Field field : schema.getFields()) {
      csv.value(field.name());
    }
    csv.end();
    int fields = schema.getFields().size();
    while (rows.hasNext()) {
      T row = rows.next();
      for (int i = 0; i < fields; i++) {
        csv.value(row.get(i));
      }
      csv.end();
    }
    csv.flush();
  }

  /** Writes one line a tag. */
  static void writeTags(Iterator<TagStatistics> tags, CsvRows csv) throws IOException {
    header(
        List.of("tag", "kind", "name", "country"),
        List.of(
            "repaired",
            "top_controls",
            "top_captions",
            "top_posts",
            "top_tags",
            "top_persons",
            "top_organizations",
            "top_forms"),
        csv);
    while (tags.hasNext()) {
      TagStatistics tag = tags.next();
      values(csv, tag.getTag(), tag.getKind(), tag.getName(), tag.getCountry());
      values(csv, tag.getCables(), tag.getFirstSent(), tag.getLastSent(), tag.getUndated());
      levels(csv, tag.getLevels());
      values(csv, tag.getWords(), tag.getWordsMean(), tag.getWordsMedian());
      values(csv, tag.getWordsP95(), tag.getWordsMax());
      values(csv, tag.getParagraphs(), tag.getParagraphsMean(), tag.getParagraphsMedian());
      values(csv, tag.getParagraphsP95(), tag.getParagraphsMax());
      values(csv, tag.getReferencesMade(), tag.getReferencesResolved());
      values(csv, tag.getReferencesReceived(), tag.getRepaired());
      values(csv, top(tag.getControls()), top(tag.getCaptions()));
      values(csv, top(tag.getPosts()), top(tag.getTags()));
      values(csv, top(tag.getPersons()), top(tag.getOrganizations()), top(tag.getForms()));
      csv.end();
    }
    csv.flush();
  }

  /** Writes one line a post. */
  static void writePosts(Iterator<PostStatistics> posts, CsvRows csv) throws IOException {
    header(
        List.of("post", "name", "country"),
        List.of(
            "serials",
            "missing_serials",
            "estimated_cables",
            "top_controls",
            "top_captions",
            "top_tags",
            "top_recipients",
            "top_senders",
            "top_persons",
            "top_organizations"),
        csv);
    while (posts.hasNext()) {
      PostStatistics post = posts.next();
      values(csv, post.getPost(), post.getName(), post.getCountry());
      values(csv, post.getCables(), post.getFirstSent(), post.getLastSent(), post.getUndated());
      levels(csv, post.getLevels());
      values(csv, post.getWords(), post.getWordsMean(), post.getWordsMedian());
      values(csv, post.getWordsP95(), post.getWordsMax());
      values(csv, post.getParagraphs(), post.getParagraphsMean(), post.getParagraphsMedian());
      values(csv, post.getParagraphsP95(), post.getParagraphsMax());
      values(csv, post.getReferencesMade(), post.getReferencesResolved());
      values(csv, post.getReferencesReceived());
      long seen = 0;
      long missing = 0;
      double estimate = 0;
      for (SerialYear year : post.getSeries()) {
        seen += year.getCables();
        missing += year.getMissing();
        estimate += year.getEstimate();
      }
      values(csv, seen, missing, Math.round(estimate));
      values(csv, top(post.getControls()), top(post.getCaptions()));
      values(csv, top(post.getTags()), top(post.getRecipients()), top(post.getSenders()));
      values(csv, top(post.getPersons()), top(post.getOrganizations()));
      csv.end();
    }
    csv.flush();
  }

  /** Writes all counts of tags, a line each. */
  static void writeTagCounts(Iterator<TagStatistics> tags, CsvRows csv) throws IOException {
    values(csv, "tag", "counted", "key", "level", "count", "share");
    csv.end();
    while (tags.hasNext()) {
      TagStatistics tag = tags.next();
      counts(tag.getTag(), tag, csv);
    }
    csv.flush();
  }

  /** Writes all counts of posts, a line each. */
  static void writePostCounts(Iterator<PostStatistics> posts, CsvRows csv) throws IOException {
    values(csv, "post", "counted", "key", "level", "count", "share");
    csv.end();
    while (posts.hasNext()) {
      PostStatistics post = posts.next();
      counts(post.getPost(), post, csv);
    }
    csv.flush();
  }

  /** Writes a line a figure, in the order of the fields. */
  static void writeCorpus(Iterator<CorpusStatistics> corpora, CsvRows csv) throws IOException {
    values(csv, "figure", "key", "level", "value");
    csv.end();
    while (corpora.hasNext()) {
      counts(null, corpora.next(), csv);
    }
    csv.flush();
  }

  /**
   * Writes the counts of a record.
   *
   * @param of whose they are; null for the corpus, of which plain figures are written as well
   */
  private static void counts(@Nullable String of, SpecificRecord statistics, CsvRows csv)
      throws IOException {
    for (Schema.Field field : statistics.getSchema().getFields()) {
      Object value = statistics.get(field.pos());
      if (value instanceof List<?> list) {
        for (Object item : list) {
          count(of, field.name(), item, csv);
        }
      } else if (of == null) {
        values(csv, field.name(), null, null, value);
        csv.end();
      }
    }
  }

  private static void count(@Nullable String of, String field, Object item, CsvRows csv)
      throws IOException {
    if (item instanceof SerialYear) {
      // These have a table of their own.
      return;
    }
    if (of != null) {
      csv.value(of);
    }
    csv.value(field);
    if (item instanceof Count count) {
      values(csv, count.getKey(), null, count.getCount());
    } else if (item instanceof Share share) {
      values(csv, share.getKey(), null, of == null ? share.getShare() : null);
    } else if (item instanceof YearLevelCount count) {
      values(csv, count.getYear(), count.getLevel(), count.getCables());
    } else if (item instanceof MonthLevelCount count) {
      values(csv, count.getMonth(), count.getLevel(), count.getCables());
    } else {
      throw new IllegalStateException(field + " holds no counts");
    }
    if (of != null) {
      csv.value(item instanceof Share share ? share.getShare() : null);
    }
    csv.end();
  }

  private static void header(List<String> first, List<String> last, CsvRows csv)
      throws IOException {
    List<String> header = new ArrayList<>(first);
    header.addAll(List.of("cables", "first_sent", "last_sent", "undated"));
    for (Level level : Level.values()) {
      header.add(level == Level.UNKNOWN ? "unknown_level" : level.name().toLowerCase(Locale.ROOT));
    }
    for (String length : List.of("words", "paragraphs")) {
      header.add(length);
      for (String figure : List.of("_mean", "_median", "_p95", "_max")) {
        header.add(length + figure);
      }
    }
    header.addAll(List.of("references_made", "references_resolved", "references_received"));
    header.addAll(last);
    csv.values(header);
    csv.end();
  }

  private static void values(CsvRows csv, @Nullable Object... values) throws IOException {
    for (Object value : values) {
      csv.value(value);
    }
  }

  private static void levels(CsvRows csv, List<Count> levels) throws IOException {
    for (Level level : Level.values()) {
      long cables = 0;
      for (Count count : levels) {
        if (count.getKey().equals(level.name())) {
          cables = count.getCount();
        }
      }
      csv.value(cables);
    }
  }

  private static String top(List<Count> counts) {
    StringBuilder keys = new StringBuilder();
    for (Count count : counts.subList(0, Math.min(TOP, counts.size()))) {
      if (keys.length() > 0) {
        keys.append('|');
      }
      keys.append(count.getKey());
    }
    return keys.toString();
  }
}
