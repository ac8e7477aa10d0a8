package org.cablebeam.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.transforms.source.EntrySelection;
import org.cablebeam.transforms.source.InputReader;
import org.cablebeam.transforms.source.InputSplit;
import org.cablebeam.transforms.source.InputSplit.Input;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.jspecify.annotations.Nullable;

/**
 * The files of a run, and how they are dealt to workers: small ones together, big ones by ranges
 * where their form allows it. Sorted by URI, so that the same input gives the same plan.
 *
 * @param files how many files
 * @param bytes their size together
 * @param splits shares of about {@link #SPLIT_BYTES}
 * @param previous what is taken over in place of reading; null for nothing
 */
record InputPlan(long files, long bytes, List<InputSplit> splits, @Nullable PreviousRun previous) {
  /** Large enough that the cost of a step per split is nothing, small enough to share out. */
  static final long SPLIT_BYTES = 16L << 20;

  /** The cost of opening a file, in bytes read: a split may not hold too many files either. */
  private static final long FILE_COST = 4 << 10;

  /**
   * Lists what a run is asked to read.
   *
   * @throws UsageException when that is not there
   */
  static InputPlan of(CableOptions options, Storage storage) throws UsageException {
    InputReader reader = new InputReader(CommandLine.limits(options));
    String retry = options.getRetry();
    if (retry == null) {
      return deal(list(options.getInput()), reader, options, storage);
    }
    if (options.getOutput() != null && path(retry).equals(path(options.getOutput()))) {
      throw new UsageException(
          ExitCode.USAGE,
          "--output=" + retry + " would replace what --retry reads; choose another folder.");
    }
    return ofFailed(retry, storage, reader);
  }

  /** How many files are read, and not taken over. */
  long filesToRead() {
    return previous == null ? files : files - previous.unchanged().size();
  }

  /**
   * Lists the input.
   *
   * @param inputs files, folders and patterns
   * @throws UsageException when one of them matches nothing
   */
  static InputPlan of(List<String> inputs, InputReader reader) throws UsageException {
    return deal(list(inputs), reader, null);
  }

  private static TreeMap<String, Found> list(List<String> inputs) throws UsageException {
    TreeMap<String, Found> found = new TreeMap<>();
    for (String input : inputs) {
      if (input.isBlank()) {
        continue;
      }
      Map<String, Found> files = match(input);
      files.forEach(found::putIfAbsent);
      if (files.isEmpty()) {
        throw new UsageException(ExitCode.USAGE, "No file matches --input=" + input + ".");
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(ExitCode.USAGE, "--input names no file.");
    }
    return found;
  }

  /**
   * Lists what a run could not read, by its ledger: files that it read in part or not at all, and
   * such entries of archives. Of an archive that could itself not be read to its end every entry is
   * listed.
   *
   * @param results the folder of that run
   * @return no files when all could be read
   * @throws UsageException when there is no ledger
   */
  static InputPlan ofFailed(String results, Storage storage, InputReader reader)
      throws UsageException {
    String ledger = new OutputLayout(results).ledger("avro");
    TreeMap<String, Found> found = new TreeMap<>();
    try {
      List<String> failed = new ArrayList<>();
      Set<String> outer = new HashSet<>();
      eachRow(
          storage,
          ledger,
          row -> {
            if (row.getStatus().equals("FAILED") || row.getStatus().equals("PARTIAL")) {
              failed.add(row.getUri());
              enclosing(row.getUri()).forEach(outer::add);
            }
          });
      // A folder's name may end like that of an archive: only what has a row is one.
      Set<String> archives = new HashSet<>();
      eachRow(
          storage,
          ledger,
          row -> {
            if (outer.contains(row.getUri())) {
              archives.add(row.getUri());
            }
          });
      TreeMap<String, Set<String>> entries = new TreeMap<>();
      for (String uri : failed) {
        String file = enclosing(uri).filter(archives::contains).findFirst().orElse(uri);
        entries.computeIfAbsent(file, key -> new TreeSet<>()).add(uri);
      }
      for (var file : entries.entrySet()) {
        boolean all = file.getValue().contains(file.getKey());
        EntrySelection some = all ? EntrySelection.ALL : EntrySelection.of(file.getValue());
        String path = path(file.getKey());
        found.put(path, new Found(file.getKey(), size(path), some));
      }
    } catch (IOException | AvroRuntimeException e) {
      throw new UsageException(
          ExitCode.USAGE,
          "--retry=" + results + " is no folder of results: " + Failure.reason(e) + ".");
    }
    return deal(found, reader, null);
  }

  private static void eachRow(Storage storage, String ledger, Consumer<LedgerEntry> take)
      throws IOException {
    try (DataFileStream<LedgerEntry> rows =
        RecordFile.open(storage, ledger, LedgerEntry.getClassSchema())) {
      rows.forEach(take);
    }
  }

  /** What may be the file or archive in which an entry lies, the outermost first. */
  static Stream<String> enclosing(String uri) {
    return Stream.iterate(
            uri.indexOf(EntrySelection.ENTRY),
            at -> at >= 0,
            at -> uri.indexOf(EntrySelection.ENTRY, at + 1))
        .map(at -> uri.substring(0, at));
  }

  private static String path(String uri) {
    return uri.contains("://") ? uri : Path.of(uri).toAbsolutePath().normalize().toString();
  }

  /** The size of a file; 0 where it is gone, which the reader will say. */
  private static long size(String path) {
    try {
      return FileSystems.matchSingleFileSpec(path).sizeBytes();
    } catch (IOException e) {
      return 0;
    }
  }

  private static InputPlan deal(
      TreeMap<String, Found> found, InputReader reader, CableOptions options, Storage storage) {
    if (options.getPrevious() == null) {
      return deal(found, reader, null);
    }
    Map<String, PreviousRun.InputFile> files = new HashMap<>();
    found.forEach(
        (path, file) -> files.put(file.uri(), new PreviousRun.InputFile(path, file.size())));
    return deal(found, reader, PreviousRun.of(options.getPrevious(), options, storage, files));
  }

  private static InputPlan deal(
      TreeMap<String, Found> found, InputReader reader, @Nullable PreviousRun previous) {
    Splits splits = new Splits();
    long bytes = 0;
    for (var file : found.entrySet()) {
      String path = file.getKey();
      String uri = file.getValue().uri();
      long size = file.getValue().size();
      bytes += size;
      if (previous != null && previous.unchanged().contains(uri)) {
        continue;
      }
      if (size > SPLIT_BYTES * 3 / 2 && splittable(path, reader)) {
        long ranges = (size + SPLIT_BYTES - 1) / SPLIT_BYTES;
        for (long range = 0; range < ranges; range++) {
          splits.add(
              Input.range(path, uri, range * size / ranges, (range + 1) * size / ranges),
              SPLIT_BYTES);
        }
      } else {
        splits.add(Input.some(path, uri, file.getValue().entries()), size + FILE_COST);
      }
    }
    return new InputPlan(found.size(), bytes, splits.finish(), previous);
  }

  /** The files that an input names, by path. */
  private static Map<String, Found> match(String input) throws UsageException {
    Map<String, Found> files = new HashMap<>();
    try {
      Path local = input.contains("://") ? null : Path.of(input).toAbsolutePath().normalize();
      if (local != null && Files.isDirectory(local)) {
        walk(local, input.endsWith("/") ? input : input + "/", files);
        return files;
      }
      if (local != null && Files.exists(local)) {
        files.put(local.toString(), new Found(input, Files.size(local)));
        return files;
      }
      list(input, files);
      if (files.isEmpty() && local == null && !FileSystems.hasGlobWildcard(input)) {
        String folder = input.endsWith("/") ? input : input + "/";
        list(folder + "**", files);
        files.keySet().removeIf(path -> isHidden(path, folder));
      }
      return files;
    } catch (FileNotFoundException e) {
      return files;
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          ExitCode.USAGE, "Cannot list --input=" + input + ": " + Failure.reason(e) + ".");
    }
  }

