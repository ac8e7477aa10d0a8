package org.cablebeam.transforms.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Citation;
import org.cablebeam.schemas.Classification;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.Entity;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.FieldSpan;
import org.cablebeam.schemas.Issue;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.Origin;
import org.cablebeam.schemas.Paragraph;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.Recipient;
import org.cablebeam.schemas.RecipientRole;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.schemas.SerialGap;
import org.cablebeam.schemas.SerialYear;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.SpanKind;
import org.cablebeam.schemas.Tag;
import org.cablebeam.schemas.TagKind;
import org.cablebeam.schemas.TagStatistics;
import org.junit.jupiter.api.Test;

class TalliesTest {
  private static final Instant JANUARY = Instant.parse("1975-01-01T12:00:00Z");
  private static final List<String> POSTS = List.of("MOSCOW", "STATE", "LIMA", "PARIS");
  private static final List<Tag> TAGS =
      List.of(
          new Tag("PREL", "PREL", TagKind.SUBJECT, "External political relations", null),
          new Tag("PREL", "PREL", TagKind.SUBJECT, "Relations", null),
          new Tag("RU", "RS", TagKind.GEOGRAPHIC, "Russia", "RU"),
          new Tag("UR", "UR", TagKind.GEOGRAPHIC, "Soviet Union", "SU"),
          new Tag("(SAMPLE, JANE)", "SAMPLE, JANE", TagKind.PERSON, null, null),
          new Tag("XQZT", "XQZT", TagKind.UNKNOWN, null, null));

  @Property(tries = 150, seed = "1966")
  void everyFigureIsWhatOtherCodeCountsWhateverTheShardsAndTheirOrder(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    List<Cable> cables =
        IntStream.range(0, random.nextInt(40)).mapToObj(i -> cable(random)).toList();

    Counted counted = tally(cables, random);
    Tallies merged = counted.tallies();

    Map<String, List<? extends SpecificRecord>> recount = new Recount(cables).tables();
    assertThat(counted.edges()).isEqualTo(recount.remove("citations"));
    assertThat(tables(merged)).isEqualTo(recount);
    Counted again = tally(cables, random);
    assertThat(bytes(merged)).isEqualTo(bytes(again.tallies()));
    assertThat(again.edges()).isEqualTo(counted.edges());
  }

  @Property(tries = 50, seed = "1966")
  void thePostsAddUpToTheCorpus(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    List<Cable> cables =
        IntStream.range(0, random.nextInt(60)).mapToObj(i -> cable(random)).toList();
    Tallies tallies = tally(cables, random).tallies();
    SpecificRecord corpus = tables(tallies).get("corpus").get(0);
    List<PostStatistics> posts = posts(tallies);

    for (String figure :
        List.of(
            "cables",
            "undated",
            "words",
            "paragraphs",
            "references_made",
            "references_resolved",
            "references_received")) {
      assertThat(posts.stream().mapToLong(post -> (long) post.get(figure)).sum())
          .as(figure)
          .isEqualTo(corpus.get(corpus.getSchema().getField(figure).pos()));
    }
    for (String counts : List.of("levels", "controls", "captions", "years", "months")) {
      Map<String, Long> sums = new TreeMap<>();
      for (PostStatistics post : posts) {
        for (Object count : (List<?>) post.get(counts)) {
          sums.merge(((Count) count).getKey(), ((Count) count).getCount(), Long::sum);
        }
      }
      Map<String, Long> whole = new TreeMap<>();
      for (Object count : (List<?>) corpus.get(corpus.getSchema().getField(counts).pos())) {
        whole.put(((Count) count).getKey(), ((Count) count).getCount());
      }
      assertThat(sums).as(counts).isEqualTo(whole);
    }
  }

  /** The rows of all tables but that of citations, by the name of the table. */
  private static Map<String, List<? extends SpecificRecord>> tables(Tallies tallies) {
    Map<String, List<? extends SpecificRecord>> rows = new TreeMap<>();
    Stream.of(
            StatisticsTable.ofCorpus(tallies),
            StatisticsTable.ofTags(tallies),
            StatisticsTable.ofPosts(tallies))
        .flatMap(List::stream)
        .forEach(table -> rows.put(table.name(), table.rows().get().toList()));
    return rows;
  }

