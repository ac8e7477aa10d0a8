package org.cablebeam.transforms;

import java.io.Serializable;
import org.apache.beam.sdk.transforms.DoFn;
import org.cablebeam.schemas.Cable;

/** Something done to each cable, in place, by one thread at a time. */
interface CableStep extends Serializable {
  void apply(Cable cable);

  /** The step as a function of its own; the cable that comes in stays as it is. */
  final class Fn extends DoFn<Cable, Cable> {
    private static final long serialVersionUID = 1;
    private final CableStep step;

    Fn(CableStep step) {
      this.step = step;
    }

    @ProcessElement
    public void process(@Element Cable cable, OutputReceiver<Cable> out) {
      Cable copy = Cable.newBuilder(cable).build();
      step.apply(copy);
      out.output(copy);
    }
  }
}
