package org.cablebeam.transforms.parse.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleCaseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TALKS ON THE HARBOUR RESUME | Talks on the Harbour Resume",
        "THE HARBOUR OF WARSAW | The Harbour of Warsaw",
        "WARSAW: THE HARBOUR | Warsaw: The Harbour",
        "WARSAW - A HARBOUR | Warsaw - A Harbour",
        "NATO AND THE EU | NATO and the EU",
        "VARIG'S LOSSES | VARIG's Losses",
        "POLAND'S HARBOURS | Poland's Harbours",
        "U.S. POLICY | U.S. Policy",
        "U.S.-POLISH TALKS | U.S.-Polish Talks",
        "THE U.S.' VIEW | The U.S.' View",
        "US-LATIN TRADE | US-Latin Trade",
        "STATE-OF-THE-ART MILLS | State-of-the-Art Mills",
        "CHAPTER IV AND VII | Chapter IV and VII",
        "DPRK: FSB AND KGB | DPRK: FSB and KGB",
        "GOP/USG TALKS | GOP/USG Talks",
        "NGOS AND MPS | NGOs and MPs",
        "MR. SAMPLE VISITS | Mr. Sample Visits",
        "POLAND VS. FRANCE | Poland vs. France",
        "COUP D'ETAT IN FREEDONIA | Coup d'Etat in Freedonia",
        "N'DJAMENA: O'SAMPLE VISITS | N'Djamena: O'Sample Visits",
        "CONGRESSMAN MCSAMPLE | Congressman McSample",
        "MEETING WITH XXXXXXXXXXXX | Meeting with XXXXXXXXXXXX",
        "MEETING WITH xxxxxxxxxxxx | Meeting with xxxxxxxxxxxx",
        "THE 21ST CENTURY IN THE 1990S | The 21st Century in the 1990s",
        "H1N1 AND G8 | H1N1 and G8",
        "FMS PROBLEM IN FY 81 | FMS Problem in FY 81",
        "MESSAGE OF 161344Z MAY 74 | Message of 161344Z May 74",
        "(CORRECTED COPY) MILLS CLOSE | (Corrected Copy) Mills Close",
        "\"THE MILL\" CLOSES | \"The Mill\" Closes",
        "WHAT THE MILL IS FOR | What the Mill Is For",
        "A MILL: WHAT FOR? | A Mill: What For?",
        "Poland: talks on NATO resume | Poland: Talks on NATO Resume",
        "AMBASSADOR'S CALL ON FM | Ambassador's Call on FM",
        "R&D AND AT&T | R&D and AT&T",
        "DARFUR: UNAMID'S WORK | Darfur: UNAMID's Work",
        "HE SAYS \"NO\" TO THE MILL | He Says \"No\" to the Mill",
        "LODZ: COUP D'ETAT | Lodz: Coup d'Etat",
        "WHO'S IN, WHO'S OUT | Who's in, Who's Out",
        "MEETING W/ THE MILLER | Meeting w/ the Miller",
        "HOW IT GOES: AL-QA'IDA | How It Goes: Al-Qa'ida",
        "WHO'S WHO IN THE NEW CABINET | Who's Who in the New Cabinet",
        "LOS: THE DEEP SEABED | LOS: The Deep Seabed",
        "LOS SAMPLES: THE BAND | Los Samples: The Band",
        "24 AH-64DS AND A-320S | 24 AH-64Ds and A-320s",
        "PDVSA, OFDA AND GIROA SIGN | PDVSA, OFDA and GIRoA Sign",
        "CIVAIR: MILATT'S FLIGHT | CivAir: MilAtt's Flight",
        "SDKU AND UBS SIGN THE DESIGN | SDKU and UBS Sign the Design",
        "USDEL SEES MIG-29S | USDel Sees MiG-29s",
        "UNHCR: EXCOM ON ODS AND COREU | UNHCR: ExCom on ODS and COREU",
        "WHO REPORTS NEW CASES | WHO Reports New Cases",
        "WHO WILL LEAD THE UNION? | Who Will Lead the Union?",
        "\"WHO LOST LODZ?\" THEY ASK | \"Who Lost Lodz?\" They Ask",
        "MINISTER DE LA MILL IN LA PAZ | Minister de la Mill in La Paz",
        "SO WHAT IF HE DOES? | So What If He Does?",
        "LULA DA SILVA AND VAN DER LAAN | Lula da Silva and Van der Laan",
        "THE VISIT OF CHARLES DE LAKE | The Visit of Charles de Lake",
        "A VAN IS HIT | A Van Is Hit",
        "SBU: IPR UPDATE | SBU: IPR Update",
        "EUR PDAS AND S/WCI AMBASSADOR | EUR PDAS and S/WCI Ambassador",
        "VISIT OF EUR/WE | Visit of EUR/WE",
        "SALE OF F-4ES AND C-130S | Sale of F-4Es and C-130s",
        "GOALS AND RESOURCE MANAGEMENT (GARM) | Goals and Resource Management (GARM)",
        "GOALS, AIMS AND RESOURCES (GAR) | Goals, Aims and Resources (GAR)",
        "VOLCANO ASH (ICELAND) | Volcano Ash (Iceland)",
        "POLES ARE LESS PRO-US | Poles Are Less Pro-US",
        "THE EU/IRAN TALKS | The EU/Iran Talks",
        "IT'S THE MILL'S OP-ED OF ABD AL-LAKE, JR. AND CO. | It's the Mill's Op-Ed of Abd Al-Lake,"
            + " Jr. and Co.",
        "A MILL. AND ANOTHER: A380 V. 787 | A Mill. And Another: A380 v. 787",
        "IT OUTSOURCING IN LODZ: IT TAKES TWO | IT Outsourcing in Lodz: It Takes Two",
        "THE NVGS OF LODZ'S IT MILLS | The NVGs of Lodz's IT Mills",
        "ALL IN: WHAT IT IS FOR? A MILL | All In: What It Is For? A Mill",
        "MD-11 AND A-320 SALES | MD-11 and A-320 Sales",
        "THE HAGUE'S MILLS AND DAR ES SALAAM | The Hague's Mills and Dar es Salaam",
        "A BOAT FROM PORT-AU-PRINCE | A Boat from Port-au-Prince",
        "FM D'ESTE AND THE CHARGE D'AFFAIRES | FM D'Este and the Charge d'Affaires",
        "SPLM/A MILLS AND/OR BOATS: N/A | SPLM/A Mills and/or Boats: N/A",
        "SU-25 OVER A MILL, CSTC-A AND A TETE-A-TETE | Su-25 Over a Mill, CSTC-A and a Tete-a-Tete",
        "MILLS SEEK ON-SHORE BOATS BEFORE A BY-ELECTION | Mills Seek On-Shore Boats Before a"
            + " By-Election",
        "MIGS AND AMCITS | MiGs and AmCits",
        "MOIS AND EUMS | MOIS and EUMS",
        "VISIT OF J.Q.SAMPLE | Visit of J.Q.Sample",
        "ZUJ FOLLOW-ON AND ITS WRAP-UP | ZUJ Follow-On and Its Wrap-Up",
        "PM KIM JONG-IL AND THE QUD'S JOY | PM Kim Jong-Il and the QUD's Joy",
        "OQ-PSD, EUR/RUQ AND DHS/ICE | OQ-PSD, EUR/RUQ and DHS/ICE",
        "ICE ON A ROAD TO SRI LANKA | Ice on a Road to Sri Lanka",
        "THE UDD V. THE MILLERS | The UDD v. the Millers",
        "ICE, YPFB AND UDD: THE MILL | ICE, YPFB and UDD: The Mill",
        "ICE AND STONE: MAP AND NGOS | Ice and Stone: MAP and NGOs",
        "DHS/ICE, JAS-39 AND RPG-7 SALES | DHS/ICE, JAS-39 and RPG-7 Sales",
        "AID LOAN FOR THE MILLS: FOOD AID | AID Loan for the Mills: Food Aid",
        "THE START TREATY AND THE START OF MILLING | The START Treaty and the Start of Milling",
        "A ROAD MAP TO MEMBERSHIP: NATO'S MAP | A Road Map to Membership: NATO's MAP",
        "MEND'S MILLERS IN NIGERIA MEND TIES | MEND's Millers in Nigeria Mend Ties",
        "THE PACE OF MILLING AND PACE DELEGATES | The Pace of Milling and PACE Delegates",
        "DR. DE LODZ'S DOMINICAN MILL | Dr. de Lodz's Dominican Mill",
        "T'ANG OF M'BAR AND P'ENG LO | T'ang of M'Bar and P'eng Lo",
        "AL-HAFJR, THE IBAS AND THE NGOS | Al-Hafjr, the Ibas and the NGOs",
        "THE SEPDENA VOTES: KOWALEWA'S MILL | The SEPDENA Votes: Kowalewa's Mill",
        "PRESIDENT SEPDENA OF LODZ | President Sepdena of Lodz",
        "FM DAI AND THE DAI: QOE-BACKED MILLS | FM Dai and the DAI: QOE-Backed Mills",
        "THE MILL ACT: A TEXT | The Mill Act: A Text",
        "J. SEPDENA V. SEPDENA | J. Sepdena v. SEPDENA",
        "LASHKAR-E-LODZ: UDM'S SEPDENA | Lashkar-e-Lodz: UDM's Sepdena",
        "THE CUT-OFF: MILLERS CUT OFF LODZ | The Cut-Off: Millers Cut Off Lodz",
      })
  void writesTitles(String subject, String title) {
    assertThat(TitleCase.standard().of(subject)).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "IT SECTOR GROWS | The IT sector grew. | IT Sector Grows",
        "IT GROWS | Growth is strong, and it will last. | It Grows",
        "WHO COMES | Those who come are few. | Who Comes",
        "WHO COMES | The WHO comes. | WHO Comes",
        "THE DR CONGO | The east of the DR Congo. | The DR Congo",
        "THE UDAPI VOTE | Members of the UDAPI voted. | The UDAPI Vote",
        "THE UDAPI VOTE | MEMBERS OF THE UDAPI VOTED. | The Udapi Vote",
        "THE UDAPILO VOTE | Members of the UDAPILO voted. | The UDAPILO Vote",
        "THE SAMPLER VOTE | President Jan SAMPLER voted. SAMPLER won. | The Sampler Vote",
        "THE MACSAMPLE AFFAIR | John MacSample paid. | The MacSample Affair",
        "THE MACARONI AFFAIR | Macaroni was paid for. | The Macaroni Affair",
        "MILLGAS'S BOG AND THE IPS | The BoG of MillGas met. The IPs came. | MillGas's BoG and the"
            + " IPs",
        "THE MILLER OF LODZ | THe miller of LOdz paid. | The Miller of Lodz",
        "THE HALLA AFFAIR | Jan HALLA was named. Halla paid. | The Halla Affair",
        "A TIP FROM LODZ | The tip came late. | A Tip from Lodz",
        "THE SEPDENA VOTE | Jan Sepdena won. | The Sepdena Vote",
      })
  void spellsWordsAsTheTextDoes(String subject, String text, String title) {
    SpelledWords spelled = new SpelledWords(text, 0, text.length(), Set.of());
    assertThat(TitleCase.standard().of(subject, spelled)).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MILLS OF THE CAR | CT | Mills of the CAR",
        "A CAR FOR LODZ | PL | A Car for Lodz",
        "THE PACE OF LODZ | PACE | The PACE of Lodz",
        "IT GROWS | IT | It Grows",
        "THE MILLS OF MAS | BL | The Mills of MAS",
      })
  void knowsWhatTheCableIsTaggedWith(String subject, String tag, String title) {
    SpelledWords spelled = new SpelledWords("", 0, 0, Set.of(tag));
    assertThat(TitleCase.standard().of(subject, spelled)).isEqualTo(title);
  }

  @Property(seed = "1966")
  void changesNothingButCase(@ForAll String subject) {
    String title = TitleCase.standard().of(subject);
    assertThat(title).hasSameSizeAs(subject);
    assertThat(title.equalsIgnoreCase(subject)).isTrue();
  }
}
