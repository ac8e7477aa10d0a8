package org.cablebeam.transforms;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SectionMessage;
import org.cablebeam.transforms.classification.ClassificationNormalizer;
import org.cablebeam.transforms.entities.EntityExtractor;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.cablebeam.transforms.parse.SectionJoiner;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.Limits;
import org.cablebeam.transforms.source.MessageSink;

/**
 * Reads files into whole cables without a pipeline: messages, parsing, normalising and entities in
 * one go, as a run does them one after the other. Sections that came as messages of their own are
 * kept until {@link #joinSections}. What a sink throws reaches the caller unchanged. Not
 * thread-safe.
 */
public final class CableReading {
  private final InputReader reader;
  private final Limits limits;
  private final Sink sink;
  private final CableParser parser = new CableParser();
  private final ClassificationNormalizer normalizer = new ClassificationNormalizer();
  private final Map<String, List<SectionMessage>> sections = new TreeMap<>();

  public CableReading(Limits limits, Sink sink) {
    this.reader = new InputReader(limits);
    this.limits = limits;
    this.sink = sink;
  }

  /** Takes what is read, in the order of the file. */
  public interface Sink {
    /** A whole cable with all that is known of it. */
    void cable(Cable cable);

    /** Something of which no cable could be made. */
    void reject(RejectedMessage reject);

    /** A section of a cable, which will be part of a cable later. */
    default void section(SectionMessage section) {}

    /** The end of a file, archive entry or range: what it was taken for, and its messages. */
    default void input(LedgerEntry entry) {}
  }

  /** Reads a file; the caller closes the channel. */
  public void read(String uri, SeekableByteChannel channel) {
    reader.read(uri, channel, new Messages());
  }

  /** Reads a share of the input of a run; a file that cannot be opened is a reject. */
  public void read(InputSplit split) throws IOException {
    ReadMessages.within(limits).reader().read(split, new Messages());
  }

  /** Takes over the sections that another has read. */
  void takeSections(CableReading other) {
    other.sections.forEach(
        (key, parts) -> sections.computeIfAbsent(key, absent -> new ArrayList<>()).addAll(parts));
    other.sections.clear();
  }

  /** Gives the cables whose sections were read, by id; once, after the last file. */
  public void joinSections() {
    for (List<SectionMessage> parts : sections.values()) {
      for (RawMessage joined : new SectionJoiner().joinAll(parts)) {
        take(joined, parser::parseWhole);
      }
    }
    sections.clear();
  }

  private void take(RawMessage message, Function<RawMessage, ParseOutcome> parse) {
    ParseOutcome outcome = EngineFault.guard(message, () -> through(message, parse));
    if (outcome instanceof ParseOutcome.Parsed parsed) {
      sink.cable(parsed.cable());
    } else if (outcome instanceof ParseOutcome.Section section) {
      SectionMessage part = section.section();
      sections.computeIfAbsent(part.getKey(), key -> new ArrayList<>()).add(part);
      sink.section(part);
    } else if (outcome instanceof ParseOutcome.Rejected rejected) {
      sink.reject(rejected.reject());
    }
  }

  private ParseOutcome through(RawMessage message, Function<RawMessage, ParseOutcome> parse) {
    ParseOutcome outcome = parse.apply(message);
    if (outcome instanceof ParseOutcome.Parsed parsed) {
      normalizer.normalize(parsed.cable());
      EntityExtractor.standard().extract(parsed.cable());
    }
    return outcome;
  }

  private final class Messages implements MessageSink {
    @Override
    public void message(RawMessage message) {
      LiveCounts.message(message.getText().length());
      take(message, parser::parse);
    }

    @Override
    public void reject(RejectedMessage reject) {
      LiveCounts.message(0);
      LiveCounts.reject();
      sink.reject(reject);
    }

    @Override
    public void input(LedgerEntry entry) {
      LiveCounts.input();
      sink.input(entry);
    }
  }
}
