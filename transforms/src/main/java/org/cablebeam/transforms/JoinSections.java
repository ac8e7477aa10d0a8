package org.cablebeam.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.parse.SectionJoiner;
import org.cablebeam.transforms.source.MessageSink;
import org.cablebeam.transforms.staging.Storage;

/**
 * Joins messages that are sections of one cable, in order. They stay where {@link StageCables}
 * staged them until they are joined; only their places go through the shuffle, by shares of the
 * ids.
 */
public final class JoinSections
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollection<JoinedSections>> {
  private static final long serialVersionUID = 1;

  private final Storage storage;

  private JoinSections(Storage storage) {
    this.storage = storage;
  }

  /** Joins sections that were staged there. */
  public static JoinSections stagedIn(Storage storage) {
    return new JoinSections(storage);
  }

  @Override
  public PCollection<JoinedSections> expand(PCollection<KV<Integer, byte[]>> sections) {
    return sections
        .apply("GroupByShare", GroupByKey.create())
        .apply("Join", ParDo.of(new JoinFn(storage)))
        .setCoder(SerializableCoder.of(JoinedSections.class));
  }

  /** The joined messages, for {@link StageCables}; they follow the parts of the splits. */
  static MessageReader<JoinedSections> reader(int firstPart) {
    return new Reader(firstPart);
  }

  private static final class JoinFn extends DoFn<KV<Integer, Iterable<byte[]>>, JoinedSections> {
    private static final long serialVersionUID = 1;
    private final Storage storage;

    JoinFn(Storage storage) {
      this.storage = storage;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> share, OutputReceiver<JoinedSections> out)
        throws IOException {
      Map<String, List<SectionMessage>> byKey = new TreeMap<>();
      for (SectionMessage section : PartShares.sections(storage, share.getValue())) {
        byKey.computeIfAbsent(section.getKey(), key -> new ArrayList<>()).add(section);
      }
      List<RawMessage> joined = new ArrayList<>(byKey.size());
      for (List<SectionMessage> sections : byKey.values()) {
        joined.addAll(new SectionJoiner().joinAll(sections));
      }
      out.output(new JoinedSections(share.getKey(), joined));
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
      return firstPart + joined.share();
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
