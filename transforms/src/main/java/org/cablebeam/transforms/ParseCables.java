package org.cablebeam.transforms;

import java.io.Serializable;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;

/** Parses each message: into a cable, a section of a longer one, or a reject. */
public final class ParseCables extends PTransform<PCollection<RawMessage>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  /** Whole cables. */
  public static final TupleTag<Cable> CABLES = new TupleTag<>("cables") {};

  /** Sections of cables whose other sections are other messages; see {@link JoinSections}. */
  public static final TupleTag<SectionMessage> SECTIONS = new TupleTag<>("sections") {};

  /** Messages of which no cable could be made. */
  public static final TupleTag<RejectedMessage> REJECTS = new TupleTag<>("rejects") {};

  private final boolean whole;

  private ParseCables(boolean whole) {
    this.whole = whole;
  }

  public static ParseCables create() {
    return new ParseCables(false);
  }

  /** Takes every message for a whole cable, as those that {@link JoinSections} made. */
  public ParseCables takingAllForWhole() {
    return new ParseCables(true);
  }

  @Override
  public PCollectionTuple expand(PCollection<RawMessage> messages) {
    PCollectionTuple parsed =
        messages.apply(
            ParDo.of(new ParseFn(parsing()))
                .withOutputTags(CABLES, TupleTagList.of(SECTIONS).and(REJECTS)));
    parsed.get(CABLES).setCoder(AvroCoder.specific(Cable.class));
    parsed.get(SECTIONS).setCoder(AvroCoder.specific(SectionMessage.class));
    parsed.get(REJECTS).setCoder(AvroCoder.specific(RejectedMessage.class));
    return parsed;
  }

  /** The parsing alone, for {@link StageCables}. */
  Parsing parsing() {
    return whole
        ? message -> Engine.PARSER.parseWhole(message)
        : message -> Engine.PARSER.parse(message);
  }

  /** A message into what it is. */
  interface Parsing extends Serializable {
    ParseOutcome parse(RawMessage message);
  }

  private static final class ParseFn extends DoFn<RawMessage, Cable> {
    private static final long serialVersionUID = 1;
    private final Parsing parsing;

    ParseFn(Parsing parsing) {
      this.parsing = parsing;
    }

    @ProcessElement
    public void process(@Element RawMessage message, MultiOutputReceiver out) {
      ParseOutcome outcome = parsing.parse(message);
      if (outcome instanceof ParseOutcome.Parsed parsed) {
        out.get(CABLES).output(parsed.cable());
      } else if (outcome instanceof ParseOutcome.Section section) {
        out.get(SECTIONS).output(section.section());
      } else if (outcome instanceof ParseOutcome.Rejected rejected) {
        out.get(REJECTS).output(rejected.reject());
      }
    }
  }

  /** Its tables are built once a worker, when the first message comes. */
  private static final class Engine {
    static final CableParser PARSER = new CableParser();
  }
}
