package org.cablebeam.transforms.parse.header;

import java.util.Optional;
import org.cablebeam.transforms.text.Span;

/**
 * ACP 127 format line 1: {@code V}, {@code ZCZC}, a channel of one to four letters and a serial of
 * one to five digits, as in {@code VZCZCXRO6054}.
 *
 * @param text the id, upper case, without inner blanks
 * @param span where it stands in the line
 */
record TransmissionId(String text, Span span) {
  private static final String MARK = "VZCZ";
  private static final String SMALL = "vzcz";

  /** Finds the id in a line, where other words may be glued before and behind it. */
  static Optional<TransmissionId> find(String line) {
    for (int start = indexOf(line, 0); start >= 0; start = indexOf(line, start + 1)) {
      Cursor cursor = new Cursor(line).moveTo(start + MARK.length());
      String channel = cursor.letters();
      if (channel.length() < 2 || channel.length() > 5) {
        continue;
      }
      int letters = cursor.at();
      String digits = cursor.skipBlanks().digits(5);
      if (digits.isEmpty()) {
        continue;
      }
      if (cursor.at() - letters > digits.length() + 1) {
        continue;
      }
      return Optional.of(new TransmissionId(MARK + channel + digits, new Span(start, cursor.at())));
    }
    return Optional.empty();
  }

  private static int indexOf(String line, int from) {
    int upper = line.indexOf(MARK, from);
    return upper >= 0 ? upper : line.indexOf(SMALL, from);
  }
}
