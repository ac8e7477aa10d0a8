package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.cablebeam.pipeline.Volume.Lock;
import org.cablebeam.pipeline.Volume.LockedException;
import org.cablebeam.pipeline.Volume.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteLockTest {
  private static final Place PLACE = new Place("shelf://results/", "out");
  private RemoteVolume volume;

  @BeforeEach
  void open() throws UsageException {
    ObjectStore.clear();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    volume = RemoteVolume.of("shelf://results/");
  }

  @Test
  void isHeldByOneAndGivenFreeWithoutATrace() throws Exception {
    try (Lock lock = volume.lock(PLACE, "first")) {
      lock.check();
      // Long at work, but not silent for long.
      ObjectStore.pass(60_000);
      LockedException refused =
          catchThrowableOfType(LockedException.class, () -> volume.lock(PLACE, "second"));
      assertThat(refused.getMessage())
          .contains("run first on ")
          .contains("last heard of 60 s ago")
          .contains("delete shelf://results/.out.lock-first");
      lock.check();
      assertThat(ObjectStore.names("shelf://")).hasSize(1);
    }
    assertThat(ObjectStore.names("shelf://")).isEmpty();
    volume.lock(PLACE, "third").close();
  }

  @Test
  void isTakenOverAfterALongSilence() throws Exception {
    Lock silent = volume.lock(PLACE, "first");
    ObjectStore.pass(RemoteLock.SILENCE.toMillis() + 60_000);

    try (Lock lock = volume.lock(PLACE, "second")) {
      assertThat(lock.note()).contains("run first on ").contains("not heard of for 11 min");
      lock.check();
      assertThat(catchThrowable(silent::check)).isInstanceOf(IOException.class);
    }
    silent.close();
  }

  @Test
  void isTakenOverAtOnceWhereTheProcessIsDead() throws Exception {
    Process process = new ProcessBuilder("true").start();
    long pid = process.pid();
    process.waitFor();
    Lock dead = volume.lock(PLACE, "first");
    String file = ObjectStore.names("shelf://").get(0);
    String text = new String(ObjectStore.get(file), StandardCharsets.UTF_8);
    ObjectStore.put(file, text.replaceFirst("(?m)^pid=.*$", "pid=" + pid));

    try (Lock lock = volume.lock(PLACE, "second")) {
      assertThat(lock.note()).contains("run first on ");
    }
    // On another machine the same number says nothing.
    ObjectStore.put(
        file,
        text.replaceFirst("(?m)^pid=.*$", "pid=" + pid)
            .replaceFirst("(?m)^system=.*$", "system=x"));
    ObjectStore.pass(60_000);
    assertThat(catchThrowable(() -> volume.lock(PLACE, "third")))
        .isInstanceOf(LockedException.class);
    dead.close();
  }

  @Test
  void isNeverHeldByTwo() throws Exception {
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger got = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> run =
          () -> {
            try (Lock lock = volume.lock(PLACE, Thread.currentThread().getName())) {
              assertThat(holders.incrementAndGet()).isEqualTo(1);
              got.incrementAndGet();
              Thread.sleep(5);
              lock.check();
              holders.decrementAndGet();
            } catch (LockedException e) {
              // They met and gave way.
              assertThat(e).hasMessageContaining("wait for it to end");
            }
            return null;
          };
      for (Future<Void> end : threads.invokeAll(List.of(run, run, run, run))) {
        end.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(got.get()).isPositive();
    assertThat(ObjectStore.names("shelf://")).isEmpty();
  }
}
