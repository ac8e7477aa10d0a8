package org.cablebeam.transforms.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.cablebeam.schemas.CableId;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.SpanKind;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityExtractorTest {
  private static final LocalDate SENT = LocalDate.of(2009, 12, 3);
  private final EntityExtractor extractor = EntityExtractor.standard();

  private List<Entity> find(String text) {
    return extractor.extract(text, List.of(), SENT, CableId.of(2009, "MOSCOW", 2935));
  }

  private List<String> texts(String text, EntityType type) {
    return find(text).stream().filter(e -> e.getType() == type).map(Entity::getText).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(S/NF)",
        "(C)",
        "(S//NF)",
        "(S/NOFORN)",
        "(C/REL USA, GBR)",
        "(S//REL TO USA, FRA//FGI)",
        "(SBU/NF)",
        "(C - ENTIRE TEXT)",
        "( S/NF )",
        "(SBU)",
        "(LOU)",
        "(TS/SI/ORCON)",
        "(NOTAL)"
      })
  void takesNoPortionMarkingForText(String marking) {
    assertThat(find("1. " + marking + " Foreign Ministry officials wrote to Oleg Varnakov."))
        .extracting(Entity::getText)
        .containsExactly("Foreign Ministry", "Oleg Varnakov");
    assertThat(find("1. " + marking + " OLEG VARNAKOV TOLD THE AMBASSADOR OF HIS LETTER."))
        .extracting(Entity::getText)
        .containsExactly("OLEG VARNAKOV", "AMBASSADOR");
  }

  @ParameterizedTest
  @CsvSource({"(IRAN), IRAN", "(NATO), NATO", "(FRANCE), FRANCE", "(S/ICELAND), ICELAND"})
  void readsNamesInParentheses(String text, String name) {
    assertThat(find("The delegates " + text + " left the hall."))
        .extracting(Entity::getText)
        .contains(name);
  }

  @Test
  void keepsOnePersonInOneCluster() {
    List<Entity> persons =
        find("Deputy Minister Oleg Varnakov arrived. Later Varnakov left with Anna Lindmark.")
            .stream()
            .filter(e -> e.getType() == EntityType.PERSON)
            .toList();
    assertThat(persons)
        .extracting(Entity::getText)
        .containsExactly("Oleg Varnakov", "Varnakov", "Anna Lindmark");
    assertThat(persons.get(0).getCluster()).isEqualTo(persons.get(1).getCluster());
    assertThat(persons.get(0).getCluster()).isNotEqualTo(persons.get(2).getCluster());
    assertThat(persons.get(1).getNormalized()).isEqualTo("Oleg Varnakov");
    assertThat(persons.get(0).getRole()).isEqualTo("Deputy Minister");
  }

  /** Rules for capitals, where case tells nothing: what is found, as type and text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NATIONAL HARBOR REFORM COUNCIL MET. NHRC WILL MEET AGAIN. | ORGANIZATION NHRC
          UK REP (MOORHEADE) AGREED. | PERSON MOORHEADE
          MANAGING DIRECTOR ST. CLAIR BRENDALO CALLED. | PERSON ST. CLAIR BRENDALO
          HE WILL MEET DE LA BRENDA TODAY. | PERSON DE LA BRENDA
          HE SAID BORZUM'S WORKERS LIVE AT BREMDE AND SUPE. | LOCATION SUPE
          DELEGATES OF THE NATIONS SUPPORT KING. | TITLE KING
          TALKS WITH THE LDC GROUP TOOK PLACE AT 111 BRIGADE. | ORGANIZATION 111 BRIGADE
          HE IS A MEMBER OF THE ETHICS COMMITTEE. | ORGANIZATION ETHICS COMMITTEE
          WE SAW MIN OF AGRICULTURE BRENDALO. | TITLE MIN OF AGRICULTURE
          DIRECTOR OF CIVIL AVIATION J.P. BRENDALO LEFT. | TITLE DIRECTOR OF CIVIL AVIATION
          FIRST INFANTRY DIVISION HOLDS THE TOWN. | ORGANIZATION FIRST INFANTRY DIVISION
          HE MET MIGUEL BRENDO Y BRAVO TODAY. | PERSON MIGUEL BRENDO Y BRAVO
          HE SAYS CARE, OXFAM AND CATHOLIC RELIEF SERVICES MAY WORK. | ORGANIZATION CARE
          COB CALLS STRIKE. | ORGANIZATION COB
          MNR AND COB AGREE. | ORGANIZATION COB
          UNIVERSITY OF NAIROBI STUDENTS LEFT. | ORGANIZATION UNIVERSITY OF NAIROBI
          GENERAL ANTONIO BRENDO ARMS NATIONAL POLICE. | ORGANIZATION NATIONAL POLICE
          FIGHTING WENT ON NEAR SAN MIGUEL. | LOCATION SAN MIGUEL
          REBELS HOLD VOLNIKARA, BREMDE AND SUPE BY DAY. | LOCATION BREMDE
          HE SPOKE TO JAN BRENDALO. | PERSON JAN BRENDALO
          ARMY MINISTER SYLVIO BRENDO SULKS. | PERSON SYLVIO BRENDO
          320TH NVA DIVISION FOLLOWS. | ORGANIZATION 320TH NVA DIVISION
          GSG-9 MEN TOLD CHARTER 77 SIGNERS. | ORGANIZATION GSG-9
          GSG-9 MEN TOLD CHARTER 77 SIGNERS. | ORGANIZATION CHARTER 77
          HE SPOKE TO SALVADOR BRENDALO TODAY. | PERSON SALVADOR BRENDALO
          HE IS HELD IN VOLNI-DONG. | LOCATION VOLNI-DONG
          """)
  void findsInCapitals(String text, String expected) {
    assertThat(find("1. " + text))
        .extracting(e -> e.getType() + " " + e.getText())
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          THE MEETING OF THE UN SECURITY COUNCIL (REF C) IS OVER. | REF C
          A CROP OF 6 MMT IS EXPECTED. | MMT
          THE 25TH PARTY CONGRESS MET. | 25TH PARTY
          GNP ROSE BY THREE PERCENT. | GNP
          TACA CUT FLIGHTS. | CUT
          IT IS A PARASTATAL ORGANIZATION. | PARASTATAL ORGANIZATION
          OPPOSITION TO AL-VOLNI WILL NOT LAST. | TO AL-VOLNI
          HE FIRED AN M-16. | M-16
          VOLNIKARA POLICE STATION FELL. | VOLNIKARA POLICE STATION
          JAPAN AIR LINES BUYS DOUGLAS DC-10. | DOUGLAS DC
          """)
  void findsNoNameInCapitals(String text, String none) {
    assertThat(find("1. " + text)).extracting(Entity::getText).doesNotContain(none);
  }

  @Test
  void joinsAGivenNameAndASurnameThatTheTextTells() {
    assertThat(find("AMBASSADOR JANE BROOK MET THE MINISTER IN OSLO.\n\nBROOK"))
        .filteredOn(e -> e.getType() == EntityType.PERSON)
        .extracting(Entity::getText)
        .containsExactly("JANE BROOK", "BROOK");
  }

  @Test
  void keepsTwoPersonsOfOneSurnameApart() {
    List<Entity> persons =
        find("Peter Hollbrand met Maria Hollbrand. Peter Hollbrand spoke first.").stream()
            .filter(e -> e.getType() == EntityType.PERSON)
            .toList();
    assertThat(persons).hasSize(3);
    assertThat(persons.get(0).getCluster()).isNotEqualTo(persons.get(1).getCluster());
    assertThat(persons.get(0).getCluster()).isEqualTo(persons.get(2).getCluster());
  }

  @Test
  void linksAnAcronymToItsExpansion() {
    List<Entity> found =
        find("The Northern Harbour Commission (NHC) met. NHC rejected the plan.").stream()
            .filter(e -> e.getType() == EntityType.ORGANIZATION)
            .toList();
    assertThat(found)
        .extracting(Entity::getText)
        .containsExactly("Northern Harbour Commission", "NHC", "NHC");
    assertThat(found).extracting(Entity::getNormalized).containsOnly("Northern Harbour Commission");
    assertThat(found).extracting(Entity::getCluster).containsOnly(found.get(0).getCluster());
  }

  @ParameterizedTest
  @CsvSource({
    "The Soviet Union objected., SU",
    "The DPRK objected., KP",
    "Zaire objected., ZR",
    "The U.S. objected., US",
    "The GDR objected., DD"
  })
  void namesCountriesOfTheirTime(String text, String iso) {
    assertThat(find(text))
        .filteredOn(e -> e.getType() == EntityType.LOCATION)
        .extracting(Entity::getNormalized)
        .containsExactly(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "1975, Burma objected., BU",
    "2009, Burma objected., MM",
    "1984, Yugoslavia objected., YU",
    "1998, Yugoslavia objected., YU",
    "2005, Scotland objected., GB",
    "1969, Congo (Brazzaville) objected., CG",
    "1969, Congo (Kinshasa) objected., ZR",
    "1969, Southern Yemen objected., YD",
    "1974, Schoenefeld is closed., DD",
    "2005, Jenin is quiet., PS",
    "1968, Congo objected., ZR",
    "1980, Congo objected., CG",
    "2009, Congo objected., CD"
  })
  void namesCountriesByTheYearOfTheCable(int year, String text, String iso) {
    assertThat(extractor.extract(text, List.of(), LocalDate.of(year, 5, 24), null))
        .extracting(Entity::getNormalized)
        .containsExactly(iso);
  }

  @Test
  void georgiaBesideAmericanPlacesIsAState() {
    assertThat(find("They came from Atlanta, Georgia. Later Georgia objected."))
        .extracting(Entity::getText, Entity::getNormalized)
        .containsExactly(
            Tuple.tuple("Atlanta", "US"),
            Tuple.tuple("Georgia", "US"),
            Tuple.tuple("Georgia", "GE"));
  }

  @ParameterizedTest
  @CsvSource({
    "TEHRAN, Government of Iran",
    "NEWDELHI, Government of India",
    "ROME, Government of Italy",
    "TELAVIV, Government of Israel"
  })
  void readsTheInitialsOfAGovernmentByThePost(String post, String government) {
    assertThat(extractor.extract("GOI objected.", List.of(), SENT, CableId.of(2009, post, 12)))
        .extracting(Entity::getNormalized)
        .containsExactly(government);
  }

  @Test
  void addressesOfQuotedTelegramsAreNoReferences() {
    assertThat(
            texts(
                "QUOTE FM AMEMBASSY ROME TO SECSTATE WASHDC 8869 INFO AMEMBASSY BONN 2217",
                EntityType.CABLE_REFERENCE))
        .isEmpty();
    assertThat(texts("SEE ROME 8869 AND BONN 2217.", EntityType.CABLE_REFERENCE)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "MINISTER TOLD JOHN R LINDMARKSEN THAT, JOHN R LINDMARKSEN",
    "K V VARNAKATESH TOLD POLOFF THAT, K V VARNAKATESH",
    "He saw Peter D Hollbrand there., Peter D Hollbrand"
  })
  void initialsNeedNoPeriod(String text, String person) {
    assertThat(texts(text, EntityType.PERSON)).containsExactly(person);
  }

  @ParameterizedTest
  @CsvSource({
    "The Central Bank of Iceland objected., Central Bank of Iceland",
    "The Attorney General's Office objected., Attorney General's Office",
    "HE LED NICARAGUAN DEMOCRATIC MOVEMENT., NICARAGUAN DEMOCRATIC MOVEMENT",
    "SECOND FOREIGN PARACHUTE REGIMENT LANDED., SECOND FOREIGN PARACHUTE REGIMENT",
    "HE MET WORLD BANK MISSION., WORLD BANK",
    "They joined the Lesotho Air Force., Lesotho Air Force",
    "He runs the Geological Exploration and Production Department., Geological Exploration and"
        + " Production Department",
    "She leads the Task Force for Rebuilding the Nation., Task Force for Rebuilding the Nation",
    "Sahara Oil and Gas will drill., Sahara Oil and Gas",
    "HE COMMANDS SOUTHWEST COMMAND., SOUTHWEST COMMAND",
    "HE READ OF IT AT UNIVERSITY OF VOLNIKARI., UNIVERSITY OF VOLNIKARI",
    "They run Volnikari TV from here., Volnikari TV",
    "He borrowed from Development Bank of Japan., Development Bank of Japan",
    "He left Joint Task Force Omega., Joint Task Force Omega",
    "THEY SUED VOLNIKARI OIL COMPANY., VOLNIKARI OIL COMPANY",
    "It was founded by Rio Tinto Alcan., Rio Tinto Alcan",
    "Transparency International Uganda objected., Transparency International Uganda",
    "HE LEFT NATIONAL SALVATION COMMITTEE., NATIONAL SALVATION COMMITTEE",
    "HE LED NATIONAL UNION OF ROAD TRANSPORT WORKERS., NATIONAL UNION OF ROAD TRANSPORT WORKERS",
    "HE STOOD NEAR FEDERAL SECRETARIAT., FEDERAL SECRETARIAT",
    "The Times of Omdurman objected., Times of Omdurman",
    "HE LED KENYA AIR FORCE., KENYA AIR FORCE",
    "HE LEFT VOLKSWAGEN DO BRASIL., VOLKSWAGEN DO BRASIL",
    "HE LED THE METHODIST CHURCH., METHODIST CHURCH",
    "He flew to see Fiji TV., Fiji TV"
  })
  void knowsWhereTheNameOfABodyEnds(String text, String name) {
    assertThat(texts(text, EntityType.ORGANIZATION)).containsExactly(name);
  }

  @Test
  void demonymsAreNoPlaces() {
    assertThat(texts("The North Korean and French delegates left.", EntityType.LOCATION)).isEmpty();
  }

  @Test
  void capitalsAreReadWithoutCase() {
    String text = "FOREIGN MINISTER MIRZAKHANLI TOLD POLOFF THAT US WOULD HAVE TO TELL US MORE.";
    assertThat(texts(text, EntityType.PERSON)).containsExactly("MIRZAKHANLI");
    assertThat(texts(text, EntityType.LOCATION)).containsExactly("US");
    assertThat(texts(text, EntityType.TITLE)).containsExactly("FOREIGN MINISTER", "POLOFF");
  }

  @Test
  void aNameCutByAPageBreakIsOneEntity() {
    String text = "Ambassador Johannes\nCONFIDENTIAL\nPAGE 02\nVerhoevend left.";
    int start = text.indexOf("CONFIDENTIAL");
    int end = text.indexOf("Verhoevend");
    List<Entity> found =
        extractor.extract(text, List.of(new FieldSpan(SpanKind.FURNITURE, start, end)), SENT, null);
    assertThat(found)
        .filteredOn(e -> e.getType() == EntityType.PERSON)
        .extracting(Entity::getStart, Entity::getEnd)
        .containsExactly(Tuple.tuple(text.indexOf("Johannes"), text.indexOf(" left")));
  }

  @Test
  void offsetsCountCodePoints() {
    String text = "\ud83d\ude00 France objected.";
    Entity found = find(text).get(0);
    assertThat(found.getStart()).isEqualTo(2);
    assertThat(found.getEnd()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "John Smith ",
        "A.",
        "Al-",
        "al-",
        "BANK OF ",
        "MINISTER ",
        "Jan 1 ",
        "PARIS 1234 ",
        "(A)",
        "U.S.",
        "NATIONAL AND ",
        "ARMY OF THE ",
        "\ud83d\ude00 X",
        "X'",
        "Xyzzy ",
        "Deputy ",
        "1-"
      })
  void noTextIsSlow(String piece) {
    String text = piece.repeat(400_000 / piece.length());
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> find(text));
  }

  @Test
  void mentionsDoNotOverlapAndAreWhatTheySay() {
    String text = "MR. VAN DER WAALENBERG OF DE BEERS, LONDON, MET UN SECRETARY GENERAL ON MAY 5.";
    int last = 0;
    for (Entity entity : find(text)) {
      assertThat(entity.getStart()).isGreaterThanOrEqualTo(last);
      assertThat(text.substring(entity.getStart(), entity.getEnd())).isEqualTo(entity.getText());
      last = entity.getEnd();
    }
    assertThat(last).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HE FLEW FROM BONN TO EAST BERLIN AND WEST BERLIN. | EAST BERLIN | DD",
        "HE FLEW FROM BONN TO EAST BERLIN AND WEST BERLIN. | WEST BERLIN | DE",
        "The train left Leipzig. | Leipzig | DD",
        "Bombs fell on Haiphong. | Haiphong | VD"
      })
  void knowsWhichOfTwoStatesAPlaceLayIn(String text, String place, String country) {
    assertThat(extractor.extract(text, List.of(), LocalDate.of(1972, 6, 1), null))
        .filteredOn(entity -> entity.getText().equals(place))
        .extracting(Entity::getNormalized)
        .containsExactly(country);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "THE MEN MARCHED FROM OMDURMAN TO QARSHEM. | LOCATION | OMDURMAN,QARSHEM",
        "THE CHIEF LIVES IN THE NETHERLANDS. | LOCATION | NETHERLANDS",
        "SECRETARIES LINDMARK AND BROWN AGREED. | PERSON | LINDMARK,BROWN",
        "Its political chief, S.P. Varnakov, left. | PERSON | S.P. Varnakov",
        "THEY SAW WANG HUNG-WENO AND MAO TSE-TUNO. | PERSON | WANG HUNG-WENO,MAO TSE-TUNO",
        "He met Roh Moo-hyuno and Chen Shui-biano. | PERSON | Roh Moo-hyuno,Chen Shui-biano",
        "They gave V.C. Varnakov a letter. | PERSON | V.C. Varnakov",
        "THEY MET (LINDMARK, STRULACK, VARNAKOV) THERE. | PERSON | LINDMARK,STRULACK,VARNAKOV",
        "He left on the Northern Ireland question. | LOCATION | Northern Ireland",
        "They spoke with al-Shabaab over a ransom. | ORGANIZATION | al-Shabaab",
        "SHARES OF EXXON AND SHELL WERE SOLD. | ORGANIZATION | EXXON,SHELL",
        "HE TOLD US JULY 5 THAT THE VISIT WAS OFF. | DATE | JULY 5",
        "THE DESK OFFICER LUCKING SAID HE KNEW. | PERSON | LUCKING",
        "THE SHIP LEFT SHANGHAI AND HULL. | LOCATION | SHANGHAI,HULL",
        "WE DISCUSSED BERLIN AND THE TALKS IN HUE. | LOCATION | BERLIN,HUE",
        "Shots were fired in Via Volnikari. | LOCATION | Via Volnikari",
        "He is the bishop of Volnikari. | LOCATION | Volnikari",
        "HE SAID GOT WOULD PAY, AND GOT ANGRY. | ORGANIZATION | GOT",
        "THEY TOLD AP THAT THEY HAD LEFT. | ORGANIZATION | AP",
        "Condor Oil sold it. They asked Condor again. | ORGANIZATION | Condor Oil,Condor",
        "WE WILL MEET FREEMAN AND STEVE LINDMARK. | PERSON | FREEMAN,STEVE LINDMARK",
        "HE EDITS THE DAILY DISPATCH. | ORGANIZATION | DAILY DISPATCH",
        "She works for Oryol Energy and a local NGO. | ORGANIZATION | Oryol Energy",
        "The Baku-Volnikari line leaks. | LOCATION | Baku,Volnikari",
        "He read of the Lindmarksen-Varnakov conversation. | PERSON | Lindmarksen,Varnakov",
        "Varnakov of the New York Times was told. | PERSON | Varnakov",
        "LETTERS FROM LINDMARK AND FROM VARNAKOV CAME. | PERSON | LINDMARK,VARNAKOV",
        "THE REFUGEES FROM QARSHEM ARE HOME. | LOCATION | QARSHEM",
        "They sent aid to victims in Nadi, Qarsham and Vetara. | LOCATION | Nadi,Qarsham,Vetara",
        "Volnikar, owned by two brothers, was sold. | ORGANIZATION | Volnikar",
        "They met in Independence Park yesterday. | LOCATION | Independence Park",
        "The Sea Tigers lost a ship. | ORGANIZATION | Sea Tigers",
        "The cable of Tass and Sabena was late. | ORGANIZATION | Tass,Sabena",
        "He wants to see de Volnare at once. | PERSON | de Volnare",
        "THEY SAW NGUYEN CO THUC AND TRAN VAN HUNG. | PERSON | NGUYEN CO THUC,TRAN VAN HUNG",
        "PRESIDENT DANIEL MOI CAME. LATER MOI LEFT. | PERSON | DANIEL MOI,MOI",
        "CPI(M) WORKERS AND CPN(UML) LEFT. | ORGANIZATION | CPI(M),CPN(UML)",
        "THE CROWN PRINCE SAD AL-VARNAKI LEFT. | PERSON | SAD AL-VARNAKI",
        "MINISTER PRICE CAME. HE SAID TO PRICE THAT THE PRICE ROSE. | PERSON | PRICE,PRICE",
        "HE CALLED RIYADH AT ONCE. | LOCATION | RIYADH",
        "The Social Welfare Minister Lindmark left. | TITLE | Social Welfare Minister",
        "He met Sheikh Borzuman Lindmark. | PERSON | Borzuman Lindmark",
        "Later Nuri Said came. | PERSON | Nuri Said",
        "They met Lt. Cmdr. Lindmark. | TITLE | Lt. Cmdr.",
        "First Undersecretary Lindmark left. | TITLE | First Undersecretary",
        "Assistant Interior Minister Lindmark left. | TITLE | Assistant Interior Minister",
        "Minister of State for Administrative Development Lindmark left. | TITLE | Minister of"
            + " State for Administrative Development",
        "Senators Lindmark and Varnakov met Representatives Brendalo and Holm. | TITLE | Senators,"
            + "Representatives"
      })
  void findsNamesByTheWordsAround(String text, EntityType type, String names) {
    assertThat(texts(text, type)).containsExactly(names.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "THE SHARES COST SKR 50 EACH.",
        "TWO RB-47 FLIERS AND A DC-10 CAME DOWN.",
        "HE TOLD US 500 MEN HAD LEFT.",
        "AS SAID IN PARA 3 ABOVE AND IN MILK.",
        "NOTHING COULD HLD THEM BACK.",
        "IN ANY EVZNT WE WAIT.",
        "UNSCR 242 AND UNSCR 338 WERE READ.",
        "THE MOOD IS BEST CALLED VARNAKOVISM.",
        "TO THIS DAY THEY ASK ALL OF US.",
        "IT SEEMS TO US THAT THE CAR WAS LATE.",
        "USS NEW JERSEY AND FREIGHTER KAPITAN VOLNIKAR LEFT."
      })
  void takesNoOrdinaryWordForAName(String text) {
    assertThat(find(text)).isEmpty();
  }
}
