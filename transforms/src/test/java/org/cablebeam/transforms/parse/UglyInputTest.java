package org.cablebeam.transforms.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Source;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that make careless parsers slow; the time-outs are many times what is needed. */
class UglyInputTest {
  private static final String START = "S E C R E T WARSAW 000421\n";

  static Stream<Arguments> inputs() {
    return Stream.of(
        Arguments.of("ten megabytes on one line", "A".repeat(10_000_000)),
        Arguments.of("words on one line", START + "WORD ".repeat(2_000_000)),
        Arguments.of("header words on one line", "FM TO INFO PAGE 01 ".repeat(500_000)),
        Arguments.of("precedence letters", "P R O Z ".repeat(1_000_000)),
        Arguments.of("digits", "0123456789 ".repeat(900_000)),
        Arguments.of("levels", "C O N F I D E N T I A L ".repeat(400_000)),
        Arguments.of("sections", (START + "\n").repeat(50_000)),
        Arguments.of("page lines", "PAGE 01 WARSAW 00421 141337Z\n".repeat(200_000)),
        Arguments.of("addressees", "FM X\nTO " + "AMEMBASSY WARSAW\n".repeat(200_000)),
        Arguments.of("exemptions", "FM X\nTO " + "A XMT B, ".repeat(300_000)),
        Arguments.of("commas", "FM X\nTO " + "AMEMBASSY A,".repeat(300_000)),
        Arguments.of("references", START + "REF: A. WARSAW 4\n".repeat(100_000)),
        Arguments.of("parentheses", START + "TAGS: " + "(".repeat(50_000)),
        Arguments.of("keywords", START + "SUBJECT: ".repeat(1_000_000)),
        Arguments.of("blank lines", "\n".repeat(5_000_000) + START),
        Arguments.of("blanks", START + " ".repeat(5_000_000) + "X"),
        Arguments.of("dashes", START + "-".repeat(5_000_000)),
        Arguments.of("marks", "VZCZ".repeat(1_000_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void isReadInGoodTime(String name, String text) {
    Claims claims = Claims.newBuilder().setId("08WARSAW421").build();
    Source source = new Source("memory:" + name, Container.TEXT, 1L, null, "");
    RawMessage message = new RawMessage(text, null, source, claims, new ArrayList<>());
    ParseOutcome outcome = new CableParser().parseWhole(message);
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
  }
}
