package org.cablebeam.transforms.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.transforms.text.CsvRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    List<CSVRecord> records = parsed(tags(tallies, false));

    assertThat(records)
        .extracting(record -> record.get("tag"))
        .containsExactly("=1+1", "PE", "SAMPLE, \"JANE\"");
    CSVRecord peru = records.get(1);
    assertThat(peru.get("name")).isEqualTo("Peru");
    assertThat(peru.get("first_sent")).isEqualTo("1975-03-01T12:05:00Z");
    assertThat(peru.get("secret")).isEqualTo("1");
    assertThat(peru.get("unknown_level")).isEqualTo("0");
    assertThat(peru.get("words_mean")).isEqualTo("0.0");
    assertThat(peru.get("top_posts")).isEqualTo("LIMA");
    assertThat(peru.get("top_tags")).isEqualTo("=1+1|SAMPLE, \"JANE\"");
    assertThat(peru.get("top_forms")).isEqualTo("x");
    assertThat(tags(tallies, false)).contains("\r\n\"SAMPLE, \"\"JANE\"\"\",PERSON,");
  }

  /** Whatever separator a spreadsheet goes by, no cell begins with the sign of a formula. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      value = {
        "=1+1~'=1+1",
        "+1~'+1",
        "-1~'-1",
        "@A~'@A",
        "`\t=A`~`'\t'=A`",
        "`\r=A`~`'\r'=A`",
        "`  =A`~`  '=A`",
        "\"=A\"~\"'=A\"",
        "A;=cmd|' /C calc'!A0~A;'=cmd|' /C calc'!A0",
        "A,\"-1\"|+2~A,\"'-1\"|'+2",
        "`A\n=B`~`A\n'=B`",
        "\uFF1D1~'\uFF1D1",
        "A=1-2~A=1-2",
        "PRE-EMPT, \"X\"~PRE-EMPT, \"X\"",
      })
  void nothingRunsAsAFormulaInTheFileForSpreadsheets(String tag, String safe) throws IOException {
    Tallies tallies = new Tallies();
    Cable cable = TalliesTest.plain("75LIMA5", "LIMA");
    cable.setTags(List.of(new Tag(tag, tag, TagKind.UNKNOWN, null, null)));
    tallies.add(cable);

    CSVRecord forSpreadsheets = parsed(tags(tallies, true)).get(0);
    assertThat(forSpreadsheets.get("tag")).isEqualTo(safe);
    assertThat(forSpreadsheets.get("cables")).isEqualTo("1");
    assertThat(parsed(tags(tallies, false)).get(0).get("tag")).isEqualTo(tag);
  }

  @Test
  void numbersBelowZeroStayNumbers() throws IOException {
    StringBuilder csv = new StringBuilder();
    CsvRows rows = new CsvRows(csv, true);
    rows.value(-1.5);
    rows.end();
    assertThat(csv.toString()).isEqualTo("-1.5\r\n");
  }

  @Test
  void everyCountOfATagHasALineOfItsOwn() throws IOException {
    Tallies tallies = new Tallies();
    Cable cable = TalliesTest.plain("75LIMA5", "LIMA");
    cable.setSentAt(Instant.parse("1975-03-01T12:05:00Z"));
    cable.getClassification().setLevel(Level.SECRET);
    cable.getClassification().setCaptions(List.of("EXDIS"));
    cable.setTags(List.of(new Tag("PE", "PE", TagKind.GEOGRAPHIC, "Peru", "PE")));
    tallies.add(cable);
    StringBuilder csv = new StringBuilder();

    StatisticsCsv.writeTagCounts(TalliesTest.tags(tallies).iterator(), new CsvRows(csv, false));

    assertThat(csv.toString())
        .isEqualTo(
            "tag,counted,key,level,count,share\r\n"
                + "PE,levels,SECRET,,1,\r\n"
                + "PE,captions,EXDIS,,1,\r\n"
                + "PE,years,1975,,1,\r\n"
                + "PE,months,1975-03,,1,\r\n"
                + "PE,posts,LIMA,,1,\r\n"
                + "PE,year_levels,1975,SECRET,1,\r\n"
                + "PE,caption_shares,EXDIS,,,1.0\r\n"
                + "PE,month_levels,1975-03,SECRET,1,\r\n");
  }

  /** The records are recounted by other code; here every cell is found again in its record. */
  @Test
  void everyCellIsAFigureOfItsRecord() throws IOException {
    Random random = new Random(5);
    Tallies tallies = new Tallies();
    IntStream.range(0, 60).forEach(i -> tallies.add(TalliesTest.cable(random)));
    List<StatisticsTable<?>> tables = new ArrayList<>(StatisticsTable.ofCorpus(tallies));
    tables.addAll(StatisticsTable.ofTags(tallies));
    tables.addAll(StatisticsTable.ofPosts(tallies));

    for (StatisticsTable<?> table : tables) {
      assertThat(table.csvs().keySet())
          .containsExactlyInAnyOrderElementsOf(ExpectedCsv.files(table.name()));
      for (String file : ExpectedCsv.files(table.name())) {
        List<List<String>> lines =
            CSVFormat.RFC4180.parse(new StringReader(csv(table, file))).stream()
                .map(CSVRecord::toList)
                .toList();
        List<? extends SpecificRecord> records = table.rows().get().toList();
        assertThat(lines)
            .as(file)
            .hasSizeGreaterThan(1)
            .isEqualTo(ExpectedCsv.lines(file, table.schema(), records));
      }
    }
  }

  private static <T extends SpecificRecord> String csv(StatisticsTable<T> table, String file)
      throws IOException {
    StringBuilder csv = new StringBuilder();
    table.csvs().get(file).write(table.rows().get().iterator(), new CsvRows(csv, false));
    return csv.toString();
  }

  @Test
  void sumsTheSeriesOfAPost() throws IOException {
    Tallies tallies = new Tallies();
    for (String id : List.of("75LIMA5", "75LIMA10", "09LIMA3")) {
      tallies.add(TalliesTest.plain(id, "LIMA"));
    }
    tallies.add(TalliesTest.plain("09ROME1", "ROME"));

    List<CSVRecord> records = parsed(posts(tallies));

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

    assertThat(posts(tallies)).contains(",T10|T11|T12|T13|T14|T15|T16|T17|T18|T19,");
  }

  private static String tags(Tallies tallies, boolean forSpreadsheets) throws IOException {
    StringBuilder csv = new StringBuilder();
    StatisticsCsv.writeTags(
        TalliesTest.tags(tallies).iterator(), new CsvRows(csv, forSpreadsheets));
    return csv.toString();
  }

  private static String posts(Tallies tallies) throws IOException {
    StringBuilder csv = new StringBuilder();
    StatisticsCsv.writePosts(TalliesTest.posts(tallies).iterator(), new CsvRows(csv, false));
    return csv.toString();
  }

  private static List<CSVRecord> parsed(String csv) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv))
        .getRecords();
  }
}
