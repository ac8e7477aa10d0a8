package org.cablebeam.transforms.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.transforms.text.Furniture;
import org.cablebeam.transforms.text.Lines;
import org.junit.jupiter.api.Test;

class SectionJoinerTest {
  private static final SectionJoiner JOINER = new SectionJoiner();

  private static SectionMessage section(int number, int count, String text, String uri) {
    return SectionMessage.newBuilder()
        .setKey("08WARSAW421")
        .setSection(number)
        .setSectionCount(count)
        .setMessage(
            RawMessage.newBuilder()
                .setText(text)
                .setSource(Source.newBuilder().setUri(uri).build())
                .build())
        .build();
  }

  private static String transmission(int number, int count, String words) {
    return "VZCZCXRO123"
        + number
        + "\nPP RUEHC\nDE RUEHWR #0421/0"
        + number
        + " 0451337\nZNR UUUUU ZZH\nP 141337Z FEB 08\nFM AMEMBASSY WARSAW\n"
        + "TO RUEHC/SECSTATE WASHDC PRIORITY 0471\n\nUNCLAS SECTION 0"
        + number
        + " OF 0"
        + count
        + " WARSAW 000421\n\nSIPDIS\n\nTAGS: PREL, PL\nSUBJECT: HARBOURS\n\n"
        + words
        + "\n";
  }

  @Test
  void joinsSectionsInOrder() {
    SectionMessage one = section(1, 3, transmission(1, 3, "1. (U) ONE AND"), "a");
    SectionMessage two = section(2, 3, transmission(2, 3, "STILL ONE.\n\n2. (U) TWO."), "b");
    SectionMessage three = section(3, 3, transmission(3, 3, "3. (U) THREE.\n\nSAMPLE"), "c");
    List<SectionMessage> sections = new ArrayList<>(List.of(one, two, three));
    RawMessage joined = JOINER.join(sections);
    assertThat(joined.getText())
        .isEqualTo(
            one.getMessage().getText() + two.getMessage().getText() + three.getMessage().getText());
    assertThat(joined.getSource().getUri()).isEqualTo("a");
    assertThat(joined.getIssues()).isEmpty();
    for (int seed = 0; seed < 6; seed++) {
      Collections.shuffle(sections, new Random(seed));
      assertThat(JOINER.join(sections)).isEqualTo(joined);
    }
  }

  @Test
  void losesNoTextOfSectionsThatArrivedWithAnother() {
    SectionMessage one = section(1, 2, transmission(1, 2, "1. (U) ONE."), "a");
    SectionMessage again = section(1, 2, transmission(1, 2, "1. (U) ONE.") + "\n", "c");
    SectionMessage two = section(2, 2, transmission(2, 2, "2. (U) TWO, LONGER."), "a");
    SectionMessage other = section(2, 2, transmission(2, 2, "2. (U) OTHER."), "b");
    List<SectionMessage> sections = new ArrayList<>(List.of(one, again, two, other));
    List<RawMessage> joined = JOINER.joinAll(sections);
    assertThat(joined).hasSize(2);
    assertThat(joined.get(0)).isEqualTo(JOINER.join(sections));
    assertThat(joined.get(0).getText()).contains("TWO, LONGER.").doesNotContain("OTHER.");
    assertThat(joined.get(1).getText()).isEqualTo(other.getMessage().getText());
    for (int seed = 0; seed < 6; seed++) {
      Collections.shuffle(sections, new Random(seed));
      assertThat(JOINER.joinAll(sections)).isEqualTo(joined);
    }
  }

  @Test
  void leavesHeadersOfLaterSectionsAsFurniture() {
    RawMessage joined =
        JOINER.join(
            List.of(
                section(2, 2, transmission(2, 2, "STILL ONE."), "b"),
                section(1, 2, transmission(1, 2, "1. (U) ONE AND"), "a")));
    String text = joined.getText();
    Furniture furniture = Furniture.of(Lines.of(text));
    assertThat(furniture.spans()).hasSize(1);
    String seam = furniture.spans().get(0).of(text);
    assertThat(seam).startsWith("VZCZCXRO1232").endsWith("SUBJECT: HARBOURS");
    assertThat(text.substring(furniture.spans().get(0).end()).strip()).isEqualTo("STILL ONE.");
  }

  @Test
  void notesMissingSections() {
    RawMessage joined = JOINER.join(List.of(section(3, 4, "C\n", "c"), section(1, 4, "A", "a")));
    assertThat(joined.getText()).isEqualTo("A\nC\n");
    assertThat(joined.getIssues())
        .extracting(Issue::getCode, Issue::getExcerpt)
        .containsExactly(
            tuple("MISSING_SECTION", "section 2 of 4"), tuple("MISSING_SECTION", "section 4 of 4"));
  }

  @Test
  void dropsARepeatedSectionAndSaysSo() {
    RawMessage joined =
        JOINER.join(
            List.of(
                section(1, 2, "A cut\n", "z"),
                section(2, 2, "B\n", "b"),
                section(1, 2, "A whole text\n", "a")));
    assertThat(joined.getText()).isEqualTo("A whole text\nB\n");
    assertThat(joined.getIssues()).extracting(Issue::getCode).containsExactly("REPEATED_SECTION");
  }

  @Test
  void refusesSectionsOfDifferentCables() {
    SectionMessage other = section(2, 2, "B", "b");
    other.setKey("08LODZ7");
    assertThatThrownBy(() -> JOINER.join(List.of(section(1, 2, "A", "a"), other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("08LODZ7");
    assertThatThrownBy(() -> JOINER.join(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
