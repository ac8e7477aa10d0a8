package org.cablebeam.transforms.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of no archive anything is passed over without a word: what was not read has a reject. */
class ArchiveEndTest {
  private static final List<byte[]> TEXTS =
      Containers.cables(4).stream()
          .map(cable -> cable.text().getBytes(StandardCharsets.UTF_8))
          .toList();

  @Test
  void aWholeZipIsWholeWithACommentAndWithSomethingBehind() throws IOException {
    byte[] plain = zip(0, 2, "");
    assertWhole("plain", plain, 2);
    assertWhole("comment", zip(0, 2, "PK\5\6 is how it ends"), 2);
    assertWhole("behind", joined(plain, new byte[3000]), 2);
    assertWhole("empty", zip(0, 0, ""), 0);
  }

  @Test
  void aWholeZipOfManyEntriesIsWhole() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      out.setUseZip64(Zip64Mode.Always);
      for (int i = 0; i < 70_000; i++) {
        out.putArchiveEntry(new ZipArchiveEntry(i % 7 == 0 ? i + "/" : "e" + i));
        out.closeArchiveEntry();
      }
      out.putArchiveEntry(new ZipArchiveEntry("last"));
      out.write(TEXTS.get(0));
      out.closeArchiveEntry();
    }
    assertWhole("many", bytes.toByteArray(), 1);
  }

  @Test
  void aZipThatIsCutAnywhereSaysSo() throws IOException {
    byte[] inner = zip(0, 2, "");
    // A packed archive ends like the whole one.
    byte[] whole = stored(inner, TEXTS.get(2), TEXTS.get(3));
    assertWhole("stored", whole, 4);
    for (int cut = 1; cut < whole.length - 4; cut++) {
      assertRejected("without " + cut, Arrays.copyOf(whole, whole.length - cut));
    }
  }

  @Test
  void whatFollowsAZipIsNotPassedOver() throws IOException {
    assertRejected("two", joined(zip(0, 2, ""), zip(2, 4, "")));
    assertRejected("fewer behind", joined(zip(0, 3, ""), zip(3, 4, "")));
    assertThat(assertRejected("text", joined(zip(0, 2, ""), TEXTS.get(2))).messages).hasSize(2);
  }

  @Test
  void whatFollowsATarIsNotPassedOver() {
    byte[] one = tar(0, 2);
    assertWhole("one", one, 2);
    assertRejected("two", joined(one, tar(2, 4)));
    // As small as a tar may be: the end mark and nothing else.
    int end = one.length;
    while (one[end - 1] == 0) {
      end--;
    }
    int content = (end + 511) / 512 * 512;
    byte[] small = Arrays.copyOf(one, content + 1024);
    assertWhole("small", small, 2);
    assertRejected("small and another", joined(small, tar(2, 4)));
    for (int cut = content; cut > content - 1024; cut--) {
      assertRejected("cut at " + cut, Arrays.copyOf(one, cut));
    }
  }

  @Test
  void whatFollowsAGzipIsNotPassedOver() {
    byte[] first = gzip(TEXTS.get(0));
    byte[] second = gzip(TEXTS.get(1));
    assertWhole("two", joined(first, second), 2);
    assertWhole("zeros", joined(first, new byte[100_000]), 1);
    for (int length = 1; length < 40; length++) {
      byte[] other = new byte[length];
      other[length - 1] = 7;
      Collected found = assertRejected("other " + length, joined(first, other));
      assertThat(found.messages).hasSize(1);
    }
    assertRejected("text", joined(first, TEXTS.get(1)));
    byte[] unknown = second.clone();
    unknown[2] = 9;
    assertRejected("unknown method", joined(first, unknown));
    assertRejected("tar", joined(gzip(tar(0, 2)), TEXTS.get(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bz2", "xz", "zst", "7z"})
  void whatFollowsIsAnotherFileOrNotPassedOver(String kind) {
    byte[] first = Containers.packed("x", TEXTS.get(0)).get("x." + kind);
    byte[] second = Containers.packed("x", TEXTS.get(1)).get("x." + kind);
    if (!kind.equals("7z")) {
      assertWhole("two", joined(first, second), 2);
    }
    if (!kind.equals("zst")) {
      assertWhole("zeros", joined(first, new byte[100_000]), 1);
    }
    // The text before it is whole, and the reject is none of its.
    for (byte[] other : List.of(TEXTS.get(2), new byte[] {7}, new byte[] {0, 7, 0, 7, 0, 7, 0})) {
      Collected found = assertRejected("other", joined(first, other));
      assertThat(found.texts()).hasSize(1);
      assertThat(found.codes()).containsExactly("DAMAGED_ARCHIVE");
    }
  }

  @Test
  void aFileOfBzip2WithoutContentsIsEmpty() {
    byte[] empty = Containers.packed("x", new byte[0]).get("x.bz2");
    assertWhole("empty", empty, 0);
    assertWhole(
        "empty and another", joined(empty, Containers.packed("x", TEXTS.get(0)).get("x.bz2")), 1);
  }

  private static void assertWhole(String name, byte[] bytes, int messages) {
    Collected found = Collected.read(name, bytes);
    assertThat(found.rejects).as(name).isEmpty();
    assertThat(found.messages).as(name).hasSize(messages);
  }

  private static Collected assertRejected(String name, byte[] bytes) {
    Collected found = Collected.read(name, bytes);
    assertThat(found.codes()).as(name).isNotEmpty();
    assertThat(found.countsAddUp()).as(name).isTrue();
    return found;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static Map<String, byte[]> entries(int from, int to) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      entries.put(i + ".txt", TEXTS.get(i));
    }
    return entries;
  }

  private static byte[] tar(int from, int to) {
    return Containers.tar(entries(from, to));
  }

  private static byte[] gzip(byte[] bytes) {
    return Containers.compressed(bytes, GzipCompressorOutputStream::new);
  }

  private static byte[] zip(int from, int to, String comment) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setComment(comment);
      for (Map.Entry<String, byte[]> entry : entries(from, to).entrySet()) {
        out.putNextEntry(new ZipEntry("a folder/" + entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] stored(byte[]... contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (byte[] content : contents) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry("e" + crc.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(content);
      }
    }
    return bytes.toByteArray();
  }
}
