package org.cablebeam.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /**
   * What must be the same whatever did the work: digests of every file of statistics, of the
   * ledger, and of the sorted records of each kind.
   */
  Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    for (String part : List.of("cables", "duplicates", "rejects", "ledger")) {
      digests.put(part, digest(String.join("\n", contents(part)).getBytes(UTF_8)));
    }
    digests.putAll(tables());
    return digests;
  }

  /** Of these the digests of the files alone, in which all records are counted. */
  Map<String, String> tables() {
    Map<String, String> digests = new TreeMap<>();
    digests.put("ledger.csv", digest(bytes("ledger/ledger.csv")));
    try (Stream<Path> files = Files.list(folder.resolve("statistics"))) {
      for (Path file : files.toList()) {
        String name = "statistics/" + file.getFileName();
        digests.put(name, digest(bytes(name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digests;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
