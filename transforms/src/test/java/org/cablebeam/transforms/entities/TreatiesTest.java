package org.cablebeam.transforms.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.EntityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Treaties by name and by their head word, and what only looks like one. */
class TreatiesTest {
  private static String treaties(String text) {
    return EntityExtractor.standard()
        .extract(text, List.of(), LocalDate.of(1979, 6, 14), null)
        .stream()
        .filter(e -> e.getType() == EntityType.TREATY)
        .map(Entity::getText)
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SALT II AND THE NPT WERE DISCUSSED. | SALT II; NPT",
        "THE US-JAPAN SECURITY TREATY STANDS. | US-JAPAN SECURITY TREATY",
        "THE TREATY OF PEACE AND FRIENDSHIP | TREATY OF PEACE AND FRIENDSHIP",
        "THE 1954 GENEVA ACCORDS ARE DEAD. | GENEVA ACCORDS",
        "The UN Convention Against Torture binds. | UN Convention Against Torture",
        "The Framework Convention on Climate Change | Framework Convention on Climate Change",
        "We ask for a TIFA and a BIT. | TIFA",
        "The Treaty of Friendship, Cooperation and Mutual Assistance | Treaty of Friendship,"
            + " Cooperation and Mutual Assistance",
        "The May 17 Agreement was dead. | May 17 Agreement",
        "The Comprehensive Harbour Agreement (CHA) holds; the CHA is old. | Comprehensive Harbour"
            + " Agreement; CHA; CHA",
        "The Nuclear Non-Proliferation Treaty (NPT) | Nuclear Non-Proliferation Treaty; NPT",
        "The Convention on Certain Harbour Works (CHW) | Convention on Certain Harbour Works; CHW",
        "The Convention for the Protection of Rivers and Lakes | Convention for the Protection of"
            + " Rivers and Lakes",
        "The Trade and Fisheries Agreement of 1975 | Trade and Fisheries Agreement",
        "The St. Brendan Agreement and the 123 Agreement | St. Brendan Agreement; 123 Agreement",
        "THE CONSULAR CONVENTION WAS SIGNED. | CONSULAR CONVENTION",
        "THE CENTO TREATY AND THE TREATY OF VARNHEIM | CENTO TREATY; TREATY OF VARNHEIM",
        "The Varnheim Convention on Harbour Rights is old. | Varnheim Convention on Harbour Rights",
        "It signed the Lisbon Protocol on Friday. | Lisbon Protocol",
        "The WTO Agreement on Harbours and the SEATO Pact | WTO Agreement on Harbours; SEATO Pact",
        "The U.S.-Oman FTA and the Indo-Nepal Treaty of Peace and Friendship | U.S.-Oman FTA;"
            + " Indo-Nepal Treaty of Peace and Friendship",
        "THE TREATY OF TRADE, FRIENDSHIP AND COOPERATION | TREATY OF TRADE, FRIENDSHIP AND"
            + " COOPERATION",
        "The Managua/San Jose Accord is dead. | Managua/San Jose Accord",
        "They want a Supplemental Status of Forces Agreement. | Supplemental Status of Forces"
            + " Agreement",
        "The EEA Agreement binds Iceland. | EEA Agreement",
        "THE US-JAPAN CIVIL AIR TRANSPORT AGREEMENT | US-JAPAN CIVIL AIR TRANSPORT AGREEMENT",
        "THE EURATOM-IAEA VERIFICATION AGREEMENT | EURATOM-IAEA VERIFICATION AGREEMENT",
      })
  void readsTreaties(String text, String treaties) {
    assertThat(treaties(text)).isEqualTo(treaties);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "THE TRADE AGREEMENT WAS SIGNED.",
        "A BILATERAL TEXTILE AGREEMENT IS NEAR.",
        "THE PEACE TREATY WILL WAIT.",
        "WORK ON TAX TREATIES AND DOUBLE TAX TREATIES GOES ON.",
        "A NEW CONSULAR CONVENTION IS NEAR.",
        "The Agreement was signed.",
        "He said the Accord is dead."
      })
  void findsNoTreaties(String text) {
    assertThat(treaties(text)).isEmpty();
  }
}
