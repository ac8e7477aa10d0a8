package org.cablebeam.transforms.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jane Sample for reason 1.4 (b) and (d).          | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 (b), (d)                | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 (b,d)                   | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 (b/d)                   | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 (b+d)                   | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 b and d                 | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 b/d                     | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 b&d                     | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 ( b) and (d )           | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4(bd)                     | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 (b) (c) and (d)         | 1.4(b) 1.4(c) 1.4(d)
          Jane Sample, reasons 1.4 (b-d)                   | 1.4(b) 1.4(c) 1.4(d)
          Jane Sample, reasons 1.4 (B)-(D)                 | 1.4(b) 1.4(c) 1.4(d)
          Jane Sample, reasons 1.4 (b) - (d)               | 1.4(b) 1.4(d)
          Jane Sample, reasons 1. 4 (b)                    | 1.4(b)
          Jane Sample, reasons 1,4 (b)                     | 1.4(b)
          Jane Sample, reasons 1.4.b                       | 1.4(b)
          Jane Sample, reasons 14(b)                       | 1.4(b)
          JANE SAMPLE, REASONS: 1.5 (B) AND (D)            | 1.5(b) 1.5(d)
          Jane Sample, 1.4(b) and 1.5(d)                   | 1.4(b) 1.5(d)
          Jane Sample, reasons 1.4 paras (b) and (d)       | 1.4(b) 1.4(d)
          Jane Sample, reasons 1.4 subsections (b) and (d) | 1.4(b) 1.4(d)
          Jane Sample, 1.4 (b), (d) 1. (C) Summary         | 1.4(b) 1.4(d)
          Jane Sample, 1.5 (B) E.O. 12958                  | 1.5(b)
          Jane Sample, 1.4 (b) and (d). A dry spring       | 1.4(b) 1.4(d)
          Jane Sample, reasons (b) and (d)                 | 1.4(b) 1.4(d)
          """)
  void readsTheLetters(String line, String expected) {
    assertThat(String.join(" ", Reasons.read(line, LocalDate.of(2009, 1, 1)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jane Sample
          Jane Sample, December 1.5 million
          Jane Sample, 11/4 (b)
          Jane Sample for reason of state
          """)
  void readsNoneWhereNoneIsGiven(String line) {
    assertThat(Reasons.read(line, LocalDate.of(2009, 1, 1))).isEmpty();
  }
}
