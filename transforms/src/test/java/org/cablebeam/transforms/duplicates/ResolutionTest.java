package org.cablebeam.transforms.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.junit.jupiter.api.Test;

class ResolutionTest {
  private static final String TEXT =
      "The harbour master of Port Example said that three ferries had been laid up since the storm"
          + " and that the fishermen of the lower town now carry the mail to the islands"
          + " themselves, against a fee which the prefect calls modest and the islanders call a"
          + " scandal.";
  private static final String OTHER =
      "Wheat deliveries under the new protocol will begin when the silos at the eastern railhead"
          + " have been fumigated, which the ministry promises for the second week of the month.";

  @Test
  void keepsOneOfTheCopiesAndSetsTheOthersAside() {
    Candidate a = candidate(cable("09QUITO12", TEXT, "a"), 0);
    Candidate b = candidate(cable("09QUITO12", TEXT, "b"), 1);
    Candidate c = candidate(cable("09QUITO13", TEXT, "c"), 2);

    Resolution resolution = Resolution.of(List.of(a, b, c));

    assertThat(resolution.kept()).containsExactly(a, c);
    assertThat(resolution.setAside()).containsExactly(b);
  }

  @Test
  void prefersTheCorrectedCopy() {
    Cable corrected = cable("09QUITO12", TEXT.substring(40), "z");
    corrected.setCorrected(true);
    Candidate original = candidate(cable("09QUITO12", TEXT, "a"), 0);
    Candidate better = candidate(corrected, 1);

    assertThat(Resolution.of(List.of(original, better)).kept()).containsExactly(better);
  }

  @Test
  void prefersTheCompleteOverTheExtractAndTheCutOff() {
    Cable extract = cable("09QUITO12", TEXT + TEXT, "a");
    extract.setPartial(true);
    Candidate cut = candidate(cable("09QUITO12", TEXT.substring(0, 200), "b"), 1);
    Candidate whole = candidate(cable("09QUITO12", TEXT, "c"), 2);

    assertThat(Resolution.of(List.of(candidate(extract, 0), cut, whole)).kept())
        .containsExactly(whole);
  }

  @Test
  void knowsADamagedTwinByThePassagesItShares() {
    Cable damaged = cable("09QUITO12", TEXT.replace("three ferries", "thr#e f%rries"), "b");
    damaged.setSentAt(null);
    damaged.setSubject(null);
    damaged.getIssues().add(new Issue("GARBLED_TEXT", "body", "thr#e"));
    Candidate twin = candidate(damaged, 1);
    Candidate clean = candidate(cable("09QUITO12", TEXT, "z"), 0);

    assertThat(Resolution.of(List.of(twin, clean)).kept()).containsExactly(clean);
  }

  @Test
  void keepsDifferentTelegramsThatBearOneRunawayNumber() {
    Cable second = cable("76STATE290286", OTHER, "b");
    second.setSentAt(Instant.parse("1976-11-30T10:00:00Z"));
    second.setSubject("WHEAT DELIVERIES");
    Candidate a = candidate(cable("76STATE290286", TEXT, "a"), 0);
    Candidate b = candidate(second, 1);

    Resolution resolution = Resolution.of(List.of(a, b));

    assertThat(resolution.kept()).containsExactly(a, b);
    assertThat(resolution.setAside()).isEmpty();
  }

  /** Numbers ran away within a batch, which was dated by the minute as a whole. */
  @Test
  void keepsDifferentTelegramsOfOneNumberAndMinute() {
    Cable second = cable("76STATE290286", OTHER, "b");
    assertThat(copies(cable("76STATE290286", TEXT, "a"), second)).isFalse();
    second.setSubject("WHEAT DELIVERIES");
    assertThat(copies(cable("76STATE290286", TEXT, "a"), second)).isFalse();
    // Where one is too short to be held against the other, the minute decides.
    second.setBody("PERMISSION IS GIVEN.");
    assertThat(copies(cable("76STATE290286", TEXT, "a"), second)).isTrue();
  }

  @Test
  void takesFurnitureForNoPassage() {
    String stamp = "\nDeclassified/Released US Department of Example EO Review 31 FEB 2005\n";
    assertThat(copies(stamped(TEXT, stamp), stamped(OTHER, stamp))).isFalse();
    assertThat(copies(stamped(TEXT, stamp), cable("09QUITO12", TEXT, "b"))).isTrue();
  }

  private static Cable stamped(String text, String stamp) {
    Cable cable = cable("09QUITO12", "U\ud83d\udce8\n" + text + stamp + text, "a");
    int end = 3 + text.length();
    cable.setParagraphs(List.of(Paragraph.newBuilder().setStart(3).setEnd(end).build()));
    cable.setSpans(
        List.of(
            new FieldSpan(SpanKind.CLASSIFICATION, 0, 2),
            new FieldSpan(SpanKind.STAMP, end, end + stamp.length())));
    return cable;
  }

  /** The same minute and a text of which one word in six is damaged. */
  @Test
  void knowsABadlyDamagedTwinByItsMinute() {
    String[] words = TEXT.split(" ");
    for (int i = 0; i < words.length; i += 6) {
      words[i] = words[i].replaceAll("[aeiou]", "#");
    }
    Cable damaged = cable("09QUITO12", String.join(" ", words), "b");
    damaged.setSubject("F#RRIES");
    assertThat(copies(cable("09QUITO12", TEXT, "a"), damaged)).isTrue();
  }

