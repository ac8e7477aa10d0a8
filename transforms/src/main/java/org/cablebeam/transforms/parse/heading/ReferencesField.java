package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Span;

/**
 * Reads the references of a heading: those of every REF line, and those that later sections add,
 * each once. One a heading; not thread-safe.
 */
final class ReferencesField {
  private final Cable cable;
  private final ReferringCable own;
  private final Set<String> known = new HashSet<>();

  ReferencesField(Heading heading) {
    this.cable = heading.cable();
    this.own = heading.own();
  }

  void read(Heading heading) {
    List<Reference> references = new ArrayList<>();
    for (Field field : heading.fields(Keyword.REFERENCES)) {
      FieldText value = heading.text(field);
      String list = list(value);
      for (ReferenceItem item : new ReferenceLine(list, own, heading.issues()).read()) {
        if (known.add(item.id() == null ? item.text() : item.id())) {
          references.add(reference(item, value.span(item.start(), item.end()), 0));
        }
      }
      Span span = value.span(0, list.length());
      heading.add(SpanKind.REFERENCES, field.start(), Math.max(span.end(), field.start()));
    }
    cable.setReferences(references);
  }

  /**
   * Adds the cables that a later section names, where the first section cut its list short.
   *
   * @param repeated the field in the heading of that section
   * @param from where that heading begins in the body
   */
  void complete(FieldText repeated, int from) {
    Issues unheard = new Issues(new ArrayList<>());
    for (ReferenceItem item : new ReferenceLine(list(repeated), own, unheard).read()) {
      if (item.id() != null && known.add(item.id())) {
        Span span = repeated.span(item.start(), item.end());
        cable.getReferences().add(reference(item, span, from));
      }
    }
  }

  private static String list(FieldText field) {
    String zone = field.toString();
    return zone.substring(0, ReferenceBlock.end(zone));
  }

  private static Reference reference(ReferenceItem item, Span span, int from) {
    return Reference.newBuilder()
        .setText(item.text())
        .setKind(item.kind())
        .setId(item.id())
        .setBullet(item.bullet())
        .setNotal(item.notal())
        .setZone(ReferenceZone.HEADING)
        .setStart(from + span.start())
        .setEnd(from + span.end())
        .build();
  }
}
