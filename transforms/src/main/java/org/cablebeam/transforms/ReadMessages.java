package org.cablebeam.transforms;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.InvalidPathException;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.source.MessageSink;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of each split, whatever the form of its files. What cannot be read is a
 * reject; a file that cannot be opened as well.
 */
public final class ReadMessages extends PTransform<PCollection<InputSplit>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  /** The messages. */
  public static final TupleTag<RawMessage> MESSAGES = new TupleTag<>("messages") {};

  /** What could not be read. */
  public static final TupleTag<RejectedMessage> REJECTS = new TupleTag<>("rejects") {};

  private final Limits limits;

  private ReadMessages(Limits limits) {
    this.limits = limits;
  }

  /** Reads within limits that hostile inputs cannot exceed. */
  public static ReadMessages within(Limits limits) {
    return new ReadMessages(limits);
  }

  @Override
  public PCollectionTuple expand(PCollection<InputSplit> splits) {
    PCollectionTuple read =
        splits.apply(
            ParDo.of(new ReadFn(reader())).withOutputTags(MESSAGES, TupleTagList.of(REJECTS)));
    read.get(MESSAGES).setCoder(AvroCoder.specific(RawMessage.class));
    read.get(REJECTS).setCoder(AvroCoder.specific(RejectedMessage.class));
    return read;
  }

  /** The reading alone, for {@link StageCables}. */
  MessageReader<InputSplit> reader() {
    return new SplitReader(limits);
  }

  private static final class SplitReader implements MessageReader<InputSplit> {
    private static final long serialVersionUID = 1;
    private final Limits limits;
    private transient @Nullable InputReader reader;

    SplitReader(Limits limits) {
      this.limits = limits;
    }

    @Override
    public int part(InputSplit split) {
      return split.index();
    }

    @Override
    public void read(InputSplit split, MessageSink sink) {
      InputReader files = reader;
      if (files == null) {
        files = new InputReader(limits);
        reader = files;
      }
      for (InputSplit.Input input : split.inputs()) {
        try (ReadableByteChannel channel = BeamFiles.open(input.path())) {
          if (!(channel instanceof SeekableByteChannel seekable)) {
            throw new IOException("the file system cannot seek");
          }
          if (input.isWhole()) {
            files.read(input.uri(), seekable, input.entries(), sink);
          } else {
            files.readRange(input.uri(), seekable, input.from(), input.to(), sink);
          }
        } catch (IOException | InvalidPathException e) {
          unreadable(input, e, sink);
        }
      }
    }

    /** A file that went away or may not be read is a reject of its own, and the run goes on. */
    private static void unreadable(InputSplit.Input input, Exception e, MessageSink sink) {
      String message = "Cannot read " + input.uri() + ": " + reason(input, e) + ".";
      sink.reject(
          RejectedMessage.newBuilder()
              .setSource(
                  Source.newBuilder()
                      .setUri(input.uri())
                      .setContainer(Container.UNKNOWN)
                      .setOrdinal(1)
                      .build())
              .setStage("READ")
              .setCode(RejectCode.UNREADABLE_FILE.name())
              .setMessage(message)
              .build());
      sink.input(
          LedgerEntry.newBuilder()
              .setUri(input.uri())
              .setMessages(1)
              .setRejects(1)
              .setStatus("FAILED")
              .setReason(message)
              .build());
    }
  }

  private static String reason(InputSplit.Input input, Exception e) {
    // What Java puts in place of bytes that are no character.
    if (e instanceof InvalidPathException || input.path().indexOf('\uFFFD') >= 0) {
      return "its name is not written in the characters of the system's locale; rename it, or set"
          + " LC_ALL";
    }
    return e instanceof FileNotFoundException || e.getMessage() == null
        ? "missing or not permitted"
        : e.getMessage();
  }

  private static final class ReadFn extends DoFn<InputSplit, RawMessage> {
    private static final long serialVersionUID = 1;
    private final MessageReader<InputSplit> reader;

    ReadFn(MessageReader<InputSplit> reader) {
      this.reader = reader;
    }

    @ProcessElement
    public void process(@Element InputSplit split, MultiOutputReceiver out) throws IOException {
      reader.read(
          split,
          new MessageSink() {
            @Override
            public void message(RawMessage message) {
              out.get(MESSAGES).output(message);
            }

            @Override
            public void reject(RejectedMessage reject) {
              out.get(REJECTS).output(reject);
            }

            @Override
            public void input(LedgerEntry entry) {
              // The ledger is kept where the outcome of each message is known.
            }
          });
    }
  }
}
