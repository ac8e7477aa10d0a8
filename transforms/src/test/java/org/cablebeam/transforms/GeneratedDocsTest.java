package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.cablebeam.schemas.IssueCode;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.transforms.statistics.StatisticsTable;
import org.cablebeam.transforms.statistics.Tallies;
import org.junit.jupiter.api.Test;

/**
 * Two pages of the documentation are made of the program: the codes with the golden cases that show
 * them, and the records with the words of their schemas. {@code -Ddocs.accept=true} writes them
 * anew.
 */
class GeneratedDocsTest {
  private static final boolean ACCEPT = Boolean.getBoolean("docs.accept");
  private static final Path ROOT = CorpusTest.module().toAbsolutePath().normalize();
  private static final Path REPOSITORY = ROOT.endsWith("transforms") ? ROOT.getParent() : ROOT;
  private static final String NOTICE =
      "Written by `GeneratedDocsTest`: `mvn -pl transforms -am test -Dtest=GeneratedDocsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.accept=true` writes it anew.";

  @Test
  void theIssuePageShowsEveryCodeAsTheCorpusKnowsIt() throws IOException {
    check("issues.md", issues());
  }

  @Test
  void theDataModelPageSaysWhatTheSchemasSay() throws IOException {
    check("data-model.md", dataModel());
  }

  /** This page is written by hand. */
  @Test
  void theStatisticsPageTellsOfEveryTable() throws IOException {
    Set<String> files = new TreeSet<>(List.of("citations"));
    for (List<StatisticsTable<?>> tables :
        List.of(
            StatisticsTable.ofCorpus(new Tallies()),
            StatisticsTable.ofTags(new Tallies()),
            StatisticsTable.ofPosts(new Tallies()))) {
      tables.forEach(table -> files.addAll(table.csvs().keySet()));
    }
    try (Stream<String> lines = Files.lines(REPOSITORY.resolve("docs/statistics.md"))) {
      assertThat(
              lines
                  .filter(line -> line.startsWith("| `"))
                  .map(line -> line.substring(3, line.indexOf('`', 3))))
          .containsExactlyInAnyOrderElementsOf(files);
    }
  }

  private static void check(String page, String expected) throws IOException {
    Path file = REPOSITORY.resolve("docs").resolve(page);
    if (ACCEPT) {
      Files.writeString(file, expected);
    } else if (!Files.exists(file)) {
      fail("docs/%s is missing; -Ddocs.accept=true writes it.".formatted(page));
    } else {
      assertThat(Files.readString(file).replace("\r\n", "\n"))
          .as("docs/%s is stale; -Ddocs.accept=true writes it anew", page)
          .isEqualTo(expected);
    }
  }

  // The codes.

  /** Where a code was seen: the fields (of rejects: the stages), and the cases that name it. */
  private record Sightings(Set<String> fields, List<GoldenCase> cases) {}

  private static String issues() throws IOException {
    Map<String, Sightings> issues = new TreeMap<>();
    Map<String, Sightings> rejects = new TreeMap<>();
    for (GoldenCase golden : CorpusTest.cases().toList()) {
      JsonNode actual = golden.actual();
      if (actual.path("$outcome").asText().equals("Rejected")) {
        see(rejects, actual.path("code").asText(), actual.path("stage").asText(), golden, true);
      }
      String named = golden.expected().map(e -> e.path("issues").toString()).orElse("");
      for (JsonNode issue : actual.path("issues")) {
        String code = issue.path("code").asText();
        boolean meant = named.contains('"' + code + '"');
        see(issues, code, issue.path("field").asText(), golden, meant);
      }
    }
    StringBuilder page = new StringBuilder();
    page.append("# Issues and rejects\n\n").append(NOTICE).append("\n\n## Issues\n\n");
    page.append(
        """
        What could not be read, was repaired, or contradicts itself is an entry of the record's
        `issues`, with the field concerned and an excerpt. The fields are those of the golden cases; a
        case is a text of `transforms/src/test/resources/corpus` with the record it must give.

        | code | what it means | fields | shown by |
        |---|---|---|---|
        """);
    for (IssueCode code : IssueCode.values()) {
      Sightings seen = issues.getOrDefault(code.name(), nowhere());
      row(page, code.name(), code.summary(), seen.fields(), shownBy(code.name(), seen));
    }
    page.append(
        """

        ## Rejects

        An input of which no cable could be made is a record of `rejects/`, with its text as far as it
        is one, the stage and the reason. What cannot be shown by a file is shown by a test.

        | code | what it means | stages | shown by |
        |---|---|---|---|
        """);
    for (RejectCode code : RejectCode.values()) {
      Sightings seen = rejects.getOrDefault(code.name(), nowhere());
      row(page, code.name(), code.summary(), seen.fields(), shownBy(code.name(), seen));
    }
    return page.toString();
  }

  private static Sightings nowhere() {
    return new Sightings(new TreeSet<>(), new ArrayList<>());
  }

  private static void see(
      Map<String, Sightings> seen, String code, String where, GoldenCase golden, boolean meant) {
    Sightings sightings = seen.computeIfAbsent(code, unseen -> nowhere());
    // Of some issues no field is concerned, but the text.
    sightings.fields().add(where.equals("null") ? "text" : where);
    if (meant) {
      sightings.cases().add(golden);
    }
  }

