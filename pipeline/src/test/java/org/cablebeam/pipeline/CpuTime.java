package org.cablebeam.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processor time of a run and of the servers that work for it, and of what they start meanwhile.
 * The system forgets a process that has ended, so it is asked again and again; what is missed is
 * less than the time between two questions.
 */
final class CpuTime {
  private static final long MILLISECONDS_BETWEEN = 50;

  private final List<ProcessHandle> servers;
  private final Map<Long, Duration> before = new HashMap<>();
  private final Map<Long, Duration> last = new HashMap<>();

  /** Begins to count; servers that run already count from now on. */
  CpuTime(List<ProcessHandle> servers) {
    this.servers = List.copyOf(servers);
    look(servers.stream().flatMap(CpuTime::family), before);
  }

  /** Counts until a run has ended. */
  void watch(Process run) throws InterruptedException {
    do {
      look(
          Stream.concat(Stream.of(run.toHandle()), servers.stream()).flatMap(CpuTime::family),
          last);
    } while (!run.waitFor(MILLISECONDS_BETWEEN, TimeUnit.MILLISECONDS));
    look(servers.stream().flatMap(CpuTime::family), last);
  }

  double seconds() {
    Duration sum = Duration.ZERO;
    for (Map.Entry<Long, Duration> process : last.entrySet()) {
      Duration earlier = before.getOrDefault(process.getKey(), Duration.ZERO);
      sum = sum.plus(process.getValue()).minus(earlier);
    }
    return sum.toMillis() / 1000.0;
  }

  private static Stream<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  private static void look(Stream<ProcessHandle> processes, Map<Long, Duration> times) {
    processes.forEach(
        process ->
            process.info().totalCpuDuration().ifPresent(time -> times.put(process.pid(), time)));
  }
}