  /** All below a folder of the local disk but hidden files; links to folders are not followed. */
  private static void walk(Path folder, String given, Map<String, Found> files) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          /** A folder that may not be looked into, or is gone by now: the reader says so. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
              throw e;
            }
            files.put(file.toString(), new Found(given + folder.relativize(file), 0));
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
            if (!isHidden(file) && (attributes.isRegularFile() || Files.isRegularFile(file))) {
              files.put(
                  file.toString(),
                  new Found(
                      given + folder.relativize(file),
                      attributes.isSymbolicLink() ? Files.size(file) : attributes.size()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private static void list(String pattern, Map<String, Found> files) throws IOException {
    String here = Path.of("").toAbsolutePath() + "/";
    boolean relative = !pattern.startsWith("/") && !pattern.contains("://");
    MatchResult result = FileSystems.match(pattern, EmptyMatchTreatment.ALLOW);
    if (result.status() == MatchResult.Status.OK) {
      for (Metadata entry : result.metadata()) {
        if (!entry.resourceId().isDirectory()) {
          String path = entry.resourceId().toString();
          files.put(path, new Found(recorded(path, here, relative), entry.sizeBytes()));
        }
      }
    }
  }

  /** A file that a pattern matched: relative where the pattern was. */
  private static String recorded(String path, String here, boolean relative) {
    return relative && path.startsWith(here) ? path.substring(here.length()) : path;
  }

  /** Whether a file, or a folder it lies in below {@code folder}, begins with a dot. */
  private static boolean isHidden(String uri, String folder) {
    int from = uri.indexOf(folder);
    String below = from < 0 ? uri : uri.substring(from + folder.length());
    return below.startsWith(".") || below.contains("/.");
  }

  private static boolean splittable(String path, InputReader reader) {
    try (ReadableByteChannel channel =
        FileSystems.open(FileSystems.matchNewResource(path, false))) {
      return channel instanceof SeekableByteChannel seekable && reader.splittable(path, seekable);
    } catch (IOException e) {
      // The reader will say what is wrong with the file, as a reject of its own.
      return false;
    }
  }

  /** What records call a file, its size, and what is read of it. */
  private record Found(String uri, long size, EntrySelection entries) {
    Found(String uri, long size) {
      this(uri, size, EntrySelection.ALL);
    }
  }

  /** Fills splits one after the other. */
  private static final class Splits {
    private final List<InputSplit> splits = new ArrayList<>();
    private List<Input> open = new ArrayList<>();
    private long cost;

    void add(Input input, long inputCost) {
      if (cost > 0 && cost + inputCost > SPLIT_BYTES) {
        close();
      }
      open.add(input);
      cost += inputCost;
    }

    private void close() {
      splits.add(new InputSplit(splits.size(), List.copyOf(open)));
      open = new ArrayList<>();
      cost = 0;
    }

    List<InputSplit> finish() {
      if (!open.isEmpty()) {
        close();
      }
      return List.copyOf(splits);
    }
  }
}
