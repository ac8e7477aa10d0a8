package org.cablebeam.schemas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cablebeam.schemas.vocabulary.Posts.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostsTest {
  private final Posts posts = Posts.standard();

  private Post post(String id) {
    return posts.byId(id).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          MOSCOW,                      MOSCOW
          moscow,                      MOSCOW
          AMEMBASSY MOSCOW,            MOSCOW
          Embassy Moscow,              MOSCOW
          AMCONSUL SAO PAULO,          SAOPAULO
          AMCONGEN HONG KONG,          HONGKONG
          USMISSION GENEVA,            GENEVA
          USINT HAVANA,                HAVANA
          USLO PEKING,                 PEKING
          USMISSION USBERLIN,          USBERLIN
          USMISSION BERLIN,            USBERLIN
          AMEMBASSY BERLIN,            BERLIN
          US MISSION USNATO,           USNATO
          USUN NEW YORK,               USUNNEWYORK
          USMISSION USUN NEW YORK,     USUNNEWYORK
          USDEL SECRETARY,             USDELSECRETARY
          USDEL MTN GENEVA,            MTNGENEVA
          SECSTATE WASHDC,             STATE
          SECSTATE WASH DC,            STATE
          SECDEF WASHDC,               SECDEF
          USDOC WASHDC,                USDOC
          Port-au-Prince,              PORTAUPRINCE
          Port-of-Spain,               PORTOFSPAIN
          St. Petersburg,              STPETERSBURG
          TEL AV,                      TELAVIV
          THE HA,                      THEHAGUE
          MATAMO,                      MATAMOROS
          PORTA,                       PORTAUPRINCE
          PORTO,                       PORTOFSPAIN
          MADRIDSP,                    MADRID
          BEIJINGCH,                   BEIJING
          BRUSSELSBE,                  BRUSSELS
          PARISFR,                     UNESCOPARISFR
          HAGUE,                       THEHAGUE
          """)
  void findsAPostByWhateverNameItHas(String name, String id) {
    assertThat(posts.byName(name)).contains(post(id));
    assertThat(posts.byRiskyName(name)).contains(post(id));
  }

  @ParameterizedTest
  @CsvSource({
    "HK, HONGKONG",
    "KL, KUALALUMPUR",
    "DAR, DARESSALAAM",
    "SD, SANTODOMINGO",
    "POS, PORTOFSPAIN",
    "EMBASSY DAR, DARESSALAAM",
    "Rio, RIODEJANEIRO",
    "Brazil, BRASILIA",
  })
  void findsByAbbreviationsOnlyWhereAPostMustStand(String name, String id) {
    assertThat(posts.byName(name)).isEmpty();
    assertThat(posts.byRiskyName(name)).contains(post(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "AMEMBASSY", "FREEDONIA", "MADRIDFR", "MOSCOWW", "Москва"})
  void findsNothingForWhatIsNoPost(String name) {
    assertThat(posts.byName(name)).isEmpty();
    assertThat(posts.byRiskyName(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          MOSCWO,         MOSCOW
          MOSOW,          MOSCOW
          MMOSCOW,        MOSCOW
          MOSCQW,         MOSCOW
          AMEMBASSY MOSCW, MOSCOW
          0TTAWA,         OTTAWA
          C0T0NOU,        COTONOU
          SANTIAG0,       SANTIAGO
          BRAZILIA,       BRASILIA
          BUENSOAIRES,    BUENOSAIRES
          SANTODOMNIGGO,  SANTODOMINGO
          KUALALUMP,      KUALALUMPUR
          BANDARSERIBE,   BANDARSERIBEGAWAN
          DAMASCCUS,      DAMASCUS
          MONTEREY,       MONTERREY
          SECSTAET,       STATE
          KYEV,           KYIV
          PARIS,          PARIS
          ROMEE,          ROME
          RIODEJAN,       RIODEJANEIRO
          USUNNEW,        USUNNEWYORK
          CHARLES,
          SPEAKING,
          HAMBURGER,
          USED,
          ASEC,
          PARTY,
          SECTOR,
          ROM,
          XQZW,
          IRAN,
          MALI,
          """)
  void repairsWhatCanMeanOnePostOnly(String name, String id) {
    assertThat(posts.nearest(name)).map(Post::id).isEqualTo(Optional.ofNullable(id));
  }

  @Test
  void leavesAmbiguousNamesAlone() {
    // One letter from MANAMA and one from PANAMA.
    assertThat(posts.nearest("BANAMA")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAY",
        "JUNE",
        "MARCH",
        "APRIL",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
        "SECTION",
        "SECTIONS",
        "PART",
        "PARA",
        "NUMBER",
        "CONFIDENTIAL",
        "SECRET",
        "TELCON",
        "DAILY",
        "POINTS",
        "TODAY",
        "FROM",
        "SUBJECT",
        "SUMMARY",
        "PARTY",
        "REPORT",
        "MEETING",
      })
  void doesNotTakeWordsOfTheHeadingForPosts(String word) {
    assertThat(posts.byName(word)).isEmpty();
    assertThat(posts.nearest(word)).isEmpty();
  }

  @Test
  void answersAtOnceWhateverTheLength() {
    assertThat(posts.nearest("A".repeat(1_000_000))).isEmpty();
    assertThat(posts.byName("A".repeat(1_000_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PEKING, 1974, PEKING", "PEKING, 2009, BEIJING", "BEIJING, 1974, PEKING", "BEIJING, 0, BEIJING",
    "KIEV, 2006, KIEV", "KYIV, 2006, KYIV", "KIEV, 2009, KYIV", "SALISBURY, 1990, HARARE",
    "SAIGON, 2009, SAIGON", "BONN, 2009, BONN", "TAIPEI, 2009, AITTAIPEI", "ROME, 1970, ROME",
    "LENINGRAD, 2005, STPETERSBURG", "STPETERSBURG, 1985, LENINGRAD",
  })
  void leadsToTheNameOfTheYear(String id, int year, String named) {
    assertThat(posts.atTime(post(id), year).id()).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "LENINGRAD, 1985, SU",
    "KYIV, 2007, UA",
    "KIEV, 1991, SU",
    "MOSCOW, 1975, SU",
    "MOSCOW, 2009, RU",
    "BELGRADE, 1975, YU",
    "BELGRADE, 2004, CS",
    "BELGRADE, 2009, RS",
    "PRISTINA, 2007, RS",
    "PRISTINA, 2009, XK",
    "BERLIN, 1985, DD",
    "BERLIN, 2005, DE",
    "USBERLIN, 1985, DE",
    "KINSHASA, 1975, ZR",
    "PRAGUE, 1985, CS",
    "BELGRADE, 0, RS",
    "PARIS, 1975, FR",
  })
  void knowsTheCountryOfTheYear(String id, int year, String country) {
    assertThat(post(id).countryAt(year)).isEqualTo(country);
  }

  @ParameterizedTest
  @CsvSource({
    "RUEHMO, MOSCOW",
    "RUEHC, STATE",
    "RUEHGV, GENEVA",
    "RUCNDT, USUNNEWYORK",
    "RUEHKV, KYIV",
    "RUEKJCS, SECDEF",
    "RUEHTRO, TRIPOLI",
  })
  void findsByRoutingIndicator(String indicator, String id) {
    assertThat(posts.byRoutingIndicator(indicator)).contains(post(id));
  }

  @Test
  void listsIdsInOrderAsTheyStandInNumbersOfCables() {
    assertThat(posts.all())
        .extracting(Post::id)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[A-Z]{3,17}"));
  }

  @Test
  void hasNamesThatSpellTheIdOrAnotherNameOfThePost() {
    for (Post post : posts.all()) {
      assertThat(post.name()).isNotBlank().isEqualTo(post.name().strip());
      String key = Keys.of(post.name());
      assertThat(key.equals(post.id()) || posts.byId(key).isEmpty()).as(post.toString()).isTrue();
    }
  }

  @Test
  void hasNoAliasThatIsAnotherPost() {
    Set<String> seen = new HashSet<>();
    for (Post post : posts.all()) {
      for (String alias : post.aliases()) {
        assertThat(alias).matches("[A-Z0-9]{3,}");
        assertThat(posts.byId(alias)).as(alias).isEmpty();
        assertThat(posts.byName(alias)).as(alias).contains(post);
        assertThat(seen.add(alias)).as(alias).isTrue();
      }
      for (String alias : post.riskyAliases()) {
        assertThat(alias).matches("[A-Z0-9]{2,}");
        assertThat(posts.byId(alias)).as(alias).isEmpty();
        assertThat(posts.byName(alias)).as(alias).isEmpty();
        assertThat(posts.byRiskyName(alias)).as(alias).contains(post);
        assertThat(seen.add(alias)).as(alias).isTrue();
      }
    }
  }

  @Test
  void listsNoAliasThatTheRulesWouldFind() {
    Set<String> redundant = new HashSet<>();
    for (Post post : posts.all()) {
      for (String alias : post.aliases()) {
        boolean typo =
            alias.length() >= 4
                && Math.abs(alias.length() - post.id().length()) <= 1
                && Spelling.distance(alias, post.id(), 1) == 1;
        if (typo) {
          redundant.add(alias);
        }
      }
    }
    // Other languages and times differ by a letter without being wrong.
    assertThat(redundant)
        .containsExactlyInAnyOrder(
            "BERNE",
            "DUESSELDORF",
            "ESFAHAN",
            "IRBIL",
            "LYONS",
            "MACAO",
            "MARSEILLES",
            "SEVILLA",
            "TEHERAN",
            "VALETTA");
  }

  @Test
  void resolvesEverySixLetterForm() {
    for (Post post : posts.all()) {
      for (String form : post.sixLetterForms()) {
        assertThat(form).as(post.id()).matches("[A-Z]{3,6}").isNotEqualTo(post.id());
        Post found = posts.byName(form).orElseThrow(() -> new AssertionError(form));
        boolean samePost = posts.atTime(found, 2010).equals(posts.atTime(post, 2010));
        boolean embassy = found.kind() == Posts.Kind.EMBASSY && post.kind() != Posts.Kind.EMBASSY;
        assertThat(samePost || embassy).as(form + " of " + post.id()).isTrue();
      }
    }
  }

  @Test
  void sharesNoRoutingIndicator() {
    List<String> indicators =
        posts.all().stream().flatMap(post -> post.routingIndicators().stream()).toList();
    assertThat(indicators).doesNotHaveDuplicates().allMatch(ri -> ri.matches("R[A-Z]{4,6}"));
    assertThat(indicators).hasSizeGreaterThan(200);
  }

  @Test
  void liesInCountriesThatExist() {
    for (Post post : posts.all()) {
      assertThat(Countries.standard().byIso(post.country())).as(post.toString()).isPresent();
      int year = 0;
      for (Posts.FormerCountry former : post.formerCountries()) {
        assertThat(Countries.standard().byIso(former.iso())).as(post.toString()).isPresent();
        assertThat(former.until()).as(post.toString()).isGreaterThan(year);
        year = former.until();
      }
    }
  }

  @Test
  void leavesNoYearBetweenTwoNamesOfAPost() {
    for (Post post : posts.all()) {
      if (post.opened() != null && post.closed() != null) {
        assertThat(post.opened()).as(post.toString()).isLessThanOrEqualTo(post.closed());
      }
      if (post.successor() != null) {
        Post next = post(post.successor());
        for (int year = 1966; year <= 2010; year++) {
          assertThat(posts.atTime(post, year).namedSoIn(year)).as(post.id() + year).isTrue();
          assertThat(posts.atTime(next, year).namedSoIn(year)).as(next.id() + year).isTrue();
        }
      }
    }
  }
}
