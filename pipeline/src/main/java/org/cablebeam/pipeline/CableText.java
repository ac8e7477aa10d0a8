package org.cablebeam.pipeline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Declassification;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Officer;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A cable as people read it: its fields, what was noticed, and the body with fields named in the
 * margin and entities marked, by colour or as {@code {Prague:LOCATION}}. Cables come from anywhere:
 * characters that would steer a terminal are shown as pictures. Immutable and thread-safe.
 */
final class CableText {
  private final boolean color;
  private final int columns;

  /**
   * A form of cables for people.
   *
   * @param color whether terminal colours are wanted
   * @param columns of the terminal; 0 where they are not known
   */
  CableText(boolean color, int columns) {
    this.color = color;
    this.columns = columns;
  }

  /** The cable in full. */
  String of(Cable cable, long number) {
    TextPage page = new TextPage(color, columns);
    title(page, number, cable.getId(), cable.getSource());
    identity(page, cable);
    classification(page, cable.getClassification());
    heading(page, cable);
    text(page, cable);
    entities(page, cable.getEntities());
    issues(page, cable.getIssues());
    page.part("Header");
    cable.getHeader().lines().forEach(line -> page.line("", "", dimmed(page, line)));
    page.part("Body");
    MarkedBody.print(cable, page);
    page.blank();
    return page.toString();
  }

  /** The reject: why, and how it begins. */
  String of(RejectedMessage reject, long number) {
    TextPage page = new TextPage(color, columns);
    title(page, number, "Rejected", reject.getSource());
    page.field("code", reject.getCode());
    page.field("stage", reject.getStage());
    page.field("message", reject.getMessage());
    page.part("Raw");
    reject
        .getRaw()
        .lines()
        .limit(20)
        .forEach(line -> page.line("", "", TextPage.clean(TextPage.cut(line))));
    page.blank();
    return page.toString();
  }

  private static void title(TextPage page, long number, String name, Source source) {
    page.line("", "", page.style(TextPage.BOLD, number + ". " + TextPage.clean(name)));
    String form = word(source.getContainer()) + ", ordinal " + source.getOrdinal();
    page.line("  ", "  ", dimmed(page, source.getUri() + ", " + form));
    page.blank();
  }

  private static String dimmed(TextPage page, String text) {
    return page.style(TextPage.DIM, TextPage.clean(text));
  }

  private static void identity(TextPage page, Cable cable) {
    page.field("claims", cable.getClaims() == null ? null : cable.getClaims().getId());
    page.field("transmission", cable.getTransmissionId());
    page.field(
        "precedence",
        list(Stream.of(wordOf(cable.getPrecedence()), wordOf(cable.getInfoPrecedence()))));
    page.field("sent", cable.getSentAt() == null ? null : cable.getSentAt().toString());
    page.field("date-time group", cable.getDateTimeGroup());
    var origin = cable.getOrigin();
    if (origin != null) {
      page.field("from", origin.getPost());
      page.field(
          "", list(Stream.of(origin.getName(), origin.getRoutingIndicator(), origin.getCountry())));
    }
    page.field("serial", cable.getSerial() == null ? null : String.valueOf(cable.getSerial()));
    for (RecipientRole role : RecipientRole.values()) {
      page.field(
          role == RecipientRole.ACTION ? "to" : role.name().toLowerCase(Locale.ROOT),
          list(
              cable.getRecipients().stream()
                  .filter(recipient -> recipient.getRole() == role)
                  .map(CableText::recipient)));
    }
  }

  private static String recipient(Recipient recipient) {
    String post = recipient.getPost();
    return post == null || recipient.getName().equals(post)
        ? recipient.getName()
        : recipient.getName() + " (" + post + ")";
  }

  private static void classification(TextPage page, Classification classification) {
    page.field("level", word(classification.getLevel()));
    page.field("controls", String.join(", ", classification.getControls()));
    page.field("captions", String.join(", ", classification.getCaptions()));
    page.field("order", classification.getExecutiveOrder());
    Declassification end = classification.getDeclassification();
    if (end != null) {
      page.field(
          "declassified",
          list(
              Stream.of(
                  word(end.getKind()),
                  end.getDate() == null ? null : end.getDate().toString(),
                  end.getText())));
    }
    var classifier = classification.getClassifiedBy();
    if (classifier != null) {
      page.field("classified by", list(Stream.of(classifier.getName(), classifier.getTitle())));
    }
    page.field("reasons", String.join(", ", classification.getReasons()));
    page.field("highest portion", wordOf(classification.getHighestPortion()));
  }

