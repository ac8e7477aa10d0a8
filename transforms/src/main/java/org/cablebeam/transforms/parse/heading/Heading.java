package org.cablebeam.transforms.parse.heading;

import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/** One heading on its way into its record: what the readers of its fields share. */
final class Heading {
  private final Body body;
  private final Cable cable;
  private final Issues issues;
  private final @Nullable ClassificationLine line;
  private final HeadingZone zone;
  private final List<FieldSpan> spans = new ArrayList<>();
  private int end;

  /**
   * A heading whose keywords have been found.
   *
   * @param line the classification line above it, null where there is none
   */
  Heading(
      Body body, Cable cable, Issues issues, @Nullable ClassificationLine line, HeadingZone zone) {
    this.body = body;
    this.cable = cable;
    this.issues = issues;
    this.line = line;
    this.zone = zone;
  }

  Body body() {
    return body;
  }

  Cable cable() {
    return cable;
  }

  Issues issues() {
    return issues;
  }

  List<Field> fields(Keyword keyword) {
    List<Field> fields = new ArrayList<>();
    for (Field field : zone.fields()) {
      if (field.keyword() == keyword) {
        fields.add(field);
      }
    }
    return fields;
  }

  FieldText text(Field field) {
    return FieldText.of(body, field.value(), field.end());
  }

  /** Notes what stands between two offsets of the body; nothing where that is empty. */
  void add(SpanKind kind, int start, int end) {
    if (start < end) {
      spans.add(new FieldSpan(kind, start, end));
      this.end = Math.max(this.end, end);
    }
  }

  /** Notes a field as {@link #add} does, in place of what was noted of its kind before. */
  void put(SpanKind kind, Field field, Span value) {
    spans.removeIf(span -> span.getKind() == kind);
    add(kind, field.start(), Math.max(value.end(), field.start()));
  }

  /** What was noted, by offset. */
  List<FieldSpan> spans() {
    spans.sort(Comparator.comparingInt(FieldSpan::getStart).thenComparingInt(FieldSpan::getEnd));
    return spans;
  }

  /** The offset behind the last field that was read. */
  int end() {
    return end;
  }

  /** The year in which the cable was sent, or one of the time of its executive order. */
  int year() {
    if (cable.getSentAt() != null) {
      return cable.getSentAt().atOffset(ZoneOffset.UTC).getYear();
    }
    String order = cable.getClassification().getExecutiveOrder();
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

  /** The cable as its references need it. */
  ReferringCable own() {
    int year = cable.getSentAt() == null ? 0 : cable.getSentAt().atOffset(ZoneOffset.UTC).getYear();
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
}
