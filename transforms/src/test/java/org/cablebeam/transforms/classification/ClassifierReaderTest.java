package org.cablebeam.transforms.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierReaderTest {
  private final ClassifierReader reader = new ClassifierReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Classified By: Ambassador John Sample for reason 1.4 (b) and (d).      | John Sample      | Ambassador
          Classified By: John Sample, Charge d'Affaires, U.S. Embassy Lodz, Department of State. REASON: 1.4 (b), (d) | John Sample | Charge d'Affaires
          CLASSIFIED BY: AMBASSADOR JOHN Q. SAMPLE. REASONS 1.4 (B) AND (D).     | JOHN Q. SAMPLE   | AMBASSADOR
          Classified By: Charge D'Affaires Jane Sample,  reasons 1.4 (b,d)       | Jane Sample      | Charge D'Affaires
          Classified By: CDA Jane Sample, reasons 1.4 (b,d)                      | Jane Sample      | CDA
          Classified By: DCM Jane Sample for reasons 1.4 b/d                     | Jane Sample      | DCM
          Classified By: A/DCM Jane Sample for reasons 1.4 (b)                   | Jane Sample      | A/DCM
          Classified By: Acting E/P Counselor Jane Sample; Reasons: 1.4 (b)      | Jane Sample      | Acting E/P Counselor
          Classified By: POL/ECONOFF. Jane Sample. Reason 1.4 (b).               | Jane Sample      | POL/ECONOFF
          Classified By: DCM Jane Q. Major for reasons 1.4 (b)                   | Jane Q. Major    | DCM
          CLASSIFIED BY: ESTHOFF JANE SAMPLE, REASON 1.4 (B)                     | JANE SAMPLE      | ESTHOFF
          Classified By: PolMinCouns Jane Sample, Reason 1.4 (b)                 | Jane Sample      | PolMinCouns
          Classified By: EST&H Officer Jane Sample, Reason 1.4 (b)               | Jane Sample      | EST&H Officer
          Classified By: TDY RSO Jane Sample. Reasons 1.5 (B)                    | Jane Sample      | TDY RSO
          Classified By: Consul General Jane A. Sample per 1.4 (b)               | Jane A. Sample   | Consul General
          Classified By: Deputy Chief of Mission Jane Sample for Reasons 1.4(b)  | Jane Sample      | Deputy Chief of Mission
          Classified By: Political Counselor Jane Sample under Section 1.4 (b)   | Jane Sample      | Political Counselor
          Classified By: Under Secretary Jane Sample for reason 1.4 (b)          | Jane Sample      | Under Secretary
          Classified By: IO A/S Jane Sample, reason 1.4 (b)                      | Jane Sample      | IO A/S
          Classified By: T U/S Jane Sample, reason 1.4 (b)                       | Jane Sample      | T U/S
          Classified By: DAS for Central Asia JANE SAMPLE, reason 1.4 (b)        | JANE SAMPLE      | DAS for Central Asia
          Classified By: Special Envoy to Sudan Jane Sample, reason 1.4 (b)      | Jane Sample      | Special Envoy to Sudan
          Classified By: PRT Team Leader Jane Sample, reason 1.4 (b)             | Jane Sample      | PRT Team Leader
          Classified By: AIT Director Jane Sample based on 1.4 (b)               | Jane Sample      | AIT Director
          Classified By: USDEL Member Jane Sample due to 1.4 (b)                 | Jane Sample      | USDEL Member
          Classified By: Secretary of State Jane Sample. Reason: 1.4 (d)         | Jane Sample      | Secretary of State
          Classified By: Ambassador: Jane Sample for reasons 1.4 (b)             | Jane Sample      | Ambassador
          Classified By: Ambassador - Jane Sample for reasons 1.4 (b)            | Jane Sample      | Ambassador
          Classified By: Charge a.i. Jane Sample for reasons 1.4 (b)             | Jane Sample      | Charge a.i.
          Classified By: Amabassador Jane Sample for reasons 1.4 (b)             | Jane Sample      | Amabassador
          Classified By: Ambasador Jane Sample for reasons 1.4 (b)               | Jane Sample      | Ambasador
          Classified By: Charge' d,Affaires Jane Sample for reasons 1.4 (b)      | Jane Sample      | Charge' d,Affaires
          Classified By: Charge d'Affaries Jane Sample for reasons 1.4 (b)       | Jane Sample      | Charge d'Affaries
          Classified By: Charge de'Affairs ai. Jane Sample for reasons 1.4 (b)   | Jane Sample      | Charge de'Affairs ai
          Classified By: Pol Counsleor Jane Sample for reasons 1.4 (b)           | Jane Sample      | Pol Counsleor
          Classified By: Econ Counsellor Jane Sample for reasons 1.4 (b)         | Jane Sample      | Econ Counsellor
          Classified By: Jane Sample, Jr., DCM, for reasons 1.4 (b)              | Jane Sample Jr.  | DCM
          Classified By: Jane Sample III, DCM, for reasons 1.4 (b)               | Jane Sample III  | DCM
          Classified By: Ambassador JQMcSample, reasons 1.4 (b)                  | JQMcSample       | Ambassador
          Classified By: DCM ASample, reasons 1.4 (b)                            | ASample          | DCM
          Classified By: DCM D.Lake, reasons 1.4 (b)                             | D.Lake           | DCM
          Classified By: Ambassador Sample, reasons 1.4 (b)                      | Sample           | Ambassador
          CLASSIFIED BY: DCM J. D0E. REASON 1.4 (B)                              | J. DOE           | DCM
          Classified By: DCM XXXXXXXXXXXX for reasons 1.4 (b)                    | XXXXXXXXXXXX     | DCM
          Classified By: Jane Sample (DCM), reason 1.4 (b)                       | Jane Sample      | DCM
          Classified By: Jane Sample, reason 1.4 (b)                             | Jane Sample      | -
          Classified By: Ambassador Jane van der Sample, reason 1.4 (b)          | Jane van der Sample | Ambassador
          Classified By: Ambassador Jane O'Sample-Doe, reason 1.4 (b)            | Jane O'Sample-Doe | Ambassador
          Classified By: Ambassador Jane Sample. E.O. 12958, 1.4 (b)             | Jane Sample      | Ambassador
          Classified By: Ambassador Jane Sample 1.4 (b) and (d)                  | Jane Sample      | Ambassador
          Classified By: Ambassador Jane Sample 1,4 (b) and (d)                  | Jane Sample      | Ambassador
          Classified By: Ambassador Jane Sample, Resons 1.4 (b)                  | Jane Sample      | Ambassador
          Classified By: Ambassador Jane Sample, Rasons 1.4 (b)                  | Jane Sample      | Ambassador
          Classified By: Ambassador Jane Sample, reaons 1.4 (b)                  | Jane Sample      | Ambassador
          CLASSIFIED BY: CG JANE SAMPLE, REAS0N: 1.5(B,D)                        | JANE SAMPLE      | CG
          Classified By: Jane Sample, CDA. REASON: 1.4 (b), (d) 1. (C) Summary   | Jane Sample      | CDA
          Classified By: Ambassador Jane Sample 1. (C) Summary: The harvest      | Jane Sample      | Ambassador
          Classified By: Ambassador Jane Law for reasons 1.4 (b)                 | Jane Law         | Ambassador
          Classified By: Ambassador West for reasons 1.4 (b)                     | West             | Ambassador
          """)
  void findsNameAndTitle(String line, String name, String title) {
    ClassifierReader.Found found = reader.read(line);
    assertThat(found.name()).isEqualTo(name);
    assertThat(found.title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Classified By: Classified by Ambassador Jane Sample for reason 1.4 (b)",
        "Classified By: 1. CLASSIFIED BY Ambassador Jane Sample for reason 1.4 (b)",
        "Classified By: (C) CLASSIFIED BY Ambassador Jane Sample for reason 1.4 (b)",
        "Classified By: This message classified by Ambassador Jane Sample for reason 1.4 (b)",
        "Classfied By: Ambassador Jane Sample for reason 1.4 (b)",
        "Classiied By Ambassador Jane Sample for reason 1.4 (b)",
        "1. (U) CLASSIFIED BY Ambassador Jane Sample for reason 1.4 (b)",
        "ClassifiedBy: Ambassador Jane Sample for reason 1.4 (b)",
        "Classified By: LODZ 222 LODZ 216 Classified by Ambassador Jane Sample for reason 1.4 (b)",
        "Reason 1.4 (b). Classified by Ambassador Jane Sample.",
        "Classified By: Ambassador Jane Sample f or reasons 1.4 (b)",
        "Classified By: Ambassador Jane Sample for REA SONS 1.4 (b)",
        "Classified By: Ambassador Jane Sample for rea\nsons 1.4 (b)",
        "Classified By: Ambassador Jane Sampl e for reasons 1.4 (b)",
        "Classified By: Ambas sador Jane Sample for reasons 1.4 (b)",
        "Classified By: Ambassador Jane Sample under Se ction 1.4 (b)",
        "Classified By: Ambassador Jane Sample \\\nfor reasons 1.4 (b)"
      })
  void readsAroundRepeatedMisspeltAndBrokenWords(String line) {
    ClassifierReader.Found found = reader.read(line);
    assertThat(found.name()).isEqualTo("Jane Sample");
    assertThat(found.title()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DERIVED FROM: DSCG 05-1 B, D",
        "DERIVED FROM: MULTIPLE SOURCES",
        "Classified By: Derived from DSCG 05-1",
        "CLASSIFIED BY SECTION 1.5 (B)",
        "Classified By: multiple sources"
      })
  void namesNobodyWhereNobodyIsNamed(String line) {
    ClassifierReader.Found found = reader.read(line);
    assertThat(found.name()).isNull();
    assertThat(found.impersonal()).isTrue();
  }

  @Test
  void findsWhoAppliedAGuide() {
    assertThat(reader.read("Classified By: DOS CLASSIFICATION GUIDE BY JANE SAMPLE").name())
        .isEqualTo("JANE SAMPLE");
  }

  @Test
  void ofTwoPersonsNamesTheFirst() {
    ClassifierReader.Found found =
        reader.read("Classified By: AF Jane Sample, Acting and S/CT DAS John Doe, 1.4 (b)");
    assertThat(found.name()).isEqualTo("Jane Sample");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (SAMPLE, JANE M.) OR-P             | JANE M. SAMPLE
          (SAMPLE, JANE)                     | JANE SAMPLE
          (SAMPLE, JANE M., AMBASSADOR) OR-M | JANE M. SAMPLE
          """)
  void turnsTheNameInParenthesesRound(String text, String name) {
    assertThat(reader.readSurnameFirst(text).name()).isEqualTo(name);
  }
}
