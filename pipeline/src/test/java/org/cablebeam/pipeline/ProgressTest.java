package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cablebeam.transforms.LiveCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Many files: by files.
        "1000|300000000|250|260|80000000|3|60|25 %, 250 of 1,000 files, 260 messages, 80 MB, 4/s, 3"
            + " rejects, 3:00 left",
        // One file: by its size.
        "1|300000000|0|9000|150000000|0|30|50 %, 0 of 1 files, 9,000 messages, 150 MB, 300/s, 0"
            + " rejects, 0:30 left",
        // One packed file, of which nobody knows how much is in it.
        "1|1000000|40|9000|15000000|0|30|1 of 1 files, 9,000 messages, 15 MB, 300/s, 0 rejects",
        "1000|300000000|1000|1000|300000000|0|100|putting together, 1,000 of 1,000 files, 1,000"
            + " messages, 300 MB, 10/s, 0 rejects",
        "1000|300000000|0|0|0|0|1|0 of 1,000 files, 0 messages, 0 MB, 0/s, 0 rejects",
      })
  void saysHowFarTheReadingIs(
      long files,
      long bytes,
      long inputs,
      long messages,
      long characters,
      long rejects,
      double seconds,
      String line) {
    assertThat(
            Progress.line(
                new InputPlan(files, bytes, List.of(), null),
                new LiveCounts(inputs, messages, characters, rejects),
                seconds))
        .isEqualTo(line);
  }
}
