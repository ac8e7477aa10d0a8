package org.cablebeam.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.cablebeam.transforms.duplicates.Candidate;
import org.cablebeam.transforms.duplicates.Resolution;
import org.cablebeam.transforms.statistics.Citations;

/**
 * Decides which of several copies of a cable is kept. It looks at keys and fingerprints, by share
 * of the ids; what is shuffled are the places where {@link StageCables} staged them.
 */
public final class ResolveDuplicates
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  /** By part, the places of the cables to be set aside, as the bytes of a {@link BitSet}. */
  public static final TupleTag<KV<Integer, byte[]>> SET_ASIDE = new TupleTag<>("setAside") {};

  /**
   * By share of the ids, where the cables that are kept were staged; see {@link CountCitations}.
   */
  public static final TupleTag<KV<Integer, byte[]>> KEPT = new TupleTag<>("kept") {};

  private final StagingTarget target;

  private ResolveDuplicates(StagingTarget target) {
    this.target = target;
  }

  /** Finds copies among cables of which was staged there what must be known of them. */
  public static ResolveDuplicates stagedIn(StagingTarget target) {
    return new ResolveDuplicates(target);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> candidates) {
    PCollectionTuple resolved =
        candidates
            .apply("GroupByShare", GroupByKey.create())
            .apply(
                "Resolve",
                ParDo.of(new ResolveFn(target)).withOutputTags(SET_ASIDE, TupleTagList.of(KEPT)));
    resolved.get(SET_ASIDE).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    resolved.get(KEPT).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    return resolved;
  }

  private static final class ResolveFn
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final StagingTarget target;

    ResolveFn(StagingTarget target) {
      this.target = target;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> share, MultiOutputReceiver out)
        throws IOException {
      Resolution resolution =
          Resolution.of(PartShares.candidates(target.storage(), share.getValue()));
      Map<Integer, BitSet> byPart = new TreeMap<>();
      for (Candidate copy : resolution.setAside()) {
        byPart.computeIfAbsent(copy.part(), part -> new BitSet()).set(copy.index());
      }
      byPart.forEach(
          (part, places) -> out.get(SET_ASIDE).output(KV.of(part, places.toByteArray())));
      List<Citations.Kept> kept = new ArrayList<>();
      for (Candidate cable : resolution.kept()) {
        kept.add(new Citations.Kept(cable.id(), cable.post(), cable.tags()));
      }
      out.get(KEPT)
          .output(
              KV.of(
                  share.getKey(),
                  Places.stage(
                      target.storage(),
                      target.file("kept", share.getKey()),
                      Citations.pack(kept))));
    }
  }
}
