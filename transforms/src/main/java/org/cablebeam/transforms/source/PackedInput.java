package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Locale;
import org.cablebeam.schemas.RejectCode;
import org.cablebeam.schemas.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, of an entry, or of what a decompressor makes of them: counted, hashed, held
 * to the limits. What a decompressor throws at damaged data, whatever it is, becomes an {@link
 * IOException}. After a failure no more is read, and it is told again. Not thread-safe.
 */
final class PackedInput extends InputStream {
  /** An archive's end is told by its last bytes: those of zip may have a comment behind them. */
  private static final int TAIL = 66 * 1024;

  private final InputStream in;
  private final @Nullable PackedInput packed;
  private final long packedBefore;
  private final Limits limits;
  private final MessageDigest digest = Sha256.digest();
  private byte @Nullable [] tail;
  private @Nullable IOException failure;
  private boolean beyondLimit;
  private boolean leftRest;
  private long most = Long.MAX_VALUE;
  private long count;

  /**
   * @param packed where the packed form of these bytes is counted; null if they are not packed
   */
  PackedInput(InputStream in, @Nullable PackedInput packed, Limits limits) {
    this.in = in;
    this.packed = packed;
    this.packedBefore = packed == null ? 0 : Math.max(0, packed.count - InputReader.HEAD);
    this.limits = limits;
  }

  /** From now on these are the bytes of one entry. */
  void limitToEntry() throws LimitReached {
    most = limits.maxEntryBytes();
    check();
  }

  /** Remembers the last bytes from now on, and those of {@code head}, which were read already. */
  void keepTail(byte[] head) {
    tail = new byte[TAIL];
    System.arraycopy(head, 0, tail, 0, Math.min(head.length, TAIL));
  }

  long count() {
    return count;
  }

  /** Whether the bytes could not be had; not so where they went beyond a limit. */
  boolean failed() {
    return failure != null;
  }

  /** What is left of these bytes is not of the form that was unpacked, and is not read. */
  void leaveRest() {
    leftRest = true;
  }

  boolean leftRest() {
    return leftRest;
  }

  /** Whether the bytes went beyond a limit. */
  boolean beyondLimit() {
    return beyondLimit;
  }

  /** Reads what is left, so that size and hash are of the whole. */
  void drain() throws IOException {
    byte[] rest = new byte[16 * 1024];
    int read;
    do {
      read = read(rest, 0, rest.length);
    } while (read >= 0);
  }

  /** As {@link #sha256}, when what is left was read; null if that fails. */
  @Nullable String wholeSha256() {
    try {
      drain();
      return sha256();
    } catch (IOException e) {
      // What was needed could be read. Without a digest nobody takes the input for unchanged.
      return null;
    }
  }

  /** To be asked once. */
  String sha256() {
    return Sha256.hex(digest);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int read;
    try {
      read = in.read(buffer, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (RuntimeException e) {
      failure = new IOException("The data are damaged: " + e.getMessage(), e);
      throw failure;
    }
    if (read > 0) {
      digest.update(buffer, offset, read);
      remember(buffer, offset, read);
      count += read;
      check();
    }
    return read;
  }

  private void check() throws LimitReached {
    if (count > most) {
      beyondLimit = true;
      throw new LimitReached(
          RejectCode.EXPANSION_TOO_LARGE, "It unpacks to more than " + most + " bytes.");
    }
    if (packed != null && count > limits.maxMessageBytes()) {
      // Never less than these bytes came from: some may have been read ahead before the first.
      long from = Math.max(1, packed.count - packedBefore);
      if (count > limits.maxExpansion() * from) {
        beyondLimit = true;
        throw new LimitReached(
            RejectCode.EXPANSION_TOO_LARGE,
            String.format(
                Locale.ROOT,
                "It unpacks to more than %,.0f times its size.",
                limits.maxExpansion()));
      }
    }
  }

  private void remember(byte[] buffer, int offset, int length) {
    if (tail == null) {
      return;
    }
    int at = offset + Math.max(0, length - TAIL);
    int left = Math.min(length, TAIL);
    int place = (int) ((count + (at - offset)) % TAIL);
    while (left > 0) {
      int piece = Math.min(left, TAIL - place);
      System.arraycopy(buffer, at, tail, place, piece);
      at += piece;
      left -= piece;
      place = 0;
    }
  }

  /**
   * The last bytes, as many as are kept.
   *
   * @throws IllegalStateException without {@link #keepTail}
   */
  byte[] tail() {
    if (tail == null) {
      throw new IllegalStateException("The last bytes are not kept");
    }
    int length = (int) Math.min(count, TAIL);
    byte[] last = new byte[length];
    int start = (int) ((count - length) % TAIL);
    int first = Math.min(length, TAIL - start);
    System.arraycopy(tail, start, last, 0, first);
    System.arraycopy(tail, 0, last, first, length - first);
    return last;
  }
}
