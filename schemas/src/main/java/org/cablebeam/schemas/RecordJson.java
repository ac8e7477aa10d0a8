package org.cablebeam.schemas;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Records as plain JSON for people and tests: no wrappers around unions, times and dates in ISO
 * 8601, keys in the order of the schema, two blanks of indentation.
 */
@NullMarked
public final class RecordJson {
  private final StringBuilder json = new StringBuilder();

  private RecordJson() {}

  /** The record as JSON; ends without a line feed. */
  public static String of(SpecificRecord record) {
    RecordJson writer = new RecordJson();
    writer.record(record, 0);
    return writer.json.toString();
  }

  private void record(SpecificRecord record, int depth) {
    List<Schema.Field> fields = record.getSchema().getFields();
    json.append('{');
    for (Schema.Field field : fields) {
      json.append(field.pos() == 0 ? "\n" : ",\n");
      indent(depth + 1);
      string(field.name());
      json.append(": ");
      value(record.get(field.pos()), depth + 1);
    }
    if (!fields.isEmpty()) {
      json.append('\n');
      indent(depth);
    }
    json.append('}');
  }

  private void array(List<?> values, int depth) {
    json.append('[');
    String separator = "\n";
    for (Object value : values) {
      json.append(separator);
      separator = ",\n";
      indent(depth + 1);
      value(value, depth + 1);
    }
    if (!values.isEmpty()) {
      json.append('\n');
      indent(depth);
    }
    json.append(']');
  }

  private void value(@Nullable Object value, int depth) {
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      json.append(value);
    } else if (value instanceof Double || value instanceof Float) {
      number(((Number) value).doubleValue());
    } else if (value instanceof CharSequence text) {
      string(text);
    } else if (value instanceof Enum<?> constant) {
      string(constant.name());
    } else if (value instanceof Instant || value instanceof LocalDate) {
      string(value.toString());
    } else if (value instanceof List<?> values) {
      array(values, depth);
    } else if (value instanceof SpecificRecord record) {
      record(record, depth);
    } else {
      throw new IllegalArgumentException(
          "Our schemas have no values of " + value.getClass().getName() + ".");
    }
  }

  /** JSON has no infinities and no not-a-number. */
  private void number(double number) {
    if (Double.isFinite(number)) {
      json.append(number);
    } else {
      json.append("null");
    }
  }

  private void string(CharSequence text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ' || isLoneSurrogate(text, i)) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }

  /** Half a character cannot be written as UTF-8. */
  private static boolean isLoneSurrogate(CharSequence text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private void indent(int depth) {
    json.append("  ".repeat(depth));
  }
}
