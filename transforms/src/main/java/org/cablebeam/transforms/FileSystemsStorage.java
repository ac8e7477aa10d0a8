package org.cablebeam.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import org.cablebeam.transforms.staging.Storage;

/** Files through Beam's file systems: the local disk, or whatever the class path knows. */
public final class FileSystemsStorage implements Storage {
  private static final long serialVersionUID = 1;

  @Override
  public OutputStream create(String path) throws IOException {
    return Channels.newOutputStream(BeamFiles.create(path));
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Channels.newInputStream(BeamFiles.open(path));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    BeamFiles.rename(from, to);
  }
}
