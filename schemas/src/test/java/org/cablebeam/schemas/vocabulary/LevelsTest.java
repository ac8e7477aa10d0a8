package org.cablebeam.schemas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.vocabulary.Levels.Spelling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {
  private final Levels levels = Levels.standard();

  @ParameterizedTest
  @CsvSource({
    "C O N F I D E N T I A L, CONFIDENTIAL",
    "Top Secret, TOP_SECRET",
    "LIMITED OFF USE, LIMITED_OFFICIAL_USE",
    "SENSITIVE BUT UNCLASSIFIED, UNCLASSIFIED",
  })
  void findsALevelInEverySpelling(String text, Level level) {
    assertThat(levels.find(text)).map(Spelling::level).contains(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SECRETARY", "CONFIDENTAL", "SECRET SECTION 01 OF 02"})
  void findsNoneInOtherText(String text) {
    assertThat(levels.find(text)).isEmpty();
  }

  @Test
  void findsTheLevelThatATextEndsWith() {
    assertThat(levels.endOf("DRAFT\nTOP SECRET")).map(Spelling::words).contains("TOP SECRET");
    assertThat(levels.endOf("DECLASSIFIED")).isEmpty();
  }

  @Test
  void givesLongerSpellingsFirst() {
    assertThat(levels.all())
        .isSortedAccordingTo((a, b) -> b.letters().length() - a.letters().length());
    assertThat(levels.bare()).allMatch(spelling -> spelling.control() == null);
  }
}