  @Test
  void keepsDifferentTelegramsThatShareTheWordsOfTheirPost() {
    String order = "E.O. 11652: GDS TAGS: EFIS, QT Department pass to the port authority ";
    Cable second = cable("76STATE290286", order + OTHER, "b");
    second.setSentAt(Instant.parse("1976-11-30T10:00:00Z"));
    second.setSubject("WHEAT DELIVERIES");
    Candidate a = candidate(cable("76STATE290286", order + TEXT, "a"), 0);

    assertThat(Resolution.of(List.of(a, candidate(second, 1))).setAside()).isEmpty();
  }

  /** A withdrawal says no more than its heading, and the next of the same number says the same. */
  @Test
  void keepsShortTelegramsOfOtherDaysOrSubjects() {
    Cable first = message("CONFIDENTIAL QUITO 0012 E.O. 11652: GDS TAGS: EC ", "NO DISTRIBUTION");
    Cable second = message("CONFIDENTIAL QUITO 0012 E.O. 11652: GDS TAGS: EC ", "NO DISTRIBUTION");
    first.setSentAt(Instant.parse("1976-11-30T00:00:00Z"));
    second.setSentAt(Instant.parse("1976-12-03T00:00:00Z"));
    assertThat(copies(first, second)).isFalse();
    // A container that knows but the day contradicts no minute of that day.
    second.setSentAt(Instant.parse("1976-11-30T17:12:00Z"));
    assertThat(copies(first, second)).isTrue();
    first.setSubject("FERRIES");
    second.setSubject("WHEAT");
    assertThat(copies(first, second)).isFalse();
  }

  @Test
  void keepsShortTelegramsOfOneDayThatShareTheirHeadingAndASentence() {
    String heading = "UNCLAS QUITO 000012 SIPDIS E.O. 12958: N/A TAGS: OVIP, EC REF: STATE 9 ";
    String passing = " Please advise the embassy by cable.";
    Cable first = message(heading, "Two berths are free for the ferries on Monday." + passing);
    Cable second = message(heading, "No wheat has come by rail since the frost." + passing);
    assertThat(copies(first, second)).isFalse();
    Cable again = message("", "Two berths are free f0r the ferries on Monday." + passing);
    assertThat(copies(first, again)).isTrue();
    assertThat(
            copies(
                message(heading, "Cancel our request of today."),
                message(heading, "We now ask for two rooms.")))
        .isFalse();
  }

  private static boolean copies(Cable one, Cable other) {
    boolean copies = candidate(one, 0).copies(candidate(other, 1));
    assertThat(candidate(other, 1).copies(candidate(one, 0))).isEqualTo(copies);
    return copies;
  }

  /** A message without date and subject, of one paragraph. */
  private static Cable message(String heading, String text) {
    Cable cable = cable("76QUITO12", heading + text, "a");
    cable.setSentAt(null);
    cable.setSubject(null);
    cable.setParagraphs(
        List.of(
            Paragraph.newBuilder()
                .setStart(heading.length())
                .setEnd(heading.length() + text.length())
                .build()));
    return cable;
  }

  @Test
  void knowsAnExtractByTheFewPassagesItHasOfTheWhole() {
    Cable extract = cable("09QUITO12", TEXT.substring(0, 110), "b");
    extract.setSentAt(null);
    extract.setSubject(null);
    extract.setPartial(true);
    Candidate whole = candidate(cable("09QUITO12", TEXT + " " + OTHER, "z"), 0);

    assertThat(Resolution.of(List.of(candidate(extract, 1), whole)).kept()).containsExactly(whole);
  }

  @Test
  void choosesTheSameWhateverTheOrder() {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Cable cable = cable("09QUITO" + i / 4, i % 3 == 0 ? OTHER : TEXT, "sha" + i);
      cable.setSentAt(Instant.ofEpochSecond(i / 2 * 86_400L));
      candidates.add(candidate(cable, i));
    }
    Resolution expected = Resolution.of(candidates);
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(candidates, random);
      assertThat(Resolution.of(candidates)).isEqualTo(expected);
    }
  }

  @Test
  void survivesBeingWritten() throws IOException {
    Candidate before = candidate(cable("09QUITO12", TEXT, "a"), 5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    before.write(new DataOutputStream(bytes));

    Candidate after =
        Candidate.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(after).isEqualTo(before);
  }

  @Test
  void sketchesShareNothingByChance() {
    assertThat(Sketch.of(TEXT).shared(Sketch.of(OTHER))).isZero();
    assertThat(Sketch.of(TEXT).shared(Sketch.of(TEXT.toUpperCase(Locale.ROOT))))
        .isEqualTo(Sketch.of(TEXT).size());
    assertThat(Sketch.of("too few words").size()).isZero();
  }

  private static Candidate candidate(Cable cable, int index) {
    return Candidate.of(cable, 0, index);
  }

  private static Cable cable(String id, String body, String sha256) {
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag("PREL", "PREL", TagKind.SUBJECT, "External political relations", null));
    return Cable.newBuilder()
        .setId(id)
        .setSource(
            Source.newBuilder()
                .setUri("a.txt")
                .setContainer(Container.TEXT)
                .setOrdinal(1)
                .setSha256(sha256)
                .build())
        .setSentAt(Instant.parse("2009-12-03T06:41:00Z"))
        .setOrigin(new Origin("QUITO", "AMEMBASSY QUITO", null, "EC"))
        .setClassification(Classification.newBuilder().build())
        .setSubject("FERRIES")
        .setTags(tags)
        .setHeader("header")
        .setBody(body)
        .build();
  }
}
