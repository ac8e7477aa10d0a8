package org.cablebeam.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.cablebeam.transforms.BeamFiles;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;

/** What the workers have written, as far as it was accepted. */
final class WorkerResults {
  private WorkerResults() {}

  /**
   * Gives the files that the graph says it has written the names under which they are published.
   * What other attempts wrote stays where it is, and goes with the parts.
   *
   * @return the files, by their new paths
   * @throws IOException also when a file is not there as the workers say
   */
  static List<WrittenFile> takeOver(Storage storage, OutputLayout staging) throws IOException {
    OutputLayout attempts = staging.attempts();
    if (size(attempts.files()) < 0) {
      throw new IOException(
          "the workers are done, but nothing of what they have written is there; --output must lead"
              + " to the same files for all that work on it");
    }
    List<WrittenFile> written;
    try (InputStream list = storage.open(attempts.files())) {
      written = new ObjectMapper().readValue(list, new TypeReference<List<WrittenFile>>() {});
    }
    requireThere(written);
    List<WrittenFile> files = new ArrayList<>();
    for (WrittenFile file : written) {
      String path = staging.root() + attempts.relative(Attempts.target(file.path()));
      storage.rename(file.path(), path);
      files.add(file.at(path));
    }
    return files;
  }

  /**
   * What workers say they have written must be there for this process as well, whole. It is not
   * where each has a disk of its own.
   */
  static void requireThere(List<WrittenFile> files) throws IOException {
    for (WrittenFile file : files) {
      long size = size(file.path());
      if (size != file.size()) {
        throw new IOException(
            file.path()
                + (size < 0 ? " is not there" : " has " + size + " bytes")
                + ", but a worker has written "
                + file.size()
                + " bytes; --output must lead to the same files for all that work on it");
      }
    }
  }

  /** Bytes; -1 where there is no such file. */
  private static long size(String path) throws IOException {
    List<Metadata> found = BeamFiles.match(path);
    return found.isEmpty() ? -1 : found.get(0).sizeBytes();
  }
}
