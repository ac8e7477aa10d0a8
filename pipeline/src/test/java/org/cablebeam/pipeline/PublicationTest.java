package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  @TempDir Path folder;
  private Path output;

  @BeforeEach
  void nameOutput() {
    output = folder.resolve("out");
  }

  @Test
  void publishesTheStagingFolderAtOnceAndLeavesNothingBeside() throws Exception {
    try (Publication publication = Publication.open(output.toString(), false, "1")) {
      stage(publication, "new");
      assertThat(output).doesNotExist();
      publication.publish();
    }

    assertThat(output.resolve("run.json")).hasContent("new");
    assertThat(output.resolve("_SUCCESS")).exists();
    assertThat(output.resolve("parts")).doesNotExist();
    assertThat(names()).containsExactly("out");
  }

  @Test
  void refusesResultsWithoutOverwrite() throws Exception {
    result("old");

    UsageException thrown = refused(false);

    assertThat(thrown.code()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(thrown.line()).contains("add --overwrite");
    assertThat(output.resolve("run.json")).hasContent("old");
  }

  @Test
  void refusesAFolderOfOtherFilesEvenWithOverwrite() throws Exception {
    Files.createDirectories(output);
    Files.writeString(output.resolve("thesis.doc"), "years of work");

    UsageException thrown = refused(true);

    assertThat(thrown.code()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(output.resolve("thesis.doc")).hasContent("years of work");
  }

  @Test
  void takesAnEmptyFolder() throws Exception {
    Files.createDirectories(output);
    try (Publication publication = Publication.open(output.toString(), false, "1")) {
      stage(publication, "new");
      publication.publish();
      publication.forget();
    }

    assertThat(output.resolve("run.json")).hasContent("new");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void replacesResultsOnlyWhenTheNewOnesAreComplete() throws Exception {
    result("old");
    try (Publication publication = Publication.open(output.toString(), true, "1")) {
      stage(publication, "half");
      assertThat(output.resolve("run.json")).hasContent("old");
      // The run fails: nothing is published.
    }
    assertThat(output.resolve("run.json")).hasContent("old");

    try (Publication publication = Publication.open(output.toString(), true, "2")) {
      stage(publication, "new");
      publication.publish();
      publication.forget();
    }
    assertThat(output.resolve("run.json")).hasContent("new");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void putsBackTheOldResultWhenARunWasKilledBetweenTheTwoRenames() throws Exception {
    result("old");
    Files.move(output, folder.resolve(".out.previous-0"));
    Files.createDirectories(folder.resolve(".out.staging-0/cables"));

    UsageException thrown = refused(false);

    assertThat(thrown.code()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(output.resolve("run.json")).hasContent("old");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void deletesWhatKilledRunsLeft() throws Exception {
    result("new");
    Files.createDirectories(folder.resolve(".out.previous-0/cables"));
    Files.createDirectories(folder.resolve(".out.staging-0/parts/part-1"));
    Files.createDirectories(folder.resolve(".other.staging-0"));

    refused(false);

    assertThat(output.resolve("run.json")).hasContent("new");
    assertThat(names()).containsExactlyInAnyOrder("out", ".other.staging-0");
  }

  @Test
  void doesNotDeleteAnOldResultForWhatIsNone() throws Exception {
    result("old");
    Files.move(output, folder.resolve(".out.previous-0"));
    Files.createDirectories(output);
    Files.writeString(output.resolve("notes.txt"), "of the user");

    assertThat(refused(true).line()).contains("holds files that are no results");
    assertThat(folder.resolve(".out.previous-0/run.json")).hasContent("old");

    Files.delete(output.resolve("notes.txt"));
    assertThat(refused(false).line()).contains("holds results");
    assertThat(output.resolve("run.json")).hasContent("old");
  }

  @Test
  void writesWhereALinkPointsTo() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("large/results"));
    Files.createSymbolicLink(output, elsewhere);
    try (Publication publication = Publication.open(output.toString(), false, "1")) {
      stage(publication, "new");
      publication.publish();
      publication.forget();
    }

    assertThat(output).isSymbolicLink();
    assertThat(elsewhere.resolve("run.json")).hasContent("new");
    assertThat(names()).containsExactly("large", "out");
  }

  @Test
  void leavesNothingOfARunThatDidNotBegin() throws Exception {
    Publication.open(folder.resolve("a/b/out").toString(), false, "1").close();

    assertThat(names()).isEmpty();
  }

  @Test
  void keepsTwoRunsApart() throws Exception {
    try (Publication first = Publication.open(output.toString(), false, "1")) {
      first.begin();
      UsageException thrown = refused(true);
      assertThat(thrown.code()).isEqualTo(ExitCode.OUTPUT_EXISTS);
      assertThat(thrown.line()).contains("Another run is writing");
      assertThat(Path.of(first.staging().root())).exists();
    }
  }

  @Test
  void saysWhenTheFolderCannotBe() throws Exception {
    Files.writeString(folder.resolve("file"), "");

    UsageException thrown =
        catchThrowableOfType(
            UsageException.class,
            () -> Publication.open(folder.resolve("file/out").toString(), false, "1"));

    assertThat(thrown.line()).startsWith("Cannot write --output=");
  }

  private UsageException refused(boolean overwrite) {
    return catchThrowableOfType(
        UsageException.class, () -> Publication.open(output.toString(), overwrite, "9").close());
  }

  private void result(String content) throws IOException {
    Files.createDirectories(output);
    Files.writeString(output.resolve("run.json"), content);
    Files.writeString(output.resolve("_SUCCESS"), "");
  }

  private static void stage(Publication publication, String content) throws IOException {
    Path staging = Path.of(publication.staging().root());
    Files.createDirectories(staging.resolve("parts/part-1"));
    Files.writeString(staging.resolve("parts/part-1/cables.avro"), "");
    Files.writeString(staging.resolve("run.json"), content);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
