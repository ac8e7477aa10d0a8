package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.MonthLevelCount;
import org.cablebeam.schemas.Share;
import org.cablebeam.schemas.YearLevelCount;
import org.jspecify.annotations.Nullable;

/** What is counted of a tag, of a post and of the corpus alike. Not thread-safe. */
final class Totals {
  /** Months and levels are counted together, as one number: months times this, plus the level. */
  private static final int LEVELS = 16;

  private long cables;
  private @Nullable Instant firstSent;
  private @Nullable Instant lastSent;
  private Histogram monthsAndLevels = new Histogram();
  private Counts controls = new Counts();
  private Counts captions = new Counts();
  private Histogram words = new Histogram();
  private Histogram paragraphs = new Histogram();
  private long referencesMade;
  private long referencesReceived;
  private long referencesResolved;
  private TopNames persons = new TopNames();
  private TopNames organizations = new TopNames();

  void add(CableFigures cable) {
    cables++;
    Instant sent = cable.sent();
    if (sent != null) {
      sent(sent, sent);
    }
    monthsAndLevels.add(cable.month() * LEVELS + cable.level().ordinal());
    for (String control : cable.controls()) {
      controls.add(control);
    }
    for (String caption : cable.captions()) {
      captions.add(caption);
    }
    words.add(cable.words());
    paragraphs.add(cable.paragraphs());
    referencesMade += cable.citations().size();
  }

  void receive(long references) {
    referencesReceived += references;
  }

  /** Counts references made that lead to kept cables. */
  void resolve(long references) {
    referencesResolved += references;
  }

  /** Adds a person with all the cables that mention it. */
  void addPerson(String name, long mentioning) {
    persons.add(name, mentioning);
  }

  /** Adds an organisation with all the cables that mention it. */
  void addOrganization(String name, long mentioning) {
    organizations.add(name, mentioning);
  }

  void merge(Totals other) {
    cables += other.cables;
    if (other.firstSent != null && other.lastSent != null) {
      sent(other.firstSent, other.lastSent);
    }
    monthsAndLevels.merge(other.monthsAndLevels);
    controls.merge(other.controls);
    captions.merge(other.captions);
    words.merge(other.words);
    paragraphs.merge(other.paragraphs);
    referencesMade += other.referencesMade;
    referencesReceived += other.referencesReceived;
    referencesResolved += other.referencesResolved;
    persons.merge(other.persons);
    organizations.merge(other.organizations);
  }

  private void sent(Instant first, Instant last) {
    if (firstSent == null || first.isBefore(firstSent)) {
      firstSent = first;
    }
    if (lastSent == null || last.isAfter(lastSent)) {
      lastSent = last;
    }
  }

  long cables() {
    return cables;
  }

  /** Sets the fields that the statistics of a tag, of a post and of the corpus have in common. */
  void describe(SpecificRecordBase statistics) {
    statistics.put("cables", cables);
    statistics.put("first_sent", firstSent);
    statistics.put("last_sent", lastSent);
    statistics.put("levels", levels());
    statistics.put("controls", controls.byCount());
    statistics.put("captions", captions.byCount());
    statistics.put("caption_shares", captionShares());
    statistics.put("years", byTime(true));
    statistics.put("months", byTime(false));
    statistics.put("year_levels", yearLevels());
    statistics.put("month_levels", monthLevels());
    statistics.put("undated", undated());
    describe(statistics, "words", words);
    describe(statistics, "paragraphs", paragraphs);
    statistics.put("references_made", referencesMade);
    statistics.put("references_received", referencesReceived);
    statistics.put("references_resolved", referencesResolved);
    statistics.put("persons", persons.first());
    statistics.put("organizations", organizations.first());
  }

  private static void describe(SpecificRecordBase statistics, String field, Histogram lengths) {
    statistics.put(field, lengths.sum());
    statistics.put(field + "_mean", lengths.mean());
    statistics.put(field + "_median", lengths.percentile(50));
    statistics.put(field + "_p95", lengths.percentile(95));
    statistics.put(field + "_max", lengths.percentile(100));
  }

