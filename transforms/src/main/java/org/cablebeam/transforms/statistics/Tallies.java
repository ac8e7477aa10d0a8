package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Tag;

/**
 * The counts of a set of kept cables, of all, by tag and by post: one a shard, merged in any order.
 *
 * <p>Each cable counts once for its post and once for each of its tags. A cable without a post
 * counts for {@link #UNKNOWN_POST}, one without tags for no tag. A reference counts once a citing
 * cable, however often the cable makes it, and not if it names the cable itself.
 *
 * <p>Who cites whom and who is mentioned where is as large as the corpus. It is no part of the
 * counts that are merged and written, but piles up beside them until {@link #drainCitations} and
 * {@link #drainMentions} pack it by share of the ids and of the names; {@link Citations#count} and
 * {@link #countMentions} make tallies of a share, which are merged with the others.
 *
 * <p>Not thread-safe.
 */
public final class Tallies {
  /** The post of cables that name none. */
  public static final String UNKNOWN_POST = "UNKNOWN";

  /** So many citations and mentions may pile up: some 50 MB. */
  private static final int PILE = 1 << 19;

  private final Pool pool = new Pool();
  private CorpusTally corpus = new CorpusTally();
  private final TreeMap<String, TagTally> tags = new TreeMap<>();
  private final TreeMap<String, PostTally> posts = new TreeMap<>();
  private final Citations citations = new Citations();
  private final Mentions mentions = new Mentions();

  /** Counts a kept cable. */
  public void add(Cable cable) {
    add(FigureExtractor.extract(cable, pool));
  }

  /** Counts a kept cable by its figures. */
  public void add(CableFigures figures) {
    corpus.add(figures);
    PostTally post = post(figures.post());
    post.add(figures);
    if (!post.post().equals(UNKNOWN_POST)) {
      addSerial(post, figures);
    }
    int place = 0;
    for (Map.Entry<String, Tag> tag : figures.tags().entrySet()) {
      tag(tag.getKey()).add(figures, tag.getValue(), place++, pool);
    }
    citations.add(figures);
    mentions.add(figures);
  }

  /** Series of their own (airgrams, traveling parties) have serials of their own. */
  private static void addSerial(PostTally post, CableFigures cable) {
    CableId.parse(cable.id())
        .filter(id -> id.series().isEmpty() && Serials.covers(id.serial()))
        .ifPresent(id -> post.addSerial(id.year(), id.serial(), cable.sent()));
  }

  /** Whether so much has piled up that it should be drained. */
  public boolean isFull() {
    return citations.size() + mentions.size() > PILE;
  }

  /** Packs who cites whom by share of the cited ids, and forgets it. */
  public Map<Integer, byte[]> drainCitations(ToIntFunction<String> share) {
    return citations.drain(share);
  }

  /** Packs who is mentioned where by share of the names, and forgets it. */
  public Map<Integer, byte[]> drainMentions(ToIntFunction<String> share) {
    return mentions.drain(share);
  }

  /** Counts the most frequent names of one share, of which {@code packed} must be all. */
  public static Tallies countMentions(Iterable<byte[]> packed) throws IOException {
    Tallies tallies = new Tallies();
    Mentions.count(packed, tallies.pool, tallies);
    return tallies;
  }

  /** Counts a reference made to a kept cable by a kept cable. */
  void receive(Citations.Kept cable) {
    corpus.totals.receive(1);
    post(cable.post()).totals.receive(1);
    for (String tag : cable.tags()) {
      tag(tag).totals.receive(1);
    }
  }

  /** Counts a reference made to an id that a kept cable bears. */
  void resolve(String post, Iterable<String> codes) {
    corpus.totals.resolve(1);
    post(post).totals.resolve(1);
    for (String tag : codes) {
      tag(tag).totals.resolve(1);
    }
  }

  /** Adds all that {@code other} has counted, without its piles; it stays as it is. */
  public void merge(Tallies other) {
    corpus.merge(other.corpus);
    other.tags.forEach((code, tally) -> tag(code).merge(tally));
    other.posts.forEach((id, tally) -> post(id).merge(tally));
  }

  CorpusTally corpus() {
    return corpus;
  }

  /** By canonical code, sorted. */
  Map<String, TagTally> tags() {
    return tags;
  }

  /** By canonical post, sorted. */
  Map<String, PostTally> posts() {
    return posts;
  }

  TagTally tag(String code) {
    TagTally tally = tags.get(code);
    if (tally == null) {
      tally = new TagTally(pool.of(code));
      tags.put(tally.tag(), tally);
    }
    return tally;
  }

  PostTally post(String id) {
    PostTally tally = posts.get(id);
    if (tally == null) {
      tally = new PostTally(pool.of(id));
      posts.put(tally.post(), tally);
    }
    return tally;
  }

  /** Writes a compact form, without the piles: the same counts give the same bytes. */
  public void write(DataOutput out) throws IOException {
    corpus.write(out);
    Encoding.writeLong(out, tags.size());
    for (TagTally tally : tags.values()) {
      tally.write(out);
    }
    Encoding.writeLong(out, posts.size());
    for (PostTally tally : posts.values()) {
      tally.write(out);
    }
  }

  /** Reads what {@link #write} wrote, and not a byte more. */
  public static Tallies read(DataInput in) throws IOException {
    Tallies tallies = new Tallies();
    tallies.corpus = CorpusTally.read(in, tallies.pool);
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
    return tallies;
  }
}
