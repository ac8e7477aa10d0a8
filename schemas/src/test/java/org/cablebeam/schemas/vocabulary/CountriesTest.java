package org.cablebeam.schemas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.cablebeam.schemas.vocabulary.Countries.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
  private final Countries countries = Countries.standard();

  @ParameterizedTest
  @CsvSource({
    "RS, 2009, RU", "UR, 1975, SU", "UR, 2005, SU", "CH, 2009, CN", "SZ, 2009, CH", "AS, 2009, AU",
    "CG, 1975, ZR", "CG, 2009, CD", "UV, 1975, HV", "UV, 2009, BF", "TC, 1975, AE", "AE, 2009, AE",
    "PN, 1975, PA", "PM, 2009, PA", "GE, 1975, DD", "GC, 1985, DD", "GW, 1985, DE", "VS, 1970, VN",
    "VN, 1970, VD", "VM, 2009, VN", "CZ, 1985, CS", "EZ, 2009, CZ", "RH, 1975, RH", "ZI, 2009, ZW",
  })
  void findsByTheCodeOfTheDepartment(String code, int year, String iso) {
    assertThat(countries.byStateCode(code, year)).map(Country::iso).contains(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "USSR, 1975, SU",
    "Soviet Union, 1975, SU",
    "U.S.S.R., 0, SU",
    "FRG, 1975, DE",
    "GDR, 1975, DD",
    "PRC, 1975, CN",
    "ROC, 1975, TW",
    "ROK, 1975, KR",
    "Korea, 1975, KR",
    "DPRK, 1975, KP",
    "UAE, 2005, AE",
    "UK, 2005, GB",
    "Great Britain, 2005, GB",
    "Burma, 2005, MM",
    "Burma, 1975, BU",
    "Myanmar, 2005, MM",
    "Ivory Coast, 1975, CI",
    "Kampuchea, 1979, KH",
    "Khmer Republic, 1973, KH",
    "Zaire, 1975, ZR",
    "Upper Volta, 1975, HV",
    "Dahomey, 1974, DY",
    "Ceylon, 1970, LK",
    "Congo, 1970, ZR",
    "Congo, 2005, CD",
    "Yugoslavia, 1985, YU",
    "Yugoslavia, 2001, CS",
    "Germany, 2005, DE",
    "Vietnam, 2005, VN",
    "Cote d'Ivoire, 2005, CI",
    "Holland, 2005, NL",
    "Yemen, 1975, YE",
    "Rhodesia, 1975, RH",
    "Trinidad and Tobago, 2005, TT",
    "U.S., 2005, US",
  })
  void findsByTheNameOfTheYear(String name, int year, String iso) {
    assertThat(countries.byName(name, year)).map(Country::iso).contains(iso);
  }

  @ParameterizedTest
  @CsvSource({"DE, Germany", "CS, Serbia and Montenegro", "SU, Soviet Union", "AI, Anguilla"})
  void findsByIsoCodeTheLaterOfTwo(String iso, String name) {
    assertThat(countries.byIso(iso)).map(Country::name).contains(name);
  }

  @Test
  void findsNothingForWhatIsNoCountry() {
    assertThat(countries.byName("FREEDONIA", 2005)).isEmpty();
    assertThat(countries.byName("GERMAN", 2005)).isEmpty();
    assertThat(countries.byName("", 2005)).isEmpty();
    assertThat(countries.byIso("QQ")).isEmpty();
    assertThat(countries.byStateCode("QQ", 2005)).isEmpty();
  }

  @Test
  void listsCountriesInOrderOfIsoCodes() {
    assertThat(countries.all())
        .isSortedAccordingTo(
            java.util.Comparator.comparing(Country::iso).thenComparing(Country::stateCode));
    assertThat(countries.all())
        .extracting(country -> country.iso() + country.stateCode())
        .doesNotHaveDuplicates();
  }

  @Test
  void givesCodesAndNamesInUpperCase() {
    for (Country country : countries.all()) {
      assertThat(country.iso()).as(country.toString()).matches("[A-Z]{2}");
      assertThat(country.stateCode()).as(country.toString()).matches("[A-Z]{2}");
      assertThat(country.otherStateCodes()).allMatch(code -> code.matches("[A-Z]{2}"));
      assertThat(country.names()).as(country.toString()).isNotEmpty();
      assertThat(country.names()).allMatch(name -> name.matches("[A-Z][A-Z .'()-]*"));
      assertThat(country.demonyms()).allMatch(name -> name.matches("[A-Z][A-Z .'-]*"));
      assertThat(country.names()).doesNotHaveDuplicates();
      assertThat(country.demonyms()).doesNotHaveDuplicates();
    }
  }

  @Test
  void hasNoNameAndNoCodeForTwoCountriesOfAYear() {
    List<Country> all = countries.all();
    for (int i = 0; i < all.size(); i++) {
      for (Country other : all.subList(i + 1, all.size())) {
        Country country = all.get(i);
        // States follow one another within a year or two; only what lasts longer is a clash.
        int first = Math.max(from(country), from(other));
        int last = Math.min(to(country), to(other));
        if (last - first > 2) {
          assertThat(country.names())
              .as(country + " " + other)
              .doesNotContainAnyElementsOf(other.names());
          assertThat(country.stateCode()).isNotEqualTo(other.stateCode());
          assertThat(country.otherStateCodes()).doesNotContain(other.stateCode());
        }
      }
    }
  }

  private static int from(Country country) {
    return Objects.requireNonNullElse(country.from(), 0);
  }

  private static int to(Country country) {
    return Objects.requireNonNullElse(country.to(), 9999);
  }
}
