package org.cablebeam.transforms.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLineTest {
  @ParameterizedTest
  @CsvSource({
    "PAGE 01 BONN 19075 01 OF 04 101804Z, 1, BONN, 19075, ",
    "PAGE 02        STATE   015113  182333Z, 2, STATE, 15113, ",
    "PAGE 01 THE HA 00421 141337Z, 1, THE HA, 421, ",
    "PAGE 01 STATE 181062 TOSEC 190010, 1, STATE, 181062, TOSEC 190010",
    "SECRET PAGE 01 LISBON O1567 141828Z, 1, LISBON, 1567, ",
    "PAGE 01, 1, , , ",
    "UNCLASSIFIED    PAGE 12        ROME  00421  02 OF 02  141337Z, 12, ROME, 421, "
  })
  void readsPageStationAndNumber(
      String line, int page, String station, Long serial, String series) {
    PageLine read = PageLine.find(line, null).orElseThrow();
    assertThat(read.page()).isEqualTo(page);
    assertThat(read.station()).isEqualTo(station);
    assertThat(read.serial()).isEqualTo(serial);
    assertThat(read.series()).isEqualTo(series);
  }

  @Test
  void readsAPageLineBrokenInTwo() {
    PageLine read = PageLine.find("PAGE 01", "MOSCOW 30317 090657Z").orElseThrow();
    assertThat(read.station()).isEqualTo("MOSCOW");
    assertThat(read.serial()).isEqualTo(30317);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOMEPAGE 01", "PAGE", "PAGE TWO", "ON THE FRONT PAGE OF"})
  void findsNoneInText(String line) {
    assertThat(PageLine.find(line, null)).isEmpty();
  }
}
