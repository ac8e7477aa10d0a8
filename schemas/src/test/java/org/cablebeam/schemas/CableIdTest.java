package org.cablebeam.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CableIdTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          74WARSAW421,              74WARSAW421
          1974WARSAW00421,          74WARSAW421
          1974WARSAW00421_b,        74WARSAW421
          1974WARSAW00421_b2,       74WARSAW421
          09MOSCOW421_a,            09MOSCOW421
          09 MOSCOW 421,            09MOSCOW421
          2009 moscow 421,          09MOSCOW421
          ' 09MOSCOW421 ',          09MOSCOW421
          09-MOSCOW-421,            09MOSCOW421
          ’09 MOSCOW 421,           09MOSCOW421
          08 RIO DE JANEIRO 7,      08RIODEJANEIRO7
          08 N'DJAMENA 7,           08NDJAMENA7
          08 PORT-OF-SPAIN 7,       08PORTOFSPAIN7
          08 ST. PETERSBURG 7,      08STPETERSBURG7
          08BANDARSERIBEGAWAN1234567, 08BANDARSERIBEGAWAN1234567
          08ROME00000007,           08ROME7
          66ROME1,                  66ROME1
          00ROME1,                  00ROME1
          """)
  void readsEveryWrittenForm(String text, String canonical) {
    assertThat(CableId.parse(text)).map(CableId::toString).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1975THEHA00421,   75THEHAGUE421
          1975MATAMO00421,  75MATAMOROS421
          1977USUNN00421,   77USUNNEWYORK421
          1975USBERL00421,  75USBERLIN421
          1978OSAKA00421,   78OSAKAKOBE421
          1977SANJO00421,   77SANJOSE421
          1979PORTL00421,   79PORTLOUIS421
          1975MOGADI00421,  75MOGADISHU421
          1975TELAV00421,   75TELAVIV421
          """)
  void expandsStationsCutToSixCharacters(String text, String canonical) {
    assertThat(CableId.parse(text)).map(CableId::toString).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          09USUN421,       09USUNNEWYORK421
          09USEU421,       09USEUBRUSSELS421
          09BRUSSELS421,   09BRUSSELS421
          09UNVIE421,      09UNVIEVIENNA421
          09VIENNA421,     09VIENNA421
          09SECSTATE421,   09STATE421
          09SECDEF421,     09SECDEF421
          09PARISFR421,    09UNESCOPARISFR421
          09PARIS421,      09PARIS421
          09RPODUBAI421,   09IRANRPODUBAI421
          09DUBAI421,      09DUBAI421
          05BONN421,       05BONN421
          05BERLIN421,     05BERLIN421
          05ALMATY421,     05ALMATY421
          05ASTANA421,     05ASTANA421
          """)
  void namesOnePostByOneNameAndKeepsNeighboursApart(String text, String canonical) {
    assertThat(CableId.parse(text)).map(CableId::toString).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          74PEKING421,     74PEKING421
          09PEKING421,     09BEIJING421
          74BEIJING421,    74PEKING421
          05KIEV421,       05KIEV421
          06KIEV421,       06KIEV421
          06KYIV421,       06KYIV421
          09KIEV421,       09KYIV421
          75TAIPEI421,     75TAIPEI421
          09TAIPEI421,     09AITTAIPEI421
          09CALCUTTA421,   09KOLKATA421
          95MADRAS421,     95MADRAS421
          09MADRAS421,     09CHENNAI421
          75HARARE421,     75SALISBURY421
          """)
  void givesARenamedPostItsNameOfTheYear(String text, String canonical) {
    assertThat(CableId.parse(text)).map(CableId::toString).contains(canonical);
    CableId id = CableId.parse(text).orElseThrow();
    String printed = text.replaceAll("[0-9]", "");
    assertThat(CableId.of(id.year(), printed, 421)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          66STATE CA-3400,   STATE,   CA-, 66STATECA-3400
          66STATECA-3400,    STATE,   CA-, 66STATECA-3400
          66WARSAW A-12,     WARSAW,  A-,  66WARSAWA-12
          66WARSAWA-12,      WARSAW,  A-,  66WARSAWA-12
          05OTTAWA-57,       OTTAWA,  '',  05OTTAWA57
          05SANAA-57,        SANAA,   '',  05SANAA57
          75SECTO 5012,      SECTO,   '',  75SECTO5012
          75TOSEC140323,     TOSEC,   '',  75TOSEC140323
          """)
  void tellsOtherSeriesApart(String text, String post, String series, String canonical) {
    CableId id = CableId.parse(text).orElseThrow();
    assertThat(id.post()).isEqualTo(post);
    assertThat(id.series()).isEqualTo(series);
    assertThat(id).hasToString(canonical);
    assertThat(CableId.parse(canonical)).contains(id);
  }

  @Test
  void keepsTheLettersOfAStationItDoesNotKnow() {
    assertThat(CableId.parse("09 FREEDONIA 421")).contains(new CableId(2009, "FREEDONIA", 421, ""));
  }

  @ParameterizedTest
  @CsvSource({"50,1950", "66,1966", "99,1999", "00,2000", "10,2010", "49,2049", "1966,1966"})
  void turnsTwoDigitsIntoAYear(String printed, int year) {
    assertThat(CableId.parse(printed + "ROME1")).map(CableId::year).contains(year);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "09",
        "MOSCOW421",
        "09MOSCOW",
        "9MOSCOW421",
        "094MOSCOW421",
        "20091MOSCOW421",
        "1066MOSCOW421",
        "09MOSCOW123456789",
        "09MOSCOW421 AND PREVIOUS",
        "09MOSCOW421_",
        "09MOSCOW421_B",
        "09MOS/COW421",
        "09MOSCOW4.21",
        "09 421",
        "09 - 421",
        "09X421",
        "09ABCDEFGHIJKLMNOPQRSTU421",
        "092OF5",
        "09MOSCOW0",
        "09MOSCOW00000",
        "09M\u041eSCOW421",
      })
  void refusesWhatIsNoNumber(String text) {
    assertThat(CableId.parse(text)).isEmpty();
  }

  @Test
  void refusesALongTextAtOnce() {
    assertThat(CableId.parse("1".repeat(1_000_000))).isEmpty();
    assertThat(CableId.parse("09" + "A".repeat(1_000_000) + "1")).isEmpty();
    assertThat(CableId.parse("09" + " ".repeat(1_000_000) + "1")).isEmpty();
  }

  @Test
  void neverThrowsAndReadsWhatItWrote() {
    Random random = new Random(1966);
    String[] parts = {
      "09",
      "1974",
      " ",
      "-",
      "'",
      "_",
      "b2",
      "MOSCOW",
      "TEL AV",
      "A-",
      "CA-",
      "421",
      "0",
      "x",
      "é",
      "\ud83d",
      "\u0000",
      "PEKING",
      "/",
      "123456789"
    };
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(7); j >= 0; j--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      Optional<CableId> id = CableId.parse(text.toString());
      if (id.isPresent()) {
        read++;
        assertThat(CableId.parse(id.get().toString())).as(text.toString()).isEqualTo(id);
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void writesAndReadsTheSame() {
    CableId id = CableId.of(2009, "MOSCOW", 2935);
    assertThat(id).hasToString("09MOSCOW2935");
    assertThat(CableId.parse(id.toString())).contains(id);
  }
}
