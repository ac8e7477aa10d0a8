package org.cablebeam.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.Source;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.SyntheticCable;
import org.cablebeam.synthesis.Transmission;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The messages of a generated corpus: seed 1, one cable in ten irregular. */
@State(Scope.Benchmark)
public class Corpus {
  @Param("2000")
  int cables;

  /** The messages one by one. */
  final List<RawMessage> messages = new ArrayList<>();

  /** The same as one file of concatenated telegrams, in UTF-8. */
  byte[] traffic = {};

  /** The length of all messages in 10^6 bytes of UTF-8. */
  double megabytes;

  /** Composes the corpus in memory; no disk is measured. */
  @Setup
  public void compose() {
    Composer composer = new Composer(1, cables, 0.1);
    StringBuilder file = new StringBuilder();
    long bytes = 0;
    for (int place = 0; place < cables; place++) {
      SyntheticCable cable = composer.cable(place);
      for (Transmission transmission : cable.transmissions()) {
        messages.add(message(transmission.text()));
        bytes += transmission.text().getBytes(StandardCharsets.UTF_8).length;
        file.append(Form.TEXT.write(cable, transmission));
      }
    }
    traffic = file.toString().getBytes(StandardCharsets.UTF_8);
    megabytes = bytes / 1e6;
  }

  private static RawMessage message(String text) {
    return RawMessage.newBuilder()
        .setText(text)
        .setSource(new Source("generated.txt", Container.TEXT, 1L, "UTF-8", "0".repeat(64)))
        .build();
  }
}
