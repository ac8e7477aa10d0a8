package org.cablebeam.transforms.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Files made of lines of every form, of pieces of them and of the signs that forms are told by, in
 * any order: nothing throws, nothing goes on for ever, and what is found adds up. The same files in
 * every run; {@code -Dcablebeam.texts=100000 -Dcablebeam.seed=7} tries others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShuffledFormsTest {
  private static final int FILES = Integer.getInteger("cablebeam.texts", 1000);
  private static final long SEED = Long.getLong("cablebeam.seed", 1966);

  private static final List<String> SIGNS =
      List.of(
          "<",
          ">",
          "</",
          "/>",
          "<html>",
          "<body>",
          "</body></html>",
          "<pre>",
          "</pre>",
          "<code>",
          "</code>",
          "<table class='cable'>",
          "<tr><td>",
          "</td></tr></table>",
          "<script>",
          "</script>",
          "<!--",
          "-->",
          "<![CDATA[",
          "<?xml version=\"1.0\"?>",
          "&",
          "&nbsp;",
          "&#10;",
          "&#xD800;",
          "&lt;pre&gt;",
          "<a href=\"",
          "<br>",
          "<p>",
          "<div id=\"",
          "<title>",
          "\"",
          "\"\"",
          "\"\n\"",
          ",",
          ";",
          "\t",
          "\\\"",
          "\\",
          "{",
          "}",
          "[",
          "]",
          "{\"",
          "\":",
          "null",
          "1e999",
          "\\ud800",
          "---\n",
          "From ",
          "Subject: ",
          "Content-Type: text/html\n",
          "\r",
          "\r\n",
          "\n",
          "\n\n",
          "\f",
          "\u001a",
          "\u0000",
          "\ufeff",
          "\ud83d\ude00",
          "\ud800",
          "VZCZCXRO1234\n",
          "NNNN\n",
          "PAGE 01 ",
          "ACTION ",
          "FM AMEMBASSY WARSAW\n",
          "UNCLAS ");

  private final List<String> lines = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  ShuffledFormsTest() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/corpus/source"))) {
      files.filter(Files::isRegularFile).sorted().forEach(this::take);
    }
  }

  private void take(Path file) {
    try {
      String text = Files.readString(file);
      texts.add(text);
      lines.addAll(text.lines().map(line -> line + "\n").toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void takesWhateverComes() {
    for (long seed = SEED; seed < SEED + FILES; seed++) {
      String file = file(new Random(seed));
      try {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> read(file));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + file, e);
      }
    }
  }

  private String file(Random random) {
    StringBuilder file = new StringBuilder();
    if (random.nextBoolean()) {
      String text = any(texts, random);
      file.append(text, 0, random.nextInt(text.length()));
    }
    for (int n = random.nextInt(30); n > 0; n--) {
      boolean sign = random.nextInt(3) > 0;
      String piece = any(sign ? SIGNS : lines, random);
      int from = sign || random.nextBoolean() ? 0 : random.nextInt(piece.length());
      file.append(piece, from, piece.length());
    }
    if (random.nextBoolean()) {
      String text = any(texts, random);
      file.append(text, random.nextInt(text.length()), text.length());
    }
    return file.toString();
  }

  private static String any(List<String> pieces, Random random) {
    return pieces.get(random.nextInt(pieces.size()));
  }

  private static void read(String file) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    Collected whole = Collected.read("f", bytes);
    assertThat(whole.countsAddUp()).isTrue();
    assertThat(whole.inputs).isNotEmpty();
  }
}
