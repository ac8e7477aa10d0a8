package org.cablebeam.transforms.parse.heading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.Tag;
import org.cablebeam.transforms.parse.Body;
import org.cablebeam.transforms.text.Issues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole headings: where keywords stand, how they are damaged, and where the text begins. */
class HeadingParserTest {
  private static final HeadingParser PARSER = new HeadingParser();

  private int textStart;

  private Cable parse(String body) {
    return parse(body, 2008);
  }

  private Cable parse(String body, int year) {
    Cable cable =
        Cable.newBuilder()
            .setId(String.format("%02dWARSAW500", year % 100))
            .setSource(new Source())
            .setClassification(Classification.newBuilder().build())
            .setBody(body)
            .setSentAt(Instant.parse(year + "-06-01T10:00:00Z"))
            .setOrigin(Origin.newBuilder().setPost("WARSAW").build())
            .setSerial(500L)
            .build();
    textStart = PARSER.parse(Body.of(body), cable, new Issues(cable.getIssues()));
    return cable;
  }

  private static String tags(Cable cable) {
    return cable.getTags().stream().map(Tag::getCode).collect(Collectors.joining(" "));
  }

  private static String references(Cable cable) {
    return cable.getReferences().stream()
        .filter(reference -> reference.getZone() == ReferenceZone.HEADING)
        .map(r -> r.getId() == null ? r.getKind().name() : r.getId())
        .collect(Collectors.joining(" "));
  }

  private static String classifier(Cable cable) {
    var found = cable.getClassification().getClassifiedBy();
    return found == null ? "" : found.getText();
  }

  private static String order(Cable cable) {
    var found = cable.getClassification().getDeclassification();
    return found == null ? "" : found.getText();
  }

  private static final String PLAIN =
      """
      C O N F I D E N T I A L SECTION 01 OF 02 WARSAW 000500

      SIPDIS

      DEPT FOR EUR/WE

      E.O. 12958: DECL: 06/01/2018
      TAGS: PREL PGOV WZ
      SUBJECT: (C) TALKS ON FISH RESUME IN
      LODZ

      REF: A. WARSAW 421
           B. ROME 7

      Classified By: DCM Jane Sample for reasons 1.4 (b)
      and (d).

      1. (C) Summary: The talks resumed as ref A foretold.
      """;

  @Test
  void readsAPlainHeading() {
    Cable cable = parse(PLAIN);
    Classification classification = cable.getClassification();
    assertThat(classification.getText())
        .isEqualTo("C O N F I D E N T I A L SECTION 01 OF 02 WARSAW 000500");
    assertThat(classification.getCaptionText()).isEqualTo("SIPDIS\nDEPT FOR EUR/WE");
    assertThat(order(cable)).isEqualTo("E.O. 12958: DECL: 06/01/2018");
    assertThat(classification.getExecutiveOrder()).isEqualTo("12958");
    assertThat(tags(cable)).isEqualTo("PREL PGOV WZ");
    assertThat(cable.getSubject()).isEqualTo("TALKS ON FISH RESUME IN LODZ");
    assertThat(cable.getSubjectMarking()).isEqualTo("C");
    assertThat(references(cable)).isEqualTo("08WARSAW421 08ROME7");
    assertThat(classifier(cable)).isEqualTo("DCM Jane Sample for reasons 1.4 (b)\nand (d).");
    assertThat(PLAIN.substring(textStart)).startsWith("1. (C) Summary");
    assertThat(cable.getIssues()).isEmpty();
  }

