package org.cablebeam.pipeline;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cablebeam.schemas.Sha256;
import org.cablebeam.transforms.staging.OutputFile;
import org.cablebeam.transforms.staging.Storage;
import org.cablebeam.transforms.staging.WrittenFile;
import org.jspecify.annotations.Nullable;

/**
 * The page for people: one file that opens from the disk and asks for nothing else. What came from
 * cables travels as JSON in which nothing can end a script, and is shown as text only; the browser
 * is told to run the two scripts of the page and no other. {@link ReportFigures} says what stands
 * in it.
 */
final class Report {
  private static final String CHART =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  private Report() {}

  /** Writes the page. */
  static WrittenFile write(Storage storage, String path, Map<String, Object> figures)
      throws IOException {
    String css = resource("/org/cablebeam/pipeline/report/report.css");
    String chart = library();
    String script = resource("/org/cablebeam/pipeline/report/report.js");
    String page =
        resource("/org/cablebeam/pipeline/report/report.html")
            .replace("{{scripts}}", hash(chart) + " " + hash(script))
            .replace("{{styles}}", hash(css))
            .replace("{{css}}", css)
            .replace("{{script}}", script)
            .replace("{{chart}}", chart);
    int at = page.indexOf("{{data}}");
    OutputFile file = OutputFile.create(storage, path);
    try (file) {
      file.write(page.substring(0, at).getBytes(StandardCharsets.UTF_8));
      file.write(json(figures));
      file.write(page.substring(at + "{{data}}".length()).getBytes(StandardCharsets.UTF_8));
    }
    return file.written(1);
  }

  /** How a content security policy names a script or style. */
  private static String hash(String text) {
    byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static byte[] json(Map<String, Object> data) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    mapper.getFactory().setCharacterEscapes(new ScriptEscapes());
    return mapper.writeValueAsBytes(data);
  }

  /** The chart library, without the address of a source map, which browsers would ask for. */
  private static String library() throws IOException {
    return resource(CHART)
        .lines()
        .filter(line -> !line.startsWith("//# sourceMappingURL="))
        .collect(Collectors.joining("\n"))
        .replace("</script", "<\\/script");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Report.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("the program lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Nothing in the JSON looks like a tag or a line end to a browser. */
  private static final class ScriptEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_STANDARD;
      codes['>'] = ESCAPE_STANDARD;
      codes['&'] = ESCAPE_STANDARD;
      codes['\''] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return character == 0x2028 || character == 0x2029
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character))
          : null;
    }
  }
}
