package org.cablebeam.transforms.parse.heading;

import static org.assertj.core.api.Assertions.assertThat;

import org.cablebeam.schemas.Level;
import org.cablebeam.transforms.text.Lines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of classification lines; a bar is a line end. */
class ClassificationLineTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "C O N F I D E N T I A L WARSAW 000421 > CONFIDENTIAL > WARSAW > 421 > 0 > 0",
        "S E C R E T WARSAW 000421 > SECRET > WARSAW > 421 > 0 > 0",
        "T O P  S E C R E T STATE 000001 > TOP_SECRET > STATE > 1 > 0 > 0",
        "UNCLAS WARSAW 000421 > UNCLASSIFIED > WARSAW > 421 > 0 > 0",
        "LIMITED OFFICIAL USE GENEVA 5587 > LIMITED_OFFICIAL_USE > GENEVA > 5587 > 0 > 0",
        "CO N F I D E N T I A L LIMA 000003 > CONFIDENTIAL > LIMA > 3 > 0 > 0",
        "C ONFIDENTIAL LIMA 000003 > CONFIDENTIAL > LIMA > 3 > 0 > 0",
        "E C R E T LIMA 000003 > SECRET > LIMA > 3 > 0 > 0",
        "NCLAS LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 0 > 0",
        "SS E C R E T LIMA 000003 > SECRET > LIMA > 3 > 0 > 0",
        "CSE C R E T LIMA 000003 > SECRET > LIMA > 3 > 0 > 0",
        "S e c r e t state 004134 > SECRET > state > 4134 > 0 > 0",
        "1UNCLAS LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 0 > 0",
        "UNCLAS E F T O LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 0 > 0",
        "S E C R E T//NOFORN LIMA 000003 > SECRET > LIMA > 3 > 0 > 0",
        "S E C R E T NOFORN LIMA 000003 > SECRET > LIMA > 3 > 0 > 0",
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 0 > 0",
        "UNCLAS SECTION 01 OF 03 LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 1 > 3",
        "UNCLAS SECTION01 OF 03 LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 1 > 3",
        "UNCLAS Section 1 of 3 LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 1 > 3",
        "UNCLAS SCTION 02 OF 02 LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 2 > 2",
        "UNCLAS ECTION 01 OF 02 LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 1 > 2",
        "UNCLAS SECTION 01 GF 02 LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 1 > 2",
        "UNCLAS 01 GF 02 LIMA 000003 > UNCLASSIFIED > LIMA > 3 > 1 > 2",
        "UNCLAS LIMA 000003 SECTION 01 OF 02 > UNCLASSIFIED > LIMA > 3 > 1 > 2",
        "UNCLAS BANDAR SERI|BEGAWAN 000003 > UNCLASSIFIED > BANDAR SERI BEGAWAN > 3 > 0 > 0",
        "UNCLAS SAO PAULO|000003 > UNCLASSIFIED > SAO PAULO > 3 > 0 > 0",
        "UNCLAS FREEDONIA 000003 > UNCLASSIFIED > FREEDONIA > 3 > 0 > 0",
      })
  void readsTheLine(
      String line, Level level, String post, long serial, int section, int sectionCount) {
    ClassificationLine read =
        ClassificationLine.read(Lines.of(line.replace("|", "\n")), 0).orElseThrow();
    assertThat(read.level()).isEqualTo(level);
    assertThat(read.post()).isEqualTo(post);
    assertThat(read.serial()).isEqualTo(serial);
    assertThat(read.section()).isEqualTo(section);
    assertThat(read.sectionCount()).isEqualTo(sectionCount);
    assertThat(read.span().end()).isEqualTo(line.length());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "CONFIDENTIAL",
        "LIMITED OFFICIAL USE",
        "UNCLAS SENSITIVE",
        "S E C R E T//NOFORN",
        "UNCLASSIFIED E.O. 11652: N/A"
      })
  void saysThatALevelAloneNamesNoPost(String line) {
    assertThat(ClassificationLine.read(Lines.of(line), 0).orElseThrow().hasPost()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SECRETARY OF STATE MET 20 MEN",
        "Secret talks were held in Moscow 2003",
        "CONFIDENTIAL - ENTIRE TEXT.",
        "CONFIDENTIAL MEETINGS WERE HELD",
        "UNCLASSIFIED PAGE 01 BONN 16970 261647Z",
        "(C) THE MILL",
        "TALKS IN LIMA 12"
      })
  void takesNoOtherLineForOne(String line) {
    assertThat(ClassificationLine.read(Lines.of(line + "\n"), 0)).isEmpty();
  }

  @Test
  void leavesWhatFollowsTheSerialToTheNextElement() {
    String line = "UNCLAS LIMA 000003 SIPDIS DEPT FOR EUR";
    ClassificationLine read = ClassificationLine.read(Lines.of(line), 0).orElseThrow();
    assertThat(line.substring(read.span().end())).isEqualTo(" SIPDIS DEPT FOR EUR");
  }
}
