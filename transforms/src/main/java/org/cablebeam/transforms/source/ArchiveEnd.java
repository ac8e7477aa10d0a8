package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;

/**
 * What the end of an archive tells of the whole, by which it is known that nothing was passed over:
 * archives are read as they stream by, and what is cut off between two entries, or strung together
 * of several archives, would look like one that ends there.
 */
final class ArchiveEnd {
  private static final int ZIP_END = 0x06054b50;
  private static final int ZIP_END_LENGTH = 22;
  private static final int ZIP64_LOCATOR = 0x07064b50;
  private static final int ZIP64_LOCATOR_LENGTH = 20;
  private static final int ZIP64_END = 0x06064b50;
  private static final int ZIP64_END_LENGTH = 56;

  private static final int TAR_BLOCK = 512;

  private static final int SEVEN_Z_HEAD = 32;

  private ArchiveEnd() {}

  /**
   * Checks the end of a zip.
   *
   * @param tail its last bytes
   * @param size of the whole, in bytes
   * @param entries how many were found, folders as well
   * @throws IOException when there may have been more
   */
  static void checkZip(byte[] tail, long size, long entries) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    int end = zipEnd(bytes);
    if (end < 0) {
      throw new IOException("It is cut off: its end mark is missing.");
    }
    long listed = bytes.getShort(end + 10) & 0xFFFF;
    long length = bytes.getInt(end + 12) & 0xFFFF_FFFFL;
    long offset = bytes.getInt(end + 16) & 0xFFFF_FFFFL;
    int directoryEnd = end;
    int large = end - ZIP64_LOCATOR_LENGTH - ZIP64_END_LENGTH;
    if (large >= 0
        && bytes.getInt(end - ZIP64_LOCATOR_LENGTH) == ZIP64_LOCATOR
        && bytes.getInt(large) == ZIP64_END) {
      listed = bytes.getLong(large + 32);
      length = bytes.getLong(large + 40);
      offset = bytes.getLong(large + 48);
      directoryEnd = large;
    }
    // A zip that was changed in place may hold entries that its directory no longer lists.
    if (listed > entries) {
      throw new IOException(
          String.format(
              Locale.ROOT, "It lists %,d entries, of which %,d were found.", listed, entries));
    }
    if (size - tail.length + directoryEnd != offset + length) {
      throw new IOException("Its end is that of another archive, which it holds or which follows.");
    }
    int comment = bytes.getShort(end + 20) & 0xFFFF;
    int behind = Math.min(tail.length, end + ZIP_END_LENGTH + comment);
    if (!isZeros(tail, behind, tail.length)) {
      throw new IOException("Behind its end stands more, which was not read.");
    }
  }

  /**
   * Checks that nothing follows a 7z, which tells in its head where its end is.
   *
   * @throws IOException when there is more, or when it cannot be read
   */
  static void checkSevenZ(SeekableByteChannel archive) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(SEVEN_Z_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    archive.position(0);
    while (head.hasRemaining() && archive.read(head) >= 0) {
      // Until the head is there, or the file has no more.
    }
    long end = SEVEN_Z_HEAD + head.getLong(12) + head.getLong(20);
    if (head.hasRemaining() || end < 0 || end >= archive.size()) {
      // What is too short says so when it is opened.
      return;
    }
    archive.position(end);
    requireZeros(Channels.newInputStream(archive));
  }

  private static void requireZeros(InputStream rest) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
      if (!isZeros(buffer, 0, read)) {
        throw new IOException("Behind its end stands more, such as another archive.");
      }
    }
  }

  /** Where the end record begins; -1 if there is none. */
  private static int zipEnd(ByteBuffer tail) {
    int last = -1;
    for (int at = tail.limit() - ZIP_END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == ZIP_END) {
        int comment = tail.getShort(at + 20) & 0xFFFF;
        if (at + ZIP_END_LENGTH + comment == tail.limit()) {
          return at;
        }
        // Something else may stand behind the archive; a comment may hold what looks like an end.
        last = last < 0 ? at : last;
      }
    }
    return last;
  }

  /**
   * Checks that a tar ends in zeros, and that nothing else follows.
   *
   * @param input the archive
   * @param rest of it, what stands behind the end mark
   */
  static void checkTar(PackedInput input, InputStream rest) throws IOException {
    requireZeros(rest);
    byte[] tail = input.tail();
    if (tail.length < TAR_BLOCK || !isZeros(tail, tail.length - TAR_BLOCK, tail.length)) {
      throw new IOException("It is cut off: its end mark is missing.");
    }
  }

  private static boolean isZeros(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
