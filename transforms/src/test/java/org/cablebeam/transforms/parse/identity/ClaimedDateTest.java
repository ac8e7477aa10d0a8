package org.cablebeam.transforms.parse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2009-12-03 06:41 | 2009-12-03T06:41",
        "12/3/2009 6:41 | 2009-12-03T06:41",
        "04 MAY 1976 | 1976-05-04T00:00",
        "06 dec 1978 | 1978-12-06T00:00",
        "2002-11-15T12:40:00 | 2002-11-15T12:40",
        "Tuesday, 27 April 2010, 13:24 | 2010-04-27T13:24",
        "May 4, 1976 | 1976-05-04T00:00",
        "01-Jan-1994 12:00:00 am | 1994-01-01T00:00",
        "31/12/2019 | 2019-12-31T00:00",
        "06-SEP-07 | 2007-09-06T00:00",
        "2/25/08 1:05 PM | 2008-02-25T13:05"
      })
  void readsTheShapesOfTheContainers(String text, String moment) {
    assertThat(ClaimedDate.read(text)).map(date -> date.moment().toString()).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01 JAN 1960",
        "n/a",
        "",
        "13/13/2009",
        "31 APR 1976",
        "PAGE 3 OF 12 1999",
        "119154",
        "12 JANE 1999 MOSCOW",
        "1 2 3"
      })
  void makesNothingOfOtherText(String text) {
    assertThat(ClaimedDate.read(text)).isEmpty();
  }
}
