package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cablebeam.transforms.staging.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
  @TempDir Path folder;

  @Test
  void whatAWorkerHasWrittenMustBeThere() throws IOException {
    Path file = Files.writeString(folder.resolve("cables-00000-of-00001.avro"), "whole");

    Run.requireWritten(List.of(new WrittenFile(file.toString(), 5, "", 1)));

    assertThatThrownBy(
            () -> Run.requireWritten(List.of(new WrittenFile(file.toString(), 7, "", 1))))
        .hasMessageContaining(
            "has 5 bytes, but a worker has written 7 bytes; --output must lead to the same files");
    Files.delete(file);
    assertThatThrownBy(
            () -> Run.requireWritten(List.of(new WrittenFile(file.toString(), 7, "", 1))))
        .hasMessageContaining("cables-00000-of-00001.avro is not there, but");
  }
}
