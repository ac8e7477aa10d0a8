package org.cablebeam.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final int CABLES = 20_000;

  @Test
  void composesTheSameCableWheneverItIsAsked() {
    Composer composer = new Composer(7, 1_000, 0.5);
    SyntheticCable first = composer.cable(617);
    composer.cable(3);

    assertThat(composer.cable(617)).isEqualTo(first);
    assertThat(new Composer(7, 1_000, 0.5).cable(617)).isEqualTo(first);
    assertThat(new Composer(8, 1_000, 0.5).cable(617)).isNotEqualTo(first);
  }

  @Test
  void hasNumbersThatNeverRepeatAndRiseWithTime() {
    Composer composer = new Composer(1, CABLES, 0);
    Set<String> ids = new HashSet<>();
    Map<String, Long> serials = new HashMap<>();
    Instant last = Instant.MIN;
    for (int place = 0; place < CABLES; place++) {
      SyntheticCable cable = composer.cable(place);
      Long before = serials.put(cable.year() + cable.post().id(), cable.serial());
      boolean sound =
          ids.add(cable.id())
              && !cable.sentAt().isBefore(last)
              && ids.containsAll(cable.references())
              && cable.serial() > (before == null ? 0 : before);
      assertThat(sound).as(cable.id()).isTrue();
      last = cable.sentAt();
    }
  }

  @Test
  void hasTheSizesOfRealCorpora() {
    Composer composer = new Composer(1, CABLES, 0.1);
    long bytes = 0;
    int longest = 0;
    Set<Era> eras = EnumSet.noneOf(Era.class);
    Set<Irregularity> irregularities = EnumSet.noneOf(Irregularity.class);
    int irregular = 0;
    for (int place = 0; place < CABLES; place++) {
      SyntheticCable cable = composer.cable(place);
      int length = cable.transmissions().stream().mapToInt(t -> t.text().length()).sum();
      bytes += length;
      longest = Math.max(longest, length);
      eras.add(Era.of(cable.year()));
      if (cable.irregularity() != null) {
        irregularities.add(cable.irregularity());
        irregular++;
      }
    }
    assertThat(bytes / CABLES).isBetween(5_000L, 7_500L);
    assertThat(longest).isGreaterThan(100_000);
    assertThat(eras).containsExactly(Era.values());
    assertThat(irregularities).containsExactly(Irregularity.values());
    assertThat(irregular / (double) CABLES).isBetween(0.08, 0.12);
  }

  @Test
  void agreesWithItselfInTheTransmissionHeader() {
    Pattern line = Pattern.compile("\nDE (\\w+) #(\\d{4})(?:/(\\d\\d))? (\\d{3})(\\d{4})\n");
    Composer composer = new Composer(1, 2_000, 0);
    int headers = 0;
    for (int place = 0; place < 2_000; place++) {
      SyntheticCable cable = composer.cable(place);
      for (Transmission message : cable.transmissions()) {
        Matcher de = line.matcher(message.header());
        if (de.find()) {
          headers++;
          assertThat(cable.post().routingIndicators()).contains(de.group(1));
          assertThat(Long.parseLong(de.group(2))).isEqualTo(cable.serial() % 10_000);
          assertThat(cable.dateTimeGroup()).contains(de.group(5) + "Z");
        }
      }
    }
    assertThat(headers).isGreaterThan(1_000);
  }

  @Test
  void writesNoLineThatATeletypeCouldNot() {
    Composer composer = new Composer(3, 500, 0);
    for (int place = 0; place < 500; place++) {
      for (Transmission message : composer.cable(place).transmissions()) {
        assertThat(message.text().lines().filter(line -> !isTeletypeLine(line))).isEmpty();
      }
    }
  }

  private static boolean isTeletypeLine(String line) {
    return line.length() <= 80 && line.chars().allMatch(c -> c >= 32 && c < 127);
  }
}
