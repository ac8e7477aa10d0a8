package org.cablebeam.transforms.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CableParserTest {
  private static final CableParser PARSER = new CableParser();

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

  private static final String BODY =
      """
      C O N F I D E N T I A L WARSAW 000421

      SIPDIS

      E.O. 12958: DECL: 02/14/2018
      TAGS: PREL, PL
      SUBJECT: TALKS ON TALKS

      1. (C) Nothing was agreed.
      """;

  private static RawMessage message(String text) {
    Source source = new Source("memory:test", Container.TEXT, 1L, null, "");
    return new RawMessage(text, null, source, null, new ArrayList<>());
  }

  private static Cable parsed(RawMessage message) {
    assertThat(PARSER.parse(message)).isInstanceOf(ParseOutcome.Parsed.class);
    return ((ParseOutcome.Parsed) PARSER.parse(message)).cable();
  }

  private static Cable parsed(String text) {
    return parsed(message(text));
  }

  private static List<String> codes(Cable cable) {
    return cable.getIssues().stream().map(Issue::getCode).toList();
  }

  @Test
  void partsHeaderAndBodyAtTheClassificationLine() {
    Cable cable = parsed(HEADER + BODY);
    assertThat(cable.getHeader()).isEqualTo(HEADER);
    assertThat(cable.getBody()).isEqualTo(BODY);
    assertThat(cable.getId()).isEqualTo("08WARSAW421");
  }

  @Test
  void takesALevelAboveAPageLineForFurniture() {
    String header =
        """
        CONFIDENTIAL
        PAGE 01        WARSAW  00421  141337Z
        43
        ACTION EUR-12
        INFO  OCT-01  ISO-00  /026 W
                          ------------------141337Z  053129 /38
        R 141300Z FEB 74
        FM AMEMBASSY WARSAW
        TO SECSTATE WASHDC 0471
        CONFIDENTIAL
        PAGE 02        WARSAW  00421  141337Z
        INFO AMEMBASSY BONN
        """;
    Cable cable = parsed(header + "C O N F I D E N T I A L WARSAW 0421\nE.O. 11652: GDS\n");
    assertThat(cable.getHeader()).isEqualTo(header);
    assertThat(cable.getRecipients())
        .extracting("name")
        .containsExactly("SECSTATE WASHDC", "AMEMBASSY BONN");
  }

  @Test
  void takesALevelWithoutPostBehindTheAddressees() {
    Cable cable =
        parsed(
            "R 141300Z FEB 74\nFM AMEMBASSY WARSAW\nTO SECSTATE WASHDC\n\nSECRET\n\n"
                + "E.O. 11652: GDS\n\n1. NOTHING.\n");
    assertThat(cable.getBody()).startsWith("SECRET\n");
    assertThat(codes(cable)).doesNotContain("MISSING_CLASSIFICATION_LINE");
  }

  @Test
  void beginsTheBodyBehindTheHeaderWhereNoClassificationLineStands() {
    Cable cable =
        parsed(
            "P 141337Z FEB 08\nFM AMEMBASSY WARSAW\nTO SECSTATE WASHDC 0471\n\n"
                + "SUBJECT: TALKS\n\n1. NOTHING.\n");
    assertThat(cable.getBody()).startsWith("SUBJECT:");
    assertThat(codes(cable)).contains("MISSING_CLASSIFICATION_LINE");
  }

  @Test
  void readsAMessageThatIsOnlyAHeader() {
    Cable cable = parsed(HEADER);
    assertThat(cable.getHeader()).isEqualTo(HEADER);
    assertThat(cable.getBody()).isEmpty();
  }

  @Test
  void readsABodyWithoutHeader() {
    Cable cable = parsed(BODY);
    assertThat(cable.getHeader()).isEmpty();
    assertThat(cable.getBody()).isEqualTo(BODY);
    assertThat(codes(cable)).contains("MISSING_HEADER", "MISSING_DATE");
  }

  @Test
  void takesAnyTextWithAClaimedIdForACable() {
    RawMessage message = message("TO: MR. SAMPLE\n12 LONG STREET\n\n1. WE REGRET.\n");
    message.setClaims(
        Claims.newBuilder().setId("1978KINGST00692").setCreated("04 MAY 1978").build());
    Cable cable = parsed(message);
    assertThat(cable.getId()).isEqualTo("78KINGSTON692");
    assertThat(cable.getBody()).isEqualTo(message.getText());
    assertThat(cable.getSentAt()).hasToString("1978-05-04T00:00:00Z");
    assertThat(codes(cable)).contains("ID_FROM_CLAIM", "DATE_FROM_CLAIM");
  }

  @Test
  void skipsAPublishersPreambleAndReadsItAsAClaim() {
    String preamble = "119154\n2/14/2008 13:00\n08WARSAW421\nEmbassy Warsaw\n\n";
    Cable cable = parsed(preamble + HEADER + BODY);
    assertThat(cable.getHeader()).isEqualTo(preamble + HEADER);
    assertThat(cable.getClaims().getId()).isEqualTo("08WARSAW421");
    assertThat(cable.getRecipients()).hasSize(1);
    assertThat(codes(cable)).contains("SKIPPED_PREAMBLE");
  }

  @Test
  void partsADateThatIsGluedToTheClassificationLine() {
    Cable cable = parsed("Cable dated:2008-02-14T13:37:00" + BODY);
    assertThat(cable.getHeader()).isEqualTo("Cable dated:2008-02-14T13:37:00");
    assertThat(cable.getBody()).isEqualTo(BODY);
    assertThat(cable.getId()).isEqualTo("08WARSAW421");
  }

  @Test
  void partsTheNoticeOfAnExtractFromTheTextGluedToIt() {
    String notice =
        "This record is a partial extract of the original cable."
            + " The full text of the original cable is not available.";
    Cable cable = parsed(notice + BODY);
    assertThat(cable.getHeader()).isEqualTo(notice);
    assertThat(cable.getBody()).isEqualTo(BODY);
    assertThat(cable.getPartial()).isTrue();
  }

  @Test
  void readsAHeaderWhoseLinesWereJoined() {
    Cable cable =
        parsed(
            "Message Text PAGE 01 STATE 025926 TOSEC 300013 61 ORIGIN SS-25 INFO OCT-01 ISO-00"
                + " 026 R DRAFTED BY S/S:ABSAMPLE APPROVED BY S/S:CDEXAMPLE"
                + " --------------------- 015432 P 200054Z OCT 76 ZFF4 FM SECSTATE WASHDC TO"
                + " AMEMBASSY WARSAW PRIORITY AMEMBASSY BONN IMMEDIATE C O N F I D E N T I A L"
                + " STATE 025926 TOSEC 300013 STADIS E O 11652 GDS TAGS PFOR SUBJECT DAILY REPORT"
                + " FOLLOWING ARE THE REPORTS");
    assertThat(cable.getId()).isEqualTo("76STATE25926");
    assertThat(cable.getBody()).startsWith("C O N F I D E N T I A L STATE 025926");
    assertThat(cable.getSentAt()).hasToString("1976-10-20T00:54:00Z");
    assertThat(cable.getRecipients())
        .extracting("name")
        .containsExactly("AMEMBASSY WARSAW", "AMEMBASSY BONN");
    assertThat(cable.getDrafters()).extracting("name").containsExactly("ABSAMPLE");
  }

  @Test
  void handsOnASectionWhoseOthersAreElsewhere() {
    String text = HEADER + BODY.replace("WARSAW 000421", "SECTION 01 OF 02 WARSAW 000421");
    ParseOutcome outcome = PARSER.parse(message(text));
    assertThat(outcome).isInstanceOf(ParseOutcome.Section.class);
    var section = ((ParseOutcome.Section) outcome).section();
    assertThat(section.getKey()).isEqualTo("08WARSAW421");
    assertThat(section.getSection()).isEqualTo(1);
    assertThat(section.getSectionCount()).isEqualTo(2);
    assertThat(PARSER.parseWhole(message(text))).isInstanceOf(ParseOutcome.Parsed.class);
  }

  @Test
  void keepsAMessageThatHoldsItsOtherSections() {
    String text =
        HEADER
            + BODY.replace("WARSAW 000421", "SECTION 01 OF 02 WARSAW 000421")
            + "\nWARSAW 00000421  002 OF 002\n\n2. (C) Nor later.\n";
    assertThat(PARSER.parse(message(text))).isInstanceOf(ParseOutcome.Parsed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n \t\n"})
  void rejectsBlanks(String text) {
    ParseOutcome outcome = PARSER.parse(message(text));
    assertThat(((ParseOutcome.Rejected) outcome).reject().getCode()).isEqualTo("EMPTY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Sir,\n\nthe secret of the garden is water.\n\nYours\n",
        "1. Butter\n2. Eggs\n3. Flour\n",
        "AMEMBASSY OUTGOING TELEGRAM Control 122 was mentioned in the log.\nSECRET\n",
        "<html><body>404</body></html>",
        "name,date\nsample,2008-02-14\n"
      })
  void rejectsWhatIsNoCable(String text) {
    ParseOutcome outcome = PARSER.parse(message(text));
    assertThat(((ParseOutcome.Rejected) outcome).reject().getCode()).isEqualTo("NOT_A_CABLE");
    assertThat(((ParseOutcome.Rejected) outcome).reject().getRaw()).isEqualTo(text);
  }

  @Test
  void takesATelegramFormOfThe1960sForACable() {
    Cable cable =
        parsed(
            "INCOMING TELEGRAM Department of State\n\nSECRET\n\nControl: 123\nRec'd: JULY 4, 1963\n"
                + "FROM: Oslo\nTO: Secretary of State\nNO: 54, July 4, 2 p.m.\n\nNothing new.\n");
    assertThat(cable.getId()).isEqualTo("63OSLO54");
    assertThat(codes(cable)).contains("LOCAL_TIME");
  }

  @Test
  void countsOffsetsInCodePoints() {
    Cable cable = parsed(HEADER + BODY.replace("TALKS ON", "\uD83D\uDE00 ON"));
    String body = cable.getBody();
    Paragraph paragraph = cable.getParagraphs().get(cable.getParagraphs().size() - 1);
    int start = body.offsetByCodePoints(0, paragraph.getStart());
    int end = body.offsetByCodePoints(0, paragraph.getEnd());
    assertThat(body.substring(start, end)).startsWith("1. (C) Nothing").endsWith("agreed.");
  }

  @Test
  void comparesTheDateWithTheContainers() {
    RawMessage message = message(HEADER + BODY);
    message.setClaims(
        Claims.newBuilder().setId("08WARSAW421").setCreated("2007-02-14 13:00").build());
    assertThat(codes(parsed(message))).contains("DATE_CONTRADICTS_CLAIM");
  }

  @Test
  void takesATelegramWhoseLinesWereRunTogetherForACable() {
    String flat =
        "UNCLASSIFIED Doc No C00000000 SECRET PAGE 01 STATE 181927 ORIGIN EA-12 INFO ADS-00"
            + " SECSTATE WASHDC TO AMEMBASSY SUVA IMMEDIATE E O 12065 US SUBJECT FERRIES AGAIN"
            + " THE HARBOUR MASTER CALLED";

    assertThat(PARSER.parse(message(flat))).isInstanceOf(ParseOutcome.Parsed.class);
    assertThat(PARSER.parse(message("See PAGE 01 OF 200 on the SUBJECT of ferries.")))
        .isInstanceOf(ParseOutcome.Rejected.class);
  }
}
