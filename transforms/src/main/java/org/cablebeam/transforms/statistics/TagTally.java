package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.TagStatistics;

/**
 * What is counted of one tag. Adding and merging in any order, over any shards, gives the same
 * statistics. Where cables describe the tag differently (its name changed with the years), the
 * description of most cables stands. Not thread-safe.
 */
final class TagTally {
  /**
   * Tags that stand together are counted among the first so many tags of a cable. A line with more
   * is damage, and pairs grow with the square.
   */
  static final int PARTNERS = 64;

  final Totals totals;
  private final String tag;
  private final Counts kinds;
  private final Counts names;
  private final Counts countries;
  private final Counts forms;
  private final Counts posts;

  /** Of each pair only the first in the order of strings counts the other. */
  private final Counts tagsBehind;

  private long repaired;

  TagTally(String tag) {
    this(
        tag,
        new Totals(),
        new Counts(),
        new Counts(),
        new Counts(),
        new Counts(),
        new Counts(),
        new Counts());
  }

  private TagTally(
      String tag,
      Totals totals,
      Counts kinds,
      Counts names,
      Counts countries,
      Counts forms,
      Counts posts,
      Counts tagsBehind) {
    this.tag = tag;
    this.totals = totals;
    this.kinds = kinds;
    this.names = names;
    this.countries = countries;
    this.forms = forms;
    this.posts = posts;
    this.tagsBehind = tagsBehind;
  }

  /**
   * Adds a cable that has this tag.
   *
   * @param found the tag as the cable has it
   * @param place of the tag among those of the cable, from 0
   */
  void add(CableFigures cable, Tag found, int place, Pool pool) {
    totals.add(cable);
    kinds.add(found.getKind().name());
    if (found.getName() != null) {
      names.add(pool.of(found.getName()));
    }
    if (found.getCountry() != null) {
      countries.add(pool.of(found.getCountry()));
    }
    if (!found.getText().equals(tag)) {
      forms.add(pool.of(found.getText()));
    }
    if (cable.repaired().contains(tag)) {
      repaired++;
    }
    posts.add(cable.post());
    if (place < PARTNERS) {
      int counted = 0;
      for (String partner : cable.tags().keySet()) {
        if (counted++ == PARTNERS) {
          break;
        }
        if (partner.compareTo(tag) > 0) {
          tagsBehind.add(partner);
        }
      }
    }
  }

  /** Adds all that {@code other}, a tally of the same tag, has counted; it stays as it is. */
  void merge(TagTally other) {
    if (!tag.equals(other.tag)) {
      throw new IllegalArgumentException("Tallies of two tags: " + tag + " and " + other.tag);
    }
    totals.merge(other.totals);
    kinds.merge(other.kinds);
    names.merge(other.names);
    countries.merge(other.countries);
    forms.merge(other.forms);
    posts.merge(other.posts);
    tagsBehind.merge(other.tagsBehind);
    repaired += other.repaired;
  }

  /** The canonical code. */
  String tag() {
    return tag;
  }

  TagKind kind() {
    return kinds.top().map(TagKind::valueOf).orElse(TagKind.UNKNOWN);
  }

  /** Cables by post, by the post's name. */
  List<Count> posts() {
    return posts.byKey();
  }

  /** Cables by tag beside this one, of tags behind it in the order of strings; by key. */
  List<Count> tagsBehind() {
    return tagsBehind.byKey();
  }

  /**
   * What was counted.
   *
   * @param tags cables by tag beside this one
   */
  TagStatistics toStatistics(Counts tags) {
    TagStatistics statistics = new TagStatistics();
    totals.describe(statistics);
    statistics.setTag(tag);
    statistics.setKind(kind());
    statistics.setName(names.top().orElse(null));
    statistics.setCountry(countries.top().orElse(null));
    statistics.setPosts(posts.byCount());
    statistics.setTags(tags.byCount());
    statistics.setRepaired(repaired);
    statistics.setForms(forms.byCount());
    return statistics;
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeString(out, tag);
    totals.write(out);
    kinds.write(out);
    names.write(out);
    countries.write(out);
    forms.write(out);
    posts.write(out);
    tagsBehind.write(out);
    Encoding.writeLong(out, repaired);
  }

  static TagTally read(DataInput in, Pool pool) throws IOException {
    TagTally tally =
        new TagTally(
            pool.of(Encoding.readString(in)),
            Totals.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool),
            Counts.read(in, pool));
    tally.repaired = Encoding.readLong(in);
    return tally;
  }
}
