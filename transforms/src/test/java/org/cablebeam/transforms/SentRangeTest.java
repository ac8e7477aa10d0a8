package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentRangeTest {
  @ParameterizedTest
  @CsvSource({
    "2009, 2010, 2008-12-31T23:59:59.999Z, false",
    "2009, 2010, 2009-01-01T00:00:00Z, true",
    "2009, 2010, 2009-12-31T23:59:59.999Z, true",
    "2009, 2010, 2010-01-01T00:00:00Z, false",
    "2009-02, , 2009-01-31T23:59:00Z, false",
    "2009-02, , 2009-02-01T00:00:00Z, true",
    ", 2009-02-10, 2009-02-09T23:59:00Z, true",
    ", 2009-02-10, 2009-02-10T00:00:00Z, false",
    "2009-02-10T12:00:00Z, , 2009-02-10T11:59:00Z, false",
    "2009-02-10T12:00:00Z, , 2009-02-10T12:00:00Z, true",
  })
  void beginsInclusiveAndEndsExclusive(String since, String until, Instant sent, boolean covered) {
    assertThat(SentRange.of(since, until).covers(sent)).isEqualTo(covered);
  }

  @Test
  void onlyTheRangeOfAllHasCablesWithoutADate() {
    assertThat(SentRange.of(null, null)).isEqualTo(SentRange.ALL);
    assertThat(SentRange.ALL.covers(null)).isTrue();
    assertThat(SentRange.of("1966", null).covers(null)).isFalse();
    assertThat(SentRange.of(null, "2011").covers(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "09-02-03", "2009-13", "2009-02-30", "200x", "2009/2/3"})
  void refusesWhatIsNoDate(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SentRange.of(text, null))
        .withMessageStartingWith(text + " is no date");
  }

  @Test
  void refusesAnEndThatIsNotBehindTheBeginning() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SentRange.of("2009", "2009-01-01"))
        .withMessage("nothing is sent since 2009 and before 2009-01-01: the end is exclusive");
  }
}
