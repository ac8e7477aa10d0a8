package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cablebeam.transforms.staging.SharesFile;
import org.cablebeam.transforms.staging.StagedShare;
import org.cablebeam.transforms.staging.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesFileTest {
  @TempDir private Path folder;
  private final Storage storage = new FileSystemsStorage();
  private Path path;
  private SharesFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("shares.bin");
    file = new SharesFile(storage, path.toString());
  }

  @Test
  void eachShareIsReadInItsOrder() throws IOException {
    try (SharesFile open = file) {
      for (int number = 0; number < 1000; number++) {
        open.add(number % 7, new byte[] {(byte) number, (byte) (number >> 8)});
      }
    }

    assertThat(file.shares()).containsOnlyKeys(0, 1, 2, 3, 4, 5, 6);
    for (Map.Entry<Integer, List<StagedShare>> share : file.shares().entrySet()) {
      List<Integer> items = new ArrayList<>();
      for (StagedShare place : share.getValue()) {
        for (byte[] item : StagedShare.unpack(place.pack()).read(storage)) {
          items.add((item[0] & 0xFF) + 256 * item[1]);
        }
      }
      assertThat(items).hasSizeBetween(142, 143).isSorted().allMatch(i -> i % 7 == share.getKey());
    }
  }

  @Test
  void moreThanIsHeldInMemoryMakesSeveralStretches() throws IOException {
    byte[] megabyte = new byte[1 << 20];
    Random random = new Random(7);
    Map<Integer, List<byte[]>> expected = new TreeMap<>();
    try (SharesFile open = file) {
      for (int number = 0; number < 40; number++) {
        random.nextBytes(megabyte);
        byte[] item = megabyte.clone();
        expected.computeIfAbsent(number % 3, absent -> new ArrayList<>()).add(item);
        open.add(number % 3, item);
      }
    }

    assertThat(file.shares().get(0)).hasSizeGreaterThan(1);
    for (Map.Entry<Integer, List<byte[]>> share : expected.entrySet()) {
      List<byte[]> read = new ArrayList<>();
      for (StagedShare place : file.shares().get(share.getKey())) {
        read.addAll(place.read(storage));
      }
      assertThat(read).containsExactlyElementsOf(share.getValue());
    }
  }

  @Test
  void nothingAddedMakesNoFile() throws IOException {
    file.close();

    assertThat(file.shares()).isEmpty();
    assertThat(path).doesNotExist();
  }

  @Test
  void aFileCutShortIsNotReadAsLess() throws IOException {
    try (SharesFile open = file) {
      open.add(0, new byte[1000]);
    }
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));

    assertThatThrownBy(() -> file.shares().get(0).get(0).read(storage))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining(path.toString());
  }
}
