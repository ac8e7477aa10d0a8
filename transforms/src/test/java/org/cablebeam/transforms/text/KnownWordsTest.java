package org.cablebeam.transforms.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"mill", "MILLERS", "Warsaw", "Stefan", "Tunisia", "harbour", "Kowalski"})
  void knowsWordsAndNames(String word) {
    assertThat(KnownWords.has(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GORPIL", "SEPNIA", "zumbrek", "QUDAPI"})
  void knowsNoOthers(String word) {
    assertThat(KnownWords.has(word)).isFalse();
  }

  @Test
  void findsAllThatWasAddedAndLittleElse() {
    byte[] filter = new byte[KnownWords.SIZE / 8];
    IntStream.range(0, 100_000).forEach(i -> KnownWords.add(filter, "mill" + i));
    assertThat(IntStream.range(0, 100_000)).allMatch(i -> KnownWords.holds(filter, "Mill" + i));
    assertThat(IntStream.range(0, 10_000).filter(i -> KnownWords.holds(filter, "boat" + i)).count())
        .isLessThan(200);
  }
}
