package org.cablebeam.transforms;

import java.util.function.Supplier;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.transforms.parse.ParseOutcome;

/** The engines never throw by contract; should one, its message must not stop the others. */
final class EngineFault {
  private EngineFault() {}

  /** What came of a message; a reject that asks for a report where the engines failed on it. */
  static ParseOutcome guard(RawMessage message, Supplier<ParseOutcome> engines) {
    try {
      return engines.get();
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      return ParseOutcome.Rejected.of(
          message,
          RejectCode.ENGINE_FAILURE,
          "A fault of Cablebeam, please report it with the raw text: "
              + e.getClass().getName()
              + (trace.length == 0 ? "" : " at " + trace[0]));
    }
  }
}
