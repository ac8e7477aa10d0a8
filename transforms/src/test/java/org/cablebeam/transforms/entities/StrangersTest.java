package org.cablebeam.transforms.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that no table has: what they are is told by the words around them. */
class StrangersTest {
  private static List<Entity> find(String text) {
    return EntityExtractor.standard().extract(text, List.of(), null, null);
  }

  private static List<String> names(String text, EntityType type) {
    return find(text).stream().filter(e -> e.getType() == type).map(Entity::getText).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WE DOUBT THAT VOLNIKARI WILL ACCEPT THE OFFER. | PERSON",
        "REACTION TO THE VOLNIKARI GOVERNMENT HAS BEEN MIXED. | PERSON",
        "THE VISIT OF VOLNIKARI WAS SHORT. | PERSON",
        "HE HAD SPOKEN TO VOLNIKARI YESTERDAY. | PERSON",
        "HE RETURNED TO VOLNIKARI YESTERDAY. | LOCATION",
        "FIGHTING NEAR VOLNIKARI WENT ON. | LOCATION",
        "THE TOWN OF VOLNIKARI WAS QUIET. | LOCATION",
        "THE TWO VOLNIKARI NEGOTIATORS LEFT. | ORGANIZATION",
        "HE HEADS THE SWISS AFFILIATE OF VOLNIKARI. | ORGANIZATION",
        "THE STORY APPEARED IN VOLNIKARI ON MONDAY. | ORGANIZATION",
        "VOLNIKARI, A SWEDISH FIRM, WON THE BID. | ORGANIZATION",
      })
  void theWordsAroundTellTheKind(String text, EntityType type) {
    assertThat(names(text, type)).containsExactly("VOLNIKARI");
  }

  @Test
  void onePlainMentionTellsForTheOthers() {
    assertThat(
            names(
                "VOLNIKARI WAS PLEASED. WE EXPECT VOLNIKARI TO SIGN. THE PLANT IS OWNED BY"
                    + " VOLNIKARI, A SWEDISH FIRM. HE ASKED WHETHER VOLNIKARI REPS HAD LEFT.",
                EntityType.ORGANIZATION))
        .hasSize(4);
  }

  @Test
  void whatALineOfPeopleIsCalledIsNoPlace() {
    assertThat(names("Thousands of Kampucheans left Kampuchea in May.", EntityType.LOCATION))
        .containsExactly("Kampuchea");
    assertThat(names("Thousands of Kampucheans left Kampuchea in May.", EntityType.PERSON))
        .isEmpty();
  }

  @Test
  void anAcronymOfThingsIsNoOrganization() {
    assertThat(
            find("They spoke of low water reactors (LWR). The LWR question is old.").stream()
                .map(Entity::getText))
        .doesNotContain("LWR");
  }

  @Test
  void aTownWithinTheNameOfAPersonIsNone() {
    assertThat(names("They met Rada Volnikari and left.", EntityType.PERSON))
        .containsExactly("Rada Volnikari");
    assertThat(names("THEY MET RADA VOLNIKARI AND LEFT.", EntityType.PERSON))
        .containsExactly("RADA VOLNIKARI");
  }

  @Test
  void aForeignHeadWordTakesWhatFollows() {
    assertThat(
            names(
                "EMBOFF CALLED ON THE INSTITUTO NACIONAL DE MINERIA TO DISCUSS BIDS.",
                EntityType.ORGANIZATION))
        .containsExactly("INSTITUTO NACIONAL DE MINERIA");
  }

  @Test
  void unitsAreNamedByTheirNumber() {
    assertThat(names("THE SEVENTH FLEET LEFT. THIRD CORPS STAYED.", EntityType.ORGANIZATION))
        .containsExactly("SEVENTH FLEET", "THIRD CORPS");
  }
}
