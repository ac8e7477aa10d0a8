package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.EntityType;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.ShardFiles;
import org.cablebeam.transforms.staging.StagedPart;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.Tallies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each Beam face on its own, with the runner's checks on; the engines have their own tests. */
class FacesTest {
  private static final String WHOLE =
      """
      VZCZCXRO0421
      PP RUEHC
      DE RUEHQT #0012/01 0451337
      ZNY CCCCC ZZH
      P 141337Z FEB 08
      FM AMEMBASSY QUITO
      TO RUEHC/SECSTATE WASHDC PRIORITY 0471

      C O N F I D E N T I A L QUITO 000012

      SIPDIS

      E.O. 12958: DECL: 02/14/2018
      TAGS: PREL, PGOV, EC
      SUBJECT: FERRIES AGAIN

      Classified By: Ambassador Jane Sample for reason 1.4 (d).

      1. (C) Harbour Minister Pedro Ejemplo told the Ambassador on February 12 that the ferries
      will sail again.
      SAMPLE
      """;

  private final TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

  @TempDir Path folder;
  private StagingTarget target;
  private Storage storage;

  @BeforeEach
  void openStorage() {
    storage = new FileSystemsStorage();
    target = new StagingTarget(storage, folder + "/parts/", "snappy", 3);
  }

