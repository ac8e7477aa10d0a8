package org.cablebeam.transforms.source;

/** A piece of a container that holds one record of it, as bytes. The bytes are not copied. */
final class Segment {
  private final byte[] bytes;
  private final long offset;
  private final boolean whole;

  /**
   * @param bytes the bytes; only the first of them where {@code whole} is false
   * @param offset where in the file, or unpacked entry, it begins
   * @param whole false where the piece was longer than the limit and the rest was skipped
   */
  Segment(byte[] bytes, long offset, boolean whole) {
    this.bytes = bytes;
    this.offset = offset;
    this.whole = whole;
  }

  byte[] bytes() {
    return bytes;
  }

  long offset() {
    return offset;
  }

  boolean whole() {
    return whole;
  }

  /** The ordinal of what begins with this piece. */
  long ordinal() {
    return offset + 1;
  }
}
