package org.cablebeam.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.cablebeam.schemas.Cable;
import org.cablebeam.schemas.LedgerEntry;
import org.cablebeam.schemas.Mention;
import org.cablebeam.schemas.PostStatistics;
import org.cablebeam.schemas.RejectedMessage;
import org.cablebeam.schemas.TagStatistics;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.jspecify.annotations.Nullable;

/** What a run was and what came of it: {@code run.json}, for machines. */
final class RunRecord {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  RunRecord(String run, String started) {
    fields.put("cablebeam", Version.VERSION);
    fields.put("program", Version.program());
    fields.put("run", run);
    fields.put("status", "running");
    fields.put("started", started);
  }

  void put(String name, @Nullable Object value) {
    fields.put(name, value);
  }

  /** Messages, and the things that can come of one. */
  void counts(RunCounts counts) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("messages", counts.messages());
    all.put("cables", counts.cables());
    all.put("duplicates", counts.duplicates());
    all.put("sections", counts.sections());
    all.put("rejects", counts.rejects());
    all.put("left_out", counts.leftOut());
    fields.put("counts", all);
  }

  void files(List<WrittenFile> files, OutputLayout layout) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (WrittenFile file : files) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("path", layout.relative(file.path()));
      one.put("size", file.size());
      one.put("sha256", file.sha256());
      one.put("records", file.records());
      all.add(one);
    }
    fields.put("files", all);
  }

  /** The Parsing Canonical Form fingerprints of the records' schemas, 64-bit Rabin. */
  void schemas() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Schema schema :
        List.of(
            Cable.getClassSchema(),
            Mention.getClassSchema(),
            RejectedMessage.getClassSchema(),
            LedgerEntry.getClassSchema(),
            TagStatistics.getClassSchema(),
            PostStatistics.getClassSchema())) {
      all.put(schema.getName(), Long.toHexString(SchemaNormalization.parsingFingerprint64(schema)));
    }
    fields.put("schemas", all);
  }

  void write(Storage storage, String path) throws IOException {
    try (OutputStream out = storage.create(path)) {
      out.write(
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(fields));
      out.write('\n');
    }
  }
}
