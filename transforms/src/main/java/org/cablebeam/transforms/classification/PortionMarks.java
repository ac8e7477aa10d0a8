package org.cablebeam.transforms.classification;

import java.util.Locale;
import java.util.Optional;
import org.cablebeam.schemas.Level;

/**
 * What portion marks say: (C), (S/NF), (SBU), (TS//SI), (C - ENTIRE TEXT). Only the level is read;
 * caveats narrow who may see a paragraph, not how secret it is. Immutable and thread-safe.
 */
final class PortionMarks {
  private PortionMarks() {}

  /** The level of a mark without parentheses; empty if it is no mark. */
  static Optional<Level> level(String marking) {
    int end = 0;
    while (end < marking.length() && Character.isLetter(marking.charAt(end))) {
      end++;
    }
    return switch (marking.substring(0, end).toUpperCase(Locale.ROOT)) {
      case "TS" -> Optional.of(Level.TOP_SECRET);
      case "S" -> Optional.of(Level.SECRET);
      case "C" -> Optional.of(Level.CONFIDENTIAL);
      case "R" -> Optional.of(Level.RESTRICTED);
      case "LOU" -> Optional.of(Level.LIMITED_OFFICIAL_USE);
      case "U", "SBU", "FOUO" -> Optional.of(Level.UNCLASSIFIED);
      default -> Optional.empty();
    };
  }
}
