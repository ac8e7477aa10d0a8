package org.cablebeam.transforms.source;

import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;

/**
 * A document of a word processor in Rich Text Format. It looks like plain text, but the marks of
 * the format stand within its lines, so it is rejected and not taken for a cable that is damaged.
 */
final class RichText implements Form {
  static boolean recognises(byte[] head, int at) {
    return Ascii.startsWith(head, at, head.length, "{\\rtf");
  }

  @Override
  public Container container() {
    return Container.UNKNOWN;
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    intake.reject(
        record.ordinal(),
        RejectCode.NOT_TEXT,
        "This is Rich Text (RTF); save it as plain text.",
        decoded.text(),
        decoded);
  }
}
