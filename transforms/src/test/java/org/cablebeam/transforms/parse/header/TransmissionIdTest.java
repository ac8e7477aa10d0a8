package org.cablebeam.transforms.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransmissionIdTest {
  @ParameterizedTest
  @CsvSource({
    "VZCZCXRO1234, VZCZCXRO1234",
    "VZCZCXYZ0007, VZCZCXYZ0007",
    "SECRETVZCZCXRO2957\\, VZCZCXRO2957",
    "vzczcxro0421, VZCZCXRO0421",
    "VZCZCMDI1, VZCZCMDI1",
    "VZCZCXRO 0421, VZCZCXRO0421",
    "VZCZCXRO0421PP RUEHAB, VZCZCXRO0421"
  })
  void findsTheIdWhateverIsGluedToIt(String line, String id) {
    assertThat(TransmissionId.find(line)).map(TransmissionId::text).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VZCZ", "VZCZCXRO", "ZCZCXRO1234", "VZCZCXROXX1234", ""})
  void findsNoneInOtherLines(String line) {
    assertThat(TransmissionId.find(line)).isEmpty();
  }
}
