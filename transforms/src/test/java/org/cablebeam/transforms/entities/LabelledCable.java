package org.cablebeam.transforms.entities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.SpanKind;
import org.jspecify.annotations.Nullable;

/** A cable whose entities a reader has marked; see docs/entities.md for the form. */
record LabelledCable(String id, boolean caps, String text, int scoreFrom, List<Label> labels) {
  private static final Pattern SENT =
      Pattern.compile("\\b([0-3]\\d)\\d{4}Z ([A-Z]{3}) (\\d\\d)\\b");

  record Label(int start, int end, String type, @Nullable String norm, @Nullable String cluster) {}

  static List<LabelledCable> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<LabelledCable> cables = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode node = json.readTree(line);
      List<Label> labels = new ArrayList<>();
      for (JsonNode label : node.get("entities")) {
        labels.add(
            new Label(
                label.get("start").asInt(),
                label.get("end").asInt(),
                label.get("type").asText(),
                label.hasNonNull("norm") ? label.get("norm").asText() : null,
                label.hasNonNull("cluster") ? label.get("cluster").asText() : null));
      }
      cables.add(
          new LabelledCable(
              node.get("id").asText(),
              node.get("case").asText().equals("caps"),
              node.get("text").asText(),
              node.get("score_from").asInt(),
              labels));
    }
    return cables;
  }

  /** What the engine finds in the labelled part. */
  List<Entity> found(EntityExtractor extractor) {
    List<Entity> found = new ArrayList<>();
    for (Entity entity : extractor.extract(text, spans(), sent(), null)) {
      if (entity.getStart() >= scoreFrom) {
        found.add(entity);
      }
    }
    return found;
  }

  private LocalDate sent() {
    Matcher sent = SENT.matcher(text);
    if (!sent.find()) {
      throw new IllegalArgumentException(id + ": no date-time group");
    }
    int month = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC".indexOf(sent.group(2)) / 3 + 1;
    int year = Integer.parseInt(sent.group(3));
    return LocalDate.of(
        year < 40 ? 2000 + year : 1900 + year, month, Integer.parseInt(sent.group(1)));
  }

  /** The fields as a parser would note them: blocks of lines by their first word. */
  private List<FieldSpan> spans() {
    List<FieldSpan> spans = new ArrayList<>();
    spans.add(new FieldSpan(SpanKind.PREAMBLE, 0, scoreFrom));
    block(spans, "SUBJECT:", SpanKind.SUBJECT);
    block(spans, "REF:", SpanKind.REFERENCES);
    block(spans, "REFS:", SpanKind.REFERENCES);
    block(spans, "Classified By:", SpanKind.CLASSIFIED_BY);
    return spans;
  }

  private void block(List<FieldSpan> spans, String keyword, SpanKind kind) {
    int start = text.indexOf("\n" + keyword, Math.max(0, scoreFrom - 1));
    if (start >= 0) {
      int from = start + 1 + keyword.length();
      int end = text.indexOf("\n\n", from);
      spans.add(
          new FieldSpan(
              kind,
              text.codePointCount(0, from),
              text.codePointCount(0, end < 0 ? text.length() : end)));
    }
  }
}
