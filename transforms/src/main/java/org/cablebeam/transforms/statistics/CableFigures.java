package org.cablebeam.transforms.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
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
 * @param month of {@code sent}: year times twelve plus the months before it; 0 where not known
 * @param post canonical, {@link Tallies#UNKNOWN_POST} where the cable names none
 * @param country of the post, ISO 3166-1 alpha-2
 * @param tags by code, the first of each
 * @param repaired codes of the tags that were misspelt
 * @param action posts addressed for action
 * @param info posts addressed, but none of them for action
 * @param citations other cables referred to, in the heading or the text, each once
 * @param references how many references stand in the record, by the number of {@link ReferenceKind}
 * @param withoutId references to cables of which no id could be read
 * @param issues each code once
 * @param persons names mentioned, in capitals
 * @param organizations names mentioned, in capitals
 */
public record CableFigures(
    String id,
    @Nullable Instant sent,
    int month,
    Level level,
    Set<String> controls,
    Set<String> captions,
    String post,
    @Nullable String country,
    Map<String, Tag> tags,
    Set<String> repaired,
    Set<String> action,
    Set<String> info,
    List<Cited> citations,
    List<Integer> references,
    int withoutId,
    List<Noticed> issues,
    Set<String> persons,
    Set<String> organizations,
    int words,
    int paragraphs) {
  /** A longer name is no name. */
  private static final int LONGEST_NAME = 100;

  private static final ReferenceKind[] KINDS = ReferenceKind.values();

  /** How often one other cable is referred to. */
  record Cited(String id, int heading, int text) {}

  /** How often one issue stands in the record, and the first text it is about. */
  record Noticed(String code, int times, @Nullable String excerpt) {}

  /** Reads the figures of a cable; strings are shared by way of the pool. */
  static CableFigures of(Cable cable, Pool pool) {
    Origin origin = cable.getOrigin();
    String country = origin == null ? null : origin.getCountry();
    Instant sent = cable.getSentAt();
    Set<String> action = recipients(cable.getRecipients(), true, pool);
    Set<String> info = recipients(cable.getRecipients(), false, pool);
    info.removeAll(action);
    int[] kinds = new int[KINDS.length];
    int withoutId = 0;
    for (Reference reference : cable.getReferences()) {
      kinds[reference.getKind().ordinal()]++;
      if (reference.getKind() == ReferenceKind.CABLE && reference.getId() == null) {
        withoutId++;
      }
    }
    List<Integer> references = new ArrayList<>(kinds.length);
    for (int kind : kinds) {
      references.add(kind);
    }
    return new CableFigures(
        cable.getId(),
        sent,
        month(sent),
        cable.getClassification().getLevel(),
        pooled(cable.getClassification().getControls(), pool),
        pooled(cable.getClassification().getCaptions(), pool),
        pool.of(post(cable)),
        country == null ? null : pool.of(country),
        tags(cable.getTags(), pool),
        repaired(cable),
        action,
        info,
        cited(cable),
        references,
        withoutId,
        noticed(cable.getIssues()),
        names(cable.getEntities(), EntityType.PERSON),
        names(cable.getEntities(), EntityType.ORGANIZATION),
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
      Encoding.writeOptional(out, tag.getText().equals(tag.getCode()) ? null : tag.getText());
      Encoding.writeString(out, tag.getKind().name());
      Encoding.writeOptional(out, tag.getName());
      Encoding.writeOptional(out, tag.getCountry());
    }
    Encoding.writeStrings(out, repaired);
    Encoding.writeStrings(out, action);
    Encoding.writeStrings(out, info);
    Encoding.writeLong(out, citations.size());
    for (Cited cited : citations) {
      Encoding.writeString(out, cited.id());
      Encoding.writeLong(out, cited.heading());
      Encoding.writeLong(out, cited.text());
    }
    for (int count : references) {
      Encoding.writeLong(out, count);
    }
    Encoding.writeLong(out, withoutId);
    Encoding.writeLong(out, issues.size());
    for (Noticed issue : issues) {
      Encoding.writeString(out, issue.code());
      Encoding.writeLong(out, issue.times());
      Encoding.writeOptional(out, issue.excerpt());
    }
    Encoding.writeStrings(out, persons);
    Encoding.writeStrings(out, organizations);
    Encoding.writeLong(out, words);
    Encoding.writeLong(out, paragraphs);
  }

  /** Reads what {@link #write} wrote. */
  static CableFigures read(DataInput in, Pool pool) throws IOException {
    String id = Encoding.readString(in);
    Instant sent = in.readBoolean() ? Instant.ofEpochMilli(Encoding.readLong(in)) : null;
    Level level = Level.valueOf(Encoding.readString(in));
    Set<String> controls = pooled(Encoding.readStrings(in), pool);
    Set<String> captions = pooled(Encoding.readStrings(in), pool);
    String post = pool.of(Encoding.readString(in));
    String country = pool.ofOptional(Encoding.readOptional(in));
    long tagCount = Encoding.readLong(in);
    Map<String, Tag> tags = new LinkedHashMap<>();
    for (long i = 0; i < tagCount; i++) {
      String code = pool.of(Encoding.readString(in));
      String text = Encoding.readOptional(in);
      TagKind kind = TagKind.valueOf(Encoding.readString(in));
      String name = pool.ofOptional(Encoding.readOptional(in));
      String of = pool.ofOptional(Encoding.readOptional(in));
      tags.put(code, new Tag(text == null ? code : pool.of(text), code, kind, name, of));
    }
    Set<String> repaired = pooled(Encoding.readStrings(in), pool);
    Set<String> action = pooled(Encoding.readStrings(in), pool);
    Set<String> info = pooled(Encoding.readStrings(in), pool);
    long citationCount = Encoding.readLong(in);
    List<Cited> citations = new ArrayList<>();
    for (long i = 0; i < citationCount; i++) {
      String cited = Encoding.readString(in);
      int heading = Math.toIntExact(Encoding.readLong(in));
      citations.add(new Cited(cited, heading, Math.toIntExact(Encoding.readLong(in))));
    }
    List<Integer> references = new ArrayList<>(KINDS.length);
    for (int i = 0; i < KINDS.length; i++) {
      references.add(Math.toIntExact(Encoding.readLong(in)));
    }
    int withoutId = Math.toIntExact(Encoding.readLong(in));
    long issueCount = Encoding.readLong(in);
    List<Noticed> issues = new ArrayList<>();
    for (long i = 0; i < issueCount; i++) {
      String code = pool.of(Encoding.readString(in));
      int times = Math.toIntExact(Encoding.readLong(in));
      issues.add(new Noticed(code, times, Encoding.readOptional(in)));
    }
    return new CableFigures(
        id,
        sent,
        month(sent),
        level,
        controls,
        captions,
        post,
        country,
        tags,
        repaired,
        action,
        info,
        citations,
        references,
        withoutId,
        issues,
        new LinkedHashSet<>(Encoding.readStrings(in)),
        new LinkedHashSet<>(Encoding.readStrings(in)),
        Math.toIntExact(Encoding.readLong(in)),
        Math.toIntExact(Encoding.readLong(in)));
  }

  /** The post of a cable as the statistics name it. */
  private static String post(Cable cable) {
    Origin origin = cable.getOrigin();
    String post = origin == null ? null : origin.getPost();
    return post == null ? Tallies.UNKNOWN_POST : post;
  }

  private static int month(@Nullable Instant sent) {
    if (sent == null) {
      return 0;
    }
    ZonedDateTime time = sent.atZone(ZoneOffset.UTC);
    return time.getYear() * 12 + time.getMonthValue() - 1;
  }

  private static Set<String> pooled(Collection<String> texts, Pool pool) {
    if (texts.isEmpty()) {
      return Set.of();
    }
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

  /** The issue's excerpt ends in what the tag was taken for. */
  private static Set<String> repaired(Cable cable) {
    Set<String> codes = Set.of();
    for (Issue issue : cable.getIssues()) {
      String excerpt = issue.getExcerpt();
      if (issue.getCode().equals(IssueCode.REPAIRED_TAG.name()) && excerpt != null) {
        if (codes.isEmpty()) {
          codes = new LinkedHashSet<>();
        }
        for (Tag tag : cable.getTags()) {
          if (excerpt.endsWith("> " + tag.getCode())) {
            codes.add(tag.getCode());
          }
        }
      }
    }
    return codes;
  }

  private static Set<String> recipients(List<Recipient> recipients, boolean action, Pool pool) {
    Set<String> posts = new LinkedHashSet<>();
    for (Recipient recipient : recipients) {
      String post = recipient.getPost();
      RecipientRole role = recipient.getRole();
      if (post != null
          && role != RecipientRole.EXEMPT
          && (role == RecipientRole.ACTION) == action) {
        posts.add(pool.of(post));
      }
    }
    return posts;
  }

  private static List<Cited> cited(Cable cable) {
    Map<String, Cited> ids = new LinkedHashMap<>();
    for (Reference reference : cable.getReferences()) {
      String id = reference.getId();
      if (reference.getKind() == ReferenceKind.CABLE && id != null && !id.equals(cable.getId())) {
        int heading = reference.getZone() == ReferenceZone.HEADING ? 1 : 0;
        Cited before = ids.get(id);
        ids.put(
            id,
            before == null
                ? new Cited(id, heading, 1 - heading)
                : new Cited(id, before.heading() + heading, before.text() + 1 - heading));
      }
    }
    return List.copyOf(ids.values());
  }

  private static List<Noticed> noticed(List<Issue> issues) {
    if (issues.isEmpty()) {
      return List.of();
    }
    Map<String, Noticed> codes = new LinkedHashMap<>();
    for (Issue issue : issues) {
      Noticed before = codes.get(issue.getCode());
      codes.put(
          issue.getCode(),
          before == null
              ? new Noticed(issue.getCode(), 1, issue.getExcerpt())
              : new Noticed(issue.getCode(), before.times() + 1, before.excerpt()));
    }
    return List.copyOf(codes.values());
  }

  /**
   * The full names where they are known, else the names as found. Half of all cables are written in
   * capitals, so names are compared in capitals.
   */
  private static Set<String> names(List<Entity> entities, EntityType type) {
    Set<String> names = new LinkedHashSet<>();
    for (Entity entity : entities) {
      if (entity.getType() == type) {
        String name = entity.getNormalized();
        name = name == null ? entity.getText() : name;
        if (name.length() <= LONGEST_NAME) {
          names.add(inCapitals(name));
        }
      }
    }
    return names;
  }

  /** One blank for any run of blanks and line ends. */
  private static String inCapitals(String name) {
    StringBuilder capitals = null;
    boolean blank = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean space = c <= ' ';
      char upper = space ? ' ' : Character.toUpperCase(c);
      if (capitals == null && (upper != c || (space && blank))) {
        capitals = new StringBuilder(name.length()).append(name, 0, i);
      }
      if (capitals != null && !(space && blank)) {
        capitals.append(upper);
      }
      blank = space;
    }
    return capitals == null ? name : capitals.toString();
  }
}
