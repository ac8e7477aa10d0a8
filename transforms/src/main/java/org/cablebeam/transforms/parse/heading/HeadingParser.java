package org.cablebeam.transforms.parse.heading;

import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Classifier;
import org.cablebeam.schemas.Declassification;
import org.cablebeam.schemas.DeclassificationKind;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the heading of a cable: what stands between the classification line and the running text.
 * Fills classification text, captions, E.O. line, classifier line, tags, subject and references,
 * the latter also where the running text makes them. Offsets it records are UTF-16 units into the
 * body. Immutable and thread-safe; never throws; linear in the length of the body.
 */
public final class HeadingParser {
  /** Before a classification line not more lines than this may stand in a body. */
  private static final int PREAMBLE = 30;

  /** No classifier line takes more lines, and no E.O. line. */
  private static final int CLASSIFIER_LINES = 12;

  private static final int ORDER_LINES = 4;

  /** No caption takes more, in UTF-16 units. */
  private static final int LONGEST_CAPTIONS = 8_000;

  private final TagsLine tagsLine = new TagsLine(Tags.standard());
  private final TextReferences textReferences = new TextReferences();

  /**
   * Reads the heading of a body into a cable whose header, id and date are known, as far as they
   * can be.
   *
   * @return the offset where the running text begins, in UTF-16 units of the body
   */
  public int parse(Body body, Cable cable, Issues issues) {
    return new Parse(body, cable, issues).parse();
  }

  private static Optional<ClassificationLine> classificationLine(Lines lines) {
    ClassificationLine alone = null;
    boolean fields = false;
    int texts = 0;
    for (int i = 0; i < lines.count() && texts < PREAMBLE; i++) {
      if (lines.blank(i)) {
        continue;
      }
      texts++;
      Optional<ClassificationLine> read = ClassificationLine.read(lines, i);
      if (read.isPresent() && read.get().hasPost()) {
        return read;
      }
      fields |= opensField(lines, i);
      if (read.isPresent() && alone == null && !fields) {
        alone = read.get();
      }
      if (alone != null && texts > 4) {
        break;
      }
    }
    return Optional.ofNullable(alone);
  }

  /** Behind E.O., TAGS, SUBJECT or REF a level alone is the footer of a page. */
  private static boolean opensField(Lines lines, int line) {
    int at = lines.indentEnd(line);
    String text = lines.text();
    return text.regionMatches(true, at, "E.O.", 0, 4)
        || text.regionMatches(true, at, "TAGS", 0, 4)
        || text.regionMatches(true, at, "SUBJ", 0, 4)
        || text.regionMatches(true, at, "REF:", 0, 4);
  }

  /** Fewer UTF-16 units are no sentence. */
  private static final int SHORTEST_BLOCK = 20;

  /** The work on one cable. */
  private final class Parse {
    private final Body body;
    private final Lines lines;
    private final String text;
    private final Cable cable;
    private final Classification classification;
    private final Issues issues;
    private final List<FieldSpan> spans = new ArrayList<>();
    private int headingEnd;

    Parse(Body body, Cable cable, Issues issues) {
      this.body = body;
      this.lines = body.lines();
      this.text = body.text();
      this.cable = cable;
      this.classification = cable.getClassification();
      this.issues = issues;
    }

    int parse() {
      int from = 0;
      Optional<ClassificationLine> line = classificationLine(lines);
      if (line.isPresent()) {
        Span span = line.get().span();
        classification.setText(flat(span.start(), span.end()));
        addSpan(SpanKind.CLASSIFICATION, span.start(), span.end());
        from = span.end();
      }
      headingEnd = from;
      HeadingZone zone = new KeywordScanner(body).scan(from);
      if (line.isPresent() && !zone.holds(Keyword.SUBJECT) && fieldsBefore(line.get())) {
        // A copyist put the heading above the classification line.
        zone = new KeywordScanner(body).scan(0);
      }
      for (Field field : zone.fields()) {
        if (field.repaired()) {
          int stop = field.value() > field.start() ? field.value() : field.start() + 4;
          issues.add(IssueCode.REPAIRED_KEYWORD, null, text.substring(field.start(), stop).strip());
        }
      }
      captions(from, zone);
      order(zone.fields());
      tags(zone.fields());
      subject(zone.fields());
      references(zone.fields(), line.orElse(null));
      classifier(zone.fields());
      repeatedHeadings(line.orElse(null));
      spans.sort(Comparator.comparingInt(FieldSpan::getStart).thenComparingInt(FieldSpan::getEnd));
      cable.getSpans().addAll(spans);
      int textStart = textStart(zone);
      textReferences.find(body, textStart, own(line.orElse(null)), cable, issues);
      return textStart;
    }

