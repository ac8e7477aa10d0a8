package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cablebeam.schemas.Officer;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The table below a text that the system SMART prints and the form of an airgram asks for: {@code
 * Signature: ROE}, {@code Drafted By: ECON:Doe, Jane}, {@code Cleared By: POL:Lake, John}. A row
 * goes on in the lines below it until the name of the next one. Immutable; offsets are UTF-16 units
 * into the body.
 *
 * @param start where the table begins
 * @param signature the name in the row for it, null where there is none
 * @param drafters in the order of the table
 * @param approvers likewise
 * @param clearances likewise
 */
record CreditTable(
    int start,
    @Nullable Span signature,
    List<Officer> drafters,
    List<Officer> approvers,
    List<Officer> clearances) {
  /** No table has more lines: it may name the posts that have a copy. */
  private static final int MOST_LINES = 250;

  /** Below a signature that stands alone are fewer lines. */
  private static final int LONGEST_END = 6;

  /** No name of a row is longer, in UTF-16 units. */
  private static final int LONGEST_NAME = 24;

  /** A typist's initials behind a second colon are no longer. */
  private static final int LONGEST_TYPIST = 4;

  private static final String SIGNATURE = "SIGNATURE";

  private static final String DRAFTED = "DRAFT";

  /** The table at the end of a text; null where there is none. */
  static @Nullable CreditTable below(TextLines reading) {
    Lines lines = reading.lines();
    int bottom = lines.count() - 1;
    for (int line = bottom; line > Math.max(0, bottom - MOST_LINES); line--) {
      if (lines.start(line) < reading.start() || opensParagraph(reading, line)) {
        return null;
      }
      String row = row(reading, line);
      if (row.equals(SIGNATURE) && bottom - line < LONGEST_END) {
        return new Reader(reading, line).read();
      }
      if (row.startsWith(DRAFTED)) {
        int above = line - 1;
        while (above > 0 && lines.start(above) >= reading.start() && reading.empty(above)) {
          above--;
        }
        // The name may stand below the name of its row.
        int named = row(reading, above).isEmpty() && above > 0 ? above - 1 : above;
        return new Reader(reading, row(reading, named).equals(SIGNATURE) ? named : line).read();
      }
    }
    return null;
  }

  private static boolean opensParagraph(TextLines reading, int line) {
    String text = reading.text();
    int at = reading.wordsStart(line);
    int digits = Characters.skipDigits(text, at, reading.wordsEnd(line));
    return digits > at && text.startsWith(". ", digits);
  }

  /** The name of the row that begins in a line, in capitals; empty where none does. */
  private static String row(TextLines reading, int line) {
    String text = reading.text();
    int from = reading.wordsStart(line);
    int most = Math.min(reading.wordsEnd(line), from + LONGEST_NAME);
    for (int at = from; at < most; at++) {
      if (text.charAt(at) == ':') {
        String name = text.substring(from, at).strip().toUpperCase(Locale.ROOT);
        return WordClass.ROW.holds(name) ? name : "";
      }
    }
    return "";
  }

  /** Reads the table from its first line on. */
  private static final class Reader {
    private final TextLines reading;
    private final int first;
    private final List<Officer> drafters = new ArrayList<>();
    private final List<Officer> approvers = new ArrayList<>();
    private final List<Officer> clearances = new ArrayList<>();
    private @Nullable Span signature;

    Reader(TextLines reading, int first) {
      this.reading = reading;
      this.first = first;
    }

    CreditTable read() {
      String name = "";
      for (int line = first; line < reading.lines().count(); line++) {
        if (reading.empty(line)) {
          continue;
        }
        String row = row(reading, line);
        name = row.isEmpty() ? name : row;
        int from = reading.wordsStart(line);
        int behind = row.isEmpty() ? from : reading.text().indexOf(':', from) + 1;
        value(name, behind, reading.wordsEnd(line));
      }
      return new CreditTable(
          reading.lines().start(first), signature, drafters, approvers, clearances);
    }

    private void value(String name, int from, int to) {
      int at = from;
      while (at < to && Lines.isBlank(reading.text().charAt(at))) {
        at++;
      }
      if (at >= to) {
        return;
      }
      if (name.equals(SIGNATURE)) {
        boolean free = signature == null && SignerName.is(reading.text(), at, to);
        signature = free ? new Span(at, to) : signature;
      } else if (name.startsWith(DRAFTED)) {
        officers(at, to, drafters);
      } else if (name.startsWith("APPROVE")) {
        officers(at, to, approvers);
      } else if (name.startsWith("CLEAR")) {
        officers(at, to, clearances);
      }
    }

    private void officers(int from, int to, List<Officer> officers) {
      for (String words : reading.text().substring(from, to).split(";", -1)) {
        String[] pieces = words.strip().split(":", 3);
        String last = pieces[pieces.length - 1].strip();
        boolean typed = pieces.length == 3 && last.indexOf(' ') < 0;
        boolean typist = pieces.length == 3 && (!typed || last.length() <= LONGEST_TYPIST);
        String person = typist ? pieces[1].strip() : last;
        if (pieces.length > 1 && !person.isEmpty()) {
          officers.add(new Officer(person, pieces[0].strip()));
        }
      }
    }
  }
}
