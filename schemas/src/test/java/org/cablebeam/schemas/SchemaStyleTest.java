package org.cablebeam.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that let every reader of Avro read our files. */
class SchemaStyleTest {
  private static List<Schema> schemas() {
    return List.copyOf(Schemas.current().values());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void keepsTheRules(Schema schema) {
    assertThat(violations(schema)).isEmpty();
  }

  @Test
  void findsOneSchemaAFile() {
    assertThat(Schemas.current().keySet())
        .contains("Cable", "RawMessage", "RejectedMessage", "TagStatistics", "PostStatistics");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name': 'a', 'type': 'int'}",
        "{'name': 'aB', 'type': 'int', 'doc': 'd'}",
        "{'name': 'a', 'type': ['string', 'null'], 'default': '', 'doc': 'd'}",
        "{'name': 'a', 'type': ['null', 'string'], 'doc': 'd'}",
        "{'name': 'a', 'type': ['int', 'string'], 'default': 0, 'doc': 'd'}",
        "{'name': 'a', 'type': {'type': 'map', 'values': 'int'}, 'doc': 'd'}",
        "{'name': 'a', 'type': 'bytes', 'doc': 'd'}",
        "{'name': 'a', 'type': 'long', 'logicalType': 'timestamp-millis', 'doc': 'd'}",
        "{'name': 'a', 'type': {'type': 'array', 'items': ['null', 'int']}, 'doc': 'd'}",
        "{'name': 'a', 'type': {'type': 'array', 'items': 'Test'}, 'doc': 'd'}",
        "{'name': 'a', 'type': {'type': 'enum', 'name': 'E', 'symbols': ['X'], 'doc': 'd'}, 'doc':"
            + " 'd'}",
        "{'name': 'a', 'type': {'type': 'enum', 'name': 'E', 'symbols': ['x'], 'default': 'x',"
            + " 'doc': 'd'}, 'doc': 'd'}",
        "{'name': 'a', 'type': {'type': 'record', 'name': 'R', 'fields': []}, 'doc': 'd'}",
      })
  void noticesABrokenRule(String field) {
    String json = "{'type': 'record', 'name': 'Test', 'doc': 'd', 'fields': [" + field + "]}";
    assertThat(violations(new Schema.Parser().parse(json.replace('\'', '"')))).isNotEmpty();
  }

  private static List<String> violations(Schema schema) {
    List<String> violations = new ArrayList<>();
    check(schema, false, new HashSet<>(), new HashSet<>(), violations);
    return violations;
  }

  private static void check(
      Schema schema, boolean nullable, Set<String> open, Set<String> seen, List<String> found) {
    switch (schema.getType()) {
      case RECORD -> checkRecord(schema, open, seen, found);
      case ENUM -> checkEnum(schema, nullable, found);
      case ARRAY -> {
        if (schema.getElementType().getType() == Type.UNION) {
          found.add("array of a union");
        }
        check(schema.getElementType(), false, open, seen, found);
      }
      case MAP, FIXED, BYTES, UNION, NULL -> found.add("a " + schema.getType());
      default -> {
        LogicalType logical = schema.getLogicalType();
        boolean known =
            logical == null
                || logical.equals(LogicalTypes.timestampMillis())
                || logical.equals(LogicalTypes.date());
        if (!known) {
          found.add("logical type " + logical);
        }
      }
    }
  }

  private static void checkRecord(
      Schema schema, Set<String> open, Set<String> seen, List<String> found) {
    String name = schema.getName();
    if (!open.add(name)) {
      found.add(name + " contains itself");
      return;
    }
    if (isBlank(schema.getDoc())) {
      found.add(name + " has no doc");
    }
    if (!schema.getName().matches("([A-Z][a-z0-9]+)+")) {
      found.add(name + " is not in camel case");
    }
    for (Field field : schema.getFields()) {
      String place = name + "." + field.name();
      if (isBlank(field.doc())) {
        found.add(place + " has no doc");
      }
      if (!field.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
        found.add(place + " is not in snake case");
      }
      if (field.getObjectProps().containsKey("logicalType")) {
        found.add(place + " has its logical type outside of the type");
      }
      checkField(field, place, open, seen, found);
    }
    open.remove(name);
    seen.add(name);
  }

  private static void checkField(
      Field field, String place, Set<String> open, Set<String> seen, List<String> found) {
    Schema type = field.schema();
    if (type.getType() != Type.UNION) {
      check(type, false, open, seen, found);
      return;
    }
    List<Schema> branches = type.getTypes();
    if (branches.size() != 2 || branches.get(0).getType() != Type.NULL) {
      found.add(place + " is a union that is not null and one type");
      return;
    }
    if (!field.hasDefaultValue()) {
      found.add(place + " has no default null");
    }
    check(branches.get(1), true, open, seen, found);
  }

  /** A reader that does not know a symbol needs a default; where null is allowed too. */
  private static void checkEnum(Schema schema, boolean nullable, List<String> found) {
    if (isBlank(schema.getDoc())) {
      found.add(schema.getName() + " has no doc");
    }
    if (schema.getEnumDefault() == null && !nullable) {
      found.add(schema.getName() + " has no default symbol");
    }
    for (String symbol : schema.getEnumSymbols()) {
      if (!symbol.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")) {
        found.add(schema.getName() + "." + symbol + " is not in upper case");
      }
    }
  }

  private static boolean isBlank(String doc) {
    return doc == null || doc.isBlank();
  }
}
