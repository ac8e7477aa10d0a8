package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.vocabulary.Posts;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one post. Adding and merging in any order, over any shards, gives the same
 * statistics. Not thread-safe.
 */
final class PostTally {
  final Totals totals;
  private final String post;
  private final Counts countries;
  private final Counts action;
  private final Counts info;
  private final TreeMap<Integer, Serials> series = new TreeMap<>();

  PostTally(String post) {
    this(post, new Totals(), new Counts(), new Counts(), new Counts());
  }

  private PostTally(String post, Totals totals, Counts countries, Counts action, Counts info) {
    this.post = post;
    this.totals = totals;
    this.countries = countries;
    this.action = action;
    this.info = info;
  }

  /** Adds a cable of this post. */
  void add(CableFigures cable) {
    totals.add(cable);
    if (cable.country() != null) {
      countries.add(cable.country());
    }
    for (String recipient : cable.action()) {
      action.add(recipient);
    }
    for (String recipient : cable.info()) {
      info.add(recipient);
    }
  }

  /**
   * Notes that a cable of this post bears a serial of a year; the same serial counts once.
   *
   * @param sent when the cable was sent, null where that is not known
   */
  void addSerial(int year, long serial, @Nullable Instant sent) {
    series.computeIfAbsent(year, absent -> new Serials()).add(serial, sent);
  }

  /** Adds all that {@code other}, a tally of the same post, has counted; it stays as it is. */
  void merge(PostTally other) {
    if (!post.equals(other.post)) {
      throw new IllegalArgumentException("Tallies of two posts: " + post + " and " + other.post);
    }
    totals.merge(other.totals);
    countries.merge(other.countries);
    action.merge(other.action);
    info.merge(other.info);
    other.series.forEach(
        (year, serials) -> series.computeIfAbsent(year, absent -> new Serials()).merge(serials));
  }

  /** The canonical post; {@link Tallies#UNKNOWN_POST} for cables that name none. */
  String post() {
    return post;
  }

  /** Cables by addressed post, for action or information. A copy. */
  Counts recipients() {
    Counts recipients = new Counts();
    recipients.merge(action);
    recipients.merge(info);
    return recipients;
  }

  /** Cables that address a post for action. */
  long action(String recipient) {
    return action.of(recipient);
  }

  /** The serials seen, by year. */
  List<SerialYear> series() {
    List<SerialYear> years = new ArrayList<>(series.size());
    series.forEach((year, serials) -> years.add(serials.toYear(year)));
    return years;
  }

  /**
   * What was counted.
   *
   * @param tags cables of this post by tag
   * @param senders cables addressed to this post by post
   */
  PostStatistics toStatistics(Counts tags, Counts senders) {
    PostStatistics statistics = new PostStatistics();
    totals.describe(statistics);
    statistics.setPost(post);
    statistics.setName(Posts.standard().byId(post).map(Posts.Post::name).orElse(null));
    statistics.setCountry(countries.top().orElse(null));
    statistics.setTags(tags.byCount());
    statistics.setRecipients(recipients().byCount());
    statistics.setRecipientsAction(action.byCount());
    statistics.setRecipientsInfo(info.byCount());
    statistics.setSenders(senders.byCount());
    statistics.setSeries(series());
    return statistics;
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeString(out, post);
    totals.write(out);
    countries.write(out);
    action.write(out);
    info.write(out);
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
