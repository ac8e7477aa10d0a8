package org.cablebeam.transforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.MessageSink;
import org.cablebeam.transforms.staging.StagedPart;

/**
 * Runs neighbouring steps together over large pieces of work (a split of the input, a share of the
 * sections) and writes what comes of each piece to the staging folder as one {@link StagedPart}.
 * The steps keep their names and can be applied one by one; run together, a cable costs no more
 * than in a plain loop, and a piece of any size is streamed.
 */
public final class StageCables<T> extends PTransform<PCollection<T>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  /** The name space of the counters below. */
  public static final String METRICS = "cablebeam";

  public static final String MESSAGES = "messages";
  public static final String REJECTS = "rejects";
  public static final String CHARACTERS = "characters";
  public static final String INPUTS = "inputs";

  /** What was staged, one a piece of work. */
  public static final TupleTag<StagedPart> PARTS = new TupleTag<>("parts") {};

  /**
   * By share of the ids, where sections of cables were staged of which other sections may lie in
   * another piece; see {@link JoinSections}.
   */
  public static final TupleTag<KV<Integer, byte[]>> SECTIONS = new TupleTag<>("sections") {};

  /**
   * By share of the ids, where it was staged what must be known of the cables to find copies; see
   * {@link ResolveDuplicates}.
   */
  public static final TupleTag<KV<Integer, byte[]>> CANDIDATES = new TupleTag<>("candidates") {};

  private final MessageReader<T> reader;
  private final boolean joined;
  private final ParseCables.Parsing parsing;
  private final List<CableStep> steps;
  private final StagingTarget target;
  private final SentRange selected;

  private StageCables(
      MessageReader<T> reader,
      boolean joined,
      ParseCables.Parsing parsing,
      List<CableStep> steps,
      StagingTarget target,
      SentRange selected) {
    this.reader = reader;
    this.joined = joined;
    this.parsing = parsing;
    this.steps = steps;
    this.target = target;
    this.selected = selected;
  }

  /** Stages what is read of splits. */
  public static StageCables<InputSplit> of(
      ReadMessages read, ParseCables parse, StagingTarget target) {
    return new StageCables<>(
        read.reader(), false, parse.parsing(), List.of(), target, SentRange.ALL);
  }

  /**
   * Stages cables joined of sections, from the {@link #SECTIONS} of the splits grouped by share.
   *
   * @param firstPart a number behind those of all splits
   */
  public static StageCables<KV<Integer, Iterable<byte[]>>> of(
      JoinSections join, int firstPart, ParseCables parse, StagingTarget target) {
    return new StageCables<>(
        join.reader(firstPart),
        true,
        parse.takingAllForWhole().parsing(),
        List.of(),
        target,
        SentRange.ALL);
  }

  public StageCables<T> then(NormalizeClassification normalize) {
    return then(normalize.step());
  }

  public StageCables<T> then(ExtractEntities extract) {
    return then(extract.step());
  }

  /** Does something more to each cable before it is written. */
  StageCables<T> then(CableStep step) {
    List<CableStep> more = new ArrayList<>(steps);
    more.add(step);
    return new StageCables<>(reader, joined, parsing, List.copyOf(more), target, selected);
  }

  /** Leaves cables out as soon as they are parsed, before the steps; they are counted. */
  public StageCables<T> then(SelectCables select) {
    return new StageCables<>(reader, joined, parsing, steps, target, select.range());
  }

  @Override
  public PCollectionTuple expand(PCollection<T> work) {
    PCollectionTuple staged =
        work.apply(
            ParDo.of(new StageFn<>(this))
                .withOutputTags(PARTS, TupleTagList.of(SECTIONS).and(CANDIDATES)));
    staged.get(PARTS).setCoder(SerializableCoder.of(StagedPart.class));
    staged.get(SECTIONS).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    staged.get(CANDIDATES).setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
    return staged;
  }

  private static final class StageFn<T> extends DoFn<T, StagedPart> {
    private static final long serialVersionUID = 1;

    private final Counter messages = Metrics.counter(METRICS, MESSAGES);
    private final Counter rejects = Metrics.counter(METRICS, REJECTS);
    private final Counter characters = Metrics.counter(METRICS, CHARACTERS);
    private final Counter inputs = Metrics.counter(METRICS, INPUTS);

    private final MessageReader<T> reader;
    private final boolean joined;
    private final ParseCables.Parsing parsing;
    private final List<CableStep> steps;
    private final StagingTarget target;
    private final SentRange selected;

    StageFn(StageCables<T> of) {
      this.reader = of.reader;
      this.joined = of.joined;
      this.parsing = of.parsing;
      this.steps = of.steps;
      this.target = of.target;
      this.selected = of.selected;
    }

    @ProcessElement
    public void process(@Element T work, MultiOutputReceiver out) throws IOException {
      int part = reader.part(work);
      String attempt = target.attempt(part);
      PartWriter writer = new PartWriter(target.storage(), part, attempt, joined, target.codec());
      PartShares shares = new PartShares(target, attempt);
      try (writer;
          shares) {
        reader.read(work, new Sink(writer, shares));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      out.get(PARTS).output(writer.staged());
      shares.emitSections(out.get(SECTIONS));
      shares.emitCandidates(out.get(CANDIDATES));
    }

    /** Each message through all steps into the part. */
    private final class Sink implements MessageSink {
      private final PartWriter writer;
      private final PartShares shares;

      Sink(PartWriter writer, PartShares shares) {
        this.writer = writer;
        this.shares = shares;
      }

      @Override
      public void message(RawMessage message) {
        // What is joined was counted when its sections were read.
        if (!joined) {
          messages.inc();
          characters.inc(message.getText().length());
          LiveCounts.message(message.getText().length());
        }
        try {
          ParseOutcome outcome = EngineFault.guard(message, () -> through(message));
          if (outcome instanceof ParseOutcome.Parsed parsed) {
            if (selected.covers(parsed.cable().getSentAt())) {
              shares.add(writer.cable(parsed.cable()));
            } else {
              writer.leftOut();
            }
          } else if (outcome instanceof ParseOutcome.Section section) {
            writer.section();
            shares.add(section.section());
          } else if (outcome instanceof ParseOutcome.Rejected rejected) {
            rejects.inc();
            LiveCounts.reject();
            writer.reject(rejected.reject());
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      private ParseOutcome through(RawMessage message) {
        ParseOutcome outcome = parsing.parse(message);
        if (outcome instanceof ParseOutcome.Parsed parsed
            && selected.covers(parsed.cable().getSentAt())) {
          Cable cable = parsed.cable();
          for (CableStep step : steps) {
            step.apply(cable);
          }
        }
        return outcome;
      }

      @Override
      public void reject(RejectedMessage reject) {
        messages.inc();
        rejects.inc();
        LiveCounts.message(0);
        LiveCounts.reject();
        try {
          writer.unread(reject);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void input(LedgerEntry entry) {
        if (!joined) {
          inputs.inc();
          LiveCounts.input();
        }
        try {
          writer.input(entry);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
