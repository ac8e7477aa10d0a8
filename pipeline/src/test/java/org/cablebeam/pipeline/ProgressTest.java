package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cablebeam.transforms.LiveCounts;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.InputSplit.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Many files: by files.
        "1000|1000|300000000|250|260|80000000|3|60|25 %, 250 of 1,000 files, 260 messages, 80 MB,"
            + " 4/s, 3 rejects, 3:00 left",
        // A few files: by their size.
        "2|2|30000000|1|9000|15000000|0|30|50 %, 1 of 2 files, 9,000 messages, 15 MB, 300/s, 0"
            + " rejects, 0:30 left",
        // One large file, read in ranges.
        "1|20|300000000|9|9000|150000000|0|30|50 %, 9 of 20 parts, 9,000 messages, 150 MB, 300/s,"
            + " 0 rejects, 0:30 left",
        // One packed file, of which nobody knows how much is in it.
        "1|1|100000000|0|900|15000000|0|30|0 of 1 file, 900 messages, 15 MB, 30/s, 0 rejects",
        "1|1|1000000|40|9000|15000000|0|30|1 of 1 file, 9,000 messages, 15 MB, 300/s, 0 rejects",
        "1000|1000|300000000|1000|1000|300000000|0|100|putting together, 1,000 of 1,000 files,"
            + " 1,000 messages, 300 MB, 10/s, 0 rejects",
        "1000|1000|300000000|0|0|0|0|1|0 of 1,000 files, 0 messages, 0 MB, 0/s, 0 rejects",
      })
  void saysHowFarTheReadingIs(
      long files,
      int pieces,
      long bytes,
      long inputs,
      long messages,
      long characters,
      long rejects,
      double seconds,
      String line) {
    assertThat(
            Progress.line(
                plan(files, pieces, bytes),
                new LiveCounts(inputs, messages, characters, rejects),
                seconds,
                Integer.MAX_VALUE))
        .isEqualTo(line);
  }

  @Test
  void goesByTheTextWhereMostOfItIsInLargeFiles() {
    List<Input> inputs = new ArrayList<>();
    for (int range = 0; range < 20; range++) {
      inputs.add(Input.range("large", "large", range * 15_000_000L, (range + 1) * 15_000_000L));
    }
    IntStream.range(0, 1000).forEach(i -> inputs.add(Input.whole("a" + i, "a" + i)));
    InputPlan plan = new InputPlan(1001, 301_000_000, List.of(new InputSplit(0, inputs)), null);

    String line =
        Progress.line(plan, new LiveCounts(5, 20_000, 75_250_000, 0), 60, Integer.MAX_VALUE);

    assertThat(line)
        .isEqualTo("25 %, 5 of 1,020 parts, 20,000 messages, 75 MB, 333/s, 0 rejects, 3:00 left");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "79|25 %, 250 of 1,000 files, 260 messages, 80 MB, 4/s, 3 rejects, 3:00 left",
        "60|25 %, 260 messages, 4/s, 3 rejects, 3:00 left",
        "39|25 %, 260 messages, 3:00 left",
        "20|25 %, 3:00 left",
        "3|25",
      })
  void leavesOutWhatHasNoRoom(int room, String line) {
    String shown =
        Progress.line(
            plan(1000, 1000, 300_000_000), new LiveCounts(250, 260, 80_000_000, 3), 60, room);

    assertThat(shown.strip()).isEqualTo(line).hasSizeLessThanOrEqualTo(room);
  }

  private static InputPlan plan(long files, int pieces, long bytes) {
    List<Input> inputs =
        IntStream.range(0, pieces).mapToObj(i -> Input.whole("a" + i, "a" + i)).toList();
    return new InputPlan(files, bytes, List.of(new InputSplit(0, inputs)), null);
  }
}