  /** Every seed a corpus; jqwik's own combinators would shrink whole cables for minutes. */
  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  @Test
  void whatWasWrittenIsReadBackAndNoByteMore() throws IOException {
    Random random = new Random(7);
    Tallies tallies = new Tallies();
    IntStream.range(0, 200).forEach(i -> tallies.add(cable(random)));
    byte[] bytes = bytes(tallies);

    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Tallies read = Tallies.read(in);

    assertThat(in.available()).isZero();
    assertThat(tags(read)).isEqualTo(tags(tallies));
    assertThat(posts(read)).isEqualTo(posts(tallies));
    assertThat(bytes(read)).isEqualTo(bytes);
  }

  @Test
  void gapsAreTheRunsBelowTheHighestSerialAndTheEstimateIsUnbiased() {
    Tallies tallies = new Tallies();
    for (long serial : new long[] {3, 4, 10, 10}) {
      tallies.add(plain("09MOSCOW" + serial, "MOSCOW"));
    }
    SerialYear year = post(tallies, "MOSCOW").getSeries().get(0);

    assertThat(year.getYear()).isEqualTo(2009);
    assertThat(year.getCables()).isEqualTo(3);
    assertThat(year.getFirst()).isEqualTo(3);
    assertThat(year.getLast()).isEqualTo(10);
    assertThat(year.getMissing()).isEqualTo(7);
    assertThat(year.getGaps()).containsExactly(new SerialGap(1L, 2L), new SerialGap(5L, 9L));
    assertThat(year.getEstimate()).isEqualTo(10 * (1 + 1.0 / 3) - 1);
  }

  @Test
  void aSingleSerialSaysThatThereWereAboutTwiceAsMany() {
    Tallies tallies = new Tallies();
    tallies.add(plain("09MOSCOW50", "MOSCOW"));
    SerialYear year = post(tallies, "MOSCOW").getSeries().get(0);

    assertThat(year.getEstimate()).isEqualTo(99);
    assertThat(year.getEstimateLow()).isEqualTo(50);
    // 50 is the highest of one serial drawn from 1 to N with a chance of 5 % if N is 1000.
    assertThat(year.getEstimateHigh()).isCloseTo(1000, within(1e-6));
    assertThat(year.getCoverage()).isEqualTo(1.0 / 99);
  }

  @Test
  void aSeriesWithoutGapsIsWhole() {
    Tallies tallies = new Tallies();
    for (int serial = 1; serial <= 1024; serial++) {
      tallies.add(plain("09MOSCOW" + serial, "MOSCOW"));
    }
    SerialYear year = post(tallies, "MOSCOW").getSeries().get(0);

    assertThat(year.getEstimate()).isEqualTo(1024);
    assertThat(year.getMissing()).isZero();
    assertThat(year.getGapCount()).isZero();
    assertThat(year.getGaps()).isEmpty();
    assertThat(year.getCoverage()).isEqualTo(1);
  }

