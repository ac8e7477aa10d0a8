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
  private final Storage storage = new FileSystemsStorage();
  private final Volume volume;
  private final Place place;
  private final String output;
  private final OutputLayout staging;
  private final String previous;

  RenamingCommit(Volume volume, Place place, String run) {
    this.volume = volume;
    this.place = place;
    this.output = place.folder();
    this.staging = new OutputLayout(place.parent() + "." + place.name() + ".staging-" + run);
    this.previous = place.parent() + "." + place.name() + ".previous-" + run + "/";
  }

  @Override
  public OutputLayout staging() {
    return staging;
  }

  @Override
  public List<String> recover() throws IOException {
    List<String> done = new ArrayList<>();
    for (String name : volume.folders(place.parent(), "." + place.name() + ".previous-")) {
      String old = place.parent() + name + "/";
      Content there = volume.content(output);
      boolean free = there == Content.NOTHING || there == Content.EMPTY_FOLDER;
      if (!volume.exists(new OutputLayout(old).success())) {
        // Its deletion had begun, which happens only when its successor stands.
        volume.deleteFolder(old);
      } else if (free) {
        volume.deleteFolder(output);
        volume.rename(old, output);
        done.add("A run was killed while it published; the results before it were put back.");
      } else if (volume.exists(new OutputLayout(output).success())) {
        discard(old);
      }
      // Else what stands in OUT is no whole result: the old one is not deleted for it.
    }
    for (String name : volume.folders(place.parent(), "." + place.name() + ".staging-")) {
      discard(place.parent() + name + "/");
    }
    return done;
  }

  /** Deletes a folder in an order in which half of it is not taken for a result. */
  private void discard(String folder) throws IOException {
    volume.delete(new OutputLayout(folder).success());
    volume.deleteFolder(folder);
  }

  @Override
  public void publish() throws IOException {
    byte[] record = record(staging);
    try {
      if (volume.content(output) != Content.NOTHING) {
        volume.rename(output, previous);
      }
      volume.rename(staging.root(), output);
      if (!volume.exists(new OutputLayout(output).success())) {
        throw new IOException("the results were renamed to " + output + " but are not there");
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
    OutputLayout out = new OutputLayout(output);
    try {
      return volume.exists(out.success()) && Arrays.equals(record, record(out));
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
      if (volume.content(output) == Content.NOTHING
          && volume.exists(new OutputLayout(previous).success())) {
        volume.rename(previous, output);
      }
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void forget() throws IOException {
    discard(previous);
  }

  @Override
  public String standing() {
    try {
      if (volume.exists(new OutputLayout(previous).success())) {
        return "The results before it lie in " + previous + "; the next run puts them back.";
      }
      return "What was there before stands; the new results lie in "
          + staging.root()
          + " until the next run.";
    } catch (IOException | RuntimeException e) {
      return "What stands in "
          + output
          + " is not known ("
          + Failure.reason(e)
          + "); nothing was deleted, and the next run puts it right.";
    }
  }
}
