package org.cablebeam.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.cablebeam.pipeline.InputListing.Found;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.transforms.BeamFiles;
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
   * Lists what a run is asked to read, and says how far that is unless it is to be quiet.
   *
   * @throws UsageException when that is not there
   */
  static InputPlan of(CableOptions options, Storage storage, PrintStream err)
      throws UsageException {
    InputListing listing = new InputListing(options.getOutput());
    if (options.getQuiet()) {
      return of(options, storage, listing);
    }
    InputPlan plan;
    try (Progress progress = Progress.start(err, listing::progress)) {
      plan = of(options, storage, listing);
    }
    if (listing.results() > 0) {
      err.printf(
          Locale.ROOT,
          "cablebeam: %,d files in --output=%s are results and are not read.%n",
          listing.results(),
          TextPage.clean(options.getOutput()));
    }
    if (listing.passedOver() > 0) {
      err.printf(
          Locale.ROOT,
          "cablebeam: Links to folders, pipes and devices are not read: there are %,d in"
              + " --input.%n",
          listing.passedOver());
    }
    return plan;
  }

  private static InputPlan of(CableOptions options, Storage storage, InputListing listing)
      throws UsageException {
    InputReader reader = new InputReader(CommandLine.limits(options));
    String retry = options.getRetry();
    if (retry == null) {
      return deal(
          listing.list(options.getInput(), options.getAllowEmpty()),
          reader,
          options,
          storage,
          listing);
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
    return deal(new InputListing(null).list(inputs, false), reader, null);
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
    return Volume.isLocal(uri) ? Volume.local(uri).toString() : uri.replaceAll("/+$", "");
  }

  /** The size of a file; 0 where it is gone, which the reader will say. */
  private static long size(String path) {
    try {
      return Volume.isLocal(path) ? Files.size(Path.of(path)) : BeamFiles.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  private static InputPlan deal(
      NavigableMap<String, Found> found,
      InputReader reader,
      CableOptions options,
      Storage storage,
      InputListing listing) {
    if (options.getPrevious() == null) {
      return deal(found, reader, null);
    }
    listing.nowDoing("comparing with --previous");
    Map<String, PreviousRun.InputFile> files = new HashMap<>();
    found.forEach(
        (path, file) -> files.put(file.uri(), new PreviousRun.InputFile(path, file.size())));
    return deal(found, reader, PreviousRun.of(options.getPrevious(), options, storage, files));
  }

  private static InputPlan deal(
      NavigableMap<String, Found> found, InputReader reader, @Nullable PreviousRun previous) {
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

  private static boolean splittable(String path, InputReader reader) {
    try (ReadableByteChannel channel = BeamFiles.open(path)) {
      return channel instanceof SeekableByteChannel seekable && reader.splittable(seekable);
    } catch (IOException | InvalidPathException e) {
      // The reader will say what is wrong with the file, as a reject of its own.
      return false;
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
