package org.cablebeam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.cablebeam.pipeline.ObjectStore.Fault;
import org.cablebeam.pipeline.Volume.Place;
import org.cablebeam.transforms.FileSystemsStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Publishing where every single step fails, with nothing done, with all done but told as failed, or
 * with the process dead from then on: the output is the old result, none, or the new one, and the
 * next run puts it right, losing neither.
 */
class CommitTest {
  @TempDir Path folder;

  @BeforeEach
  void clear() {
    ObjectStore.clear();
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void copyingLosesNothing(Fault fault) throws Exception {
    Place place = new Place("shelf://results/", "out");
    RemoteVolume volume = RemoteVolume.of("shelf://results/");
    for (long at = 1; ; at++) {
      ObjectStore.clear();
      stage(place.folder(), "old");
      CopyingCommit commit = new CopyingCommit(volume, place, "1");
      stage(commit.staging().root(), "new");

      ObjectStore.failAt(at, fault);
      Throwable thrown = catchThrowable(() -> publishAndForget(commit));
      long changes = ObjectStore.changes();
      ObjectStore.heal();
      String left = standing(ObjectStore.names(place.folder()), ObjectStore::get, place.folder());
      assertThat(left).isIn("old", "none", "new");
      if (thrown == null) {
        assertThat(left).isEqualTo("new");
      }

      new CopyingCommit(volume, place, "2").recover();
      assertThat(standing(ObjectStore.names(place.folder()), ObjectStore::get, place.folder()))
          .isEqualTo("new");
      assertThat(ObjectStore.names("shelf://")).allMatch(name -> name.startsWith(place.folder()));
      if (changes < at) {
        break;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void copyingWithARecoveryThatFailsAsWellLosesNothing(Fault fault) throws Exception {
    Place place = new Place("shelf://results/", "out");
    RemoteVolume volume = RemoteVolume.of("shelf://results/");
    for (long at = 1; ; at++) {
      ObjectStore.clear();
      stage(place.folder(), "old");
      CopyingCommit commit = new CopyingCommit(volume, place, "1");
      stage(commit.staging().root(), "new");
      ObjectStore.failAt(4, Fault.DEAD);
      assertThat(catchThrowable(() -> publishAndForget(commit))).isNotNull();

      ObjectStore.failAt(at, fault);
      Throwable thrown = catchThrowable(() -> new CopyingCommit(volume, place, "2").recover());
      ObjectStore.heal();
      new CopyingCommit(volume, place, "3").recover();

      assertThat(standing(ObjectStore.names(place.folder()), ObjectStore::get, place.folder()))
          .isEqualTo("new");
      if (thrown == null) {
        break;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void renamingLosesNothing(Fault fault) throws Exception {
    for (long at = 1; ; at++) {
      Place place = new Place(folder + "/" + fault + at + "/", "out");
      stage(place.folder(), "old");
      AtomicLong steps = new AtomicLong();
      RenamingCommit commit = new RenamingCommit(faulty(at, fault, steps), place, "1");
      stage(commit.staging().root(), "new");

      Throwable thrown = catchThrowable(() -> publishAndForget(commit));
      String left = standing(place);
      assertThat(left).isIn("old", "none", "new");
      if (thrown == null) {
        assertThat(left).isEqualTo("new");
      }

      new RenamingCommit(new LocalVolume(), place, "2").recover();
      assertThat(standing(place)).isEqualTo(left.equals("none") ? "old" : left);
      try (Stream<Path> beside = Files.list(Path.of(place.parent()))) {
        assertThat(beside).hasSize(1);
      }
      if (steps.get() < at) {
        break;
      }
    }
  }

  private static void publishAndForget(Commit commit) throws IOException {
    commit.publish();
    commit.forget();
  }

  /** The local disk, failing at a step that changes it. */
  private static Volume faulty(long at, Fault fault, AtomicLong steps) {
    Volume disk = new LocalVolume();
    Set<String> changes = Set.of("rename", "delete", "deleteFolder");
    return (Volume)
        Proxy.newProxyInstance(
            Volume.class.getClassLoader(),
            new Class<?>[] {Volume.class},
            (proxy, method, arguments) -> {
              long step = changes.contains(method.getName()) ? steps.incrementAndGet() : 0;
              boolean fails =
                  step == at || (fault == Fault.DEAD && steps.get() >= at && step != at);
              if (fails && fault != Fault.DONE_BUT_TOLD_AS_FAILED) {
                throw new IOException(ObjectStore.REASON);
              }
              try {
                Object result = method.invoke(disk, arguments);
                if (fails) {
                  throw new IOException(ObjectStore.REASON);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** A result of three files that all say whose they are. */
  private static void stage(String root, String whose) throws IOException {
    OutputLayout layout = new OutputLayout(root);
    List<String> files =
        new ArrayList<>(List.of("cables/cables-00000-of-00001.avro", "ledger/ledger.csv"));
    files.add(whose.equals("old") ? "cables/of-the-old-only.avro" : "report/index.html");
    StringBuilder record = new StringBuilder("{\"status\":\"done\",\"whose\":\"" + whose + "\",");
    record.append("\"files\":[");
    for (String file : files) {
      write(layout.root() + file, whose);
      record.append(record.toString().endsWith("[") ? "" : ",");
      record.append("{\"path\":\"").append(file).append("\"}");
    }
    write(layout.run(), record.append("]}").toString());
    write(layout.success(), "");
  }

  private static void write(String path, String content) throws IOException {
    try (OutputStream out = new FileSystemsStorage().create(path)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private interface Content {
    byte[] of(String path);
  }

  private static String standing(Place place) throws IOException {
    Path out = Path.of(place.folder());
    if (!Files.exists(out)) {
      return "none";
    }
    try (Stream<Path> files = Files.walk(out)) {
      List<String> names = files.filter(Files::isRegularFile).map(Path::toString).toList();
      return standing(
          names,
          name -> {
            try {
              return Files.readAllBytes(Path.of(name));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          place.folder());
    }
  }

  /** Whose result stands; none without _SUCCESS, and a word for a mixture. */
  private static String standing(List<String> names, Content content, String root) {
    OutputLayout out = new OutputLayout(root);
    if (!names.contains(out.success())) {
      return "none";
    }
    String record = new String(content.of(out.run()), StandardCharsets.UTF_8);
    String whose = record.contains("\"old\"") ? "old" : "new";
    boolean pure =
        names.stream()
            .filter(name -> !name.equals(out.run()) && !name.equals(out.success()))
            .allMatch(name -> new String(content.of(name), StandardCharsets.UTF_8).equals(whose));
    return pure && names.size() == 5 ? whose : "a mixture: " + names;
  }
}
