package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.Tag;

/**
 * The counts of a set of kept cables, by tag and by post: one a shard, merged in any order.
 *
 * <p>Each cable counts once for its post and once for each of its tags. A cable without a post
 * counts for {@link #UNKNOWN_POST}, one without tags for no tag. A reference counts once a citing
 * cable, however often the cable makes it, and not if it names the cable itself.
 *
 * <p>References received need two looks, since a cable may be cited from any shard: first {@link
 * #add} every kept cable and {@link #merge} the shards; then, knowing {@link #citations} of all,
 * {@link #receive} every kept cable once, in any tallies (the same, or one a shard that are merged
 * later). Ids that no kept cable bears are never received.
 *
 * <p>Not thread-safe.
 */
public final class Tallies {
  /** The post of cables that name none. */
  public static final String UNKNOWN_POST = "UNKNOWN";

  private final Pool pool = new Pool();
  private final TreeMap<String, TagTally> tags = new TreeMap<>();
  private final TreeMap<String, PostTally> posts = new TreeMap<>();
  private final Counts citations = new Counts();

  /** Counts a kept cable. */
  public void add(Cable cable) {
    add(CableFigures.of(cable, pool));
  }

  /** Counts a kept cable by its figures. */
  public void add(CableFigures figures) {
    PostTally post = post(figures.post());
    post.add(figures);
    if (!post.post().equals(UNKNOWN_POST)) {
      addSerial(post, figures.id());
    }
    for (Map.Entry<String, Tag> tag : figures.tags().entrySet()) {
      tag(tag.getKey()).add(figures, tag.getValue(), pool);
    }
    figures.cited().forEach(citations::add);
  }

  /** Series of their own (airgrams, traveling parties) have serials of their own. */
  private static void addSerial(PostTally post, String id) {
    CableId.parse(id)
        .filter(parsed -> parsed.series().isEmpty() && Serials.covers(parsed.serial()))
        .ifPresent(parsed -> post.addSerial(parsed.year(), parsed.serial()));
  }

  /** Counts references made to a kept cable by kept cables, for its post and each of its tags. */
  public void receive(Cable cable, long references) {
    Set<String> codes = new LinkedHashSet<>();
    for (Tag tag : cable.getTags()) {
      codes.add(tag.getCode());
    }
    receive(CableFigures.post(cable), codes, references);
  }

  /** The same, for a cable of which only this much is at hand; each code once. */
  public void receive(String post, Collection<String> codes, long references) {
    if (references == 0) {
      return;
    }
    post(pool.of(post)).receive(references);
    for (String code : codes) {
      tag(pool.of(code)).receive(references);
    }
  }

  /** {@link #receive}s each of some kept cables as often as {@code citations} says. */
  public void receiveAll(Iterable<Cable> kept, Map<String, Long> citations) {
    for (Cable cable : kept) {
      receive(cable, citations.getOrDefault(cable.getId(), 0L));
    }
  }

  /** Adds all that {@code other} has counted; it stays as it is. */
  public void merge(Tallies other) {
    other.tags.forEach((code, tally) -> tag(pool.of(code)).merge(tally));
    other.posts.forEach((id, tally) -> post(pool.of(id)).merge(tally));
    citations.merge(other.citations);
  }

  /** By canonical code, sorted. A view. */
  public Map<String, TagTally> tags() {
    return Collections.unmodifiableMap(tags);
  }

  /** By canonical post, sorted. A view. */
  public Map<String, PostTally> posts() {
    return Collections.unmodifiableMap(posts);
  }

  /** How many of the cables cite each canonical id, kept or not, sorted. A copy. */
  public Map<String, Long> citations() {
    TreeMap<String, Long> byId = new TreeMap<>();
    for (Count count : citations.byKey()) {
      byId.put(count.getKey(), count.getCount());
    }
    return byId;
  }

  /** Drops {@link #citations}, which are of no use once they were looked up. */
  public void forgetCitations() {
    citations.clear();
  }

  /** Writes a compact form: the same counts give the same bytes. */
  public void write(DataOutput out) throws IOException {
    Encoding.writeLong(out, tags.size());
    for (TagTally tally : tags.values()) {
      tally.write(out);
    }
    Encoding.writeLong(out, posts.size());
    for (PostTally tally : posts.values()) {
      tally.write(out);
    }
    citations.write(out);
  }

  /** Reads what {@link #write} wrote, and not a byte more. */
  public static Tallies read(DataInput in) throws IOException {
    Tallies tallies = new Tallies();
    long tags = Encoding.readLong(in);
    for (long i = 0; i < tags; i++) {
      TagTally tally = TagTally.read(in, tallies.pool);
      tallies.tags.put(tally.tag(), tally);
    }
    long posts = Encoding.readLong(in);
    for (long i = 0; i < posts; i++) {
      PostTally tally = PostTally.read(in, tallies.pool);
      tallies.posts.put(tally.post(), tally);
    }
    tallies.citations.merge(Counts.read(in, tallies.pool));
    return tallies;
  }

  private TagTally tag(String code) {
    return tags.computeIfAbsent(code, TagTally::new);
  }

  private PostTally post(String id) {
    return posts.computeIfAbsent(id, PostTally::new);
  }
}
