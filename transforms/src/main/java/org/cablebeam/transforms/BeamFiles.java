package org.cablebeam.transforms;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * The one door to files: Beam's file systems by path or URI. Those of object stores let through
 * what the client of the store throws, such as that a bucket is missing or access denied; here
 * whatever fails is an {@link IOException}, and only a path that is none an {@link
 * IllegalArgumentException}. Thread-safe; the channels are not.
 */
public final class BeamFiles {
  private BeamFiles() {}

  /** Makes a file, or replaces it. */
  public static WritableByteChannel create(String path) throws IOException {
    WritableByteChannel channel = guard(() -> FileSystems.create(resource(path), MimeTypes.BINARY));
    return channel instanceof FileChannel ? channel : new Written(channel);
  }

  /** Opens a file to read; where the file system can seek, the channel is seekable. */
  public static ReadableByteChannel open(String path) throws IOException {
    return open(resource(path));
  }

  /** The same of what was listed. */
  public static ReadableByteChannel open(ResourceId file) throws IOException {
    ReadableByteChannel channel = guard(() -> FileSystems.open(file));
    if (channel instanceof FileChannel) {
      return channel;
    }
    return channel instanceof SeekableByteChannel seekable
        ? new Sought(seekable)
        : new Read<>(channel);
  }

  /** What matches a path or pattern; nothing is no error. */
  public static List<Metadata> match(String pattern) throws IOException {
    return guard(
        () -> {
          MatchResult result = FileSystems.match(pattern, EmptyMatchTreatment.ALLOW);
          return result.status() == MatchResult.Status.NOT_FOUND ? List.of() : result.metadata();
        });
  }

  /**
   * The length of a file in bytes.
   *
   * @throws FileNotFoundException when there is none
   */
  public static long size(String path) throws IOException {
    List<Metadata> found = match(path);
    if (found.isEmpty()) {
      throw new FileNotFoundException(path + " does not exist");
    }
    return found.get(0).sizeBytes();
  }

  public static void rename(String from, String to) throws IOException {
    act(() -> FileSystems.rename(List.of(resource(from)), List.of(resource(to))));
  }

  /** Copies files, each to the path at the same place of the other list. */
  public static void copy(List<String> from, List<String> to) throws IOException {
    act(
        () ->
            FileSystems.copy(
                from.stream().map(BeamFiles::resource).toList(),
                to.stream().map(BeamFiles::resource).toList()));
  }

  /** Deletes files; in file systems that have them, also empty folders. */
  public static void delete(List<ResourceId> files) throws IOException {
    act(() -> FileSystems.delete(files));
  }

  /** A file, whether it exists or not. */
  public static ResourceId resource(String path) {
    return FileSystems.matchNewResource(path, false);
  }

  private interface Access<T> {
    T call() throws IOException;
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void act(Action action) throws IOException {
    guard(
        () -> {
          action.run();
          return true;
        });
  }

  private static <T> T guard(Access<T> access) throws IOException {
    try {
      return access.call();
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  private abstract static class Guarded<C extends Channel> implements Channel {
    final C channel;

    Guarded(C channel) {
      this.channel = channel;
    }

    @Override
    public final boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public final void close() throws IOException {
      act(channel::close);
    }
  }

  private static class Read<C extends ReadableByteChannel> extends Guarded<C>
      implements ReadableByteChannel {
    Read(C channel) {
      super(channel);
    }

    @Override
    public final int read(ByteBuffer into) throws IOException {
      return guard(() -> channel.read(into));
    }
  }

  private static final class Sought extends Read<SeekableByteChannel>
      implements SeekableByteChannel {
    Sought(SeekableByteChannel channel) {
      super(channel);
    }

    @Override
    public long position() throws IOException {
      return guard(channel::position);
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      guard(() -> channel.position(position));
      return this;
    }

    @Override
    public long size() throws IOException {
      return guard(channel::size);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      return guard(() -> channel.write(from));
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      guard(() -> channel.truncate(size));
      return this;
    }
  }

  private static final class Written extends Guarded<WritableByteChannel>
      implements WritableByteChannel {
    Written(WritableByteChannel channel) {
      super(channel);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      return guard(() -> channel.write(from));
    }
  }
}
