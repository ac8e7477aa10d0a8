package org.cablebeam.transforms.source;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Claims;
import org.cablebeam.schemas.Container;
import org.cablebeam.schemas.RejectCode;

/**
 * The dump's one table: eight quoted columns (row, date, reference id, origin, classification,
 * references parted by bars, header, body), quotes inside of cells escaped by a backslash, line
 * ends inside of cells as they are.
 *
 * <p><b>Why it can be read from anywhere.</b> A record begins where the file does, and wherever a
 * line begins with a quotation mark, digits, and {@code ","}. In a well-formed table these are
 * exactly the records:
 *
 * <ol>
 *   <li>A record begins that way, as its first cell is a number and all cells are quoted.
 *   <li>Nothing inside a record does. The mark follows a line end, not a backslash, so it is not
 *       escaped; nor is it one of two doubled marks, the other custom, as a digit follows. So it
 *       opens or closes a cell. What closes a cell is followed by a comma, a line end or the end of
 *       the file, never by a digit. So it opens a cell; and as cells of one record are parted by
 *       commas, a cell that is opened behind a line end is the first of its record.
 * </ol>
 *
 * <p>The rule looks at nothing but the bytes of that place, so records are the same wherever a
 * reader starts, also in a damaged table: there a record ends at the latest where the next line
 * looks like a record.
 */
final class DumpTable implements Form {
  private static final int COLUMNS = 8;

  private static final QuotedCells CELLS = new QuotedCells(',', "\"\\'");

  /** Rows are numbered; more digits are not a row's number. */
  private static final int MOST_DIGITS = 12;

  @Override
  public Container container() {
    return Container.CABLEGATE_CSV;
  }

  @Override
  public boolean splittable() {
    return true;
  }

  @Override
  public boolean startsAt(byte[] bytes, int from, int at, int to) {
    if (bytes[at] != '"') {
      return false;
    }
    int i = at + 1;
    while (i < to && i - at <= MOST_DIGITS && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i > at + 1
        && i + 2 < to
        && bytes[i] == '"'
        && bytes[i + 1] == ','
        && bytes[i + 2] == '"';
  }

  /** Whether a file that begins with {@code head} is such a table: a row, or names of columns. */
  boolean recognises(byte[] head, int at) {
    if (startsAt(head, at, at, head.length)) {
      return true;
    }
    int second = Ascii.nextLine(head, at, head.length);
    if (second == head.length || !startsAt(head, at, second, head.length)) {
      return false;
    }
    int commas = 0;
    for (int i = at; i < second; i++) {
      commas += head[i] == ',' ? 1 : 0;
    }
    // The number of the row may have no name.
    return commas == COLUMNS - 1 || commas == COLUMNS - 2;
  }

  @Override
  public void read(Segment record, Intake intake) {
    Decoded decoded = Decoded.of(record.bytes());
    String text = decoded.text();
    if (Intake.trimmed(text).isEmpty()) {
      return;
    }
    List<String> cells = new ArrayList<>(COLUMNS);
    int end = CELLS.read(text, 0, COLUMNS * 4, cells);
    if (cells.size() == COLUMNS - 1 || cells.size() == COLUMNS) {
      boolean names = record.offset() == 0 && !isRow(cells.get(0));
      boolean shift = cells.size() < COLUMNS;
      if (!names && isRow(cells.get(0)) && !shift) {
        message(record, decoded, cells, intake);
        rest(record, decoded, text.substring(end), intake);
        return;
      }
      if (names && cells.stream().noneMatch(cell -> cell.length() > 40)) {
        // The names of the columns.
        rest(record, decoded, text.substring(end), intake);
        return;
      }
    }
    intake.reject(
        record.ordinal(),
        RejectCode.MALFORMED_ROW,
        "The row has " + cells.size() + " columns; a row of the dump has " + COLUMNS + ".",
        text,
        decoded);
  }

  private static void rest(Segment record, Decoded decoded, String rest, Intake intake) {
    if (!Intake.trimmed(rest).isEmpty()) {
      intake.reject(
          record.ordinal(),
          RejectCode.MALFORMED_ROW,
          "There is text behind the last column of the row.",
          rest,
          decoded);
    }
  }

  private void message(Segment record, Decoded decoded, List<String> cells, Intake intake) {
    Claims claims = Intake.noClaims();
    claims.setCreated(Intake.valueOf(cells.get(1)));
    claims.setId(Intake.valueOf(cells.get(2)));
    claims.setOrigin(Intake.valueOf(cells.get(3)));
    claims.setClassification(Intake.valueOf(cells.get(4)));
    claims.getReferences().addAll(Preamble.list(cells.get(5)));
    Preamble.keep(claims, "Row", cells.get(0));
    intake.message(
        record.ordinal(), decoded, cells.get(6), cells.get(7), claims, Container.CABLEGATE_CSV);
  }

  /** Whether a cell holds the number of a row. */
  static boolean isRow(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
