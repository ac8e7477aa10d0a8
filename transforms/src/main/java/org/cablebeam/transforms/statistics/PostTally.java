package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.vocabulary.Posts;

/**
 * What is counted of one post. Adding and merging in any order, over any shards, gives the same
 * statistics. Not thread-safe.
 */
public final class PostTally {
  private final String post;
  private final Totals totals;
  private final Counts countries;
  private final Counts tags;
  private final Counts recipients;
  private final TreeMap<Integer, Serials> series = new TreeMap<>();

  PostTally(String post) {
    this(post, new Totals(), new Counts(), new Counts(), new Counts());
  }

  private PostTally(String post, Totals totals, Counts countries, Counts tags, Counts recipients) {
    this.post = post;
    this.totals = totals;
    this.countries = countries;
    this.tags = tags;
    this.recipients = recipients;
  }

  /** Adds a cable of this post. */
  void add(CableFigures cable) {
    totals.add(cable);
    if (cable.country() != null) {
      countries.add(cable.country());
    }
    cable.tags().keySet().forEach(tags::add);
    cable.recipients().forEach(recipients::add);
  }

  /** Notes that a cable of this post bears a serial of a year; the same serial counts once. */
  void addSerial(int year, long serial) {
    series.computeIfAbsent(year, absent -> new Serials()).add(serial);
  }

  void receive(long references) {
    totals.receive(references);
  }

  /** Adds all that {@code other}, a tally of the same post, has counted; it stays as it is. */
  public void merge(PostTally other) {
    if (!post.equals(other.post)) {
      throw new IllegalArgumentException("Tallies of two posts: " + post + " and " + other.post);
    }
    totals.merge(other.totals);
    countries.merge(other.countries);
    tags.merge(other.tags);
    recipients.merge(other.recipients);
    other.series.forEach(
        (year, serials) -> series.computeIfAbsent(year, absent -> new Serials()).merge(serials));
  }

  /** The canonical post; {@link Tallies#UNKNOWN_POST} for cables that name none. */
  public String post() {
    return post;
  }

  /** Cables of this post. */
  public long cables() {
    return totals.cables();
  }

  public PostStatistics toStatistics() {
    PostStatistics statistics = PostStatistics.newBuilder().setPost(post).setCables(0).build();
    statistics.setPost(post);
    statistics.setName(Posts.standard().byId(post).map(Posts.Post::name).orElse(null));
    statistics.setCountry(countries.top().orElse(null));
    statistics.setCables(totals.cables());
    statistics.setFirstSent(totals.firstSent());
    statistics.setLastSent(totals.lastSent());
    statistics.setLevels(totals.levels());
    statistics.setControls(totals.controls());
    statistics.setCaptions(totals.captions());
    statistics.setYears(totals.years());
    statistics.setMonths(totals.months());
    statistics.setTags(tags.byCount());
    statistics.setRecipients(recipients.byCount());
    statistics.setWords(totals.words());
    statistics.setParagraphs(totals.paragraphs());
    statistics.setReferencesMade(totals.referencesMade());
    statistics.setReferencesReceived(totals.referencesReceived());
    List<SerialYear> years = new ArrayList<>(series.size());
    series.forEach((year, serials) -> years.add(serials.toYear(year)));
    statistics.setSeries(years);
    return statistics;
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeString(out, post);
    totals.write(out);
    countries.write(out);
    tags.write(out);
    recipients.write(out);
    Encoding.writeLong(out, series.size());
    for (Map.Entry<Integer, Serials> year : series.entrySet()) {
      Encoding.writeLong(out, year.getKey());
      year.getValue().write(out);
    }
  }

  static PostTally read(DataInput in, Pool pool) throws IOException {
    PostTally tally =
        new PostTally(
            pool.of(Encoding.readString(in)),
            Totals.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool));
    long years = Encoding.readLong(in);
    for (long i = 0; i < years; i++) {
      int year = Math.toIntExact(Encoding.readLong(in));
      tally.series.put(year, Serials.read(in));
    }
    return tally;
  }
}
