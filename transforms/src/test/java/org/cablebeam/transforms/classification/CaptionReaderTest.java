package org.cablebeam.transforms.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionReaderTest {
  private final CaptionReader reader = new CaptionReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SIPDIS                                            | SIPDIS
          SIPDIS SIPDIS                                     | SIPDIS
          sipdis                                            | SIPDIS
          S I P D I S                                       | SIPDIS
          NODIS, STADIS                                     | NODIS STADIS
          STADIS/////////////////////////////////           | STADIS
          EXDIS/LIMDIS                                      | EXDIS LIMDIS
          STATE FOR EUR/WE AND INR/EUC SIPDIS               | SIPDIS
          NODIS FOR THE SECRETARY FROM THE AMBASSADOR       | NODIS
          EYES ONLY FOR JANE SAMPLE                         | EYES ONLY
          EYES ONLY SECRETARY: EXCLUSIVE FOR SAMPLE         | EYES ONLY
          ROGER CHANNEL                                     | ROGER CHANNEL
          DISSENT CHANNEL FOR S/P                           | DISSENT CHANNEL
          AIDAC                                             | AIDAC
          CODEL SAMPLE                                      | CODEL
          TERREP                                            | TERREP
          VISAS DONKEY                                      | VISAS DONKEY
          OFFICIAL INFORMAL                                 | OFFICIAL INFORMAL
          INFORM CONSULS                                    | INFORM CONSULS
          TOSEC 010101                                      | TOSEC
          """)
  void findsCaptions(String zone, String expected) {
    CaptionReader.Found found = read(zone);
    assertThat(String.join(" ", found.captions)).isEqualTo(expected);
    assertThat(found.controls).isEmpty();
    assertThat(found.sensitive).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NOFORN                              | NOFORN
          N O F O R N                         | NOFORN
          NOCONTRACT, ORCON                   | NOCONTRACT ORCON
          NOT FOR INTERNET DISTRIBUTION       | NOT FOR INTERNET DISTRIBUTION
          NOFORN STATE FOR EUR                | NOFORN
          NO FOREIGN DISSEM                   | NOFORN
          """)
  void findsControls(String zone, String expected) {
    CaptionReader.Found found = read(zone);
    assertThat(String.join(" ", found.controls)).isEqualTo(expected);
    assertThat(found.captions).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DEPT FOR EUR/WE AND NEA",
        "STATE PASS USTR FOR JSAMPLE",
        "COMMERCE FOR ITA/MAC AND JUSTICE FOR CRIMINAL DIVISION",
        "TREASURY FOR OASIA",
        "USNATO FOR POLADS",
        "AMEMBASSY LIMA PASS TO AMCONSUL CUZCO",
        "Original Telegram was Confidential but has since been",
        "COUNTRY TEAM MESSAGE",
        "NO DISTRIBUTION OUTSIDE EUR/SOV",
        "THIS IS A SENSITIVE MATTER",
        "",
        "///"
      })
  void readsNothingIntoPassingInstructionsAndSentences(String zone) {
    CaptionReader.Found found = read(zone);
    assertThat(found.captions).isEmpty();
    assertThat(found.controls).isEmpty();
    assertThat(found.sensitive).isFalse();
    assertThat(found.corrected).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SENSITIVE",
        "SENSITIVE SIPDIS",
        "SENSITIVE DEPT FOR EUR/WE",
        "SENSTIVE",
        "SBU",
        "SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY",
        "THIS CABLE IS SENSITIVE BUT UNCLASSIFIED"
      })
  void noticesSensitive(String zone) {
    assertThat(read(zone).sensitive).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C O R R E C T E D  C O P Y",
        "C O R R E C T E D COPY CAPTION",
        "C O R R E C T E D COPY//SUBJECT LINE////",
        "- - C O R R E C T E D C O P Y - - CLASSIFIED BY LINE ADDED",
        "CORRECTED COPY (ADDING ADDRESSEE)",
        "C O R R E C T E D C O P Y ( FIRST PARAGRAPH)"
      })
  void noticesCorrections(String zone) {
    CaptionReader.Found found = read(zone);
    assertThat(found.corrected).isTrue();
    assertThat(found.captions).isEmpty();
  }

  @Test
  void noticesACancellation() {
    assertThat(read("CANCEL THIS MESSAGE").cancelled).isTrue();
  }

  @Test
  void repairsACaptionAloneOnItsLineAndSaysSo() {
    CaptionReader.Found found = read("SIPDSI\nEXDS");
    assertThat(found.captions).containsExactly("SIPDIS");
    assertThat(found.misspelt).containsExactly("SIPDSI");
  }

  @Test
  void keepsTheOrderOfAppearance() {
    CaptionReader.Found found = read("SIPDIS\nNOFORN\n\nDEPT FOR EUR/WE\nEXDIS\nSIPDIS");
    assertThat(found.captions).containsExactly("SIPDIS", "EXDIS");
    assertThat(found.controls).containsExactly("NOFORN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          //NOFORN STATE 001234             | NOFORN       | -
          \u0020NOFORN STATE 001234         | NOFORN       | -
          //NOFORN//ORCON STATE 1           | NOFORN ORCON | -
          //FGI LIMA 1                      | FGI          | -
          //FOR OFFICIAL USE ONLY           | FOUO         | -
          \u0020E F T O SECTION 01 OF 02 RIGA 12 | EFTO    | -
          \u0020STATE 001234 SIPDIS         | -            | SIPDIS
          \u0020SECTION 01 OF 02 TEL AVIV 001234 NOFORN SIPDIS | - | SIPDIS
          \u0020STATE 181062 TOSEC 160123   | -            | TOSEC
          \u0020EXDIS LIMA 1234             | -            | EXDIS
          \u0020LIMA 1234                   | -            | -
          """)
  void readsWhatStandsBehindTheLevel(String rest, String controls, String captions) {
    CaptionReader.Found found = new CaptionReader.Found();
    reader.readBehindLevel(rest, found);
    if (captions != null || controls == null) {
      assertThat(String.join(" ", found.captions)).isEqualTo(captions == null ? "" : captions);
    }
    if (controls != null) {
      assertThat(List.copyOf(found.controls)).isEqualTo(List.of(controls.split(" ")));
    }
  }

  private CaptionReader.Found read(String zone) {
    CaptionReader.Found found = new CaptionReader.Found();
    reader.read(zone, found);
    return found;
  }
}
