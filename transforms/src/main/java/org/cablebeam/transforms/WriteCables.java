package org.cablebeam.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.LedgerPiece;
import org.cablebeam.transforms.staging.ShardFiles;
import org.cablebeam.transforms.staging.SharesFile;
import org.cablebeam.transforms.staging.StagedPart;
import org.cablebeam.transforms.staging.WrittenFile;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * Writes the kept cables as a fixed number of files, each out of neighbouring parts, and sets the
 * copies aside. Statistics are taken of what was kept.
 */
public final class WriteCables extends PTransform<PCollection<StagedPart>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  /** The files of cables. */
  public static final TupleTag<WrittenFile> FILES = new TupleTag<>("files") {};

  /** Files of copies, one a shard, still to be put together. */
  public static final TupleTag<WrittenFile> DUPLICATES = new TupleTag<>("duplicates") {};

  /** Where the statistics of the kept cables were staged, by shard; see {@link MergeTallies}. */
  public static final TupleTag<byte[]> TALLIES = new TupleTag<>("tallies") {};

  /** By share of the cited ids, where it was staged who cites whom; see {@link CountCitations}. */
  public static final TupleTag<KV<Integer, byte[]>> CITATIONS = new TupleTag<>("citations") {};

  /**
   * By share of the names, where it was staged who is mentioned where; see {@link CountMentions}.
   */
  public static final TupleTag<KV<Integer, byte[]>> MENTIONS = new TupleTag<>("mentions") {};

  /** Corrections to the ledger. */
  public static final TupleTag<LedgerPiece> CORRECTIONS = new TupleTag<>("corrections") {};

  private static final TupleTag<StagedPart> PARTS = new TupleTag<>("parts") {};
  private static final TupleTag<KV<Integer, byte[]>> ASIDE = new TupleTag<>("aside") {};

  private final ShardFiles shards;
  private final int parts;
  private final StagingTarget target;
  private final transient PCollection<KV<Integer, byte[]>> setAside;

  private WriteCables(
      ShardFiles shards,
      int parts,
      StagingTarget target,
      PCollection<KV<Integer, byte[]>> setAside) {
    this.shards = shards;
    this.parts = parts;
    this.target = target;
    this.setAside = setAside;
  }

  /**
   * Writes to these files.
   *
   * @param parts how many parts there can be
   * @param setAside by part, the places of the cables that are copies
   */
  public static WriteCables to(
      ShardFiles shards,
      int parts,
      StagingTarget target,
      PCollection<KV<Integer, byte[]>> setAside) {
    return new WriteCables(shards, parts, target, setAside);
  }

  @Override
  public PCollectionTuple expand(PCollection<StagedPart> staged) {
    ShardFiles files = shards;
    int all = parts;
    PCollection<KV<Integer, StagedPart>> byShard =
        staged
            .apply(
                "ShardOfPart",
                WithKeys.<Integer, StagedPart>of(part -> files.shardOf(part.part(), all))
                    .withKeyType(TypeDescriptors.integers()))
            .setCoder(KvCoder.of(VarIntCoder.of(), staged.getCoder()));
    PCollection<KV<Integer, KV<Integer, byte[]>>> asideByShard =
        setAside
            .apply(
                "ShardOfCopies",
                WithKeys.<Integer, KV<Integer, byte[]>>of(
                        copies -> files.shardOf(copies.getKey(), all))
                    .withKeyType(TypeDescriptors.integers()))
            .setCoder(KvCoder.of(VarIntCoder.of(), setAside.getCoder()));
    // Every shard is written, also one that nothing falls into: the set is always whole.
    List<KV<Integer, StagedPart>> none = new ArrayList<>();
    for (int shard = 0; shard < files.count(); shard++) {
      none.add(KV.of(shard, EMPTY));
    }
    PCollection<KV<Integer, StagedPart>> everyShard =
        staged
            .getPipeline()
            .apply(
                "EveryShard",
                Create.of(none)
                    .withCoder(
                        KvCoder.of(VarIntCoder.of(), SerializableCoder.of(StagedPart.class))));
    PCollectionTuple written =
        KeyedPCollectionTuple.of(
                PARTS,
                PCollectionList.of(byShard).and(everyShard).apply("Parts", Flatten.pCollections()))
            .and(ASIDE, asideByShard)
            .apply("GroupByShard", CoGroupByKey.create())
            .apply(
                "Write",
                ParDo.of(new WriteFn(files, target))
                    .withOutputTags(
                        FILES,
                        TupleTagList.of(DUPLICATES)
                            .and(TALLIES)
                            .and(CITATIONS)
                            .and(MENTIONS)
                            .and(CORRECTIONS)));
    written.get(FILES).setCoder(SerializableCoder.of(WrittenFile.class));
    written.get(DUPLICATES).setCoder(SerializableCoder.of(WrittenFile.class));
    written.get(TALLIES).setCoder(ByteArrayCoder.of());
    written.get(CITATIONS).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    written.get(MENTIONS).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    written.get(CORRECTIONS).setCoder(SerializableCoder.of(LedgerPiece.class));
    return written;
  }

  private static final StagedPart EMPTY = new StagedPart(-1, "", false, 0, 0);

  private static final class WriteFn extends DoFn<KV<Integer, CoGbkResult>, WrittenFile> {
    private static final long serialVersionUID = 1;
    private final ShardFiles files;
    private final StagingTarget target;

    WriteFn(ShardFiles files, StagingTarget target) {
      this.files = files;
      this.target = target;
    }

    @ProcessElement
    public void process(@Element KV<Integer, CoGbkResult> element, MultiOutputReceiver out)
        throws IOException {
      int shard = element.getKey();
      Map<Integer, BitSet> aside = new HashMap<>();
      for (KV<Integer, byte[]> copies : element.getValue().getAll(ASIDE)) {
        aside
            .computeIfAbsent(copies.getKey(), part -> new BitSet())
            .or(BitSet.valueOf(copies.getValue()));
      }
      List<StagedPart> parts = new ArrayList<>();
      for (StagedPart part : element.getValue().getAll(PARTS)) {
        if (part.part() >= 0) {
          parts.add(part);
        }
      }
      parts.sort(Comparator.comparingInt(StagedPart::part));

      String attempt =
          target.directory()
              + String.format(Locale.ROOT, "shard-%05d-%s/", shard, UUID.randomUUID());
      ShardWriter writer =
          new ShardWriter(
              target.storage(),
              Attempts.at(files.path(shard)),
              attempt + "duplicates.avro",
              target.codec());
      SharesFile citations = new SharesFile(target.storage(), attempt + "citations.bin");
      SharesFile mentions = new SharesFile(target.storage(), attempt + "mentions.bin");
      try (writer;
          citations;
          mentions) {
        for (StagedPart part : parts) {
          writer.add(part, aside.getOrDefault(part.part(), new BitSet()));
          if (writer.tallies().isFull()) {
            drain(writer.tallies(), citations, mentions);
          }
        }
        drain(writer.tallies(), citations, mentions);
      }
      out.get(FILES).output(writer.cables());
      out.get(DUPLICATES).output(writer.duplicates());
      String corrections = attempt + "ledger.avro";
      if (writer.writeCorrections(corrections) > 0) {
        out.get(CORRECTIONS).output(new LedgerPiece(shard, corrections, true));
      }
      Places.emit(citations, out.get(CITATIONS));
      Places.emit(mentions, out.get(MENTIONS));
      out.get(TALLIES).output(MergeTallies.stage(writer.tallies(), shard, target));
    }

    private void drain(Tallies tallies, SharesFile citations, SharesFile mentions)
        throws IOException {
      for (Map.Entry<Integer, byte[]> share : tallies.drainCitations(target::share).entrySet()) {
        citations.add(share.getKey(), share.getValue());
      }
      for (Map.Entry<Integer, byte[]> share : tallies.drainMentions(target::share).entrySet()) {
        mentions.add(share.getKey(), share.getValue());
      }
    }
  }
}