  @Test
  void yearsOfAPostAirgramsAndPartiesUnderWayAreSeriesOfTheirOwn() {
    Tallies tallies = new Tallies();
    tallies.add(plain("99LIMA7", "LIMA"));
    tallies.add(plain("00LIMA2", "LIMA"));
    tallies.add(plain("50LIMA3", "LIMA"));
    tallies.add(plain("49LIMA4", "LIMA"));
    tallies.add(plain("76LIMAA-57", "LIMA"));
    tallies.add(plain("76SECTO10042", "SECTO"));

    assertThat(post(tallies, "LIMA").getSeries())
        .extracting(SerialYear::getYear, SerialYear::getLast)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1950, 3L),
            org.assertj.core.groups.Tuple.tuple(1999, 7L),
            org.assertj.core.groups.Tuple.tuple(2000, 2L),
            org.assertj.core.groups.Tuple.tuple(2049, 4L));
    assertThat(post(tallies, "SECTO").getSeries())
        .extracting(SerialYear::getLast)
        .containsExactly(10042L);
  }

  @Test
  void theIntervalHoldsTheTruthInNinetyFiveOfAHundredYears() {
    Random random = new Random(11);
    int held = 0;
    double sum = 0;
    for (int round = 0; round < 2000; round++) {
      Serials serials = new Serials();
      for (int drawn = 0; drawn < 8; drawn++) {
        serials.add(1 + random.nextInt(5000), null);
      }
      SerialYear year = serials.toYear(1975);
      held += year.getEstimateLow() <= 5000 && 5000 <= year.getEstimateHigh() ? 1 : 0;
      sum += year.getEstimate();
    }
    assertThat(held / 2000.0).isCloseTo(0.95, within(0.015));
    assertThat(sum / 2000).isCloseTo(5000, within(60.0));
  }

  /** A number a day, and one that was misread; then more of them; then where nothing is wrong. */
  @Test
  void aMisreadNumberIsLeftOutAndTold() {
    Serials serials = new Serials();
    for (int day = 0; day < 300; day++) {
      serials.add(10 + 4 * day, JANUARY.plus(day, ChronoUnit.DAYS));
    }
    SerialYear right = serials.toYear(1975);
    assertThat(right.getLast()).isEqualTo(1206);
    assertThat(right.getOutliers()).isEmpty();

    serials.add(99_999, JANUARY.plus(60, ChronoUnit.DAYS));
    serials.add(88_888, JANUARY.plus(250, ChronoUnit.DAYS));
    SerialYear year = serials.toYear(1975);

    assertThat(year.getOutliers()).containsExactly(88_888L, 99_999L);
    year.setOutliers(List.of());
    assertThat(year).isEqualTo(right);
  }

  @Test
  void aHighNumberThatAgreesWithItsDayOrHasNoneStays() {
    Serials serials = new Serials();
    for (int day = 0; day < 40; day++) {
      serials.add(10 + 4 * day, JANUARY.plus(day, ChronoUnit.DAYS));
    }
    // Of the end of the year only one cable is there, and one is a little late.
    serials.add(5000, JANUARY.plus(340, ChronoUnit.DAYS));
    serials.add(4999, JANUARY.plus(343, ChronoUnit.DAYS));
    assertThat(serials.toYear(1975).getLast()).isEqualTo(5000);

    serials.add(6000, null);
    assertThat(serials.toYear(1975).getLast()).isEqualTo(6000);
    assertThat(serials.toYear(1975).getOutliers()).isEmpty();
  }

  @Test
  void whereTheDatesAreWrongNoNumberIsLeftOut() {
    Serials serials = new Serials();
    for (int day = 0; day < 40; day++) {
      serials.add(1000 - 4 * day, JANUARY.plus(day, ChronoUnit.DAYS));
    }
    assertThat(serials.toYear(1975).getLast()).isEqualTo(1000);
    assertThat(serials.toYear(1975).getOutliers()).isEmpty();

    // The first telegrams of a new year at a post whose clock is ahead of UTC.
    Serials west = new Serials();
    for (int day = 0; day < 365; day++) {
      west.add(1 + 4 * day, JANUARY.plus(day, ChronoUnit.DAYS));
    }
    west.add(2, JANUARY.plus(364, ChronoUnit.DAYS));
    west.add(3, JANUARY.plus(364, ChronoUnit.DAYS));
    assertThat(west.toYear(1975).getOutliers()).isEmpty();
  }

  @Test
  void ofManyGapsTheHundredLongestAreTold() {
    Tallies tallies = new Tallies();
    // Gaps of one before every even serial, and one long gap at the end.
    for (int serial = 2; serial <= 400; serial += 2) {
      tallies.add(plain("75LIMA" + serial, "LIMA"));
    }
    tallies.add(plain("75LIMA900", "LIMA"));
    SerialYear year = post(tallies, "LIMA").getSeries().get(0);

    assertThat(year.getGaps()).hasSize(100);
    assertThat(year.getGaps().get(0)).isEqualTo(new SerialGap(1L, 1L));
    assertThat(year.getGaps().get(99)).isEqualTo(new SerialGap(401L, 899L));
    assertThat(year.getMissing()).isEqualTo(900 - 201);
  }

  @Test
  void serialsBeyondAllReasonAreNoPartOfTheSeries() {
    Tallies tallies = new Tallies();
    tallies.add(plain("75LIMA10000001", "LIMA"));
    tallies.add(plain("75LIMA5", "LIMA"));
    SerialYear year = post(tallies, "LIMA").getSeries().get(0);

    assertThat(year.getLast()).isEqualTo(5);
    assertThat(post(tallies, "LIMA").getCables()).isEqualTo(2);
  }

  @Test
  void aCableWithoutPostCountsForUnknownAndOneWithoutTagsForNone() {
    Tallies tallies = new Tallies();
    Cable cable = plain("75LIMA5", "LIMA");
    cable.setOrigin(null);
    tallies.add(cable);

    assertThat(tallies.posts()).containsOnlyKeys(Tallies.UNKNOWN_POST);
    assertThat(post(tallies, Tallies.UNKNOWN_POST).getSeries()).isEmpty();
    assertThat(tallies.tags()).isEmpty();
  }

  @Test
  void aReferenceCountsOnceForThePostAndEachTagOfTheCableThatReceivesIt() {
    Cable cited = plain("75LIMA5", "LIMA");
    cited.setTags(List.of(TAGS.get(0), TAGS.get(0), TAGS.get(2)));
    Cable citing = plain("75PARIS7", "PARIS");
    citing.setReferences(
        List.of(reference("75LIMA5"), reference("75LIMA5"), reference("75PARIS7")));
    Counted counted = tally(List.of(cited, citing), new Random(1));
    Tallies tallies = counted.tallies();

    assertThat(counted.edges())
        .containsExactly(new Citation("75PARIS7", "75LIMA5", true, 0L, 2L, 2L));
    assertThat(post(tallies, "PARIS").getReferencesResolved()).isEqualTo(1);
    assertThat(post(tallies, "PARIS").getReferencesMade()).isEqualTo(1);
    assertThat(post(tallies, "PARIS").getReferencesReceived()).isZero();
    assertThat(post(tallies, "LIMA").getReferencesReceived()).isEqualTo(1);
    assertThat(tags(tallies))
        .extracting(TagStatistics::getTag, TagStatistics::getReferencesReceived)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("PREL", 1L),
            org.assertj.core.groups.Tuple.tuple("RS", 1L));
  }

  @Test
  void wordsOfFurnitureStampsAndLineNoiseDoNotCountNorThoseOutsideOfTheParagraphs() {
    Cable cable = plain("75LIMA5", "LIMA");
    //                        1         2         3         4         5
    //              0123456789012345678901234567890123456789012345678901234
    cable.setBody(
        "HEADING HERE \uD83D\uDE00\n1. ONE TWO\nPAGE 02 LIMA\nTHREE\n\tFOUR  FIVE\nSIGNED");
    int start = "HEADING HERE X\n".length();
    int furniture = start + "1. ONE TWO\n".length();
    int after = furniture + "PAGE 02 LIMA\n".length();
    cable.setParagraphs(
        List.of(
            new Paragraph(1, null, null, null, start, after),
            new Paragraph(2, null, null, null, after, after + "THREE\n\tFOUR  FIVE\n".length())));
    cable.setSpans(
        List.of(
            new FieldSpan(SpanKind.SUMMARY, start, after),
            new FieldSpan(SpanKind.FURNITURE, furniture, after)));
    Tallies tallies = new Tallies();
    tallies.add(cable);

    assertThat(post(tallies, "LIMA").getWords()).isEqualTo(6);
    assertThat(post(tallies, "LIMA").getParagraphs()).isEqualTo(2);
  }

  @Test
  void talliesOfDifferentKeysAreNotMerged() {
    assertThatThrownBy(() -> new TagTally("PREL").merge(new TagTally("PGOV")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PostTally("LIMA").merge(new PostTally("PARIS")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineOfAHundredThousandTagsIsNoProblem() {
    Cable cable = plain("75LIMA5", "LIMA");
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      tags.add(new Tag("T" + i, "T" + i, TagKind.UNKNOWN, null, null));
    }
    cable.setTags(tags);
    Tallies tallies = new Tallies();
    tallies.add(cable);

    assertThat(tallies.tags()).hasSize(100_000);
    assertThat(tags(tallies)).filteredOn(tag -> !tag.getTags().isEmpty()).hasSize(64);
  }

  private static Counted tally(List<Cable> cables, Random random) {
    List<Cable> order = new ArrayList<>(cables);
    Collections.shuffle(order, random);
    List<Tallies> shards = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      shards.add(new Tallies());
    }
    order.forEach(cable -> shards.get(random.nextInt(shards.size())).add(cable));
    Map<Integer, List<byte[]>> citations = new TreeMap<>();
    Map<Integer, List<byte[]>> mentions = new TreeMap<>();
    int shares = 1 + random.nextInt(4);
    ToIntFunction<String> share = key -> Math.floorMod(key.hashCode(), shares);
    for (Tallies shard : shards) {
      shard
          .drainCitations(share)
          .forEach((n, b) -> citations.computeIfAbsent(n, k -> new ArrayList<>()).add(b));
      shard
          .drainMentions(share)
          .forEach((n, b) -> mentions.computeIfAbsent(n, k -> new ArrayList<>()).add(b));
    }
    Function<String, List<Citations.Kept>> kept =
        id ->
            cables.stream()
                .filter(cable -> cable.getId().equals(id))
                .map(TalliesTest::kept)
                .toList();
    List<Tallies> counted = new ArrayList<>(shards);
    List<Citation> edges = new ArrayList<>();
    try {
      for (List<byte[]> packed : citations.values()) {
        Tallies received = new Tallies();
        edges.addAll(Citations.count(packed, kept, received));
        counted.add(received);
      }
      for (List<byte[]> packed : mentions.values()) {
        counted.add(Tallies.countMentions(packed));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    edges.sort(Citations.ORDER);
    return new Counted(merge(counted, random), edges);
  }

  /** All tallies and the edges of the citation graph. */
  private record Counted(Tallies tallies, List<Citation> edges) {}

  private static Citations.Kept kept(Cable cable) {
    return new Citations.Kept(
        cable.getId(),
        cable.getOrigin() == null || cable.getOrigin().getPost() == null
            ? Tallies.UNKNOWN_POST
            : cable.getOrigin().getPost(),
        cable.getTags().stream().map(Tag::getCode).distinct().toList());
  }

  private static Tallies merge(List<Tallies> shards, Random random) {
    List<Tallies> order = new ArrayList<>(shards);
    Collections.shuffle(order, random);
    Tallies all = new Tallies();
    for (Tallies shard : order) {
      all.merge(random.nextBoolean() ? shard : copy(shard));
    }
    return all;
  }

  private static Tallies copy(Tallies tallies) {
    try {
      return Tallies.read(new DataInputStream(new ByteArrayInputStream(bytes(tallies))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Tallies tallies) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      tallies.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static List<TagStatistics> tags(Tallies tallies) {
    return StatisticsTable.tags(tallies).toList();
  }

  static List<PostStatistics> posts(Tallies tallies) {
    return StatisticsTable.posts(tallies).toList();
  }

  private static PostStatistics post(Tallies tallies, String post) {
    return posts(tallies).stream()
        .filter(statistics -> statistics.getPost().equals(post))
        .findFirst()
        .orElseThrow();
  }

  private static Reference reference(String id) {
    return new Reference(id, ReferenceKind.CABLE, id, null, false, ReferenceZone.TEXT, null, null);
  }

  static Cable plain(String id, String post) {
    return Cable.newBuilder()
        .setId(id)
        .setSource(new Source("file:a.txt", Container.values()[0], 0L, "UTF-8", "00"))
        .setOrigin(new Origin(post, null, null, null))
        .setClassification(Classification.newBuilder().build())
        .setBody("")
        .build();
  }

  static Cable cable(Random random) {
    String post = POSTS.get(random.nextInt(POSTS.size()));
    Cable cable = plain(id(random, post), post);
    if (random.nextInt(4) == 0) {
      cable.setOrigin(random.nextBoolean() ? null : new Origin(null, "NOWHERE", null, null));
    } else if (random.nextBoolean()) {
      cable.getOrigin().setCountry(random.nextBoolean() ? "RU" : "SU");
    }
    if (random.nextInt(5) > 0) {
      cable.setSentAt(Instant.ofEpochSecond(random.nextInt(900_000_000)));
    }
    Classification classification = cable.getClassification();
    classification.setLevel(Level.values()[random.nextInt(Level.values().length)]);
    classification.setControls(some(random, List.of("NOFORN", "SBU", "SBU")));
    classification.setCaptions(some(random, List.of("SIPDIS", "EXDIS", "NODIS")));
    cable.setTags(random.nextInt(100) == 0 ? manyTags(random) : some(random, TAGS));
    cable.setRecipients(
        some(random, POSTS).stream()
            .map(
                to ->
                    Recipient.newBuilder()
                        .setName("AMEMBASSY " + to)
                        .setPost(random.nextInt(5) == 0 ? null : to)
                        .setRole(RecipientRole.values()[random.nextInt(4)])
                        .build())
            .toList());
    List<Reference> references = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      Reference reference = reference(id(random, POSTS.get(random.nextInt(POSTS.size()))));
      if (random.nextInt(5) == 0) {
        reference.setKind(ReferenceKind.EMAIL);
      } else if (random.nextInt(5) == 0) {
        reference.setId(null);
      }
      references.add(reference);
    }
    references.forEach(r -> r.setZone(ReferenceZone.values()[random.nextInt(2)]));
    cable.setReferences(references);
    for (int i = random.nextInt(4); i > 0; i--) {
      String code = List.of("REPAIRED_TAG", "UNKNOWN_TAG", "NEW_CODE").get(random.nextInt(3));
      cable.getIssues().add(new Issue(code, "tags", random.nextInt(3) == 0 ? null : "PRLE > PREL"));
    }
    for (int i = random.nextInt(20); i > 0; i--) {
      EntityType type = EntityType.values()[random.nextInt(3)];
      String name =
          random.nextBoolean()
              ? List.of("Jane Sample", "JANE  SAMPLE", "Ann", "N\nO", "Stra\u00dfe")
                  .get(random.nextInt(5))
              : "Name " + random.nextInt(60) + "x".repeat(random.nextInt(30) == 0 ? 95 : 0);
      Entity entity = Entity.newBuilder().setType(type).setText(name).setStart(0).setEnd(1).build();
      entity.setNormalized(random.nextInt(4) > 0 ? null : "John Draft");
      cable.getEntities().add(entity);
    }
    cable.setBody("LINE\n1. A  SAMPLE OF\nTEXT \n\n2. MORE \uD83D\uDE00 IT\nEND");
    if (random.nextBoolean()) {
      cable.setParagraphs(
          List.of(
              new Paragraph(1, null, null, null, 5, 26),
              new Paragraph(2, null, null, null, 28, 28 + random.nextInt(14))));
    }
    for (int start = random.nextInt(20); start < 42; start += 1 + random.nextInt(20)) {
      SpanKind kind = SpanKind.values()[random.nextInt(SpanKind.values().length)];
      int end = Math.min(42, start + 1 + random.nextInt(10));
      cable.getSpans().add(new FieldSpan(kind, start, end));
      start = end;
    }
    return cable;
  }

  /** More than are counted together. */
  private static List<Tag> manyTags(Random random) {
    List<Tag> tags = new ArrayList<>(TAGS);
    for (int i = 0; i < 70; i++) {
      tags.add(new Tag("T" + i, "T" + i, TagKind.UNKNOWN, null, null));
    }
    Collections.shuffle(tags, random);
    return tags;
  }

  private static String id(Random random, String post) {
    return (random.nextBoolean() ? "75" : "09") + post + (1 + random.nextInt(30));
  }

  private static <T> List<T> some(Random random, List<T> of) {
    List<T> some = new ArrayList<>();
    of.forEach(
        thing -> {
          if (random.nextBoolean()) {
            some.add(thing);
          }
        });
    Collections.shuffle(some, random);
    return some;
  }

  @Test
  void countsAreSortedByCountThenKey() {
    Tallies tallies = new Tallies();
    for (Level level : List.of(Level.SECRET, Level.CONFIDENTIAL, Level.UNKNOWN, Level.UNKNOWN)) {
      Cable cable = plain("75LIMA5", "LIMA");
      cable.getClassification().setLevel(level);
      tallies.add(cable);
    }
    assertThat(post(tallies, "LIMA").getLevels())
        .containsExactly(
            new Count("UNKNOWN", 2L), new Count("CONFIDENTIAL", 1L), new Count("SECRET", 1L));
  }
}
