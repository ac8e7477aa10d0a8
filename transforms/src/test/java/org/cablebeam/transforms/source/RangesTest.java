package org.cablebeam.transforms.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/** However a file is divided, the same messages are found, and however it is damaged, some. */
class RangesTest {
  /** What a table's cells are made of to deceive a reader. */
  private static final String[] HOSTILE = {
    "\n",
    "\"",
    "\\",
    "\",\"",
    "\"2\",\"2/14/2008 13:37\",\"",
    "\n\"3\",\"",
    "1",
    ",",
    "X",
    "\r\n",
    "\n\"",
    "NNNN\nFM X\n",
    "VZCZCXRO0001\nFM X\n",
    "\u00e9"
  };

  /** A file of every form, packed in every way and not at all. */
  private static final List<byte[]> EVERY_FILE = everyFile();

  private static List<byte[]> everyFile() {
    Map<String, byte[]> plain = Containers.bundles(Containers.cables(3));
    plain.put("page.html", Containers.page(Containers.cables(1).get(0), true).getBytes(UTF_8));
    String row = Containers.row(Containers.cables(1).get(0)) + "\"5\",\"x\",\"y\"\n";
    plain.put("rejects.avro", Containers.rejects(Collected.read("x", row).rejects));
    List<byte[]> files = new ArrayList<>(plain.values());
    plain.forEach((name, bytes) -> files.addAll(Containers.packed(name, bytes).values()));
    return files;
  }

  @Property(tries = 300, seed = "1966")
  void tablesAreTheSameHoweverDivided(
      @ForAll @Size(min = 0, max = 8) List<Double> places, @ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder table = new StringBuilder();
    int rows = 1 + random.nextInt(12);
    for (int row = 0; row < rows; row++) {
      StringBuilder body = new StringBuilder("B");
      int pieces = random.nextInt(random.nextInt(10) == 0 ? 4000 : 60);
      for (int i = 0; i < pieces; i++) {
        body.append(HOSTILE[random.nextInt(HOSTILE.length)]);
      }
      table.append(
          Containers.row(new Containers.Invented("08LIMA" + row, "LIMA", row, "H", body + "E")));
    }
    byte[] bytes = table.toString().getBytes(UTF_8);
    Collected whole = Collected.read("f", bytes);
    assertThat(whole.messages).hasSize(rows);
    assertThat(whole.rejects).isEmpty();
    Collected parts = Collected.readRanges(bytes, cuts(bytes, places));
    assertThat(parts.messages).isEqualTo(whole.messages);
    assertThat(parts.rejects).isEmpty();
  }

  /** What is written to a file behind the size it had is for the next run to read. */
  @Test
  void aFileThatChangesBetweenItsRangesSaysSo() {
    byte[] listed = Containers.bundles(Containers.cables(40)).values().iterator().next();
    int half = listed.length / 2;
    Collected found = new Collected();
    InputReader reader = new InputReader(Limits.standard());
    reader.readRange("f", new SeekableInMemoryByteChannel(listed), 0, half, found);
    byte[] shorter = Arrays.copyOf(listed, half + half / 2);
    reader.readRange("f", new SeekableInMemoryByteChannel(shorter), half, listed.length, found);
    assertThat(found.codes()).containsExactly("UNREADABLE_FILE");
    assertThat(found.rejects.get(0).getMessage()).contains("became shorter");
    assertThat(found.countsAddUp()).isTrue();

    byte[] longer = Arrays.copyOf(listed, 2 * listed.length);
    System.arraycopy(listed, 0, longer, listed.length, listed.length);
    Collected grown = new Collected();
    reader.readRange("f", new SeekableInMemoryByteChannel(longer), 0, half, grown);
    reader.readRange("f", new SeekableInMemoryByteChannel(longer), half, listed.length, grown);
    assertThat(grown.rejects).isEmpty();
    assertThat(grown.texts()).isEqualTo(Collected.read("f", listed).texts());
  }

  /** Lines of which a text may be made to deceive a reader about where its messages begin. */
  private static final String[] LINES = {
    "VZCZCXRO0001",
    "VZCZCXRO0002",
    "ZCZC AB",
    "NNNN",
    "",
    " ",
    "id: 7",
    "refid: 08LIMA7",
    "header:",
    "From ops 2008",
    "Date: 2008",
    "FM AMEMBASSY LIMA",
    "P 141337Z FEB 08",
    "UNCLAS LIMA 000421",
    "1. A paragraph.",
    "A line of no meaning, but long enough to fill some of what can be seen.",
    "TAGS: ECON",
    "BT",
    "    Message Text",
    "    Message Attributes",
    "Markings: x",
    "\f"
  };

