package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program and Beam's own client of S3 against a server of that protocol, a process of its own
 * which keeps its objects as files: what lies there is looked at past the protocol. {@code mvn test
 * -Ps3 -Dtest=S3Test}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class S3Test {
  private static final Path SERVER = Path.of("target", "s3", "s3proxy.jar").toAbsolutePath();
  private static final Path SAMPLES = Path.of("..", "samples", "text");
  private static final List<String> ODD =
      List.of("with blank/a b.txt", "[1973]/{x}.txt", "100%/é.txt", "deep/er/est/1.txt", "a+b.txt");

  @TempDir static Path disk;

  private final HttpClient http = HttpClient.newHttpClient();
  private Servers servers;
  private String endpoint;
  private Path bucket;
  private Output direct;

  private record Ended(int code, String err) {}

  @BeforeAll
  void startServer() throws Exception {
    System.setProperty("aws.accessKeyId", "anybody");
    System.setProperty("aws.secretAccessKey", "anything");
    endpoint = "http://127.0.0.1:" + Servers.freePort();
    Path store = Files.createDirectories(disk.resolve("store"));
    bucket = store.resolve("cables");
    Path settings =
        Files.writeString(
            disk.resolve("s3proxy.properties"),
            """
            s3proxy.endpoint=%s
            s3proxy.authorization=none
            s3proxy.ignore-unknown-headers=true
            jclouds.provider=filesystem-nio2
            jclouds.filesystem.basedir=%s
            jclouds.identity=anybody
            jclouds.credential=anything
            """
                .formatted(endpoint, store));
    servers =
        new Servers(SERVER.resolveSibling("logs"), List.of(SERVER), List.of("-Xmx256m"), Map.of());
    servers.start("s3proxy", "org.gaul.s3proxy.Main", "--properties", settings.toString());
    servers.await("the store listened", this::makeBucket);
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        put("in/" + SAMPLES.relativize(file), Files.readAllBytes(file));
      }
    }
    direct = new Output(disk.resolve("direct"));
    assertThat(run("--input=" + SAMPLES, "--output=" + direct.folder()))
        .isEqualTo(new Ended(0, ""));
  }

  @AfterAll
  void stopServer() {
    if (servers != null) {
      servers.close();
    }
  }

  private boolean makeBucket() throws InterruptedException {
    try {
      return send(request("").PUT(BodyPublishers.noBody())) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void put(String name, byte... content) throws Exception {
    String path = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(send(request("/" + path).PUT(BodyPublishers.ofByteArray(content)))).isEqualTo(200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint + "/cables" + path));
  }

  private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private String[] arguments(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--quiet", "--maxRejectRatio=1", "--awsRegion=us-east-1", "--endpoint=" + endpoint));
    return all.toArray(new String[0]);
  }

  private Ended run(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments(arguments),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(code, err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void writesTheSameAsToTheLocalDisk() throws Exception {
    assertThat(run("--input=" + SAMPLES, "--output=s3://cables/from-disk"))
        .isEqualTo(new Ended(0, ""));

    Output there = whole("from-disk");
    assertThat(there.digests()).isEqualTo(direct.digests());
  }

  @Test
  void readsWhatLiesThereAsItReadsTheLocalDisk() throws Exception {
    assertThat(run("--input=s3://cables/in", "--output=s3://cables/from-store"))
        .isEqualTo(new Ended(0, ""));

    Output there = whole("from-store");
    assertThat(there.run().path("counts")).isEqualTo(direct.run().path("counts"));
    assertThat(there.bytes("statistics/posts.csv")).isEqualTo(direct.bytes("statistics/posts.csv"));
  }

  @Test
  void replacesResultsAndTakesOverWhatDidNotChange() throws Exception {
    String input = "--input=s3://cables/in";
    String output = "--output=s3://cables/kept";
    assertThat(run(input, output, "--numShards=2")).isEqualTo(new Ended(0, ""));
    Ended again = run(input, output);
    assertThat(again.code()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(again.err()).hasLineCount(1).contains("add --overwrite");

    assertThat(run(input, output, "--overwrite", "--previous=s3://cables/kept"))
        .isEqualTo(new Ended(0, ""));

    Output there = whole("kept");
    assertThat(there.run().path("inputs").path("taken_over").asInt()).isPositive();
    assertThat(there.bytes("statistics/tags.csv")).isEqualTo(direct.bytes("statistics/tags.csv"));
    assertThat(there.files("cables")).hasSize(1);

    Ended foreign = run(input, "--output=s3://cables/in", "--overwrite");
    assertThat(foreign.code()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(foreign.err()).hasLineCount(1).contains("no results");
  }

  @Test
  void findsEveryObjectWhateverItsName() throws Exception {
    for (String name : ODD) {
      put("odd/" + name, "no cable".getBytes(StandardCharsets.UTF_8));
    }
    put("odd/empty.txt");

    assertThat(run("--input=s3://cables/odd", "--output=s3://cables/of-odd"))
        .isEqualTo(new Ended(0, ""));

    Output there = whole("of-odd");
    assertThat(there.run().path("inputs").path("files").asInt()).isEqualTo(ODD.size() + 1);
    assertThat(there.count("rejects")).isEqualTo(ODD.size());
  }

  @Test
  void theNextRunFinishesWhatAKilledOnePublished() throws Exception {
    String input = "--input=s3://cables/in";
    String output = "--output=s3://cables/killed";
    assertThat(run(input, output).code()).isZero();
    String old = whole("killed").run().path("run").asText();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Daws.accessKeyId=anybody"));
    command.addAll(List.of("-Daws.secretAccessKey=anything", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(Arrays.asList(arguments(input, output, "--overwrite")));
    Path words = disk.resolve("words");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    // It takes the old mark away first, and sets the new one last.
    Path mark = bucket.resolve("killed/_SUCCESS");
    while (process.isAlive() && Files.exists(mark)) {
      process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly().waitFor();
    assertThat(mark).as(Files.readString(words)).doesNotExist();

    Ended next = run(input, output);

    assertThat(next.code()).as(next.err()).isEqualTo(ExitCode.OUTPUT_EXISTS.number());
    assertThat(next.err()).hasLineCount(1).contains("its results were put in their place");
    Output there = whole("killed");
    assertThat(there.run().path("run").asText()).isNotEqualTo(old);
    assertThat(there.digests().get("statistics/tags.csv"))
        .isEqualTo(direct.digests().get("statistics/tags.csv"));
  }

  @Test
  void saysInOneLineWhatTheStoreRefuses() throws IOException {
    Ended output = run("--input=" + SAMPLES, "--output=s3://no-such-bucket/out");
    assertThat(output.code()).isEqualTo(ExitCode.FAILED.number());
    assertThat(output.err())
        .hasLineCount(1)
        .startsWith("cablebeam: Cannot write --output=s3://no-such-bucket/out: ")
        .contains("bucket does not exist");

    Ended input = run("--input=s3://no-such-bucket/in", "--output=s3://cables/nothing");
    assertThat(input.code()).isNotZero();
    assertThat(input.err()).hasLineCount(1).contains("s3://no-such-bucket/in");
    assertThat(bucket.resolve("nothing")).doesNotExist();
  }

  /** A result that is as it says, with nothing beside it that a run leaves. */
  private Output whole(String name) throws IOException {
    Output output = new Output(bucket.resolve(name));
    assertThat(output.folder().resolve("_SUCCESS")).exists();
    assertThat(output.run().path("status").asText()).isEqualTo("done");
    output
        .run()
        .path("files")
        .forEach(
            file ->
                assertThat(output.bytes(file.path("path").asText()))
                    .hasSize(file.path("size").asInt()));
    try (Stream<Path> all = Files.list(bucket)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .noneMatch(left -> left.startsWith("." + name + "."));
    }
    return output;
  }
}
