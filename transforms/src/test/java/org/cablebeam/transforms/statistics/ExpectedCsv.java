package org.cablebeam.transforms.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.SerialYear;

/** What the CSV of a table holds, cell by cell, by other code. */
public final class ExpectedCsv {
  private static final String LENGTHS =
      "words,words_mean,words_median,words_p95,words_max,"
          + "paragraphs,paragraphs_mean,paragraphs_median,paragraphs_p95,paragraphs_max,"
          + "references_made,references_resolved,references_received,";

  private static final String LEVELS =
      "cables,first_sent,last_sent,undated,top_secret,secret,confidential,restricted,"
          + "limited_official_use,unclassified,unknown_level,";

  private static final String TAGS =
      "tag,kind,name,country,"
          + LEVELS
          + LENGTHS
          + "repaired,top_controls,top_captions,top_posts,top_tags,top_persons,top_organizations,"
          + "top_forms";

  private static final String POSTS =
      "post,name,country,"
          + LEVELS
          + LENGTHS
          + "serials,missing_serials,estimated_cables,top_controls,top_captions,top_tags,"
          + "top_recipients,top_senders,top_persons,top_organizations";

  private ExpectedCsv() {}

  /** The files of a table, without extension. */
  public static List<String> files(String table) {
    return switch (table) {
      case "tags" -> List.of("tags", "tag-counts");
      case "posts" -> List.of("posts", "post-counts");
      default -> List.of(table);
    };
  }

  /** The lines of a file, that with the names of the columns first. */
  public static List<List<String>> lines(
      String file, Schema schema, List<? extends SpecificRecord> records) {
    List<List<String>> lines = new ArrayList<>();
    switch (file) {
      case "tags" -> lines.addAll(cells(TAGS, records));
      case "posts" -> lines.addAll(cells(POSTS, records));
      case "corpus" -> {
        lines.add(List.of("figure", "key", "level", "value"));
        records.forEach(record -> lines.addAll(counts(null, record)));
      }
      case "tag-counts", "post-counts" -> {
        String of = file.substring(0, file.indexOf('-'));
        lines.add(List.of(of, "counted", "key", "level", "count", "share"));
        records.forEach(
            record ->
                counts(text(record.get(0)), record)
                    .forEach(
                        line -> {
                          List<String> cells = new ArrayList<>(line);
                          cells.add(line.get(1).equals("caption_shares") ? cells.set(4, "") : "");
                          lines.add(cells);
                        }));
      }
      default -> {
        String columns =
            schema.getFields().stream().map(Schema.Field::name).collect(Collectors.joining(","));
        lines.addAll(cells(columns, records));
      }
    }
    return lines;
  }

  private static List<List<String>> cells(String columns, List<? extends SpecificRecord> records) {
    List<String> names = Arrays.asList(columns.split(","));
    List<List<String>> lines = new ArrayList<>();
    lines.add(names);
    records.forEach(record -> lines.add(names.stream().map(name -> cell(record, name)).toList()));
    return lines;
  }

  private static String cell(SpecificRecord record, String column) {
    if (column.startsWith("top_") && !column.equals("top_secret")) {
      return counted(record, column.substring(4))
          .limit(10)
          .map(Count::getKey)
          .collect(Collectors.joining("|"));
    }
    Set<String> levels = Stream.of(Level.values()).map(Level::name).collect(Collectors.toSet());
    String level = column.equals("unknown_level") ? "UNKNOWN" : column.toUpperCase(Locale.ROOT);
    if (levels.contains(level) && record.getSchema().getField("levels") != null) {
      return counted(record, "levels")
          .filter(count -> count.getKey().equals(level))
          .map(count -> text(count.getCount()))
          .findFirst()
          .orElse("0");
    }
    if (record instanceof PostStatistics post) {
      Stream<SerialYear> years = post.getSeries().stream();
      switch (column) {
        case "serials":
          return text(years.mapToLong(SerialYear::getCables).sum());
        case "missing_serials":
          return text(years.mapToLong(SerialYear::getMissing).sum());
        case "estimated_cables":
          return text(Math.round(years.mapToDouble(SerialYear::getEstimate).sum()));
        default:
      }
    }
    return text(field(record, column));
  }

  /** Whose, field, key, level, count; of the corpus its plain figures too, and nothing whose. */
  private static List<List<String>> counts(String of, SpecificRecord record) {
    List<List<String>> lines = new ArrayList<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (field.name().equals("series")) {
        continue;
      }
      if (value instanceof List<?> list) {
        for (Object item : list) {
          SpecificRecord count = (SpecificRecord) item;
          boolean leveled = count.getSchema().getField("level") != null;
          lines.add(
              Stream.of(
                      of,
                      field.name(),
                      text(count.get(0)),
                      leveled ? text(field(count, "level")) : "",
                      text(count.get(leveled ? 2 : 1)))
                  .filter(Objects::nonNull)
                  .toList());
        }
      } else if (of == null) {
        lines.add(List.of(field.name(), "", "", text(value)));
      }
    }
    return lines;
  }

  private static Object field(SpecificRecord record, String name) {
    return record.get(record.getSchema().getField(name).pos());
  }

  private static Stream<Count> counted(SpecificRecord record, String field) {
    return ((List<?>) field(record, field)).stream().map(count -> (Count) count);
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
