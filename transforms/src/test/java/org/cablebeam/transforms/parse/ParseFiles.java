package org.cablebeam.transforms.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RawMessage;
import org.cablebeam.schemas.RecordJson;
import org.cablebeam.schemas.Source;

/** Prints the record that the parser makes of each file named on the command line. */
public final class ParseFiles {
  private ParseFiles() {}

  public static void main(String[] args) throws IOException {
    CableParser parser = new CableParser();
    for (String arg : args) {
      Path file = Path.of(arg);
      System.out.println("=== " + file.getFileName());
      System.out.println(describe(parser.parseWhole(message(file))));
    }
  }

  private static String describe(ParseOutcome outcome) {
    if (outcome instanceof ParseOutcome.Parsed parsed) {
      return RecordJson.of(parsed.cable());
    }
    if (outcome instanceof ParseOutcome.Section section) {
      return RecordJson.of(section.section());
    }
    return RecordJson.of(((ParseOutcome.Rejected) outcome).reject());
  }

  /** One message a file; the file name claims an id if it looks like one. */
  static RawMessage message(Path file) throws IOException {
    String text =
        Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    Claims claims = null;
    if (stem.length() > 5 && stem.matches("\\d{2,4}[A-Z].*")) {
      int suffix = stem.indexOf('_');
      claims = Claims.newBuilder().setId(suffix < 0 ? stem : stem.substring(0, suffix)).build();
    }
    Source source = new Source(file.toUri().toString(), Container.TEXT, 1L, "UTF-8", "");
    return new RawMessage(text, null, source, claims, new ArrayList<>());
  }
}
