package org.cablebeam.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.function.BiConsumer;

/**
 * Finds the files on the disk of this machine that an input names. Beam's own matching would look
 * through all that lies beside a file that is not there. Not thread-safe.
 */
final class LocalInputs {
  private final BiConsumer<String, InputListing.Found> sink;
  private long passedOver;

  /**
   * @param sink takes each file by its absolute path
   */
  LocalInputs(BiConsumer<String, InputListing.Found> sink) {
    this.sink = sink;
  }

  /** How many links to folders, pipes and devices were passed over. */
  long passedOver() {
    return passedOver;
  }

  /**
   * Finds the files of one input: a file, a folder with all below it, or a pattern as Java's {@link
   * java.nio.file.FileSystem#getPathMatcher glob} has it, which may name folders as well.
   *
   * @throws FileNotFoundException when nothing has that name
   * @throws IOException when it cannot be looked into, or is a pipe or a device
   */
  void match(String input) throws IOException {
    Path path = Volume.local(input);
    if (Files.isDirectory(path)) {
      folder(path, input);
    } else if (Files.isRegularFile(path)) {
      sink.accept(path.toString(), new InputListing.Found(input, Files.size(path)));
    } else if (Files.exists(path)) {
      // A pipe cannot be read twice, and a device may have no end.
      throw new IOException("it is a pipe or a device; save what it gives to a file");
    } else {
      pattern(input);
    }
  }

  /** All below a folder but hidden files; links to folders are not followed. */
  private void folder(Path folder, String given) throws IOException {
    String prefix = given.endsWith("/") ? given : given + "/";
    walk(
        folder,
        prefix,
        Integer.MAX_VALUE,
        new Wanted() {
          @Override
          public boolean file(Path below) {
            return !isHidden(below);
          }

          @Override
          public Below folder(Path below) {
            return isHidden(below) ? Below.NOTHING : Below.LOOK;
          }
        });
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  /** Looks no deeper than the pattern can reach, from the last folder before its first wildcard. */
  private void pattern(String input) throws IOException {
    String pattern = input.startsWith("file://") ? input.substring("file://".length()) : input;
    int wildcard = firstWildcard(pattern);
    if (wildcard < 0) {
      throw new FileNotFoundException(input);
    }
    String prefix = pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1);
    String rest = pattern.substring(prefix.length());
    Path folder = Volume.local(prefix);
    if (!Files.isDirectory(folder)) {
      throw new FileNotFoundException(input);
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
    int depth =
        rest.contains("**")
            ? Integer.MAX_VALUE
            : 1 + (int) rest.chars().filter(c -> c == '/').count();
    walk(
        folder,
        prefix,
        depth,
        new Wanted() {
          @Override
          public boolean file(Path below) {
            return matcher.matches(below);
          }

          @Override
          public Below folder(Path below) {
            return matcher.matches(below) ? Below.ALL : Below.LOOK;
          }
        });
  }

  private static int firstWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** What is done with a folder. */
  private enum Below {
    /** It is not looked into. */
    NOTHING,
    /** What lies in it is asked for one by one. */
    LOOK,
    /** It is read with all that is below it. */
    ALL
  }

  /** Which files and folders are read, by their paths below where the walk began. */
  private interface Wanted {
    boolean file(Path below);

    Below folder(Path below);
  }

  private void walk(Path root, String prefix, int depth, Wanted wanted) throws IOException {
    // Who names a link to a folder means the folder.
    Path real = root.toRealPath();
    Files.walkFileTree(
        real,
        EnumSet.noneOf(FileVisitOption.class),
        depth,
        new SimpleFileVisitor<Path>() {
          /** A folder that may not be looked into, or is gone by now: the reader says so. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(real)) {
              throw e;
            }
            if (wanted.file(real.relativize(file))) {
              found(file, 0);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            return dir.equals(real) || look(dir)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isDirectory()) {
              // As deep as the pattern reaches.
              look(file);
              return FileVisitResult.CONTINUE;
            }
            if (!wanted.file(real.relativize(file))) {
              return FileVisitResult.CONTINUE;
            }
            boolean link = attributes.isSymbolicLink();
            // A link that leads nowhere may have led to cables: the reader says that it does not.
            boolean broken = link && !Files.exists(file);
            if (broken || attributes.isRegularFile() || (link && Files.isRegularFile(file))) {
              found(file, broken ? 0 : link ? Files.size(file) : attributes.size());
            } else {
              passedOver++;
            }
            return FileVisitResult.CONTINUE;
          }

          private boolean look(Path dir) throws IOException {
            Path below = real.relativize(dir);
            Below what = wanted.folder(below);
            if (what == Below.ALL) {
              LocalInputs.this.folder(root.resolve(below), prefix + below);
            }
            return what == Below.LOOK;
          }

          private void found(Path file, long size) {
            Path below = real.relativize(file);
            sink.accept(
                root.resolve(below).toString(), new InputListing.Found(prefix + below, size));
          }
        });
  }
}
