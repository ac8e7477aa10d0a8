package org.cablebeam.synthesis;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** What generated files are packed into. */
public enum Packing {
  /** Nothing. */
  NONE("none"),
  /** One zip archive. */
  ZIP("zip"),
  /** One tar archive, gzipped. */
  TAR_GZ("tar.gz"),
  /** Each file gzipped. */
  GZ("gz"),
  /** Each file compressed by zstd. */
  ZST("zst");

  private static final int BUFFER = 1 << 16;

  private final String option;

  Packing(String option) {
    this.option = option;
  }

  /** The name on the command line. */
  String option() {
    return option;
  }

  /** Whether a file's size must be known before it is written, so that huge files are cut. */
  boolean buffersFiles() {
    return this == TAR_GZ;
  }

  /** Where files go. */
  public interface Store extends Closeable {
    /** A new file; it is there when the stream is closed. One is open at a time. */
    OutputStream file(String name) throws IOException;
  }

  /** A store in a folder that exists. */
  public Store in(Path folder) throws IOException {
    return switch (this) {
      case NONE -> new Folder(folder, "");
      case GZ -> new Folder(folder, ".gz");
      case ZST -> new Folder(folder, ".zst");
      case ZIP -> new Zip(stream(folder.resolve("cables.zip")));
      case TAR_GZ -> new Tar(stream(folder.resolve("cables.tar.gz")));
    };
  }

  private static OutputStream stream(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
  }

  private record Folder(Path folder, String suffix) implements Store {
    @Override
    public OutputStream file(String name) throws IOException {
      Path file = folder.resolve(name + suffix);
      Files.createDirectories(file.getParent());
      OutputStream plain = stream(file);
      return switch (suffix) {
        case ".gz" -> new GZIPOutputStream(plain, BUFFER);
        case ".zst" -> new ZstdOutputStream(plain);
        default -> plain;
      };
    }

    @Override
    public void close() {}
  }

  private static final class Zip implements Store {
    private final ZipOutputStream zip;

    Zip(OutputStream out) {
      this.zip = new ZipOutputStream(out);
    }

    @Override
    public OutputStream file(String name) throws IOException {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(LocalDateTime.of(2011, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          zip.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          zip.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
          zip.closeEntry();
        }
      };
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }

  private static final class Tar implements Store {
    private final TarArchiveOutputStream tar;

    Tar(OutputStream out) throws IOException {
      this.tar = new TarArchiveOutputStream(new GZIPOutputStream(out, BUFFER), "UTF-8");
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    @Override
    public OutputStream file(String name) {
      return new ByteArrayOutputStream() {
        @Override
        public void close() throws IOException {
          TarArchiveEntry entry = new TarArchiveEntry(name);
          entry.setModTime(0L);
          entry.setSize(size());
          tar.putArchiveEntry(entry);
          writeTo(tar);
          tar.closeArchiveEntry();
        }
      };
    }

    @Override
    public void close() throws IOException {
      tar.close();
    }
  }
}
