package org.cablebeam.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.transforms.CountCitations;
import org.cablebeam.transforms.CountMentions;
import org.cablebeam.transforms.ExtractEntities;
import org.cablebeam.transforms.GatherFiles;
import org.cablebeam.transforms.JoinSections;
import org.cablebeam.transforms.ListPieces;
import org.cablebeam.transforms.MergeTallies;
import org.cablebeam.transforms.NormalizeClassification;
import org.cablebeam.transforms.ParseCables;
import org.cablebeam.transforms.ReadMessages;
import org.cablebeam.transforms.ResolveDuplicates;
import org.cablebeam.transforms.SelectCables;
import org.cablebeam.transforms.SentRange;
import org.cablebeam.transforms.StageCables;
import org.cablebeam.transforms.StagingTarget;
import org.cablebeam.transforms.StatisticsTarget;
import org.cablebeam.transforms.SummarizeCorpus;
import org.cablebeam.transforms.SummarizePosts;
import org.cablebeam.transforms.SummarizeTags;
import org.cablebeam.transforms.TakeOverRecords;
import org.cablebeam.transforms.WriteCables;
import org.cablebeam.transforms.WriteCitations;
import org.cablebeam.transforms.WriteFileList;
import org.cablebeam.transforms.WriteLedger;
import org.cablebeam.transforms.WriteMentions;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.staging.EarlierFile;
import org.cablebeam.transforms.staging.LedgerFiles;
import org.cablebeam.transforms.staging.LedgerPiece;
import org.cablebeam.transforms.staging.StagedPart;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.Tallies;

/** The graph of the job, from splits of the input to the files of the staging folder. */
final class CablePipeline {
  /** About this much input to a share of the ids, so that a share is small to hold. */
  private static final long BYTES_A_SHARE = 64L << 20;

  private final Pipeline pipeline;
  private final Storage storage;
  private final InputPlan plan;
  private final Limits limits;
  private final OutputLayout out;
  private final OutputLayout results;
  private final int shards;
  private final String codec;
  private final SentRange sent;
  private final int shares;
  private final StagingTarget staging;

  private CablePipeline(
      Pipeline pipeline,
      Storage storage,
      InputPlan plan,
      Limits limits,
      OutputLayout out,
      int shards,
      String codec,
      SentRange sent) {
    this.pipeline = pipeline;
    this.storage = storage;
    this.plan = plan;
    this.limits = limits;
    this.out = out;
    this.results = out.attempts();
    this.shards = shards;
    this.codec = codec;
    this.sent = sent;
    this.shares = (int) Math.max(1, Math.min(256, plan.bytes() / BYTES_A_SHARE));
    this.staging = new StagingTarget(storage, out.parts(), codec, shares);
  }

  /**
   * Adds the graph to a pipeline.
   *
   * @param out the staging folder; what is written are attempts, see {@link WorkerResults}
   */
  static void build(
      Pipeline pipeline,
      Storage storage,
      InputPlan plan,
      Limits limits,
      OutputLayout out,
      int shards,
      String codec,
      boolean excelSafe,
      SentRange sent,
      boolean mentions) {
    new CablePipeline(pipeline, storage, plan, limits, out, shards, codec, sent)
        .build(excelSafe, mentions);
  }

  private void build(boolean excelSafe, boolean mentions) {
    PCollectionTuple fromSplits = stageSplits();
    PCollectionTuple fromSections = stageSections(fromSplits);
    List<PCollectionTuple> staged = new ArrayList<>(List.of(fromSplits, fromSections));
    PCollectionList<LedgerPiece> previousLedger = PCollectionList.empty(pipeline);
    int allParts = plan.splits().size() + shares;
    PreviousRun previous = plan.previous();
    if (previous != null) {
      List<EarlierFile> files = previous.files(allParts);
      staged.add(takeOver(files));
      previousLedger = previousLedger.and(takeOverLedger(files, allParts));
      allParts += files.stream().mapToInt(EarlierFile::parts).sum();
    }

    PCollection<StagedPart> parts =
        all(staged, StageCables.PARTS).apply("AllParts", Flatten.pCollections());
    PCollectionTuple resolved =
        all(staged, StageCables.CANDIDATES)
            .apply("AllCandidates", Flatten.pCollections())
            .apply("ResolveDuplicates", ResolveDuplicates.stagedIn(staging));
    PCollectionTuple cables =
        parts.apply(
            "WriteCables",
            WriteCables.to(
                results.cables(shards, codec),
                allParts,
                staging,
                resolved.get(ResolveDuplicates.SET_ASIDE)));

    PCollectionList<WrittenFile> files = PCollectionList.of(cables.get(WriteCables.FILES));
    if (mentions) {
      files = files.and(writeMentions(cables));
    }
    files = files.and(writeDuplicates(cables)).and(writeRejects(parts));
    files = files.and(writeLedger(previousLedger, parts, cables, excelSafe));
    summarize(files, cables, resolved.get(ResolveDuplicates.KEPT), excelSafe)
        .apply("AllFiles", Flatten.<WrittenFile>pCollections())
        .apply("WriteFileList", WriteFileList.to(storage, results.files()));
  }

