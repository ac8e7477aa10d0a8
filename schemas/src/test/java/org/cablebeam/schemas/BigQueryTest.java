package org.cablebeam.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What BigQuery makes of our files when it loads them, by the rules that its manual states
 * ("Loading Avro data", "Avro conversions", "Quotas and limits"): every field becomes a column of a
 * plain type, and nothing is lost. It cannot be asked itself here.
 */
class BigQueryTest {
  private static final int DEEPEST = 15;
  private static final int LONGEST_NAME = 300;
  private static final Set<String> RESERVED =
      Set.of("_table_", "_file_", "_partition", "_row_timestamp", "__root__", "_colidentifier");

  private static Map<String, Schema> schemas() {
    return Schemas.current();
  }

  private static Iterable<Schema> schemaOfEachFile() {
    return schemas().values();
  }

  @ParameterizedTest
  @MethodSource("schemaOfEachFile")
  void everyFieldIsAColumn(Schema schema) {
    assertThat(columns(schema)).hasSizeGreaterThanOrEqualTo(schema.getFields().size());
  }

  @Test
  void cablesAreATable() {
    assertThat(columns(schemas().get("Cable")))
        .containsEntry("id", "STRING REQUIRED")
        .containsEntry("sent_at", "TIMESTAMP NULLABLE")
        .containsEntry("serial", "INTEGER NULLABLE")
        .containsEntry("partial", "BOOLEAN REQUIRED")
        .containsEntry("review_date", "DATE NULLABLE")
        .containsEntry("precedence", "STRING NULLABLE")
        .containsEntry("comments", "STRING REPEATED")
        .containsEntry("origin", "RECORD NULLABLE")
        .containsEntry("origin.post", "STRING NULLABLE")
        .containsEntry("entities", "RECORD REPEATED")
        .containsEntry("entities.start", "INTEGER REQUIRED")
        .containsEntry("claims.references", "STRING REPEATED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name': 'a', 'type': ['null', {'type': 'array', 'items': 'int'}]}",
        "{'name': 'a', 'type': {'type': 'array', 'items': {'type': 'array', 'items': 'int'}}}",
        "{'name': 'a', 'type': {'type': 'array', 'items': ['null', 'int']}}",
        "{'name': 'a', 'type': ['null', 'int', 'string']}",
        "{'name': 'a', 'type': {'type': 'long', 'logicalType': 'timestamp-micros'}}",
        "{'name': 'a', 'type': 'int'}, {'name': 'A', 'type': 'int'}",
        "{'name': '_partition_a', 'type': 'int'}",
      })
  void noticesWhatWouldBeLost(String field) {
    String json = "{'type': 'record', 'name': 'Test', 'fields': [" + field + "]}";
    Schema schema = new Schema.Parser().parse(json.replace('\'', '"'));

    assertThatThrownBy(() -> columns(schema)).isInstanceOf(AssertionError.class);
  }

  /** Type and mode of each column by its name. */
  private static Map<String, String> columns(Schema schema) {
    Map<String, String> columns = new TreeMap<>();
    add(schema, "", 1, columns);
    return columns;
  }

  private static void add(Schema schema, String prefix, int depth, Map<String, String> columns) {
    assertThat(depth).as(prefix).isLessThanOrEqualTo(DEEPEST);
    Set<String> siblings = new TreeSet<>();
    for (Field field : schema.getFields()) {
      String path = prefix + field.name();
      String name = field.name().toLowerCase(Locale.ROOT);
      assertThat(name).matches("[a-z_][a-z0-9_]*").hasSizeLessThanOrEqualTo(LONGEST_NAME);
      assertThat(RESERVED).as(path).noneMatch(name::startsWith);
      assertThat(siblings.add(name)).as("%s differs from its siblings", path).isTrue();
      Schema type = field.schema();
      String mode = "REQUIRED";
      if (type.getType() == Type.UNION) {
        assertThat(type.getTypes()).as(path).hasSize(2);
        assertThat(type.getTypes().get(0).getType()).as(path).isEqualTo(Type.NULL);
        type = type.getTypes().get(1);
        mode = "NULLABLE";
        // There is no array that is not there: it would come out empty.
        assertThat(type.getType()).as(path).isNotEqualTo(Type.ARRAY);
      } else if (type.getType() == Type.ARRAY) {
        type = type.getElementType();
        mode = "REPEATED";
        assertThat(type.getType()).as(path).isNotIn(Type.ARRAY, Type.UNION, Type.NULL);
      }
      columns.put(path, type(type, path) + " " + mode);
      if (type.getType() == Type.RECORD) {
        assertThat(type.getFields()).as(path).isNotEmpty();
        add(type, path + ".", depth + 1, columns);
      }
    }
  }

  /** With {@code --use_avro_logical_types}. */
  private static String type(Schema schema, String path) {
    if (schema.getLogicalType() != null) {
      assertThat(schema.getLogicalType())
          .as(path)
          .isIn(LogicalTypes.timestampMillis(), LogicalTypes.date());
      return schema.getType() == Type.LONG ? "TIMESTAMP" : "DATE";
    }
    return switch (schema.getType()) {
      case STRING, ENUM -> "STRING";
      case INT, LONG -> "INTEGER";
      case FLOAT, DOUBLE -> "FLOAT";
      case BOOLEAN -> "BOOLEAN";
      case RECORD -> "RECORD";
      default -> throw new AssertionError(path + " is a " + schema.getType());
    };
  }
}
