package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A corpus, what the Direct Runner makes of it, and runs elsewhere that must make the same. */
final class Comparison {
  private final Path folder;
  private final Distribution program;
  private final Output direct;
  private final Map<String, String> expected;

  private Comparison(Path folder, Distribution program, Output direct) {
    this.folder = folder;
    this.program = program;
    this.direct = direct;
    this.expected = direct.digests();
  }

  /**
   * Writes the corpus and runs the Direct Runner over it.
   *
   * @param folder for input and output
   * @param program of which the Direct Runner is a part too
   */
  static Comparison prepare(Path folder, Distribution program) throws Exception {
    MixedCorpus.write(folder.resolve("input"), 8, 250);
    Output direct = new Output(folder.resolve("direct"));
    Distribution.Ending ending = program.run("direct", arguments(folder, direct.folder()));
    assertThat(ending.code()).as(ending.err()).isZero();
    assertThat(List.of("cables", "duplicates", "sections", "rejects"))
        .allSatisfy(kind -> assertThat(direct.count(kind)).as(kind).isPositive());
    return new Comparison(folder, program, direct);
  }

  /** Runs the program to its end and compares. */
  void assertSame(String name, String... more) throws Exception {
    assertSame(name, program.run(name, arguments(name, more)));
  }

  /** Compares what came of a run of that name. */
  void assertSame(String name, Distribution.Ending ending) {
    assertSameResults(name, ending);
    assertThat(ending.out().lines()).hasSize(1);
    assertThat(ending.err()).doesNotContain("WARN", "SEVERE", "Exception");
  }

  /** The same, of a run about which others have had their say. */
  void assertSameResults(String name, Distribution.Ending ending) {
    assertThat(ending.code()).as(ending.out() + ending.err()).isZero();
    assertThat(ending.out()).contains("done messages=" + direct.count("messages") + " ");
    Output found = new Output(output(name));
    assertThat(found.run().path("counts")).isEqualTo(direct.run().path("counts"));
    assertThat(found.digests()).isEqualTo(expected);
    assertThat(found.folder().resolve("parts")).doesNotExist();
  }

  String[] arguments(String name, String... more) {
    return arguments(folder, output(name), more);
  }

  private static String[] arguments(Path folder, Path output, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--input=" + folder.resolve("input"));
    arguments.add("--output=" + output);
    arguments.addAll(List.of(more));
    return arguments.toArray(new String[0]);
  }

  /** The folder of results of a run. */
  Path output(String name) {
    return folder.resolve(name);
  }
}
