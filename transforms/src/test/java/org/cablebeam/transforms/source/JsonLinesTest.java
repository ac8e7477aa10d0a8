package org.cablebeam.transforms.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
  private static final String BODY =
      "UNCLAS WARSAW 000421\n\nSUBJECT: THE MILL\n\n1. It closed.\nDOE";

  /** More than a reader takes at once. */
  private static final List<Containers.Invented> CABLES = Containers.cables(600);

  private static final List<String> TEXTS = CABLES.stream().map(Containers.Invented::text).toList();

  private static final String LIST =
      CABLES.stream().map(Containers::line).collect(Collectors.joining(","));

  /** Far less than all of them together. */
  private static final Limits NARROW = Limits.standard().withMaxMessageBytes(20_000);

  @Test
  void readsJsonThatIsWrappedAroundItsCables() {
    String cable = "{\"id\":\"08WARSAW421\",\"body\":\"" + BODY.replace("\n", "\\n") + "\"}";
    Collected list =
        Collected.read("x", "{\"total\":2,\n\"cables\":[" + cable + "," + cable + "]}");
    assertThat(list.texts()).containsExactly(BODY, BODY);
    Collected hit = Collected.read("x", "{\"_index\":\"c\",\"_source\":" + cable + "}\n");
    assertThat(hit.texts()).containsExactly(BODY);
    Collected none = Collected.read("x", "{\"id\":\"a\",\"place\":{\"x\":1}}\n");
    assertThat(none.codes()).containsExactly("NO_TEXT");
    assertThat(none.rejects.get(0).getRaw()).contains("\"id\":\"a\"");
  }

  /** Objects that are named by the numbers of their cables; one of them has lost its text. */
  @Test
  void readsEveryCableOfAnObjectThatHoldsThemByName() {
    String body = "\"body\":\"" + BODY.replace("\n", "\\n") + "\"";
    String named = "\"08WARSAW421\":{%s},\"08WARSAW422\":{%s},\"08OSLO9\":{\"body\":null}";
    String cables = named.formatted(body, body);
    for (String json : List.of("{" + cables + "}", "{\"count\":3,\"cables\":{" + cables + "}}")) {
      Collected found = Collected.read("x", json);
      assertThat(found.texts()).as(json).containsExactly(BODY, BODY);
      assertThat(found.messages)
          .extracting(message -> message.getClaims().getId())
          .containsExactly("08WARSAW421", "08WARSAW422");
      assertThat(found.codes()).containsExactly("NO_TEXT");
    }
  }

  @Test
  void takesClaimsThatStandBesideTheTextInObjectsOfTheirOwn() {
    String text = BODY.replace("\n", "\\n");
    String meta = "{\"refid\":\"08WARSAW421\",\"origin\":\"Embassy Warsaw\"}";
    for (String json :
        List.of(
            "{\"meta\":" + meta + ",\"text\":\"" + text + "\"}",
            "{\"metadata\":" + meta + ",\"content\":{\"body\":\"" + text + "\"}}",
            "{\"id\":\"08WARSAW421\",\"origin\":\"Embassy Warsaw\",\"cable\":{\"body\":\""
                + text
                + "\"}}")) {
      Collected found = Collected.read("x", json);
      assertThat(found.texts()).as(json).containsExactly(BODY);
      assertThat(found.messages.get(0).getClaims().getId()).isEqualTo("08WARSAW421");
      assertThat(found.messages.get(0).getClaims().getOrigin()).isEqualTo("Embassy Warsaw");
    }
  }

  /** The answer of a server, whose word is not a cable's, and a cable with marks of its words. */
  @Test
  void tellsAWordOfTheWrapperFromATextAndATextFromWhatIsMarkedInIt() {
    String text = BODY.replace("\n", "\\n");
    Collected answer =
        Collected.read("x", "{\"message\":\"ok\",\"cables\":[{\"body\":\"" + text + "\"}]}");
    assertThat(answer.texts()).containsExactly(BODY);
    Collected marked =
        Collected.read("x", "{\"body\":\"" + text + "\",\"marks\":[{\"text\":\"MILL\"}]}");
    assertThat(marked.texts()).containsExactly(BODY);
    assertThat(marked.codes()).isEmpty();
  }

  @Test
  void readsATextThatIsAnArrayOfLinesAndAnArrayOfTexts() {
    String lines = "[\"" + BODY.replace("\n", "\",\"") + "\"]";
    assertThat(Collected.read("x", "{\"body\":" + lines + "}").texts()).containsExactly(BODY);
    String text = "\"" + BODY.replace("\n", "\\n") + "\"";
    assertThat(Collected.read("x", "[" + text + ",\n" + text + "]").texts())
        .containsExactly(BODY, BODY);
  }

  /** However long it is all together, what counts is how long a cable is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s]",
        "\ufeff [%s]",
        "[ {\"body\":\"]}[{\\\"\"},%s]",
        "{\"total\":600,\n\"cables\":[%s]}",
        "{\"hits\":{\"facets\":[{\"a\":1}],\"hits\":[%s],\"more\":[[\"]\"]]},\"x\":[1]}",
        "[%s]\n[]\n",
      })
  void readsArraysOfAnyLength(String form) {
    byte[] json = form.formatted(LIST).getBytes(StandardCharsets.UTF_8);
    assertThat(json.length).isGreaterThan(200_000);
    Collected found = Collected.read("x", json, NARROW);
    assertThat(found.codes()).isEmpty();
    assertThat(found.texts()).endsWith(TEXTS.toArray(String[]::new));
    assertThat(found.countsAddUp()).isTrue();
    for (RawMessage message : found.messages) {
      assertThat(json[(int) (message.getSource().getOrdinal() - 1)]).isEqualTo((byte) '{');
    }
  }

  @Test
  void aDamagedElementSpoilsNoOther() {
    String good = Containers.line(CABLES.get(0));
    String long2 = "{\"body\":\"" + "x".repeat(100_000) + "\"}";
    Collected found =
        Collected.read(
            "x",
            ("[" + good + ",{\"body\": oops}," + long2 + ", 7, [1], null," + good + "]")
                .getBytes(StandardCharsets.UTF_8),
            NARROW);
    assertThat(found.texts()).containsExactly(TEXTS.get(0), TEXTS.get(0));
    assertThat(found.codes())
        .containsExactly(
            "MALFORMED_ROW",
            "MESSAGE_TOO_LARGE",
            "MALFORMED_ROW",
            "MALFORMED_ROW",
            "MALFORMED_ROW");
    assertThat(found.rejects.get(0).getRaw()).isEqualTo("{\"body\": oops}");
    // A later version reads each of them again as it was.
    Collected again = Collected.read("rejects", Containers.rejects(found.rejects));
    assertThat(again.rejects).isEqualTo(found.rejects);
  }

  @Test
  void readsEveryObjectOfALine() {
    String one = Containers.line(CABLES.get(0)).strip();
    String other = Containers.line(CABLES.get(1)).strip();
    Collected found = Collected.read("x", one + other + "\n" + other + " " + one);
    assertThat(found.texts())
        .containsExactly(TEXTS.get(0), TEXTS.get(1), TEXTS.get(1), TEXTS.get(0));
    assertThat(found.messages).extracting(m -> m.getSource().getOrdinal()).doesNotHaveDuplicates();
    Collected damaged = Collected.read("x", one + "}" + other + "\n" + other);
    assertThat(damaged.texts()).containsExactly(TEXTS.get(1));
    assertThat(damaged.rejects.get(0).getRaw()).isEqualTo(one + "}" + other + "\n");
  }

  /** As Python writes a value that is missing. */
  @Test
  void takesWhatIsNoNumberForNothing() {
    Collected found =
        Collected.read("x", "{\"subject\":NaN,\"body\":\"" + BODY.replace("\n", "\\n") + "\"}\n");
    assertThat(found.texts()).containsExactly(BODY);
    assertThat(found.messages.get(0).getClaims()).isNull();
  }

  @Test
  void anObjectWithTwoTextsOfOneNameIsRejectedWithBoth() {
    Collected found = Collected.read("x", "{\"body\":\"FIRST\",\"body\":\"SECOND\"}\n");
    assertThat(found.codes()).containsExactly("MALFORMED_ROW");
    assertThat(found.rejects.get(0).getMessage()).contains("Duplicate field 'body'");
    assertThat(found.rejects.get(0).getRaw()).contains("FIRST").contains("SECOND");
  }

  /** Of what is very long only the beginning is kept, which is not to be read as if it were all. */
  @Test
  void aRejectThatWasShortenedIsTheSameAgain() {
    String json = "{\"x\":" + "9".repeat(5_000_000) + ",\"body\":\"x\"}\n";
    Collected found = Collected.read("x", json);
    assertThat(found.codes()).containsExactly("MALFORMED_ROW");
    Collected again = Collected.read("rejects", Containers.rejects(found.rejects));
    assertThat(again.rejects).isEqualTo(found.rejects);
  }

  @Test
  void aCutArrayGivesWhatIsBeforeTheCutAndOneReason() {
    byte[] whole = ("[" + LIST + "]").getBytes(StandardCharsets.UTF_8);
    for (int cut = 2; cut < 2_000; cut += 7) {
      Collected found = Collected.read("x", Arrays.copyOf(whole, cut));
      assertThat(found.texts()).isEqualTo(TEXTS.subList(0, found.messages.size()));
      assertThat(found.rejects)
          .as("cut at %d", cut)
          .extracting(RejectedMessage::getCode)
          .containsExactly("MALFORMED_ROW");
    }
    Collected gzip = Collected.read("x.gz", cutGzip(whole), NARROW);
    assertThat(gzip.texts()).isNotEmpty().isEqualTo(TEXTS.subList(0, gzip.messages.size()));
    assertThat(gzip.codes()).containsExactly("DAMAGED_ARCHIVE");
  }

  private static byte[] cutGzip(byte[] bytes) {
    byte[] packed = Containers.packed("x", bytes).get("x.gz");
    return Arrays.copyOf(packed, packed.length * 3 / 4);
  }
}
