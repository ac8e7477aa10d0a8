package org.cablebeam.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.transforms.parse.CableParser;
import org.cablebeam.transforms.parse.ParseOutcome;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The corpus parsed anew before each operation, as the engines behind the parser change records.
 */
@State(Scope.Thread)
public class Cables {
  private final CableParser parser = new CableParser();

  final List<Cable> cables = new ArrayList<>();

  /** Parses the corpus; its time does not count. */
  @Setup(Level.Invocation)
  public void parse(Corpus corpus) {
    cables.clear();
    for (RawMessage message : corpus.messages) {
      if (parser.parseWhole(message) instanceof ParseOutcome.Parsed parsed) {
        cables.add(parsed.cable());
      }
    }
  }
}
