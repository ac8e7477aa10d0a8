package org.cablebeam.transforms.source;

import java.io.IOException;
import org.cablebeam.schemas.RejectCode;

/** An input costs more than {@link Limits} allow. */
final class LimitReached extends IOException {
  private static final long serialVersionUID = 1;

  private final RejectCode code;

  LimitReached(RejectCode code, String message) {
    super(message);
    this.code = code;
  }

  RejectCode code() {
    return code;
  }
}