  private List<Count> levels() {
    Counts levels = new Counts();
    for (int value : monthsAndLevels.values()) {
      levels.add(level(value).name(), monthsAndLevels.count(value));
    }
    return levels.byCount();
  }

  private List<Share> captionShares() {
    List<Share> shares = new ArrayList<>();
    for (Count count : captions.byCount()) {
      shares.add(new Share(count.getKey(), (double) count.getCount() / cables));
    }
    return shares;
  }

  /** Cables without a date. */
  private long undated() {
    long undated = 0;
    for (int level = 0; level < LEVELS; level++) {
      undated += monthsAndLevels.count(level);
    }
    return undated;
  }

  private List<Count> byTime(boolean years) {
    TreeMap<Integer, Long> times = new TreeMap<>();
    for (int value : monthsAndLevels.values()) {
      int month = value / LEVELS;
      if (month > 0) {
        times.merge(years ? year(month) : month, monthsAndLevels.count(value), Long::sum);
      }
    }
    List<Count> counts = new ArrayList<>(times.size());
    for (Map.Entry<Integer, Long> time : times.entrySet()) {
      String key = years ? String.valueOf(time.getKey()) : written(time.getKey());
      counts.add(new Count(key, time.getValue()));
    }
    return counts;
  }

  private static String written(int month) {
    int number = month % 12 + 1;
    return year(month) + (number < 10 ? "-0" : "-") + number;
  }

  private static int year(int month) {
    return month / 12;
  }

  private static Level level(int value) {
    return Level.values()[value % LEVELS];
  }

  /** By year, cables without a date first, then by level. */
  List<YearLevelCount> yearLevels() {
    TreeMap<Integer, Long> sums = new TreeMap<>();
    for (int value : monthsAndLevels.values()) {
      int key = year(value / LEVELS) * LEVELS + value % LEVELS;
      sums.merge(key, monthsAndLevels.count(value), Long::sum);
    }
    List<YearLevelCount> counts = new ArrayList<>(sums.size());
    sums.forEach(
        (key, count) -> {
          Integer year = key / LEVELS == 0 ? null : key / LEVELS;
          counts.add(new YearLevelCount(year, level(key), count));
        });
    return counts;
  }

  private List<MonthLevelCount> monthLevels() {
    List<MonthLevelCount> counts = new ArrayList<>();
    for (int value : monthsAndLevels.values()) {
      int month = value / LEVELS;
      counts.add(
          new MonthLevelCount(
              month == 0 ? null : written(month), level(value), monthsAndLevels.count(value)));
    }
    return counts;
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeLong(out, cables);
    out.writeBoolean(firstSent != null);
    if (firstSent != null && lastSent != null) {
      Encoding.writeLong(out, firstSent.toEpochMilli());
      Encoding.writeLong(out, lastSent.toEpochMilli());
    }
    monthsAndLevels.write(out);
    controls.write(out);
    captions.write(out);
    words.write(out);
    paragraphs.write(out);
    Encoding.writeLong(out, referencesMade);
    Encoding.writeLong(out, referencesReceived);
    Encoding.writeLong(out, referencesResolved);
    persons.write(out);
    organizations.write(out);
  }

  static Totals read(DataInput in, Pool pool) throws IOException {
    Totals totals = new Totals();
    totals.cables = Encoding.readLong(in);
    if (in.readBoolean()) {
      totals.firstSent = Instant.ofEpochMilli(Encoding.readLong(in));
      totals.lastSent = Instant.ofEpochMilli(Encoding.readLong(in));
    }
    totals.monthsAndLevels = Histogram.read(in);
    totals.controls = Counts.read(in, pool);
    totals.captions = Counts.read(in, pool);
    totals.words = Histogram.read(in);
    totals.paragraphs = Histogram.read(in);
    totals.referencesMade = Encoding.readLong(in);
    totals.referencesReceived = Encoding.readLong(in);
    totals.referencesResolved = Encoding.readLong(in);
    totals.persons = TopNames.read(in, pool);
    totals.organizations = TopNames.read(in, pool);
    return totals;
  }
}
