package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cablebeam.schemas.CorpusStatistics;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;

/** What is counted of all cables together. Not thread-safe. */
final class CorpusTally {
  private static final List<ReferenceKind> KINDS = List.of(ReferenceKind.values());

  final Totals totals;
  private final Counts countries;
  private final Counts tagKinds;
  private final Counts referenceKinds;
  private final Map<Integer, Counts> captions = new TreeMap<>();
  private final Map<Integer, Counts> controls = new TreeMap<>();
  private final TreeMap<String, IssueTally> issues = new TreeMap<>();
  private long withoutTags;
  private long withUnknownTags;
  private long withRepairedTags;
  private long withIssues;
  private long withoutId;

  CorpusTally() {
    this(new Totals(), new Counts(), new Counts(), new Counts());
  }

  private CorpusTally(Totals totals, Counts countries, Counts tagKinds, Counts referenceKinds) {
    this.totals = totals;
    this.countries = countries;
    this.tagKinds = tagKinds;
    this.referenceKinds = referenceKinds;
  }

  void add(CableFigures cable) {
    totals.add(cable);
    if (cable.country() != null) {
      countries.add(cable.country());
    }
    if (cable.tags().isEmpty()) {
      withoutTags++;
    } else {
      EnumSet<TagKind> kinds = EnumSet.noneOf(TagKind.class);
      for (Tag tag : cable.tags().values()) {
        kinds.add(tag.getKind());
      }
      for (TagKind kind : kinds) {
        tagKinds.add(kind.name());
      }
      withUnknownTags += kinds.contains(TagKind.UNKNOWN) ? 1 : 0;
      withRepairedTags += cable.repaired().isEmpty() ? 0 : 1;
    }
    for (int kind = 0; kind < KINDS.size(); kind++) {
      if (cable.references().get(kind) > 0) {
        referenceKinds.add(KINDS.get(kind).name(), cable.references().get(kind));
      }
    }
    withoutId += cable.withoutId();
    int year = cable.month() / 12;
    for (String caption : cable.captions()) {
      captions.computeIfAbsent(year, absent -> new Counts()).add(caption);
    }
    for (String control : cable.controls()) {
      controls.computeIfAbsent(year, absent -> new Counts()).add(control);
    }
    withIssues += cable.issues().isEmpty() ? 0 : 1;
    for (CableFigures.Noticed issue : cable.issues()) {
      issues.computeIfAbsent(issue.code(), absent -> new IssueTally()).add(cable.id(), issue);
    }
  }

  void merge(CorpusTally other) {
    totals.merge(other.totals);
    countries.merge(other.countries);
    tagKinds.merge(other.tagKinds);
    referenceKinds.merge(other.referenceKinds);
    merge(captions, other.captions);
    merge(controls, other.controls);
    other.issues.forEach(
        (code, tally) -> issues.computeIfAbsent(code, absent -> new IssueTally()).merge(tally));
    withoutTags += other.withoutTags;
    withUnknownTags += other.withUnknownTags;
    withRepairedTags += other.withRepairedTags;
    withIssues += other.withIssues;
    withoutId += other.withoutId;
  }

  private static void merge(Map<Integer, Counts> years, Map<Integer, Counts> others) {
    others.forEach(
        (year, counts) -> years.computeIfAbsent(year, absent -> new Counts()).merge(counts));
  }

  /** Cables by caption, by year; the year of cables without a date is 0. */
  Map<Integer, Counts> captions() {
    return captions;
  }

  /** The same for controls. */
  Map<Integer, Counts> controls() {
    return controls;
  }

  /** By code, sorted. */
  Map<String, IssueTally> issues() {
    return issues;
  }

  /** What was counted; how many posts and tags there are is for the caller to add. */
  CorpusStatistics toStatistics() {
    CorpusStatistics statistics = new CorpusStatistics();
    totals.describe(statistics);
    statistics.setCablesWithoutTags(withoutTags);
    statistics.setCablesWithUnknownTags(withUnknownTags);
    statistics.setCablesWithRepairedTags(withRepairedTags);
    statistics.setCablesWithIssues(withIssues);
    statistics.setTagKinds(tagKinds.byCount());
    statistics.setReferenceKinds(referenceKinds.byCount());
    statistics.setReferencesWithoutId(withoutId);
    statistics.setCountries(countries.byCount());
    return statistics;
  }

  void write(DataOutput out) throws IOException {
    totals.write(out);
    countries.write(out);
    tagKinds.write(out);
    referenceKinds.write(out);
    write(out, captions);
    write(out, controls);
    Encoding.writeLong(out, issues.size());
    for (Map.Entry<String, IssueTally> issue : issues.entrySet()) {
      Encoding.writeString(out, issue.getKey());
      issue.getValue().write(out);
    }
    Encoding.writeLong(out, withoutTags);
    Encoding.writeLong(out, withUnknownTags);
    Encoding.writeLong(out, withRepairedTags);
    Encoding.writeLong(out, withIssues);
    Encoding.writeLong(out, withoutId);
  }

  private static void write(DataOutput out, Map<Integer, Counts> years) throws IOException {
    Encoding.writeLong(out, years.size());
    for (Map.Entry<Integer, Counts> year : years.entrySet()) {
      Encoding.writeLong(out, year.getKey());
      year.getValue().write(out);
    }
  }

  static CorpusTally read(DataInput in, Pool pool) throws IOException {
    CorpusTally tally =
        new CorpusTally(
            Totals.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool));
    read(in, pool, tally.captions);
    read(in, pool, tally.controls);
    long codes = Encoding.readLong(in);
    for (long i = 0; i < codes; i++) {
      String code = pool.of(Encoding.readString(in));
      tally.issues.put(code, IssueTally.read(in));
    }
    tally.withoutTags = Encoding.readLong(in);
    tally.withUnknownTags = Encoding.readLong(in);
    tally.withRepairedTags = Encoding.readLong(in);
    tally.withIssues = Encoding.readLong(in);
    tally.withoutId = Encoding.readLong(in);
    return tally;
  }

  private static void read(DataInput in, Pool pool, Map<Integer, Counts> years) throws IOException {
    long size = Encoding.readLong(in);
    for (long i = 0; i < size; i++) {
      int year = Math.toIntExact(Encoding.readLong(in));
      years.put(year, Counts.read(in, pool));
    }
  }
}
