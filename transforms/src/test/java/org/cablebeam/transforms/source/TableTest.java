package org.cablebeam.transforms.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  private static final String HEADER = "P 141337Z FEB 08\nFM AMEMBASSY WARSAW";

  /** With everything that dialects treat differently, and what looks like a row. */
  private static final String BODY =
      "UNCLAS WARSAW 000421\n\nTAGS: PREL, ECON\nSUBJECT: THE MILL; A \"REPORT\" | PART\t2\n\n"
          + "1. \"It closed\", said the miller.\n2,5;3 tons\t|\\\\ a\\nb\n\"3\",\"4\"\nDOE";

  private static final List<String> NAMES =
      List.of("", "Created At", "ref_id", "From", "CLASSIFICATION", "refs", "header", "full text");

  private static final List<String> ROW =
      List.of(
          "7",
          "2/14/2008 13:37",
          "08WARSAW421",
          "Embassy Warsaw",
          "UNCLASSIFIED",
          "07WARSAW9|08OSLO1",
          HEADER,
          BODY);

  private static String table(CSVFormat format, List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(table, format)) {
      csv.printRecords(rows);
    } catch (IOException e) {
      throw new IllegalStateException("Memory takes everything", e);
    }
    return table.toString();
  }

  /** Marks in cells are doubled in each; the other custom has a case of its own. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " ",
      quoteCharacter = '\'',
      value = {"',' MINIMAL", "';' MINIMAL", "'\t' ALL", "'|' NON_NUMERIC", "';' ALL_NON_NULL"})
  void readsEveryDialect(char delimiter, QuoteMode quotes) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setQuoteMode(quotes).get();
    String named = table(format, List.of(NAMES, ROW, ROW));
    String unnamed = table(format, List.of(ROW, ROW));
    for (byte[] bytes :
        List.of(
            named.getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + named).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + named).getBytes(StandardCharsets.UTF_16LE),
            ("sep=" + delimiter + "\r\n" + named).getBytes(StandardCharsets.UTF_8),
            unnamed.getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + unnamed).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + unnamed).getBytes(StandardCharsets.UTF_16BE),
            ("sep=" + delimiter + "\n" + unnamed).getBytes(StandardCharsets.UTF_8))) {
      Collected found = Collected.read("x", bytes, Limits.standard());
      assertThat(found.codes()).isEmpty();
      assertThat(found.texts()).containsExactly(HEADER + "\n\n" + BODY, HEADER + "\n\n" + BODY);
      Claims claims = found.messages.get(0).getClaims();
      assertThat(claims.getId()).isEqualTo("08WARSAW421");
      assertThat(claims.getCreated()).isEqualTo("2/14/2008 13:37");
      assertThat(claims.getOrigin()).isEqualTo("Embassy Warsaw");
      assertThat(claims.getClassification()).isEqualTo("UNCLASSIFIED");
      assertThat(claims.getReferences()).containsExactly("07WARSAW9", "08OSLO1");
      assertThat(claims.getAttributes())
          .extracting(attribute -> attribute.getName() + "=" + attribute.getValue())
          .containsExactly("Row=7");
      assertThat(found.countsAddUp()).isTrue();
    }
  }

  @Test
  void readsMarksWithABackslash() {
    String body = BODY.replace("\\\\", "/");
    String row = ROW.get(2) + ";\"" + body.replace("\"", "\\\"") + "\"\n";
    Collected found = Collected.read("x", "id;body\n" + row + row);
    assertThat(found.texts()).containsExactly(body, body);
  }

  @Test
  void theOrderOfNamedColumnsIsAny() {
    String table =
        table(
            CSVFormat.RFC4180,
            List.of(List.of("body", "note", "id"), List.of(BODY, "seen", "08WARSAW421")));
    Collected found = Collected.read("x", table);
    assertThat(found.texts()).containsExactly(BODY);
    assertThat(found.messages.get(0).getClaims().getId()).isEqualTo("08WARSAW421");
    assertThat(found.messages.get(0).getSource().getContainer()).isEqualTo(Container.TABLE);
    assertThat(Collected.read("x", "text\n\"" + BODY.replace("\"", "\"\"") + "\"\n").texts())
        .containsExactly(BODY);
  }

  /** A stray mark, a mark too few, too many columns, no text: each spoils its own row at most. */
  @Test
  void aDamagedRowSpoilsNoMoreThanItsNeighbour() {
    String good = "\"08WARSAW%d\",\"UNCLAS WARSAW %<06d\n\n1. Text.\"\n";
    String table =
        "\"id\",\"body\"\n"
            + good.formatted(1)
            + "\"08WARSAW2\",\"UNCLAS WARSAW 000002\n\n1. A 5\" pipe.\"\n"
            + good.formatted(3)
            + "\"08WARSAW4\",\"a\",\"b\"\n"
            + good.formatted(5)
            + "\"08WARSAW6\",\"  \"\n"
            + "\"08WARSAW7\",\"UNCLAS WARSAW 000007\n\n1. Text.\n"
            + good.formatted(8)
            + good.formatted(9);
    Collected found = Collected.read("x", table);
    assertThat(found.messages)
        .extracting(message -> message.getClaims().getId())
        .containsExactly("08WARSAW1", "08WARSAW2", "08WARSAW3", "08WARSAW5", "08WARSAW9");
    assertThat(found.texts().get(1)).endsWith("1. A 5\" pipe.");
    assertThat(found.codes()).containsExactly("MALFORMED_ROW", "NO_TEXT", "MALFORMED_ROW");
    assertThat(found.rejects.get(2).getRaw()).contains("08WARSAW7").contains("08WARSAW8");
    assertThat(Collected.read("rejects", Containers.rejects(found.rejects)).rejects)
        .isEqualTo(found.rejects);
  }

  @Test
  void aRowThatIsTooLongIsOneRejectAndTheNextIsRead() {
    String row = "08WARSAW421,\"" + BODY.replace("\"", "\"\"") + "\"\r\n";
    String large = "08WARSAW422,\"" + "x\n".repeat(200_000) + "\"\r\n";
    Collected found =
        Collected.read(
            "x",
            ("id,body\r\n" + row + large + row).getBytes(StandardCharsets.UTF_8),
            Limits.standard().withMaxMessageBytes(20_000));
    assertThat(found.texts()).containsExactly(BODY, BODY);
    assertThat(found.codes()).containsExactly("MESSAGE_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\n1,2,\"x\"\n",
        "tag,kind,cables\nPREL,SUBJECT,3\n",
        "Dear Sir, here is the message\nof yesterday, and more, and more\n",
        "TAGS: PREL, TEXT\nSUBJECT: A, B\n",
        "a short note, text\n",
        "text\nof a note\n",
        "",
        "[{\"id\":1,\"body\":2\n",
      })
  void whatHasNoKnownNamesIsNoTable(String text) {
    assertThat(Table.recognise(text.getBytes(StandardCharsets.UTF_8), 0)).isNull();
  }

  /** Whatever stands in the cells, a row begins behind the line end of the one before. */
  @Test
  void ordinalsAreTheOffsetsOfRows() throws IOException {
    String row = "08WARSAW421;\"" + BODY.replace("\"", "\"\"") + "\"\n";
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.write("id;body\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 2_000; i++) {
      table.write(row.getBytes(StandardCharsets.UTF_8));
    }
    Collected found = Collected.read("x", table.toByteArray(), Limits.standard());
    assertThat(found.texts().stream().collect(Collectors.toSet())).containsExactly(BODY);
    assertThat(found.messages).hasSize(2_000);
    assertThat(found.messages.get(1_999).getSource().getOrdinal())
        .isEqualTo(table.size() - row.length() + 1L);
  }
}
