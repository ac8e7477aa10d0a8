package org.cablebeam.transforms.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores the labelled cables of the project and prints the table; docs/entities.md quotes it. */
class EntityScoreTest {
  private static EntityScores own() throws IOException, URISyntaxException {
    return EntityScores.of(
        LabelledCable.read(
            Path.of(
                Objects.requireNonNull(EntityScoreTest.class.getResource("labelled.jsonl"))
                    .toURI())));
  }

  @Test
  void printsTheTable() throws Exception {
    EntityScores scores = own();
    System.out.println(scores);
    assertThat(scores.countries()).isGreaterThanOrEqualTo(99);
    assertThat(scores.dates()).isGreaterThanOrEqualTo(99);
    assertThat(scores.clusters()).isGreaterThanOrEqualTo(95);
  }

  @ParameterizedTest
  @CsvSource({
    "mixed NAMES, 95", "caps NAMES, 94", "all PERSON, 95", "all ORGANIZATION, 92",
    "all LOCATION, 94", "all DATE, 98", "all CABLE_REFERENCE, 98", "all TITLE, 93",
    "all TREATY, 85"
  })
  void holdsItsFloor(String kind, double floor) throws Exception {
    assertThat(own().f1(kind)).isGreaterThanOrEqualTo(floor);
  }

  @Test
  void readsTheSharedCablesWhereTheyAreAtHand() throws IOException {
    Path shared = shared();
    Assumptions.assumeTrue(shared != null);
    EntityScores scores = EntityScores.of(LabelledCable.read(shared));
    System.out.println(scores);
    assertThat(List.of(scores.f1("mixed NAMES"), scores.f1("caps NAMES")))
        .allMatch(score -> score >= 90);
  }

  private static Path shared() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path file = folder.resolve("shared/entities-dev.jsonl");
      if (Files.exists(file)) {
        return file;
      }
      folder = folder.getParent();
    }
    return null;
  }
}
