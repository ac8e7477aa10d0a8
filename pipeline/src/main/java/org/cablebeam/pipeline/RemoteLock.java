package org.cablebeam.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.cablebeam.pipeline.Volume.LockedException;
import org.cablebeam.pipeline.Volume.Place;
import org.cablebeam.transforms.BeamFiles;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.staging.Storage;
import org.jspecify.annotations.Nullable;

/**
 * A lock where there are none: a file {@code .OUT.lock-RUN} beside the output folder, one a run. A
 * run writes its own and then lists all; where it sees another it takes its own away and does not
 * begin. As long as a file is listed once it was written, two runs cannot both see none.
 *
 * <p>The file is written anew every {@link #BEAT} as a sign of life. One that is older than {@link
 * #SILENCE} is taken over, and so is one whose process is known to be dead; ages are told by the
 * file system's clock alone, against a file that was just written. Thread-safe.
 */
final class RemoteLock implements Volume.Lock {
  static final Duration BEAT = Duration.ofSeconds(30);
  static final Duration SILENCE = Duration.ofMinutes(10);

  /** Two runs that begin at the same time see one another and both give way: so a few times. */
  private static final int ATTEMPTS = 4;

  private static final Logger LOG = Logger.getLogger(RemoteLock.class.getName());

  private static final Duration YOUNG = Duration.ofSeconds(10);

  private final RemoteVolume volume;
  private final String prefix;
  private final String path;
  private final Properties holder;
  private final Storage storage = new FileSystemsStorage();
  private final List<String> notes = new ArrayList<>();
  private final AtomicReference<@Nullable String> lost = new AtomicReference<>();
  private final Timer beat = new Timer("lock", true);
  private boolean closed;

  private RemoteLock(RemoteVolume volume, Place place, String run) {
    this.volume = volume;
    this.prefix = place.parent() + "." + place.name() + ".lock-";
    this.path = prefix + run + "-" + UUID.randomUUID().toString().substring(0, 8);
    this.holder = describe(run);
  }

  /**
   * Takes the lock.
   *
   * @throws LockedException when another run has it
   */
  static RemoteLock take(RemoteVolume volume, Place place, String run)
      throws IOException, LockedException {
    RemoteLock lock = new RemoteLock(volume, place, run);
    for (int attempt = 1; ; attempt++) {
      lock.write();
      Optional<Other> other;
      boolean taken = false;
      try {
        other = lock.other();
        taken = other.isEmpty();
      } finally {
        if (!taken) {
          volume.delete(lock.path);
        }
      }
      if (taken) {
        lock.beat();
        return lock;
      }
      if (attempt == ATTEMPTS || other.get().age().compareTo(YOUNG) > 0) {
        throw new LockedException(other.get().words());
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(100, 2000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a lock", e);
    }
  }

  /** Who this is, as far as other runs need to know. */
  private static Properties describe(String run) {
    Properties holder = new Properties();
    holder.setProperty("run", run);
    holder.setProperty("host", host());
    holder.setProperty("system", system());
    holder.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    holder.setProperty("process", started(ProcessHandle.current()));
    holder.setProperty("since", Instant.now().toString());
    return holder;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "a host without a name";
    }
  }

  /**
   * What is the same for two processes only where they can see one another: the running system and
   * its name space of processes. Empty where that cannot be told.
   */
  private static String system() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + " "
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      // Not Linux: then the silence of a lock alone tells.
      return "";
    }
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private void write() throws IOException {
    try (Writer out = new OutputStreamWriter(storage.create(path), StandardCharsets.UTF_8)) {
      holder.store(out, null);
    }
  }

  /** A run that has the lock, or wants it as well; those that are dead are cleared away. */
  private Optional<Other> other() throws IOException {
    List<Metadata> all = BeamFiles.match(prefix + "*");
    Metadata own =
        all.stream()
            .filter(this::isOwn)
            .findFirst()
            .orElseThrow(() -> new IOException(path + " was written but is not listed"));
    Optional<Other> alive = Optional.empty();
    for (Metadata file : all) {
      if (isOwn(file)) {
        continue;
      }
      Other other = read(file, own);
      if (other.isDead()) {
        volume.delete(prefix + suffix(file));
        notes.add(other.obituary());
      } else {
        alive = Optional.of(other);
      }
    }
    return alive;
  }

  private boolean isOwn(Metadata file) {
    return path.endsWith(suffix(file));
  }

  /** What stands behind {@code .OUT.lock-}. */
  private String suffix(Metadata file) {
    String name = file.resourceId().toString();
    String lock = prefix.substring(prefix.lastIndexOf('/') + 1);
    return name.substring(name.lastIndexOf(lock) + lock.length());
  }

  private Other read(Metadata file, Metadata own) throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(storage.open(prefix + suffix(file)), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (FileNotFoundException | IllegalArgumentException e) {
      // Gone by now, or no lock of ours: it is told by its age alone.
      properties.clear();
    }
    boolean known = file.lastModifiedMillis() > 0 && own.lastModifiedMillis() > 0;
    long age = known ? Math.max(0, own.lastModifiedMillis() - file.lastModifiedMillis()) : 0;
    return new Other(prefix + suffix(file), properties, Duration.ofMillis(age), holder);
  }

  /** The lock file of another run. */
  private record Other(String file, Properties holder, Duration age, Properties here) {
    boolean isDead() {
      if (age.compareTo(SILENCE) > 0) {
        return true;
      }
      String system = holder.getProperty("system", "");
      if (system.isEmpty() || !system.equals(here.getProperty("system"))) {
        return false;
      }
      try {
        return ProcessHandle.of(Long.parseLong(holder.getProperty("pid", "")))
            .map(process -> !started(process).equals(holder.getProperty("process", "")))
            .orElse(true);
      } catch (NumberFormatException e) {
        return false;
      }
    }

    private String who() {
      return "run "
          + holder.getProperty("run", "without a name")
          + " on "
          + holder.getProperty("host", "an unknown host");
    }

    private String silence() {
      return age.toSeconds() < 120
          ? age.toSeconds() + " s"
          : String.format(Locale.ROOT, "%,d min", age.toMinutes());
    }

    String words() {
      return ": "
          + who()
          + " since "
          + holder.getProperty("since", "an unknown time")
          + ", last heard of "
          + silence()
          + " ago; wait for it to end. If it is dead for sure, delete "
          + file
          + "; after "
          + SILENCE.toMinutes()
          + " minutes of silence it is taken for dead.";
    }

    String obituary() {
      return "The lock of "
          + who()
          + ", dead or not heard of for "
          + silence()
          + ", was taken over.";
    }
  }

  private void beat() {
    beat.schedule(
        new TimerTask() {
          @Override
          public void run() {
            renew();
          }
        },
        BEAT.toMillis(),
        BEAT.toMillis());
  }

  private synchronized void renew() {
    try {
      if (closed) {
        return;
      }
      if (volume.exists(path)) {
        write();
      } else {
        lost.set("another run took it for dead and took the lock over");
        beat.cancel();
      }
    } catch (IOException | RuntimeException e) {
      // The next beat may succeed, and before anything is published the lock is checked; but where
      // none comes through, another run may take the lock.
      LOG.log(Level.FINE, "Cannot renew " + path, e);
    }
  }

  @Override
  public String note() {
    return String.join(" ", notes);
  }

  @Override
  public void check() throws IOException {
    if (lost.get() == null && !volume.exists(path)) {
      lost.set("another run took it for dead and took the lock over");
    }
    String reason = lost.get();
    if (reason != null) {
      throw new IOException("the lock is lost: " + reason);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    beat.cancel();
    volume.delete(path);
  }
}
