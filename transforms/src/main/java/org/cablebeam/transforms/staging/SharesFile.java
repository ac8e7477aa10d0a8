package org.cablebeam.transforms.staging;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/**
 * Stages what will be looked at together with what others have of the same share: sections of one
 * cable, copies of one id, mentions of one name. Only where it lies goes through the shuffle, for
 * the Direct Runner holds that in memory and copies it for each bundle that adds to it. The file is
 * made when something is added. Not thread-safe; not complete before {@link #close}.
 */
public final class SharesFile implements Closeable {
  /** Held in memory at most before it is written, in bytes. */
  private static final int FULL = 16 << 20;

  private final Storage storage;
  private final String path;
  private final Map<Integer, Open> open = new TreeMap<>();
  private final Map<Integer, List<StagedShare>> written = new TreeMap<>();
  private @Nullable OutputStream out;
  private long offset;
  private long held;

  /**
   * Stages to a file.
   *
   * @param path no other attempt may have it
   */
  public SharesFile(Storage storage, String path) {
    this.storage = storage;
    this.path = path;
  }

  /** Adds an item to a share, behind those that are there. */
  public void add(int share, byte[] item) throws IOException {
    Open to = open.computeIfAbsent(share, absent -> new Open());
    to.data.writeInt(item.length);
    to.data.write(item);
    held += item.length;
    if (held >= FULL) {
      write();
    }
  }

  private void write() throws IOException {
    if (out == null) {
      out = new BufferedOutputStream(storage.create(path), 1 << 16);
    }
    for (Map.Entry<Integer, Open> share : open.entrySet()) {
      byte[] compressed = Snappy.compress(share.getValue().bytes.toByteArray());
      out.write(compressed);
      written
          .computeIfAbsent(share.getKey(), absent -> new ArrayList<>())
          .add(new StagedShare(path, offset, compressed.length));
      offset += compressed.length;
    }
    open.clear();
    held = 0;
  }

  /** By share, where its stretches lie; after {@link #close} only. */
  public Map<Integer, List<StagedShare>> shares() {
    return written;
  }

  @Override
  public void close() throws IOException {
    try {
      if (!open.isEmpty()) {
        write();
      }
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  /** What was added to a share and is not yet written. */
  private static final class Open {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final DataOutputStream data = new DataOutputStream(bytes);
  }
}
