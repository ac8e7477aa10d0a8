package org.cablebeam.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * An object store as Beam sees one, in memory: names with slashes in them, no folders, a renaming
 * that is a copy and a deletion, objects that are there when their channel is closed. It can fail,
 * or die for good, at the Nth operation that changes it. Paths are {@code shelf://bucket/name}.
 */
final class ObjectStore extends FileSystem<ObjectStore.Key> {
  static final String REASON = "The invented store is away";

  private static final ConcurrentSkipListMap<String, Stored> OBJECTS =
      new ConcurrentSkipListMap<>();
  private static final AtomicLong CHANGES = new AtomicLong();
  private static volatile long faultAt = Long.MAX_VALUE;
  private static volatile Fault fault = Fault.NOTHING_DONE;
  private static volatile long clock = 1_000_000;

  /** What an operation that fails has done. */
  enum Fault {
    NOTHING_DONE,
    DONE_BUT_TOLD_AS_FAILED,
    /** As if the process were killed: nothing works from then on. */
    DEAD
  }

  private record Stored(byte[] bytes, long modified) {}

  /** The class that Beam finds. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new ObjectStore());
    }
  }

  static void clear() {
    OBJECTS.clear();
    heal();
  }

  static void heal() {
    faultAt = Long.MAX_VALUE;
    CHANGES.set(0);
  }

  static void failAt(long change, Fault how) {
    heal();
    fault = how;
    faultAt = change;
  }

  static long changes() {
    return CHANGES.get();
  }

  static void pass(long milliseconds) {
    clock += milliseconds;
  }

  static void put(String path, String content) {
    OBJECTS.put(path, new Stored(content.getBytes(StandardCharsets.UTF_8), clock));
  }

  static byte[] get(String path) {
    return OBJECTS.get(path).bytes();
  }

  /** The names that begin with a path, sorted. */
  static List<String> names(String prefix) {
    return OBJECTS.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  private interface Change {
    void make() throws IOException;
  }

  private static void change(Change change) throws IOException {
    long number = CHANGES.incrementAndGet();
    if (number < faultAt) {
      change.make();
      return;
    }
    if (number == faultAt && fault == Fault.DONE_BUT_TOLD_AS_FAILED) {
      change.make();
    }
    if (number == faultAt || fault == Fault.DEAD) {
      throw new IOException(REASON);
    }
    change.make();
  }

  @Override
  protected List<MatchResult> match(List<String> specs) throws IOException {
    if (fault == Fault.DEAD && CHANGES.get() >= faultAt) {
      throw new IOException(REASON);
    }
    return specs.stream().map(ObjectStore::matchOne).toList();
  }

  private static MatchResult matchOne(String spec) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < spec.length(); i++) {
      if (spec.startsWith("**", i)) {
        pattern.append(".*");
        i++;
      } else if (spec.charAt(i) == '*') {
        pattern.append("[^/]*");
      } else {
        pattern.append(Pattern.quote(spec.substring(i, i + 1)));
      }
    }
    Pattern name = Pattern.compile(pattern.toString());
    List<Metadata> found =
        OBJECTS.entrySet().stream()
            .filter(object -> name.matcher(object.getKey()).matches())
            .map(
                object ->
                    Metadata.builder()
                        .setResourceId(new Key(object.getKey()))
                        .setSizeBytes(object.getValue().bytes().length)
                        .setLastModifiedMillis(object.getValue().modified())
                        .setIsReadSeekEfficient(true)
                        .build())
            .toList();
    return found.isEmpty()
        ? MatchResult.create(Status.NOT_FOUND, List.of())
        : MatchResult.create(Status.OK, found);
  }

  @Override
  protected WritableByteChannel create(Key key, CreateOptions options) {
    return Channels.newChannel(
        new ByteArrayOutputStream() {
          private boolean closed;

          @Override
          public void close() throws IOException {
            if (!closed) {
              closed = true;
              change(() -> OBJECTS.put(key.name(), new Stored(toByteArray(), clock)));
            }
          }
        });
  }

  @Override
  protected ReadableByteChannel open(Key key) throws IOException {
    Stored object = OBJECTS.get(key.name());
    if (object == null) {
      throw new FileNotFoundException(key.name());
    }
    return new SeekableInMemoryByteChannel(object.bytes());
  }

  @Override
  protected void copy(List<Key> from, List<Key> to) throws IOException {
    for (int i = 0; i < from.size(); i++) {
      Stored object = OBJECTS.get(from.get(i).name());
      String target = to.get(i).name();
      if (object == null) {
        throw new FileNotFoundException(from.get(i).name());
      }
      change(() -> OBJECTS.put(target, new Stored(object.bytes(), clock)));
    }
  }

  @Override
  protected void rename(List<Key> from, List<Key> to, MoveOptions... options) throws IOException {
    copy(from, to);
    delete(from);
  }

  @Override
  protected void delete(Collection<Key> keys) throws IOException {
    for (Key key : keys) {
      change(() -> OBJECTS.remove(key.name()));
    }
  }

  @Override
  protected Key matchNewResource(String spec, boolean isDirectory) {
    return new Key(isDirectory && !spec.endsWith("/") ? spec + "/" : spec);
  }

  @Override
  protected String getScheme() {
    return "shelf";
  }

  /** The name of an object. */
  record Key(String name) implements ResourceId {
    private static final long serialVersionUID = 1;

    @Override
    public ResourceId resolve(String other, ResolveOptions options) {
      boolean folder = options == StandardResolveOptions.RESOLVE_DIRECTORY;
      return new Key(name + other + (folder && !other.endsWith("/") ? "/" : ""));
    }

    @Override
    public ResourceId getCurrentDirectory() {
      return new Key(name.substring(0, name.lastIndexOf('/') + 1));
    }

    @Override
    public String getScheme() {
      return "shelf";
    }

    @Override
    public String getFilename() {
      return isDirectory() ? null : name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
      return name.endsWith("/");
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
