package org.cablebeam.transforms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePointsTest {
  /** A pair before, across and behind the places where counts are kept, in texts of any length. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0, 1022",
    "1022, 0",
    "1022, 1024",
    "1023, 0",
    "1023, 1023",
    "2047, 9",
    "9, 2037"
  })
  void countsAsTheTextDoes(int before, int behind) {
    String text = "x".repeat(before) + "\ud83d\ude00" + "x".repeat(behind);
    CodePoints points = CodePoints.of(text);
    int length = text.codePointCount(0, text.length());
    for (int index = 0; index <= length; index++) {
      int units = text.offsetByCodePoints(0, index);
      assertThat(points.toUnits(index)).isEqualTo(units);
      assertThat(points.fromUnits(units)).isEqualTo(index);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "1024", "5000"})
  void isTheSameWithoutPairs(int length) {
    CodePoints points = CodePoints.of("x".repeat(length));
    assertThat(points.identical()).isTrue();
    assertThat(points.fromUnits(length)).isEqualTo(length);
    assertThat(points.toUnits(length)).isEqualTo(length);
  }
}
