package org.cablebeam.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.cablebeam.transforms.BeamFiles;
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
   * @param allowEmpty whether a folder or a pattern may give nothing
   * @return the files by path, sorted
   * @throws UsageException when one of the inputs is not there, or gives nothing
   */
  NavigableMap<String, Found> list(List<String> inputs, boolean allowEmpty) throws UsageException {
    NavigableMap<String, Found> found = new TreeMap<>();
    for (String input : inputs) {
      if (input.isBlank()) {
        continue;
      }
      Map<String, Found> matching = match(input);
      passOverResults(input, matching);
      if (matching.isEmpty() && !allowEmpty) {
        throw noFile(input);
      }
      matching.forEach(found::putIfAbsent);
    }
    if (found.isEmpty() && !allowEmpty) {
      throw new UsageException(ExitCode.USAGE, "--input names no file.");
    }
    return found;
  }

  private static UsageException noFile(String input) {
    return new UsageException(ExitCode.USAGE, "No file matches --input=" + input + ".");
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
        LocalInputs local = new LocalInputs((path, file) -> add(path, file, matching));
        local.match(input);
        passedOver += local.passedOver();
      } else {
        matchRemote(RemoteVolume.of(input), input, matching);
      }
      return matching;
    } catch (FileNotFoundException e) {
      throw noFile(input);
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

  private void matchRemote(RemoteVolume volume, String input, Map<String, Found> matching)
      throws IOException {
    String pattern = input;
    if (volume.hasFolders() && pattern.contains("**")) {
      if (pattern.indexOf("**") != pattern.length() - 2 || !pattern.endsWith("/**")) {
        throw new IOException("** stands for nothing but all below a folder here: name the folder");
      }
      pattern = pattern.substring(0, pattern.length() - 3);
    }
    for (Metadata entry : BeamFiles.match(pattern)) {
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
