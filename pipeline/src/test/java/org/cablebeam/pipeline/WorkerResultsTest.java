package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollectionList;
import org.cablebeam.schemas.Cable;
import org.cablebeam.transforms.FileSystemsStorage;
import org.cablebeam.transforms.GatherFiles;
import org.cablebeam.transforms.WriteFileList;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerResultsTest {
  @TempDir Path folder;

  private final Storage storage = new FileSystemsStorage();
  private OutputLayout staging;

  @BeforeEach
  void know() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    staging = new OutputLayout(folder.resolve("staging").toString());
  }

  @Test
  void whatAWorkerHasWrittenMustBeThere() throws IOException {
    Path file = Files.writeString(folder.resolve("cables-00000-of-00001.avro"), "whole");

    WorkerResults.requireThere(List.of(new WrittenFile(file.toString(), 5, "", 1)));

    assertThatThrownBy(
            () -> WorkerResults.requireThere(List.of(new WrittenFile(file.toString(), 7, "", 1))))
        .hasMessageContaining(
            "has 5 bytes, but a worker has written 7 bytes; --output must lead to the same files");
    Files.delete(file);
    assertThatThrownBy(
            () -> WorkerResults.requireThere(List.of(new WrittenFile(file.toString(), 7, "", 1))))
        .hasMessageContaining("cables-00000-of-00001.avro is not there, but");
  }

  @Test
  void saysThatNothingIsThere() {
    assertThatThrownBy(() -> WorkerResults.takeOver(storage, staging))
        .hasMessageContaining("nothing of what they have written is there");
  }

  @Test
  void aWorkerTakenForLostDoesNoHarmToItsSuccessor() throws IOException {
    String path = staging.attempts().cables(1, "null").path(0);
    String lost = Attempts.at(path);
    try (OutputStream zombie = storage.create(lost)) {
      zombie.write("half of".getBytes(StandardCharsets.UTF_8));
      WrittenFile successor = write(path, "what the successor wrote");
      list(successor);
      zombie.write(" what the zombie".getBytes(StandardCharsets.UTF_8));

      List<WrittenFile> files = WorkerResults.takeOver(storage, staging);
      zombie.write(" still writes, and more than its successor".getBytes(StandardCharsets.UTF_8));
      zombie.flush();

      assertThat(files).containsExactly(successor.at(staging.cables(1, "null").path(0)));
      assertThat(Path.of(files.get(0).path())).hasContent("what the successor wrote");
    }
    assertThat(Path.of(files(staging.root()).get("cables/cables-00000-of-00001.avro")))
        .hasContent("what the successor wrote");
    assertThat(Path.of(lost)).startsWith(Path.of(staging.parts()));
  }

  @Test
  void eachAttemptOfAStepWritesAFileOfItsOwn() throws IOException {
    Pipeline pipeline = Pipeline.create();
    List<WrittenFile> none = List.of();
    PCollectionList<WrittenFile> attempts = PCollectionList.empty(pipeline);
    for (int attempt = 0; attempt < 2; attempt++) {
      attempts =
          attempts.and(
              pipeline
                  .apply(
                      "Nothing" + attempt,
                      Create.of(none).withCoder(SerializableCoder.of(WrittenFile.class)))
                  .apply(
                      "Gather" + attempt,
                      GatherFiles.into(
                          staging.attempts().duplicates("null"), Cable.getClassSchema(), storage)));
    }
    attempts
        .apply(Flatten.pCollections())
        .apply(WriteFileList.to(storage, staging.attempts().files()));
    pipeline.run().waitUntilFinish();

    Map<String, String> written = files(staging.attempts().root());
    assertThat(written.keySet())
        .hasSize(3)
        .contains("files.json")
        .filteredOn(name -> name.startsWith("duplicates/"))
        .allSatisfy(
            name -> {
              assertThat(Attempts.target(name))
                  .isEqualTo("duplicates/duplicates-00000-of-00001.avro");
              try (var file =
                  new DataFileReader<>(
                      Path.of(written.get(name)).toFile(), new GenericDatumReader<>())) {
                assertThat(file.hasNext()).isFalse();
              }
            });
  }

  private WrittenFile write(String path, String content) throws IOException {
    String attempt = Attempts.at(path);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = storage.create(attempt)) {
      out.write(bytes);
    }
    return new WrittenFile(attempt, bytes.length, "", 1);
  }

  private void list(WrittenFile... files) {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.of(List.of(files)).withCoder(SerializableCoder.of(WrittenFile.class)))
        .apply(WriteFileList.to(storage, staging.attempts().files()));
    pipeline.run().waitUntilFinish();
  }

  /** The files in a folder and where they lie, by their paths in it. */
  private static Map<String, String> files(String root) throws IOException {
    Path folder = Path.of(root);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : new ArrayList<>(all.filter(Files::isRegularFile).toList())) {
        files.put(folder.relativize(file).toString(), file.toString());
      }
    }
    return files;
  }
}
