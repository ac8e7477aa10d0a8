package org.cablebeam.transforms.staging;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.cablebeam.schemas.Sha256;

/** A file that is being written, counted and digested. Not thread-safe. */
public final class OutputFile extends FilterOutputStream {
  private static final int BUFFER = 1 << 18;

  private final String path;
  private final MessageDigest digest = Sha256.digest();
  private long size;

  private OutputFile(String path, OutputStream out) {
    super(out);
    this.path = path;
  }

  public static OutputFile create(Storage storage, String path) throws IOException {
    return new OutputFile(path, new BufferedOutputStream(storage.create(path), BUFFER));
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    size++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
    size += length;
  }

  /** What was written; once, after {@link #close}. */
  public WrittenFile written(long records) {
    return new WrittenFile(path, size, Sha256.hex(digest), records);
  }
}
