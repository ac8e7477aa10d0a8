package org.cablebeam.transforms.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginatingStationTest {
  @ParameterizedTest
  @CsvSource({
    "DE RUEHXX #0421/01 0451337, RUEHXX, 421, 1, 45",
    "DE RUEHXX #0421 0451337, RUEHXX, 421, , 45",
    "DE RUEHXX#0421/12 3661337, RUEHXX, 421, 12, 366",
    "DE RUEHXX 0421 0451337, RUEHXX, 421, , 45",
    "DE RUEHXX # 0421, RUEHXX, 421, , ",
    "IDE RUEHXX #0421 0451337, RUEHXX, 421, , 45",
    "DE RUEHXX 0451337, RUEHXX, , , 45",
    "DE RUEHXX, RUEHXX, , , ",
    "DE RUEHXX #0421 3991337, RUEHXX, 421, , "
  })
  void readsStationNumberSectionAndDay(
      String line, String indicator, Integer number, Integer section, Integer day) {
    assertThat(OriginatingStation.read(line))
        .contains(new OriginatingStation(indicator, number, section, day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE JANEIRO", "DEPT FOR EUR", "DE LA PAZ 5", "", "D"})
  void readsNothingElse(String line) {
    assertThat(OriginatingStation.read(line)).isEmpty();
  }
}
