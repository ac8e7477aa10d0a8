package org.cablebeam.transforms.statistics;

import java.time.Instant;
import java.util.ArrayList;
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
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.Tag;

/**
 * Reads of a record what the statistics need to know of it. Everything that repeats counts once.
 */
final class FigureExtractor {
  /** A longer name is no name. */
  private static final int LONGEST_NAME = 100;

  private FigureExtractor() {}

  /** Reads the figures of a cable; strings are shared by way of the pool. */
  static CableFigures extract(Cable cable, Pool pool) {
    Origin origin = cable.getOrigin();
    String country = origin == null ? null : origin.getCountry();
    Instant sent = cable.getSentAt();
    Set<String> action = recipients(cable.getRecipients(), true, pool);
    Set<String> info = recipients(cable.getRecipients(), false, pool);
    info.removeAll(action);
    int[] kinds = new int[CableFigures.KINDS.length];
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
        CableFigures.month(sent),
        cable.getClassification().getLevel(),
        CableFigures.pooled(cable.getClassification().getControls(), pool),
        CableFigures.pooled(cable.getClassification().getCaptions(), pool),
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

  /** The post of a cable as the statistics name it. */
  private static String post(Cable cable) {
    Origin origin = cable.getOrigin();
    String post = origin == null ? null : origin.getPost();
    return post == null ? Tallies.UNKNOWN_POST : post;
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

  private static List<CableFigures.Cited> cited(Cable cable) {
    Map<String, CableFigures.Cited> ids = new LinkedHashMap<>();
    for (Reference reference : cable.getReferences()) {
      String id = reference.getId();
      if (reference.getKind() == ReferenceKind.CABLE && id != null && !id.equals(cable.getId())) {
        int heading = reference.getZone() == ReferenceZone.HEADING ? 1 : 0;
        CableFigures.Cited before = ids.get(id);
        ids.put(
            id,
            before == null
                ? new CableFigures.Cited(id, heading, 1 - heading)
                : new CableFigures.Cited(
                    id, before.heading() + heading, before.text() + 1 - heading));
      }
    }
    return List.copyOf(ids.values());
  }

  private static List<CableFigures.Noticed> noticed(List<Issue> issues) {
    if (issues.isEmpty()) {
      return List.of();
    }
    Map<String, CableFigures.Noticed> codes = new LinkedHashMap<>();
    for (Issue issue : issues) {
      CableFigures.Noticed before = codes.get(issue.getCode());
      codes.put(
          issue.getCode(),
          before == null
              ? new CableFigures.Noticed(issue.getCode(), 1, issue.getExcerpt())
              : new CableFigures.Noticed(issue.getCode(), before.times() + 1, before.excerpt()));
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
