package org.cablebeam.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cablebeam.pipeline.Volume.Place;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.staging.Storage;

/**
 * Where there is no renaming of folders, as in object stores: what a run wrote to {@code
 * .OUT.staging-RUN} is copied to OUT file by file. First the old {@code _SUCCESS} and {@code
 * run.json} go, last the new ones come: a folder without {@code _SUCCESS} is no result. The staged
 * files stay until then, so that where a run was killed on the way the next does it again, to the
 * end.
 */
final class CopyingCommit implements Commit {
  private final Storage storage = new FileSystemsStorage();
  private final RemoteVolume volume;
  private final Place place;
  private final OutputLayout output;
  private final OutputLayout staging;

  CopyingCommit(RemoteVolume volume, Place place, String run) {
    this.volume = volume;
    this.place = place;
    this.output = new OutputLayout(place.folder());
    this.staging = place.beside(STAGING, run);
  }

  @Override
  public OutputLayout staging() {
    return staging;
  }

  @Override
  public List<String> recover() throws IOException {
    List<String> done = new ArrayList<>();
    for (String name : volume.folders(place.parent(), place.prefix(STAGING))) {
      OutputLayout left = new OutputLayout(place.parent() + name);
      if (isComplete(left)) {
        copyIn(left);
        done.add("A run was killed while it published; its results were put in their place.");
      }
      volume.discard(left);
    }
    return done;
  }

  /**
   * Whether all is there that a run wrote. It writes {@code _SUCCESS} last and takes it away first;
   * but a run that lost its lock may write more where another has cleared up.
   */
  private boolean isComplete(OutputLayout left) throws IOException {
    Set<String> there = new HashSet<>(volume.files(left.root()));
    if (!there.contains(left.relative(left.success()))
        || !there.contains(left.relative(left.run()))) {
      return false;
    }
    try (InputStream run = storage.open(left.run())) {
      for (JsonNode file : new ObjectMapper().readTree(run).path("files")) {
        if (!there.contains(file.path("path").asText())) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void publish() throws IOException {
    copyIn(staging);
  }

  private void copyIn(OutputLayout from) throws IOException {
    volume.delete(output.success());
    volume.delete(output.run());
    List<String> files = new ArrayList<>(volume.files(from.root()));
    String run = from.relative(from.run());
    String success = from.relative(from.success());
    files.removeAll(List.of(run, success));
    volume.copy(from.root(), output.root(), files);
    Set<String> old = new HashSet<>(volume.files(output.root()));
    files.forEach(old::remove);
    for (String file : old) {
      volume.delete(output.root() + file);
    }
    volume.copy(from.root(), output.root(), List.of(run));
    volume.copy(from.root(), output.root(), List.of(success));
  }

  @Override
  public void forget() throws IOException {
    volume.discard(staging);
  }

  @Override
  public String standing() {
    try {
      return isComplete(staging)
          ? "The new results lie complete in "
              + staging.root()
              + "; the next run with this --output puts them in their place first."
          : "What was there before stands.";
    } catch (IOException | RuntimeException e) {
      return "What stands in "
          + output.root()
          + " is not known ("
          + Failure.reason(e)
          + "); nothing was deleted that is not in "
          + staging.root()
          + ", and the next run puts it right.";
    }
  }
}
