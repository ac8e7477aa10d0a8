package org.cablebeam.transforms.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Source;

class CableParserProperties {
  private static final CableParser PARSER = new CableParser();

  private static RawMessage message(String text) {
    Claims claims = Claims.newBuilder().setId("08WARSAW421").build();
    Source source = new Source("memory:test", Container.TEXT, 1L, null, "");
    return new RawMessage(text, null, source, claims, new ArrayList<>());
  }

  @Property(tries = 500)
  void losesNothingOfAnyText(@ForAll String text) {
    check(text, null);
  }

  @Property(tries = 1000)
  void losesNothingOfPiecesOfCables(
      @ForAll("pieces") List<String> pieces, @ForAll @IntRange(max = 500) int bodyStart) {
    check(String.join("", pieces), null);
    check(String.join("", pieces), bodyStart);
  }

  private static void check(String text, Integer bodyStart) {
    RawMessage message = message(text);
    message.setBodyStart(bodyStart);
    ParseOutcome outcome = PARSER.parseWhole(message);
    if (text.isBlank()) {
      assertThat(outcome).isInstanceOf(ParseOutcome.Rejected.class);
      return;
    }
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    Cable cable = ((ParseOutcome.Parsed) outcome).cable();
    assertThat(cable.getHeader() + cable.getBody()).isEqualTo(text);
    assertThat(cable.getId()).isNotEmpty();
    int length = cable.getBody().codePointCount(0, cable.getBody().length());
    for (Paragraph paragraph : cable.getParagraphs()) {
      assertThat(paragraph.getStart()).isBetween(0, paragraph.getEnd());
      assertThat(paragraph.getEnd()).isLessThanOrEqualTo(length);
    }
    for (FieldSpan span : cable.getSpans()) {
      assertThat(span.getStart()).isBetween(0, span.getEnd());
      assertThat(span.getEnd()).isLessThanOrEqualTo(length);
    }
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "VZCZCXRO1234\n",
            "PP RUEHAB\n",
            "DE RUEHWR #0421/01 0451337\n",
            "ZNY CCCCC ZZH\n",
            "P R 141337Z FEB 08 ZDK\n",
            "271036Z Apr 00\n",
            "FM AMEMBASSY WARSAW\n",
            "TO ",
            "INFO ",
            "XMT ",
            "RUEHC/SECSTATE WASHDC PRIORITY 0471\n",
            "AMEMBASSY BONN\n",
            "ALL NATO POST COLLECTIVE\n",
            "PAGE 01        WARSAW  00421  01 OF 02  141337Z\n",
            "PAGE 02\n",
            "ACTION EUR-12\n",
            "INFO  OCT-01  ISO-00  /026 W\n",
            "------------------141337Z  053129 /38\n",
            "DRAFTED BY EUR/EE:ABSAMPLE\n",
            "APPROVED BY EUR:CDEXAMPLE\n",
            "SECRET\n",
            "S E C R E T WARSAW 000421\n",
            "C O N F I D E N T I A L SECTION 01 OF 03 WARSAW 000421\n",
            "\n",
            " ",
            "\uD83D\uDE00",
            "\uD800",
            "\u00b6",
            "SIPDIS\n",
            "E.O. 12958: DECL: 02/14/2018\n",
            "TAGS: PREL, PL\n",
            "SUBJECT: TALKS ON TALKS\n",
            "REF: A. WARSAW 420\n",
            "Classified By: ",
            "1. (C) Summary: Nothing.\n",
            "2. (U) END SUMMARY.\n",
            "SAMPLE\n",
            "NNNN\n",
            "BT\n",
            "Cable dated:2008-02-14T13:37:00",
            "header:\n",
            "123456\t2/14/2008 13:37\t08WARSAW421\t",
            "AMEMBASSY ROME RUEHRO/AMEMBASSY PARIS\n",
            "C O N F I D E N T I A L FINAL SECTION OF 03 WARSAW 000421\n",
            "SECRET 02/03 WARSAW 000421\n",
            "S A M P L E\n",
            "SAMPLE, JR.\n",
            "NOTE BY OC/T: GARBLED\n",
            "WARSAW 00000421  002 OF 003\n",
            "(",
            ")",
            "XXXXX")
        .list()
        .ofMaxSize(40);
  }
}
