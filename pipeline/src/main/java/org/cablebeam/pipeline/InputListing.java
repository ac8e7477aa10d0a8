package org.cablebeam.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.cablebeam.transforms.source.EntrySelection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that inputs name: files, folders with all that is below them but hidden files,
 * and patterns. Results that lie in an input, of the run before, are no input. One thread lists;
 * {@link #progress} may be asked by another.
 */
final class InputListing {
  private final @Nullable String output;
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private long results;
  private long passedOver;
  private volatile String doing = "listing input";

  /**
   * @param output the folder where the results will stand; null if there is none
   */
  InputListing(@Nullable String output) {
    this.output =
        output == null || !Volume.isLocal(output) ? output : Volume.local(output).toString();
  }

  /**
   * A file to be read.
   *
   * @param uri what records call it
   * @param size in bytes
   * @param entries what is read of it
   */
  record Found(String uri, long size, EntrySelection entries) {
    Found(String uri, long size) {
      this(uri, size, EntrySelection.ALL);
    }
  }

  /** How far it is, for people, in no more than so many columns. */
  String progress(int columns) {
    String line =
        String.format(
            Locale.ROOT, "%s, %,d files, %,d MB", doing, files.get(), bytes.get() / 1_000_000);
    return line.substring(0, Math.min(line.length(), columns));
  }

  /** Says that something else is done with the files now. */
  void nowDoing(String what) {
    doing = what;
  }

  /** How many files were passed over because they are results of an earlier run in the output. */
  long results() {
    return results;
  }

  /** How many links to folders, pipes and devices were passed over. */
  long passedOver() {
    return passedOver;
  }

  /**
   * Lists.
   *
   * @return the files by path, sorted
   * @throws UsageException when one of the inputs matches nothing
   */
  NavigableMap<String, Found> list(List<String> inputs) throws UsageException {
    NavigableMap<String, Found> found = new TreeMap<>();
    for (String input : inputs) {
      if (input.isBlank()) {
        continue;
      }
      Map<String, Found> matching = match(input);
      passOverResults(input, matching);
      if (matching.isEmpty()) {
        throw new UsageException(ExitCode.USAGE, "No file matches --input=" + input + ".");
      }
      matching.forEach(found::putIfAbsent);
    }
    if (found.isEmpty()) {
      throw new UsageException(ExitCode.USAGE, "--input names no file.");
    }
    return found;
  }

  private void passOverResults(String input, Map<String, Found> matching) {
    if (output == null) {
      return;
    }
    String folder = output.endsWith("/") ? output : output + "/";
    String named = Volume.isLocal(input) ? absolute(input) : input;
    // Who names the results themselves wants them read, such as rejects.
    if (!(named + "/").startsWith(folder)) {
      int before = matching.size();
      matching.keySet().removeIf(path -> path.startsWith(folder));
      results += before - matching.size();
    }
  }

  private static String absolute(String input) {
    // A pattern need not be a path, but what it says before its first wildcard is.
    return input.startsWith("/") || input.startsWith("file://")
        ? input
        : Path.of("").toAbsolutePath() + "/" + input;
  }

  private Map<String, Found> match(String input) throws UsageException {
    Map<String, Found> matching = new HashMap<>();
    try {
      if (Volume.isLocal(input)) {
        matchLocal(input, matching);
      } else {
        matchRemote(RemoteVolume.of(input), input, matching);
      }
      return matching;
    } catch (FileNotFoundException e) {
      return matching;
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          ExitCode.USAGE, "Cannot list --input=" + input + ": " + Failure.reason(e) + ".");
    }
  }

  private void add(String path, Found file, Map<String, Found> matching) {
    if (matching.put(path, file) == null) {
      files.incrementAndGet();
      bytes.addAndGet(file.size());
    }
  }

  private void matchLocal(String input, Map<String, Found> matching) throws IOException {
    Path path = Volume.local(input);
    if (Files.isDirectory(path)) {
      walk(path, input.endsWith("/") ? input : input + "/", matching);
    } else if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A pipe cannot be read twice, and a device may have no end.
      throw new IOException("it is a pipe or a device; save what it gives to a file");
    } else if (Files.exists(path)) {
      add(path.toString(), new Found(input, Files.size(path)), matching);
    } else {
      String here = Path.of("").toAbsolutePath() + "/";
      MatchResult result = FileSystems.match(input, EmptyMatchTreatment.ALLOW);
      for (Metadata entry : result.metadata()) {
        if (!entry.resourceId().isDirectory()) {
          String file = entry.resourceId().toString();
          // A file that a pattern matched is relative where the pattern was.
          boolean relative = !input.startsWith("/") && file.startsWith(here);
          String uri = relative ? file.substring(here.length()) : file;
          add(file, new Found(uri, entry.sizeBytes()), matching);
        }
      }
    }
  }

  /** All below a folder of the local disk but hidden files; links to folders are not followed. */
  private void walk(Path folder, String given, Map<String, Found> matching) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          /** A folder that may not be looked into, or is gone by now: the reader says so. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
              throw e;
            }
            add(file.toString(), new Found(given + folder.relativize(file), 0), matching);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(folder) && isHidden(dir)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (isHidden(file)) {
              return FileVisitResult.CONTINUE;
            }
            boolean link = attributes.isSymbolicLink();
            // A link that leads nowhere may have led to cables: the reader says that it does not.
            boolean broken = link && !Files.exists(file);
            if (broken || attributes.isRegularFile() || (link && Files.isRegularFile(file))) {
              long size = broken ? 0 : link ? Files.size(file) : attributes.size();
              add(file.toString(), new Found(given + folder.relativize(file), size), matching);
            } else {
              passedOver++;
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private void matchRemote(RemoteVolume volume, String input, Map<String, Found> matching)
      throws IOException {
    String pattern = input;
    if (volume.hasFolders() && pattern.contains("**")) {
      if (pattern.indexOf("**") != pattern.length() - 2 || !pattern.endsWith("/**")) {
        throw new IOException("** stands for nothing but all below a folder here: name the folder");
      }
      pattern = pattern.substring(0, pattern.length() - 3);
    }
    for (Metadata entry : volume.match(pattern)) {
      if (volume.isFolder(entry)) {
        walk(volume, entry.resourceId() + "/", matching);
      } else if (!entry.resourceId().isDirectory()) {
        add(entry, matching);
      }
    }
    if (matching.isEmpty() && !volume.hasFolders() && !FileSystems.hasGlobWildcard(input)) {
      walk(volume, input.endsWith("/") ? input : input + "/", matching);
    }
  }

  private void walk(RemoteVolume volume, String folder, Map<String, Found> matching)
      throws IOException {
    volume.walk(
        folder,
        entry -> {
          String below = volume.relative(entry.resourceId(), folder);
          if (!below.startsWith(".") && !below.contains("/.")) {
            add(entry, matching);
          }
        },
        inner -> {});
  }

  private void add(Metadata entry, Map<String, Found> matching) {
    String path = entry.resourceId().toString();
    add(path, new Found(path, entry.sizeBytes()), matching);
  }
}
