package org.cablebeam.transforms.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.cablebeam.schemas.Claims;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of mirrors, which have their own layouts. */
class WebPageTest {
  private static final String TEXT =
      """
      C O N F I D E N T I A L WARSAW 000421

      SIPDIS

      E.O. 12958: DECL: 02/14/2018
      TAGS: PREL, PL
      SUBJECT: MILLS

      1. (C) Nothing was agreed on the mill at Lower Freedonia.
      SAMPLE
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<pre>%s</pre>",
        "<div>%s</div>",
      })
  void claimsWhatFieldsSayThatStandBesideTheirNames(String block) {
    String text = block.contains("pre") ? TEXT : TEXT.replace("\n", "<br>\n");
    Collected found =
        Collected.read(
            "x",
            """
            <html><body><h1>08WARSAW421: MILLS</h1>
            <table><tr><td>Reference ID</td><td>08WARSAW421 <i>our number 12</i></td></tr>
            <tr><td>Cable time</td><td>Thu, 14 Feb 2008 13:37 UTC</td></tr>
            <tr><td>Classification</td><td>CONFIDENTIAL</td></tr></table>
            """
                + block.formatted(text)
                + "</body></html>");
    assertThat(found.codes()).isEmpty();
    Claims claims = found.messages.get(0).getClaims();
    assertThat(claims.getId()).isEqualTo("08WARSAW421");
    assertThat(claims.getCreated()).isEqualTo("Thu, 14 Feb 2008 13:37 UTC");
    assertThat(claims.getClassification()).isEqualTo("CONFIDENTIAL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<dl><dt>Date</dt><dd>2008-02-14</dd></dl>",
        "<table><tr><td>Reference ID</td><td>none</td></tr></table>",
        "<table><tr><td>1.</td><td>2.</td></tr></table>"
      })
  void claimsNothingWhereNoFieldIsTheNumberOfACable(String fields) {
    Collected found =
        Collected.read("x", "<html><body>" + fields + "<pre>" + TEXT + "</pre></body></html>");
    Claims claims = found.messages.get(0).getClaims();
    assertThat(claims == null || (claims.getId() == null && claims.getCreated() == null)).isTrue();
  }
}
