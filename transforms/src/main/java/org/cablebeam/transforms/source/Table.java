package org.cablebeam.transforms.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;
import org.jspecify.annotations.Nullable;

/**
 * A table of cables in any dialect of CSV: parted by commas, semicolons, tabs or bars, marks in
 * cells doubled or with a backslash before them. Its first row names the columns, in any order
 * ({@link NamedFields} says what names mean); or it has the columns of the dump and no names. What
 * cannot be told that way is no table. The dump itself, which is read by ranges, has a form of its
 * own, {@link DumpTable}.
 */
final class Table implements Form {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private static final int MOST_COLUMNS = 200;

  private static final int LONGEST_NAME = 40;

  /** The length of the mark of UTF-8, in bytes. */
  private static final int BYTE_ORDER_MARK = 3;

  /** The columns of the dump. */
  private static final List<String> OF_DUMP =
      List.of("Row", "created", "id", "origin", "classification", "references", "header", "body");

  private final char delimiter;
  private final List<String> names;

  /** Where the rows begin, behind the names of the columns. */
  private final int rows;

  private final QuotedCells cells;

  private Table(char delimiter, List<String> names, int rows) {
    this.delimiter = delimiter;
    this.names = List.copyOf(names);
    this.rows = rows;
    this.cells = new QuotedCells(delimiter, "\"");
  }

  /** The table that a file is that begins with {@code head}; null if it is none. */
  static @Nullable Table recognise(byte[] head, int from) {
    if (!mayBeRow(head, from)) {
      return null;
    }
    // What the other bytes mean makes no difference for names and marks.
    String text = new String(head, StandardCharsets.ISO_8859_1);
    // Spreadsheets write the delimiter into a line of its own.
    boolean told = text.startsWith("sep=", from) && text.length() > from + 5;
    int first = told ? Ascii.nextLine(head, from, head.length) : from;
    for (char delimiter : DELIMITERS) {
      if (!told || text.charAt(from + "sep=".length()) == delimiter) {
        Table table = recognise(text, first, delimiter);
        if (table != null) {
          return table;
        }
      }
    }
    return null;
  }

  /** Whether the first line has a delimiter, or is one name; that of most files is neither. */
  private static boolean mayBeRow(byte[] head, int from) {
    int end = Ascii.nextLine(head, from, head.length);
    for (int i = from; i < end; i++) {
      if (head[i] == ',' || head[i] == ';' || head[i] == '\t' || head[i] == '|') {
        return true;
      }
    }
    int length = Math.min(end - from, LONGEST_NAME);
    return NamedFields.isText(new String(head, from, length, StandardCharsets.ISO_8859_1));
  }

  private static @Nullable Table recognise(String text, int from, char delimiter) {
    List<String> first = new ArrayList<>();
    QuotedCells cells = new QuotedCells(delimiter, "\"");
    int end = cells.read(text, from, MOST_COLUMNS, first);
    if (isRowOfDump(first)) {
      // The mark of UTF-8 is part of the first row.
      return new Table(delimiter, OF_DUMP, from <= BYTE_ORDER_MARK ? 0 : from);
    }
    if (!areNames(first) || (end < text.length() && text.charAt(end) != '\n')) {
      return null;
    }
    int rows = Math.min(end + 1, text.length());
    List<String> second = new ArrayList<>();
    int secondEnd = cells.read(text, rows, MOST_COLUMNS, second);
    boolean alike;
    if (second.isEmpty()) {
      alike = first.stream().filter(NamedFields::isKnown).count() > 1;
    } else if (first.size() == 1) {
      alike = second.size() == 1 && text.charAt(rows) == '"';
    } else {
      // Of a long row the end may not be seen.
      alike = second.size() == first.size() || secondEnd == text.length();
    }
    return alike ? new Table(delimiter, first, rows) : null;
  }

  /** Whether cells are names of columns, of which one holds the text. */
  private static boolean areNames(List<String> cells) {
    boolean text = false;
    for (String cell : cells) {
      if (cell.length() > LONGEST_NAME || !cell.chars().allMatch(Table::isOfName)) {
        return false;
      }
      text |= NamedFields.isText(cell);
    }
    return text;
  }

