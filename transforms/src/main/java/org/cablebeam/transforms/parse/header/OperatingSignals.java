package org.cablebeam.transforms.parse.header;

import java.util.Locale;

/**
 * What the operating signals of format lines 4 and 5 say of the message as a whole (ACP 131).
 *
 * @param retransmitted {@code ZDK}: the repetition of an earlier message
 * @param corrected {@code ZDS} or a note {@code (CCY …)}: a corrected copy
 * @param cancelled {@code ZFR}: cancels a message
 */
record OperatingSignals(boolean retransmitted, boolean corrected, boolean cancelled) {
  static final OperatingSignals NONE = new OperatingSignals(false, false, false);

  static OperatingSignals read(String text) {
    OperatingSignals found = NONE;
    int i = 0;
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && Character.isLetter(text.charAt(i))) {
        i++;
      }
      found = found.or(text.substring(start, i).toUpperCase(Locale.ROOT));
      i = Math.max(i, start + 1);
    }
    return found;
  }

  OperatingSignals or(OperatingSignals other) {
    return new OperatingSignals(
        retransmitted || other.retransmitted,
        corrected || other.corrected,
        cancelled || other.cancelled);
  }

  private OperatingSignals or(String signal) {
    return switch (signal) {
      case "ZDK" -> new OperatingSignals(true, corrected, cancelled);
      case "ZDS", "CCY" -> new OperatingSignals(retransmitted, true, cancelled);
      case "ZFR" -> new OperatingSignals(retransmitted, corrected, true);
      default -> this;
    };
  }
}
