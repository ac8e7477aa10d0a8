package org.cablebeam.transforms.source;

/** Tells by the first bytes in which form a file is. */
final class Forms {
  private Forms() {}

  /** The form of a file that begins with {@code head}; plain text if it is no other. */
  static Form of(byte[] head, Limits limits) {
    int at = 0;
    if (Ascii.startsWith(head, 0, head.length, "\u00ef\u00bb\u00bf")) {
      at = 3;
    }
    DumpTable table = new DumpTable();
    if (at < head.length && table.recognises(head, at)) {
      return table;
    }
    return new RawText(limits.maxMessageBytes());
  }
}
