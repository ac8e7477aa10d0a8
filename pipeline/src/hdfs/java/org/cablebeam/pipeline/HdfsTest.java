package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a real NameNode and DataNode, in this process: {@code mvn verify -Phdfs}. */
class HdfsTest {
  private static final String SAMPLES = "../samples/text";
  private static final String[] ODD =
      {"with blank/a b.txt", "[1973]/{x}.txt", "100%/é.txt", "deep/er/est/1.txt"};

  /** Held, so that their levels are: what the cluster tells of every call would fill the log. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.apache.hadoop"), Logger.getLogger("BlockStateChange"));

  @TempDir static java.nio.file.Path disk;
  private static MiniDFSCluster cluster;
  private static FileSystem hdfs;
  private static String root;

  private record Ended(int code, String err) {}

  @BeforeAll
  static void startCluster() throws IOException {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    Configuration configuration = new Configuration();
    configuration.set("dfs.replication", "1");
    cluster =
        new MiniDFSCluster.Builder(configuration, disk.resolve("hdfs").toFile())
            .numDataNodes(1)
            .build();
    cluster.waitActive();
    hdfs = cluster.getFileSystem();
    root = "hdfs://localhost:" + cluster.getNameNodePort();
  }

  @AfterAll
  static void stopCluster() {
    cluster.shutdown();
  }

  @BeforeEach
  void clear() throws IOException {
    for (var status : hdfs.listStatus(new Path("/"))) {
      hdfs.delete(status.getPath(), true);
    }
    hdfs.copyFromLocalFile(new Path(new File(SAMPLES).getAbsolutePath()), new Path("/in"));
  }

  private static Ended run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--quiet", "--maxRejectRatio=1"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            all.toArray(new String[0]),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(code, err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void writesTheSameAsToTheLocalDisk() throws Exception {
    java.nio.file.Path local = disk.resolve("local");
    assertThat(run("--input=" + SAMPLES, "--output=" + local)).isEqualTo(new Ended(0, ""));
    assertThat(run("--input=" + SAMPLES, "--output=" + root + "/results/out"))
        .isEqualTo(new Ended(0, ""));

    Map<String, String> there = whole("/results/out");
    for (var file : there.entrySet()) {
      byte[] here = java.nio.file.Files.readAllBytes(local.resolve(file.getKey()));
      if (file.getKey().endsWith(".avro")) {
        // Avro draws a mark between blocks by lot for each file of records.
        byte[] theirs = bytes("/results/out/" + file.getKey());
        assertThat(records(theirs)).as(file.getKey()).isEqualTo(records(here));
      } else if (!file.getKey().startsWith("report/")) {
        // The report tells how long the run took.
        assertThat(file.getValue()).as(file.getKey()).isEqualTo(sha256(here));
      }
    }
    assertThat(names("/results")).containsExactly("out");
  }

  @Test
  void readsWhatLiesThereAsItReadsTheLocalDisk() throws Exception {
    java.nio.file.Path local = disk.resolve("local-too");
    assertThat(run("--input=" + SAMPLES, "--output=" + local).code()).isZero();
    assertThat(run("--input=" + root + "/in", "--output=" + root + "/out"))
        .isEqualTo(new Ended(0, ""));

    Map<String, String> there = whole("/out");
    byte[] tags = java.nio.file.Files.readAllBytes(local.resolve("statistics/tags.csv"));
    assertThat(there.get("statistics/tags.csv")).isEqualTo(sha256(tags));
    JsonNode here =
        new ObjectMapper().readTree(local.resolve("run.json").toFile()).path("counts");
    assertThat(record("/out").path("counts")).isEqualTo(here);
  }

  @Test
  void findsEveryFileWhateverItsName() throws Exception {
    for (String name : ODD) {
      try (var out = hdfs.create(new Path(new Path("/odd"), new Path(null, null, name)))) {
        out.write("no cable".getBytes(StandardCharsets.UTF_8));
      }
    }
    hdfs.create(new Path("/odd/empty.txt")).close();
    hdfs.create(new Path("/odd/.hidden/x.txt")).close();
    hdfs.mkdirs(new Path("/odd/empty folder"));

    for (String input : List.of("/odd", "/odd/", "/odd/**")) {
      Ended ended =
          run("--input=" + root + input, "--output=" + root + "/out", "--overwrite");
      assertThat(ended).isEqualTo(new Ended(0, ""));
      JsonNode run = record("/out");
      assertThat(run.path("inputs").path("files").asInt()).as(input).isEqualTo(5);
      assertThat(run.path("counts").path("rejects").asInt()).isEqualTo(4);
    }
    Ended pattern = run("--input=" + root + "/odd/**/*.txt", "--output=" + root + "/other");
    assertThat(pattern.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(pattern.err()).hasLineCount(1).contains("name the folder");
  }

