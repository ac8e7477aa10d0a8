package org.cablebeam.transforms.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.cablebeam.schemas.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelReaderTest {
  private final LevelReader levels = new LevelReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S E C R E T MOSCOW 002935                          | SECRET
          C O N F I D E N T I A L SECTION 01 OF 02 LIMA 12   | CONFIDENTIAL
          T O P  S E C R E T STATE 000012                    | TOP_SECRET
          TOP SECRET STATE 000012                            | TOP_SECRET
          UNCLAS TEL AVIV 000123                             | UNCLASSIFIED
          UNCLAS E F T O RIGA 000123                         | UNCLASSIFIED
          UNCLASSIFIED LIMA 0001                             | UNCLASSIFIED
          UNCLASS LIMA 0001                                  | UNCLASSIFIED
          LIMITED OFFICIAL USE BONN 03689                    | LIMITED_OFFICIAL_USE
          L I M I T E D  O F F I C I A L  U S E BONN 1       | LIMITED_OFFICIAL_USE
          LOU BONN 1                                         | LIMITED_OFFICIAL_USE
          R E S T R I C T E D LONDON 0012                    | RESTRICTED
          SECRET//NOFORN STATE 1                             | SECRET
          SECRETVZCZCXRO2956                                 | SECRET
          SECRETSIPDIS                                       | SECRET
          UNCLASSTATE 12                                     | UNCLASSIFIED
          SECRET                                             | SECRET
          FOR OFFICIAL USE ONLY LIMA 1                       | UNCLASSIFIED
          SENSITIVE BUT UNCLASSIFIED LIMA 1                  | UNCLASSIFIED
          CONFIDENTIAL                                       | CONFIDENTIAL
          CO N F I D E N T I A L LIMA 1                      | CONFIDENTIAL
          SE C R E T LIMA 1                                  | SECRET
          C ONFIDENTIAL LIMA 1                               | CONFIDENTIAL
          S e c r e t state 004134                           | SECRET
          > S E C R E T LIMA 1                               | SECRET
          2S E C R E T LIMA 1                                | SECRET
          """)
  void readsALevelWhateverTheBlanks(String line, Level level) {
    assertThat(levels.read(line))
        .hasValueSatisfying(
            found -> {
              assertThat(found.level()).isEqualTo(level);
              assertThat(found.repaired()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          E C R E T LIMA 1                    | SECRET
          O N F I D E N T I A L LIMA 1        | CONFIDENTIAL
          NCLAS LIMA 1                        | UNCLASSIFIED
          SS E C R E T LIMA 1                 | SECRET
          UUNCLAS LIMA 1                      | UNCLASSIFIED
          CSE C R E T LIMA 1                  | SECRET
          C O N F I D N T I A L LIMA 1        | CONFIDENTIAL
          C O N F I E D N T I A L LIMA 1      | CONFIDENTIAL
          UNCALS LIMA 1                       | UNCLASSIFIED
          LIMITED OFFICAL USE LIMA 1          | LIMITED_OFFICIAL_USE
          S E C R  T MADRID 1                 | SECRET
          """)
  void readsALevelThatLostOrGainedLetters(String line, Level level) {
    assertThat(levels.read(line))
        .hasValueSatisfying(
            found -> {
              assertThat(found.level()).isEqualTo(level);
              assertThat(found.repaired()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "AMEMBASSY LIMA",
        "SECRETARY AIRCRAFT",
        "SECRETARIAT",
        "CLASSIFIED BY",
        "DECLASSIFIED",
        "TO",
        "(B)",
        "S E C",
        "LOUISVILLE 12"
      })
  void readsNoLevelWhereNoneIs(String line) {
    assertThat(levels.read(line)).isEmpty();
  }
}