  /** The first case; else the first test that names the code. */
  private static String shownBy(String code, Sightings seen) throws IOException {
    if (!seen.cases().isEmpty()) {
      GoldenCase golden = seen.cases().get(0);
      return link(golden.area() + "/" + golden.name(), golden.text());
    }
    Pattern word = Pattern.compile("\\b" + code + "\\b");
    for (String module : List.of("transforms", "pipeline")) {
      Path tests = REPOSITORY.resolve(module).resolve("src/test/java");
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file :
            files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
          if (word.matcher(Files.readString(file)).find()) {
            return link(file.getFileName().toString(), file);
          }
        }
      }
    }
    return fail("Neither a golden case nor a test shows " + code + ".");
  }

  private static String link(String name, Path file) {
    String path = REPOSITORY.relativize(file.toAbsolutePath().normalize()).toString();
    return "[%s](../%s)".formatted(name, path.replace('\\', '/'));
  }

  private static void row(
      StringBuilder page, String code, String meaning, Set<String> fields, String shown) {
    page.append("| `").append(code).append("` | ").append(cell(meaning)).append(" | ");
    page.append(String.join(", ", fields.stream().map(field -> "`" + field + "`").toList()));
    page.append(" | ").append(shown).append(" |\n");
  }

  // The records.

  private static String dataModel() throws IOException {
    Map<String, Schema> named = new TreeMap<>();
    Path schemas = REPOSITORY.resolve("schemas/src/main/avro");
    List<String> files;
    try (Stream<Path> paths = Files.list(schemas)) {
      files =
          paths
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".avsc"))
              .map(name -> name.substring(0, name.length() - ".avsc".length()))
              .sorted()
              .toList();
    }
    // A file's own record first, then what is declared within it, in its order.
    List<Schema> order = new ArrayList<>();
    for (String file : files) {
      named.put(file, schema(file));
    }
    for (String file : files) {
      Set<Schema> within = new LinkedHashSet<>();
      collect(named.get(file), within);
      for (Schema schema : within) {
        boolean own = schema.getName().equals(file);
        if (own || (!named.containsKey(schema.getName()) && !order.contains(schema))) {
          order.add(schema);
        }
      }
    }
    StringBuilder page = new StringBuilder();
    page.append("# Data model\n\n").append(NOTICE).append("\n\n");
    page.append(
        """
        Every record and every field, in the words of the Avro schemas (`schemas/src/main/avro`,
        namespace `org.cablebeam.schemas`). `?` is a value that may be null.
        """);
    for (Schema schema : order) {
      if (schema.getType() == Schema.Type.RECORD) {
        describeRecord(page, schema);
      } else {
        describeEnum(page, schema);
      }
    }
    return page.toString();
  }

  private static Schema schema(String name) {
    try {
      Class<?> generated = Class.forName("org.cablebeam.schemas." + name);
      return (Schema) generated.getMethod("getClassSchema").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No class was generated of " + name + ".avsc", e);
    }
  }

  private static void collect(Schema schema, Set<Schema> named) {
    switch (schema.getType()) {
      case RECORD -> {
        if (named.add(schema)) {
          schema.getFields().forEach(field -> collect(field.schema(), named));
        }
      }
      case ENUM -> named.add(schema);
      case ARRAY -> collect(schema.getElementType(), named);
      case UNION -> schema.getTypes().forEach(type -> collect(type, named));
      default -> {}
    }
  }

  private static void describeRecord(StringBuilder page, Schema schema) {
    title(page, schema);
    page.append("| field | type | meaning |\n|---|---|---|\n");
    for (Schema.Field field : schema.getFields()) {
      page.append("| `").append(field.name()).append("` | ").append(type(field.schema()));
      page.append(" | ").append(cell(field.doc())).append(" |\n");
    }
  }

  private static void describeEnum(StringBuilder page, Schema schema) {
    title(page, schema);
    page.append("One of ");
    page.append(
        String.join(", ", schema.getEnumSymbols().stream().map(s -> "`" + s + "`").toList()));
    page.append(".\n");
  }

  private static void title(StringBuilder page, Schema schema) {
    page.append("\n## ").append(schema.getName()).append("\n\n");
    if (schema.getDoc() != null) {
      page.append(schema.getDoc()).append("\n\n");
    }
  }

  private static String type(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    return switch (schema.getType()) {
      case RECORD, ENUM ->
          "[%s](#%s)".formatted(schema.getName(), schema.getName().toLowerCase(Locale.ROOT));
      case ARRAY -> "array of " + type(schema.getElementType());
      case UNION -> {
        List<String> types = new ArrayList<>();
        for (Schema branch : schema.getTypes()) {
          if (branch.getType() != Schema.Type.NULL) {
            types.add(type(branch));
          }
        }
        yield String.join(" or ", types) + (schema.isNullable() ? "?" : "");
      }
      default ->
          schema.getType().getName() + (logical == null ? "" : " (" + logical.getName() + ")");
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
