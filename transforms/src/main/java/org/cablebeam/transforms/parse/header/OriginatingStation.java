package org.cablebeam.transforms.parse.header;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ACP 127 format line 3: {@code DE RUEHMO #2935/01 3370641}, the originating station, its message
 * number, the section, and the day of the year and time of filing.
 *
 * @param routingIndicator the station, RUEHMO
 * @param messageNumber four digits: the serial modulo 10,000; null where it is not given
 * @param section the section transmitted, null where none is named
 * @param dayOfYear 1 to 366, null where it is not given
 */
public record OriginatingStation(
    String routingIndicator,
    @Nullable Integer messageNumber,
    @Nullable Integer section,
    @Nullable Integer dayOfYear) {

  /** Reads a line; a stray letter or mark before {@code DE} is forgiven. */
  static Optional<OriginatingStation> read(String line) {
    Cursor cursor = new Cursor(line).skipBlanks();
    if (!cursor.takeWord("DE")) {
      cursor.skip();
      if (!cursor.takeWord("DE")) {
        return Optional.empty();
      }
    }
    cursor.skipBlanks();
    String indicator = cursor.letters();
    if (indicator.length() < 4 || indicator.length() > 8 || !RoutingLine.isIndicator(indicator)) {
      return Optional.empty();
    }
    boolean marked = false;
    while (cursor.atBlank() || cursor.peek() == '#') {
      marked |= cursor.peek() == '#';
      cursor.skip();
    }
    Integer messageNumber = null;
    Integer section = null;
    String digits = cursor.digits(7);
    if (!digits.isEmpty() && (marked || digits.length() < 7)) {
      messageNumber = Integer.valueOf(digits);
      if (cursor.peek() == '/') {
        cursor.skip();
        String part = cursor.digits(2);
        section = part.isEmpty() ? null : Integer.valueOf(part);
      }
      digits = cursor.skipBlanks().digits(7);
    }
    Integer day = null;
    if (digits.length() == 7 || digits.length() == 3) {
      int value = Integer.parseInt(digits.substring(0, 3));
      day = value >= 1 && value <= 366 ? value : null;
    }
    return Optional.of(
        new OriginatingStation(indicator.toUpperCase(Locale.ROOT), messageNumber, section, day));
  }
}
