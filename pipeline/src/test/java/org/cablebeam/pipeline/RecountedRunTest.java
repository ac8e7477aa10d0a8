package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.Count;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.synthesis.Composer;
import org.cablebeam.synthesis.CorpusWriter;
import org.cablebeam.synthesis.Form;
import org.cablebeam.synthesis.Packing;
import org.cablebeam.transforms.statistics.ExpectedCsv;
import org.cablebeam.transforms.statistics.Recount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every column of every statistic of a run is what other code counts of the cables that the run
 * wrote: first the Avro, then each cell of the CSV.
 */
class RecountedRunTest {
  private static final int CABLES = 400;

  @TempDir Path folder;

  @Test
  void everyFigureIsWhatOtherCodeCountsOfTheCables() throws Exception {
    Path output = run();
    List<Cable> cables = cables(output);
    assertThat(cables).hasSizeGreaterThan(CABLES / 2);
    assertThat(new Output(output).records("duplicates")).isNotEmpty();

    Map<String, List<? extends SpecificRecord>> recount = new Recount(cables).tables();

    Path statistics = output.resolve("statistics");
    TreeSet<String> files = new TreeSet<>();
    for (Map.Entry<String, List<? extends SpecificRecord>> table : recount.entrySet()) {
      String name = table.getKey();
      assertThat(table.getValue()).as(name).isNotEmpty();
      Schema schema = table.getValue().get(0).getSchema();
      assertThat(records(statistics.resolve(name + ".avro"), schema))
          .as(name)
          .isEqualTo(table.getValue());
      files.add(name + ".avro");
      for (String csv : ExpectedCsv.files(name)) {
        assertThat(lines(statistics.resolve(csv + ".csv")))
            .as(csv)
            .isEqualTo(ExpectedCsv.lines(csv, schema, table.getValue()));
        files.add(csv + ".csv");
      }
    }
    try (Stream<Path> written = Files.list(statistics)) {
      assertThat(written.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(files);
    }
    assertThatNamesAreMentioned(recount);
  }

  /** Nothing would be compared if nobody were mentioned. */
  private static void assertThatNamesAreMentioned(
      Map<String, List<? extends SpecificRecord>> recount) {
    List<List<Count>> lists = new ArrayList<>();
    recount.get("posts").forEach(post -> lists.add(((PostStatistics) post).getPersons()));
    recount.get("posts").forEach(post -> lists.add(((PostStatistics) post).getOrganizations()));
    recount.get("tags").forEach(tag -> lists.add(((TagStatistics) tag).getPersons()));
    recount.get("tags").forEach(tag -> lists.add(((TagStatistics) tag).getOrganizations()));
    assertThat(lists).filteredOn(list -> list.size() > 2).hasSizeGreaterThan(20);
  }

  private Path run() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Composer composer = new Composer(97, CABLES, 0.2);
    int from = 0;
    int each = 2 * CABLES / Form.values().length;
    for (Form form : Form.values()) {
      Path to = Files.createDirectory(corpus.resolve(form.name()));
      try (CorpusWriter writer = new CorpusWriter(form, Packing.NONE, Packing.NONE.in(to), false)) {
        // Each form repeats half of the one before.
        for (int i = 0; i < each; i++) {
          writer.write(composer.cable((from + i) % CABLES));
        }
      }
      from += each / 2;
    }
    Path output = folder.resolve("out");
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(words, true, StandardCharsets.UTF_8);
    int code =
        Main.run(
            new String[] {"--input=" + corpus, "--output=" + output, "--numShards=3", "--quiet"},
            err,
            err);
    assertThat(code).as(words.toString(StandardCharsets.UTF_8)).isZero();
    return output;
  }

  private static List<Cable> cables(Path output) {
    List<Cable> cables = new ArrayList<>();
    for (Path file : new Output(output).files("cables")) {
      for (SpecificRecord cable : records(file, Cable.getClassSchema())) {
        cables.add((Cable) cable);
      }
    }
    return cables;
  }

  private static List<SpecificRecord> records(Path file, Schema schema) {
    try (DataFileReader<SpecificRecord> reader =
        new DataFileReader<>(
            file.toFile(),
            new SpecificDatumReader<>(schema, schema, SpecificData.getForSchema(schema)))) {
      List<SpecificRecord> records = new ArrayList<>();
      reader.forEach(records::add);
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> lines(Path csv) throws IOException {
    try (Reader reader = Files.newBufferedReader(csv)) {
      return CSVFormat.RFC4180.parse(reader).stream().map(CSVRecord::toList).toList();
    }
  }
}