  @Test
  void replacesResultsAndNothingElse() throws Exception {
    String output = "--output=" + root + "/out";
    String input = "--input=" + root + "/in";
    hdfs.mkdirs(new Path("/out"));
    assertThat(run(input, output)).isEqualTo(new Ended(0, ""));
    String first = record("/out").path("run").asText();
    assertThat(run(input, output).code()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(run(input, output, "--overwrite", "--numShards=2")).isEqualTo(new Ended(0, ""));
    assertThat(record("/out").path("run").asText()).isNotEqualTo(first);
    whole("/out");
    assertThat(names("/")).containsExactlyInAnyOrder("in", "out");

    Ended foreign = run(input, "--output=" + root + "/in", "--overwrite");
    assertThat(foreign.code()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(foreign.err()).hasLineCount(1).contains("no results");
    Ended file = run(input, "--output=" + root + "/in/" + names("/in").get(0) + "/out");
    assertThat(file.err()).hasLineCount(1);
    assertThat(file.code()).isNotZero();
  }

  @Test
  void putsBackTheOldResultOfARunKilledBetweenItsTwoRenames() throws Exception {
    String input = "--input=" + root + "/in";
    assertThat(run(input, "--output=" + root + "/out").code()).isZero();
    hdfs.rename(new Path("/out"), new Path("/.out.previous-0"));
    hdfs.mkdirs(new Path("/.out.staging-0/cables"));

    Ended ended = run(input, "--output=" + root + "/out");

    assertThat(ended.code()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(ended.err()).contains("were put back");
    whole("/out");
    assertThat(names("/")).containsExactlyInAnyOrder("in", "out");
  }

  /** A process killed with its lock and staging folder: the next run goes on at once. */
  @Test
  void takesOverFromAProcessThatWasKilled() throws Exception {
    String input = "--input=" + root + "/in";
    String output = "--output=" + root + "/out";
    assertThat(run(input, output).code()).isZero();
    Process process =
        new ProcessBuilder(
                java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                input,
                output,
                "--overwrite",
                "--quiet")
            .redirectErrorStream(true)
            .redirectOutput(disk.resolve("messages").toFile())
            .start();
    while (process.isAlive()
        && names("/").stream().noneMatch(name -> name.startsWith(".out.staging-"))) {
      process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly().waitFor();
    assertThat(names("/"))
        .as(java.nio.file.Files.readString(disk.resolve("messages")))
        .anyMatch(name -> name.startsWith(".out.lock-"));
    whole("/out");

    Ended next = run(input, output, "--overwrite");

    assertThat(next.code()).as(next.err()).isZero();
    assertThat(next.err()).hasLineCount(1).contains("The lock of run ").contains("was taken over");
    whole("/out");
    assertThat(names("/")).containsExactlyInAnyOrder("in", "out");
  }

  private static List<String> names(String folder) throws IOException {
    return Arrays.stream(hdfs.listStatus(new Path(folder)))
        .map(status -> status.getPath().getName())
        .toList();
  }

  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = hdfs.open(new Path(path))) {
      return in.readAllBytes();
    }
  }

  private static JsonNode record(String out) throws IOException {
    return new ObjectMapper().readTree(bytes(out + "/run.json"));
  }

  /** The digests of the files of a result, which must be as it says. */
  private static Map<String, String> whole(String out) throws Exception {
    assertThat(hdfs.exists(new Path(out + "/_SUCCESS"))).isTrue();
    assertThat(hdfs.exists(new Path(out + "/parts"))).isFalse();
    Map<String, String> digests = new TreeMap<>();
    for (JsonNode file : record(out).path("files")) {
      String path = file.path("path").asText();
      digests.put(path, sha256(bytes(out + "/" + path)));
      assertThat(digests.get(path)).isEqualTo(file.path("sha256").asText());
    }
    return digests;
  }

  private static List<String> records(byte[] avro) throws IOException {
    List<String> records = new ArrayList<>();
    try (var file =
        new DataFileStream<>(
            new ByteArrayInputStream(avro), new GenericDatumReader<GenericRecord>())) {
      file.forEach(record -> records.add(record.toString()));
    }
    return records;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
