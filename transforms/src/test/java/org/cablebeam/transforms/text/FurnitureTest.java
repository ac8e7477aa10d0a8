package org.cablebeam.transforms.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {
  private static final String TEXT = "1. THE HARBOUR WAS QUIET AND\n";
  private static final String MORE = "NO SHIP HAD COME IN.\n";

  /** The furniture of a text, each piece with its line ends as blanks. */
  private static List<String> pieces(String text) {
    return Furniture.of(Lines.of(text)).spans().stream()
        .map(span -> span.of(text).replaceAll("\\s+", " "))
        .toList();
  }

  /** What is left of a text. */
  private static String rest(String text) {
    Furniture furniture = Furniture.of(Lines.of(text));
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!furniture.covers(i)) {
        rest.append(text.charAt(i));
      }
    }
    return rest.toString()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PAGE 02        WARSAW  00421  141337Z",
        "PAGE 02        WARSAW  00421  02 OF 04  141337Z",
        "PAGE 02 WARSAW 00421 02 OF 04 141337 Z",
        "PAGE 02\nWARSAW 00421 141337Z",
        "PAGE 02\nSTATE 263937",
        "PAGE 02 STATE 181062 TOSEC 190010",
        "PAGE 02        BUENOS  00421  182333Z",
        "PAGE 02        THE HA  00421  182333Z",
        "CONFIDENTIAL\nCONFIDENTIAL\nPAGE 02 WARSAW 00421 261647Z",
        "                              UNCLASSIFIED\n\n"
            + "PAGE 02        WARSAW  00421  01 OF 02  141337Z",
        "LIMITED OFFICIAL USE\nLIMITED OFFICIAL USE\nPAGE 02\nWARSAW 00421 030917Z",
        "SECRET\nPAGE 02 WARSAW 00421 060137 Z\n43",
        "SECRET\nPAGE 02 WARSAW 00421 060137 Z\n70-62",
        "CONFIDENTIAL\nPAGE 02",
        "WARSAW 00000421  001.2 OF 004",
        "    WARSAW 00000421 002 OF 004",
        "WARSAW 00000421  001.2 OF 004 \\",
        "WARSAW 00000421 \n\n001.2 OF 003",
        "TEL AVIV 00000421  002 OF 003",
        "BANDAR SERI BEGAWAN 00000421  002 OF 003",
        "PORT-AU-PR 00000421  002 OF 003",
        "SIPDIS",
        "NOFORN",
        "WP",
        "MORE",
        "-- MORE --",
        "(CONTINUED)",
        "--------------------- 081875",
        "------------------201212Z 109980 /20",
        "------------------107579 280824Z /20",
        "NNNN",
        "NNN",
        "NNNNMAFVVZCZ",
        "<< END OF DOCUMENT >>",
        "*** Current Handling Restrictions *** n/a",
        "*** Current Classification *** UNCLASSIFIED",
        "\u00bf\u00bf\u00bf\u00bf",
        "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
        "Rosalinde Q. Sample Declassified/Released US Department of State EO Systematic Review 22"
            + " May 2009",
        "Edmund J. Lakeby Declassified/Released US Department of State EO\n"
            + "Systematic Review 20 Mar 2014",
        "Edmund J. Lakeby\n"
            + "Declassified/Released US Department of State EO Systematic Review\n"
            + "20 Mar 2014",
        "Declassified/Released US Department of State EO \nSystematic Review 05 JUL 2006",
        "CONFIDENTIAL\n\nWARSAW 00000421  002 OF 003\n\nSIPDIS",
      })
  void takesWholeLines(String furniture) {
    String text = TEXT + furniture + "\n" + MORE;
    assertThat(rest(text)).isEqualTo((TEXT + MORE).strip());
    Lines lines = Lines.of(text);
    Furniture found = Furniture.of(lines);
    for (int i = 0; i < lines.count(); i++) {
      boolean own = i > 0 && i < lines.count() - 1 && !lines.blank(i);
      assertThat(found.isFurniture(i)).as(lines.line(i)).isEqualTo(own);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SECRET",
        "CONFIDENTIAL TALKS WENT ON",
        "SECRET POLICE 4000 STRONG",
        "PAGE 2 OF THE REPORT SAYS SO",
        "PAGE 14 OF WARSAW 421 IS CLEAR",
        "PAGE 2",
        "CONFIDENTIAL MOSCOW 7351",
        "43",
        "70-62",
        "-------------",
        "----------------------------------",
        "SHE OWNS 00000421 SHARES OF 400",
        "12000000 TONS OF 100",
        "A. WARSAW 421",
        "MORE TALKS WILL FOLLOW",
        "MORESBY",
        "*** NOTE ***",
        "OFFICIALS DECLASSIFIED/RELEASED NOTHING",
        "THE SECTION 2 OF 4 IS CLOSED",
        "S E C R E T SECTION 02 OF 02 LODZ 77",
        "1. PAGE 02 WARSAW",
        "\u00bfQUE PASA?",
        "#12",
        "NOTE",
      })
  void leavesOrdinaryText(String line) {
    String text =
        "C O N F I D E N T I A L WARSAW 000421\nSUBJECT: HARBOURS\n\n" + TEXT + line + "\n" + MORE;
    assertThat(pieces(text)).isEmpty();
  }

  @Test
  void leavesTheFirstHeading() {
    String text =
        "C O N F I D E N T I A L SECTION 01 OF 02 WARSAW 000421\n\nSIPDIS\n\nNOFORN\n"
            + "E.O. 12958: DECL: 01/02/2018\nTAGS: PREL, PL\nSUBJECT: HARBOURS\n\n"
            + TEXT;
    assertThat(pieces(text)).isEmpty();
    assertThat(Furniture.of(Lines.of(text)).sections())
        .containsExactly(new Furniture.SectionMark(1, 2, 0));
  }

  @Test
  void takesOnlyItsPartOfALine() {
    String text = TEXT + "WARSAW 00000421  002 OF 004 NO SHIP HAD COME IN.\n";
    assertThat(rest(text)).isEqualTo((TEXT + MORE).strip());
    assertThat(Furniture.of(Lines.of(text)).isFurniture(1)).isFalse();
  }

  @Test
  void findsSectionHeadersInsideJoinedLines() {
    String text =
        "UNCLAS SECTION 01 OF 02 TEL AVIV 000421\n\n1. THE HARBOUR WAS QUIET AND EMPTY ALL DAY,"
            + " SAID THE HARBOUR MASTER OF THE CITY OF TEL AVIV 00000421  001.2 OF 002 AND NO SHIP"
            + " HAD COME IN. TEL AVIV 00000421  002 OF 002 THE END.\n";
    assertThat(pieces(text))
        .containsExactly("TEL AVIV 00000421 001.2 OF 002", "TEL AVIV 00000421 002 OF 002");
  }

  @Test
  void findsPageLinesInsideJoinedLines() {
    String text =
        TEXT
            + "TAGS: EFIN, IT                                                            "
            + "UNCLASSIFIED    PAGE 02        ROME     00421  01 OF 02  141337Z EFIN, IT\n";
    assertThat(pieces(text)).containsExactly("UNCLASSIFIED PAGE 02 ROME 00421 01 OF 02 141337Z");
  }

  @Test
  void takesTheHeadingThatALaterSectionRepeats() {
    String heading =
        "EXDIS\nDEPT FOR EUR/WE\nE.O. 11652: GDS\nTAGS: PFOR, PL\nSUBJECT: TALKS ON THE\nHARBOUR"
            + " RESUME\nREF: LODZ 77\n";
    String head = "S E C R E T SECTION 01 OF 02 WARSAW 00421\n" + heading;
    String seam =
        "SECRET\n"
            + "NNNN\n\n"
            + "SECRET\n\n"
            + "PAGE 01  WARSAW 00421 02 OF 02 141402Z\n"
            + "43\n"
            + "ACTION EUR-12\n"
            + "INFO OCT-01 ISO-00 /026 W\n"
            + "------------------ 053129\n"
            + "P R 141337Z FEB 74\n"
            + "FM AMEMBASSY WARSAW\n"
            + "TO SECSTATE WASHDC 8912\n"
            + "INFO AMCONSUL POZNAN\n"
            + "DIA WASHDC/AH-8\n"
            + "S E C R E T SECTION 02 OF 02 WARSAW 00421\n"
            + heading;
    String text = head + TEXT + seam + MORE;
    assertThat(rest(text)).isEqualTo((head + TEXT + MORE).strip());
  }

  @Test
  void takesTheTransmissionHeaderOfALaterSection() {
    String head = "UNCLAS SECTION 01 OF 02 WARSAW 000421\n\nSUBJECT: HARBOURS\n\n";
    String seam =
        "VZCZCXRO1234\nPP RUEHAB\nDE RUEHWR #0421/02 0451337\nZNR UUUUU ZZH\n"
            + "P 141337Z FEB 08\nFM AMEMBASSY WARSAW\nTO RUEHC/SECSTATE WASHDC PRIORITY 0471\n"
            + "UNCLAS SECTION 02 OF 02 WARSAW 000421 \n\nSUBJECT: HARBOURS \n\n";
    assertThat(rest(head + TEXT + seam + MORE)).isEqualTo(rest(head + TEXT + MORE));
  }

  @Test
  void takesALaterHeadingWhoseLinesBreakElsewhere() {
    String head =
        "UNCLAS SECTION 01 OF 02 WARSAW 000421\n\nSUBJECT: HARBOURS OF THE\nNORTH AND SOUTH\n\n";
    String seam =
        "UNCLAS SECTION 02 OF 02 WARSAW 000421\n\nSUBJECT: HARBOURS OF THE NORTH\nAND SOUTH\n\n";
    assertThat(rest(head + TEXT + seam + MORE)).isEqualTo(rest(head + TEXT + MORE));
  }

  @Test
  void leavesTheHeadingOfALaterSectionThatStandsAlone() {
    String text =
        "VZCZCXRO1232\nPP RUEHC\nDE RUEHWR #0421/02 0451337\nZNR UUUUU ZZH\nP 141337Z FEB 08\n"
            + "FM AMEMBASSY WARSAW\nTO RUEHC/SECSTATE WASHDC PRIORITY 0471\n\n"
            + "UNCLAS SECTION 02 OF 03 WARSAW 000421\n\nTAGS: PREL, PL\nSUBJECT: HARBOURS\n\n"
            + TEXT;
    assertThat(pieces(text)).isEmpty();
  }

  @Test
  void leavesTheHeadingOfAQuotedCable() {
    String text =
        "CONFIDENTIAL STATE 134665\nSUBJECT: HARBOURS\nQUOTE:\nFM AMEMBASSY WARSAW\n"
            + "TO SECSTATE WASHDC 8869\nCONFIDENTIAL SECTION 02 OF 03 WARSAW 7351\nTAGS: PBOR\n"
            + TEXT;
    assertThat(pieces(text)).isEmpty();
  }

  @Test
  void joinsAClassificationLineThatWraps() {
    String head = "UNCLAS SECTION 01 OF 02 USUN NEW YORK\n 04958\nSUBJECT: HARBOURS\n";
    String seam =
        "FM USMISSION USUN NEW YORK\n"
            + "TO SECSTATE WASHDC 3943\n"
            + "UNCLAS SECTION 02 OF 02 USUN NEW YORK \n"
            + " 04958\n";
    assertThat(rest(head + TEXT + seam + MORE)).isEqualTo(rest(head + TEXT + MORE));
  }

  @Test
  void saysWhichSectionsAreNamed() {
    String text =
        "SECRET SECTION 01 OF 03 WARSAW 00421\n"
            + TEXT
            + "WARSAW 00000421  002 OF 003\n"
            + MORE
            + "PAGE 02 WARSAW 00421 03 OF 03 141337Z\n";
    assertThat(Furniture.of(Lines.of(text)).sections())
        .extracting(Furniture.SectionMark::number, Furniture.SectionMark::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 3),
            org.assertj.core.groups.Tuple.tuple(2, 3),
            org.assertj.core.groups.Tuple.tuple(3, 3));
  }

  @Test
  void readsTheDayOfAStamp() {
    assertThat(StampDate.of("Review 22 May 2009")).contains(LocalDate.of(2009, 5, 22));
    assertThat(StampDate.of("Systematic Review 30 JUN 2005")).contains(LocalDate.of(2005, 6, 30));
    assertThat(StampDate.of("Systematic Review\n4 JULY 2006")).contains(LocalDate.of(2006, 7, 4));
    assertThat(StampDate.of("Systematic Review 31 JUN 2005")).isEmpty();
    assertThat(StampDate.of("Systematic Review")).isEmpty();
    assertThat(StampDate.of("")).isEmpty();
  }

  @Test
  void skipsFurniture() {
    String text = TEXT + "NNNN\n" + MORE;
    Furniture furniture = Furniture.of(Lines.of(text));
    int at = text.indexOf("NNNN");
    assertThat(furniture.skip(at)).isEqualTo(at + 4);
    assertThat(furniture.skip(at + 2)).isEqualTo(at + 4);
    assertThat(furniture.skip(at - 1)).isEqualTo(at - 1);
    assertThat(furniture.covers(at + 4)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PAGE 02 ",
        "PAGE 02 WARSAW 00421 141337Z ",
        "WARSAW 00000421  001.2 OF 004 ",
        " OF 0",
        "UNCLAS SECTION 02 OF 03 WARSAW 000421\n",
        "FM A\nTO B\nUNCLAS SECTION 02 OF 03 WARSAW 000421\nSUBJECT: A\n",
        "Declassified/Released ",
        "Declassified/Released US Department of State EO Systematic Review 22 May 2009 ",
        "S ",
        "C\n",
        "\n",
        " ",
        "/",
        "\u00bf",
        "PAGE 02\n\n\n",
        "00000421\n",
        "A 00000421\n\n",
        "------------ 123456\n",
      })
  void takesLinearTimeWhateverTheText(String unit) {
    String text = ("1. TEXT\n" + " ".repeat(1_000_000) + unit.repeat(3_000_000 / unit.length()));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Furniture.of(Lines.of(text)).spans());
  }
}
