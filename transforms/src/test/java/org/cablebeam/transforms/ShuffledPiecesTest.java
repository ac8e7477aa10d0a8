package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.Source;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.entities.EntityExtractor;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cables are made of, shuffled: the pieces of every grammar behind one another in any order,
 * with and without a header before them, joined, parted, broken. Whatever comes of it, nothing
 * throws, nothing goes on for ever, the text is kept, and offsets point into it. The same texts in
 * every run; {@code -Dcablebeam.texts=100000 -Dcablebeam.seed=7} tries others.
 */
class ShuffledPiecesTest {
  private static final int TEXTS = Integer.getInteger("cablebeam.texts", 3000);
  private static final long SEED = Long.getLong("cablebeam.seed", 1966);

  private static final CableParser PARSER = new CableParser();
  private static final ClassificationNormalizer NORMALIZER = new ClassificationNormalizer();
  private static final EntityExtractor EXTRACTOR = EntityExtractor.standard();

  private static final String HEADER =
      """
      VZCZCXRO1234
      PP RUEHAB
      DE RUEHWR #0421/01 0451337
      ZNY CCCCC ZZH
      P 141337Z FEB 08
      FM AMEMBASSY WARSAW
      TO RUEHC/SECSTATE WASHDC PRIORITY 0471
      """;

  private static final List<String> HEADERS =
      List.of(
          "VZCZCXRO1234\n",
          "PP RUEHAB\n",
          "DE RUEHWR #0421/01 0451337\n",
          "ZNY CCCCC ZZH\n",
          "P R 141337Z FEB 08 ZDK\n",
          "271036Z Apr 00\n",
          "14 FEB 08 1337Z",
          "41337Z",
          "FM AMEMBASSY WARSAW\n",
          "FN ",
          "TO ",
          "INFO ",
          "XMT ",
          "NIACT IMMEDIATE ",
          "RUEHC/SECSTATE WASHDC PRIORITY 0471\n",
          "AMEMBASSY BONN\n",
          "AMEMBASSY ROME RUEHRO/AMEMBASSY PARIS\n",
          "ALL NATO POST COLLECTIVE\n",
          "PAGE 01        WARSAW  00421  01 OF 02  141337Z\n",
          "PAGE 02\n",
          "ACTION EUR-12\n",
          "INFO  OCT-01  ISO-00  /026 W\n",
          "------------------141337Z  053129 /38\n",
          "DRAFTED BY EUR/EE:ABSAMPLE\n",
          "APPROVED BY EUR:CDEXAMPLE\n",
          "BT\n",
          "GR 142\n",
          "MRN: 12 WARSAW 421\n",
          "Captions: SIPDIS\n",
          "header:\n",
          "Cable dated:2008-02-14T13:37:00",
          "123456\t2/14/2008 13:37\t08WARSAW421\t");

  private static final List<String> HEADINGS =
      List.of(
          "SECRET\n",
          "UNCLAS ",
          "S E C R E T WARSAW 000421\n",
          "C O N F I D E N T I A L SECTION 01 OF 03 WARSAW 000421\n",
          "C O N F I D E N T I A L FINAL SECTION OF 03 WARSAW 000421\n",
          "SECRET 02/03 WARSAW 000421\n",
          "WARSAW 00000421  002 OF 003\n",
          "WARSAW 00000421  002 OF 003",
          "SIPDIS\n",
          "NOFORN",
          "//",
          "E.O. 12958: ",
          "E.O. 11652: GDS\n",
          "DECL: ",
          "02/14/2018\n",
          "OADR",
          "TAGS: ",
          "PREL, PL\n",
          "PRELPK",
          "OVIP (LAKE, ANN)",
          "SUBJECT: ",
          "TALKS ON TALKS\n",
          "REF: ",
          "REFTEL",
          "(A) ",
          "B. ",
          "ROME 12",
          "07 STATE 1245",
          "WARSAW-07-2388",
          "STATE (01) 2",
          "(NOTAL)",
          "AND ",
          "E-MAIL ",
          "Classified By: ",
          "clssified y:",
          "Ambassador Ann Lake ",
          "for reasons ",
          "1.4 (b) and (d).\n",
          "bd");

