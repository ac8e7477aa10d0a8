package org.cablebeam.transforms.classification;

import java.util.Optional;
import org.cablebeam.schemas.Level;

/**
 * The group of ACP 127 format line 4, five times the letter of the level: SSSSS. Of a damaged group
 * the letter that makes up more than half of it counts. Immutable and thread-safe.
 */
final class SecurityGroup {
  private SecurityGroup() {}

  /** The letter of a group; empty if no letter prevails or the group is cut to one or two. */
  static Optional<Character> letter(String group) {
    if (group.length() < 3 || group.length() > 16) {
      return Optional.empty();
    }
    for (int i = 0; i < group.length(); i++) {
      char letter = group.charAt(i);
      long count = group.chars().filter(c -> c == letter).count();
      if (count * 2 > group.length()) {
        return Optional.of(letter);
      }
    }
    return Optional.empty();
  }

  /** The level a letter stands for; empty for special handling. */
  static Optional<Level> level(char letter) {
    return switch (letter) {
      case 'T' -> Optional.of(Level.TOP_SECRET);
      case 'S' -> Optional.of(Level.SECRET);
      case 'C' -> Optional.of(Level.CONFIDENTIAL);
      case 'R' -> Optional.of(Level.RESTRICTED);
      case 'U', 'E' -> Optional.of(Level.UNCLASSIFIED);
      default -> Optional.empty();
    };
  }
}
