package org.cablebeam.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import org.cablebeam.pipeline.Volume.Content;
import org.cablebeam.pipeline.Volume.Lock;
import org.cablebeam.pipeline.Volume.LockedException;
import org.cablebeam.pipeline.Volume.Place;
import org.cablebeam.transforms.FileSystemsStorage;

/**
 * Takes the output folder for a run and makes the results appear in it when they are complete. A
 * run writes to a folder beside it; how that becomes the output folder is a matter of the {@link
 * Commit}. A lock keeps two runs apart.
 */
final class Publication implements Closeable {
  private final Volume volume;
  private final Commit commit;
  private final Lock lock;
  private final List<String> notes;

  private Publication(Volume volume, Commit commit, Lock lock, List<String> notes) {
    this.volume = volume;
    this.commit = commit;
    this.lock = lock;
    this.notes = notes;
  }

  /**
   * Takes the output folder for a run, and puts right what killed runs left.
   *
   * @param run names the run; no other run may have it
   * @throws UsageException when the folder holds results and may not be replaced, holds something
   *     else, or is being written by another run
   */
  static Publication open(String folder, boolean overwrite, String run) throws UsageException {
    try {
      Volume volume = Volume.of(folder);
      return open(volume, volume.place(folder), folder, overwrite, run);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          ExitCode.USAGE,
          "Cannot write --output=" + folder + ": " + e.getFile() + " is a file, not a folder.");
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          ExitCode.FAILED, "Cannot write --output=" + folder + ": " + Failure.reason(e) + ".");
    }
  }

  private static Publication open(
      Volume volume, Place place, String folder, boolean overwrite, String run)
      throws IOException, UsageException {
    Lock lock;
    try {
      lock = volume.lock(place, run);
    } catch (LockedException e) {
      throw new UsageException(
          ExitCode.OUTPUT_EXISTS, "Another run is writing " + folder + e.getMessage());
    }
    List<String> notes = new ArrayList<>();
    boolean taken = false;
    try {
      if (!lock.note().isEmpty()) {
        notes.add(lock.note());
      }
      Commit commit = volume.commit(place, run);
      notes.addAll(commit.recover());
      check(volume, place, folder, overwrite);
      taken = true;
      return new Publication(volume, commit, lock, List.copyOf(notes));
    } catch (UsageException e) {
      notes.add(e.line());
      throw new UsageException(e.code(), String.join(" ", notes));
    } finally {
      if (!taken) {
        lock.close();
      }
    }
  }

  /**
   * Looks whether a run would get the folder, as far as can be told without taking it.
   *
   * @throws UsageException as {@link #open}
   */
  static void check(String folder, boolean overwrite) throws UsageException {
    try {
      Volume volume = Volume.of(folder);
      check(volume, volume.place(folder), folder, overwrite);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          ExitCode.FAILED, "Cannot write --output=" + folder + ": " + Failure.reason(e) + ".");
    }
  }

  private static void check(Volume volume, Place place, String folder, boolean overwrite)
      throws IOException, UsageException {
    Content there = volume.content(place.folder());
    if (there == Content.FILE) {
      throw new UsageException(
          ExitCode.OUTPUT_EXISTS, "--output=" + folder + " is a file; choose another name.");
    }
    if (there != Content.FILES) {
      return;
    }
    OutputLayout out = new OutputLayout(place.folder());
    if (!volume.exists(out.success()) && !volume.exists(out.run())) {
      throw new UsageException(
          ExitCode.OUTPUT_EXISTS,
          "--output=" + folder + " holds files that are no results; choose another folder.");
    }
    if (!overwrite) {
      throw new UsageException(
          ExitCode.OUTPUT_EXISTS,
          "--output=" + folder + " holds results; add --overwrite to replace them.");
    }
  }

  /** What was found and put right, in sentences for people; mostly nothing. */
  List<String> notes() {
    return notes;
  }

  /** Makes the folder that {@link #staging} says. */
  void begin() throws UsageException {
    try {
      volume.create(staging().root());
    } catch (IOException e) {
      throw new UsageException(
          ExitCode.FAILED, "Cannot write " + staging().root() + ": " + Failure.reason(e) + ".");
    }
  }

  /** Where the run writes. */
  OutputLayout staging() {
    return commit.staging();
  }

  /**
   * Publishes what was staged. {@code _SUCCESS} is written last of all. What is replaced stays
   * until {@link #forget}.
   *
   * @throws IOException when the results do not stand, or it is not known; see {@link #standing}
   */
  void publish() throws IOException {
    lock.check();
    volume.deleteFolder(staging().parts());
    new FileSystemsStorage().create(staging().success()).close();
    lock.check();
    commit.publish();
  }

  /** Deletes what a run that failed needs no more, so that it does not fill the disk. */
  void abandon() throws IOException {
    volume.deleteFolder(staging().parts());
  }

  /** After {@link #publish} failed: what stands where, in sentences for people. */
  String standing() {
    return commit.standing();
  }

  /** Deletes the result that was replaced; where that fails, the next run does it. */
  void forget() throws IOException {
    commit.forget();
  }

  /** Gives the output folder free; a staging folder that was not published stays for a look. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