  /** Reading to entities run together over each split, and what comes of it is staged. */
  private PCollectionTuple stageSplits() {
    return pipeline
        .apply(
            "ListSplits",
            Create.of(plan.splits()).withCoder(SerializableCoder.of(InputSplit.class)))
        // Each split by itself: a worker that is done takes the next.
        .apply("DealSplits", Reshuffle.viaRandomKey())
        .apply(
            "ReadMessages-ParseCables-NormalizeClassification-ExtractEntities",
            StageCables.of(ReadMessages.within(limits), ParseCables.create(), staging)
                .then(SelectCables.sent(sent))
                .then(NormalizeClassification.create())
                .then(ExtractEntities.create()));
  }

  /** Sections that came as messages of their own are joined; only their places are shuffled. */
  private PCollectionTuple stageSections(PCollectionTuple fromSplits) {
    return fromSplits
        .get(StageCables.SECTIONS)
        .apply("GroupSections", GroupByKey.create())
        .apply(
            "JoinSections-ParseCables-NormalizeClassification-ExtractEntities",
            StageCables.of(
                    JoinSections.stagedIn(storage),
                    plan.splits().size(),
                    ParseCables.create(),
                    staging)
                .then(SelectCables.sent(sent))
                .then(NormalizeClassification.create())
                .then(ExtractEntities.create()));
  }

  /** What an earlier run made of inputs that did not change. */
  private PCollectionTuple takeOver(List<EarlierFile> files) {
    return pipeline
        .apply(
            "ListPreviousFiles",
            Create.of(files).withCoder(SerializableCoder.of(EarlierFile.class)))
        .apply("DealPreviousFiles", Reshuffle.viaRandomKey())
        .apply("TakeOverRecords", TakeOverRecords.ofInputs(out.takenOver(), staging));
  }

  /** The rows that an earlier run wrote of these inputs: one piece of the ledger, of number at. */
  private PCollection<LedgerPiece> takeOverLedger(List<EarlierFile> files, int at) {
    List<LedgerPiece> ledger =
        files.isEmpty() ? List.of() : List.of(new LedgerPiece(at, out.takenOver(), false));
    return pipeline.apply(
        "ListPreviousLedger", Create.of(ledger).withCoder(SerializableCoder.of(LedgerPiece.class)));
  }

  private PCollection<WrittenFile> writeMentions(PCollectionTuple cables) {
    return cables
        .get(WriteCables.FILES)
        .apply(
            "WriteMentions",
            WriteMentions.of(
                results.cables(shards, codec), results.entities(shards, codec), storage));
  }

  private PCollection<WrittenFile> writeDuplicates(PCollectionTuple cables) {
    return cables
        .get(WriteCables.DUPLICATES)
        .apply(
            "WriteDuplicates",
            GatherFiles.into(results.duplicates(codec), Cable.getClassSchema(), storage));
  }

  private PCollection<WrittenFile> writeRejects(PCollection<StagedPart> parts) {
    return parts
        .apply("ListRejects", ListPieces.ofRejects())
        .apply(
            "WriteRejects",
            GatherFiles.into(results.rejects(codec), RejectedMessage.getClassSchema(), storage));
  }

  private PCollection<WrittenFile> writeLedger(
      PCollectionList<LedgerPiece> previousLedger,
      PCollection<StagedPart> parts,
      PCollectionTuple cables,
      boolean excelSafe) {
    LedgerFiles ledger =
        new LedgerFiles(
            results.ledger("avro"),
            results.ledger("csv"),
            excelSafe ? results.ledger("excel.csv") : null);
    return previousLedger
        .and(parts.apply("ListLedgers", ListPieces.ofLedgers()))
        .and(cables.get(WriteCables.CORRECTIONS))
        .apply("AllLedgers", Flatten.pCollections())
        .apply("WriteLedger", WriteLedger.to(storage, ledger, codec));
  }

  /** Adds the files of the statistics, counted of the cables as they were written. */
  private PCollectionList<WrittenFile> summarize(
      PCollectionList<WrittenFile> files,
      PCollectionTuple cables,
      PCollection<KV<Integer, byte[]>> kept,
      boolean excelSafe) {
    StatisticsTarget target = new StatisticsTarget(storage, results.statistics(), codec, excelSafe);
    PCollectionTuple citations =
        cables.get(WriteCables.CITATIONS).apply("CountCitations", CountCitations.of(kept, staging));
    PCollection<Tallies> tallies =
        PCollectionList.of(cables.get(WriteCables.TALLIES))
            .and(citations.get(CountCitations.TALLIES))
            .and(
                cables
                    .get(WriteCables.MENTIONS)
                    .apply("CountMentions", CountMentions.stagedIn(staging)))
            .apply("AllTallies", Flatten.pCollections())
            .apply("MergeTallies", MergeTallies.stagedIn(storage));
    return files
        .and(tallies.apply("SummarizeCorpus", SummarizeCorpus.to(target)))
        .and(tallies.apply("SummarizeTags", SummarizeTags.to(target)))
        .and(tallies.apply("SummarizePosts", SummarizePosts.to(target)))
        .and(
            citations.get(CountCitations.EDGES).apply("WriteCitations", WriteCitations.to(target)));
  }

  /** One output of each of several steps. */
  private static <T> PCollectionList<T> all(List<PCollectionTuple> steps, TupleTag<T> output) {
    return PCollectionList.of(steps.stream().map(step -> step.get(output)).toList());
  }
}
