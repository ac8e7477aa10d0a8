package org.cablebeam.transforms.parse;

import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.SectionMessage;

/** What became of a message: a cable, a section of a longer one, or a reject. Nothing else. */
public sealed interface ParseOutcome {
  /** A whole cable. */
  record Parsed(Cable cable) implements ParseOutcome {}

  /** One section of a cable whose other sections are other messages. */
  record Section(SectionMessage section) implements ParseOutcome {}

  /** No cable could be made of it. */
  record Rejected(RejectedMessage reject) implements ParseOutcome {}
}
