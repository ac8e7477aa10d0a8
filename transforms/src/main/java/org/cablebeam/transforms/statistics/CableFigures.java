package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.jspecify.annotations.Nullable;

/**
 * What one cable adds to the tallies, read from the record once: all that statistics need to know
 * of it, so that they can be taken of the kept cables without reading these again. Everything that
 * could repeat within the cable stands here once. Immutable.
 *
 * @param id canonical
 * @param sent the date-time group, null where it is not known
 * @param month of {@code sent}, 2009-12; empty where it is not known
 * @param post canonical, {@link Tallies#UNKNOWN_POST} where the cable names none
 * @param country of the post, ISO 3166-1 alpha-2
 * @param tags by code, the first of each
 * @param recipients posts addressed by TO or INFO
 * @param cited canonical ids of other cables referred to, in the heading or the text
 */
public record CableFigures(
    String id,
    @Nullable Instant sent,
    String month,
    Level level,
    Set<String> controls,
    Set<String> captions,
    String post,
    @Nullable String country,
    Map<String, Tag> tags,
    Set<String> recipients,
    Set<String> cited,
    long words,
    long paragraphs) {

  /** Reads the figures of a cable; strings are shared by way of the pool. */
  static CableFigures of(Cable cable, Pool pool) {
    Origin origin = cable.getOrigin();
    String country = origin == null ? null : origin.getCountry();
    Instant sent = cable.getSentAt();
    return new CableFigures(
        cable.getId(),
        sent,
        sent == null ? "" : pool.of(month(sent)),
        cable.getClassification().getLevel(),
        pooled(cable.getClassification().getControls(), pool),
        pooled(cable.getClassification().getCaptions(), pool),
        pool.of(post(cable)),
        country == null ? null : pool.of(country),
        tags(cable.getTags(), pool),
        recipients(cable.getRecipients(), pool),
        cited(cable),
        RunningText.words(cable),
        cable.getParagraphs().size());
  }

  /** Writes a compact form. */
  void write(DataOutput out) throws IOException {
    Encoding.writeString(out, id);
    out.writeBoolean(sent != null);
    if (sent != null) {
      Encoding.writeLong(out, sent.toEpochMilli());
    }
    Encoding.writeString(out, level.name());
    Encoding.writeStrings(out, controls);
    Encoding.writeStrings(out, captions);
    Encoding.writeString(out, post);
    Encoding.writeOptional(out, country);
    Encoding.writeLong(out, tags.size());
    for (Tag tag : tags.values()) {
      Encoding.writeString(out, tag.getCode());
      Encoding.writeString(out, tag.getKind().name());
      Encoding.writeOptional(out, tag.getName());
      Encoding.writeOptional(out, tag.getCountry());
    }
    Encoding.writeStrings(out, recipients);
    Encoding.writeStrings(out, cited);
    Encoding.writeLong(out, words);
    Encoding.writeLong(out, paragraphs);
  }

  /** Reads what {@link #write} wrote; a tag has its code for its text. */
  static CableFigures read(DataInput in, Pool pool) throws IOException {
    String id = Encoding.readString(in);
    Instant sent = in.readBoolean() ? Instant.ofEpochMilli(Encoding.readLong(in)) : null;
    Level level = Level.valueOf(Encoding.readString(in));
    Set<String> controls = pooled(Encoding.readStrings(in), pool);
    Set<String> captions = pooled(Encoding.readStrings(in), pool);
    String post = pool.of(Encoding.readString(in));
    String country = pool.ofOptional(Encoding.readOptional(in));
    long count = Encoding.readLong(in);
    Map<String, Tag> tags = new LinkedHashMap<>();
    for (long i = 0; i < count; i++) {
      String code = pool.of(Encoding.readString(in));
      TagKind kind = TagKind.valueOf(Encoding.readString(in));
      String name = pool.ofOptional(Encoding.readOptional(in));
      tags.put(code, new Tag(code, code, kind, name, pool.ofOptional(Encoding.readOptional(in))));
    }
    return new CableFigures(
        id,
        sent,
        sent == null ? "" : pool.of(month(sent)),
        level,
        controls,
        captions,
        post,
        country,
        tags,
        pooled(Encoding.readStrings(in), pool),
        new LinkedHashSet<>(Encoding.readStrings(in)),
        Encoding.readLong(in),
        Encoding.readLong(in));
  }

  /** The post of a cable as the statistics name it. */
  static String post(Cable cable) {
    Origin origin = cable.getOrigin();
    String post = origin == null ? null : origin.getPost();
    return post == null ? Tallies.UNKNOWN_POST : post;
  }

  private static String month(Instant sent) {
    ZonedDateTime time = sent.atZone(ZoneOffset.UTC);
    int month = time.getMonthValue();
    return time.getYear() + (month < 10 ? "-0" : "-") + month;
  }

  private static Set<String> pooled(Collection<String> texts, Pool pool) {
    Set<String> pooled = new LinkedHashSet<>();
    for (String text : texts) {
      pooled.add(pool.of(text));
    }
    return pooled;
  }

  private static Map<String, Tag> tags(List<Tag> tags, Pool pool) {
    Map<String, Tag> byCode = new LinkedHashMap<>();
    for (Tag tag : tags) {
      byCode.putIfAbsent(pool.of(tag.getCode()), tag);
    }
    return byCode;
  }

  private static Set<String> recipients(List<Recipient> recipients, Pool pool) {
    Set<String> posts = new LinkedHashSet<>();
    for (Recipient recipient : recipients) {
      String post = recipient.getPost();
      if (post != null && recipient.getRole() != RecipientRole.EXEMPT) {
        posts.add(pool.of(post));
      }
    }
    return posts;
  }

  private static Set<String> cited(Cable cable) {
    Set<String> ids = new LinkedHashSet<>();
    for (Reference reference : cable.getReferences()) {
      String id = reference.getId();
      if (reference.getKind() == ReferenceKind.CABLE && id != null && !id.equals(cable.getId())) {
        ids.add(id);
      }
    }
    return ids;
  }
}
