package org.cablebeam.transforms.parse.heading;

import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;

/**
 * Reads the subject of a heading: that of the first of the most credible keywords, or a later copy
 * of it that is longer. All linear, none throws.
 */
final class SubjectField {
  private SubjectField() {}

  static void read(Heading heading) {
    SubjectLine best = null;
    Field chosen = null;
    for (Field field : heading.fields(Keyword.SUBJECT)) {
      FieldText value = heading.text(field);
      SubjectLine read = SubjectLine.read(value.toString(), heading.body().doubleSpaced());
      if (read.text().isEmpty()) {
        continue;
      }
      if (best == null
          || chosen == null
          || field.rank().compareTo(chosen.rank()) > 0
          || isTruncated(best.text(), read.text())) {
        best = read;
        chosen = field;
        heading.put(SpanKind.SUBJECT, field, value.span(0, read.end()));
      }
    }
    Cable cable = heading.cable();
    if (best == null) {
      heading.issues().add(IssueCode.MISSING_SUBJECT, "subject", null);
      return;
    }
    cable.setSubject(best.text());
    cable.setSubjectMarking(best.marking());
    if (best.part() > 0) {
      cable.setPart(best.part());
      cable.setParts(best.parts());
    }
  }

  /** Takes the subject that a later section repeats, where the first was cut short. */
  static void complete(Cable cable, FieldText repeated) {
    String subject = cable.getSubject();
    SubjectLine read = SubjectLine.read(repeated.toString(), false);
    if (subject != null && isTruncated(subject, read.text())) {
      cable.setSubject(read.text());
    }
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
}
