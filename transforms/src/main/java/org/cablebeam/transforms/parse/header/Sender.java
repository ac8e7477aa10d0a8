package org.cablebeam.transforms.parse.header;

import java.util.Optional;

/**
 * ACP 127 format line 6: {@code FM AMEMBASSY MOSCOW}.
 *
 * @param name the plain-language address of the sender as found
 */
record Sender(String name) {
  static Optional<Sender> read(String line) {
    Cursor cursor = new Cursor(line).skipBlanks();
    if (!cursor.takeWord("FM")) {
      return Optional.empty();
    }
    if (cursor.peek() == ':') {
      cursor.skip();
    }
    String name = HeaderText.trim(cursor.rest());
    int slash = name.indexOf('/');
    if (slash > 0 && RoutingLine.isIndicator(name.substring(0, slash))) {
      name = name.substring(slash + 1).strip();
    }
    return Optional.of(new Sender(name));
  }
}
