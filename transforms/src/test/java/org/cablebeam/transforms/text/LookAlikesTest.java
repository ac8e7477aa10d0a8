package org.cablebeam.transforms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {
  @ParameterizedTest
  @CsvSource({
    "7, 7, 7",
    "O, 0, 0",
    "l, 1, 1",
    "S, -1, 5",
    "@, -1, 0",
    "X, -1, -1",
    "\u0665, -1, -1"
  })
  void readsMoreSignsAsDigitsWhereOneMustStand(char sign, int digit, int expected) {
    assertThat(LookAlikes.digit(sign)).isEqualTo(digit);
    assertThat(LookAlikes.expectedDigit(sign)).isEqualTo(expected);
  }

  @Test
  void readsDigitsAsLettersWithinAWord() {
    assertThat(LookAlikes.letters("X6D5-4")).isEqualTo("XGDS-4");
    assertThat(LookAlikes.letters("N0U\u00c9")).isEqualTo("NOU\u00c9");
  }

  @ParameterizedTest
  @CsvSource({
    "FM X, FM, true",
    "FH X, FM, true",
    "T0 X, TO, true",
    "lNF0, INFO, true",
    "AM, FM, false",
    "F, FM, false"
  })
  void knowsTheShapeOfAWord(String text, String word, boolean shaped) {
    assertThat(LookAlikes.isShaped(text, word)).isEqualTo(shaped);
  }
}
