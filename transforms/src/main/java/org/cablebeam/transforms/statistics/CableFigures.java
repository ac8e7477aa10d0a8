package org.cablebeam.transforms.statistics;

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
import org.jspecify.annotations.Nullable;

/**
 * What one cable adds to the tallies, read from the record once. Everything that could repeat
 * within the cable stands here once.
 *
 * @param sent the date-time group, null where it is not known
 * @param month of {@code sent}, 2009-12; empty where it is not known
 * @param post canonical, {@link Tallies#UNKNOWN_POST} where the cable names none
 * @param country of the post, ISO 3166-1 alpha-2
 * @param tags by code, the first of each
 * @param recipients posts addressed by TO or INFO
 * @param cited canonical ids of other cables referred to, in the heading or the text
 */
record CableFigures(
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

  static CableFigures of(Cable cable, Pool pool) {
    Origin origin = cable.getOrigin();
    String country = origin == null ? null : origin.getCountry();
    Instant sent = cable.getSentAt();
    return new CableFigures(
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
