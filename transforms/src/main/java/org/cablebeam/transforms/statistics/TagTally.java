package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.TagStatistics;

/**
 * What is counted of one tag. Adding and merging in any order, over any shards, gives the same
 * statistics. Where cables describe the tag differently (its name changed with the years), the
 * description of most cables stands. Not thread-safe.
 */
public final class TagTally {
  /**
   * Tags beside a tag are counted for the first so many tags of a cable. A line with more is
   * damage, and pairs grow with the square.
   */
  private static final int PARTNERS = 64;

  private final String tag;
  private final Totals totals;
  private final Counts kinds;
  private final Counts names;
  private final Counts countries;
  private final Counts posts;
  private final Counts tags;

  TagTally(String tag) {
    this(tag, new Totals(), new Counts(), new Counts(), new Counts(), new Counts(), new Counts());
  }

  private TagTally(
      String tag,
      Totals totals,
      Counts kinds,
      Counts names,
      Counts countries,
      Counts posts,
      Counts tags) {
    this.tag = tag;
    this.totals = totals;
    this.kinds = kinds;
    this.names = names;
    this.countries = countries;
    this.posts = posts;
    this.tags = tags;
  }

  /** Adds a cable that has this tag; {@code found} is the tag as the cable has it. */
  void add(CableFigures cable, Tag found, Pool pool) {
    totals.add(cable);
    kinds.add(found.getKind().name());
    if (found.getName() != null) {
      names.add(pool.of(found.getName()));
    }
    if (found.getCountry() != null) {
      countries.add(pool.of(found.getCountry()));
    }
    posts.add(cable.post());
    int counted = 0;
    for (String partner : cable.tags().keySet()) {
      if (counted++ == PARTNERS) {
        break;
      }
      if (!partner.equals(tag)) {
        tags.add(partner);
      }
    }
  }

  void receive(long references) {
    totals.receive(references);
  }

  /** Adds all that {@code other}, a tally of the same tag, has counted; it stays as it is. */
  public void merge(TagTally other) {
    if (!tag.equals(other.tag)) {
      throw new IllegalArgumentException("Tallies of two tags: " + tag + " and " + other.tag);
    }
    totals.merge(other.totals);
    kinds.merge(other.kinds);
    names.merge(other.names);
    countries.merge(other.countries);
    posts.merge(other.posts);
    tags.merge(other.tags);
  }

  /** The canonical code. */
  public String tag() {
    return tag;
  }

  /** Cables with this tag. */
  public long cables() {
    return totals.cables();
  }

  public TagStatistics toStatistics() {
    TagStatistics statistics = TagStatistics.newBuilder().setTag(tag).setCables(0).build();
    statistics.setTag(tag);
    statistics.setKind(kinds.top().map(TagKind::valueOf).orElse(TagKind.UNKNOWN));
    statistics.setName(names.top().orElse(null));
    statistics.setCountry(countries.top().orElse(null));
    statistics.setCables(totals.cables());
    statistics.setFirstSent(totals.firstSent());
    statistics.setLastSent(totals.lastSent());
    statistics.setLevels(totals.levels());
    statistics.setControls(totals.controls());
    statistics.setCaptions(totals.captions());
    statistics.setYears(totals.years());
    statistics.setMonths(totals.months());
    statistics.setPosts(posts.byCount());
    statistics.setTags(tags.byCount());
    statistics.setWords(totals.words());
    statistics.setParagraphs(totals.paragraphs());
    statistics.setReferencesMade(totals.referencesMade());
    statistics.setReferencesReceived(totals.referencesReceived());
    return statistics;
  }

  void write(DataOutput out) throws IOException {
    Encoding.writeString(out, tag);
    totals.write(out);
    kinds.write(out);
    names.write(out);
    countries.write(out);
    posts.write(out);
    tags.write(out);
  }

  static TagTally read(DataInput in, Pool pool) throws IOException {
    return new TagTally(
        pool.of(Encoding.readString(in)),
        Totals.read(in, pool),
        Counts.read(in, pool),
        Counts.read(in, pool),
        Counts.read(in, pool),
        Counts.read(in, pool),
        Counts.read(in, pool));
  }
}
