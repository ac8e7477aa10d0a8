package org.cablebeam.transforms.parse.header;

import java.util.Locale;
import java.util.Optional;

/**
 * ACP 127 format line 4: {@code ZNR UUUUU ZZH} for a message in clear, {@code ZNY SSSSS ZZH} for an
 * encrypted one.
 *
 * @param group the letters of the level as found, {@code SSSSS}
 * @param signals the operating signals behind it, as found
 */
record SecurityLine(String group, String signals) {
  static Optional<SecurityLine> read(String line) {
    Cursor cursor = new Cursor(line).skipBlanks();
    if (!cursor.take("ZNR") && !cursor.take("ZNY")) {
      // A stray mark before the signal is forgiven.
      cursor.skip();
      if (!cursor.take("ZNR") && !cursor.take("ZNY")) {
        return Optional.empty();
      }
    }
    String group = cursor.skipBlanks().letters();
    if (group.length() < 3 || group.length() > 7) {
      return Optional.empty();
    }
    return Optional.of(new SecurityLine(group.toUpperCase(Locale.ROOT), cursor.rest()));
  }
}
