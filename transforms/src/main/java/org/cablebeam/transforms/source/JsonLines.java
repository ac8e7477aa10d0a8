package org.cablebeam.transforms.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * JSON, one object a line and a cable; or arrays, or objects over several lines. An object without
 * a text of its own that is wrapped around others is read as these. {@link NamedFields} says what
 * names mean. Within JSON a line end is escaped, so every line is a record.
 */
final class JsonLines implements Form {
  /** A search engine's answer has three: its hits, the list of them, the source of each. */
  private static final int MOST_WRAPPERS = 8;

  /** What objects are called that hold claims of the cable beside them. */
  private static final Set<String> DESCRIPTIONS =
      Set.of("metadata", "meta", "claims", "fields", "attributes", "properties", "info");

  /** A text of a cable has more than one line; a shorter one may be a word of the wrapper. */
  private static final int LONG_TEXT = 200;

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
      boolean json = next < head.length && (head[next] == '{' || head[next] == '"');
      return json ? new JsonLines(false, maxMessageBytes) : null;
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

  /** The messages in a value: each element of an array, or what an object is or holds. */
  private static void messages(
      Segment record, long ordinal, Decoded decoded, JsonNode value, Intake intake) {
    if (value.isArray()) {
      int place = 0;
      for (JsonNode element : value) {
        messages(record, ordinal + place, decoded, element, intake);
        place++;
      }
    } else if (value.isObject()) {
      object(record, ordinal, decoded, value, new ArrayDeque<>(), intake);
    } else if (value.isTextual()) {
      String text = Decoded.normalized(value.asText());
      intake.message(ordinal, decoded, text, Intake.noClaims(), Container.JSON_LINES);
    } else {
      malformed(record, decoded, "This is JSON, but no object.", intake);
    }
  }

  /**
   * The messages that an object is or holds.
   *
   * @param around the objects that are wrapped around it and nothing else, the innermost first
   */
  private static void object(
      Segment record,
      long ordinal,
      Decoded decoded,
      JsonNode object,
      Deque<JsonNode> around,
      Intake intake) {
    List<Map.Entry<String, JsonNode>> held = held(object, MOST_WRAPPERS - around.size());
    if (hasText(object) && (held.isEmpty() || hasLongText(object))) {
      message(ordinal, decoded, object, around, intake);
    } else if (held.isEmpty()) {
      intake.reject(
          ordinal,
          RejectCode.NO_TEXT,
          "The object has no text: body, text, content.",
          object.toString(),
          decoded);
    } else if (held.size() == 1 && held.get(0).getValue().isObject()) {
      around.addFirst(object);
      object(record, ordinal, decoded, held.get(0).getValue(), around, intake);
    } else {
      int place = 0;
      for (Map.Entry<String, JsonNode> entry : held) {
        JsonNode value = entry.getValue();
        if (value.isArray()) {
          messages(record, ordinal + place, decoded, value, intake);
          place += value.size();
        } else {
          // Objects by name are named by the number of the cable, as a rule.
          JsonNode name = JsonNodeFactory.instance.objectNode().put("id", entry.getKey());
          Deque<JsonNode> named = new ArrayDeque<>(around);
          named.addFirst(name);
          object(record, ordinal + place, decoded, value, named, intake);
          place++;
        }
      }
    }
  }

  /**
   * The objects, or arrays of them, that an object holds where it is a wrapper: those with a text
   * in them. Of several objects that have names all are cables, also one that has lost its text.
   *
   * @param most how many wrappers there may be, so that no depth of nesting costs its square
   */
  private static List<Map.Entry<String, JsonNode>> held(JsonNode object, int most) {
    boolean longOnly = hasText(object);
    List<Map.Entry<String, JsonNode>> held = new ArrayList<>();
    List<Map.Entry<String, JsonNode>> objects = new ArrayList<>();
    int cables = 0;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = field.getValue();
      boolean holds = holdsText(value, longOnly, most);
      cables += holds && value.isObject() ? 1 : 0;
      if (holds) {
        held.add(field);
      }
      if (holds || value.isObject()) {
        objects.add(field);
      }
    }
    return cables > 1 ? objects : held;
  }

  private static boolean holdsText(JsonNode value, boolean longOnly, int most) {
    if (most == 0) {
      return false;
    }
    if (value.isObject() && (longOnly ? hasLongText(value) : hasText(value))) {
      return true;
    }
    for (JsonNode inner : value) {
      boolean below = value.isObject() || inner.isObject();
      if (below && holdsText(inner, longOnly, value.isObject() ? most - 1 : most)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasText(JsonNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (NamedFields.isText(field.getKey()) && text(field.getValue()) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLongText(JsonNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String text = NamedFields.isText(field.getKey()) ? text(field.getValue()) : null;
      if (text != null && (text.length() >= LONG_TEXT || text.indexOf('\n') >= 0)) {
        return true;
      }
    }
    return false;
  }

  /** A text, or the lines of one; null if it is neither. */
  private static @Nullable String text(JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      return value.isTextual() ? value.asText() : null;
    }
    StringJoiner lines = new StringJoiner("\n");
    for (JsonNode line : value) {
      if (!line.isTextual()) {
        return null;
      }
      lines.add(line.asText());
    }
    return lines.toString();
  }

  private static void malformed(Segment record, Decoded decoded, String why, Intake intake) {
    intake.reject(
        record.ordinal(),
        RejectCode.MALFORMED_ROW,
        InputReader.oneLine(new IllegalArgumentException(why)),
        decoded.text(),
        decoded);
  }

  /** The cable that an object is. */
  private static void message(
      long ordinal, Decoded decoded, JsonNode object, Deque<JsonNode> around, Intake intake) {
    NamedFields cable = new NamedFields();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String text = NamedFields.isText(field.getKey()) ? text(field.getValue()) : null;
      if (text != null) {
        cable.addText(field.getKey(), text);
      } else {
        claim(cable, field, false);
      }
    }
    describe(cable, object);
    for (JsonNode wrapper : around) {
      for (Map.Entry<String, JsonNode> field : wrapper.properties()) {
        claim(cable, field, true);
      }
      describe(cable, wrapper);
    }
    cable.emit(ordinal, decoded, Container.JSON_LINES, intake);
  }

  /** Adds what the objects in one say that describe the cable. */
  private static void describe(NamedFields cable, JsonNode object) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (DESCRIPTIONS.contains(field.getKey().toLowerCase(Locale.ROOT))) {
        for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
          claim(cable, inner, false);
        }
      }
    }
  }

  /**
   * @param knownOnly whether what has no known meaning is left out: it is of the wrapper
   */
  private static void claim(
      NamedFields cable, Map.Entry<String, JsonNode> field, boolean knownOnly) {
    String name = field.getKey();
    JsonNode value = field.getValue();
    NamedFields.Meaning meaning = NamedFields.meaning(name);
    if (knownOnly && (meaning == NamedFields.Meaning.OTHER || NamedFields.isText(name))) {
      return;
    }
    if (value.isArray()) {
      cable.addList(name, list(value));
    } else if (isValue(value)) {
      cable.addClaim(name, value.asText());
    }
  }

  /** Null and NaN, which programs write for it, are none. */
  private static boolean isValue(JsonNode value) {
    boolean nan = value.isFloatingPointNumber() && Double.isNaN(value.doubleValue());
    return value.isValueNode() && !value.isNull() && !nan;
  }

  private static List<String> list(JsonNode value) {
    List<String> list = new ArrayList<>();
    for (JsonNode element : value) {
      if (isValue(element) && !element.asText().isBlank()) {
        list.add(element.asText().strip());
      }
    }
    return list;
  }
}
