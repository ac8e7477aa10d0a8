package org.cablebeam.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the output folder appear at once. A run writes to a folder beside it, {@code
 * .OUT.staging-RUN}; publishing renames that to OUT, which the file system does as one act. With
 * {@code --overwrite} the old folder is first renamed to {@code .OUT.previous-RUN} and deleted when
 * the new one stands.
 *
 * <p>Whatever moment the process is killed at, OUT is the old result, none, or the new one, never a
 * mixture; where none is left and the old one is still there, the next run puts it back. A lock on
 * {@code .OUT.lock} keeps two runs apart; the operating system frees it when a process dies.
 */
final class Publication implements Closeable {
  private final Path output;
  private final Path staging;
  private final Path previous;
  private final Path lockFile;
  private final FileChannel lockChannel;
  private final FileLock lock;

  private Publication(
      Path output,
      Path staging,
      Path previous,
      Path lockFile,
      FileChannel lockChannel,
      FileLock lock) {
    this.output = output;
    this.staging = staging;
    this.previous = previous;
    this.lockFile = lockFile;
    this.lockChannel = lockChannel;
    this.lock = lock;
  }

  /**
   * Takes the output folder for a run, and clears what killed runs left.
   *
   * @param run names the run; no other run may have it
   * @throws UsageException when the folder holds results and may not be replaced, holds something
   *     else, or is being written by another run
   */
  static Publication open(String folder, boolean overwrite, String run) throws UsageException {
    Path output = Path.of(folder).toAbsolutePath().normalize();
    Path parent = output.getParent();
    Path name = output.getFileName();
    if (parent == null || name == null) {
      throw new UsageException(ExitCode.USAGE, "--output=" + folder + " is no folder to write.");
    }
    try {
      Files.createDirectories(parent);
      Path lockFile = parent.resolve("." + name + ".lock");
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new UsageException(
            ExitCode.OUTPUT_EXISTS, "Another run is writing " + folder + "; wait for it to end.");
      }
      Publication publication =
          new Publication(
              output,
              parent.resolve("." + name + ".staging-" + run),
              parent.resolve("." + name + ".previous-" + run),
              lockFile,
              channel,
              lock);
      try {
        publication.recover(parent, name.toString());
        publication.check(folder, overwrite);
        Files.createDirectory(publication.staging);
      } catch (IOException | UsageException | RuntimeException e) {
        publication.close();
        throw e;
      }
      return publication;
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          ExitCode.USAGE, "Cannot write --output=" + folder + ": " + e.getFile() + " is a file.");
    } catch (IOException e) {
      throw new UsageException(
          ExitCode.FAILED, "Cannot write --output=" + folder + ": " + Failure.reason(e) + ".");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Puts back an old result whose place is empty, and deletes what else killed runs left. */
  private void recover(Path parent, String name) throws IOException {
    List<Path> previous = new ArrayList<>();
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent)) {
      for (Path sibling : siblings) {
        String file = String.valueOf(sibling.getFileName());
        if (file.startsWith("." + name + ".previous-")) {
          previous.add(sibling);
        } else if (file.startsWith("." + name + ".staging-")) {
          left.add(sibling);
        }
      }
    }
    for (Path old : previous) {
      if (!Files.exists(output) && Files.exists(old.resolve("_SUCCESS"))) {
        Files.move(old, output, StandardCopyOption.ATOMIC_MOVE);
      } else {
        delete(old);
      }
    }
    for (Path old : left) {
      delete(old);
    }
  }

  private void check(String folder, boolean overwrite) throws IOException, UsageException {
    if (!Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(output)) {
      throw new UsageException(ExitCode.OUTPUT_EXISTS, "--output=" + folder + " is a file.");
    }
    if (isEmpty(output)) {
      return;
    }
    if (!Files.exists(output.resolve("_SUCCESS")) && !Files.exists(output.resolve("run.json"))) {
      throw new UsageException(
          ExitCode.OUTPUT_EXISTS,
          "--output=" + folder + " holds files that are no results; choose another folder.");
    }
    if (!overwrite) {
      throw new UsageException(
          ExitCode.OUTPUT_EXISTS,
          "--output=" + folder + " holds results; add --overwrite to replace them.");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Where the run writes. */
  OutputLayout staging() {
    return new OutputLayout(staging.toString());
  }

  /**
   * Publishes what was staged. {@code _SUCCESS} is written last of all that is in the folder, and
   * the folder appears as a whole. What it replaces stays beside it until {@link #forget}.
   *
   * @throws IOException when nothing was published; an old result stands where it stood
   */
  void publish() throws IOException {
    delete(Path.of(staging().parts()));
    Files.deleteIfExists(Path.of(staging().files()));
    Files.writeString(Path.of(staging().success()), "");
    if (Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(output, previous, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(staging, output, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(previous) && Files.notExists(output, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(previous, output, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /** Deletes the result that was replaced; where that fails, the next run does it. */
  void forget() throws IOException {
    delete(previous);
  }

  /** Deletes a folder and what is in it; follows no links. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
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

  /** Gives the output folder free; a staging folder that was not published stays for a look. */
  @Override
  public void close() {
    // The file goes while the lock is held: another run may take it the moment it is free. Where it
    // cannot be deleted it stays and does no harm; the next run locks it again.
    lockFile.toFile().delete();
    try (lockChannel) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
