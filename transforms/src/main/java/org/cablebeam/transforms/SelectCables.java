package org.cablebeam.transforms;

import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.cablebeam.schemas.Cable;

/** Keeps the cables that were sent in a stretch of time, and leaves out the others. */
public final class SelectCables extends PTransform<PCollection<Cable>, PCollection<Cable>> {
  private static final long serialVersionUID = 1;

  private final SentRange sent;

  private SelectCables(SentRange sent) {
    this.sent = sent;
  }

  public static SelectCables sent(SentRange range) {
    return new SelectCables(range);
  }

  @Override
  public PCollection<Cable> expand(PCollection<Cable> cables) {
    SentRange range = sent;
    return cables.apply(Filter.by(cable -> range.covers(cable.getSentAt())));
  }

  /** What is asked of a cable, for {@link StageCables}. */
  SentRange range() {
    return sent;
  }
}
