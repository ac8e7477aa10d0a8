package org.cablebeam.transforms.statistics;

import java.io.IOException;
import java.util.Collection;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Rows of CSV after RFC 4180: CRLF, quotes where needed. Values are unaltered, unless the rows are
 * for a spreadsheet, which would run a text that begins like a formula: then an apostrophe stands
 * before it. Not thread-safe.
 */
public final class CsvRows {
  private static final String FORMULA = "=+-@\t\r";

  private final CSVPrinter printer;
  private final boolean forSpreadsheets;

  public CsvRows(Appendable out, boolean forSpreadsheets) throws IOException {
    this.printer = CSVFormat.RFC4180.print(out);
    this.forSpreadsheets = forSpreadsheets;
  }

  /** Adds a value to the row; an empty one for null. */
  void value(@Nullable Object value) throws IOException {
    if (forSpreadsheets && value instanceof CharSequence text && isFormula(text)) {
      printer.print("'" + text);
    } else {
      printer.print(value);
    }
  }

  void values(Collection<?> values) throws IOException {
    for (Object value : values) {
      value(value);
    }
  }

  /** Ends the row. */
  void end() throws IOException {
    printer.println();
  }

  void flush() throws IOException {
    printer.flush();
  }

  private static boolean isFormula(CharSequence text) {
    return text.length() > 0 && FORMULA.indexOf(text.charAt(0)) >= 0;
  }
}
