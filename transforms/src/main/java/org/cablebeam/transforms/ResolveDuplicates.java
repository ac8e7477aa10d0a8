package org.cablebeam.transforms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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

/**
 * Decides which of several copies of a cable is kept. What is shuffled are keys and fingerprints,
 * packed by share of the ids into few large elements; the texts stay where they were staged.
 */
public final class ResolveDuplicates
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  /** By part, the places of the cables to be set aside, as the bytes of a {@link BitSet}. */
  public static final TupleTag<KV<Integer, byte[]>> SET_ASIDE = new TupleTag<>("setAside") {};

  /** By share of the ids, the cables that are kept, packed. */
  public static final TupleTag<KV<Integer, byte[]>> KEPT = new TupleTag<>("kept") {};

  private ResolveDuplicates() {}

  public static ResolveDuplicates create() {
    return new ResolveDuplicates();
  }

  /** The share of an id among {@code buckets}. */
  static int bucket(String id, int buckets) {
    return Math.floorMod(id.hashCode(), buckets);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, byte[]>> candidates) {
    PCollectionTuple resolved =
        candidates
            .apply("GroupByBucket", GroupByKey.create())
            .apply(
                "Resolve",
                ParDo.of(new ResolveFn()).withOutputTags(SET_ASIDE, TupleTagList.of(KEPT)));
    resolved.get(SET_ASIDE).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    resolved.get(KEPT).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    return resolved;
  }

  /** What is known of cables, by share of their ids. */
  static Map<Integer, byte[]> pack(List<Candidate> candidates, int buckets) throws IOException {
    Map<Integer, ByteArrayOutputStream> open = new TreeMap<>();
    for (Candidate candidate : candidates) {
      candidate.write(
          new DataOutputStream(
              open.computeIfAbsent(
                  bucket(candidate.id(), buckets), bucket -> new ByteArrayOutputStream())));
    }
    Map<Integer, byte[]> packed = new TreeMap<>();
    open.forEach((bucket, bytes) -> packed.put(bucket, bytes.toByteArray()));
    return packed;
  }

  /** The cables packed by {@link StageCables} or by this step. */
  static List<Candidate> unpack(Iterable<byte[]> packed) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (byte[] bytes : packed) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      while (in.available() > 0) {
        candidates.add(Candidate.read(in));
      }
    }
    return candidates;
  }

  private static final class ResolveFn
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> bucket, MultiOutputReceiver out)
        throws IOException {
      Resolution resolution = Resolution.of(unpack(bucket.getValue()));
      Map<Integer, BitSet> byPart = new TreeMap<>();
      for (Candidate copy : resolution.setAside()) {
        byPart.computeIfAbsent(copy.part(), part -> new BitSet()).set(copy.index());
      }
      byPart.forEach(
          (part, places) -> out.get(SET_ASIDE).output(KV.of(part, places.toByteArray())));
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      DataOutputStream data = new DataOutputStream(kept);
      for (Candidate candidate : resolution.kept()) {
        candidate.write(data);
      }
      out.get(KEPT).output(KV.of(bucket.getKey(), kept.toByteArray()));
    }
  }
}
