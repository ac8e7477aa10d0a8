package org.cablebeam.transforms.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  /** The third of five words in capitals, and how it is judged. */
  private static final int WORD = 2;

  private static Reading reading(String word) {
    Vocabulary vocabulary = Vocabulary.standard();
    Tokens tokens = new Tokens(vocabulary.words, false);
    tokens.read("WE KNOW " + word + " HAD BEEN THERE", List.of());
    return new Reading(vocabulary, tokens, 0, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"QUATITIES", "OFFICALS", "STRENTHENING", "ACQUISIION", "COUNRTY", "COMPONENTSOF"})
  void aSlipOfTheTypistIsNoName(String word) {
    assertThat(new Spelling(reading(word)).misspelt(WORD, 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HONECKER", "KATZENBACH", "TSHOMBE", "SIHANOUK", "RAJARATNAM", "BOKASSA", "UNIDO"})
  void aNameIsNotMisspelt(String word) {
    assertThat(new Spelling(reading(word)).misspelt(WORD, 1)).isFalse();
  }

  @Test
  void whatComesThriceIsMeant() {
    assertThat(new Spelling(reading("STRENTHENING")).misspelt(WORD, 3)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NDPVF", "KGB", "IIAF", "PZPR"})
  void whatNobodyCanSayIsAnAcronym(String word) {
    assertThat(new Spelling(reading(word)).acronym(WORD)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GENSCHER", "SCHMIDT", "KADAR", "MLADIC"})
  void whatCanBeSaidIsNone(String word) {
    assertThat(new Spelling(reading(word)).acronym(WORD)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLERIDES", "KOHLER", "GUNES"})
  void endingsMakeNoEnglishWordOfAName(String word) {
    assertThat(reading(word).english(WORD)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMIDEX", "UNEGAS", "SONAMEX"})
  void lettersTellAnAcronymThatCanBeSaid(String word) {
    assertThat(new Spelling(reading(word)).acronymChance(WORD)).isGreaterThan(0.7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HONECKER", "BOKASSA", "KADAR", "MORALEDA", "HARGEISA"})
  void lettersTellANameFromAnAcronym(String word) {
    assertThat(new Spelling(reading(word)).acronymChance(WORD)).isLessThan(0.3);
  }

  @Test
  void chancesAddUpToOne() {
    double[] chances = new Spelling(reading("STEPANAKERTOVA")).chances(WORD);
    assertThat(chances[0] + chances[1] + chances[2])
        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
  }
}
