package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The folders in which attempts at parts are staged, watched while a run works. */
final class StagedAttempts {
  private final Path parent;
  private final String staging;
  private final Set<String> seen = new TreeSet<>();

  /** Watches the run that is to make a folder of results. */
  StagedAttempts(Path output) {
    this.parent = output.getParent();
    this.staging = "." + output.getFileName() + ".staging-*";
  }

  /** Waits until that many were begun; a worker begins one when it is done with the one before. */
  void await(int begun, Process run) throws IOException, InterruptedException {
    while (look() < begun) {
      assertThat(run.waitFor(20, TimeUnit.MILLISECONDS))
          .as("the run had ended before it could be hurt")
          .isFalse();
    }
  }

  /** Watches a run to its end. */
  void watch(Process run) throws IOException, InterruptedException {
    do {
      look();
    } while (!run.waitFor(20, TimeUnit.MILLISECONDS));
  }

  private int look() throws IOException {
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(parent, staging)) {
      for (Path run : runs) {
        try (DirectoryStream<Path> parts =
            Files.newDirectoryStream(run.resolve("parts"), "part-*")) {
          parts.forEach(part -> seen.add(part.getFileName().toString()));
        } catch (NoSuchFileException e) {
          // Not yet, or no longer.
        }
      }
    }
    return seen.size();
  }

  /** Numbers of parts at which more than one attempt was made. */
  Set<String> repeatedParts() {
    Map<String, Integer> attempts = new HashMap<>();
    for (String name : seen) {
      attempts.merge(name.substring(0, "part-0000000".length()), 1, Integer::sum);
    }
    attempts.values().removeIf(count -> count < 2);
    return attempts.keySet();
  }
}
