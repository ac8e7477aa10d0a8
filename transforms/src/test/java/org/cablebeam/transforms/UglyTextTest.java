package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.entities.EntityExtractor;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts that mean harm, through parser, normaliser and extractor as a run takes them: a construct
 * repeated without end, wherever in a cable it may stand. Nothing throws, nothing is lost, and the
 * time-out is one that only more than linear time can reach.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class UglyTextTest {
  private static final int UNITS = 200_000;

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

  private static final String HEADING =
      """

      C O N F I D E N T I A L SECTION 01 OF 02 WARSAW 000421

      SIPDIS

      E.O. 12958: DECL: 02/14/2018
      TAGS: PREL, PL
      SUBJECT: TALKS ON TALKS

      """;

  private static final CableParser PARSER = new CableParser();
  private static final ClassificationNormalizer NORMALIZER = new ClassificationNormalizer();
  private static final EntityExtractor EXTRACTOR = EntityExtractor.standard();

  private static void check(String text) {
    Source source = new Source("memory:ugly", Container.TEXT, 1L, null, "");
    RawMessage message = new RawMessage(text, null, source, null, new ArrayList<>());
    if (!(PARSER.parseWhole(message) instanceof ParseOutcome.Parsed parsed)) {
      return;
    }
    Cable cable = parsed.cable();
    NORMALIZER.normalize(cable);
    EXTRACTOR.extract(cable);
    assertThat(cable.getHeader().length() + cable.getBody().length()).isEqualTo(text.length());
    int length = cable.getBody().codePointCount(0, cable.getBody().length());
    for (Entity entity : cable.getEntities()) {
      assertThat(entity.getStart()).isBetween(0, entity.getEnd());
      assertThat(entity.getEnd()).isLessThanOrEqualTo(length);
    }
  }

  @Test
  void aTextThatEndsInRules() {
    check(HEADER + HEADING + "1. (C) Talks went on.\n\n" + "-----\n".repeat(40));
    check(HEADER + HEADING + "1. (C) Talks went on.\n\n" + "-----\n".repeat(40) + "-----");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "X ",
        "(",
        "[",
        "\"",
        "- ",
        "=",
        "A. ",
        "1. ",
        "1.\n",
        "(C) ",
        "\u00b6",
        "\\\n",
        "\u0000",
        "\ud800",
        "\ud83d\ude00",
        "\u00bf\n",
        "q~}%(@(XKJ!& ",
        "XXXX ",
        "SUMMARY: ",
        "END SUMMARY ",
        "(COMMENT: ",
        "BEGIN COMMENT ",
        "UNQUOTE ",
        "REF: A. ROME 1\n",
        "ROME 1, ",
        "reftel ",
        "PREL, ",
        "OVIP (DOE, ",
        "SUBJECT: ",
        "E.O. 12958: ",
        "Classified By: ",
        "SIPDIS\n",
        "SECRET\n",
        "S E C R E T ",
        "UNCLAS WARSAW 000421\n",
        "C O N F I D E N T I A L SECTION 02 OF 02 WARSAW 000421\n",
        "PAGE 02 WARSAW 00421 141337Z ",
        "PAGE 02\n",
        "WARSAW 00000421  002 OF 002\n",
        " OF 0",
        "VZCZCXRO1234\n",
        "RUEHAB ",
        "TO ",
        "INFO ",
        "XMT ",
        "AMEMBASSY ",
        "AMEMBASSY ROME, ",
        "RUEHC/SECSTATE WASHDC ",
        "INFO OCT-01 ISO-00 ",
        "DRAFTED BY EUR:ABC\n",
        "FM AMEMBASSY WARSAW\n",
        "P 141337Z FEB 08\n",
        "NNNN\n",
        "header:\n",
        "Declassified/Released ",
        "Cable dated:2008-02-14T13:37:00",
        "\"123\",\"x\",",
        "123\tx\t",
        "Ministry of ",
        "Mr. John Doe ",
        "and ",
        "12/12/2009 ",
        "08WARSAW421 ",
        "HEADING\n-------\n",
        "SAMPLE\n"
      })
  void survivesAnythingRepeatedAnywhere(String piece) {
    String many = piece.repeat(UNITS / piece.length());
    check(many);
    check(HEADER + many + HEADING + "1. (C) Nothing.\n");
    check(HEADER + HEADING.replace("TALKS ON TALKS", many) + "1. (C) Nothing.\n");
    check(HEADER + HEADING + "1. (C) Nothing.\n" + many + "\nSAMPLE\n");
  }

  @Test
  void survivesTenMegabytesOnOneLine() {
    check(HEADER + HEADING + "1. (C) " + "The talks went on. ".repeat(10_000_000 / 19));
  }
}
