package org.cablebeam.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a process has used so far.
 *
 * @param cpuSeconds of all its threads, in the program and for it, the compiler's included
 * @param peakBytes the most memory that was resident at one time; 0 where the system does not say
 */
record Usage(double cpuSeconds, long peakBytes) {
  static Usage ofThisProcess() throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long peak = 0;
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          peak = Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    }
    return new Usage(system.getProcessCpuTime() / 1e9, peak);
  }

  /** One line that {@link #read} understands. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "usage %.3f %d%n", cpuSeconds, peakBytes);
  }

  /** Finds the line in what a process printed. */
  static Usage read(String output) {
    for (String line : output.split("\n", -1)) {
      String[] words = line.trim().split(" ");
      if (words.length == 3 && words[0].equals("usage")) {
        return new Usage(Double.parseDouble(words[1]), Long.parseLong(words[2]));
      }
    }
    throw new IllegalStateException("The process did not say what it used:\n" + output);
  }
}
