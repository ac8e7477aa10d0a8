package org.cablebeam.transforms.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * JSON, one object a line and a cable; or arrays, or objects over several lines. An object without
 * a text that is wrapped around another, or around one array of objects, is read as these. Names
 * are compared without case, blanks, hyphens and underscores. Within JSON a line end is escaped, so
 * every line is a record.
 */
final class JsonLines implements Form {
  /** A search engine's answer has three: its hits, the list of them, the source of each. */
  private static final int MOST_WRAPPERS = 8;

  private static final Set<String> IDS =
      Set.of("id", "refid", "referenceid", "cableid", "documentnumber", "canonicalid", "docid");
  private static final Set<String> CREATED =
      Set.of("date", "created", "datetime", "sent", "sentat", "draftdate", "sentdate", "createdat");
  private static final Set<String> RELEASED = Set.of("released", "releasedat", "releasedate");
  private static final Set<String> LEVELS =
      Set.of("classification", "originalclassification", "class", "level");
  private static final Set<String> ORIGINS = Set.of("origin", "from", "source", "office", "sender");
  private static final Set<String> SUBJECTS = Set.of("subject", "title");
  private static final Set<String> TAGS = Set.of("tags");
  private static final Set<String> REFERENCES =
      Set.of("references", "reference", "refs", "destination", "destinations");
  private static final Set<String> HEADERS = Set.of("header", "transmissionheader");
  private static final Set<String> BODIES =
      Set.of("body", "text", "content", "rawtext", "fulltext", "message", "messagetext", "raw");

  private final boolean lines;
  private final ObjectMapper mapper;