    /**
     * Paragraph 1, or what stands behind the last field: also where the subject is that field, for
     * what stands between it and paragraph 1 is text or a heading.
     */
    private int textStart(HeadingZone zone) {
      List<Field> fields = zone.fields();
      Keyword last = fields.isEmpty() ? null : fields.get(fields.size() - 1).keyword();
      boolean opening =
          headingEnd < zone.end()
              && (last == Keyword.SUBJECT
                  || (last == Keyword.CLASSIFIED_BY && isBlock(headingEnd, zone.end())));
      if (zone.numbered() && !opening) {
        return zone.end();
      }
      int at = headingEnd;
      while (at < text.length()) {
        at = body.furniture().skip(at);
        if (at < text.length() && Lines.isBlank(text.charAt(at))) {
          at++;
        } else {
          break;
        }
      }
      return Math.min(at, text.length());
    }

    /** Whether sentences stand between blank lines, as a note before paragraph 1 does. */
    private boolean isBlock(int from, int to) {
      int line = lines.at(from);
      int end = Characters.skipBlanksBack(text, to, from);
      return line + 1 < lines.count()
          && lines.start(line + 1) < to
          && lines.blank(line + 1)
          && end - from >= SHORTEST_BLOCK
          && ".)".indexOf(text.charAt(end - 1)) >= 0
          && text.substring(from, end).indexOf("eason") < 0;
    }

    private void addSpan(SpanKind kind, int start, int end) {
      if (start < end) {
        spans.add(new FieldSpan(kind, start, end));
        headingEnd = Math.max(headingEnd, end);
      }
    }

    private String flat(int start, int end) {
      StringBuilder flat = new StringBuilder(end - start);
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        flat.append(c == '\n' ? ' ' : c);
      }
      return flat.toString().strip();
    }

    private boolean fieldsBefore(ClassificationLine line) {
      int last = lines.at(line.span().start());
      for (int i = 0; i < last && i < PREAMBLE; i++) {
        if (opensField(lines, i)) {
          return true;
        }
      }
      return false;
    }

    // Captions

    private void captions(int from, HeadingZone zone) {
      int end = zone.fields().isEmpty() ? zone.numbered() ? zone.end() : from : firstField(zone);
      end = Math.min(end, from + LONGEST_CAPTIONS);
      if (end <= from) {
        return;
      }
      FieldText field = FieldText.of(body, from, end);
      String captions = withoutBlankLines(field.toString());
      if (captions.isEmpty()) {
        return;
      }
      classification.setCaptionText(captions);
      int start = Characters.skipBlanks(text, from, end);
      int stop = Characters.skipBlanksBack(text, end, start);
      addSpan(SpanKind.CAPTIONS, start, stop);
    }

    private int firstField(HeadingZone zone) {
      return Math.min(zone.fields().get(0).start(), zone.end());
    }

    private static String withoutBlankLines(String lines) {
      StringBuilder kept = new StringBuilder(lines.length());
      for (String line : lines.split("\n", -1)) {
        if (!line.isBlank()) {
          kept.append(kept.length() == 0 ? "" : "\n").append(line.strip());
        }
      }
      return kept.toString();
    }

    // E.O.

    private void order(List<Field> fields) {
      Field best = best(fields, Keyword.EXECUTIVE_ORDER);
      if (best == null) {
        return;
      }
      int end = FieldBlock.end(body, best, ORDER_LINES);
      String value = withoutBlankLines(FieldText.of(body, best.value(), end).toString());
      if (value.isEmpty()) {
        return;
      }
      classification.setDeclassification(
          Declassification.newBuilder().setKind(DeclassificationKind.NONE).setText(value).build());
      String number = orderNumber(value);
      if (!number.isEmpty()) {
        classification.setExecutiveOrder(number);
      }
      addSpan(SpanKind.EXECUTIVE_ORDER, best.start(), end);
    }

    /** The first run of at least four digits, as found. */
    private String orderNumber(String value) {
      int at = 0;
      while (at < value.length() && at < 24) {
        int digits = Characters.skipDigits(value, at, value.length());
        if (digits - at >= 4 && digits - at <= 6) {
          return value.substring(at, digits);
        }
        at = Math.max(digits, at) + 1;
      }
      return "";
    }

