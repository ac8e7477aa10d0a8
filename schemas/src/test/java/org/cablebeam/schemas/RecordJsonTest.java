package org.cablebeam.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  @Test
  void writesKeysInTheOrderOfTheSchemaWithoutWrappers() {
    Issue issue =
        Issue.newBuilder().setCode("REPAIRED_POST").setField(null).setExcerpt("MOSCW").build();
    assertThat(RecordJson.of(issue))
        .isEqualTo(
            """
            {
              "code": "REPAIRED_POST",
              "field": null,
              "excerpt": "MOSCW"
            }\
            """);
  }

  @Test
  void writesNestedRecordsListsEnumsAndNumbers() {
    Count count = Count.newBuilder().setKey("PREL").setCount(12).build();
    TagStatistics statistics =
        TagStatistics.newBuilder()
            .setTag("RS")
            .setKind(TagKind.GEOGRAPHIC)
            .setCables(12)
            .setFirstSent(Instant.parse("2009-12-03T06:41:00Z"))
            .setTags(List.of(count))
            .build();
    assertThat(RecordJson.of(statistics))
        .contains("\"kind\": \"GEOGRAPHIC\",")
        .contains("\"cables\": 12,")
        .contains("\"first_sent\": \"2009-12-03T06:41:00Z\",")
        .contains("\"last_sent\": null,")
        .contains("\"levels\": [],")
        .contains(
            """
              "tags": [
                {
                  "key": "PREL",
                  "count": 12
                }
              ],
            """);
  }

  @Test
  void writesDatesInIsoForm() {
    Declassification declassification =
        Declassification.newBuilder()
            .setKind(DeclassificationKind.DATE)
            .setDate(LocalDate.of(2019, 12, 3))
            .setText("12/03/2019")
            .build();
    assertThat(RecordJson.of(declassification)).contains("\"date\": \"2019-12-03\"");
  }

  @Test
  void escapesWhatJsonDoesNotAllow() {
    Issue issue = Issue.newBuilder().setCode("a\"b\\c\nd\re\tf\u0001g\u007f\u00e9").build();
    assertThat(RecordJson.of(issue)).contains("\"a\\\"b\\\\c\\nd\\re\\tf\\u0001g\u007f\u00e9\"");
  }

  @Test
  void keepsCharactersBeyondTheFirstPlaneAndEscapesHalves() {
    Issue issue = Issue.newBuilder().setCode("\ud83d\ude00 \ud83d x \ude00").build();
    assertThat(RecordJson.of(issue)).contains("\"\ud83d\ude00 \\ud83d x \\ude00\"");
  }
}
