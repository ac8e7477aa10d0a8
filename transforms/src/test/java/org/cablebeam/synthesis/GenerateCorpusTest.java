package org.cablebeam.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCorpusTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "files, none",
    "files, zip",
    "files, tar.gz",
    "text, gz",
    "text, tar.gz",
    "csv, zst",
    "pages, none",
    "aad, zip",
    "front-matter, none",
    "jsonl, gz"
  })
  void writesTheSameBytesForTheSameSeed(String form, String pack) {
    for (String run : new String[] {"a", "b"}) {
      assertThat(generate(run, "--cables=120", "--form=" + form, "--pack=" + pack)).isZero();
    }
    assertThat(digests("a")).isNotEmpty().isEqualTo(digests("b"));
  }

  @Test
  void writesOtherBytesForAnotherSeed() {
    generate("a", "--cables=20", "--form=text", "--seed=1");
    generate("b", "--cables=20", "--form=text", "--seed=2");
    assertThat(digests("a")).isNotEqualTo(digests("b"));
  }

  @Test
  void spreadsFilesOverFoldersOrNot() {
    generate("sharded", "--cables=1100", "--irregular=0");
    generate("flat", "--cables=1100", "--irregular=0", "--folders=flat");
    assertThat(digests("sharded").keySet()).allMatch(name -> name.matches("000[01]/[^/]+\\.txt"));
    assertThat(digests("flat").keySet()).allMatch(name -> name.matches("[^/]+\\.txt"));
    assertThat(digests("flat")).hasSameSizeAs(digests("sharded"));
  }

  @Test
  void writesNothingIntoAFolderThatIsNotEmpty() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("out")).resolve("mine.txt");
    Files.writeString(mine, "mine");
    assertThat(generate("out", "--cables=5")).isEqualTo(2);
    assertThat(digests("out")).containsOnlyKeys("mine.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--cables=0",
        "--cables=many",
        "--form=parchment",
        "--pack=rar",
        "--irregular=2",
        "--folders=some",
        "--seeds=1",
        "cables"
      })
  void refusesWrongOptions(String option) {
    assertThat(generate("out", option)).isEqualTo(2);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void refusesToGuessAnOutputFolder() {
    assertThat(GenerateCorpus.run("--cables=5")).isEqualTo(2);
  }

  private int generate(String name, String... options) {
    String[] all = new String[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "--output=" + folder.resolve(name);
    return GenerateCorpus.run(all);
  }

  private Map<String, String> digests(String name) {
    Path root = folder.resolve(name);
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file ->
                  digests.put(root.relativize(file).toString().replace('\\', '/'), digest(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digests;
  }

  private static String digest(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