  @Test
  void findsReferencesInTheTextAndResolvesBullets() {
    Cable cable = parse(PLAIN + "\n2. (C) As (07 STATE 12345) and LIMA 888 said; ref B too.\n");
    List<Reference> text =
        cable.getReferences().stream().filter(r -> r.getZone() == ReferenceZone.TEXT).toList();
    assertThat(text)
        .extracting(Reference::getId)
        .containsExactly("08WARSAW421", "07STATE12345", "08LIMA888", "08ROME7");
    for (Reference reference : text) {
      assertThat(cable.getBody().substring(reference.getStart(), reference.getEnd()))
          .isEqualTo(reference.getText());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "In London 2005 was a good year.",
        "Of PARIS 2,000 men came.",
        "Flight LIMA 12 left.",
        "In MOSCOW 150,000 marched.",
        "See reftel.",
      })
  void takesNoPlainNumberInTheTextForACable(String sentence) {
    Cable cable =
        parse("UNCLAS WARSAW 000500\n\nTAGS: PREL\nSUBJECT: TALKS\n\n1. " + sentence + "\n");
    assertThat(cable.getReferences()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "TAGS: PREL WZ > PREL WZ",
        "TAGS PREL WZ > PREL WZ",
        "TAG: PREL WZ > PREL WZ",
        "TAGES: PREL WZ > PREL WZ",
        "TAS: PREL WZ > PREL WZ",
        "TABS: PREL WZ > PREL WZ",
        "TGS: PREL WZ > PREL WZ",
        "AGS: PREL WZ > PREL WZ",
        "TAGS; PREL WZ > PREL WZ",
        "TAGS, PREL WZ > PREL WZ",
        "tAgs PREL WZ > PREL WZ",
        "Tags: PREL WZ > PREL WZ",
        "EFIN, PREL, WZ > EFIN PREL WZ",
        "TAGS: [PREL](#) [WZ](#) > PREL WZ",
        "TAGS: PREL WZ \\ > PREL WZ",
        "(A TAGS: PREL line) > ~~",
      })
  void readsTagsKeywords(String line, String expected) {
    Cable cable =
        parse(
            "UNCLAS WARSAW 000500\n\nE.O. 12958: N/A\n" + line + "\nSUBJECT: TALKS\n\n1. Text.\n");
    assertThat(tags(cable)).isEqualTo(expected.replace("~~", ""));
    assertThat(cable.getSubject()).isEqualTo("TALKS");
  }

