package org.cablebeam.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.util.MimeTypes;
import org.cablebeam.transforms.staging.Storage;

/** Files through Beam's file systems: the local disk, or whatever the class path knows. */
public final class FileSystemsStorage implements Storage {
  private static final long serialVersionUID = 1;

  @Override
  public OutputStream create(String path) throws IOException {
    return Channels.newOutputStream(
        FileSystems.create(FileSystems.matchNewResource(path, false), MimeTypes.BINARY));
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(path, false)));
  }
}
