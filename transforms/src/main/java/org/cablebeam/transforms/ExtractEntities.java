package org.cablebeam.transforms;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.Cable;
import org.cablebeam.transforms.entities.EntityExtractor;

/**
 * Finds persons, organisations, places, dates, titles, treaties and cable references in the text of
 * each cable.
 */
public final class ExtractEntities extends PTransform<PCollection<Cable>, PCollection<Cable>> {
  private static final long serialVersionUID = 1;

  private ExtractEntities() {}

  public static ExtractEntities create() {
    return new ExtractEntities();
  }

  @Override
  public PCollection<Cable> expand(PCollection<Cable> cables) {
    return cables.apply(ParDo.of(new CableStep.Fn(step()))).setCoder(cables.getCoder());
  }

  /** The step alone, for {@link StageCables}. */
  CableStep step() {
    return cable -> EntityExtractor.standard().extract(cable);
  }
}
