package org.cablebeam.transforms.parse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Issue;
import org.cablebeam.transforms.parse.header.Header;
import org.cablebeam.transforms.parse.header.OriginatingStation;
import org.cablebeam.transforms.parse.header.PageLine;
import org.cablebeam.transforms.text.Issues;
import org.cablebeam.transforms.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityResolverTest {
  private static final String FALLBACK = "UNKNOWN-0123456789ab";

  private final IdentityResolver resolver = new IdentityResolver();
  private final List<Issue> issues = new ArrayList<>();
  private final Cable cable = new Cable();

  private String resolve(
      String sender, String route, Integer number, PageLine page, String post, Long serial) {
    OriginatingStation station =
        route == null ? null : new OriginatingStation(route, number, null, null);
    resolver.resolve(
        new Header(station, page, null, sender, null, 0),
        post,
        serial,
        "",
        FALLBACK,
        cable,
        new Issues(issues));
    return cable.getId();
  }

  private void sent(int year) {
    cable.setSentAt(Instant.parse(year + "-02-14T13:37:00Z"));
  }

  private void claim(String id) {
    cable.setClaims(Claims.newBuilder().setId(id).build());
  }

  private List<String> codes() {
    return issues.stream().map(Issue::getCode).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "MOSCOW, 2935, 2009, 09MOSCOW2935",
    "TEL AVIV, 421, 2008, 08TELAVIV421",
    "USUN NEW YORK, 421, 2008, 08USUNNEWYORK421",
    "TAIPEI, 421, 2006, 06AITTAIPEI421",
    "VIENNA, 421, 2006, 06VIENNA421",
    "BRUSSELS, 421, 2006, 06BRUSSELS421",
    "SECTO, 5012, 1976, 76SECTO5012",
    "PORT-AU-PRINCE, 421, 2006, 06PORTAUPRINCE421",
    "0TTAWA, 421, 2006, 06OTTAWA421"
  })
  void makesTheIdOfLineAndYear(String post, long serial, int year, String id) {
    sent(year);
    assertThat(resolve(null, null, null, null, post, serial)).isEqualTo(id);
    assertThat(cable.getSerial()).isEqualTo(serial);
  }

  @Test
  void namesPostCountryAndSender() {
    sent(2009);
    resolve("AMEMBASSY MOSCOW", "RUEHMO", 2935, null, "MOSCOW", 2935L);
    assertThat(cable.getOrigin().getPost()).isEqualTo("MOSCOW");
    assertThat(cable.getOrigin().getCountry()).isEqualTo("RU");
    assertThat(codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EFTO WARSAW, AMEMBASSY WARSAW, 08WARSAW421",
    "EFTOWARSAW, , 08WARSAW421",
    "NOFORN WARSAW, , 08WARSAW421",
    "SIFIED WARSAW, , 08WARSAW421",
    "WRASAW, , 08WARSAW421",
    "WARSA, AMEMBASSY WARSAW, 08WARSAW421",
    "QQQQ, AMEMBASSY WARSAW, 08WARSAW421"
  })
  void repairsAPostAndSaysSo(String post, String sender, String id) {
    sent(2008);
    assertThat(resolve(sender, null, null, null, post, 421L)).isEqualTo(id);
    assertThat(codes()).containsExactly("REPAIRED_POST");
  }

  @Test
  void keepsAPostThatNobodyKnows() {
    sent(2008);
    assertThat(resolve(null, null, null, null, "XANTHIPOLIS", 421L)).isEqualTo("08XANTHIPOLIS421");
    assertThat(codes()).containsExactly("UNKNOWN_POST");
  }

  @Test
  void checksTheSerialAgainstTheDeLine() {
    sent(2008);
    resolve(null, "RUEHMO", 421, null, "MOSCOW", 10421L);
    assertThat(codes()).isEmpty();
    resolve(null, "RUEHMO", 422, null, "MOSCOW", 10421L);
    assertThat(codes()).containsExactly("SERIAL_CONTRADICTS_DE_LINE");
  }

  @Test
  void believesTheClaimWhereTheDeLineConfirmsIt() {
    sent(2008);
    claim("08MOSCOW422");
    assertThat(resolve(null, "RUEHMO", 422, null, "MOSCOW", 421L)).isEqualTo("08MOSCOW422");
    assertThat(codes()).containsExactly("REPAIRED_ID");
  }

  @Test
  void takesAStationThatAnArchiveCutForAnyPostThatBeginsSo() {
    sent(1977);
    claim("1977PORTO04416");
    assertThat(resolve(null, null, 0, null, "PORTO ALEGRE", 4416L)).isEqualTo("77PORTOALEGRE4416");
    assertThat(codes()).isEmpty();
  }

  @Test
  void believesTheTextWhereTheClaimStandsAlone() {
    sent(2008);
    claim("08WARSAW7");
    assertThat(resolve("AMEMBASSY MOSCOW", "RUEHMO", 421, null, "MOSCOW", 421L))
        .isEqualTo("08MOSCOW421");
    assertThat(codes()).containsExactly("ID_CONTRADICTS_CLAIM");
  }

  @Test
  void takesPostAndSerialFromThePageLine() {
    sent(1974);
    PageLine page = new PageLine(1, "SANTIA", 1447L, null, new Span(0, 1));
    assertThat(resolve("AMEMBASSY SANTIAGO", null, null, page, null, null))
        .isEqualTo("74SANTIAGO1447");
  }

  @Test
  void completesACutStationByTheSender() {
    sent(1974);
    PageLine page = new PageLine(1, "SAN JO", 7L, null, new Span(0, 1));
    assertThat(resolve("AMEMBASSY SAN JOSE", null, null, page, null, null)).isEqualTo("74SANJOSE7");
  }

  @Test
  void takesTheIdFromTheClaimWhereTheTextHasNone() {
    claim("1974WARSAW00421");
    assertThat(resolve(null, null, null, null, null, null)).isEqualTo("74WARSAW421");
    assertThat(cable.getOrigin().getCountry()).isEqualTo("PL");
    assertThat(codes()).containsExactly("ID_FROM_CLAIM");
  }

  @Test
  void fallsBackOnAStableId() {
    assertThat(resolve(null, null, null, null, "WARSAW", null)).isEqualTo(FALLBACK);
    assertThat(codes()).containsExactly("INCOMPLETE_ID");
    assertThat(cable.getOrigin().getPost()).isEqualTo("WARSAW");
  }

  @ParameterizedTest
  @CsvSource({
    "09MOSCOW2935, 09MOSCOW2935",
    "1974STATE150591, 74STATE150591",
    "74STATE150591, 74STATE150591",
    "1976SANTIA00421, 76SANTIAGO421",
    "08EFTOWARSAW421, 08WARSAW421",
    "06SECTION01OF03WARSAW421, 06WARSAW421",
    "06SECTIN01OF03WARSAW421, 06WARSAW421",
    "06ECTION0QF03WARSAW421, 06WARSAW421",
    "06SECTION01GF02WARSAW421, 06WARSAW421",
    "08AMEMBASSYWARSAW421, 08WARSAW421",
    "08NOFORNWARSAW421, 08WARSAW421",
    "08SIFIEDWARSAW421, 08WARSAW421",
    "08FSCWARSAW421, 08WARSAW421",
    "08WARSWA421, 08WARSAW421",
    "08WARSSAW421, 08WARSAW421",
    "7575WARSAW421, 75WARSAW421",
    "75STATE002583TOSEC140323, 75STATE2583",
    "75STATE002583ZFR2585, 75STATE2583",
    "08STATE100ZDK164, 08STATE100",
    "08WARSAW00421_a, 08WARSAW421"
  })
  void readsClaimedIdsInAllTheirDamage(String text, String id) {
    assertThat(resolver.claimed(Claims.newBuilder().setId(text).build()))
        .map(CableId::toString)
        .contains(id);
  }

  @ParameterizedTest
  @CsvSource({"092OF5", "'n/a'", "''", "report_final_2", "104-10005-10339_p0001_1", "08WARSAW"})
  void makesNothingOfOtherClaims(String text) {
    assertThat(resolver.claimed(Claims.newBuilder().setId(text).build())).isEmpty();
  }

  @Test
  void saysThatAClaimWasPutRight() {
    sent(2008);
    claim("08EFTOWARSAW421");
    assertThat(resolve("AMEMBASSY WARSAW", "RUEHWR", 421, null, "WARSAW", 421L))
        .isEqualTo("08WARSAW421");
    assertThat(codes()).containsExactly("REPAIRED_ID");
  }
}
