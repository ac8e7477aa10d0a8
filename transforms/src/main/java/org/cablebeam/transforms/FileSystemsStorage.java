package org.cablebeam.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.cablebeam.transforms.staging.Storage;

/** Files through Beam's file systems: the local disk, or whatever the class path knows. */
public final class FileSystemsStorage implements Storage {
  private static final long serialVersionUID = 1;

  @Override
  public OutputStream create(String path) throws IOException {
    return Channels.newOutputStream(BeamFiles.create(path));
  }

  @Override
  public InputStream open(String path, long offset) throws IOException {
    ReadableByteChannel channel = BeamFiles.open(path);
    // An empty object of a store lets nobody seek, not even to its beginning.
    if (offset == 0) {
      return Channels.newInputStream(channel);
    }
    try {
      if (channel instanceof SeekableByteChannel seekable) {
        seekable.position(offset);
        return Channels.newInputStream(channel);
      }
      InputStream stream = Channels.newInputStream(channel);
      stream.skipNBytes(offset);
      return stream;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    BeamFiles.rename(from, to);
  }
}
