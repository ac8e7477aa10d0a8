package org.cablebeam.transforms.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.TagStatistics;

/**
 * Statistics as CSV after RFC 4180: a header line, CRLF, quotes where needed, values unaltered,
 * lines sorted by key in the order of strings. The Avro files hold more; here every column is one
 * plain value, so that a database reads it without a word of explanation:
 *
 * <ul>
 *   <li>times are ISO 8601 in UTC, empty where not known;
 *   <li>{@code top_secret} to {@code unknown_level}: cables by level;
 *   <li>{@code top_controls}, {@code top_captions}, {@code top_posts}, {@code top_tags}, {@code
 *       top_recipients}: the ten most frequent, the most frequent first, parted by {@code |} (no
 *       code holds one); their counts are in Avro;
 *   <li>{@code serials}, {@code missing_serials}, {@code estimated_cables}: distinct serials seen,
 *       serials not seen below the highest of each year, and the estimate of how many cables there
 *       were, rounded, each summed over the years in which the post is seen.
 * </ul>
 */
public final class StatisticsCsv {
  private static final int TOP = 10;

  private StatisticsCsv() {}

  /** Writes one line a tag. */
  public static void writeTags(Iterable<TagStatistics> statistics, Appendable out)
      throws IOException {
    List<TagStatistics> sorted = new ArrayList<>();
    statistics.forEach(sorted::add);
    sorted.sort(Comparator.comparing(TagStatistics::getTag));
    CSVPrinter printer = CSVFormat.RFC4180.print(out);
    printer.printRecord(
        header(
            List.of("tag", "kind", "name", "country"),
            List.of("top_controls", "top_captions", "top_posts", "top_tags")));
    for (TagStatistics tag : sorted) {
      print(printer, tag.getTag(), tag.getKind(), tag.getName(), tag.getCountry());
      print(printer, tag.getCables(), tag.getFirstSent(), tag.getLastSent());
      printLevels(printer, tag.getLevels());
      print(printer, tag.getWords(), tag.getParagraphs());
      print(printer, tag.getReferencesMade(), tag.getReferencesReceived());
      print(printer, top(tag.getControls()), top(tag.getCaptions()));
      print(printer, top(tag.getPosts()), top(tag.getTags()));
      printer.println();
    }
    printer.flush();
  }

  /** Writes one line a post. */
  public static void writePosts(Iterable<PostStatistics> statistics, Appendable out)
      throws IOException {
    List<PostStatistics> sorted = new ArrayList<>();
    statistics.forEach(sorted::add);
    sorted.sort(Comparator.comparing(PostStatistics::getPost));
    CSVPrinter printer = CSVFormat.RFC4180.print(out);
    printer.printRecord(
        header(
            List.of("post", "name", "country"),
            List.of(
                "serials",
                "missing_serials",
                "estimated_cables",
                "top_controls",
                "top_captions",
                "top_tags",
                "top_recipients")));
    for (PostStatistics post : sorted) {
      print(printer, post.getPost(), post.getName(), post.getCountry());
      print(printer, post.getCables(), post.getFirstSent(), post.getLastSent());
      printLevels(printer, post.getLevels());
      print(printer, post.getWords(), post.getParagraphs());
      print(printer, post.getReferencesMade(), post.getReferencesReceived());
      long seen = 0;
      long missing = 0;
      double estimate = 0;
      for (SerialYear year : post.getSeries()) {
        seen += year.getCables();
        missing += year.getMissing();
        estimate += year.getEstimate();
      }
      print(printer, seen, missing, Math.round(estimate));
      print(printer, top(post.getControls()), top(post.getCaptions()));
      print(printer, top(post.getTags()), top(post.getRecipients()));
      printer.println();
    }
    printer.flush();
  }

  private static List<String> header(List<String> first, List<String> last) {
    List<String> header = new ArrayList<>(first);
    header.addAll(List.of("cables", "first_sent", "last_sent"));
    for (Level level : Level.values()) {
      header.add(level == Level.UNKNOWN ? "unknown_level" : level.name().toLowerCase(Locale.ROOT));
    }
    header.addAll(List.of("words", "paragraphs", "references_made", "references_received"));
    header.addAll(last);
    return header;
  }

  private static void print(CSVPrinter printer, Object... values) throws IOException {
    for (Object value : values) {
      printer.print(value);
    }
  }

  private static void printLevels(CSVPrinter printer, List<Count> levels) throws IOException {
    for (Level level : Level.values()) {
      long cables = 0;
      for (Count count : levels) {
        if (count.getKey().equals(level.name())) {
          cables = count.getCount();
        }
      }
      printer.print(cables);
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
