package org.cablebeam.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schemas of this version, as the tests of schemas need them. */
final class Schemas {
  private Schemas() {}

  /** One schema a file of src/main/avro, by its name, with everything it refers to. */
  static Map<String, Schema> current() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(directory("Cable.avsc"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".avsc"))
          .sorted()
          .map(file -> file.substring(0, file.length() - ".avsc".length()))
          .forEach(name -> schemas.put(name, generated(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return schemas;
  }

  /** Where a resource beside this class lies; tests run on exploded classes. */
  static Path directory(String resource) {
    try {
      var url = Objects.requireNonNull(Schemas.class.getResource(resource), resource);
      return Objects.requireNonNull(Path.of(url.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(resource, e);
    }
  }

  private static Schema generated(String name) {
    try {
      return SpecificData.get().getSchema(Class.forName("org.cablebeam.schemas." + name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + ".avsc does not define a record of its name.", e);
    }
  }
}
