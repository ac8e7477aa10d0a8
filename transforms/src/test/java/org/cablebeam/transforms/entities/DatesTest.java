package org.cablebeam.transforms.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of dates of both eras: what is a date, how far it reaches, which day it is. */
class DatesTest {
  private static final LocalDate SEVENTIES = LocalDate.of(1975, 2, 14);
  private static final LocalDate LATE = LocalDate.of(2009, 12, 3);

  private static String dates(String text, LocalDate sent) {
    return EntityExtractor.standard().extract(text, List.of(), sent, null).stream()
        .filter(e -> e.getType() == EntityType.DATE)
        .map(e -> e.getText() + " = " + e.getNormalized())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "HE ARRIVED 14 FEB AND LEFT. | 14 FEB = 1975-02-14",
        "14-16 FEBRUARY 1975 | 14-16 FEBRUARY 1975 = 1975-02-14/1975-02-16",
        "NOTE OF 2/14/75 AND 14.02.1975 | 2/14/75 = 1975-02-14; 14.02.1975 = 1975-02-14",
        "HE LEFT ON 2/11. | 2/11 = 1975-02-11",
        "BY MID-MARCH AND IN EARLY 1976 | MARCH = 1975-03; 1976 = 1976",
        "THE 1960S, THE 1950'S | 1960S = 1960/1969; 1950'S = 1950/1959",
        "THE FY77 BUDGET, FY 1978, FY 76/77 | FY77 = 1977; FY 1978 = 1978; FY 76/77 = 1976/1977",
        "IN Q1 1975 EXPORTS FELL. | Q1 1975 = 1975-01/1975-03",
        "ON 1 DEC. HE LEFT. | 1 DEC = 1974-12-01",
        "ON THE 15TH OF MARCH | 15TH OF MARCH = 1975-03-15",
        "HE LEFT IN MARCH, 1974. | MARCH, 1974 = 1974-03",
        "HE WILL RETURN IN SEPT. | SEPT = 1975-09",
        "HE WAS FREED BY A COURT IN OCTOBER. | OCTOBER = 1974-10",
        "DTG 021350Z NOV 74 REFERS. | 021350Z NOV 74 = 1974-11-02",
        "LAST MAY AND LAST DECEMBER | MAY = 1974-05; DECEMBER = 1974-12",
        "BETWEEN MAY AND JULY 1974 | MAY = 1974-05; JULY 1974 = 1974-07",
        "FROM NOVEMBER 1974 TO JANUARY | NOVEMBER 1974 = 1974-11; JANUARY = 1975-01",
        "JANUARY-MARCH 1975 EXPORTS | JANUARY-MARCH 1975 = 1975-01/1975-03",
        "DEC. 30-JAN. 3 | DEC. 30-JAN. 3 = 1974-12-30/1975-01-03",
        "30 DECEMBER - 3 JANUARY | 30 DECEMBER - 3 JANUARY = 1974-12-30/1975-01-03",
        "THE 1974-75 AND 1973/74 CROPS | 1974-75 = 1974/1975; 1973/74 = 1973/1974",
        "FEB 14, 75 AND 15FEB75 | FEB 14, 75 = 1975-02-14; 15FEB75 = 1975-02-15",
        "ON FEBRUARY 14 AND 15 HE LEFT. | FEBRUARY 14 = 1975-02-14",
        "JULY/AUGUST 1974 | JULY/AUGUST 1974 = 1974-07/1974-08",
        "SINCE '73 THEY HAVE MET. | '73 = 1973",
        "NOV. 30 WAS COLD; IN MAY HE WILL GO. | NOV. 30 = 1974-11-30; MAY = 1975-05",
        "THE MAY ELECTIONS | MAY = 1975-05",
        "MARCH 1, 1960 TROOPS LEFT. | MARCH 1 = 1975-03-01",
        "JUNE 31 | JUNE 31 = null",
        "ON THURSDAY, AUGUST 14 HE LEFT. | AUGUST 14 = 1975-08-14",
        "FRIDAY AND SATURDAY, AUGUST 15-16 | AUGUST 15-16 = 1975-08-15/1975-08-16",
      })
  void readsTheTelegramsOfTheSeventies(String text, String dates) {
    assertThat(dates(text, SEVENTIES)).isEqualTo(dates);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "He arrived on December 1. | December 1 = 2009-12-01",
        "On 03 Dec 2009 he left. | 03 Dec 2009 = 2009-12-03",
        "On 27 November 2008. | 27 November 2008 = 2008-11-27",
        "By December 31, 2010. | December 31, 2010 = 2010-12-31",
        "He will arrive on 21 January. | 21 January = 2010-01-21",
        "It was agreed in 1999. | 1999 = 1999",
        "The talks of May 10-12 failed. | May 10-12 = 2009-05-10/2009-05-12",
        "He must leave by March. | March = 2010-03",
        "He was elected in March. | March = 2009-03",
        "The premier's May visit | May = 2009-05",
        "In April, May and June he slept. | April = 2009-04; May = 2009-05; June = 2009-06",
        "11/25/2009, 25/11/2009 | 11/25/2009 = 2009-11-25; 25/11/2009 = 2009-11-25",
        "2009-11-25, 2009/11/25 | 2009-11-25 = 2009-11-25; 2009/11/25 = 2009-11-25",
        "12-Dec-09, Dec '09 | 12-Dec-09 = 2009-12-12; Dec '09 = 2009-12",
        "from 2006 - 2008 | 2006 - 2008 = 2006/2008",
        "in the 1980s-1990s | 1980s-1990s = 1980/1999",
        "Jan.-Mar. 2009 | Jan.-Mar. 2009 = 2009-01/2009-03",
        "November the 25th | November the 25th = 2009-11-25",
        "It must be halved by 2050. | 2050 = 2050",
      })
  void readsTheCablesOfTheMessageSystem(String text, String dates) {
    assertThat(dates(text, LATE)).isEqualTo(dates);
  }

  @Test
  void reckonsFromTheYearWhereTheDayIsNotKnown() {
    List<Entity> found =
        EntityExtractor.standard()
            .extract("HE CAME MARCH 3.", List.of(), null, CableId.of(1975, "ROME", 12));
    assertThat(found).extracting(Entity::getNormalized).containsExactly("1975-03-03");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HE MAY LEAVE SOON AND MARCH HOME.",
        "THEY MAY MARCH ON 15 TOWNS.",
        "The price rose to 2,004 dollars.",
        "HE TOOK THE OATH AT 1900 AND LEFT.",
        "There were 2000 tons of wheat.",
        "It cost 1985 euros.",
        "By 1900 they had left.",
        "THE VOTE WAS 9/10 AND 14-3 AND 1/2 OF THEM.",
        "2. MAY WE PROCEED?",
        "UNSCR 1973 and resolution 1929 and S/RES/2009",
        "Prime Minister May said so.",
        "Since 9/11 much has changed.",
        "THE OCTOBER WAR AND AN AUGUST BODY",
        "a 2/3 majority, on 1/2 of it",
        "Section 4.2.10 and number 12-34-56",
        "on the 15th, Monday"
      })
  void findsNoDates(String text) {
    assertThat(dates(text, LATE)).isEmpty();
  }
}
