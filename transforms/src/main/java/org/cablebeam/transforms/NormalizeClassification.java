package org.cablebeam.transforms;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.Cable;
import org.cablebeam.transforms.classification.ClassificationNormalizer;

/**
 * Normalises the classification of each cable: level, controls, captions, declassification,
 * classifier and reasons.
 */
public final class NormalizeClassification
    extends PTransform<PCollection<Cable>, PCollection<Cable>> {
  private static final long serialVersionUID = 1;

  private NormalizeClassification() {}

  public static NormalizeClassification create() {
    return new NormalizeClassification();
  }

  @Override
  public PCollection<Cable> expand(PCollection<Cable> cables) {
    return cables.apply(ParDo.of(new CableStep.Fn(step()))).setCoder(cables.getCoder());
  }

  /** The step alone, for {@link StageCables}. */
  CableStep step() {
    return cable -> Engine.NORMALIZER.normalize(cable);
  }

  /** Its tables are built once a worker, when the first cable comes. */
  private static final class Engine {
    static final ClassificationNormalizer NORMALIZER = new ClassificationNormalizer();
  }
}
