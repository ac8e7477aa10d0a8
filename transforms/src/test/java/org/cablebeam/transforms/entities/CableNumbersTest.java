package org.cablebeam.transforms.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.SpanKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of references to cables, in the REF lines and in running text. */
class CableNumbersTest {
  private static String references(String text, boolean zone) {
    List<FieldSpan> spans =
        zone ? List.of(new FieldSpan(SpanKind.REFERENCES, 0, text.length())) : List.of();
    return EntityExtractor.standard()
        .extract(text, spans, LocalDate.of(2009, 12, 3), CableId.of(2009, "MOSCOW", 2935))
        .stream()
        .filter(e -> e.getType() == EntityType.CABLE_REFERENCE)
        .map(e -> e.getText() + " = " + e.getNormalized())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "As in STATE 19021, nothing moved. | STATE 19021 = 09STATE19021",
        "As Tripoli 2688 reports, he left. | Tripoli 2688 = 09TRIPOLI2688",
        "See 08 WARSAW 421 on this. | 08 WARSAW 421 = 08WARSAW421",
        "See MOSCOW 2990 on this. | MOSCOW 2990 = 08MOSCOW2990",
        "See MOSCOW 2900 on this. | MOSCOW 2900 = 09MOSCOW2900",
        "See 07LAPAZ3801 on this. | 07LAPAZ3801 = 07LAPAZ3801",
        "See WARSAW 423 (08), WARSAW 45/07. | WARSAW 423 (08) = 08WARSAW423; WARSAW 45/07 ="
            + " 07WARSAW45",
        "See Deptel 243 and Embtel 1205. | Deptel 243 = 09STATE243; Embtel 1205 = 09MOSCOW1205",
        "STATE 123 AND 456 said so. | STATE 123 = 09STATE123; 456 = 09STATE456",
      })
  void readsRunningText(String text, String references) {
    assertThat(references(text, false)).isEqualTo(references);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "A. WARSAW 4525-91 B. STATE (01) 201265 | WARSAW 4525-91 = 91WARSAW4525; STATE (01) 201265"
            + " = 01STATE201265",
        "(A)WARSAW 1, B) 09-WARSAW-57 | WARSAW 1 = 09WARSAW1; 09-WARSAW-57 = 09WARSAW57",
        "'08 ROME 12 (99) ROME 2 | '08 ROME 12 = 08ROME12; (99) ROME 2 = 99ROME2",
        "WARSAW 12 and 7743, 13381 | WARSAW 12 = 09WARSAW12; 7743 = 09WARSAW7743; 13381 ="
            + " 09WARSAW13381",
        "WARSAW 692/317/274 | WARSAW 692 = 09WARSAW692; 317 = 09WARSAW317; 274 = 09WARSAW274",
        "PRAGUE, 1228 WARSAW #3565 | PRAGUE, 1228 = 09PRAGUE1228; WARSAW #3565 = 09WARSAW3565",
        "PRAGUE 07718 99 | PRAGUE 07718 99 = 99PRAGUE7718",
        "port-of-spain 44; BUENOS 5811 | port-of-spain 44 = 09PORTOFSPAIN44; BUENOS 5811 ="
            + " 09BUENOSAIRES5811",
        "2962 AND PREVIOUS | 2962 = 08MOSCOW2962",
      })
  void readsReferenceLines(String text, String references) {
    assertThat(references(text, true)).isEqualTo(references);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In Tripoli 2688 people met.", "In Paris 200 delegates met.", "Paris 1968 was hot.",
        "HE WILL ARRIVE LONDON 1430. ETA ROME 0930.", "FROM LONDON 14 FEB", "THE 15FEB75 NOTE",
        "TO PARIS 747 FLIGHTS", "10HOUSE12"
      })
  void findsNoReferences(String text) {
    assertThat(references(text, false)).isEmpty();
  }
}
