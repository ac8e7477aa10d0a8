package org.cablebeam.pipeline;

import java.util.ArrayList;
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
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Officer;
import org.cablebeam.schemas.Paragraph;
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
  private static final int MARGIN = 17;
  private static final int LONGEST = 2000;

  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String ALARM = "33";

  private final boolean color;

  CableText(boolean color) {
    this.color = color;
  }

  /** The cable in full. */
  String of(Cable cable, long number) {
    Page page = new Page();
    page.title(number, cable.getId(), cable.getSource());
    identity(page, cable);
    classification(page, cable.getClassification());
    heading(page, cable);
    text(page, cable);
    entities(page, cable.getEntities());
    issues(page, cable.getIssues());
    page.part("Header");
    cable.getHeader().lines().forEach(line -> page.line("", style(DIM, clean(line))));
    page.part("Body");
    body(page, cable);
    return page.end();
  }

  /** The reject: why, and how it begins. */
  String of(RejectedMessage reject, long number) {
    Page page = new Page();
    page.title(number, "Rejected", reject.getSource());
    page.field("code", reject.getCode());
    page.field("stage", reject.getStage());
    page.field("message", reject.getMessage());
    page.part("Raw");
    reject.getRaw().lines().limit(20).forEach(line -> page.line("", clean(cut(line))));
    return page.end();
  }

  private static void identity(Page page, Cable cable) {
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

  private static void classification(Page page, Classification classification) {
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

  private static void heading(Page page, Cable cable) {
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

  private static void text(Page page, Cable cable) {
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

  private void entities(Page page, List<Entity> entities) {
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
    String normalized = entity.getNormalized();
    return normalized == null || normalized.equalsIgnoreCase(entity.getText())
        ? entity.getText()
        : entity.getText() + " = " + normalized;
  }

  private void issues(Page page, List<Issue> issues) {
    if (issues.isEmpty()) {
      return;
    }
    page.part("Issues");
    for (Issue issue : issues) {
      String excerpt = issue.getExcerpt();
      page.line(
          "  ",
          style(ALARM, clean(issue.getCode()))
              + (issue.getField() == null ? "" : " in " + clean(issue.getField()))
              + (excerpt == null ? "" : ": " + clean(excerpt)));
      page.line("    ", style(DIM, summary(issue.getCode())));
    }
  }

  private static String summary(String code) {
    try {
      return IssueCode.valueOf(code).summary();
    } catch (IllegalArgumentException e) {
      return "From a newer version of the schemas.";
    }
  }

  /** The body line by line: in the margin the fields and paragraphs that begin in a line. */
  private void body(Page page, Cable cable) {
    String body = cable.getBody();
    List<Begin> begins = new ArrayList<>();
    for (FieldSpan span : cable.getSpans()) {
      begins.add(new Begin(span.getStart(), word(span.getKind())));
    }
    for (Paragraph paragraph : cable.getParagraphs()) {
      begins.add(
          new Begin(
              paragraph.getStart(),
              paragraph.getNumber() == null ? "¶" : "¶ " + paragraph.getNumber()));
    }
    begins.sort(Comparator.comparingInt(Begin::at));
    List<Entity> entities = cable.getEntities();
    int begin = 0;
    int entity = 0;
    int unit = 0;
    int point = 0;
    @Nullable Entity open = null;
    while (unit < body.length()) {
      int end = body.indexOf('\n', unit);
      end = end < 0 ? body.length() : end;
      int lineEnd = point + body.codePointCount(unit, end);
      StringBuilder line = new StringBuilder();
      if (open != null) {
        line.append(opening(open));
      }
      while (unit < end) {
        if (open != null && point >= open.getEnd()) {
          line.append(closing(open));
          open = null;
        }
        while (entity < entities.size() && entities.get(entity).getEnd() <= point) {
          entity++;
        }
        if (open == null && entity < entities.size() && entities.get(entity).getStart() <= point) {
          open = entities.get(entity++);
          line.append(opening(open));
        }
        int character = body.codePointAt(unit);
        line.appendCodePoint(picture(character));
        unit += Character.charCount(character);
        point++;
      }
      if (open != null) {
        line.append(closing(open));
        open = open.getEnd() > lineEnd + 1 ? open : null;
      }
      List<String> names = new ArrayList<>();
      while (begin < begins.size() && begins.get(begin).at() <= lineEnd) {
        if (!names.contains(begins.get(begin).name())) {
          names.add(begins.get(begin).name());
        }
        begin++;
      }
      page.line(margin(names), line.toString());
      unit++;
      point++;
    }
  }

  private record Begin(int at, String name) {}

  private String margin(List<String> names) {
    String all = String.join(", ", names);
    String fit = all.length() <= MARGIN ? all : all.substring(0, MARGIN - 1) + "…";
    return style(DIM, fit + " ".repeat(MARGIN - fit.length()) + "│ ");
  }

  private String opening(Entity entity) {
    return color ? "\u001b[" + hue(entity) + "m" : "{";
  }

  private String closing(Entity entity) {
    return color ? "\u001b[0m" : ":" + entity.getType().name() + "}";
  }

  private static String hue(Entity entity) {
    return switch (entity.getType()) {
      case PERSON -> "1;32";
      case ORGANIZATION -> "1;34";
      case LOCATION -> "1;35";
      case DATE -> "36";
      case CABLE_REFERENCE -> "4;36";
      case TITLE -> "32";
      case TREATY -> "34";
      case OTHER -> "4";
    };
  }

  private String style(String code, String text) {
    return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
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

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + " …";
  }

  /** One line of text from anywhere, at most some 1,000 characters of it. */
  static String line(String text) {
    return clean(cut(text)).replace('\u240a', ' ');
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(character -> clean.appendCodePoint(picture(character)));
    return clean.toString();
  }

  /** Control characters as their pictures; what turns the direction of writing as a mark. */
  private static int picture(int character) {
    if (character == '\t') {
      return ' ';
    }
    if (character < ' ') {
      return 0x2400 + character;
    }
    if (character == 0x7F) {
      return 0x2421;
    }
    int type = Character.getType(character);
    boolean harmless =
        type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && type != Character.LINE_SEPARATOR
            && type != Character.PARAGRAPH_SEPARATOR;
    return harmless ? character : 0xFFFD;
  }

  /** Text in the making. */
  private final class Page {
    private final StringBuilder text = new StringBuilder();

    void title(long number, String name, Source source) {
      text.append(style(BOLD, number + ". " + clean(name))).append('\n');
      line(
          "  ",
          style(
              DIM,
              clean(source.getUri())
                  + ", "
                  + word(source.getContainer())
                  + ", ordinal "
                  + source.getOrdinal()));
      text.append('\n');
    }

    void part(String name) {
      text.append('\n').append(style(BOLD, name)).append('\n');
    }

    /**
     * A field and its value, the lines of the value below each other; nothing when there is none.
     */
    void field(String name, @Nullable String value) {
      if (value == null || value.isEmpty()) {
        return;
      }
      String label = name;
      for (String line : cut(value).lines().toList()) {
        line(
            "  " + style(DIM, label + " ".repeat(Math.max(0, MARGIN - label.length()))),
            clean(line));
        label = "";
      }
    }

    void line(String margin, String line) {
      text.append((margin + line).stripTrailing()).append('\n');
    }

    String end() {
      return text.append('\n').toString();
    }
  }
}
