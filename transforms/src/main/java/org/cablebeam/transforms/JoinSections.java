package org.cablebeam.transforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.parse.SectionJoiner;
import org.cablebeam.transforms.source.MessageSink;
import org.xerial.snappy.Snappy;

/**
 * Joins messages that are sections of one cable, in order. Only sections go through the shuffle;
 * they are grouped by shares of the key space, so that a few large elements pass and not one a
 * cable.
 */
public final class JoinSections
    extends PTransform<PCollection<SectionMessage>, PCollection<JoinedSections>> {
  private static final long serialVersionUID = 1;

  private final int buckets;

  private JoinSections(int buckets) {
    this.buckets = buckets;
  }

  /** Joins in this many shares of the key space, at least one. */
  public static JoinSections inBuckets(int buckets) {
    return new JoinSections(buckets);
  }

  @Override
  public PCollection<JoinedSections> expand(PCollection<SectionMessage> sections) {
    int modulus = buckets;
    return sections
        .apply(
            "KeyByBucket",
            MapElements.into(
                    TypeDescriptors.kvs(
                        TypeDescriptors.integers(), TypeDescriptor.of(byte[].class)))
                .via(
                    section ->
                        KV.of(Math.floorMod(section.getKey().hashCode(), modulus), pack(section))))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply("GroupByBucket", GroupByKey.create())
        .apply("Join", ParDo.of(new JoinFn()))
        .setCoder(SerializableCoder.of(JoinedSections.class));
  }

  /** The joined messages, for {@link StageCables}; they follow the parts of the splits. */
  static MessageReader<JoinedSections> reader(int firstPart) {
    return new Reader(firstPart);
  }

  /**
   * The Direct Runner holds what is shuffled in memory and copies it for each part that adds to it:
   * of bytes it holds two thirds more than of records (docs/scale.md).
   */
  private static byte[] pack(SectionMessage section) {
    try {
      return Snappy.compress(section.toByteBuffer().array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SectionMessage unpack(byte[] packed) throws IOException {
    return SectionMessage.fromByteBuffer(ByteBuffer.wrap(Snappy.uncompress(packed)));
  }

  private static final class JoinFn extends DoFn<KV<Integer, Iterable<byte[]>>, JoinedSections> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> bucket, OutputReceiver<JoinedSections> out)
        throws IOException {
      Map<String, List<SectionMessage>> byKey = new TreeMap<>();
      for (byte[] packed : bucket.getValue()) {
        SectionMessage section = unpack(packed);
        byKey.computeIfAbsent(section.getKey(), key -> new ArrayList<>()).add(section);
      }
      List<RawMessage> joined = new ArrayList<>(byKey.size());
      for (List<SectionMessage> sections : byKey.values()) {
        joined.addAll(new SectionJoiner().joinAll(sections));
      }
      out.output(new JoinedSections(bucket.getKey(), joined));
    }
  }

  private static final class Reader implements MessageReader<JoinedSections> {
    private static final long serialVersionUID = 1;
    private final int firstPart;

    Reader(int firstPart) {
      this.firstPart = firstPart;
    }

    @Override
    public int part(JoinedSections joined) {
      return firstPart + joined.bucket();
    }

    @Override
    public void read(JoinedSections joined, MessageSink sink) {
      for (RawMessage message : joined.messages()) {
        sink.message(message);
        // The ledger counted each section as such; the first of a message now stands for it.
        sink.input(
            LedgerEntry.newBuilder().setUri(message.getSource().getUri()).setSections(-1).build());
      }
    }
  }
}
