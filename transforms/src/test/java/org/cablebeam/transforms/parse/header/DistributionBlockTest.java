package org.cablebeam.transforms.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cablebeam.schemas.Officer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionBlockTest {
  private static DistributionBlock read(String... lines) {
    DistributionBlock block = new DistributionBlock();
    for (String line : lines) {
      assertThat(block.take(line)).as(line).isTrue();
    }
    return block;
  }

  private static List<String> copies(DistributionBlock block) {
    return block.copies().stream()
        .map(copy -> copy.getRole() + " " + copy.getOffice() + " " + copy.getCopies())
        .toList();
  }

  @Test
  void readsBureausAndCopiesOverSeveralLines() {
    DistributionBlock block =
        read("ACTION EUR-12", "INFO  OCT-01  ISO-00", "DODE-00 H-02", "TRSE-00 /026 W");
    assertThat(copies(block))
        .containsExactly(
            "ACTION EUR 12", "INFO OCT 1", "INFO ISO 0", "INFO DODE 0", "INFO H 2", "INFO TRSE 0");
  }

  @Test
  void readsTheFormOfThe1960sWithoutHyphens() {
    assertThat(copies(read("ACTION EUR 20", "INFO SS 20,GPM 04,L 03")))
        .containsExactly("ACTION EUR 20", "INFO SS 20", "INFO GPM 4", "INFO L 3");
  }

  @Test
  void takesABureauWithoutCopies() {
    assertThat(copies(read("ACTION EUR"))).containsExactly("ACTION EUR null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INFO AMEMBASSY ROME", "INFO AMEMBASSY PARIS 23", "ACTION REQUEST: SEE BELOW", ""})
  void leavesOtherLinesAlone(String line) {
    assertThat(new DistributionBlock().take(line)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "EUR/WE:JQSAMPLE:EO | EUR/WE | JQSAMPLE",
        "S/S:O:ABEXAMPLE | S/S:O | ABEXAMPLE",
        "D/LOS:OTTO A. SAMPLE | D/LOS | OTTO A. SAMPLE",
        "EUR/CE WSAMPLE | EUR/CE | WSAMPLE",
        "D-ABSAMPLE:CLK | D | ABSAMPLE",
        "THE ACTING SECRETARY | - | THE ACTING SECRETARY",
        "L - MR. SAMPLE (DRAFT) | L | MR. SAMPLE",
        "S/S-O: ABSAMPLE | S/S-O | ABSAMPLE"
      })
  void readsAnOfficer(String text, String office, String name) {
    assertThat(OfficerText.read(text)).containsExactly(new Officer(name, office));
  }

  @Test
  void takesWhoFollowsTheApproverForClearances() {
    DistributionBlock block =
        read(
            "DRAFTED BY EUR/WE:JQSAMPLE:EO",
            "APPROVED BY EUR:ABEXAMPLE",
            "EB/OT:CDSAMPLE",
            "S/S-O:EFEXAMPLE  L:GHSAMPLE");
    assertThat(block.drafters()).containsExactly(new Officer("JQSAMPLE", "EUR/WE"));
    assertThat(block.approvers()).containsExactly(new Officer("ABEXAMPLE", "EUR"));
    assertThat(block.clearances())
        .containsExactly(
            new Officer("CDSAMPLE", "EB/OT"),
            new Officer("EFEXAMPLE", "S/S-O"),
            new Officer("GHSAMPLE", "L"));
  }
}
