package org.cablebeam.transforms.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.junit.jupiter.api.Test;

class StatisticsCsvTest {
  @Test
  void writesOneSortedLineATagWithValuesUnaltered() throws IOException {
    Tallies tallies = new Tallies();
    Cable cable = TalliesTest.plain("75LIMA5", "LIMA");
    cable.setSentAt(Instant.parse("1975-03-01T12:05:00Z"));
    cable.getClassification().setLevel(Level.SECRET);
    cable.setTags(
        List.of(
            new Tag("x", "SAMPLE, \"JANE\"", TagKind.PERSON, null, null),
            new Tag("x", "=1+1", TagKind.UNKNOWN, null, null),
            new Tag("x", "PE", TagKind.GEOGRAPHIC, "Peru", "PE")));
    tallies.add(cable);
    StringBuilder csv = new StringBuilder();

    StatisticsCsv.writeTags(reversed(TalliesTest.tags(tallies)), csv);

    assertThat(csv.toString())
        .isEqualTo(
            "tag,kind,name,country,cables,first_sent,last_sent,top_secret,secret,confidential,"
                + "restricted,limited_official_use,unclassified,unknown_level,words,paragraphs,"
                + "references_made,references_received,top_controls,top_captions,top_posts,"
                + "top_tags\r\n"
                + "=1+1,UNKNOWN,,,1,1975-03-01T12:05:00Z,1975-03-01T12:05:00Z,0,1,0,0,0,0,0,0,0,"
                + "0,0,,,LIMA,\"PE|SAMPLE, \"\"JANE\"\"\"\r\n"
                + "PE,GEOGRAPHIC,Peru,PE,1,1975-03-01T12:05:00Z,1975-03-01T12:05:00Z,0,1,0,0,0,0,"
                + "0,0,0,0,0,,,LIMA,\"=1+1|SAMPLE, \"\"JANE\"\"\"\r\n"
                + "\"SAMPLE, \"\"JANE\"\"\",PERSON,,,1,1975-03-01T12:05:00Z,"
                + "1975-03-01T12:05:00Z,0,1,0,0,0,0,0,0,0,0,0,,,LIMA,=1+1|PE\r\n");
  }

  @Test
  void sumsTheSeriesOfAPost() throws IOException {
    Tallies tallies = new Tallies();
    for (String id : List.of("75LIMA5", "75LIMA10", "09LIMA3")) {
      tallies.add(TalliesTest.plain(id, "LIMA"));
    }
    tallies.add(TalliesTest.plain("09ROME1", "ROME"));
    StringBuilder csv = new StringBuilder();

    StatisticsCsv.writePosts(reversed(TalliesTest.posts(tallies)), csv);

    List<CSVRecord> records =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv.toString()))
            .getRecords();
    assertThat(records).extracting(record -> record.get("post")).containsExactly("LIMA", "ROME");
    CSVRecord lima = records.get(0);
    assertThat(lima.get("cables")).isEqualTo("3");
    assertThat(lima.get("serials")).isEqualTo("3");
    assertThat(lima.get("missing_serials")).isEqualTo("10");
    // 10(1 + 1/2) - 1 and 3(1 + 1/1) - 1
    assertThat(lima.get("estimated_cables")).isEqualTo("19");
    assertThat(lima.get("first_sent")).isEmpty();
  }

  @Test
  void tellsTheTenMostFrequent() throws IOException {
    Tallies tallies = new Tallies();
    Cable cable = TalliesTest.plain("75LIMA5", "LIMA");
    List<Tag> tags = new ArrayList<>();
    for (int i = 10; i < 30; i++) {
      tags.add(new Tag("T" + i, "T" + i, TagKind.UNKNOWN, null, null));
    }
    cable.setTags(tags);
    tallies.add(cable);
    StringBuilder csv = new StringBuilder();

    StatisticsCsv.writePosts(TalliesTest.posts(tallies), csv);

    assertThat(csv).contains(",T10|T11|T12|T13|T14|T15|T16|T17|T18|T19,");
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    java.util.Collections.reverse(reversed);
    return reversed;
  }
}
