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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

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
    Predicate<Path> visible = below -> !isHidden(below);
    new Walk(folder, prefix, visible, visible).begin(Integer.MAX_VALUE);
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
    List<Path> whole = new ArrayList<>();
    Predicate<Path> open = below -> !(matcher.matches(below) && whole.add(below));
    new Walk(folder, prefix, matcher::matches, open).begin(depth);
    // A folder that the pattern names is read with all that is below it.
    for (Path below : whole) {
      folder(folder.resolve(below), prefix + below);
    }
  }

  private static int firstWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Gives files below a folder to the sink. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path real;
    private final String prefix;
    private final Predicate<Path> wanted;
    private final Predicate<Path> open;

    /**
     * @param root who names a link to a folder means the folder
     * @param prefix what an input's name has before its path below the folder
     * @param wanted which files are taken, by their paths below the folder
     * @param open which folders are looked into, likewise
     */
    Walk(Path root, String prefix, Predicate<Path> wanted, Predicate<Path> open)
        throws IOException {
      this.root = root;
      this.real = root.toRealPath();
      this.prefix = prefix;
      this.wanted = wanted;
      this.open = open;
    }

    void begin(int depth) throws IOException {
      Files.walkFileTree(real, EnumSet.noneOf(FileVisitOption.class), depth, this);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      return dir.equals(real) || open.test(real.relativize(dir))
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path below = real.relativize(file);
      if (attributes.isDirectory()) {
        // As deep as the walk goes.
        return preVisitDirectory(file, attributes);
      }
      if (wanted.test(below)) {
        boolean link = attributes.isSymbolicLink();
        // A link that leads nowhere may have led to cables: the reader says that it does not.
        boolean broken = link && !Files.exists(file);
        if (broken || attributes.isRegularFile() || (link && Files.isRegularFile(file))) {
          found(below, broken ? 0 : link ? Files.size(file) : attributes.size());
        } else {
          passedOver++;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    /** A folder that may not be looked into, or is gone by now: the reader says so. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(real)) {
        throw e;
      }
      Path below = real.relativize(file);
      if (wanted.test(below)) {
        found(below, 0);
      }
      return FileVisitResult.CONTINUE;
    }

    private void found(Path below, long size) {
      sink.accept(root.resolve(below).toString(), new InputListing.Found(prefix + below, size));
    }
  }
}
