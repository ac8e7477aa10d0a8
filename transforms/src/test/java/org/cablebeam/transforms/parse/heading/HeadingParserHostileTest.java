package org.cablebeam.transforms.parse.heading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.Source;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that mean harm: nothing throws, nothing takes more than linear time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HeadingParserHostileTest {
  private static final HeadingParser PARSER = new HeadingParser();

  /** Behind or before these the parser looks whether a field goes on. */
  private static final List<String> GOING_ON =
      List.of(
          "OVIP-",
          "LIMA,\n\n1 ",
          "ADDIS ABABA\n\n1 ",
          "(\n\n",
          "OF\n\n",
          "\n\n",
          "X\n\n\n\nAND ",
          "LIMA 1-20, ",
          "LIMA 11-99999, ",
          "<PREL>",
          "PR\nEL ");

  private static Cable parse(String body) {
    Cable cable =
        Cable.newBuilder()
            .setId("08WARSAW500")
            .setSource(new Source())
            .setClassification(Classification.newBuilder().build())
            .setBody(body)
            .build();
    int start = PARSER.parse(Body.of(body), cable, new Issues(cable.getIssues()));
    assertThat(start).isBetween(0, body.length());
    for (FieldSpan span : cable.getSpans()) {
      assertThat(span.getStart()).isBetween(0, span.getEnd());
      assertThat(span.getEnd()).isLessThanOrEqualTo(body.length());
    }
    for (Reference reference : cable.getReferences()) {
      assertThat(reference.getStart()).isBetween(0, reference.getEnd());
      assertThat(reference.getEnd()).isLessThanOrEqualTo(body.length());
    }
    return cable;
  }

  private static final String HEAD = "UNCLAS WARSAW 000500\n\nE.O. 12958: N/A\nTAGS: PREL\n";

  @Test
  void reads100000ReferenceLines() {
    StringBuilder body = new StringBuilder(HEAD + "SUBJECT: TALKS\n");
    for (int i = 1; i <= 100_000; i++) {
      body.append("REF: A. ROME ").append(i).append('\n');
    }
    assertThat(parse(body.toString()).getReferences()).hasSize(100_000);
  }

  @Test
  void reads100000ItemsOfOneReferenceLine() {
    StringBuilder body = new StringBuilder(HEAD + "SUBJECT: TALKS\nREF: ROME 1");
    for (int i = 2; i <= 100_000; i++) {
      body.append(",\n").append("ROME ").append(i);
    }
    assertThat(parse(body.toString()).getReferences()).isNotEmpty();
  }

  @Test
  void survivesOpenParentheses() {
    String open = "(".repeat(50_000);
    for (String field : new String[] {"SUBJECT: ", "REF: ", "TAGS: ", "Classified By: ", ""}) {
      parse("UNCLAS WARSAW 000500\n" + field + open + "\nSUBJECT: " + open + "TALKS\n");
    }
  }

  @Test
  void survivesAKeywordRepeatedAMillionTimes() {
    for (String word :
        new String[] {"SUBJECT: ", "TAGS:", "REF:", "E.O. 12958:", "Classified By: ", "REF A "}) {
      parse("UNCLAS WARSAW 000500\n" + word.repeat(1_000_000 / 4));
      parse("UNCLAS WARSAW 000500\n" + (word + "\n").repeat(1_000_000 / 4));
    }
  }

  @Test
  void survivesMegabytesOnOneLine() {
    for (String field : new String[] {"", "SUBJECT: ", "REF: ", "TAGS: ", "Classified By: "}) {
      parse("UNCLAS WARSAW 000500\n" + field + "x".repeat(10_000_000));
    }
    List<String> pieces = new ArrayList<>(GOING_ON);
    pieces.addAll(
        List.of(
            "x",
            "A. ",
            "ROME 1 ",
            "1",
            " ",
            "AND ",
            "PREL",
            "(C) ",
            "PREL, ",
            "&#x",
            "<a ",
            "(a\n",
            "1. Xx ",
            "1. X ",
            "SUMMARY. ",
            "THIS CLASSIFIED BY ",
            "E-MAIL 2, ",
            "-",
            "l"));
    for (String piece : pieces) {
      String line = piece.repeat(500_000 / piece.length());
      for (String field : new String[] {"", "SUBJECT: ", "REF: ", "TAGS: ", "Classified By: "}) {
        parse("UNCLAS WARSAW 000500\n" + field + line);
      }
    }
  }

  @Test
  void survivesALongClassificationLine() {
    Lines lines = Lines.of("S ".repeat(1_000_000) + "\n");
    assertThat(ClassificationLine.read(lines, 0)).isEmpty();
  }

  @Property(tries = 2000, seed = "1966")
  void neverThrows(@ForAll("headings") String body) {
    parse(body);
  }

  @Provide
  Arbitrary<String> headings() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "SUBJECT:",
            "TAGS:",
            "REF:",
            "E.O. 12958:",
            "Classified By:",
            "UNCLAS",
            "WARSAW",
            "000500",
            "SECTION 01 OF 02",
            "A.",
            "(B)",
            "ROME 12",
            "08",
            "(07)",
            "NOTAL",
            "AND",
            "OVIP (",
            "DOE,",
            "JANE",
            ")",
            "PREL",
            "PRELPK",
            "\n",
            "\n\n",
            " ",
            "  ",
            ";",
            ",",
            "/",
            "-",
            "#",
            "0",
            "O1",
            "'",
            "¶1.",
            "1. (C)",
            "reftel",
            "ref A",
            "[PREL](#)",
            "<a>",
            "&amp;",
            "&#x41;",
            "&#;",
            "\\",
            "\ud83d",
            "\u00a0",
            "E-MAIL",
            "S E C R E T",
            "PAGE 02",
            "----------",
            "SUMMARY:",
            "N/A",
            "PART 1 OF 2",
            "HUMAN RIGHTS",
            "CA-",
            "0TTAWA",
            "(",
            "[",
            "]",
            "II.",
            "l2",
            "1. The",
            "2. It",
            "(REF A)",
            "EXECUTIVE ORDER 12958",
            "CLASSIFIED BY",
            "DCMJane",
            "¶");
    return Arbitraries.frequencyOf(Tuple.of(5, pieces), Tuple.of(1, Arbitraries.of(GOING_ON)))
        .list()
        .ofMaxSize(60)
        .map(list -> String.join("", list));
  }
}
