package org.cablebeam.transforms.parse.heading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.parse.heading.HeadingZone.Field;
import org.cablebeam.transforms.parse.heading.HeadingZone.Rank;

/**
 * Reads the tags of a heading: those of the most credible keyword, and those of keywords that
 * follow it with no other field between. Immutable, thread-safe.
 */
final class TagsField {
  private final TagsLine line = new TagsLine(Tags.standard());

  void read(Heading heading) {
    Map<String, Tag> found = new LinkedHashMap<>();
    Rank best = Rank.GLUED;
    Field last = null;
    List<Field> fields = heading.fields(Keyword.TAGS);
    for (Field field : fields) {
      boolean goesOn = last != null && last.end() == field.start();
      if (!found.isEmpty() && !goesOn && field.rank().compareTo(best) <= 0) {
        continue;
      }
      FieldText value = heading.text(field);
      String list = value.toString();
      int end = line.listEnd(list);
      List<Tag> tags = line.read(list.substring(0, end), heading.year(), heading.issues());
      if (tags.isEmpty()) {
        continue;
      }
      if (goesOn) {
        heading.add(SpanKind.TAGS, field.start(), value.span(0, end).end());
      } else {
        found.clear();
        heading.put(SpanKind.TAGS, field, value.span(0, end));
      }
      best = field.rank();
      last = field;
      tags.forEach(tag -> found.putIfAbsent(tag.getCode(), tag));
    }
    if (fields.isEmpty()) {
      heading.issues().add(IssueCode.MISSING_TAGS, "tags", null);
    }
    heading.cable().setTags(new ArrayList<>(found.values()));
  }
}
