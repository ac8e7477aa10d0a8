package org.cablebeam.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** An output folder as a stranger reads it: Avro without our classes. */
record Output(Path folder) {
  List<GenericRecord> records(String part) {
    List<GenericRecord> records = new ArrayList<>();
    for (Path file : files(part)) {
      try (DataFileReader<GenericRecord> reader =
          new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
        reader.forEach(records::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return records;
  }

  /** The Avro files of a part, by name. */
  List<Path> files(String part) {
    try (Stream<Path> files = Files.list(folder.resolve(part))) {
      return files.filter(file -> file.toString().endsWith(".avro")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All records of a part as text, sorted: what is the same whatever the number of files. */
  List<String> contents(String part) {
    return records(part).stream().map(GenericRecord::toString).sorted().toList();
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode run() {
    try {
      return new ObjectMapper().readTree(bytes("run.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count(String what) {
    return run().path("counts").path(what).asLong();
  }
}
