package org.cablebeam.transforms.parse.heading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of subjects, a construct a row; a bar is a line end. */
class SubjectLineTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "TALKS RESUME > TALKS RESUME",
        "TALKS|RESUME > TALKS RESUME",
        "TALKS  RESUME||IN LODZ > TALKS RESUME",
        "TALKS RESUME|SUMMARY: X > TALKS RESUME",
        "TALKS RESUME|------- > TALKS RESUME",
        "TALKS RESUME|Monday, May 3 > TALKS RESUME",
        "TALKS RESUME|This is an action request. > TALKS RESUME",
        "TALKS RESUME|SENSITIVE BUT UNCLASSIFIED > TALKS RESUME",
        "|TALKS RESUME > TALKS RESUME",
        "TALKS RESUME \\ > TALKS RESUME",
        "US-|LATIN TALKS > US-LATIN TALKS",
        "U.S.-|LATIN TALKS > U.S.-LATIN TALKS",
        "INTER-|NATIONAL TALKS > INTER- NATIONAL TALKS",
        "VISIT (JUL 30 - JUL 31) > VISIT (JUL 30 - JUL 31)",
        "FISH (ICELAND) > FISH (ICELAND)",
        "NOTE (CORRECTED COPY) > NOTE (CORRECTED COPY)",
      })
  void joinsItsLines(String field, String expected) {
    assertThat(SubjectLine.read(field.replace("|", "\n"), false).text()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "(C) TALKS RESUME > C > TALKS RESUME",
        "(S/NF) TALKS RESUME > S/NF > TALKS RESUME",
        "(C//NF) TALKS RESUME > C//NF > TALKS RESUME",
        "(SBU) TALKS RESUME > SBU > TALKS RESUME",
        "TALKS RESUME (U) > U > TALKS RESUME",
        "(U) TALKS RESUME (U) > U > TALKS RESUME",
      })
  void partsTheMarking(String field, String marking, String expected) {
    SubjectLine read = SubjectLine.read(field, false);
    assertThat(read.marking()).isEqualTo(marking);
    assertThat(read.text()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "TALKS: PART 2 OF 3 > 2 > 3",
        "TALKS (1 OF 2) > 1 > 2",
        "TALKS, PART TWO OF THREE > 2 > 3",
        "TALKS - PART II OF IV > 2 > 4",
        "TALKS PART 1/2 > 1 > 2",
        "TALKS OF 2 PARTIES > 0 > 0",
      })
  void readsPartMarkers(String field, int part, int parts) {
    SubjectLine read = SubjectLine.read(field, false);
    assertThat(read.part()).isEqualTo(part);
    assertThat(read.parts()).isEqualTo(parts);
  }

  @Test
  void endsInDoubleSpacedTextWhereTheNextWordHadRoom() {
    String field =
        "THE MILLS OF LODZ AND THE WHEAT FROM THE\nEAST OF THE LAND\n"
            + "THE MILLS HAVE BEEN CLOSED SINCE THE FIRST OF MAY\nAND WILL STAY SO.";
    assertThat(SubjectLine.read(field, true).text())
        .isEqualTo("THE MILLS OF LODZ AND THE WHEAT FROM THE EAST OF THE LAND");
  }
}
