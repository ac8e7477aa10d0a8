package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.Precedence;

/**
 * ACP 127 format line 2: the prosign of the highest precedence, twice the letter, and the routing
 * indicators of the relays, {@code PP RUEHDBU}.
 *
 * @param precedence the highest precedence of any addressee
 * @param indicators the routing indicators of this line
 */
record RoutingLine(Precedence precedence, List<String> indicators) {
  static Optional<RoutingLine> read(String line) {
    Cursor cursor = new Cursor(line).skipBlanks();
    char letter = Character.toUpperCase(cursor.peek());
    Optional<Precedence> precedence = Precedences.ofLetter(letter);
    if (precedence.isEmpty() || Character.toUpperCase(cursor.peek(1)) != letter) {
      return Optional.empty();
    }
    cursor.skip();
    cursor.skip();
    if (!cursor.done() && !cursor.atBlank()) {
      return Optional.empty();
    }
    return indicators(cursor).map(found -> new RoutingLine(precedence.get(), found));
  }

  /** Whether a line holds nothing but routing indicators: line 2 going on. */
  static boolean isContinuation(String line) {
    return indicators(new Cursor(line)).filter(found -> !found.isEmpty()).isPresent();
  }

  private static Optional<List<String>> indicators(Cursor cursor) {
    List<String> found = new ArrayList<>();
    while (!cursor.skipBlanks().done()) {
      String word = cursor.word();
      if (!isIndicator(word)) {
        return Optional.empty();
      }
      found.add(word);
    }
    return Optional.of(found);
  }

  /** Four to eight letters beginning with R, as the stations of the network are called. */
  static boolean isIndicator(String word) {
    if (word.length() < 4 || word.length() > 8 || word.charAt(0) != 'R') {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'A' || c > 'Z') {
        return false;
      }
    }
    return true;
  }
}
