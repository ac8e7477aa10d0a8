package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cablebeam.schemas.Count;
import org.jspecify.annotations.Nullable;

/** What is counted of a tag and of a post alike. Not thread-safe. */
final class Totals {
  private long cables;
  private @Nullable Instant firstSent;
  private @Nullable Instant lastSent;
  private final Counts levels;
  private final Counts controls;
  private final Counts captions;
  private final Counts months;
  private long words;
  private long paragraphs;
  private long referencesMade;
  private long referencesReceived;

  Totals() {
    this(new Counts(), new Counts(), new Counts(), new Counts());
  }

  private Totals(Counts levels, Counts controls, Counts captions, Counts months) {
    this.levels = levels;
    this.controls = controls;
    this.captions = captions;
    this.months = months;
  }

  void add(CableFigures cable) {
    cables++;
    Instant sent = cable.sent();
    if (sent != null) {
      sent(sent, sent);
      months.add(cable.month());
    }
    levels.add(cable.level().name());
    cable.controls().forEach(controls::add);
    cable.captions().forEach(captions::add);
    words += cable.words();
    paragraphs += cable.paragraphs();
    referencesMade += cable.cited().size();
  }

  void receive(long references) {
    referencesReceived += references;
  }

  void merge(Totals other) {
    cables += other.cables;
    if (other.firstSent != null && other.lastSent != null) {
      sent(other.firstSent, other.lastSent);
    }
    levels.merge(other.levels);
    controls.merge(other.controls);
    captions.merge(other.captions);
    months.merge(other.months);
    words += other.words;
    paragraphs += other.paragraphs;
    referencesMade += other.referencesMade;
    referencesReceived += other.referencesReceived;
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

  @Nullable Instant firstSent() {
    return firstSent;
  }

  @Nullable Instant lastSent() {
    return lastSent;
  }

  List<Count> levels() {
    return levels.byCount();
  }

  List<Count> controls() {
    return controls.byCount();
  }

  List<Count> captions() {
    return captions.byCount();
  }

  List<Count> months() {
    return months.byKey();
  }

  List<Count> years() {
    TreeMap<String, Long> years = new TreeMap<>();
    for (Count month : months.byKey()) {
      String year = month.getKey().substring(0, month.getKey().lastIndexOf('-'));
      years.merge(year, month.getCount(), Long::sum);
    }
    List<Count> counts = new ArrayList<>(years.size());
    years.forEach((year, count) -> counts.add(new Count(year, count)));
    return counts;
  }

  long words() {
    return words;
  }

  long paragraphs() {
    return paragraphs;
  }

  long referencesMade() {
    return referencesMade;
  }

  long referencesReceived() {
    return referencesReceived;
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeLong(out, cables);
    out.writeBoolean(firstSent != null);
    if (firstSent != null && lastSent != null) {
      Encoding.writeLong(out, firstSent.toEpochMilli());
      Encoding.writeLong(out, lastSent.toEpochMilli());
    }
    levels.write(out);
    controls.write(out);
    captions.write(out);
    months.write(out);
    Encoding.writeLong(out, words);
    Encoding.writeLong(out, paragraphs);
    Encoding.writeLong(out, referencesMade);
    Encoding.writeLong(out, referencesReceived);
  }

  static Totals read(DataInput in, Pool pool) throws IOException {
    long cables = Encoding.readLong(in);
    Instant first = null;
    Instant last = null;
    if (in.readBoolean()) {
      first = Instant.ofEpochMilli(Encoding.readLong(in));
      last = Instant.ofEpochMilli(Encoding.readLong(in));
    }
    Counts levels = Counts.read(in, pool);
    Counts controls = Counts.read(in, pool);
    Counts captions = Counts.read(in, pool);
    Counts months = Counts.read(in, pool);
    Totals totals = new Totals(levels, controls, captions, months);
    totals.cables = cables;
    totals.firstSent = first;
    totals.lastSent = last;
    totals.words = Encoding.readLong(in);
    totals.paragraphs = Encoding.readLong(in);
    totals.referencesMade = Encoding.readLong(in);
    totals.referencesReceived = Encoding.readLong(in);
    return totals;
  }
}
