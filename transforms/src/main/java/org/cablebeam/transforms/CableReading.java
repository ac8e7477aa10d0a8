package org.cablebeam.transforms;

import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private final Sink sink;
  private final CableParser parser = new CableParser();
  private final ClassificationNormalizer normalizer = new ClassificationNormalizer();
  private final Map<String, List<SectionMessage>> sections = new TreeMap<>();

  public CableReading(Limits limits, Sink sink) {
    this.reader = new InputReader(limits);
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
  }

  /** Reads a file; the caller closes the channel. */
  public void read(String uri, SeekableByteChannel channel) {
    reader.read(
        uri,
        channel,
        new MessageSink() {
          @Override
          public void message(RawMessage message) {
            take(parser.parse(message));
          }

          @Override
          public void reject(RejectedMessage reject) {
            sink.reject(reject);
          }

          @Override
          public void input(LedgerEntry entry) {
            // A ledger is kept by runs only.
          }
        });
  }

  /** Gives the cables whose sections were read, by id; once, after the last file. */
  public void joinSections() {
    for (List<SectionMessage> parts : sections.values()) {
      take(parser.parseWhole(new SectionJoiner().join(parts)));
    }
    sections.clear();
  }

  private void take(ParseOutcome outcome) {
    if (outcome instanceof ParseOutcome.Parsed parsed) {
      Cable cable = parsed.cable();
      normalizer.normalize(cable);
      EntityExtractor.standard().extract(cable);
      sink.cable(cable);
    } else if (outcome instanceof ParseOutcome.Section section) {
      SectionMessage message = section.section();
      sections.computeIfAbsent(message.getKey(), key -> new ArrayList<>()).add(message);
      sink.section(message);
    } else if (outcome instanceof ParseOutcome.Rejected rejected) {
      sink.reject(rejected.reject());
    }
  }
}