    // Tags

    private void tags(List<Field> fields) {
      Map<String, Tag> found = new LinkedHashMap<>();
      int year = year();
      Rank best = Rank.GLUED;
      boolean any = false;
      for (Field field : fields) {
        if (field.keyword() != Keyword.TAGS) {
          continue;
        }
        any = true;
        if (!found.isEmpty() && field.rank().compareTo(best) <= 0) {
          continue;
        }
        FieldText value = FieldText.of(body, field.value(), field.end());
        String list = value.toString();
        int end = tagsLine.listEnd(list);
        List<Tag> tags = tagsLine.read(list.substring(0, end), year, issues);
        if (tags.isEmpty()) {
          continue;
        }
        found.clear();
        best = field.rank();
        for (Tag tag : tags) {
          found.putIfAbsent(tag.getCode(), tag);
        }
        Span span = value.span(0, end);
        spans.removeIf(s -> s.getKind() == SpanKind.TAGS);
        addSpan(SpanKind.TAGS, field.start(), Math.max(span.end(), field.start()));
      }
      if (!any) {
        issues.add(IssueCode.MISSING_TAGS, "tags", null);
      }
      cable.setTags(new ArrayList<>(found.values()));
    }

    private int year() {
      if (cable.getSentAt() != null) {
        return cable.getSentAt().atOffset(ZoneOffset.UTC).getYear();
      }
      String order = classification.getExecutiveOrder();
      if (order == null) {
        return CableId.parse(cable.getId()).map(CableId::year).orElse(0);
      }
      return switch (order) {
        case "11652" -> 1975;
        case "12065" -> 1980;
        case "12356" -> 1990;
        default -> 2005;
      };
    }

    // Subject

    private void subject(List<Field> fields) {
      SubjectLine best = null;
      Field chosen = null;
      Span span = new Span(0, 0);
      for (Field field : fields) {
        if (field.keyword() != Keyword.SUBJECT) {
          continue;
        }
        FieldText value = FieldText.of(body, field.value(), field.end());
        SubjectLine read = SubjectLine.read(value.toString());
        if (read.text().isEmpty()) {
          continue;
        }
        boolean better =
            best == null
                || chosen == null
                || field.rank().compareTo(chosen.rank()) > 0
                || isTruncated(best.text(), read.text());
        if (better) {
          best = read;
          chosen = field;
          span = value.span(0, read.end());
        }
      }
      if (best == null || chosen == null) {
        issues.add(IssueCode.MISSING_SUBJECT, "subject", null);
        return;
      }
      cable.setSubject(best.text());
      cable.setSubjectMarking(best.marking());
      if (best.part() > 0) {
        cable.setPart(best.part());
        cable.setParts(best.parts());
      }
      addSpan(SpanKind.SUBJECT, chosen.start(), Math.max(span.end(), chosen.start()));
    }

    /** Whether the first copy of a subject breaks off where a later one goes on. */
    private static boolean isTruncated(String first, String later) {
      int end = first.length();
      while (end > 0
          && (first.charAt(end - 1) == '.'
              || first.charAt(end - 1) == '\u2026'
              || first.charAt(end - 1) == ' ')) {
        end--;
      }
      boolean dots = first.length() - end >= 3 || first.endsWith("\u2026");
      return dots && later.length() > end && later.regionMatches(true, 0, first, 0, end);
    }

    // References

    private ReferringCable own(@Nullable ClassificationLine line) {
      int year =
          cable.getSentAt() == null ? 0 : cable.getSentAt().atOffset(ZoneOffset.UTC).getYear();
      String post = cable.getOrigin() == null ? null : cable.getOrigin().getPost();
      long serial = cable.getSerial() == null ? -1 : cable.getSerial();
      Optional<CableId> id = CableId.parse(cable.getId());
      if (id.isPresent()) {
        year = year == 0 ? id.get().year() : year;
        post = post == null ? id.get().post() : post;
        serial = serial < 0 ? id.get().serial() : serial;
      }
      if (line != null) {
        String named = line.post();
        if (post == null && named != null) {
          post = Posts.standard().byName(named).map(Posts.Post::id).orElse(null);
        }
        serial = serial < 0 ? line.serial() : serial;
      }
      return new ReferringCable(year, january(), post, serial);
    }

