package org.cablebeam.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.cablebeam.transforms.BeamFiles;

/**
 * A file system that Beam knows by the scheme of a URI. Those of Hadoop have folders, which are
 * listed level by level and renamed as one act; object stores have names with slashes in them.
 */
final class RemoteVolume implements Volume {
  /** File systems with real folders and an atomic rename of them. */
  private static final Set<String> WITH_FOLDERS = Set.of("hdfs", "viewfs", "webhdfs");

  /** What a pattern of any of the file systems is made of. */
  private static final String PATTERN_CHARACTERS = "*?[]{}\\";

  /** What the name of an output folder may not hold: besides, what URIs write otherwise. */
  private static final String REFUSED = PATTERN_CHARACTERS + " %\"<>^`|#";

  private final String scheme;

  private RemoteVolume(String scheme) {
    this.scheme = scheme;
  }

  /**
   * The volume of a URI.
   *
   * @throws UsageException when the program knows no such file system
   */
  static RemoteVolume of(String uri) throws UsageException {
    String scheme = uri.substring(0, uri.indexOf("://")).toLowerCase(Locale.ROOT);
    try {
      BeamFiles.resource(scheme + "://host/file");
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          ExitCode.USAGE,
          "No file system is known for "
              + scheme
              + "://, which "
              + uri
              + " needs; docs/storage.md says how to get one.");
    }
    return new RemoteVolume(scheme);
  }

  /** Whether there are folders, as in Hadoop, or only names with slashes. */
  boolean hasFolders() {
    return WITH_FOLDERS.contains(scheme);
  }

  @Override
  public Place place(String folder) throws UsageException {
    String path = withoutSlash(folder);
    int root = path.indexOf("://") + 3;
    int slash = path.lastIndexOf('/');
    boolean odd = path.chars().anyMatch(c -> REFUSED.indexOf(c) >= 0);
    if (slash < root || odd || path.indexOf("/../") >= 0 || path.indexOf("//", root) >= 0) {
      throw new UsageException(
          ExitCode.USAGE,
          "--output="
              + folder
              + " is no folder to write: name one, without blanks and pattern characters.");
    }
    return new Place(path.substring(0, slash + 1), path.substring(slash + 1));
  }

  private static String withoutSlash(String folder) {
    int end = folder.length();
    while (end > 0 && folder.charAt(end - 1) == '/') {
      end--;
    }
    return folder.substring(0, end);
  }

  @Override
  public Commit commit(Place place, String run) {
    return hasFolders()
        ? new RenamingCommit(this, place, run)
        : new CopyingCommit(this, place, run);
  }

  @Override
  public Content content(String folder) throws IOException {
    if (!BeamFiles.match(folder + "*").isEmpty()
        || !(hasFolders() || BeamFiles.match(folder + "**").isEmpty())) {
      return Content.FILES;
    }
    List<Metadata> itself = BeamFiles.match(withoutSlash(folder));
    if (itself.isEmpty()) {
      return Content.NOTHING;
    }
    return hasFolders() && isFolder(itself.get(0)) ? Content.EMPTY_FOLDER : Content.FILE;
  }

  @Override
  public boolean exists(String file) throws IOException {
    return !BeamFiles.match(file).isEmpty();
  }

  @Override
  public List<String> folders(String parent, String prefix) throws IOException {
    Set<String> names = new TreeSet<>();
    List<Metadata> found = BeamFiles.match(parent + prefix + "*");
    if (!hasFolders()) {
      found = BeamFiles.match(parent + prefix + "**");
    }
    for (Metadata entry : found) {
      String path = withoutSlash(entry.resourceId().toString());
      int from = path.lastIndexOf("/" + prefix) + 1;
      int slash = path.indexOf('/', from);
      if (slash >= 0 || hasFolders()) {
        names.add(slash < 0 ? path.substring(from) : path.substring(from, slash));
      }
    }
    return List.copyOf(names);
  }

  /** The files in a folder and below it, relative to it. */
  List<String> files(String folder) throws IOException {
    List<String> files = new ArrayList<>();
    walk(folder, entry -> files.add(relative(entry.resourceId(), folder)), below -> {});
    files.sort(null);
    return files;
  }

  /** The path of a file in a folder or below it. */
  String relative(ResourceId file, String folder) {
    // Hadoop names the host also where the folder was given without.
    return hasFolders()
        ? URI.create(file.toString())
            .getRawPath()
            .substring(URI.create(folder).getRawPath().length())
        : file.toString().substring(folder.length());
  }

  /**
   * Lists what is below a folder.
   *
   * @param file given each file
   * @param below given each folder, an inner one before the one it lies in; none where there are no
   *     folders
   */
  void walk(String folder, Consumer<Metadata> file, Consumer<ResourceId> below) throws IOException {
    if (!hasFolders()) {
      Set<String> seen = new HashSet<>();
      for (String pattern : List.of("*", "**")) {
        for (Metadata entry : BeamFiles.match(folder + pattern)) {
          if (!entry.resourceId().isDirectory() && seen.add(entry.resourceId().toString())) {
            file.accept(entry);
          }
        }
      }
      return;
    }
    for (Metadata entry : BeamFiles.match(literal(folder) + "*")) {
      if (isFolder(entry)) {
        walk(entry.resourceId() + "/", file, below);
        below.accept(entry.resourceId());
      } else {
        file.accept(entry);
      }
    }
  }

  /**
   * A folder, as a pattern that matches no other: Hadoop reads URIs, but patterns as plain text.
   */
  private static String literal(String folder) throws IOException {
    URI uri = URI.create(folder);
    StringBuilder path = new StringBuilder();
    for (char c : uri.getPath().toCharArray()) {
      if (PATTERN_CHARACTERS.indexOf(c) >= 0) {
        path.append('\\');
      }
      path.append(c);
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    return uri.getScheme() + "://" + authority + path;
  }

  /** Beam gives a folder of Hadoop as a file without content. */
  boolean isFolder(Metadata entry) throws IOException {
    if (!hasFolders() || entry.sizeBytes() > 0) {
      return false;
    }
    try {
      BeamFiles.open(entry.resourceId()).close();
      return false;
    } catch (FileNotFoundException e) {
      return true;
    }
  }

  @Override
  public void create(String folder) {
    // Folders come with their first file.
  }

  @Override
  public void rename(String from, String to) throws IOException {
    // Named without a slash: with it, Beam takes the new folder for the parent of what is moved.
    BeamFiles.rename(withoutSlash(from), withoutSlash(to));
  }

  void copy(String from, String to, List<String> files) throws IOException {
    BeamFiles.copy(
        files.stream().map(file -> from + file).toList(),
        files.stream().map(file -> to + file).toList());
  }

  @Override
  public void delete(String file) throws IOException {
    if (exists(file)) {
      BeamFiles.delete(List.of(BeamFiles.resource(file)));
    }
  }

  @Override
  public void deleteFolder(String folder) throws IOException {
    List<ResourceId> files = new ArrayList<>();
    List<ResourceId> folders = new ArrayList<>();
    if (hasFolders() && !exists(withoutSlash(folder))) {
      return;
    }
    walk(folder, entry -> files.add(entry.resourceId()), folders::add);
    BeamFiles.delete(files);
    // Inner ones first.
    BeamFiles.delete(folders);
    if (hasFolders()) {
      BeamFiles.delete(List.of(BeamFiles.resource(withoutSlash(folder))));
    }
  }

  @Override
  public Lock lock(Place place, String run) throws IOException, LockedException {
    return RemoteLock.take(this, place, run);
  }
}
