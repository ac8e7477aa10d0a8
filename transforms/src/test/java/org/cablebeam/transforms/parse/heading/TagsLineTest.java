package org.cablebeam.transforms.parse.heading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Tags;
import org.cablebeam.transforms.text.Issues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of TAGS lines, a construct a row; a bar is a line end. */
class TagsLineTest {
  private final TagsLine line = new TagsLine(Tags.standard());
  private final List<Issue> issues = new ArrayList<>();

  private List<Tag> read(String list, int year) {
    String field = list.replace("|", "\n");
    return line.read(field.substring(0, line.listEnd(field)), year, new Issues(issues));
  }

  private String codes(String list, int year) {
    return read(list, year).stream().map(Tag::getCode).collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "PREL PGOV WZ > PREL; PGOV; WZ",
        "PREL, PGOV, WZ > PREL; PGOV; WZ",
        "PREL; PGOV; WZ > PREL; PGOV; WZ",
        "PREL/PGOV/WZ > PREL; PGOV; WZ",
        "PREL+PGOV+WZ > PREL; PGOV; WZ",
        "NATO, ISAF, CTBT > NATO; ISAF; CTBT",
        "PREL,PGOV ,WZ,, UK > PREL; PGOV; WZ; UK",
        "PREL, PGOV,|WZ, UK > PREL; PGOV; WZ; UK",
        "PREL, PGOV|WZ, UK > PREL; PGOV; WZ; UK",
        "PREL PGOV|WZ UK > PREL; PGOV; WZ; UK",
        "PREL PGOV|TALKS RESUME > PREL; PGOV",
        "PREL PGOV||WZ > PREL; PGOV; WZ",
        "PREL PGOV||WZ|THE TALKS > PREL; PGOV",
        "EFIN, EFIN, EFIN, IT > EFIN; IT",
        "PREL, PGOV. > PREL; PGOV",
        "prel, pgov > PREL; PGOV",
        "PREL, PGOV, SIPDIS > PREL; PGOV",
        "PREL IT                       UNCLASSIFIED    PAGE 02        ROME  IT > PREL; IT",
      })
  void separatesAndContinues(String list, String expected) {
    assertThat(codes(list, 2007)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "PREL OVIP (SAMPLE, JANE Q.) FR > PREL; OVIP; SAMPLE, JANE Q; FR",
        "PREL, OVIP, (SAMPLE, JANE Q), FR > PREL; OVIP; SAMPLE, JANE Q; FR",
        "OVIP (SAMPLE, JANE; ROE, JOHN) > OVIP; SAMPLE, JANE; ROE, JOHN",
        "OVIP (SAMPLE, JANE) (ROE, JOHN) > OVIP; SAMPLE, JANE; ROE, JOHN",
        "OVIP (sample, jane), PREL > OVIP; SAMPLE, JANE; PREL",
        "OVIP (SAMPLE JANE) PREL > OVIP; SAMPLE, JANE; PREL",
        "OVIP SAMPLE JANE > OVIP; SAMPLE, JANE",
        "OVIP SAMPLE JANE Q > OVIP; SAMPLE, JANE Q",
        "OVIP SAMPLE, JANE, PREL > OVIP; SAMPLE, JANE; PREL",
        "(OVIP) SAMPLE, JANE > OVIP; SAMPLE, JANE",
        "(OVIP)SAMPLE, JANE > OVIP; SAMPLE, JANE",
        "OVIP (SAMPLE, JANE, PREL > OVIP; SAMPLE, JANE; PREL",
        "OVIP (SAMPLE,|JANE), PREL > OVIP; SAMPLE, JANE; PREL",
        "OREP (SAMPLE, JANE) > OREP; SAMPLE, JANE",
        "PINR, PREL, FR, SAMPLE, JANE ANN > PINR; PREL; FR; SAMPLE, JANE ANN",
        "SNAR, PGOV, FR|(SAMPLE, JANE) > SNAR; PGOV; FR; SAMPLE, JANE",
        "ETRD, FR, MILLS, BOATS > ETRD; FR; MILLS; BOATS",
      })
  void readsPersons(String list, String expected) {
    assertThat(codes(list, 2007)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "ECONEFIN > ECON; EFIN",
        "PRELPK > PREL; PK",
        "IZPREL > IZ; PREL",
        "HUMAN RIGHTSPREL > HUMAN RIGHTS; PREL",
        "PRELPGOVECONWZ > PREL; PGOV; ECON; WZ",
        "KFRDCVISCMGT > KFRD; CVIS; CMGT",
      })
  void partsGluedTags(String list, String expected) {
    assertThat(codes(list, 2007)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "MOPPS > MOPS",
        "POGOV > PGOV",
        "KWWMN > KWMN",
        "ESENV > SENV",
        "ENGR > ENRG",
        "AROC > AORC",
        "GOV > GOV",
        "RU > RS",
        "SYR > SY",
        "UNDESCO > UNESCO",
        "UNFCYP > UNFICYP",
      })
  void repairsTagsAndKnowsAliases(String list, String expected) {
    assertThat(codes(list, 2007)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "PREL, HUMAN RIGHTS, WZ > PREL; HUMAN RIGHTS; WZ",
        "PREL HUMAN RIGHTS WZ > PREL; HUMAN RIGHTS; WZ",
        "ZANU-PF, PGOV > ZANU-PF; PGOV",
        "UNGA/C-6, UNHRC-1 > UNGA/C-6; UNHRC-1",
        "PREL, TRADE AND CUSTOMS, WZ > PREL; TRADE AND CUSTOMS; WZ",
        "POLITICAL PARTIES > POLITICAL PARTIES",
      })
  void readsTagsOfSeveralWords(String list, String expected) {
    assertThat(codes(list, 2007)).isEqualTo(expected);
  }

  @Test
  void tellsKindsAndCountries() {
    List<Tag> tags = read("PREL KJUS RS NATO OVIP (SAMPLE, JANE)", 2007);
    assertThat(tags)
        .extracting(Tag::getKind)
        .containsExactly(
            TagKind.SUBJECT,
            TagKind.PROGRAM,
            TagKind.GEOGRAPHIC,
            TagKind.ORGANIZATION,
            TagKind.SUBJECT,
            TagKind.PERSON);
    assertThat(tags.get(2).getCountry()).isEqualTo("RU");
    assertThat(tags.get(0).getName()).isNotNull();
  }

  @Test
  void readsTheVocabularyOfTheTime() {
    assertThat(codes("PFOR, PINT, GW, UR", 1975)).isEqualTo("PFOR; PINT; GW; UR");
    assertThat(issues).isEmpty();
  }

  @Test
  void notesWhatItRepairsPartsAndDoesNotKnow() {
    read("MOPPS PRELPK QWYX", 2007);
    assertThat(issues)
        .extracting(Issue::getCode)
        .containsExactly("REPAIRED_TAG", "SPLIT_TAGS", "UNKNOWN_TAG");
  }
}
