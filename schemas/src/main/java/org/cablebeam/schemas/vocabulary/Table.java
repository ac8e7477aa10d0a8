package org.cablebeam.schemas.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a vocabulary: tab-separated UTF-8 text whose first line names the columns. Lists
 * stand in one cell, separated by {@code |}. Whatever does not fit is an error that names file and
 * line, because a vocabulary with a silent hole is worse than none.
 */
final class Table {
  private final List<Row> rows;

  private Table(List<Row> rows) {
    this.rows = rows;
  }

  /** Reads a file that lies beside this class on the class path. */
  static Table read(String file, String... columns) {
    try (InputStream bytes = Table.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("The vocabulary " + file + " is not on the class path.");
      }
      return read(file, new InputStreamReader(bytes, StandardCharsets.UTF_8), columns);
    } catch (IOException e) {
      throw new UncheckedIOException("The vocabulary " + file + " could not be read.", e);
    }
  }

  static Table read(String file, Reader text, String... columns) throws IOException {
    BufferedReader lines = new BufferedReader(text);
    String header = lines.readLine();
    if (header == null || !Arrays.equals(cells(header), columns)) {
      throw new IllegalStateException(
          file + ":1: expected the columns " + String.join(", ", columns) + ".");
    }
    List<Row> rows = new ArrayList<>();
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      Row row = new Row(file, number, columns, cells(line));
      if (row.cells.length != columns.length) {
        throw row.malformed("expected " + columns.length + " cells, found " + row.cells.length);
      }
      rows.add(row);
    }
    return new Table(List.copyOf(rows));
  }

  List<Row> rows() {
    return rows;
  }

  private static String[] cells(String line) {
    return line.split("\t", -1);
  }

  /** One row; values are asked for by the name of their column. */
  static final class Row {
    private final String file;
    private final int line;
    private final String[] columns;
    private final String[] cells;

    private Row(String file, int line, String[] columns, String[] cells) {
      this.file = file;
      this.line = line;
      this.columns = columns;
      this.cells = cells;
    }

    /** The cell, which must not be empty. */
    String text(String column) {
      String text = cell(column);
      if (text.isEmpty()) {
        throw malformed("nothing stands in column " + column);
      }
      return text;
    }

    /** The cell, or null where it is empty. */
    @Nullable String optional(String column) {
      String text = cell(column);
      return text.isEmpty() ? null : text;
    }

    /** The values of the cell; none where it is empty. */
    List<String> list(String column) {
      String text = cell(column);
      if (text.isEmpty()) {
        return List.of();
      }
      List<String> values = List.of(text.split("\\|", -1));
      if (values.contains("")) {
        throw malformed("the list in column " + column + " has an empty value");
      }
      return values;
    }

    /** The year in the cell, or null where it is empty. */
    @Nullable Integer year(String column) {
      String text = cell(column);
      return text.isEmpty() ? null : Integer.valueOf(year(column, text));
    }

    /** The year that {@code text}, a part of the cell, gives. */
    int year(String column, String text) {
      int year = 0;
      for (int i = 0; i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
        year = 10 * year + text.charAt(i) - '0';
      }
      if (text.length() != 4 || year < 1000) {
        throw malformed("\"" + text + "\" in column " + column + " is not a year");
      }
      return year;
    }

    /** The constant the cell names. */
    <E extends Enum<E>> E constant(String column, Class<E> type) {
      String text = text(column);
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(text)) {
          return constant;
        }
      }
      throw malformed("\"" + text + "\" in column " + column + " is no " + type.getSimpleName());
    }

    IllegalStateException malformed(String what) {
      return new IllegalStateException(file + ":" + line + ": " + what + ".");
    }

    private String cell(String column) {
      for (int i = 0; i < columns.length; i++) {
        if (columns[i].equals(column)) {
          return cells[i];
        }
      }
      throw new IllegalArgumentException(file + " has no column " + column + ".");
    }
  }
}