  private static void heading(TextPage page, Cable cable) {
    page.field("tags", list(cable.getTags().stream().map(CableText::tag)));
    page.field("subject", cable.getSubject());
    page.field("marking", cable.getSubjectMarking());
    String label = "references";
    for (Reference reference : cable.getReferences()) {
      page.field(
          label,
          list(
              Stream.of(
                  reference.getBullet(),
                  reference.getId() == null ? word(reference.getKind()) : reference.getId(),
                  reference.getText(),
                  reference.getNotal() ? "NOTAL" : null,
                  "in the " + word(reference.getZone()))));
      label = "";
    }
  }

  private static String tag(Tag tag) {
    return tag.getName() == null ? tag.getCode() : tag.getCode() + " (" + tag.getName() + ")";
  }

  private static void text(TextPage page, Cable cable) {
    if (cable.getSectionCount() != null) {
      page.field(
          "sections",
          (cable.getSections() == null ? "?" : cable.getSections())
              + " of "
              + cable.getSectionCount());
    }
    page.field("paragraphs", String.valueOf(cable.getParagraphs().size()));
    page.field("summary", cable.getSummary());
    cable.getComments().forEach(comment -> page.field("comment", comment));
    cable.getNotes().forEach(note -> page.field("note", note));
    cable.getActionRequests().forEach(request -> page.field("action request", request));
    page.field("signed by", cable.getSignedBy());
    page.field("drafted by", officers(cable.getDrafters()));
    page.field("approved by", officers(cable.getApprovers()));
    page.field("cleared by", officers(cable.getClearances()));
    page.field(
        "review date", cable.getReviewDate() == null ? null : cable.getReviewDate().toString());
    page.field(
        "remarks",
        list(
            Stream.of(
                cable.getPartial() ? "an extract only" : null,
                cable.getCorrected() ? "a corrected copy" : null,
                cable.getRetransmitted() ? "retransmitted" : null,
                cable.getCancelled() ? "cancels a message" : null,
                cable.getRedactions() == 0 ? null : cable.getRedactions() + " redactions",
                cable.getGarbles() == 0 ? null : cable.getGarbles() + " garbles")));
  }

  private static @Nullable String officers(List<Officer> officers) {
    return list(
        officers.stream()
            .map(
                officer ->
                    Stream.of(officer.getOffice(), officer.getName())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(":"))));
  }

  private static void entities(TextPage page, List<Entity> entities) {
    if (entities.isEmpty()) {
      return;
    }
    page.part("Entities");
    Map<String, Map<String, Integer>> byType = new LinkedHashMap<>();
    entities.stream()
        .sorted(Comparator.comparing(Entity::getType).thenComparing(Entity::getStart))
        .forEach(
            entity ->
                byType
                    .computeIfAbsent(word(entity.getType()), type -> new LinkedHashMap<>())
                    .merge(mention(entity), 1, Integer::sum));
    byType.forEach(
        (type, mentions) ->
            page.field(
                type,
                list(
                    mentions.entrySet().stream()
                        .map(
                            mention ->
                                mention.getValue() == 1
                                    ? mention.getKey()
                                    : mention.getKey() + " ×" + mention.getValue()))));
  }

  private static String mention(Entity entity) {
    // A name may go on in the next line of the body.
    String text = entity.getText().lines().map(String::strip).collect(Collectors.joining(" "));
    String normalized = entity.getNormalized();
    return normalized == null || normalized.equalsIgnoreCase(text)
        ? text
        : text + " = " + normalized;
  }

  private static void issues(TextPage page, List<Issue> issues) {
    if (issues.isEmpty()) {
      return;
    }
    page.part("Issues");
    for (Issue issue : issues) {
      String excerpt = issue.getExcerpt();
      page.line(
          "  ",
          "  ",
          page.style(TextPage.ALARM, TextPage.clean(issue.getCode()))
              + (issue.getField() == null ? "" : " in " + TextPage.clean(issue.getField()))
              + (excerpt == null ? "" : ": " + line(excerpt)));
      page.line("    ", "    ", page.style(TextPage.DIM, summary(issue.getCode())));
    }
  }

  private static String summary(String code) {
    try {
      return IssueCode.valueOf(code).summary();
    } catch (IllegalArgumentException e) {
      return "From a newer version of the schemas.";
    }
  }

  private static @Nullable String list(Stream<@Nullable String> parts) {
    String all =
        parts.filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    return all.isEmpty() ? null : all;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static @Nullable String wordOf(@Nullable Enum<?> constant) {
    return constant == null ? null : word(constant);
  }

  /** One line of text from anywhere, at most some 1,000 characters of it. */
  static String line(String text) {
    return TextPage.clean(TextPage.cut(text)).replace('\u240a', ' ');
  }
}
