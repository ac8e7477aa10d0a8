package org.cablebeam.transforms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.cablebeam.transforms.duplicates.Candidate;
import org.cablebeam.transforms.statistics.Tallies;

/**
 * Counts the references that kept cables make to kept cables, for the posts and tags of those that
 * are cited. Both sides are packed by share of the ids. Where several kept cables bear one id, each
 * is cited.
 */
public final class CountCitations
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollection<byte[]>> {
  private static final long serialVersionUID = 1;

  private static final TupleTag<byte[]> CITED = new TupleTag<>("cited") {};
  private static final TupleTag<byte[]> KEPT = new TupleTag<>("kept") {};

  private final transient PCollection<KV<Integer, byte[]>> kept;

  private CountCitations(PCollection<KV<Integer, byte[]>> kept) {
    this.kept = kept;
  }

  /** Counts citations of these cables, as {@link ResolveDuplicates} packs them. */
  public static CountCitations of(PCollection<KV<Integer, byte[]>> kept) {
    return new CountCitations(kept);
  }

  @Override
  public PCollection<byte[]> expand(PCollection<KV<Integer, byte[]>> citations) {
    return KeyedPCollectionTuple.of(CITED, citations)
        .and(KEPT, kept)
        .apply("GroupByBucket", CoGroupByKey.create())
        .apply("Count", ParDo.of(new CountFn()))
        .setCoder(ByteArrayCoder.of());
  }

  /** Packs citations for this step. */
  static void pack(DataOutputStream out, String id, long count) throws IOException {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.writeLong(count);
  }

  private static final class CountFn extends DoFn<KV<Integer, CoGbkResult>, byte[]> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(@Element KV<Integer, CoGbkResult> bucket, OutputReceiver<byte[]> out)
        throws IOException {
      Map<String, Long> cited = new HashMap<>();
      for (byte[] packed : bucket.getValue().getAll(CITED)) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
        while (in.available() > 0) {
          byte[] id = new byte[in.readInt()];
          in.readFully(id);
          cited.merge(new String(id, StandardCharsets.UTF_8), in.readLong(), Long::sum);
        }
      }
      Tallies received = new Tallies();
      for (Candidate cable : ResolveDuplicates.unpack(bucket.getValue().getAll(KEPT))) {
        received.receive(cable.post(), cable.tags(), cited.getOrDefault(cable.id(), 0L));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      received.write(new DataOutputStream(bytes));
      out.output(bytes.toByteArray());
    }
  }
}
