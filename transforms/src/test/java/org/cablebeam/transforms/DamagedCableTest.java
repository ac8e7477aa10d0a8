package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.Tag;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.source.MessageSink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One invented cable as bare text, damaged in the ways that circuits, copyists and publishers know,
 * header and text at once: id, date to the minute, post, level, controls and tags survive.
 */
class DamagedCableTest {
  private static final CableParser PARSER = new CableParser();
  private static final ClassificationNormalizer NORMALIZER = new ClassificationNormalizer();

  private static final String HEADER =
      """
      VZCZCXRO1234
      PP RUEHAG RUEHROV
      DE RUEHWR #3421/01 0451337
      ZNY CCCCC ZZH
      P 141337Z FEB 08
      FM AMEMBASSY WARSAW
      TO RUEHC/SECSTATE WASHDC PRIORITY 0471
      INFO RUEHLO/AMEMBASSY LONDON 0123

      """;

  private static final String BODY =
      """
      C O N F I D E N T I A L SECTION 01 OF 02 WARSAW 013421

      NOFORN
      SIPDIS

      E.O. 12958: DECL: 02/14/2018
      TAGS: PREL, PGOV, ECON, PL
      SUBJECT: THE MILL AT LODZ

      REF: A. LONDON 1234

      Classified By: DCM Jane Q. Sample for reasons 1.4 (b) and (d).

      1. (C) SUMMARY. The mill at the river closed on Monday. END SUMMARY.

      WARSAW 00013421  002 OF 002


      2. (C) The owner hopes that rains will come in March.

      SAMPLE
      """;

  /** What may befall a header. */
  private static final Map<String, UnaryOperator<String>> HEADERS = new LinkedHashMap<>();

  /** What may befall a text, of header and body. */
  private static final Map<String, BinaryOperator<String>> TEXTS = new LinkedHashMap<>();

  static {
    HEADERS.put("whole", header -> header);
    HEADERS.put("month garbled", header -> header.replace("FEB", "FQB"));
    HEADERS.put("month lost", header -> header.replace("FEB ", ""));
    HEADERS.put("group glued", header -> header.replace("Z FEB 08", "ZFEB08"));
    HEADERS.put("precedence lost", header -> header.replace("\nP 14", "\n14"));
    HEADERS.put("line three lost", header -> header.replaceAll("DE RU.*\n", ""));
    TEXTS.put("whole", (header, body) -> header + body);
    TEXTS.put("trailing blanks", (header, body) -> (header + body).replace("\n", " \n"));
    TEXTS.put("carriage returns", (header, body) -> (header + body).replace("\n", "\r\n"));
    TEXTS.put("backslashes", (header, body) -> (header + body).replace("\n", "\\\n"));
    TEXTS.put("double spaced", (header, body) -> (header + body).replace("\n", "\n\n"));
    TEXTS.put("no empty lines", (header, body) -> (header + body).replaceAll("\n\n+", "\n"));
    TEXTS.put("body joined", (header, body) -> header + body.replaceAll("\\s*\n\\s*", " "));
    TEXTS.put("header joined", (header, body) -> header.replaceAll("\\s*\n", " ") + "\n" + body);
    TEXTS.put("glued", (header, body) -> header.stripTrailing() + body);
    TEXTS.put("first letter lost", (header, body) -> header + body.substring(2));
    TEXTS.put("first letter doubled", (header, body) -> header + "C" + body);
    TEXTS.put("noise before", (header, body) -> header + "ZZ~}%(@(XKJ!&\n" + body);
    TEXTS.put("weekday before", (header, body) -> header + "Friday, 14 March 2008\n" + body);
    TEXTS.put(
        "line printed twice",
        (header, body) -> header + body.lines().findFirst().orElseThrow() + "\n\n" + body);
    TEXTS.put(
        "row before", (header, body) -> header + "1\t2/14/2008 13:37\tEmbassy\tSECRET\t" + body);
    TEXTS.put("header again", (header, body) -> header + "TAGS: AAAA\nheader\n" + header + body);
    TEXTS.put(
        "word SECTION damaged",
        (header, body) -> header + body.replace("SECTION 01 OF", "SCTION 01 GF"));
    TEXTS.put("TAGS damaged", (header, body) -> header + body.replace("TAGS:", "AGS:"));
    TEXTS.put(
        "TAGS on the line before", (header, body) -> header + body.replace("\nTAGS:", " TAGS:"));
    TEXTS.put("TAGS broken", (header, body) -> header + body.replace("PGOV, ", "PGOV,\n"));
    TEXTS.put(
        "corrected",
        (header, body) ->
            header + body.replace("SIPDIS", "SIPDIS\n\nC O R R E C T E D  C O P Y (TAGS ADDED)"));
  }

  static Stream<Arguments> damages() {
    return HEADERS.keySet().stream()
        .flatMap(header -> TEXTS.keySet().stream().map(text -> Arguments.of(header, text)));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void whatNamesTheCableSurvives(String header, String text) {
    Cable cable = read(TEXTS.get(text).apply(HEADERS.get(header).apply(HEADER), BODY));
    assertThat(cable.getId()).isEqualTo("08WARSAW13421");
    assertThat(cable.getSentAt()).hasToString("2008-02-14T13:37:00Z");
    assertThat(cable.getOrigin().getPost()).isEqualTo("WARSAW");
    assertThat(cable.getClassification().getLevel()).isEqualTo(Level.CONFIDENTIAL);
    assertThat(cable.getClassification().getControls()).containsExactly("NOFORN");
    assertThat(cable.getTags())
        .extracting(Tag::getCode)
        .containsExactly("PREL", "PGOV", "ECON", "PL");
  }

  /** The one cable of a file. */
  private static Cable read(String text) {
    List<RawMessage> messages = new ArrayList<>();
    new InputReader(Limits.standard())
        .read(
            "memory:cable.txt",
            new SeekableInMemoryByteChannel(text.getBytes(StandardCharsets.UTF_8)),
            new MessageSink() {
              @Override
              public void message(RawMessage message) {
                messages.add(message);
              }

              @Override
              public void reject(RejectedMessage reject) {
                throw new AssertionError(reject.getCode());
              }

              @Override
              public void input(LedgerEntry entry) {
                // The ledger has tests of its own.
              }
            });
    assertThat(messages).hasSize(1);
    Cable cable = ((ParseOutcome.Parsed) PARSER.parseWhole(messages.get(0))).cable();
    NORMALIZER.normalize(cable);
    return cable;
  }
}
