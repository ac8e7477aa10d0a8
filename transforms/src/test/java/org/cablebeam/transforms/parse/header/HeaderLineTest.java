package org.cablebeam.transforms.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VZCZCXRO1234 | TRANSMISSION_ID",
        "PP RUEHAB RUEHCD | ROUTING",
        "RUEHEF RUEHGH | ROUTING",
        "DE RUEHXX #0421 0451337 | ORIGINATING_STATION",
        "ZNY CCCCC ZZH | SECURITY",
        "ZNR UUUUU ZZH ZDK | SECURITY",
        "P R 141337Z FEB 08 | DATE_TIME_GROUP",
        "FM AMEMBASSY FREEDONIA | SENDER",
        "TO RUEHC/SECSTATE WASHDC | ADDRESSEES",
        "TO | ADDRESSEES",
        "INFO AMEMBASSY ROME | ADDRESSEES",
        "INFO LOG-00 NP-00 AF-00 | DISTRIBUTION",
        "INFO  SS 20,GPM 04,L 03,H 02 | DISTRIBUTION",
        "XMT AMEMBASSY SYLVANIA | ADDRESSEES",
        "ACTION EUR-12 | DISTRIBUTION",
        "ORIGIN SS-15 | DISTRIBUTION",
        "DODE-00 SS-20 NSC-10 H-03 | DISTRIBUTION",
        "TRSE-00 /091 W | DISTRIBUTION",
        "DRAFTED BY: EUR/WE:JQSAMPLE | DISTRIBUTION",
        "RUEHZG/NATO EU COLLECTIVE | ADDRESSEE",
        "AMEMBASSY ROME | ADDRESSEE",
        "PAGE 01 BONN 19075 141337Z | PAGE",
        "CONFIDENTIAL        PAGE 02        ROME  00421  02 OF 02  141337Z | PAGE",
        "------------------141337Z 109980 /20 | RULE",
        "--------------------- 081875 | RULE",
        "C O N F I D E N T I A L | LEVEL",
        "LIMITED OFFICIAL USE | LEVEL",
        "43 | NUMBER",
        "70-62 | NUMBER",
        "BT | SEPARATOR",
        "STATE GRNC | SEPARATOR",
        "Message Text | STAMP",
        "A. Reviewer Declassified/Released US Department of State | STAMP",
        "GP-4 | OTHER",
        "DEPT FOR EUR/WE | OTHER",
        "TOKYO FOR ECON | OTHER",
        "INFORMATION FOR ALL | OTHER",
        "TOGETHER WITH | OTHER"
      })
  void knowsALineByItsForm(String line, HeaderLine kind) {
    assertThat(HeaderLine.of(line, null)).isEqualTo(kind);
  }

  @Test
  void findsTheEndOfTheNoticeThatOnlyAnExtractExists() {
    String notice =
        "This record is a partial extract of the original cable."
            + " The full text of the original cable is not available.";
    assertThat(HeaderLine.Notice.end(notice + "UNCLAS ROME 000421")).isEqualTo(notice.length());
    assertThat(HeaderLine.Notice.end("UNCLAS ROME 000421")).isZero();
  }
}
