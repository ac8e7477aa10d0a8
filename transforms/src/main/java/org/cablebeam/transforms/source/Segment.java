package org.cablebeam.transforms.source;

/**
 * A piece of a container that holds one record of it, as bytes.
 *
 * @param bytes the bytes; only the first of them where {@code whole} is false
 * @param offset where in the file, or unpacked entry, it begins
 * @param whole false where the piece was longer than the limit and the rest was skipped
 */
record Segment(byte[] bytes, long offset, boolean whole) {
  /** The ordinal of what begins with this piece. */
  long ordinal() {
    return offset + 1;
  }
}
