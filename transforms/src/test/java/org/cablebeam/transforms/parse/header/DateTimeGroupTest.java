package org.cablebeam.transforms.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.cablebeam.schemas.Precedence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeGroupTest {
  @ParameterizedTest
  @CsvSource({
    "P R 141337Z FEB 08, 2008-02-14T13:37, PRIORITY ROUTINE",
    "O 141337Z FEB 74, 1974-02-14T13:37, IMMEDIATE",
    "ZZ 010000Z JAN 50, 1950-01-01T00:00, FLASH",
    "Z 312359Z DEC 49, , FLASH",
    "271036Z Apr 00, 2000-04-27T10:36, ''",
    "P 251346 Z JUN 7 3, 1973-06-25T13:46, PRIORITY",
    "R 141337Z FEBRUARY 79, 1979-02-14T13:37, ROUTINE",
    "R 141337Z SEPT 79, 1979-09-14T13:37, ROUTINE",
    "R 141337 FEB 79, 1979-02-14T13:37, ROUTINE",
    "R 141337Z FEBFEB 09, 2009-02-14T13:37, ROUTINE",
    "R 141337Z FRB 09, 2009-02-14T13:37, ROUTINE",
    "R 141337ZFEB09, 2009-02-14T13:37, ROUTINE",
    "R 141337Z FEB 2009, 2009-02-14T13:37, ROUTINE",
    "r 141337z feb 09, 2009-02-14T13:37, ROUTINE",
    "R141337Z FEB 09, 2009-02-14T13:37, ROUTINE",
    "0 P 141337Z FEB 09, 2009-02-14T13:37, IMMEDIATE PRIORITY",
    "R 1413372 FEB 09, 2009-02-14T13:37, ROUTINE",
    "R 14I337Z FEB O9, 2009-02-14T13:37, ROUTINE",
    "R I4I337Z FEB 09, 2009-02-14T13:37, ROUTINE",
    "R 14IS37Z FEB 09, 2009-02-14T15:37, ROUTINE",
    "R 141337Z/FEB 09, 2009-02-14T13:37, ROUTINE",
    "PQR 141337Z FEB 08, 2008-02-14T13:37, PRIORITY ROUTINE",
    "Q R 141337Z FEB 08, 2008-02-14T13:37, ROUTINE",
    "P R 141337Q FEB 08, 2008-02-14T13:37, PRIORITY ROUTINE",
    "P R 141337ZZ FEB 08, 2008-02-14T13:37, PRIORITY ROUTINE",
    "P R 141337Z FEB;08, 2008-02-14T13:37, PRIORITY ROUTINE",
    "P R 141337Z FEB 008, 2008-02-14T13:37, PRIORITY ROUTINE",
    "P R 141337Z FEB 018, , PRIORITY ROUTINE",
    "P 14 FEB 08 1337Z, 2008-02-14T13:37, PRIORITY",
    "O P R 141337Z FEB 08, 2008-02-14T13:37, IMMEDIATE PRIORITY ROUTINE",
    "R 310900Z APR 09, , ROUTINE"
  })
  void readsTheGroupAndItsDamagedForms(String line, String moment, String precedences) {
    DateTimeGroup group = DateTimeGroup.read(line).orElseThrow();
    assertThat(group.moment(null, null).map(Object::toString).orElse(null)).isEqualTo(moment);
    assertThat(group.precedences().stream().map(Precedence::name).collect(Collectors.joining(" ")))
        .isEqualTo(precedences);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "141337Z",
        "PAGE 01 BONN 19075 141337Z",
        "------------------141337Z 123456 /38",
        "321337Z FEB 09",
        "R 142537 FEB 09",
        "FM AMEMBASSY ROME",
        "1. THE TALKS",
        ""
      })
  void readsNothingElse(String line) {
    assertThat(DateTimeGroup.read(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R 321337Z FEB 09",
        "R 142537Z FEB 09",
        "R 14137Z FEB 09",
        "R 1411337Z FEB 09",
        "R 14Q337Z FEB 09",
        "R 3112642 FEB 09"
      })
  void readsTheYearWhereTheClockCannotBeRead(String line) {
    assertThat(DateTimeGroup.read(line))
        .hasValueSatisfying(
            group -> {
              assertThat(group.year()).isEqualTo(2009);
              assertThat(group.moment(45, null)).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "141337Z FEB 08, false",
    "141337Z FEBRUARY 08, true",
    "1413 37Z FEB 08, true",
    "141337 FEB 08, true"
  })
  void saysWhetherItWasPutRight(String line, boolean damaged) {
    assertThat(DateTimeGroup.read(line).orElseThrow().damaged()).isEqualTo(damaged);
  }

  @Test
  void findsAGarbledMonthByTheDayOfTheYear() {
    DateTimeGroup group = DateTimeGroup.read("P 141337Z XQB 08").orElseThrow();
    assertThat(group.month()).isNull();
    assertThat(group.moment(45, null)).hasToString("Optional[2008-02-14T13:37]");
    assertThat(group.moment(46, null)).hasToString("Optional[2008-02-14T13:37]");
    assertThat(group.moment(60, null)).isEmpty();
    assertThat(group.moment(null, null)).isEmpty();
  }

  @Test
  void findsADayOfWhichADigitIsLost() {
    DateTimeGroup group = DateTimeGroup.read("P 41337Z FEB 08").orElseThrow();
    assertThat(group.damaged()).isTrue();
    assertThat(group.moment(45, null)).hasToString("Optional[2008-02-14T13:37]");
    assertThat(group.moment(46, null)).hasToString("Optional[2008-02-14T13:37]");
    assertThat(group.moment(44, null)).isEmpty();
    assertThat(group.moment(null, null)).isEmpty();
    // Of the 2nd, 13:37 may have lost its 1 as well.
    assertThat(DateTimeGroup.read("P 02337Z FEB 08").orElseThrow().moment(33, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"P Q41337Z FEB 08", "P 1Q1337Z FEB 08", "P 141337Z F%B 08"})
  void findsWhatIsUnreadableOfADateByTheDayOfTheYear(String line) {
    DateTimeGroup group = DateTimeGroup.read(line).orElseThrow();
    assertThat(group.damaged()).isTrue();
    assertThat(group.moment(45, null)).hasToString("Optional[2008-02-14T13:37]");
    assertThat(group.moment(60, null)).isEmpty();
  }

  @Test
  void findsAMonthOfNoiseByTheDayOfTheYear() {
    DateTimeGroup group = DateTimeGroup.read("P 141337Z %B& 08").orElseThrow();
    assertThat(group.moment(45, null)).hasToString("Optional[2008-02-14T13:37]");
    assertThat(DateTimeGroup.read("141337Z %B& 08")).isEmpty();
  }

  @Test
  void takesAMissingYearFromElsewhere() {
    DateTimeGroup group = DateTimeGroup.read("P 141337Z FEB").orElseThrow();
    assertThat(group.moment(null, 1977)).hasToString("Optional[1977-02-14T13:37]");
    assertThat(group.text()).isEqualTo("141337Z FEB");
  }

  @Test
  void keepsTheGroupAsFoundAndWhatStandsBehind() {
    DateTimeGroup group = DateTimeGroup.read("O P 141337Z FEB 08 ZDK CTG1234").orElseThrow();
    assertThat(group.text()).isEqualTo("141337Z FEB 08");
    assertThat(group.tail()).isEqualTo("ZDK CTG1234");
  }
}
