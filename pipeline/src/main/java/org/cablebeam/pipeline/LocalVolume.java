package org.cablebeam.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The disk of this machine. A lock is the operating system's, which frees it when a process dies.
 */
final class LocalVolume implements Volume {
  /** A lock is got at once or not at all, but for a file that another run deletes meanwhile. */
  private static final int ATTEMPTS = 100;

  @Override
  public Place place(String folder) throws IOException, UsageException {
    Path path = Volume.local(folder);
    if (Files.isSymbolicLink(path) && Files.exists(path)) {
      // The results lie where the link points to, and so does what is written beside them.
      path = path.toRealPath();
    }
    Path parent = path.getParent();
    Path name = path.getFileName();
    if (parent == null || name == null) {
      throw new UsageException(ExitCode.USAGE, "--output=" + folder + " is no folder to write.");
    }
    String above = parent.toString();
    return new Place(above.endsWith("/") ? above : above + "/", name.toString());
  }

  @Override
  public Commit commit(Place place, String run) {
    return new RenamingCommit(this, place, run);
  }

  @Override
  public Content content(String folder) throws IOException {
    Path path = Path.of(folder);
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Content.NOTHING;
    }
    if (!Files.isDirectory(path)) {
      return Content.FILE;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty() ? Content.EMPTY_FOLDER : Content.FILES;
    }
  }

  @Override
  public boolean exists(String file) {
    return Files.exists(Path.of(file));
  }

  @Override
  public List<String> folders(String parent, String prefix) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(Path.of(parent))) {
      for (Path child : children) {
        String name = String.valueOf(child.getFileName());
        if (name.startsWith(prefix)) {
          names.add(name);
        }
      }
    }
    names.sort(null);
    return names;
  }

  @Override
  public void create(String folder) throws IOException {
    Files.createDirectory(Path.of(folder));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(Path.of(from), Path.of(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String file) throws IOException {
    Files.deleteIfExists(Path.of(file));
  }

  @Override
  public void deleteFolder(String folder) throws IOException {
    Path root = Path.of(folder);
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public Lock lock(Place place, String run) throws IOException, LockedException {
    Path parent = Path.of(place.parent());
    Deque<Path> made = new ArrayDeque<>();
    for (Path above = parent; above != null && !Files.exists(above); above = above.getParent()) {
      made.addLast(above);
    }
    Files.createDirectories(parent);
    Path file = parent.resolve("." + place.name() + ".lock");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      LocalLock lock = tryLock(file, made);
      if (lock != null) {
        return lock;
      }
    }
    throw new IOException(file + " is deleted again and again");
  }

  /** The lock; null where the file is another one by now. */
  private static @Nullable LocalLock tryLock(Path file, Deque<Path> made)
      throws IOException, LockedException {
    if (!Files.exists(file)) {
      make(file);
    }
    Object before = key(file);
    boolean held = false;
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      }
      if (lock == null) {
        throw new LockedException("; wait for it to end.");
      }
      // The run that had the lock may have deleted the file after it was opened here: then this is
      // a lock on nothing. The file is not opened to tell: closing it would release the lock.
      held = before != null && before.equals(key(file));
      return held ? new LocalLock(file, channel, made) : null;
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  /** Of a folder where that is not allowed the folder is told: nobody knows of the file. */
  private static void make(Path file) throws IOException {
    try {
      FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
    } catch (AccessDeniedException | NoSuchFileException e) {
      throw new FileSystemException(
          String.valueOf(file.getParent()), null, "no file can be made in this folder");
    }
  }

  /** What tells a file from another of the same name; null if there is none. */
  private static @Nullable Object key(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return key == null ? file : key;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private record LocalLock(Path file, FileChannel channel, Deque<Path> made) implements Lock {
    @Override
    public void check() {
      // Nobody else gets it while this process lives.
    }

    @Override
    public void close() throws IOException {
      // The file goes while the lock is held: another run may take it the moment it is free. Where
      // it cannot be deleted it stays and does no harm; the next run locks it again.
      file.toFile().delete();
      channel.close();
      // Folders that were made for a run that did not even begin go again.
      for (Path folder : made) {
        if (!folder.toFile().delete()) {
          break;
        }
      }
    }
  }
}