  /**
   * @param lines whether every line is an object; else values go over lines as they like
   */
  JsonLines(boolean lines, long maxMessageBytes) {
    this.lines = lines;
    int longest = (int) Math.min(maxMessageBytes, Integer.MAX_VALUE - 16);
    StreamReadConstraints limits =
        StreamReadConstraints.builder().maxStringLength(longest).maxNestingDepth(50).build();
    mapper =
        new ObjectMapper(
            JsonFactory.builder()
                .streamReadConstraints(limits)
                // Of two texts of one name the first would be lost.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build());
  }

  @Override
  public Container container() {
    return Container.JSON_LINES;
  }

  @Override
  public boolean splittable() {
    return lines;
  }

  @Override
  public boolean startsAt(byte[] bytes, int from, int at, int to) {
    return lines;
  }

  @Override
  public Records records(InputStream in, long longest, long size) throws IOException {
    return lines ? Form.super.records(in, longest, size) : new JsonValues(in, longest, size);
  }

  /** The form of a file that begins with {@code head}; null if it is not JSON. */
  static @Nullable JsonLines recognise(byte[] head, int from, long maxMessageBytes) {
    int at = skipSpace(head, from);
    if (at >= head.length) {
      return null;
    }
    if (head[at] == '{') {
      int next = skipSpace(head, at + 1);
      if (next >= head.length || (head[next] != '"' && head[next] != '}')) {
        return null;
      }
      int end = Ascii.nextLine(head, at, head.length);
      int last = end - 1;
      while (last > at && head[last] >= 0 && head[last] <= ' ') {
        last--;
      }
      // A first line that goes on beyond what is seen is a long one.
      boolean oneLine = head[last] == '}' || end == head.length;
      return new JsonLines(oneLine && !JsonValues.endsInArray(head, at, end), maxMessageBytes);
    }
    if (head[at] == '[') {
      int next = skipSpace(head, at + 1);
      return next < head.length && head[next] == '{' ? new JsonLines(false, maxMessageBytes) : null;
    }
    return null;
  }

  private static int skipSpace(byte[] head, int from) {
    int at = from;
    while (at < head.length && head[at] >= 0 && head[at] <= ' ') {
      at++;
    }
    return at;
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    String text = decoded.text().strip();
    if (text.isEmpty()) {
      return;
    }
    List<JsonNode> values;
    try {
      values = values(text);
    } catch (JsonProcessingException e) {
      malformed(record, decoded, "This is not JSON: " + e.getOriginalMessage(), intake);
      return;
    }
    int place = 0;
    for (JsonNode value : values) {
      messages(record, record.ordinal() + place, decoded, value, intake);
      place++;
    }
  }

  /** One value, as a rule; some write several on a line. */
  private List<JsonNode> values(String text) throws JsonProcessingException {
    try (MappingIterator<JsonNode> values = mapper.readerFor(JsonNode.class).readValues(text)) {
      return values.readAll();
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory can always be read", e);
    }
  }

  private static void messages(
      Segment record, long ordinal, Decoded decoded, JsonNode value, Intake intake) {
    if (value.isArray()) {
      int place = 0;
      for (JsonNode element : value) {
        message(record, ordinal + place, decoded, element, intake);
        place++;
      }
    } else {
      message(record, ordinal, decoded, value, intake);
    }
  }

  /**
   * What an object without a text is wrapped around: the first object in it, or array of objects,
   * that has a text or is wrapped around one. Null if it has none.
   *
   * @param most how many wrappers there may be, so that no depth of nesting costs its square
   */
  private static @Nullable JsonNode wrapped(JsonNode object, int most) {
    for (JsonNode value : object) {
      JsonNode first = value.isArray() ? value.path(0) : value;
      if (first.isObject() && (hasText(first) || (most > 1 && wrapped(first, most - 1) != null))) {
        return value;
      }
    }
    return null;
  }

  private static boolean hasText(JsonNode object) {
    for (Iterator<Map.Entry<String, JsonNode>> i = object.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      String name = plain(field.getKey());
      if (field.getValue().isTextual() && (BODIES.contains(name) || HEADERS.contains(name))) {
        return true;
      }
    }
    return false;
  }

  private static void malformed(Segment record, Decoded decoded, String why, Intake intake) {
    intake.reject(
        record.ordinal(),
        RejectCode.MALFORMED_ROW,
        InputReader.oneLine(new IllegalArgumentException(why)),
        decoded.text(),
        decoded);
  }

  private static void message(
      Segment record, long ordinal, Decoded decoded, JsonNode object, Intake intake) {
    if (!object.isObject()) {
      malformed(record, decoded, "This is JSON, but no object.", intake);
      return;
    }
    Claims claims = Intake.noClaims();
    String header = "";
    String body = null;
    for (Iterator<Map.Entry<String, JsonNode>> i = object.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      String name = plain(field.getKey());
      JsonNode value = field.getValue();
      String text = isValue(value) ? value.asText() : "";
      if (BODIES.contains(name) && body == null && value.isTextual()) {
        body = text;
      } else if (HEADERS.contains(name) && value.isTextual()) {
        header = text;
      } else {
        claim(claims, field.getKey(), name, value, text);
      }
    }
    if (body == null && header.isEmpty()) {
      JsonNode wrapped = wrapped(object, MOST_WRAPPERS);
      if (wrapped != null) {
        messages(record, ordinal, decoded, wrapped, intake);
        return;
      }
      intake.reject(
          ordinal,
          RejectCode.NO_TEXT,
          "The object has no text: body, text, content.",
          object.toString(),
          decoded);
      return;
    }
    intake.message(
        ordinal,
        decoded,
        Decoded.normalized(header),
        Decoded.normalized(body == null ? "" : body),
        claims,
        Container.JSON_LINES);
  }

  private static void claim(Claims claims, String key, String name, JsonNode value, String text) {
    if (IDS.contains(name) && claims.getId() == null && Preamble.isId(text)) {
      claims.setId(text);
    } else if (CREATED.contains(name) && claims.getCreated() == null) {
      claims.setCreated(Intake.valueOf(text));
    } else if (RELEASED.contains(name) && claims.getReleased() == null) {
      claims.setReleased(Intake.valueOf(text));
    } else if (LEVELS.contains(name) && claims.getClassification() == null) {
      claims.setClassification(Intake.valueOf(text));
    } else if (ORIGINS.contains(name) && claims.getOrigin() == null) {
      claims.setOrigin(Intake.valueOf(text));
    } else if (SUBJECTS.contains(name) && claims.getSubject() == null) {
      claims.setSubject(Intake.valueOf(text));
    } else if (TAGS.contains(name)) {
      claims.getTags().addAll(list(value, text));
    } else if (REFERENCES.contains(name)) {
      claims.getReferences().addAll(list(value, text));
    } else if (!text.isEmpty()) {
      Preamble.keep(claims, key, text);
    }
  }

  /** Null and NaN, which programs write for it, are none. */
  private static boolean isValue(JsonNode value) {
    boolean nan = value.isFloatingPointNumber() && Double.isNaN(value.doubleValue());
    return value.isValueNode() && !value.isNull() && !nan;
  }

  private static List<String> list(JsonNode value, String text) {
    if (!value.isArray()) {
      return Preamble.list(text);
    }
    List<String> list = new ArrayList<>();
    for (JsonNode element : value) {
      if (isValue(element) && !element.asText().isBlank()) {
        list.add(element.asText().strip());
      }
    }
    return list;
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        plain.append(name.charAt(i));
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }
}