  @Test
  void keepsTheTextOfLinks() {
    Cable cable =
        parse(
            "UNCLAS WARSAW 000500\nTAGS: <a href='/tag/PREL_0.html'>PREL</a> [WZ](#)\n"
                + "SUBJECT: TALKS\n\n1. Text.\n");
    assertThat(tags(cable)).isEqualTo("PREL WZ");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SUBJECT: TALKS RESUME",
        "SUBJECT:TALKS RESUME",
        "SUBJECT : TALKS RESUME",
        "SUBJ: TALKS RESUME",
        "SUBJ TALKS RESUME",
        "UBJECT: TALKS RESUME",
        "SUBJET: TALKS RESUME",
        "SUBJECT TALKS RESUME",
        "Subject: TALKS RESUME",
        "SUBJECT:\n\nTALKS RESUME",
        "SUBJECT: TALKS \\\nRESUME",
        "SUBJECT: TALKS&#x000A;RESUME",
      })
  void readsSubjectKeywords(String line) {
    Cable cable =
        parse("UNCLAS WARSAW 000500\n\nE.O. 12958: N/A\nTAGS: PREL\n" + line + "\n\n1. Text.\n");
    assertThat(cable.getSubject()).isEqualTo("TALKS RESUME");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "E.O. 12958: N/A",
        "EO 12958: N/A",
        "E.O.12958: N/A",
        "E.o. 12958: N/A",
        "E. O. 12958: N/A",
        "E.O.: 12958: N/A",
        "E.O 12958: N/A",
        "E,O. 12958: N/A",
        "¶E.O. 12958: N/A",
      })
  void readsOrderKeywords(String line) {
    Cable cable =
        parse("UNCLAS WARSAW 000500\n" + line + "\nTAGS: PREL\nSUBJECT: TALKS\n\n1. Text.\n");
    assertThat(cable.getClassification().getExecutiveOrder()).isEqualTo("12958");
    assertThat(order(cable)).endsWith("N/A");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "REF: ROME 7",
        "REF ROME 7",
        "REFS: ROME 7",
        "REFTEL: ROME 7",
        "REF. ROME 7",
        "REFERENCE: ROME 7",
        "REFTEL ROME 7",
        "REFS ROME 7",
        "REF(S): ROME 7",
        "Ref(s): Rome 7",
        "REFTELS: ROME 7",
        "REFS : ROME 7",
        "Program REF: ROME 7",
        "REF: REF: ROME 7",
        "REF: REFERENCE: ROME 7",
        "REF: REF A) ROME 7",
        "REF (A): ROME 7",
      })
  void readsReferenceKeywords(String line) {
    Cable cable =
        parse("UNCLAS WARSAW 000500\nTAGS: PREL\nSUBJECT: TALKS\n\n" + line + "\n\n1. Text.\n");
    assertThat(references(cable)).isEqualTo("08ROME7");
    assertThat(cable.getSubject()).isEqualTo("TALKS");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Classified By: DCM Jane Sample",
        "CLASSIFIED BY: DCM Jane Sample",
        "CLASSIFIED BY DCM Jane Sample",
        "Classfied By: DCM Jane Sample",
        "Classiied By: DCM Jane Sample",
        "(U) Classified By: DCM Jane Sample",
        "1. (U) CLASSIFIED BY DCM Jane Sample",
        "1. (C) CONFIDENTIAL - ENTIRE TEXT. CLASSIFIED BY DCM Jane Sample",
      })
  void readsClassifierKeywords(String line) {
    Cable cable =
        parse("SECRET WARSAW 000500\nTAGS: PREL\nSUBJECT: TALKS\n\n" + line + "\n\n2. (C) Text.\n");
    assertThat(classifier(cable)).isEqualTo("DCM Jane Sample");
    assertThat(cable.getSubject()).isEqualTo("TALKS");
  }

  @Test
  void findsKeywordsInsideALine() {
    Cable cable =
        parse(
            "UNCLAS WARSAW 000500\nPOSTS FOR FRAUD UNITS E.O. 12958: N/A TAGS: KFRDCVIS"
                + " SUBJECT: TALKS RESUME REF: A. ROME 5 CLASSIFIED BY: DCM J. Doe\n\n1. Text.\n");
    assertThat(cable.getClassification().getCaptionText()).isEqualTo("POSTS FOR FRAUD UNITS");
    assertThat(order(cable)).isEqualTo("E.O. 12958: N/A");
    assertThat(tags(cable)).isEqualTo("KFRD CVIS");
    assertThat(cable.getSubject()).isEqualTo("TALKS RESUME");
    assertThat(references(cable)).isEqualTo("08ROME5");
    assertThat(classifier(cable)).isEqualTo("DCM J. Doe");
  }

  @Test
  void findsKeywordsGluedToTheWordBefore() {
    Cable cable =
        parse(
            "SECRET WARSAW 000500\nTAGS: PREL\nSUBJECT: VISIT TO WARSAWREF: A. ROME 4\n"
                + "B. LIMA 5Classified By: CDA J. Doe\n\n1. (S) Text.\n");
    assertThat(cable.getSubject()).isEqualTo("VISIT TO WARSAW");
    assertThat(references(cable)).isEqualTo("08ROME4 08LIMA5");
    assertThat(classifier(cable)).isEqualTo("CDA J. Doe");
  }

  @Test
  void readsFieldsInAnotherOrder() {
    Cable cable =
        parse(
            "UNCLAS WARSAW 000500\nTAGS: PREL\nE.O. 12958: N/A\nREF: ROME 4\nSUBJECT: TALKS\n\n"
                + "1. Text.\n");
    assertThat(tags(cable)).isEqualTo("PREL");
    assertThat(order(cable)).isEqualTo("E.O. 12958: N/A");
    assertThat(references(cable)).isEqualTo("08ROME4");
    assertThat(cable.getSubject()).isEqualTo("TALKS");
  }

  @Test
  void readsJoinedLinesUpToParagraphOne() {
    String body =
        "S E C R E T WARSAW 000500 SIPDIS E.O. 12958: DECL: 06/01/2018 TAGS: PREL, WZ"
            + " SUBJECT: TALKS RESUME REF: ROME 4 CLASSIFIED BY: J. Doe, CDA. REASON: 1.4 (b), (d)"
            + " 1. (C) Summary: SUBJECT: no.";
    Cable cable = parse(body);
    assertThat(cable.getClassification().getCaptionText()).isEqualTo("SIPDIS");
    assertThat(cable.getSubject()).isEqualTo("TALKS RESUME");
    assertThat(classifier(cable)).isEqualTo("J. Doe, CDA. REASON: 1.4 (b), (d)");
    assertThat(body.substring(textStart)).startsWith("1. (C) Summary");
  }

  @Test
  void readsAFlattenedHeadingWithoutColons() {
    Cable cable =
        parse(
            "C O N F I D E N T I A L WARSAW 500 TOSEC 300013 STADIS E O 11652 GDS TAGS PFOR OVIP"
                + " SAMPLE JANE A SUBJECT DAILY ACTIVITY REPORTS",
            1976);
    assertThat(order(cable)).isEqualTo("E O 11652 GDS");
    assertThat(tags(cable)).isEqualTo("PFOR OVIP SAMPLE, JANE A");
    assertThat(cable.getSubject()).isEqualTo("DAILY ACTIVITY REPORTS");
    assertThat(cable.getClassification().getCaptionText()).isEqualTo("TOSEC 300013 STADIS");
  }

  @Test
  void neverLooksPastParagraphOne() {
    Cable cable =
        parse("UNCLAS WARSAW 000500\n\n1. Text.\n\nSUBJECT: A QUOTED CABLE\nTAGS: PREL\n");
    assertThat(cable.getSubject()).isNull();
    assertThat(cable.getTags()).isEmpty();
    assertThat(cable.getIssues())
        .extracting(Issue::getCode)
        .containsExactly("MISSING_TAGS", "MISSING_SUBJECT");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "C O R R E C T E D COPY//SUBJECT LINE////",
        "C O R R E C T E D  C O P Y (SUBJECT: CHANGED)",
        "- - C O R R E C T E D C O P Y - - CLASSIFIED BY LINE ADDED",
        "C O R R E C T E D COPY CAPTION",
      })
  void takesNoKeywordFromACorrectionNotice(String notice) {
    Cable cable =
        parse("SECRET WARSAW 000500\n" + notice + "\nTAGS: PREL\nSUBJECT: TALKS\n\n1. (S) Text.\n");
    assertThat(cable.getSubject()).isEqualTo("TALKS");
    assertThat(classifier(cable)).isEmpty();
    assertThat(cable.getClassification().getCaptionText()).isEqualTo(notice);
  }

  @Test
  void skipsFurnitureInTheMiddleOfAField() {
    Cable cable =
        parse(
            """
            CONFIDENTIAL WARSAW 00500
            TAGS: PFOR
            SUBJECT: TALKS
            REF: A. ROME 4

            CONFIDENTIAL
            PAGE 02        WARSAW  00500  01 OF 02  141337Z
            B. LIMA 7

            1. TEXT.
            """,
            1975);
    assertThat(references(cable)).isEqualTo("75ROME4 75LIMA7");
  }

  @Test
  void unitesTheReferencesOfRepeatedHeadings() {
    Cable cable =
        parse(
            "UNCLAS WARSAW 000500\nSUBJECT: TALKS ON...\nREF: A. ROME 4\n\nTAGS: PREL\n"
                + "SUBJECT: TALKS ON FISH\nREF: A. ROME 4 B. LIMA 7\n\n1. Text.\n");
    assertThat(references(cable)).isEqualTo("08ROME4 08LIMA7");
    assertThat(cable.getSubject()).isEqualTo("TALKS ON FISH");
  }

  @Test
  void beginsTheTextBehindTheLastFieldWhereNothingIsNumbered() {
    String body = "UNCLAS WARSAW 000500\nTAGS: PREL\nSUBJECT: TALKS\n\nThe talks resumed.\n";
    parse(body);
    assertThat(body.substring(textStart)).isEqualTo("The talks resumed.\n");
  }

  @Test
  void recordsWhereEachFieldStands() {
    Cable cable = parse(PLAIN);
    assertThat(cable.getSpans())
        .extracting(span -> PLAIN.substring(span.getStart(), span.getEnd()).substring(0, 6))
        .containsExactly("C O N ", "SIPDIS", "E.O. 1", "TAGS: ", "SUBJEC", "REF: A", "Classi");
  }
}