  @Property(tries = 300, seed = "1966")
  void textsAreTheSameHoweverDivided(
      @ForAll @Size(min = 0, max = 8) List<Double> places, @ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(400);
    for (int i = 0; i < lines; i++) {
      String line = LINES[random.nextInt(LINES.length)];
      text.append(line.repeat(random.nextInt(20) == 0 ? 50 : 1)).append('\n');
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    Collected whole = Collected.read("f", bytes);
    assertThat(whole.countsAddUp()).isTrue();
    Collected parts = Collected.readRanges(bytes, cuts(bytes, places));
    assertThat(parts.messages).isEqualTo(whole.messages);
    assertThat(parts.rejects).isEqualTo(whole.rejects);
  }

  @Property(tries = 200, seed = "1966")
  void damagedFilesAreTheSameHoweverDivided(
      @ForAll @Size(min = 0, max = 8) List<Double> places, @ForAll long seed) {
    Random random = new Random(seed);
    List<byte[]> forms =
        List.copyOf(Containers.bundles(Containers.cables(1 + random.nextInt(30))).values());
    byte[] bytes = forms.get(random.nextInt(forms.size())).clone();
    for (int i = 0; i < random.nextInt(20); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) "\"\n\\,N{}5".charAt(random.nextInt(8));
    }
    Collected whole = Collected.read("f", bytes);
    assertThat(whole.countsAddUp()).isTrue();
    Collected parts = Collected.readRanges(bytes, cuts(bytes, places));
    assertThat(parts.messages).isEqualTo(whole.messages);
    assertThat(parts.rejects).isEqualTo(whole.rejects);
  }

  @Property(tries = 200, seed = "1966")
  void nothingIsThrownAtMutatedArchives(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] text = Containers.cables(1).get(0).text().getBytes(UTF_8);
    List<byte[]> archives = List.copyOf(Containers.packed("a.txt", text).values());
    byte[] bytes = archives.get(random.nextInt(archives.size())).clone();
    for (int i = 0; i <= random.nextInt(12); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Collected found = Collected.read("a", bytes);
    assertThat(found.countsAddUp()).isTrue();
    assertThat(found.inputs).isNotEmpty();
  }

  /** Every place at which a file can be cut in two, among the nastiest cells there are. */
  @Test
  void aTableIsTheSameWhereverItIsCut() {
    StringBuilder table = new StringBuilder();
    for (int row = 0; row < HOSTILE.length; row++) {
      String body = "B" + HOSTILE[row].repeat(3) + "\n\"9\",\"" + HOSTILE[row] + "\n\"\\\nE";
      table.append(Containers.row(new Containers.Invented("08LIMA" + row, "LIMA", row, "H", body)));
    }
    byte[] bytes = table.toString().getBytes(UTF_8);
    Collected whole = Collected.read("f", bytes);
    assertThat(whole.messages).hasSize(HOSTILE.length);
    for (int cut = 0; cut <= bytes.length; cut++) {
      Collected parts = Collected.readRanges(bytes, List.of(cut));
      assertThat(parts.messages).as("cut at %d", cut).isEqualTo(whole.messages);
      assertThat(parts.rejects).isEmpty();
    }
  }

  /** Not only flipped bytes: cut, and with a piece of another file or of itself in the middle. */
  @Property(tries = 300, seed = "1966")
  void nothingIsThrownAtSplicedContainers(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] file = EVERY_FILE.get(random.nextInt(EVERY_FILE.size()));
    byte[] other = EVERY_FILE.get(random.nextInt(EVERY_FILE.size()));
    int head = random.nextInt(file.length);
    int from = random.nextInt(other.length);
    int to = from + random.nextInt(other.length - from);
    int tail = random.nextInt(file.length);
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(file, 0, head);
    spliced.write(other, from, to - from);
    spliced.write(file, tail, file.length - tail);
    Collected found = Collected.read("a", spliced.toByteArray());
    assertThat(found.countsAddUp()).isTrue();
    assertThat(found.inputs).isNotEmpty();
  }

  @Test
  void bigDividedFormsMayBeReadByRanges() throws Exception {
    InputReader reader = new InputReader(Limits.standard());
    for (var form : Containers.bundles(Containers.cables(3)).entrySet()) {
      assertThat(reader.splittable(new SeekableInMemoryByteChannel(form.getValue())))
          .as(form.getKey())
          .isEqualTo(!Set.of("traffic-utf16.txt", "semicolons.csv").contains(form.getKey()));
    }
  }

  private static List<Integer> cuts(byte[] bytes, List<Double> places) {
    return IntStream.range(0, places.size())
        .mapToObj(i -> (int) (Math.abs(places.get(i) % 1.0) * bytes.length))
        .sorted()
        .toList();
  }
}
