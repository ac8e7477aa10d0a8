package org.cablebeam.transforms.source;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens what is compressed. Of damaged data every byte before the damage is given, then an error;
 * files that were strung together are read to the end of the last.
 */
final class Decompressors {
  /** What a decompressor may take for its dictionary, in KiB: a quarter of the heap at most. */
  static final int MEMORY_KIB = (int) Math.min(256 * 1024, Runtime.getRuntime().maxMemory() / 4096);

  private static final int BUFFER = 64 * 1024;

  private Decompressors() {}

  /**
   * @param all the compressed bytes from the first on
   * @param packed where they come from
   */
  static InputStream open(Packing packing, InputStream all, PackedInput packed) throws IOException {
    try {
      InputStream buffered = new BufferedInputStream(all, BUFFER);
      return switch (packing) {
        case GZIP -> new GzipInput(buffered, packed);
        case BZIP2 ->
            new StrungTogether(
                packing,
                buffered,
                packed,
                in -> new UpToFailure(new BZip2CompressorInputStream(in)));
        case XZ ->
            new StrungTogether(
                packing,
                buffered,
                packed,
                in -> new XZCompressorInputStream(in, false, MEMORY_KIB));
        case ZSTD -> new ZstdInput(buffered, packed);
        default -> throw new IllegalArgumentException(packing + " is no compression");
      };
    } catch (RuntimeException e) {
      throw new IOException("The data are damaged: " + e.getMessage(), e);
    }
  }

  /** Opens one file at the place where a stream is, and reads nothing behind it. */
  private interface Opener {
    InputStream open(InputStream in) throws IOException;
  }

  /** Files that were strung together, of which each is read by a decompressor of its own. */
  private static final class StrungTogether extends InputStream {
    /** As many bytes as tell how something is packed. */
    private static final int SIGNATURE = 16;

    private final Packing packing;
    private final PushbackInputStream all;
    private final PackedInput packed;
    private final Opener opener;
    private @Nullable InputStream current;

    StrungTogether(Packing packing, InputStream all, PackedInput packed, Opener opener)
        throws IOException {
      this.packing = packing;
      this.all = new PushbackInputStream(all, SIGNATURE);
      this.packed = packed;
      this.opener = opener;
      this.current = opener.open(this.all);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (current != null) {
        int read = current.read(buffer, offset, length);
        if (read >= 0) {
          return read;
        }
        current = next();
      }
      return -1;
    }

    /** The next file; null if there is none. */
    private @Nullable InputStream next() throws IOException {
      int first = all.read();
      while (first == 0) {
        // Blocks are filled up with zeros.
        first = all.read();
      }
      if (first < 0) {
        return null;
      }
      all.unread(first);
      byte[] signature = all.readNBytes(SIGNATURE);
      all.unread(signature);
      if (Packing.of(signature, signature.length) == packing) {
        return opener.open(all);
      }
      packed.leaveRest();
      return null;
    }
  }

  /** What is no file of zstd, where another may begin, is no damage of those before it. */
  private static final class ZstdInput extends FilterInputStream {
    private final PackedInput packed;

    ZstdInput(InputStream in, PackedInput packed) throws IOException {
      super(new ZstdInputStream(in));
      this.packed = packed;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (ZstdIOException e) {
        if (e.getErrorCode() != Zstd.errPrefixUnknown()) {
          throw e;
        }
        packed.leaveRest();
        return -1;
      }
    }
  }

  /**
   * Java's own reader of gzip, as that of Commons Compress drops the bytes of the read that meets
   * the damage. It takes a failure between two files, and what is no gzip, for the end; here both
   * are told.
   */
  private static final class GzipInput extends GZIPInputStream {
    /** Behind the packed bytes of a file stand their checksum and their length. */
    private static final int TRAILER = 8;

    private final PackedInput packed;

    /** How much of {@link #in} was read when {@link #buf} was last filled. */
    private long filledTo;

    GzipInput(InputStream in, PackedInput packed) throws IOException {
      super(new EndKnown(in), BUFFER);
      this.packed = packed;
    }

    @Override
    protected void fill() throws IOException {
      super.fill();
      filledTo = ((EndKnown) in).count;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read < 0) {
        if (packed.failed()) {
          return packed.read(buffer, offset, length);
        }
        EndKnown all = (EndKnown) in;
        all.transferTo(OutputStream.nullOutputStream());
        if (all.end > filledTo - inf.getRemaining() + TRAILER) {
          packed.leaveRest();
        }
      }
      return read;
    }
  }

  /** Java's reader of gzip asks what is available to know whether another file follows. */
  private static final class EndKnown extends PushbackInputStream {
    /** How many bytes were read. */
    private long count;

    /** How many they are without the zeros behind them, with which blocks are filled up. */
    private long end;

    EndKnown(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      end = read > 0 ? count : end;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      int last = read;
      while (last > 0 && buffer[offset + last - 1] == 0) {
        last--;
      }
      end = last > 0 ? count + last : end;
      count += Math.max(read, 0);
      return read;
    }

    @Override
    public int available() throws IOException {
      int next = super.read();
      if (next < 0) {
        return 0;
      }
      unread(next);
      return 1;
    }
  }

  /** Gives the bytes before a failure, and tells it when it is read on. */
  private static final class UpToFailure extends FilterInputStream {
    private @Nullable IOException failure;

    UpToFailure(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (failure != null) {
        throw failure;
      }
      int read = 0;
      try {
        while (read < length) {
          int next = in.read();
          if (next < 0) {
            break;
          }
          buffer[offset + read] = (byte) next;
          read++;
        }
      } catch (IOException e) {
        failure = e;
      } catch (RuntimeException e) {
        failure = new IOException("The data are damaged: " + e.getMessage(), e);
      }
      if (read == 0 && failure != null) {
        throw failure;
      }
      return read == 0 && length > 0 ? -1 : read;
    }
  }
}
