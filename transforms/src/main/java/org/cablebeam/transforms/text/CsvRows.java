package org.cablebeam.transforms.text;

import java.io.IOException;
import java.util.Collection;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Rows of CSV after RFC 4180: CRLF, quotes where needed. Values are unaltered, unless the rows are
 * for a spreadsheet, which would run a text that begins like a formula: then an apostrophe stands
 * before the sign that begins one. Which separator a spreadsheet goes by depends on the country it
 * is set to, and what stands behind another may become a cell of its own; so the same is done
 * behind each of them. Not thread-safe.
 */
public final class CsvRows {
  /** The signs that begin a formula, the wide ones of East Asian settings too. */
  private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

  /** What ends a cell or a line in some setting, and the mark that may stand around one. */
  private static final String SEPARATORS = ",;|\t\r\n\"";

  private final CSVPrinter printer;
  private final boolean forSpreadsheets;

  /**
   * @param forSpreadsheets whether nothing may run as a formula; otherwise values are unaltered
   */
  public CsvRows(Appendable out, boolean forSpreadsheets) throws IOException {
    this.printer = CSVFormat.RFC4180.print(out);
    this.forSpreadsheets = forSpreadsheets;
  }

  /** Adds a value to the row; an empty one for null. */
  public void value(@Nullable Object value) throws IOException {
    if (forSpreadsheets && value instanceof CharSequence text) {
      printer.print(withoutFormulas(text.toString()));
    } else {
      printer.print(value);
    }
  }

  public void values(Collection<? extends @Nullable Object> values) throws IOException {
    for (@Nullable Object value : values) {
      value(value);
    }
  }

  /** Ends the row. */
  public void end() throws IOException {
    printer.println();
  }

  /** Gives all that was added to what is written to. */
  public void flush() throws IOException {
    printer.flush();
  }

  private static String withoutFormulas(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 1);
    boolean cellBegins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (cellBegins && FORMULA.indexOf(c) >= 0) {
        safe.append('\'');
        cellBegins = false;
      }
      // Blanks before a sign are skipped by some.
      cellBegins = SEPARATORS.indexOf(c) >= 0 || (cellBegins && c == ' ');
      safe.append(c);
    }
    return safe.toString();
  }
}
