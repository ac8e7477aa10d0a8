package org.cablebeam.transforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.cablebeam.transforms.staging.Storage;

/** Files through Beam's file systems: the local disk, or whatever the class path knows. */
public final class FileSystemsStorage implements Storage {
  private static final long serialVersionUID = 1;

  @Override
  public OutputStream create(String path) throws IOException {
    return Channels.newOutputStream(FileSystems.create(resource(path), MimeTypes.BINARY));
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(resource(path)));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    FileSystems.rename(List.of(resource(from)), List.of(resource(to)));
  }

  private static ResourceId resource(String path) {
    return FileSystems.matchNewResource(path, false);
  }
}
