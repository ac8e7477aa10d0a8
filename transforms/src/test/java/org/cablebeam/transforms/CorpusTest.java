package org.cablebeam.transforms;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The golden corpus: one phenomenon a case, {@code corpus/<area>/<name>.txt} beside {@code
 * <name>.expected.json} ({@link GoldenCase} says what may stand there). A new case needs only its
 * text: run with {@code -Dcorpus.accept=true}, then read what was written as if someone else had.
 */
class CorpusTest {
  private static final boolean ACCEPT = Boolean.getBoolean("corpus.accept");

  @TestFactory
  Stream<DynamicContainer> everyTextGivesWhatItsCaseExpects() {
    return cases().collect(Collectors.groupingBy(GoldenCase::area)).entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .map(
            area ->
                DynamicContainer.dynamicContainer(
                    area.getKey(),
                    area.getValue().stream()
                        .map(
                            golden ->
                                DynamicTest.dynamicTest(
                                    golden.name(), golden.text().toUri(), () -> check(golden)))));
  }

  /** Every case of every area, in the order of their paths. */
  static Stream<GoldenCase> cases() {
    try (Stream<Path> files = Files.walk(folder())) {
      List<Path> inputs =
          files
              .filter(Files::isRegularFile)
              .filter(path -> !path.toString().endsWith(".expected.json"))
              .sorted()
              .toList();
      return inputs.stream().map(GoldenCase::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(GoldenCase golden) throws IOException {
    ObjectNode actual = golden.actual();
    Optional<ObjectNode> expected = golden.expected();
    if (ACCEPT) {
      String accepted = GoldenCase.pretty(golden.accepted(expected.orElse(null), actual));
      Files.writeString(golden.expectedFile(), accepted + "\n");
      return;
    }
    if (expected.isEmpty() || GoldenCase.named(expected.get()).isEmpty()) {
      Path written = write(golden, actual);
      fail(
          "%s names no field to compare. The whole record is in %s: copy what is right, or run with -Dcorpus.accept=true and read the result."
              .formatted(golden.expectedFile(), written));
    }
    List<String> differences = GoldenCase.differences(expected.get(), actual);
    if (!differences.isEmpty()) {
      Path written = write(golden, actual);
      fail(
          "%s%n%s%nThe whole record is in %s; -Dcorpus.accept=true accepts it."
              .formatted(golden.text(), String.join(System.lineSeparator(), differences), written));
    }
  }

  private static Path write(GoldenCase golden, ObjectNode actual) throws IOException {
    Path written =
        module()
            .resolve("target/corpus")
            .resolve(golden.area())
            .resolve(golden.name() + ".actual.json");
    Files.createDirectories(written.getParent());
    return Files.writeString(written, GoldenCase.pretty(actual) + "\n");
  }

  static Path folder() {
    return module().resolve("src/test/resources/corpus");
  }

  /** The module's folder, from the module itself (Maven) or from the root (an editor). */
  static Path module() {
    Path nested = Path.of("transforms");
    return Files.isDirectory(nested.resolve("src/test")) ? nested : Path.of("");
  }
}
