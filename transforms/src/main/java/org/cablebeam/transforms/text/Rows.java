package org.cablebeam.transforms.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The data files of the engines: tab-separated, a header line, comments after {@code #}. */
public final class Rows {
  private Rows() {}

  /**
   * The rows of a file without its header, all with as many cells as {@code columns}.
   *
   * @param reader the class beside which the file lies
   * @param file its name
   * @param columns what its header line says
   * @throws IllegalStateException if the file is missing or does not have these columns
   */
  public static List<List<String>> read(Class<?> reader, String file, String... columns) {
    String text;
    try (InputStream in = reader.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the class path");
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns.length) {
          throw new IllegalStateException(file + ": not " + columns.length + " cells: " + line);
        }
        rows.add(cells);
      }
    }
    if (rows.isEmpty() || !rows.get(0).equals(List.of(columns))) {
      throw new IllegalStateException(file + " has no header " + List.of(columns));
    }
    return rows.subList(1, rows.size());
  }
}
