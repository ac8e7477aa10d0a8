package org.cablebeam.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.parse.SectionJoiner;
import org.cablebeam.transforms.source.MessageSink;
import org.cablebeam.transforms.staging.Storage;

/**
 * Joins messages that are sections of one cable, in order. They stay where {@link StageCables}
 * staged them until they are joined; only their places went through the shuffle, grouped by share
 * of the ids.
 */
public final class JoinSections
    extends PTransform<PCollection<KV<Integer, Iterable<byte[]>>>, PCollection<RawMessage>> {
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
  public PCollection<RawMessage> expand(PCollection<KV<Integer, Iterable<byte[]>>> shares) {
    return shares
        .apply(ParDo.of(new JoinFn(reader(0))))
        .setCoder(AvroCoder.specific(RawMessage.class));
  }

  /**
   * The joining alone, for {@link StageCables}.
   *
   * @param firstPart the number of the part that is made of share 0
   */
  MessageReader<KV<Integer, Iterable<byte[]>>> reader(int firstPart) {
    return new ShareReader(storage, firstPart);
  }

  private static final class ShareReader implements MessageReader<KV<Integer, Iterable<byte[]>>> {
    private static final long serialVersionUID = 1;
    private final Storage storage;
    private final int firstPart;

    ShareReader(Storage storage, int firstPart) {
      this.storage = storage;
      this.firstPart = firstPart;
    }

    @Override
    public int part(KV<Integer, Iterable<byte[]>> share) {
      return firstPart + share.getKey();
    }

    @Override
    public void read(KV<Integer, Iterable<byte[]>> share, MessageSink sink) throws IOException {
      Map<String, List<SectionMessage>> byId = new TreeMap<>();
      for (SectionMessage section : PartShares.sections(storage, share.getValue())) {
        byId.computeIfAbsent(section.getKey(), id -> new ArrayList<>()).add(section);
      }
      for (List<SectionMessage> sections : byId.values()) {
        for (RawMessage message : new SectionJoiner().joinAll(sections)) {
          sink.message(message);
          // The ledger counted each section as such; the first of a message now stands for it.
          sink.input(
              LedgerEntry.newBuilder()
                  .setUri(message.getSource().getUri())
                  .setSections(-1)
                  .build());
        }
      }
    }
  }

  private static final class JoinFn extends DoFn<KV<Integer, Iterable<byte[]>>, RawMessage> {
    private static final long serialVersionUID = 1;
    private final MessageReader<KV<Integer, Iterable<byte[]>>> reader;

    JoinFn(MessageReader<KV<Integer, Iterable<byte[]>>> reader) {
      this.reader = reader;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> share, OutputReceiver<RawMessage> out)
        throws IOException {
      reader.read(
          share,
          new MessageSink() {
            @Override
            public void message(RawMessage message) {
              out.output(message);
            }

            @Override
            public void reject(RejectedMessage reject) {
              throw new IllegalStateException("Sections were read before they were staged.");
            }

            @Override
            public void input(LedgerEntry entry) {
              // The ledger is kept where the outcome of each message is known.
            }
          });
    }
  }
}