  private static boolean isOfName(int c) {
    // Above ASCII there are bytes here, of letters as a rule.
    return Character.isLetterOrDigit(c) || c > 0x7F || " _-./#".indexOf(c) >= 0;
  }

  private static boolean isRowOfDump(List<String> cells) {
    return cells.size() == OF_DUMP.size()
        && DumpTable.isRow(cells.get(0))
        && Preamble.isDate(cells.get(1))
        && Preamble.isId(cells.get(2));
  }

  /** Whether the columns are those of the dump. */
  boolean hasColumnsOfDump() {
    if (names.size() != OF_DUMP.size()) {
      return false;
    }
    for (int i = 1; i < names.size(); i++) {
      if (NamedFields.meaning(names.get(i)) != NamedFields.meaning(OF_DUMP.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Container container() {
    return Container.TABLE;
  }

  @Override
  public Records records(InputStream in, long longest, long size) {
    return new Rows(in, longest, size);
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    String row = decoded.text();
    if (record.offset() < rows || Intake.trimmed(row).isEmpty()) {
      return;
    }
    List<String> values = new ArrayList<>(names.size());
    cells.read(row, 0, MOST_COLUMNS, values);
    if (values.size() != names.size()) {
      intake.reject(
          record.ordinal(),
          RejectCode.MALFORMED_ROW,
          "The row has " + values.size() + " columns; the table has " + names.size() + ".",
          row,
          decoded);
      return;
    }
    NamedFields cable = new NamedFields();
    boolean blank = true;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String value = values.get(i);
      if (NamedFields.isText(name)) {
        blank &= value.isBlank();
        cable.addText(name, value);
      } else {
        cable.addClaim(name.isEmpty() ? "Row" : name, value);
      }
    }
    if (blank) {
      intake.reject(
          record.ordinal(), RejectCode.NO_TEXT, "The row has no text of a cable.", row, decoded);
      return;
    }
    cable.emit(record.ordinal(), decoded, Container.TABLE, intake);
  }

  /** Cuts a table where a line ends outside of quotation marks, as {@link QuotedCells} reads it. */
  private final class Rows extends ScannedRecords {
    private Place place = Place.CELL;

    Rows(InputStream in, long longest, long size) {
      super(in, longest, size);
    }

    @Override
    public Optional<Segment> next() throws IOException {
      place = Place.CELL;
      return next(this::ends);
    }

    private boolean ends(byte b) {
      boolean end = b == '\n' && place.mayEnd();
      place = place.behind(b, (byte) delimiter);
      return end;
    }
  }

  /** Where in a row a byte stands. */
  private enum Place {
    /** At the beginning of a cell. */
    CELL,
    /** In a cell without quotation marks. */
    PLAIN,
    /** Between quotation marks. */
    QUOTED,
    /** There, behind a backslash. */
    ESCAPED,
    /** Behind a quotation mark that may close the cell. */
    MARK,
    /** Behind such a mark and blanks. */
    BLANKS;

    boolean mayEnd() {
      return this != QUOTED && this != ESCAPED;
    }

    Place behind(byte b, byte delimiter) {
      return switch (this) {
        case CELL -> b == '"' ? QUOTED : b == delimiter ? CELL : PLAIN;
        case PLAIN -> b == delimiter ? CELL : PLAIN;
        case QUOTED -> quoted(b);
        case ESCAPED -> QUOTED;
        case MARK -> b == '"' ? QUOTED : behindMark(b, delimiter);
        case BLANKS -> behindMark(b, delimiter);
      };
    }

    private static Place quoted(byte b) {
      return b == '"' ? MARK : b == '\\' ? ESCAPED : QUOTED;
    }

    private static Place behindMark(byte b, byte delimiter) {
      if (b == delimiter) {
        return CELL;
      }
      boolean blank = b == ' ' || b == '\t' || b == '\r';
      // A mark that closes nothing is part of the text.
      return blank ? BLANKS : quoted(b);
    }
  }
}
