package org.cablebeam.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cablebeam.pipeline.Volume.Content;
import org.cablebeam.pipeline.Volume.Place;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.staging.Storage;

/**
 * Where a folder is renamed as one act: a run writes to {@code .OUT.staging-RUN}, which is renamed
 * to OUT. An old result is first renamed to {@code .OUT.previous-RUN} and deleted when the new one
 * stands; where a run was killed between the two renames, the next puts the old one back.
 */
final class RenamingCommit implements Commit {
  private static final String PREVIOUS = "previous";

  private final Storage storage = new FileSystemsStorage();
  private final Volume volume;
  private final Place place;
  private final OutputLayout output;
  private final OutputLayout staging;
  private final OutputLayout previous;

  RenamingCommit(Volume volume, Place place, String run) {
    this.volume = volume;
    this.place = place;
    this.output = new OutputLayout(place.folder());
    this.staging = place.beside(STAGING, run);
    this.previous = place.beside(PREVIOUS, run);
  }

  @Override
  public OutputLayout staging() {
    return staging;
  }

  @Override
  public List<String> recover() throws IOException {
    List<String> done = new ArrayList<>();
    for (String name : volume.folders(place.parent(), place.prefix(PREVIOUS))) {
      OutputLayout old = new OutputLayout(place.parent() + name);
      Content there = volume.content(output.root());
      boolean free = there == Content.NOTHING || there == Content.EMPTY_FOLDER;
      if (!volume.exists(old.success())) {
        // Its deletion had begun, which happens only when its successor stands.
        volume.deleteFolder(old.root());
      } else if (free) {
        volume.deleteFolder(output.root());
        volume.rename(old.root(), output.root());
        done.add("A run was killed while it published; the results before it were put back.");
      } else if (volume.exists(output.success())) {
        volume.discard(old);
      }
      // Else what stands in OUT is no whole result: the old one is not deleted for it.
    }
    for (String name : volume.folders(place.parent(), place.prefix(STAGING))) {
      volume.discard(new OutputLayout(place.parent() + name));
    }
    return done;
  }

  @Override
  public void publish() throws IOException {
    byte[] record = record(staging);
    try {
      if (volume.content(output.root()) != Content.NOTHING) {
        volume.rename(output.root(), previous.root());
      }
      volume.rename(staging.root(), output.root());
      if (!volume.exists(output.success())) {
        throw new IOException(
            "the results were renamed to " + output.root() + " but are not there");
      }
    } catch (IOException | RuntimeException e) {
      if (stands(record, e)) {
        return;
      }
      putBack(e);
      throw e;
    }
  }

  /** Whether the results stand: a file system may have done what it reports as failed. */
  private boolean stands(byte[] record, Exception failure) {
    try {
      return volume.exists(output.success()) && Arrays.equals(record, record(output));
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  private byte[] record(OutputLayout layout) throws IOException {
    try (var in = storage.open(layout.run())) {
      return in.readAllBytes();
    }
  }

  private void putBack(Exception failure) {
    try {
      if (volume.content(output.root()) == Content.NOTHING && volume.exists(previous.success())) {
        volume.rename(previous.root(), output.root());
      }
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void forget() throws IOException {
    volume.discard(previous);
  }

  @Override
  public String standing() {
    try {
      if (volume.exists(previous.success())) {
        return "The results before it lie in " + previous.root() + "; the next run puts them back.";
      }
      return "What was there before stands; the new results lie in "
          + staging.root()
          + " until the next run.";
    } catch (IOException | RuntimeException e) {
      return "What stands in "
          + output.root()
          + " is not known ("
          + Failure.reason(e)
          + "); nothing was deleted, and the next run puts it right.";
    }
  }
}
