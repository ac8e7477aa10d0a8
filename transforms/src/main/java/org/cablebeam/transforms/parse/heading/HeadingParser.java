package org.cablebeam.transforms.parse.heading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Classifier;
import org.cablebeam.schemas.Declassification;
import org.cablebeam.schemas.DeclassificationKind;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Furniture;
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

  /** Fewer UTF-16 units are no sentence. */
  private static final int SHORTEST_BLOCK = 20;

  private final TagsField tagsField = new TagsField();
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

  private static Optional<ClassificationLine> classificationLine(Body body) {
    Lines lines = body.lines();
    ClassificationLine alone = null;
    boolean fields = false;
    int texts = 0;
    for (int i = 0; i < lines.count() && texts < PREAMBLE; i++) {
      if (lines.blank(i)) {
        continue;
      }
      texts++;
      // The seam of a later section, in a text that came without its first heading, opens nothing.
      Optional<ClassificationLine> read =
          ClassificationLine.read(lines, i)
              .filter(line -> line.section() < 2 || !body.furniture().covers(line.span().start()));
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

  /** The work on one cable. */
  private final class Parse {
    private final Body body;
    private final String text;
    private final Cable cable;
    private final Issues issues;
    private final Classification classification;
    private final @Nullable ClassificationLine line;
    private final int from;
    private final HeadingZone zone;
    private final Heading heading;

    Parse(Body body, Cable cable, Issues issues) {
      this.body = body;
      this.text = body.text();
      this.cable = cable;
      this.issues = issues;
      this.classification = cable.getClassification();
      this.line = classificationLine(body).orElse(null);
      this.from = line == null ? 0 : line.span().end();
      this.zone = zone();
      this.heading = new Heading(body, cable, issues, line, zone);
    }

    private HeadingZone zone() {
      HeadingZone below = new KeywordScanner(body).scan(from);
      // A copyist may have put the heading above the classification line.
      return line != null && !below.holds(Keyword.SUBJECT) && fieldsBefore(line)
          ? new KeywordScanner(body).scan(0)
          : below;
    }

    private boolean fieldsBefore(ClassificationLine line) {
      int last = body.lines().at(line.span().start());
      for (int i = 0; i < last && i < PREAMBLE; i++) {
        if (opensField(body.lines(), i)) {
          return true;
        }
      }
      return false;
    }

    int parse() {
      ClassificationLine level = line == null && classification.getText() == null ? seam() : line;
      if (level != null) {
        Span span = level.span();
        classification.setText(flat(span.start(), span.end()));
        heading.add(SpanKind.CLASSIFICATION, span.start(), span.end());
      }
      for (Field field : zone.fields()) {
        if (field.repaired()) {
          int stop = field.value() > field.start() ? field.value() : field.start() + 4;
          issues.add(IssueCode.REPAIRED_KEYWORD, null, text.substring(field.start(), stop).strip());
        }
      }
      captions();
      order();
      tagsField.read(heading);
      SubjectField.read(heading);
      ReferencesField references = new ReferencesField(heading);
      references.read(heading);
      classifier();
      repeatedHeadings(references);
      cable.getSpans().addAll(heading.spans());
      int textStart = textStart();
      textReferences.find(body, textStart, heading.own(), cable, issues);
      return textStart;
    }

    /** The line of a later section, of the same level as the first, which was lost; or null. */
    private @Nullable ClassificationLine seam() {
      for (Furniture.SectionMark mark : body.furniture().sections()) {
        Optional<ClassificationLine> found =
            ClassificationLine.read(body.lines(), body.lines().at(mark.offset()));
        if (found.isPresent() && found.get().hasPost()) {
          return found.get();
        }
      }
      return null;
    }

    private String flat(int start, int end) {
      return text.substring(start, end).replace('\n', ' ').strip();
    }

    /**
     * Paragraph 1, or what stands behind the last field: also where the subject is that field, for
     * what stands between it and paragraph 1 is text or a heading.
     */
    private int textStart() {
      List<Field> fields = zone.fields();
      Keyword last = fields.isEmpty() ? null : fields.get(fields.size() - 1).keyword();
      int at = Math.max(heading.end(), from);
      boolean opening =
          at < zone.end()
              && (last == Keyword.SUBJECT
                  || (last == Keyword.CLASSIFIED_BY && isBlock(at, zone.end())));
      if (zone.numbered() && !opening) {
        return zone.end();
      }
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
      int line = body.lines().at(from);
      int end = Characters.skipBlanksBack(text, to, from);
      return line + 1 < body.lines().count()
          && body.lines().start(line + 1) < to
          && body.lines().blank(line + 1)
          && end - from >= SHORTEST_BLOCK
          && ".)".indexOf(text.charAt(end - 1)) >= 0
          && !FieldBlock.holdsReason(text, from, end);
    }

    /** What stands before the first field, and what a field of their own holds. */
    private void captions() {
      StringBuilder captions = new StringBuilder();
      int end = Math.min(captionsEnd(), from + LONGEST_CAPTIONS);
      if (from < end) {
        captions.append(withoutBlankLines(FieldText.of(body, from, end)));
      }
      if (captions.length() > 0) {
        int start = Characters.skipBlanks(text, from, end);
        heading.add(SpanKind.CAPTIONS, start, Characters.skipBlanksBack(text, end, start));
      }
      for (Field field : heading.fields(Keyword.CAPTIONS)) {
        String value = withoutBlankLines(heading.text(field));
        captions.append(captions.length() == 0 || value.isEmpty() ? "" : "\n").append(value);
      }
      if (captions.length() > 0) {
        classification.setCaptionText(captions.toString());
      }
    }

    private int captionsEnd() {
      if (zone.fields().isEmpty()) {
        return zone.numbered() ? zone.end() : from;
      }
      return Math.min(zone.fields().get(0).start(), zone.end());
    }

    private void order() {
      Field field = best(Keyword.EXECUTIVE_ORDER);
      if (field == null) {
        return;
      }
      int end = FieldBlock.end(body, field, ORDER_LINES);
      String value = withoutBlankLines(FieldText.of(body, field.value(), end));
      if (value.isEmpty()) {
        return;
      }
      classification.setDeclassification(
          Declassification.newBuilder().setKind(DeclassificationKind.NONE).setText(value).build());
      String number = orderNumber(value);
      if (!number.isEmpty()) {
        classification.setExecutiveOrder(number);
      }
      heading.add(SpanKind.EXECUTIVE_ORDER, field.start(), end);
    }

    private void classifier() {
      Field field = best(Keyword.CLASSIFIED_BY);
      if (field == null) {
        return;
      }
      int end = FieldBlock.end(body, field, CLASSIFIER_LINES);
      String value = withoutBlankLines(FieldText.of(body, field.value(), end));
      if (value.isEmpty()) {
        return;
      }
      classification.setClassifiedBy(Classifier.newBuilder().setText(value).build());
      heading.add(SpanKind.CLASSIFIED_BY, field.start(), end);
    }

    /** The first of the most credible fields; of the classifier's one that is not empty. */
    private @Nullable Field best(Keyword keyword) {
      Field best = null;
      for (Field field : heading.fields(keyword)) {
        if ((best == null || field.rank().compareTo(best.rank()) > 0)
            && (keyword != Keyword.CLASSIFIED_BY || !isEmpty(field))) {
          best = field;
        }
      }
      return best;
    }

    private boolean isEmpty(Field field) {
      return text.substring(field.value(), FieldBlock.end(body, field, CLASSIFIER_LINES)).isBlank();
    }

    /** Later sections may give a subject or references whole that the first cut short. */
    private void repeatedHeadings(ReferencesField references) {
      for (Span span : body.furniture().headings()) {
        Body repeated = Body.of(text.substring(span.start(), span.end()));
        for (Field field : new KeywordScanner(repeated).scan(0).fields()) {
          FieldText value = FieldText.of(repeated, field.value(), field.end());
          if (field.keyword() == Keyword.SUBJECT) {
            SubjectField.complete(cable, value);
          } else if (field.keyword() == Keyword.REFERENCES) {
            references.complete(value, span.start());
          }
        }
      }
    }
  }

  private static String withoutBlankLines(FieldText field) {
    return field
        .toString()
        .lines()
        .filter(line -> !line.isBlank())
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }

  /** The first run of at least four digits, as found; empty where an instruction has no order. */
  private static String orderNumber(String value) {
    if (value.regionMatches(true, 0, "DECL", 0, 4)) {
      return "";
    }
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
}
