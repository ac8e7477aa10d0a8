package org.cablebeam.transforms.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cablebeam.schemas.DeclassificationKind;
import org.cablebeam.schemas.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclassificationReaderTest {
  private final DeclassificationReader reader = new DeclassificationReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          E.O. 12958: DECL: 12/02/2019                     | 2009-12-03 | 12958 | DATE     | 2019-12-02
          EO 12958 DECL: 12/02/2019                        | 2009-12-03 | 12958 | DATE     | 2019-12-02
          E.O.12958:DECL:12/02/2019                        | 2009-12-03 | 12958 | DATE     | 2019-12-02
          E.o. 12958: Decl: 12/2/2019                      | 2009-12-03 | 12958 | DATE     | 2019-12-02
          ¶E. O. 12958: DECL: 12/02/2019                   | 2009-12-03 | 12958 | DATE     | 2019-12-02
          E.O.: 12958: DECL: 12/02/2019                    | 2009-12-03 | 12958 | DATE     | 2019-12-02
          E.O 12958: DECL 12/02/19                         | 2009-12-03 | 12958 | DATE     | 2019-12-02
          E.O. 12958: 05/04/2019                           | 2009-05-04 | 12958 | DATE     | 2019-05-04
          E.O. 12958: DECL: 2019/05/04                     | 2009-05-04 | 12958 | DATE     | 2019-05-04
          E.O. 13526: DECL: 2035/02/23                     | 2010-08-01 | 13526 | DATE     | 2035-02-23
          E.O. 12958: DECL: 02-09-2020                     | 2009-05-04 | 12958 | DATE     | 2020-02-09
          E.O. 12958: DECL: 2.9.2020                       | 2009-05-04 | 12958 | DATE     | 2020-02-09
          E.O. 12958: DECL: JUNE 21, 2025                  | 2005-06-21 | 12958 | DATE     | 2025-06-21
          E.O. 12958: DECL: 21 JUN 2025                    | 2005-06-21 | 12958 | DATE     | 2025-06-21
          E.O. 12958: DECL: Dec 31, 2019                   | 2009-06-21 | 12958 | DATE     | 2019-12-31
          E.O. 12958: DECL: 20190112                       | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12958: DECL: 01122019                       | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12958: DECL: O1/12/2019                     | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12958: DECL: 01/ 12/2019                    | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12958: DECLl: 01/12/2019                    | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12958: DECLAS: 01/12/2019                   | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12958: DELC: 01/12/2019                     | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12958: DECLASSIFY ON: 01/12/2019            | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12958: AS AMENDED; DECLASSIFIED MAY 2, 2006 | 1972-02-25 | 12958 | DATE     | 2006-05-02
          E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009| 1966-12-28 | 12958 | DATE     | 2009-09-02
          E.O. 12958 (AS AMENDED): DECL: 01/12/2019        | 2009-01-12 | 12958 | DATE     | 2019-01-12
          E.O. 12356: DECL: 6/30/91                        | 1988-01-12 | 12356 | DATE     | 1991-06-30
          E.O. 12356: DECL: 6/30/91                        | -          | 12356 | DATE     | 1991-06-30
          E.O. 12356: DECL: 6/30/06                        | 1988-01-12 | 12356 | DATE     | 2006-06-30
          E.O. 12958: DECL: 6/30/06                        | -          | 12958 | DATE     | 2006-06-30
          E.O. 11652: ADS DECLAS 3/31/76                   | 1975-02-14 | 11652 | DATE     | 1976-03-31
          E.O. 12958: DECL: TEN YEARS                      | 2009-01-12 | 12958 | DURATION | 2019-01-12
          E.O. 12958: DECL: 20 YEARS                       | 2008-02-29 | 12958 | DURATION | 2028-02-29
          E.O. 12958: DECL: SIX MONTHS                     | 2009-01-12 | 12958 | DURATION | 2009-07-12
          E.O. 12958: DECL: TEN YEARS                      | -          | 12958 | DURATION | -
          E.O. 12958: DECL: AFTER KOREAN REUNIFICATION     | 2009-01-12 | 12958 | EVENT    | -
          E.O. 12958: DECL: TEN YEARS AFTER THE HARVEST    | 2009-01-12 | 12958 | EVENT    | -
          E.O. 12958: DECL: UPON CLOSURE OF THE POST       | 2009-01-12 | 12958 | EVENT    | -
          E.O. 12958: 12.31.2030 FIVE YEARS AFTER CLOSURE  | 2009-01-12 | 12958 | EVENT    | 2030-12-31
          E.O. 12065: GDS 2/14/85 (SAMPLE, JANE M.) OR-P   | 1979-02-14 | 12065 | GDS      | 1985-02-14
          E.O. 12065: GDS 12/08/78 (SAMPLE, JANE) OR-M     | 1979-01-02 | 12065 | GDS      | 1978-12-08
          E.O. 11652: GDS                                  | 1975-02-14 | 11652 | GDS      | 1983-12-31
          E.O. 11652: 6DS                                  | 1975-02-14 | 11652 | GDS      | 1983-12-31
          E.O. 11652: GDS DECLAS 12/31/81                  | 1975-02-14 | 11652 | GDS      | 1981-12-31
          E.O. 12958: DNG: CO 06/30/2012                   | 2009-01-12 | 12958 | DOWNGRADE| 2012-06-30
          E.O. 12065: RDS-3 2/14/99 (SAMPLE, JANE M.) OR-P | 1979-02-14 | 12065 | MANUAL_REVIEW | 1999-02-14
          E.O. 12958: DECL: MR                             | 2009-01-12 | 12958 | MANUAL_REVIEW | -
          E.O. 11652: XGDS-1                               | 1975-02-14 | 11652 | XGDS      | -
          E.O. 11652: X-GDS 2                              | 1975-02-14 | 11652 | XGDS      | -
          E.O. 12958: DECL: X1                             | 1999-01-12 | 12958 | EXEMPTION | -
          E.O. 12958: DECL: X1, X5                         | 1999-01-12 | 12958 | EXEMPTION | -
          E.O. 12958: DECL: 1.6X1                          | 1999-01-12 | 12958 | EXEMPTION | -
          E.O. 12958: DECL: 1.6 (X1)                       | 1999-01-12 | 12958 | EXEMPTION | -
          E.O. 12958: DECL: 25X1-HUMAN                     | 2009-01-12 | 12958 | EXEMPTION | -
          E.O. 12958: DECL: END OF THE DROUGHT             | 2009-01-12 | 12958 | EVENT     | -
          E.O. 12356: DECL: ORIGINATING AGENCY'S DETERMINATION REQUIRED | 1988-01-12 | 12356 | OADR | -
          EXEC ORDER 12958: DECL: 12/02/2019               | 2009-01-12 | 12958 | DATE      | 2019-12-02
          E.O. 12356: DECL: OADR                           | 1988-01-12 | 12356 | OADR      | -
          E.O. 12356: DECL:OADR                            | 1988-01-12 | 12356 | OADR      | -
          E.O. 12356: DECLOADR                             | 1988-01-12 | 12356 | OADR      | -
          EXECUTIVE ORDER 12356: DECL: OADR                | 1988-02-14 | 12356 | OADR      | -
          E.O. 12958: N/A                                  | 2009-01-12 | 12958 | NOT_APPLICABLE | -
          E.O. 12958: N.A.                                 | 2009-01-12 | 12958 | NOT_APPLICABLE | -
          E.O. 12958: DECL: N/A                            | 2009-01-12 | 12958 | NOT_APPLICABLE | -
          E.O. 12958: NOT APPLICABLE                       | 2009-01-12 | 12958 | NOT_APPLICABLE | -
          E.O.11652 NA                                     | 1975-01-12 | 11652 | NOT_APPLICABLE | -
          E.O.: N/A                                        | 2009-02-14 | -     | NOT_APPLICABLE | -
          E.O. 12958:                                      | 2009-02-14 | 12958 | NONE           | -
          """)
  void readsTheLine(
      String line, LocalDate sent, String order, DeclassificationKind kind, LocalDate date) {
    DeclassificationReader.Found found = reader.read(line, null, Level.SECRET, sent);
    assertThat(found.order()).isEqualTo(order);
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.date()).isEqualTo(date);
    assertThat(found.unread()).isFalse();
    assertThat(found.impossibleDate()).isFalse();
    assertThat(found.orderRepaired()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          E.O. 12598: DECL: 12/02/2019 | 2009-12-03 | 12958
          E.O. 12985: DECL: 12/02/2019 | 2009-12-03 | 12958
          E.O. 12928: DECL: 12/02/2019 | 2009-12-03 | 12958
          E.O. 19528: DECL: 12/02/2019 | 2009-12-03 | 12958
          E.O. 19523: DECL: 12/02/2019 | 2009-12-03 | 12958
          E.O. 1295: DECL: 12/02/2019  | 2009-12-03 | 12958
          E.O. 16652: GDS              | 1975-12-03 | 11652
          E.O. 12365: DECL: OADR       | 1988-12-03 | 12356
          E.O. 12598: DECL: 12/02/2019 | -          | 12958
          """)
  void mapsADamagedNumberToTheNearestOrderOfTheTime(String line, LocalDate sent, String order) {
    DeclassificationReader.Found found = reader.read(line, null, Level.SECRET, sent);
    assertThat(found.order()).isEqualTo(order);
    assertThat(found.orderRepaired()).isTrue();
  }

  @Test
  void leavesANumberThatIsLikeNoOrderAsItIs() {
    DeclassificationReader.Found found =
        reader.read("E.O. 99999: GDS", null, Level.SECRET, LocalDate.of(1975, 1, 1));
    assertThat(found.order()).isEqualTo("99999");
    assertThat(found.orderRepaired()).isFalse();
  }

  @Test
  void takesTheNumberTheHeadingWasReadWithWhereTheLineShowsNone() {
    DeclassificationReader.Found found =
        reader.read("GDS", "11652", Level.SECRET, LocalDate.of(1975, 1, 1));
    assertThat(found.order()).isEqualTo("11652");
    assertThat(found.kind()).isEqualTo(DeclassificationKind.GDS);
  }

  @ParameterizedTest
  @CsvSource({"TOP_SECRET, 1985", "SECRET, 1983", "CONFIDENTIAL, 1981"})
  void computesTheEndOfTheGeneralScheduleOfOrder11652(Level level, int year) {
    assertThat(reader.read("E.O. 11652: GDS", null, level, LocalDate.of(1975, 5, 1)).date())
        .isEqualTo(LocalDate.of(year, 12, 31));
  }

  @Test
  void computesNoEndWhereTheOrderGivesNone() {
    LocalDate sent = LocalDate.of(1979, 5, 1);
    assertThat(reader.read("E.O. 12065: GDS", null, Level.SECRET, sent).date()).isNull();
    assertThat(reader.read("E.O. 11652: GDS", null, Level.UNCLASSIFIED, sent).date()).isNull();
    assertThat(reader.read("E.O. 11652: GDS", null, Level.SECRET, null).date()).isNull();
    assertThat(reader.read("E.O. 12356: DECL: OADR", null, Level.SECRET, sent).date()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E.O. 12958: DECL: 13/02/2019",
        "E.O. 12958: DECL: 04/31/2019",
        "E.O. 12958: DECL: 02/29/2019",
        "E.O. 12958: DECL: 31/12/2019",
        "E.O. 12958: DECL: 12/02/20019"
      })
  void marksADayThatCannotBe(String line) {
    DeclassificationReader.Found found =
        reader.read(line, null, Level.SECRET, LocalDate.of(2009, 1, 1));
    assertThat(found.kind()).isEqualTo(DeclassificationKind.DATE);
    assertThat(found.date()).isNull();
    assertThat(found.impossibleDate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"E.O. 12958: DECL: QWERTY", "E.O. 12958: ZK 4", "E.O. 11652: SEE REF"})
  void saysWhatItCannotRead(String line) {
    DeclassificationReader.Found found =
        reader.read(line, null, Level.SECRET, LocalDate.of(2009, 1, 1));
    assertThat(found.kind()).isEqualTo(DeclassificationKind.NONE);
    assertThat(found.unread()).isTrue();
  }

  @Test
  void findsTheClassifierInParentheses() {
    LocalDate sent = LocalDate.of(1979, 2, 14);
    assertThat(
            reader
                .read("E.O. 12065: GDS 2/14/85 (SAMPLE, JANE M.) OR-P", null, Level.SECRET, sent)
                .classifier())
        .isEqualTo("(SAMPLE, JANE M.) OR-P");
    assertThat(
            reader
                .read("E.O. 12065: RDS-1 2/14/99 SAMPLE, JANE M. OR-M", null, Level.SECRET, sent)
                .classifier())
        .isEqualTo("SAMPLE, JANE M. OR-M");
    assertThat(reader.read("E.O. 12958 (AS AMENDED): X1", null, Level.SECRET, sent).classifier())
        .isNull();
  }
}
