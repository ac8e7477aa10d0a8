package org.cablebeam.transforms.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.vocabulary.Posts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddresseesTest {
  /** Role, route, name, precedence, number and collective, parted by strokes; a dash for none. */
  private static List<String> read(String... lines) {
    Addressees addressees = new Addressees(Posts.standard());
    for (String line : lines) {
      if (HeaderLine.of(line, null) == HeaderLine.ADDRESSEES) {
        addressees.keyword(line);
      } else {
        addressees.next(line);
      }
    }
    List<String> read = new ArrayList<>();
    for (Recipient recipient : addressees.recipients()) {
      read.add(
          recipient.getRole()
              + "|"
              + or(recipient.getRoutingIndicator())
              + "|"
              + recipient.getName()
              + "|"
              + or(recipient.getPrecedence())
              + "|"
              + or(recipient.getContinuityNumber())
              + "|"
              + or(recipient.getCollective()));
    }
    return read;
  }

  private static String or(Object value) {
    return value == null ? "-" : value.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TO RUEHC/SECSTATE WASHDC PRIORITY 5582; ACTION|RUEHC|SECSTATE WASHDC|PRIORITY|5582|-",
        "TO RUEHC/SECSTATE WASHDC 5582; ACTION|RUEHC|SECSTATE WASHDC|-|5582|-",
        "TO RUEHC/SECSTATE WASHDC PIORITY 5582; ACTION|RUEHC|SECSTATE WASHDC|PRIORITY|5582|-",
        "TO SECSTATE WASHDC IMMEDIATE NIACT 3879;"
            + " ACTION|-|SECSTATE WASHDC|NIACT_IMMEDIATE|3879|-",
        "TO AMEMBASSY CARACAS NIACT IMMEDIATE; ACTION|-|AMEMBASSY CARACAS|NIACT_IMMEDIATE|-|-",
        "INFO RUEUITH/DET 1 39LG ANKARA TU; INFO|RUEUITH|DET 1 39LG ANKARA TU|-|-|-",
        "INFO RHXXX/CTF 151; INFO|RHXXX|CTF 151|-|-|-",
        "INFO ZEN/AMEMBASSY ROME; INFO|-|AMEMBASSY ROME|-|-|-",
        "INFO RUEKJCS/SECDEF WASHDC//OSD/ISA//; INFO|RUEKJCS|SECDEF WASHDC//OSD/ISA//|-|-|-",
        "INFO HQ USAF WASHDC/LEFWB/LEFT PRIORITY; INFO|-|HQ USAF WASHDC/LEFWB/LEFT|PRIORITY|-|-",
        "INFO RUEHZG/NATO EU COLLECTIVE PRIORITY; INFO|RUEHZG|NATO EU COLLECTIVE|PRIORITY|-|-",
        "TO SECSTATE WASHDC 354; ACTION|-|SECSTATE WASHDC|-|354|-",
        "TO SECSTATE WASHDC 54; ACTION|-|SECSTATE WASHDC|-|54|-",
        "INFO AMCONSUL BREMEN POUCH; INFO|-|AMCONSUL BREMEN|-|-|-",
        "TO NIACT IMMEDIATE RUEHC/SECSTATE WASHDC 5582;"
            + " ACTION|RUEHC|SECSTATE WASHDC|NIACT_IMMEDIATE|5582|-",
        "TO IMMEDIATE AMEMBASSY ROME; ACTION|-|AMEMBASSY ROME|IMMEDIATE|-|-",
        "INFO RUEHOS/AMCONSUL LAGOSPRIORITY 0766; INFO|RUEHOS|AMCONSUL LAGOS|PRIORITY|0766|-",
        "TO RUEHLO/AMEMBASSY LONDON 8000-8005; ACTION|RUEHLO|AMEMBASSY LONDON|-|8000-8005|-",
        "TO RUEHC/SECSTATE WASHDC 55B2; ACTION|RUEHC|SECSTATE WASHDC|-|5582|-",
        "TO RUEHC / SECSTATE WASHDC 5582; ACTION|RUEHC|SECSTATE WASHDC|-|5582|-",
        "TO RUEHC/SECSTATE WASHDC PRIORITY 5582 \\; ACTION|RUEHC|SECSTATE WASHDC|PRIORITY|5582|-"
      })
  void readsOneAddressee(String line, String expected) {
    assertThat(read(line)).containsExactly(expected);
  }

  @Test
  void goesOnWithTheRoleUntilTheNextKeyword() {
    assertThat(read("TO SECSTATE WASHDC", "AMEMBASSY ROME", "INFO AMEMBASSY BERN", "USUN NEW YORK"))
        .containsExactly(
            "ACTION|-|SECSTATE WASHDC|-|-|-",
            "ACTION|-|AMEMBASSY ROME|-|-|-",
            "INFO|-|AMEMBASSY BERN|-|-|-",
            "INFO|-|USUN NEW YORK|-|-|-");
  }

  @Test
  void takesTheKeywordOnALineOfItsOwn() {
    assertThat(read("TO", "RUEHC/SECSTATE WASHDC 0421", "INFO", "RUEHRO/AMEMBASSY ROME"))
        .containsExactly(
            "ACTION|RUEHC|SECSTATE WASHDC|-|0421|-", "INFO|RUEHRO|AMEMBASSY ROME|-|-|-");
  }

  @Test
  void exemptsFromTheCollectiveUntilTheNextRoutingIndicator() {
    assertThat(
            read(
                "INFO RUEHZG/NATO EU COLLECTIVE PRIORITY",
                "XMT AMEMBASSY ROME",
                "AMEMBASSY BERN",
                "RUEHUL/AMEMBASSY SEOUL 0421"))
        .containsExactly(
            "INFO|RUEHZG|NATO EU COLLECTIVE|PRIORITY|-|-",
            "EXEMPT|-|AMEMBASSY ROME|-|-|NATO EU COLLECTIVE",
            "EXEMPT|-|AMEMBASSY BERN|-|-|NATO EU COLLECTIVE",
            "INFO|RUEHUL|AMEMBASSY SEOUL|-|0421|-");
  }

  @Test
  void exemptsInsideALineAndSeveralAtOnce() {
    assertThat(
            read(
                "INFO RUEHZG/NATO EU COLLECTIVE, XMT AMEMBASSY ROME, AMEMBASSY BERN",
                "TO RUEHC/SECSTATE WASHDC"))
        .containsExactly(
            "INFO|RUEHZG|NATO EU COLLECTIVE|-|-|-",
            "EXEMPT|-|AMEMBASSY ROME|-|-|NATO EU COLLECTIVE",
            "EXEMPT|-|AMEMBASSY BERN|-|-|NATO EU COLLECTIVE",
            "ACTION|RUEHC|SECSTATE WASHDC|-|-|-");
  }

  @Test
  void joinsANameThatWraps() {
    assertThat(read("INFO RUEAHLC/DEPT OF HOMELAND SECURITY", "WASHINGTON DC PRIORITY 0421"))
        .containsExactly("INFO|RUEAHLC|DEPT OF HOMELAND SECURITY WASHINGTON DC|PRIORITY|0421|-");
    assertThat(read("INFO AMEMBASSY PORT AU", "PRINCE 0421"))
        .containsExactly("INFO|-|AMEMBASSY PORT AU PRINCE|-|0421|-");
    assertThat(read("TO RUEHC/SECSTATE WASHDC", "IMMEDIATE 0421"))
        .containsExactly("ACTION|RUEHC|SECSTATE WASHDC|IMMEDIATE|0421|-");
  }

  @Test
  void partsAddresseesThatShareALine() {
    assertThat(read("INFO AMEMBASSY ROME PRIORITY, AMEMBASSY BERN"))
        .containsExactly("INFO|-|AMEMBASSY ROME|PRIORITY|-|-", "INFO|-|AMEMBASSY BERN|-|-|-");
  }

  @ParameterizedTest
  @CsvSource({
    "TO RUEHC/SECSTATE WASHDC, STATE",
    "TO AMEMBASSY THE HAGUE, THEHAGUE",
    "TO AMCONSUL FARNKFURT, FRANKFURT",
    "TO AMCOMSUL DHAHRAN, DHAHRAN",
    "TO RUEHLP/AMEMBASSY LA PAZ MAR 1000, LAPAZ",
    "TO AMEMBASSY SAMPLEVILLE MAR, ",
    "TO USMISSION USUN NEW YORK, USUNNEWYORK",
    "TO RUEHXX/ROME COLLECTIVE, ",
    "TO ALL DIPLOMATIC POSTS, "
  })
  void namesThePostOfAnAddressee(String line, String post) {
    Addressees addressees = new Addressees(Posts.standard());
    addressees.keyword(line);
    assertThat(addressees.recipients()).hasSize(1);
    assertThat(addressees.recipients().get(0).getPost()).isEqualTo(post);
  }
}