  @Test
  void readMessagesGivesMessagesAndRejects() throws IOException {
    Path file = write("a.txt", WHOLE);

    PCollectionTuple read =
        pipeline
            .apply(splits(file.toString(), folder + "/gone.txt"))
            .apply(ReadMessages.within(Limits.standard()));

    PAssert.that(read.get(ReadMessages.MESSAGES))
        .satisfies(
            messages -> {
              RawMessage message = only(messages);
              assertThat(message.getText().strip()).isEqualTo(WHOLE.strip());
              assertThat(message.getSource().getContainer()).isEqualTo(Container.TEXT);
              assertThat(message.getSource().getUri()).endsWith("a.txt");
              return null;
            });
    PAssert.that(read.get(ReadMessages.REJECTS))
        .satisfies(
            rejects -> {
              RejectedMessage reject = only(rejects);
              assertThat(reject.getCode()).isEqualTo(RejectCode.UNREADABLE_FILE.name());
              assertThat(reject.getMessage()).contains("gone.txt");
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void parseCablesTellsCablesSectionsAndRejectsApart() {
    PCollectionTuple parsed =
        pipeline
            .apply(messages(WHOLE, section(1), "Shopping list: milk, candles, twine."))
            .apply(ParseCables.create());

    PAssert.that(parsed.get(ParseCables.CABLES))
        .satisfies(
            cables -> {
              assertThat(only(cables).getId()).isEqualTo("08QUITO12");
              return null;
            });
    PAssert.that(parsed.get(ParseCables.SECTIONS))
        .satisfies(
            sections -> {
              assertThat(only(sections).getKey()).isEqualTo("08QUITO13");
              assertThat(only(sections).getSection()).isEqualTo(1);
              return null;
            });
    PAssert.that(parsed.get(ParseCables.REJECTS))
        .satisfies(
            rejects -> {
              assertThat(only(rejects).getCode()).isEqualTo(RejectCode.NOT_A_CABLE.name());
              assertThat(only(rejects).getRaw()).startsWith("Shopping list");
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void joinSectionsPutsThemInOrder() throws IOException {
    Path second = write("second.txt", section(2));
    Path first = write("first.txt", section(1));
    PCollection<KV<Integer, Iterable<byte[]>>> sections =
        pipeline
            .apply(splits(second.toString(), first.toString()))
            .apply(
                StageCables.of(
                    ReadMessages.within(Limits.standard()), ParseCables.create(), target))
            .get(StageCables.SECTIONS)
            .apply(GroupByKey.create());

    PAssert.that(sections.apply(JoinSections.stagedIn(storage)))
        .satisfies(
            joined -> {
              String text = only(joined).getText();
              assertThat(text.indexOf("Part 1 of the tale"))
                  .isPositive()
                  .isLessThan(text.indexOf("Part 2 of the tale"));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void normalizeClassificationAndExtractEntitiesFillTheRecord() {
    PCollection<Cable> cables =
        pipeline
            .apply(messages(WHOLE))
            .apply(ParseCables.create())
            .get(ParseCables.CABLES)
            .apply(NormalizeClassification.create())
            .apply(ExtractEntities.create());

    PAssert.that(cables)
        .satisfies(
            found -> {
              Cable cable = only(found);
              assertThat(cable.getClassification().getLevel()).isEqualTo(Level.CONFIDENTIAL);
              assertThat(cable.getClassification().getCaptions()).containsExactly("SIPDIS");
              assertThat(cable.getClassification().getReasons()).containsExactly("1.4(d)");
              assertThat(cable.getEntities())
                  .anySatisfy(
                      entity -> {
                        assertThat(entity.getType()).isEqualTo(EntityType.PERSON);
                        assertThat(entity.getText()).isEqualTo("Pedro Ejemplo");
                      });
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void selectCablesKeepsThoseSentInTheRange() {
    PCollection<Cable> cables =
        pipeline
            .apply(
                messages(WHOLE, WHOLE.replace("FEB 08", "FEB 09"), WHOLE.replace("\nP ", "\nX ")))
            .apply(ParseCables.create())
            .get(ParseCables.CABLES)
            .apply(SelectCables.sent(SentRange.of("2009", null)));

    PAssert.that(cables)
        .satisfies(
            found -> {
              assertThat(only(found).getSentAt()).isEqualTo("2009-02-14T13:37:00Z");
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void stagingResolvingAndWritingSetsCopiesAside() throws IOException {
    Path one = write("one.txt", WHOLE);
    Path copy = write("copy.txt", WHOLE.replace("FERRIES AGAIN", "FERRIES  AGAIN"));
    Path sections = write("sections.txt", section(1));
    Path more = write("more.txt", section(2));
    ShardFiles shards = new ShardFiles(folder + "/cables/cables", 2, "snappy");

    PCollectionTuple staged =
        pipeline
            .apply(splits(one.toString(), copy.toString(), sections.toString(), more.toString()))
            .apply(
                StageCables.of(ReadMessages.within(Limits.standard()), ParseCables.create(), target)
                    .then(NormalizeClassification.create())
                    .then(ExtractEntities.create()));
    PCollectionTuple joined =
        staged
            .get(StageCables.SECTIONS)
            .apply(GroupByKey.create())
            .apply(
                "StageJoined",
                StageCables.of(JoinSections.stagedIn(storage), 1, ParseCables.create(), target));
    PCollection<StagedPart> parts =
        PCollectionList.of(staged.get(StageCables.PARTS))
            .and(joined.get(StageCables.PARTS))
            .apply("Parts", Flatten.pCollections());
    PCollectionTuple resolved =
        PCollectionList.of(staged.get(StageCables.CANDIDATES))
            .and(joined.get(StageCables.CANDIDATES))
            .apply("Candidates", Flatten.pCollections())
            .apply(ResolveDuplicates.stagedIn(target));
    PCollectionTuple written =
        parts.apply(WriteCables.to(shards, 4, target, resolved.get(ResolveDuplicates.SET_ASIDE)));
    PCollection<WrittenFile> duplicates =
        written
            .get(WriteCables.DUPLICATES)
            .apply(
                GatherFiles.into(
                    new ShardFiles(folder + "/duplicates/duplicates", 1, "snappy"),
                    Cable.getClassSchema(),
                    storage));
    PCollectionTuple citations =
        written
            .get(WriteCables.CITATIONS)
            .apply(CountCitations.of(resolved.get(ResolveDuplicates.KEPT), target));
    PCollection<Tallies> tallies =
        PCollectionList.of(written.get(WriteCables.TALLIES))
            .and(citations.get(CountCitations.TALLIES))
            .and(written.get(WriteCables.MENTIONS).apply(CountMentions.stagedIn(target)))
            .apply("Tallies", Flatten.pCollections())
            .apply(MergeTallies.stagedIn(storage));
    StatisticsTarget statistics =
        new StatisticsTarget(storage, folder + "/statistics/", "snappy", true);
    PCollection<WrittenFile> tables =
        PCollectionList.of(tallies.apply(SummarizeCorpus.to(statistics)))
            .and(tallies.apply(SummarizeTags.to(statistics)))
            .and(tallies.apply(SummarizePosts.to(statistics)))
            .and(citations.get(CountCitations.EDGES).apply(WriteCitations.to(statistics)))
            .apply("Tables", Flatten.pCollections());

    PAssert.that(written.get(WriteCables.FILES))
        .satisfies(
            files -> {
              assertThat(sum(files)).isEqualTo(2);
              assertThat(files).hasSize(2);
              return null;
            });
    PAssert.that(duplicates)
        .satisfies(
            files -> {
              assertThat(sum(files)).isEqualTo(1);
              return null;
            });
    PAssert.that(tables)
        .satisfies(
            files -> {
              // Twelve tables; tags and posts have a second CSV; every CSV has its twin.
              assertThat(files).hasSize(12 + 14 * 2);
              return null;
            });
    pipeline.run().waitUntilFinish();

    List<TagStatistics> tags =
        read(written(folder + "/statistics/tags.avro"), TagStatistics.getClassSchema());
    assertThat(tags)
        .extracting(TagStatistics::getTag, TagStatistics::getCables)
        .contains(tuple("PREL", 2L), tuple("EC", 2L));
    List<PostStatistics> posts =
        read(written(folder + "/statistics/posts.avro"), PostStatistics.getClassSchema());
    assertThat(only(posts).getPost()).isEqualTo("QUITO");
    assertThat(only(posts).getCables()).isEqualTo(2);

    List<Cable> kept = new ArrayList<>();
    for (int shard = 0; shard < 2; shard++) {
      try (var in =
          RecordFile.<Cable>open(storage, written(shards.path(shard)), Cable.getClassSchema())) {
        in.forEach(kept::add);
      }
    }
    assertThat(kept).extracting(Cable::getId).containsExactlyInAnyOrder("08QUITO12", "08QUITO13");
    assertThat(kept)
        .filteredOn(cable -> cable.getId().equals("08QUITO13"))
        .allSatisfy(cable -> assertThat(cable.getSections()).isEqualTo(2));
    try (var in =
        RecordFile.<Cable>open(
            storage,
            written(folder + "/duplicates/duplicates-00000-of-00001.avro"),
            Cable.getClassSchema())) {
      assertThat(in.next().getDuplicateOf()).isEqualTo("08QUITO12");
    }
  }

  @Test
  void aFaultOfAnEngineRejectsItsMessageAndNoOther() throws IOException {
    Path good = write("good.txt", WHOLE);
    Path bad = write("bad.txt", WHOLE.replace("FERRIES AGAIN", "FERRIES NO MORE"));
    pipeline
        .apply(splits(good.toString(), bad.toString()))
        .apply(
            StageCables.of(ReadMessages.within(Limits.standard()), ParseCables.create(), target)
                .then(
                    cable -> {
                      if (String.valueOf(cable.getSubject()).contains("NO MORE")) {
                        throw new IllegalStateException("a fault");
                      }
                    }));

    pipeline.run().waitUntilFinish();

    List<RejectedMessage> rejects = staged("rejects.avro", RejectedMessage.getClassSchema());
    assertThat(only(rejects).getCode()).isEqualTo(RejectCode.ENGINE_FAILURE.name());
    assertThat(only(rejects).getMessage()).contains("IllegalStateException");
    assertThat(only(rejects).getRaw()).contains("FERRIES NO MORE");
    List<Cable> cables = staged("cables.avro", Cable.getClassSchema());
    assertThat(only(cables).getSubject()).isEqualTo("FERRIES AGAIN");
  }

  /** The records of all staged files of a name. */
  private <R extends SpecificRecord> List<R> staged(String name, Schema schema) throws IOException {
    List<R> records = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("parts"))) {
      for (Path file : files.filter(path -> path.endsWith(name)).toList()) {
        try (var in = RecordFile.<R>open(storage, file.toString(), schema)) {
          in.forEach(records::add);
        }
      }
    }
    return records;
  }

  private static String section(int number) {
    return """
    VZCZCXRO042%1$d
    PP RUEHC
    DE RUEHQT #0013/0%1$d 0451338
    ZNR UUUUU ZZH
    P 141338Z FEB 08
    FM AMEMBASSY QUITO
    TO RUEHC/SECSTATE WASHDC PRIORITY 0472

    UNCLAS SECTION 0%1$d OF 02 QUITO 000013

    SIPDIS

    E.O. 12958: N/A
    TAGS: PREL, EC
    SUBJECT: A TALE IN TWO PARTS

    %1$d. Part %1$d of the tale, which the harbour pilot tells to whoever will listen.
    """
        .formatted(number);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Create.Values<InputSplit> splits(String... paths) {
    List<InputSplit.Input> inputs = new ArrayList<>();
    for (String path : paths) {
      inputs.add(InputSplit.Input.whole(path, path));
    }
    return Create.of(new InputSplit(0, inputs)).withCoder(SerializableCoder.of(InputSplit.class));
  }

  private static Create.Values<RawMessage> messages(String... texts) {
    List<RawMessage> messages = new ArrayList<>();
    for (String text : texts) {
      messages.add(
          RawMessage.newBuilder()
              .setText(text)
              .setSource(
                  Source.newBuilder()
                      .setUri("message-" + messages.size())
                      .setContainer(Container.TEXT)
                      .setOrdinal(1)
                      .setSha256(Integer.toHexString(text.hashCode()))
                      .build())
              .build());
    }
    return Create.of(messages).withCoder(AvroCoder.specific(RawMessage.class));
  }

  /** Where the only attempt at a file was written. */
  private static String written(String path) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(path).getParent())) {
      return only(
          files.map(Path::toString).filter(file -> Attempts.target(file).equals(path)).toList());
    }
  }

  private static long sum(Iterable<WrittenFile> files) {
    return StreamSupport.stream(files.spliterator(), false).mapToLong(WrittenFile::records).sum();
  }

  private static <T> T only(Iterable<T> elements) {
    assertThat(elements).hasSize(1);
    return elements.iterator().next();
  }

  private <T extends SpecificRecord> List<T> read(String path, Schema schema) throws IOException {
    List<T> records = new ArrayList<>();
    try (var in = RecordFile.<T>open(storage, path, schema)) {
      in.forEach(records::add);
    }
    return records;
  }
}
