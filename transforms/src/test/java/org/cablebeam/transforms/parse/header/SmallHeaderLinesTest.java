package org.cablebeam.transforms.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallHeaderLinesTest {
  @ParameterizedTest
  @CsvSource({
    "PP RUEHAB RUEHCD, PRIORITY, 2",
    "OO RUEHAB, IMMEDIATE, 1",
    "RR RUEHAB, ROUTINE, 1",
    "ZZ RUEHAB, FLASH, 1",
    "PP, PRIORITY, 0"
  })
  void readsRoutingLines(String line, Precedence precedence, int stations) {
    RoutingLine read = RoutingLine.read(line).orElseThrow();
    assertThat(read.precedence()).isEqualTo(precedence);
    assertThat(read.indicators()).hasSize(stations);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PP AMEMBASSY ROME", "P RUEHAB", "OOPS RUEHAB", "RR 12", ""})
  void takesNothingElseForARoutingLine(String line) {
    assertThat(RoutingLine.read(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ZNY CCCCC ZZH, CCCCC, ZZH",
    "ZNR UUUUU ZZH ZDK, UUUUU, ZZH ZDK",
    "ZNY SSSAA, SSSAA, ''",
    "*ZNY CCCCC ZZH, CCCCC, ZZH",
    "ZNY CCCC ZZH, CCCC, ZZH"
  })
  void readsSecurityLines(String line, String group, String signals) {
    assertThat(SecurityLine.read(line)).contains(new SecurityLine(group, signals));
  }

  @ParameterizedTest
  @CsvSource({
    "ZDK, true, false, false",
    "ZZH ZDS, false, true, false",
    "ZZH (CCY CHANGED SUB AD07X MSI5903), false, true, false",
    "ZFR, false, false, true",
    "//ZDK//, true, false, false",
    "ZZH ZUI ZEL, false, false, false",
    "XZDKX, false, false, false"
  })
  void readsOperatingSignals(String text, boolean again, boolean corrected, boolean cancelled) {
    assertThat(OperatingSignals.read(text))
        .isEqualTo(new OperatingSignals(again, corrected, cancelled));
  }

  @ParameterizedTest
  @CsvSource({
    "FM AMEMBASSY FREEDONIA, AMEMBASSY FREEDONIA",
    "FM RUEHXX/AMEMBASSY FREEDONIA, AMEMBASSY FREEDONIA",
    "FM SECSTATE WASHDC \\, SECSTATE WASHDC",
    "FM: USMISSION USUN NEW YORK, USMISSION USUN NEW YORK"
  })
  void readsTheSender(String line, String name) {
    assertThat(Sender.read(line)).contains(new Sender(name));
  }

  @ParameterizedTest
  @CsvSource({
    "PRIORITY, PRIORITY",
    "PIORITY, PRIORITY",
    "PRIROITY, PRIORITY",
    "IMMEDIAT, IMMEDIATE",
    "IMMEDAITE, IMMEDIATE",
    "NIACT, NIACT_IMMEDIATE",
    "ROUTNE, ROUTINE",
    "FLASH, FLASH"
  })
  void readsMisspeltPrecedences(String word, Precedence precedence) {
    assertThat(Precedences.ofWord(word)).contains(precedence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROME", "FLASK", "POUCH", "MEDIA", "PRIOR", "ROUTER", ""})
  void takesNoOtherWordForAPrecedence(String word) {
    assertThat(Precedences.ofWord(word)).isEmpty();
  }

  @Test
  void countsASwapOfNeighboursOnce() {
    assertThat(Spelling.within("PRIROITY", "PRIORITY", 1)).isTrue();
    assertThat(Spelling.within("PRXXRITY", "PRIORITY", 1)).isFalse();
  }
}