    /** The day of January on which the cable says it was sent; a container's date is no witness. */
    private int january() {
      if (cable.getDateTimeGroup() == null || cable.getSentAt() == null) {
        return 0;
      }
      OffsetDateTime sent = cable.getSentAt().atOffset(ZoneOffset.UTC);
      return sent.getMonth() == Month.JANUARY ? sent.getDayOfMonth() : 0;
    }

    private void references(List<Field> fields, @Nullable ClassificationLine line) {
      ReferringCable own = own(line);
      List<Reference> references = new ArrayList<>();
      Set<String> known = new HashSet<>();
      for (Field field : fields) {
        if (field.keyword() != Keyword.REFERENCES) {
          continue;
        }
        FieldText value = FieldText.of(body, field.value(), field.end());
        String zone = value.toString();
        int end = ReferenceBlock.end(zone);
        for (ReferenceItem item : new ReferenceLine(zone.substring(0, end), own, issues).read()) {
          if (!known.add(item.id() == null ? item.text() : item.id())) {
            continue;
          }
          Span span = value.span(item.start(), item.end());
          references.add(reference(item, span.start(), span.end()));
        }
        Span span = value.span(0, end);
        addSpan(SpanKind.REFERENCES, field.start(), Math.max(span.end(), field.start()));
      }
      cable.setReferences(references);
    }

    private Reference reference(ReferenceItem item, int start, int end) {
      return Reference.newBuilder()
          .setText(item.text())
          .setKind(item.kind())
          .setId(item.id())
          .setBullet(item.bullet())
          .setNotal(item.notal())
          .setZone(ReferenceZone.HEADING)
          .setStart(start)
          .setEnd(end)
          .build();
    }

    // Headings that later sections repeat

    /** Later sections may give a subject or references whole that the first cut short. */
    private void repeatedHeadings(@Nullable ClassificationLine line) {
      if (body.furniture().headings().isEmpty()) {
        return;
      }
      ReferringCable own = own(line);
      Set<String> known = new HashSet<>();
      for (Reference reference : cable.getReferences()) {
        known.add(reference.getId() == null ? reference.getText() : reference.getId());
      }
      for (Span heading : body.furniture().headings()) {
        Body repeated = Body.of(text.substring(heading.start(), heading.end()));
        for (Field field : new KeywordScanner(repeated).scan(0).fields()) {
          FieldText value = FieldText.of(repeated, field.value(), field.end());
          if (field.keyword() == Keyword.SUBJECT) {
            longerSubject(value);
          } else if (field.keyword() == Keyword.REFERENCES) {
            String zone = value.toString();
            String list = zone.substring(0, ReferenceBlock.end(zone));
            for (ReferenceItem item :
                new ReferenceLine(list, own, new Issues(new ArrayList<>())).read()) {
              if (item.id() != null && known.add(item.id())) {
                Span span = value.span(item.start(), item.end());
                cable
                    .getReferences()
                    .add(
                        reference(
                            item, heading.start() + span.start(), heading.start() + span.end()));
              }
            }
          }
        }
      }
    }

    private void longerSubject(FieldText value) {
      String subject = cable.getSubject();
      SubjectLine read = SubjectLine.read(value.toString());
      if (subject != null && isTruncated(subject, read.text())) {
        cable.setSubject(read.text());
      }
    }

    // Classifier

    private void classifier(List<Field> fields) {
      Field best = null;
      for (Field field : fields) {
        if (field.keyword() == Keyword.CLASSIFIED_BY
            && (best == null || field.rank().compareTo(best.rank()) > 0)
            && !text.substring(field.value(), FieldBlock.end(body, field, CLASSIFIER_LINES))
                .isBlank()) {
          best = field;
        }
      }
      if (best == null) {
        return;
      }
      int end = FieldBlock.end(body, best, CLASSIFIER_LINES);
      String value = withoutBlankLines(FieldText.of(body, best.value(), end).toString());
      if (value.isEmpty()) {
        return;
      }
      classification.setClassifiedBy(Classifier.newBuilder().setText(value).build());
      addSpan(SpanKind.CLASSIFIED_BY, best.start(), end);
    }

    private @Nullable Field best(List<Field> fields, Keyword keyword) {
      Field best = null;
      for (Field field : fields) {
        if (field.keyword() == keyword
            && (best == null || field.rank().compareTo(best.rank()) > 0)) {
          best = field;
        }
      }
      return best;
    }
  }
}
