package org.cablebeam.transforms.parse;

import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SectionMessage;

/** What became of a message: a cable, a section of a longer one, or a reject. Nothing else. */
public sealed interface ParseOutcome {
  /** A whole cable. */
  record Parsed(Cable cable) implements ParseOutcome {}

  /** One section of a cable whose other sections are other messages. */
  record Section(SectionMessage section) implements ParseOutcome {}

  /** No cable could be made of it. */
  record Rejected(RejectedMessage reject) implements ParseOutcome {
    /** A message with all that was known of it, so that it can be parsed again. */
    public static Rejected of(RawMessage message, RejectCode code, String why) {
      return new Rejected(
          RejectedMessage.newBuilder()
              .setSource(message.getSource())
              .setStage("PARSE")
              .setCode(code.name())
              .setMessage(why)
              .setRaw(message.getText())
              .setBodyStart(message.getBodyStart())
              .setClaims(message.getClaims())
              .setIssues(message.getIssues())
              .build());
    }
  }
}
