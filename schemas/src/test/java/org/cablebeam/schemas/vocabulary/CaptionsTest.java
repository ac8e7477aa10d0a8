package org.cablebeam.schemas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.cablebeam.schemas.vocabulary.Captions.Caption;
import org.cablebeam.schemas.vocabulary.Captions.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionsTest {
  private final Captions captions = Captions.standard();

  @ParameterizedTest
  @CsvSource({
    "SIPDIS, SIPDIS, CAPTION",
    "sipdis, SIPDIS, CAPTION",
    "E X D I S, EXDIS, CAPTION",
    "NO FORN, NOFORN, CONTROL",
    "SENSITIVE BUT UNCLASSIFIED, SBU, CONTROL",
    "SENSITIVE, SBU, CONTROL",
    "E F T O, EFTO, CONTROL",
    "FOR OFFICIAL USE ONLY, FOUO, CONTROL",
    "Roger Channel, ROGER CHANNEL, CHANNEL",
    "VISA VIPER, VISAS VIPER, CAPTION",
    "OFFICIAL-INFORMAL, OFFICIAL INFORMAL, CAPTION",
    "C O R R E C T E D  C O P Y, CORRECTED COPY, CAPTION",
    "AIDAC, AIDAC, ATTENTION",
    "TOSEC, TOSEC, SERIES",
    "ORCON, ORCON, CONTROL",
  })
  void findsACaptionInEverySpelling(String text, String code, Kind kind) {
    assertThat(captions.find(text)).map(Caption::code).contains(code);
    assertThat(captions.find(text)).map(Caption::kind).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SIPDI", "DEPT FOR EUR/WE", "SUBJECT", "CONFIDENTIAL"})
  void findsNothingForOtherText(String text) {
    assertThat(captions.find(text)).isEmpty();
  }

  @Test
  void listsCodesInOrderInUpperCase() {
    assertThat(captions.all())
        .extracting(Caption::code)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[A-Z]+( [A-Z]+)*"));
  }

  @Test
  void findsEverySpellingItLists() {
    for (Caption caption : captions.all()) {
      assertThat(caption.name()).isNotBlank();
      assertThat(captions.find(caption.code())).contains(caption);
      for (String spelling : caption.spellings()) {
        assertThat(captions.find(spelling)).as(spelling).contains(caption);
        assertThat(Keys.of(spelling)).as(spelling).isNotEqualTo(Keys.of(caption.code()));
      }
    }
  }
}
