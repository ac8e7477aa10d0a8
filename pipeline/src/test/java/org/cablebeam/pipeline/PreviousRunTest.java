package org.cablebeam.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.CorpusWriter;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.Packing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run that takes over what did not change gives what a run that reads everything gives: on random
 * splits of a corpus with copies, sections apart, archives and rejects, of which files come, go and
 * change between the runs. {@code -Dcablebeam.splits=20} tries more of them.
 */
class PreviousRunTest {
  @TempDir Path folder;
  private Path input;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("cablebeam.splits", 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isAsIfEverythingHadBeenRead(long seed) throws IOException {
    Random random = new Random(seed);
    List<Path> corpus = corpus(seed);
    input = Files.createDirectory(folder.resolve("input"));
    change(corpus, random, 0.3);
    Path previous = folder.resolve("out-0");
    assertThat(run("--output=" + previous)).as(words).isZero();
    for (int round = 1; round <= 2; round++) {
      change(corpus, random, 0.6);
      Path whole = folder.resolve("whole-" + round);
      Path next = folder.resolve("out-" + round);
      assertThat(run("--output=" + whole)).as(words).isZero();
      assertThat(run("--output=" + next, "--previous=" + previous, "--numShards=2"))
          .as(words)
          .isZero();
      assertThat(new Output(next).run().path("inputs").path("taken_over").asInt()).isPositive();
      assertSame(new Output(next), new Output(whole));
      assertThat(new Output(next).count("sections")).isPositive();
      assertThat(new Output(next).count("duplicates")).isPositive();
      previous = next;
    }
  }

  @Test
  void replacesTheResultsItTakesFrom() throws IOException {
    corpus(9);
    input = folder.resolve("corpus-9");
    Path output = folder.resolve("out");
    Path whole = folder.resolve("whole");
    assertThat(run("--output=" + whole)).as(words).isZero();
    for (int night = 0; night < 2; night++) {
      assertThat(run("--output=" + output, "--previous=" + output, "--overwrite")).isZero();
      assertSame(new Output(output), new Output(whole));
    }
    assertThat(new Output(output).run().path("inputs").path("taken_over").asInt()).isPositive();
  }

  @Test
  void readsEverythingAndSaysSoWhereNothingCanBeTakenOver() throws IOException {
    corpus(5);
    input = folder.resolve("corpus-5");
    Path first = folder.resolve("first");
    assertThat(aloud("--output=" + first, "--previous=" + folder.resolve("none"))).isZero();
    assertThat(words).contains("there are no results");

    assertThat(aloud("--output=" + folder.resolve("a"), "--previous=" + first, "--maxDepth=1"))
        .isZero();
    assertThat(words).contains("--maxDepth is another");
    assertNothingTakenOver("a");

    Path run = first.resolve("run.json");
    String told = Files.readString(run);
    Files.writeString(run, told.replaceFirst("(\"program\" : \")....", "$1dead"));
    assertThat(aloud("--output=" + folder.resolve("b"), "--previous=" + first)).isZero();
    assertThat(words).contains("another build of the program made it");
    assertNothingTakenOver("b");

    Files.writeString(run, told);
    Path rejects = folder.resolve("of-rejects");
    assertThat(run("--input=" + first.resolve("rejects"), "--output=" + rejects)).isZero();
    assertThat(aloud("--output=" + folder.resolve("c"), "--previous=" + rejects)).isZero();
    assertThat(words).contains("made of rejects");
    assertNothingTakenOver("c");

    Path cables = first.resolve("cables/cables-00000-of-00001.avro");
    byte[] bytes = Files.readAllBytes(cables);
    Files.write(cables, Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(aloud("--output=" + folder.resolve("d"), "--previous=" + first)).isZero();
    assertThat(words).contains("cables-00000-of-00001.avro was changed");

    bytes[bytes.length - 1] ^= 1;
    Files.write(cables, bytes);
    assertThat(run("--output=" + folder.resolve("e"), "--previous=" + first)).isEqualTo(1);
  }

  private void assertNothingTakenOver(String output) {
    assertThat(new Output(folder.resolve(output)).run().at("/inputs/taken_over").asInt()).isZero();
  }

  private static void assertSame(Output found, Output expected) throws IOException {
    for (String part : List.of("cables", "duplicates", "rejects", "ledger")) {
      assertThat(found.contents(part)).as(part).isEqualTo(expected.contents(part));
    }
    assertThat(found.run().path("counts")).isEqualTo(expected.run().path("counts"));
    try (Stream<Path> files = Files.list(expected.folder().resolve("statistics"))) {
      for (Path file : files.toList()) {
        String name = "statistics/" + file.getFileName();
        assertThat(found.bytes(name)).as(name).isEqualTo(expected.bytes(name));
      }
    }
  }

  /** Files of all forms, some of them copies of one another, some with sections apart. */
  private List<Path> corpus(long seed) throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus-" + seed));
    Composer composer = new Composer(seed, 60, 0.2);
    Form[] forms = Form.values();
    for (int share = 0; share < 12; share++) {
      Form form = forms[(int) ((share + seed) % forms.length)];
      Packing packing = Packing.values()[(int) ((share * 5 + seed) % Packing.values().length)];
      Path to = Files.createDirectory(corpus.resolve("share-" + share));
      try (CorpusWriter writer = new CorpusWriter(form, packing, packing.in(to), false)) {
        // Shares overlap.
        for (long place = share * 4L; place < share * 4L + 7; place++) {
          writer.write(composer.cable(place % 60));
        }
      }
    }
    Files.writeString(corpus.resolve("bad.csv"), "\"1\",\"x\"\n\"2\",\"y\"\n");
    Files.writeString(corpus.resolve("empty.txt"), "");
    Files.write(corpus.resolve("cut.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0});
    try (Stream<Path> files = Files.walk(corpus)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Lets each file of a corpus come, go, stay, or turn into another. */
  private void change(List<Path> corpus, Random random, double stay) throws IOException {
    List<Path> names = new ArrayList<>();
    for (Path file : corpus) {
      names.add(input.resolve(file.toString().replaceAll("^.*corpus-[0-9]+/", "")));
    }
    for (int i = 0; i < names.size(); i++) {
      if (random.nextDouble() < stay) {
        continue;
      }
      Files.deleteIfExists(names.get(i));
      if (random.nextInt(4) > 0) {
        Path content = random.nextInt(4) > 0 ? corpus.get(i) : pick(corpus, random);
        Files.createDirectories(names.get(i).getParent());
        Files.copy(content, names.get(i));
      }
    }
    if (Files.notExists(names.get(0))) {
      Files.createDirectories(names.get(0).getParent());
      Files.copy(corpus.get(0), names.get(0));
    }
  }

  private static Path pick(List<Path> files, Random random) {
    return files.get(random.nextInt(files.size()));
  }

  private String words = "";

  private int run(String... arguments) {
    String[] quiet = Arrays.copyOf(arguments, arguments.length + 1);
    quiet[arguments.length] = "--quiet";
    return aloud(quiet);
  }

  private int aloud(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--maxRejectRatio=1");
    if (all.stream().noneMatch(argument -> argument.startsWith("--input"))) {
      all.add("--input=" + input);
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, UTF_8);
    int code = Main.run(all.toArray(new String[0]), stream, stream);
    words = err.toString(UTF_8);
    return code;
  }
}