  private static final List<String> TEXT =
      List.of(
          "1. (C) ",
          "2. (U) ",
          "3.\n",
          "(1) ",
          "I. ",
          "\u00b61.",
          "(S/NF)",
          "SUMMARY: ",
          "END SUMMARY.\n",
          "ENO SUMMARY",
          "C0MMENT ",
          "BEGIN QUOTE ",
          "UNQUOTE ",
          "-----\n",
          "=====",
          "- ",
          "* ",
          "THE MINISTER OF TRADE ",
          "President Wrona said ",
          "GENERAL ",
          "in Lodz ",
          "THE LODZ MILL COMPANY (LMC) ",
          "TREATY OF LODZ ",
          "FEBRUARY 14, ",
          "BY MAY ",
          "FY 77",
          "reftel ",
          "ref A ",
          "AL-",
          "'S ",
          "U.S. ",
          "lower words ",
          "https://x",
          "Visit London's Classified",
          "XXXXX",
          "NOTE BY OC/T: GARBLED\n",
          "SAMPLE\n",
          "SAMPLE, JR.\n",
          "S A M P L E\n",
          "RELEASED IN PART B1\n",
          "NNNN\n",
          "#0421\n");

  private static final List<String> SIGNS =
      List.of(
          "\n",
          "\n\n",
          " ",
          "  ",
          "\t",
          ".",
          ",",
          ":",
          ";",
          "(",
          ")",
          "[",
          "]",
          "\"",
          "'",
          "/",
          "-",
          "\\",
          "#",
          "0",
          "1",
          "O1",
          "\u00b6",
          "\u00a0",
          "\u00bf\n",
          "\ud83d\ude00",
          "\ud800",
          "\u0000",
          "&amp;",
          "&#x41;",
          "<a>",
          "%@(XK!");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesWhateverComes(boolean header) {
    List<List<String>> kinds = List.of(HEADERS, HEADINGS, TEXT, SIGNS);
    for (int i = 0; i < TEXTS; i++) {
      Random random = new Random(SEED + i);
      StringBuilder text = new StringBuilder(header ? HEADER : "");
      for (int n = 1 + random.nextInt(60); n > 0; n--) {
        // Mostly on with the same kind, so that grammars get far enough into their own.
        List<String> kind = kinds.get(random.nextInt(kinds.size()));
        for (int run = 1 + random.nextInt(5); run > 0; run--) {
          String piece = kind.get(random.nextInt(kind.size()));
          text.append(random.nextInt(8) == 0 ? piece.toLowerCase(Locale.ROOT) : piece);
          if (random.nextInt(3) == 0) {
            text.append(random.nextInt(4) == 0 ? '\n' : ' ');
          }
        }
      }
      Integer bodyStart = random.nextInt(4) == 0 ? random.nextInt(text.length() + 9) : null;
      check(text.toString(), bodyStart, SEED + i);
    }
  }

  /** Found with other seeds: a rule on the first line, a clock that ends its line. */
  @ParameterizedTest
  @ValueSource(strings = {"-----\n- I. AL-", "P 141337"})
  void takesWhatOnceThrew(String text) {
    check(text, 0, 0);
    check(text, null, 0);
    check(HEADER + text, null, 0);
  }

  private static void check(String text, Integer bodyStart, long seed) {
    try {
      assertTimeoutPreemptively(Duration.ofMinutes(1), () -> read(text, bodyStart));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + ", body at " + bodyStart + ": " + text, e);
    }
  }

  private static void read(String text, Integer bodyStart) throws IOException {
    Claims claims = Claims.newBuilder().setId("08WARSAW421").build();
    Source source = new Source("memory:pieces", Container.TEXT, 1L, null, "");
    RawMessage message = new RawMessage(text, null, source, claims, new ArrayList<>());
    message.setBodyStart(bodyStart);
    if (!(PARSER.parseWhole(message) instanceof ParseOutcome.Parsed parsed)) {
      assertThat(text).isBlank();
      return;
    }
    Cable cable = parsed.cable();
    NORMALIZER.normalize(cable);
    EXTRACTOR.extract(cable);
    new SpecificDatumWriter<>(Cable.class)
        .write(cable, EncoderFactory.get().binaryEncoder(OutputStream.nullOutputStream(), null));
    assertThat(cable.getHeader() + cable.getBody()).isEqualTo(text);
    assertThat(cable.getId()).isNotEmpty();
    int length = cable.getBody().codePointCount(0, cable.getBody().length());
    for (Paragraph paragraph : cable.getParagraphs()) {
      within(paragraph.getStart(), paragraph.getEnd(), length);
    }
    for (FieldSpan span : cable.getSpans()) {
      within(span.getStart(), span.getEnd(), length);
    }
    for (Reference reference : cable.getReferences()) {
      if (reference.getStart() != null && reference.getEnd() != null) {
        within(reference.getStart(), reference.getEnd(), length);
      }
    }
    int end = 0;
    for (Entity entity : cable.getEntities()) {
      within(entity.getStart(), entity.getEnd(), length);
      assertThat(entity.getStart()).isGreaterThanOrEqualTo(end);
      end = entity.getEnd();
    }
  }

  private static void within(int start, int end, int length) {
    assertThat(start).isBetween(0, end);
    assertThat(end).isLessThanOrEqualTo(length);
  }
}
