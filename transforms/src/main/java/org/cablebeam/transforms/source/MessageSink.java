package org.cablebeam.transforms.source;

import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RejectedMessage;

/**
 * Takes what an {@link InputReader} finds, in the order of the file. What a sink throws reaches the
 * caller of the reader unchanged.
 */
public interface MessageSink {
  /** A message taken out of its container. */
  void message(RawMessage message);

  /** Something of which no message could be made; it counts as a message of its input. */
  void reject(RejectedMessage reject);

  /**
   * Called after the last message of a file, of a range of a file, or of an archive entry. Cables,
   * duplicates and sections are 0: they are not known here. Messages includes the rejects. Of a
   * range, size is the bytes of the range, and sha256 that of the whole file for the first, null
   * for others.
   */
  void input(LedgerEntry entry);
}
