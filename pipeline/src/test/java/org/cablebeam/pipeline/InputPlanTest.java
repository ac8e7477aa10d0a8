package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPlanTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    for (String name : List.of("a.txt", "b/c.txt", "b/d.html", ".hidden", "b/.git/e.txt")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "text");
    }
  }

  @Test
  void readsFoldersWithAllBelowButHiddenFiles() throws UsageException {
    assertThat(uris(folder.toString())).containsExactly("a.txt", "b/c.txt", "b/d.html");
  }

  @Test
  void readsPatternsAndFilesEachFileOnce() throws UsageException {
    assertThat(uris(folder + "/*.txt", folder + "/b/*.html", folder + "/a.txt"))
        .containsExactly("a.txt", "b/d.html");
  }

  @Test
  void readsAHiddenFileThatIsNamed() throws UsageException {
    assertThat(uris(folder + "/.hidden")).containsExactly(".hidden");
  }

  @Test
  void readsAFolderWhoseNameHoldsPatternCharacters() throws Exception {
    Path odd = Files.createDirectories(folder.resolve("cables [1973]"));
    Files.writeString(odd.resolve("x.txt"), "text");

    assertThat(uris(odd.toString())).containsExactly("cables [1973]/x.txt");
  }

  @Test
  void saysWhichInputIsMissing() {
    UsageException thrown =
        catchThrowableOfType(UsageException.class, () -> uris(folder.toString(), "nowhere/*.txt"));

    assertThat(thrown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(thrown.line()).isEqualTo("No file matches --input=nowhere/*.txt.");
  }

  @Test
  void looksForAMissingFileNowhereElse() throws Exception {
    // Beam's own matching goes through all that is beside a missing file, this loop among it.
    Path beside = Files.createDirectories(folder.resolve("beside"));
    Files.createSymbolicLink(beside.resolve("loop"), beside);

    UsageException thrown =
        catchThrowableOfType(UsageException.class, () -> uris(folder + "/missing.txt"));

    assertThat(thrown.line()).startsWith("No file matches --input=");
  }

  @Test
  void readsALinkToAFolderThatIsNamed() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("b"));

    assertThat(uris(link.toString())).containsExactly("link/c.txt", "link/d.html");
  }

  @Test
  void readsFoldersThatAPatternNames() throws Exception {
    assertThat(uris(folder + "/[b-c]")).containsExactly("b/c.txt", "b/d.html");
    assertThat(uris(folder + "/*")).containsExactly(".hidden", "a.txt", "b/c.txt", "b/d.html");
    assertThat(uris(folder + "/{a,b/c}.txt")).containsExactly("a.txt", "b/c.txt");
    assertThat(uris("file://" + folder + "/**.html")).hasSize(1);
  }

  @Test
  void refusesAPipeOrDeviceThatMayHaveNoEnd() {
    UsageException thrown = catchThrowableOfType(UsageException.class, () -> uris("/dev/null"));

    assertThat(thrown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(thrown.line()).startsWith("Cannot list --input=/dev/null: it is a pipe");
  }

  @Test
  void givesAnEmptyFolderAsMissing() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    UsageException thrown =
        catchThrowableOfType(UsageException.class, () -> uris(empty.toString()));

    assertThat(thrown.line()).startsWith("No file matches --input=");
  }

  @Test
  void recordsRelativeInputsAsTheyWereGiven() throws Exception {
    Path here = Path.of("").toAbsolutePath();
    Path inside =
        Files.createTempDirectory(Files.createDirectories(here.resolve("target")), "plan");
    Files.writeString(inside.resolve("x.txt"), "text");
    String relative = here.relativize(inside).toString();

    InputPlan plan = InputPlan.of(List.of(relative), new InputReader(Limits.standard()));

    InputSplit.Input input = plan.splits().get(0).inputs().get(0);
    assertThat(input.uri()).isEqualTo(relative + "/x.txt");
    assertThat(input.path()).isEqualTo(inside.resolve("x.txt").toString());
  }

  @Test
  void dealsManyFilesToSeveralSplitsInOrder() throws Exception {
    byte[] big = new byte[20 << 20];
    Arrays.fill(big, (byte) 'x');
    for (int i = 0; i < 4; i++) {
      Files.write(folder.resolve("big" + i), big);
    }

    InputPlan plan = InputPlan.of(List.of(folder + "/big*"), new InputReader(Limits.standard()));

    assertThat(plan.files()).isEqualTo(4);
    assertThat(plan.bytes()).isEqualTo(80L << 20);
    assertThat(plan.splits()).hasSize(4);
    assertThat(plan.splits().get(3).index()).isEqualTo(3);
    assertThat(plan.splits().get(3).inputs().get(0).uri()).endsWith("big3");
  }

  private List<String> uris(String... inputs) throws UsageException {
    return InputPlan.of(List.of(inputs), new InputReader(Limits.standard())).splits().stream()
        .flatMap(split -> split.inputs().stream())
        .map(input -> input.uri().substring(folder.toString().length() + 1))
        .toList();
  }
}
