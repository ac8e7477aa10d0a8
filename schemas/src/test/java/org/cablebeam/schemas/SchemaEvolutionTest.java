package org.cablebeam.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schemas only grow: what a release wrote, every later one reads, and the other way round. The
 * schemas of each release lie frozen in src/test/resources/frozen; the README there tells how a
 * release freezes its own.
 */
class SchemaEvolutionTest {
  private static final Path FROZEN = Path.of("src", "test", "resources", "frozen");

  @Test
  void freezesTheSchemasOfARelease() throws IOException {
    String version = System.getProperty("freeze");
    assumeTrue(version != null, "nothing is to be frozen");
    Path directory = Files.createDirectories(FROZEN.resolve(version));
    for (Map.Entry<String, Schema> schema : Schemas.current().entrySet()) {
      Path file = directory.resolve(schema.getKey() + ".avsc");
      Files.writeString(file, schema.getValue().toString(true) + "\n");
      assertThat(new Schema.Parser().parse(file.toFile())).isEqualTo(schema.getValue());
    }
  }

  static Stream<Arguments> frozen() throws IOException {
    Path root = Schemas.directory("/frozen/README.md");
    List<Arguments> frozen = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".avsc")).sorted().toList()) {
        String json = Files.readString(file, StandardCharsets.UTF_8);
        String release = String.valueOf(root.relativize(file).getParent());
        frozen.add(Arguments.of(release, new Schema.Parser().parse(json)));
      }
    }
    return frozen.stream();
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void readsAndIsReadByEveryRelease(String release, Schema old) {
    Schema current = Schemas.current().get(old.getName());
    assertThat(current).as(old.getName() + " of " + release + " is gone").isNotNull();
    assertThat(changes(old, current)).isEmpty();
  }

  @Test
  void holdsAFrozenSetOfEverySchema() throws IOException {
    assertThat(frozen().map(arguments -> ((Schema) arguments.get()[1]).getName()))
        .containsAll(Schemas.current().keySet());
  }

  private static final String OLD =
      "{'type': 'record', 'name': 'R', 'fields': [{'name': 'a', 'type': 'string', 'default': ''},"
          + " {'name': 'e', 'type': {'type': 'enum', 'name': 'E', 'symbols': ['X'], 'default':"
          + " 'X'}}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type': 'record', 'name': 'R', 'fields': [{'name': 'e', 'type': {'type': 'enum', 'name':"
            + " 'E', 'symbols': ['X'], 'default': 'X'}}]}",
        "{'type': 'record', 'name': 'R', 'fields': [{'name': 'a', 'type': 'int', 'default': 0},"
            + " {'name': 'e', 'type': {'type': 'enum', 'name': 'E', 'symbols': ['X'], 'default':"
            + " 'X'}}]}",
        "{'type': 'record', 'name': 'R', 'fields': [{'name': 'a', 'type': 'string', 'default':"
            + " ''}, {'name': 'b', 'type': 'int'}, {'name': 'e', 'type': {'type': 'enum', 'name':"
            + " 'E', 'symbols': ['X'], 'default': 'X'}}]}",
        "{'type': 'record', 'name': 'R', 'fields': [{'name': 'a', 'type': 'string', 'default':"
            + " ''}, {'name': 'e', 'type': {'type': 'enum', 'name': 'E', 'symbols': ['Y'],"
            + " 'default': 'Y'}}]}",
      })
  void noticesAChangeThatIsNoAddition(String changed) {
    assertThat(changes(parse(OLD), parse(changed))).isNotEmpty();
  }

  @Test
  void allowsANewFieldWithADefaultAndANewSymbol() {
    String grown =
        OLD.replace("['X']", "['X', 'Y']")
            .replace("'fields': [", "'fields': [{'name': 'b', 'type': 'int', 'default': 0}, ");
    assertThat(changes(parse(OLD), parse(grown))).isEmpty();
  }

  private static Schema parse(String json) {
    return new Schema.Parser().parse(json.replace('\'', '"'));
  }

  private static List<String> changes(Schema old, Schema current) {
    List<String> changes = new ArrayList<>();
    if (!isCompatible(current, old)) {
      changes.add(current.getName() + " cannot read what was written before");
    }
    if (!isCompatible(old, current)) {
      changes.add(current.getName() + " writes what could not be read before");
    }
    Map<String, Schema> before = new TreeMap<>();
    Map<String, Schema> now = new TreeMap<>();
    collect(old, before);
    collect(current, now);
    before.forEach((name, schema) -> removals(schema, now.get(name), changes));
    return changes;
  }

  private static boolean isCompatible(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  /** Avro forgives the loss of a field or symbol that has a default; people do not. */
  private static void removals(Schema old, Schema current, List<String> changes) {
    if (current == null) {
      changes.add(old.getName() + " is gone");
    } else if (old.getType() == Type.ENUM) {
      List<String> lost = new ArrayList<>(old.getEnumSymbols());
      lost.removeAll(current.getEnumSymbols());
      lost.forEach(symbol -> changes.add(old.getName() + "." + symbol + " is gone"));
    } else {
      for (Field field : old.getFields()) {
        Field same = current.getField(field.name());
        if (same == null) {
          changes.add(old.getName() + "." + field.name() + " is gone");
        } else if (field.schema().getType() != same.schema().getType()) {
          changes.add(old.getName() + "." + field.name() + " has another type");
        }
      }
    }
  }

  private static void collect(Schema schema, Map<String, Schema> named) {
    switch (schema.getType()) {
      case RECORD -> {
        if (named.put(schema.getName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), named));
        }
      }
      case ENUM -> named.put(schema.getName(), schema);
      case ARRAY -> collect(schema.getElementType(), named);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, named));
      default -> {}
    }
  }
}
