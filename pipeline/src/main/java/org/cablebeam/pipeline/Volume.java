package org.cablebeam.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Where output folders lie: the disk of this machine, or a file system that Beam knows. It does
 * what {@link Publication} asks for; folders are named by paths that end in a slash.
 */
interface Volume {
  /**
   * The volume of a path.
   *
   * @throws UsageException when the program knows no such file system
   */
  static Volume of(String path) throws UsageException {
    return isLocal(path) ? new LocalVolume() : RemoteVolume.of(path);
  }

  /** Whether a path is of the disk of this machine. */
  static boolean isLocal(String path) {
    return !path.contains("://") || path.startsWith("file://");
  }

  /** A path of the disk, which may be given as a URI. */
  static Path local(String path) {
    return (path.startsWith("file://") ? Path.of(URI.create(path)) : Path.of(path))
        .toAbsolutePath()
        .normalize();
  }

  /**
   * The folder that a user names.
   *
   * @throws UsageException when that can be no folder of results
   */
  Place place(String folder) throws IOException, UsageException;

  /**
   * A folder.
   *
   * @param parent the folder in which it lies
   * @param name without slashes
   */
  record Place(String parent, String name) {
    String folder() {
      return parent + name + "/";
    }

    /** The hidden folder that a run has beside it for a purpose, such as {@code staging}. */
    OutputLayout beside(String purpose, String run) {
      return new OutputLayout(parent + prefix(purpose) + run);
    }

    /** How the names of these folders begin, whatever the run. */
    String prefix(String purpose) {
      return "." + name + "." + purpose + "-";
    }
  }

  /**
   * How the results of a run come to stand in a folder of this volume.
   *
   * @param run names the run
   */
  Commit commit(Place place, String run);

  /** What is to be found under the name of a folder. */
  enum Content {
    NOTHING,
    FILE,
    EMPTY_FOLDER,
    FILES
  }

  Content content(String folder) throws IOException;

  /** Whether there is such a file. */
  boolean exists(String file) throws IOException;

  /** The names of the folders in {@code parent} that begin with {@code prefix}, sorted. */
  List<String> folders(String parent, String prefix) throws IOException;

  /** Makes a folder that must not be there, where folders have to be made. */
  void create(String folder) throws IOException;

  /** Renames a folder, as one act where the volume can, to a name that must be free. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file; one that is gone is no error. */
  void delete(String file) throws IOException;

  /** Deletes a folder and what is in it, if it is there; follows no links. */
  void deleteFolder(String folder) throws IOException;

  /** Deletes results in an order in which half of them are not taken for a result. */
  default void discard(OutputLayout results) throws IOException {
    delete(results.success());
    deleteFolder(results.root());
  }

  /**
   * Locks a folder against other runs, and makes the folders above it.
   *
   * @param run names the run
   * @throws LockedException when another run has it
   */
  Lock lock(Place place, String run) throws IOException, LockedException;

  /** Held until it is closed. */
  interface Lock extends Closeable {
    /**
     * Makes sure that no other run took the lock over.
     *
     * @throws IOException when one did
     */
    void check() throws IOException;

    /** What is to be told of how the lock was got; empty if nothing. */
    default String note() {
      return "";
    }
  }

  /** Another run has the lock. */
  final class LockedException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * @param holder who, and what to do, to stand behind "Another run is writing it"
     */
    LockedException(String holder) {
      super(holder);
    }
  }
}
