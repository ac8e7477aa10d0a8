package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cablebeam.schemas.IssueCode;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/grammar.md} is written by hand; what it names must be there: the classes that read a
 * construct, the cases that show it, and the codes, each in the record of a case of its row.
 */
class GrammarPageTest {
  private static final Path MODULE = CorpusTest.module().toAbsolutePath().normalize();
  private static final Path REPOSITORY =
      MODULE.endsWith("transforms") ? MODULE.getParent() : MODULE;
  private static final Path PAGE = REPOSITORY.resolve("docs/grammar.md");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final int CELLS = 5;

  /** A row of a table: the names in its last three cells. */
  private record Row(
      String construct, List<String> classes, List<String> cases, List<String> codes) {}

  @Test
  void everyClassIsThere() throws IOException {
    Set<String> classes = sources("src/main/java");
    for (Row row : rows()) {
      assertThat(row.classes()).as(row.construct()).isNotEmpty();
      assertThat(missing(row.classes(), classes)).as(row.construct()).isEmpty();
    }
  }

  @Test
  void everyCaseIsThere() throws IOException {
    Set<String> cases = new TreeSet<>(golden().keySet());
    try (Stream<Path> tables = Files.list(MODULE.resolve("src/test/resources/heading-zones"))) {
      tables.forEach(table -> cases.add(table.getFileName().toString()));
    }
    sources("src/test/java").forEach(name -> cases.add(name.substring(name.indexOf('.') + 1)));
    for (Row row : rows()) {
      assertThat(row.cases()).as(row.construct()).isNotEmpty();
      assertThat(missing(row.cases(), cases)).as(row.construct()).isEmpty();
    }
  }

  @Test
  void everyCodeIsShownByACaseOfItsRow() throws IOException {
    Map<String, GoldenCase> golden = golden();
    Set<String> named = new TreeSet<>();
    for (Row row : rows()) {
      Set<String> shown = new TreeSet<>();
      for (String name : row.cases()) {
        if (golden.containsKey(name) && !row.codes().isEmpty()) {
          JsonNode actual = golden.get(name).actual();
          shown.add(actual.path("code").asText());
          actual.path("issues").forEach(issue -> shown.add(issue.path("code").asText()));
        }
      }
      assertThat(missing(row.codes(), shown)).as(row.construct()).isEmpty();
      named.addAll(row.codes());
    }
    Stream<String> issues = Stream.of(IssueCode.values()).map(IssueCode::name);
    assertThat(missing(issues.toList(), named)).isEmpty();
  }

  private static List<String> missing(List<String> names, Set<String> known) {
    return names.stream().filter(name -> !known.contains(name)).toList();
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<String> lines = Files.lines(PAGE)) {
      for (String line : lines.filter(line -> line.startsWith("| ")).toList()) {
        String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
        assertThat(cells).as(line).hasSize(CELLS);
        if (!cells[0].strip().equals("construct or irregularity")) {
          rows.add(new Row(cells[0].strip(), quoted(cells[2]), quoted(cells[3]), quoted(cells[4])));
        }
      }
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }

  private static List<String> quoted(String cell) {
    Matcher matcher = QUOTED.matcher(cell);
    return matcher.results().map(result -> result.group(1)).toList();
  }

  private static Map<String, GoldenCase> golden() {
    Map<String, GoldenCase> golden = new HashMap<>();
    CorpusTest.cases().forEach(one -> golden.put(one.area() + '/' + one.name(), one));
    return golden;
  }

  /** The classes of transforms and schemas, each with the last part of its package's name. */
  private static Set<String> sources(String folder) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String module : List.of("transforms", "schemas")) {
      try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module).resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> file.getParent().getFileName() + "." + file.getFileName())
            .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
      }
    }
    return names;
  }
}
