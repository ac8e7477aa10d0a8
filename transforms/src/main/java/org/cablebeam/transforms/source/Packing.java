package org.cablebeam.transforms.source;

import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** How bytes are packed, told by their first bytes. */
enum Packing {
  NONE,
  GZIP,
  BZIP2,
  ZSTD,
  XZ,
  ZIP,
  TAR,
  SEVEN_Z;

  private static final int TAR_HEADER = 512;

  static Packing of(byte[] head, int length) {
    if (begins(head, length, 0x1F, 0x8B, 0x08)) {
      return GZIP;
    }
    if (begins(head, length, 'B', 'Z', 'h') && length > 9) {
      // A block follows, or nothing but the end.
      boolean block = head[4] == 0x31 && head[5] == 0x41;
      return block || (head[4] == 0x17 && head[5] == 0x72) ? BZIP2 : NONE;
    }
    if (begins(head, length, 0x28, 0xB5, 0x2F, 0xFD)) {
      return ZSTD;
    }
    if (begins(head, length, 0xFD, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (begins(head, length, 'P', 'K', 3, 4)
        || begins(head, length, 'P', 'K', 5, 6)
        || begins(head, length, 'P', 'K', 7, 8)) {
      return Foreign.isOfficeDocument(Arrays.copyOf(head, length)) ? NONE : ZIP;
    }
    if (begins(head, length, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
      return SEVEN_Z;
    }
    return length >= TAR_HEADER && isTar(head) ? TAR : NONE;
  }

  boolean isArchive() {
    return this == ZIP || this == TAR || this == SEVEN_Z;
  }

  private static boolean isTar(byte[] head) {
    // A text never has a NUL here; a tar header of any age has its checksum.
    if (head[0] <= ' ' || head[TAR_HEADER - 1] != 0) {
      return false;
    }
    try {
      return TarUtils.verifyCheckSum(Arrays.copyOf(head, TAR_HEADER));
    } catch (IllegalArgumentException e) {
      // The field of the checksum holds no number.
      return false;
    }
  }

  private static boolean begins(byte[] head, int length, int... signature) {
    if (length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((head[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
