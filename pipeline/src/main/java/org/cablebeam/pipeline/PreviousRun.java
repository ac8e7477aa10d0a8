package org.cablebeam.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.Sha256;
import org.cablebeam.transforms.BeamFiles;
import org.cablebeam.transforms.staging.EarlierFile;
import org.cablebeam.transforms.staging.RecordFile;
import org.cablebeam.transforms.staging.Storage;
import org.jspecify.annotations.Nullable;

/**
 * The results of an earlier run, of which is taken over what came of inputs that did not change. An
 * input is the same if its URI, its size and the SHA-256 of its bytes are; times of modification
 * are not believed. Read again is
 *
 * <ul>
 *   <li>everything, if another build of the program or other options made the results, or if they
 *       were made of rejects, whose records bear the names of other inputs;
 *   <li>an input with sections of longer cables: the other sections may have changed;
 *   <li>an input that was not read to its end.
 * </ul>
 */
final class PreviousRun {
  private final String folder;
  private final OutputLayout layout;
  private final Storage storage;
  private List<EarlierFile> files = List.of();
  private Set<String> unchanged = Set.of();
  private String reason = "";

  private PreviousRun(String folder, Storage storage) {
    this.folder = folder;
    this.layout = new OutputLayout(folder);
    this.storage = storage;
  }

  /**
   * Opens the results of a run.
   *
   * @param inputs the files of this run by URI
   */
  static PreviousRun of(
      String folder, CableOptions options, Storage storage, Map<String, InputFile> inputs) {
    PreviousRun previous = new PreviousRun(folder, storage);
    try {
      previous.reason = previous.check(options);
      if (previous.reason.isEmpty()) {
        previous.unchanged = previous.compare(inputs);
      }
    } catch (FileNotFoundException e) {
      previous.reason = "there are no results";
    } catch (IOException | AvroRuntimeException e) {
      previous.reason = "it cannot be read: " + Failure.reason(e);
    }
    return previous;
  }

  /** A file of this run. */
  record InputFile(String path, long size) {}

  /** The options on which records depend, for {@code run.json}. */
  static Map<String, @Nullable Object> reading(CableOptions options) {
    Map<String, @Nullable Object> reading = new LinkedHashMap<>();
    reading.put("since", options.getSince());
    reading.put("until", options.getUntil());
    reading.put("maxMessageBytes", options.getMaxMessageBytes());
    reading.put("maxEntryBytes", options.getMaxEntryBytes());
    reading.put("maxExpansion", options.getMaxExpansion());
    reading.put("maxEntries", options.getMaxEntries());
    reading.put("maxDepth", options.getMaxDepth());
    return reading;
  }

  /** URIs of the files that need not be read. */
  Set<String> unchanged() {
    return unchanged;
  }

  /** The files of records to take from, numbered from a part on; none if nothing is taken over. */
  List<EarlierFile> files(int firstPart) {
    List<EarlierFile> numbered = new ArrayList<>();
    if (unchanged.isEmpty()) {
      return numbered;
    }
    int part = firstPart;
    for (EarlierFile file : files) {
      numbered.add(file.at(part));
      part += file.parts();
    }
    return numbered;
  }

  /** For people: how much is taken over, or why nothing is. */
  String note(long files) {
    return reason.isEmpty()
        ? String.format(
            Locale.ROOT,
            "%,d of %,d files are as --previous=%s has them and need not be read.",
            unchanged.size(),
            files,
            folder)
        : "Everything is read, nothing taken over from --previous=" + folder + ": " + reason + ".";
  }

  /** Why nothing can be taken over; empty if something can. */
  private String check(CableOptions options) throws IOException {
    JsonNode run;
    try (InputStream in = storage.open(layout.run())) {
      run = new ObjectMapper().readTree(in);
    }
    storage.open(layout.success()).close();
    if (!run.path("program").asText().equals(Version.program())) {
      return "another build of the program made it";
    }
    for (Map.Entry<String, @Nullable Object> option : reading(options).entrySet()) {
      if (!run.path("options")
          .path(option.getKey())
          .asText("null")
          .equals(String.valueOf(option.getValue()))) {
        return "--" + option.getKey() + " is another";
      }
    }
    List<EarlierFile> found = new ArrayList<>();
    for (JsonNode file : run.path("files")) {
      String path = file.path("path").asText();
      boolean rejects = path.startsWith("rejects/");
      if (rejects || path.startsWith("cables/") || path.startsWith("duplicates/")) {
        found.add(
            new EarlierFile(
                layout.root() + path,
                file.path("sha256").asText(),
                file.path("records").asLong(),
                rejects,
                0));
      }
      if (BeamFiles.size(layout.root() + path) != file.path("size").asLong()) {
        return path + " was changed";
      }
    }
    files = List.copyOf(found);
    return "";
  }

  /** The inputs that are the same as they were. */
  private Set<String> compare(Map<String, InputFile> inputs) throws IOException {
    Map<String, LedgerEntry> rows = new HashMap<>();
    Set<String> never = new HashSet<>();
    try (DataFileStream<LedgerEntry> ledger = ledger()) {
      for (LedgerEntry row : ledger) {
        if (row.getContainer() == Container.REJECTS) {
          reason = "it was made of rejects";
          return Set.of();
        }
        List<String> owners = owners(row.getUri(), inputs.keySet());
        for (String owner : owners) {
          // An entry's row stands before that of its archive; what stands behind is no entry, and
          // what may belong to two belongs to none.
          if (owners.size() > 1 || rows.containsKey(owner) || row.getSectionMessages() > 0) {
            never.add(owner);
          }
        }
        if (inputs.containsKey(row.getUri())) {
          rows.put(row.getUri(), row);
        }
      }
    }
    rows.keySet().removeAll(never);
    return rows.values().parallelStream()
        .filter(row -> same(row, inputs.get(row.getUri())))
        .map(LedgerEntry::getUri)
        .collect(Collectors.toSet());
  }

  /** The files to which the row of a file or an entry can belong. */
  private static List<String> owners(String uri, Set<String> inputs) {
    List<String> owners = new ArrayList<>();
    InputPlan.enclosing(uri).filter(inputs::contains).forEach(owners::add);
    if (inputs.contains(uri)) {
      owners.add(uri);
    }
    return owners;
  }

  private boolean same(LedgerEntry row, @Nullable InputFile input) {
    if (input == null || row.getSha256() == null || row.getSize() != input.size()) {
      return false;
    }
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(storage.open(input.path()), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The reader will say what is wrong with it.
      return false;
    }
    return Sha256.hex(digest).equals(row.getSha256());
  }

  private DataFileStream<LedgerEntry> ledger() throws IOException {
    return RecordFile.open(storage, layout.ledger("avro"), LedgerEntry.getClassSchema());
  }

  /** Writes the rows of the inputs that are taken over, as if no copy had been looked for yet. */
  void stageLedger(String path) throws IOException {
    try (DataFileStream<LedgerEntry> rows = ledger();
        RecordFile<LedgerEntry> staged =
            RecordFile.create(storage, path, LedgerEntry.getClassSchema(), "snappy")) {
      for (LedgerEntry row : rows) {
        Optional<String> owner = owners(row.getUri(), unchanged).stream().findFirst();
        if (owner.isPresent()) {
          row.setCables(row.getCables() + row.getDuplicates());
          row.setDuplicates(0L);
          staged.append(row);
        }
      }
    }
  }
}
