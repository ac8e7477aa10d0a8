package org.cablebeam.transforms.parse.heading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.transforms.text.Issues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of REF lines, a construct a row. The cable that refers is 08WARSAW500. */
class ReferenceLineTest {
  private static final ReferringCable OWN = new ReferringCable(2008, 0, "WARSAW", 500);

  private final List<Issue> issues = new ArrayList<>();

  private List<ReferenceItem> read(String zone) {
    String field = zone.replace("|", "\n");
    return new ReferenceLine(field.substring(0, ReferenceBlock.end(field)), OWN, new Issues(issues))
        .read();
  }

  private String ids(String zone) {
    List<String> ids = new ArrayList<>();
    for (ReferenceItem item : read(zone)) {
      ids.add(item.id() == null ? item.kind().name() : item.id());
    }
    return String.join(" ", ids);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "WARSAW 421 > 08WARSAW421",
        "A. WARSAW 421 > 08WARSAW421",
        "A) WARSAW 421 > 08WARSAW421",
        "(A) WARSAW 421 > 08WARSAW421",
        "[A] WARSAW 421 > 08WARSAW421",
        "A: WARSAW 421 > 08WARSAW421",
        "A - WARSAW 421 > 08WARSAW421",
        "A.) WARSAW 421 > 08WARSAW421",
        "(1) WARSAW 421 > 08WARSAW421",
        "A. A) WARSAW 421 > 08WARSAW421",
        "A. (A) WARSAW 421 > 08WARSAW421",
        "A. REF A WARSAW 421 > 08WARSAW421",
        "A. REF A: WARSAW 421 > 08WARSAW421",
        "¶A. WARSAW 421 ¶B. ROME 7 > 08WARSAW421 08ROME7",
        "REF A WARSAW 1 > 08WARSAW1",
        "a. warsaw 37 b. rome 7 > 08WARSAW37 08ROME7",
        "(A)WARSAW 1 (B)HK5511 > 08WARSAW1 08HONGKONG5511",
        "A. WARSAW 421 B. ROME 7 > 08WARSAW421 08ROME7",
        "A. WARSAW 421|B. ROME 7|C. OTTAWA 12 > 08WARSAW421 08ROME7 08OTTAWA12",
        "A. WARSAW 421||B. ROME 7 > 08WARSAW421 08ROME7",
        "A. WARSAW 421 A. ROME 7 B. LIMA 8 > 08WARSAW421 08ROME7 08LIMA8",
        "WARSAW 421, 422, & 423 > 08WARSAW421 08WARSAW422 08WARSAW423",
        "ROME 0123, 0124 0125 > 08ROME123 08ROME124 08ROME125",
        "DEPARTMENT 421 > 08STATE421",
      })
  void readsBullets(String zone, String expected) {
    assertThat(ids(zone)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "07 WARSAW 1 > 07WARSAW1",
        "2007 WARSAW 1 > 07WARSAW1",
        "'07 WARSAW 1 > 07WARSAW1",
        "(99) ROME 2 > 99ROME2",
        "094 QUITO 8 > QUITO8?",
        "094 QUITO 8 B. 05 LIMA 3 > QUITO8? 05LIMA3",
        "07WARSAW 1 > 07WARSAW1",
        "07WARSAW0012 > 07WARSAW12",
        "O4 CHENNAI 9 > 04CHENNAI9",
        "07-WARSAW-57 > 07WARSAW57",
        "2003 WARSAW 1773 > 03WARSAW1773",
        "WARSAW 12 (07) > 07WARSAW12",
        "WARSAW 12 (2007) > 07WARSAW12",
        "ROME 4525-91 > 91ROME4525",
        "ROME 00789/07 > 07ROME789",
        "ROME 07718 99 > 99ROME7718",
        "STATE (01) 201265 > 01STATE201265",
        "A. 07 ROME 5 B. LIMA 6 > 07ROME5 08LIMA6",
      })
  void readsYears(String zone, String expected) {
    assertThat(ids(zone)).isEqualTo(expected.replace("QUITO8?", "94QUITO8"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "TEL AVIV 12 > 08TELAVIV12",
        "PORT OF SPAIN 12 > 08PORTOFSPAIN12",
        "PORT-OF-SPAIN 12 > 08PORTOFSPAIN12",
        "BANDAR SERI BEGAWAN 3 > 08BANDARSERIBEGAWAN3",
        "N'DJAMENA 44 > 08NDJAMENA44",
        "ST. PETERSBURG 31 > 08STPETERSBURG31",
        "HK 12 > 08HONGKONG12",
        "KL 12 > 08KUALALUMPUR12",
        "RIO 12 > 08RIODEJANEIRO12",
        "RIO|DE JANEIRO 12 > 08RIODEJANEIRO12",
        "RIO||DE JANEIRO 12 > 08RIODEJANEIRO12",
        "EMBASSY ROME 5 > 08ROME5",
        "AMEMBASSY ROME 5 > 08ROME5",
        "SECSTATE 12345 > 08STATE12345",
        "0TTAWA 12 > 08OTTAWA12",
        "SANTIAG0 12 > 08SANTIAGO12",
        "KATHAMNDU 12 > 08KATHMANDU12",
        "377 KATHMANDU > 08KATHMANDU377",
        "870 Ulaanbaatar > 08ULAANBAATAR870",
        "ROME #3565 > 08ROME3565",
        "ROME O1512 > 08ROME1512",
        "PRAGUE, 1228 > 08PRAGUE1228",
        "ROME CABLES 0266 > 08ROME266",
        "ROME 000012 > 08ROME12",
        "ROME 8; LIMA 9 > 08ROME8 08LIMA9",
        "ROME 8, LIMA 9 > 08ROME8 08LIMA9",
        "ROME 8: LIMA 9: OSLO 7 > 08ROME8 08LIMA9 08OSLO7",
        "ROME 8 & LIMA 9 > 08ROME8 08LIMA9",
        "ROME 8 AND LIMA 9 > 08ROME8 08LIMA9",
        "ROME 8|LIMA 9 > 08ROME8 08LIMA9",
        "ROME 8 LIMA 9 > 08ROME8 08LIMA9",
        "SECTO 5012 > 08SECTO5012",
        "TOSEC 140323 > 08TOSEC140323",
        "STATE CA-3400 > 08STATECA-3400",
        "STATE A-1234 > 08STATEA-1234",
      })
  void readsPostsAndSerials(String zone, String expected) {
    assertThat(ids(zone)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "ROME 12 AND 15 > 08ROME12 08ROME15",
        "A) ROME 12 and 7743, 13381 > 08ROME12 08ROME7743 08ROME13381",
        "ROME 692/317/274 > 08ROME692 08ROME317 08ROME274",
        "A. 07 ROME 8 B. 2962 AND PREVIOUS > 07ROME8 07ROME2962",
        "ROME 12 AND PREVIOUS > 08ROME12",
        "ROME 12 (EXDIS) > 08ROME12",
        "ROME 12 PARA 4 > 08ROME12",
        "A. ROME 12 (FOREIGN MINISTER ON TRADE) B. LIMA 3 > 08ROME12 08LIMA3",
        "A. 07 ROME 12 AND 15 > 07ROME12 07ROME15",
        "WARSAW 421|WARSAW 500 > 08WARSAW421",
        "WARSAW 00000500 001.2 OF 003|ROME 4 > 08ROME4",
      })
  void carriesPostAndYearOver(String zone, String expected) {
    assertThat(ids(zone)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "DOE-ROE E-MAIL 12/01/07 > EMAIL",
        "A. DOE/ROE EMAILS OF MAY 5 B. ROME 8 > EMAIL 08ROME8",
        "E-mails J. Doe-K. Roe > EMAIL",
        "POST-DEPARTMENT E-MAILS FROM JUNE > EMAIL",
        "DOE/ROE TELCON 02/16/2007 > TELEPHONE",
        "DOE - OPS CENTER TELCONS 9/28 AND 29 > TELEPHONE",
        "9 FAM Appendix K, 406 (6) > BOOK",
        "22 USC 2656 > BOOK",
        "2004 HUMAN RIGHTS REPORT FOR FREEDONIA > REPORT",
        "IIR 6 899 0149 07 > REPORT",
        "TD-314/21795-05 11 APRIL 2005 > REPORT",
        "OSC EUP20070707950031 > REPORT",
        "UNSCR 1737 > REPORT",
        "PARIS POINTS JULY 15 > REPORT",
        "LONDON DAILY 11/3/07 > REPORT",
        "SECDEF MSG DTG 301601Z SEP 07 > OTHER",
        "EXP.LIC. D328589 > OTHER",
        "DOE/ROE MEETING OF MAY 3 > MEETING",
        "DOE LETTER TO ROE > LETTER",
        "DOE FAX OF MAY 3 > FAX",
        "HTTP://WWW.EXAMPLE.ORG/A > WEB",
      })
  void knowsWhatIsNoCable(String zone, String expected) {
    assertThat(ids(zone)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      value = {
        "ROME 12||1997 WAS A YEAR OF > 08ROME12",
        "ROME 12|SUMMARY: LIMA 12 > 08ROME12",
        "ROME 12|------------|LIMA 12 > 08ROME12",
        "ROME 12,||LIMA 12 > 08ROME12 08LIMA12",
      })
  void endsTheZone(String zone, String expected) {
    assertThat(ids(zone)).isEqualTo(expected);
  }

  @Test
  void takesThePreviousYearForALaterSerialOfTheSamePost() {
    assertThat(ids("WARSAW 2310")).isEqualTo("07WARSAW2310");
    assertThat(issues).extracting(Issue::getCode).containsExactly("INFERRED_REFERENCE_YEAR");
  }

  @Test
  void notesARepairedPost() {
    assertThat(ids("TEGUCIGALPPA 12")).isEqualTo("08TEGUCIGALPA12");
    assertThat(issues).extracting(Issue::getCode).containsExactly("REPAIRED_REFERENCE");
  }

  @Test
  void notesAReferenceItCannotRead() {
    assertThat(read("QWYX 77"))
        .extracting(ReferenceItem::kind)
        .containsExactly(ReferenceKind.OTHER);
    assertThat(issues).extracting(Issue::getCode).containsExactly("UNREAD_REFERENCE");
  }

  @Test
  void keepsBulletsAndNotal() {
    List<ReferenceItem> items = read("A. ROME 12 (NOTAL) B. LIMA 7 NOTAL C. OSLO 5");
    assertThat(items).extracting(ReferenceItem::bullet).containsExactly("A", "B", "C");
    assertThat(items).extracting(ReferenceItem::notal).containsExactly(true, true, false);
    assertThat(items.get(0).text()).isEqualTo("ROME 12");
  }
}
