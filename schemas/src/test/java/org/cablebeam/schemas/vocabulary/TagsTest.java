package org.cablebeam.schemas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.vocabulary.Tags.Entry;
import org.cablebeam.schemas.vocabulary.Tags.Era;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
  private final Tags tags = Tags.standard();

  @ParameterizedTest
  @CsvSource({
    "PREL, 2008, SUBJECT",
    "PFOR, 1975, SUBJECT",
    "KDEM, 2008, PROGRAM",
    "RS, 2008, GEOGRAPHIC",
    "UR, 1975, GEOGRAPHIC",
    "UNESCO, 1975, ORGANIZATION",
    "AL-1, 2008, ORGANIZATION",
    "UNGA/C-6, 2008, ORGANIZATION",
    "ZANU-PF, 2008, ORGANIZATION",
    "HUMAN RIGHTS, 2008, SUBJECT",
    "ALITALIA, 2008, ORGANIZATION",
    "PHALANGE PARTY, 1982, ORGANIZATION",
  })
  void knowsTheKindOfATag(String code, int year, TagKind kind) {
    assertThat(tags.find(code, year)).map(Entry::kind).contains(kind);
    assertThat(tags.contains(code)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CG, 1975, ZR", "CG, 2005, CD", "CG, 0, CD", "UV, 1975, HV", "UV, 2005, BF", "NH, 1975, NH",
    "NH, 2005, VU", "AL, 2005, AL", "BP, 1975, SB", "CZ, 1975, CS", "CZ, 2005, CS", "RS, 2005, RU",
    "UP, 2005, UA", "SZ, 1975, CH", "AS, 1975, AU", "AU, 2005, AT", "GM, 2005, DE", "KV, 2008, XK",
  })
  void takesTheCountryOfTheYearElseOfTheOtherEra(String code, int year, String country) {
    assertThat(tags.find(code, year)).map(Entry::country).contains(country);
  }

  @Test
  void findsNothingForACodeThatIsNone() {
    assertThat(tags.find("ZZZZ", 2005)).isEmpty();
    assertThat(tags.find("prel", 2005)).isEmpty();
    assertThat(tags.contains("ZZZZ")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"RU, RS", "syr, SY", "UNDESCO, UNESCO", "UNFCYP, UNFICYP", "VZ, VE"})
  void knowsOtherSpellingsThatAreHabits(String text, String code) {
    assertThat(tags.alias(text)).map(Entry::code).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MOPPS", "POGOV", "KWWMN", "PREL", "ENGR"})
  void leavesTypingErrorsAndTagsThemselvesToOthers(String text) {
    assertThat(tags.alias(text)).isEmpty();
  }

  @Test
  void givesTagsOfSeveralWordsLongestFirst() {
    List<String> multiWord = tags.multiWord();
    assertThat(multiWord)
        .contains("HUMAN RIGHTS", "ZANU-PF", "POLITICAL PARTIES", "BA'ATH", "AT&T", "UNGA/C-1")
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparing(String::length).reversed())
        .allMatch(code -> tags.contains(code) || tags.alias(code).isPresent())
        .noneMatch(code -> code.matches("[A-Z0-9]+"));
  }

  @Test
  void listsCodesInOrderInUpperCaseAscii() {
    assertThat(tags.all())
        .extracting(Entry::code)
        .isSorted()
        .allMatch(code -> code.matches("[A-Z0-9][A-Z0-9 .&'/-]*[A-Z0-9]"));
  }

  @Test
  void hasNoCodeTwiceInOneKindAndEra() {
    assertThat(tags.all())
        .extracting(entry -> entry.code() + entry.kind() + entry.era())
        .doesNotHaveDuplicates();
  }

  @Test
  void givesEachKindItsShape() {
    for (Entry entry : tags.all()) {
      String shape =
          switch (entry.kind()) {
            case GEOGRAPHIC -> "[A-Z]{2}|NEW ZEALAND";
            case PROGRAM -> "K[A-Z]{3}";
            case SUBJECT -> "[ABCEMOPST][A-Z]{3}|ENRG|[A-Z.]+([ -][A-Z]+)*";
            default -> ".{2,}";
          };
      assertThat(entry.code()).as(entry.toString()).matches(shape);
    }
  }

  @Test
  void givesCountriesToGeographicTagsOnlyAndOnlyThoseThatExist() {
    Countries countries = Countries.standard();
    for (Entry entry : tags.all()) {
      if (entry.country() != null) {
        assertThat(entry.kind()).as(entry.toString()).isEqualTo(TagKind.GEOGRAPHIC);
        assertThat(countries.byIso(entry.country())).as(entry.toString()).isPresent();
      }
    }
  }

  @Test
  void agreesWithTheVocabularyOfCountries() {
    for (Entry entry : tags.all()) {
      boolean coded = entry.code().length() == 2 && entry.country() != null;
      if (coded && Countries.standard().byStateCode(entry.code(), 0).isPresent()) {
        assertThat(
                Countries.standard().all().stream()
                    .filter(
                        country ->
                            country.stateCode().equals(entry.code())
                                || country.otherStateCodes().contains(entry.code()))
                    .map(Countries.Country::iso))
            .as(entry.toString())
            .contains(entry.country());
      }
    }
  }

  @Test
  void saysWhereEachEntryComesFrom() {
    Set<String> sources = tags.all().stream().map(Entry::source).collect(Collectors.toSet());
    assertThat(sources)
        .containsExactlyInAnyOrder("handbook-1974", "nara-faq", "cables-2000s", "general");
  }

  @Test
  void neverCallsAMissingNameSomething() {
    assertThat(tags.all())
        .extracting(Entry::name)
        .noneMatch(name -> name != null && name.matches("(?i).*unknown.*|.*not known.*|.*\\?.*"));
  }

  @Test
  void knowsWhatEachEraCovers() {
    assertThat(Era.BOTH.covers(1966)).isTrue();
    assertThat(Era.FROM_1973.covers(1973)).isTrue();
    assertThat(Era.FROM_1973.covers(2005)).isFalse();
    assertThat(Era.FROM_1985.covers(1973)).isFalse();
    assertThat(Era.FROM_1985.covers(2005)).isTrue();
  }
}
