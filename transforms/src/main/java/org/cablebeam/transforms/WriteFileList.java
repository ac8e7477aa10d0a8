package org.cablebeam.transforms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.cablebeam.transforms.staging.Attempts;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;

/** Writes the list of what was written, last of all, for the program that started the run. */
public final class WriteFileList extends PTransform<PCollection<WrittenFile>, PDone> {
  private static final long serialVersionUID = 1;

  private final Storage storage;
  private final String path;

  private WriteFileList(Storage storage, String path) {
    this.storage = storage;
    this.path = path;
  }

  public static WriteFileList to(Storage storage, String path) {
    return new WriteFileList(storage, path);
  }

  @Override
  public PDone expand(PCollection<WrittenFile> files) {
    files.apply("ToOne", ToOne.create()).apply("Write", ParDo.of(new WriteFn(storage, path)));
    return PDone.in(files.getPipeline());
  }

  private static final class WriteFn extends DoFn<Iterable<WrittenFile>, Void> {
    private static final long serialVersionUID = 1;
    private final Storage storage;
    private final String path;

    WriteFn(Storage storage, String path) {
      this.storage = storage;
      this.path = path;
    }

    @ProcessElement
    public void process(@Element Iterable<WrittenFile> files) throws IOException {
      List<WrittenFile> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      sorted.sort(Comparator.comparing(WrittenFile::path));
      String attempt = Attempts.at(path);
      try (OutputStream out = storage.create(attempt)) {
        out.write(new ObjectMapper().writeValueAsBytes(sorted));
      }
      storage.rename(attempt, path);
    }
  }
}
