package org.cablebeam.transforms.parse.header;

import java.util.List;
import java.util.Optional;
import org.cablebeam.schemas.Precedence;
import org.cablebeam.schemas.vocabulary.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The precedences of ACP 127: a letter in the date-time group, a prosign of two letters in format
 * line 2, a word behind an addressee.
 */
final class Precedences {
  private Precedences() {}

  private static final List<String> WORDS =
      List.of("FLASH", "NIACT", "IMMEDIATE", "PRIORITY", "ROUTINE");

  /** Of the letter of a date-time group or routing line: Z, O, P, R; Y is flash override. */
  static Optional<Precedence> ofLetter(char letter) {
    return switch (letter) {
      case 'Z', 'Y' -> Optional.of(Precedence.FLASH);
      case 'O' -> Optional.of(Precedence.IMMEDIATE);
      case 'P' -> Optional.of(Precedence.PRIORITY);
      case 'R' -> Optional.of(Precedence.ROUTINE);
      default -> Optional.empty();
    };
  }

  /**
   * Of a word behind an addressee, upper case; a word of six letters and more may be misspelt by
   * one letter, one of nine by two ({@code PIORITY}).
   */
  static Optional<Precedence> ofWord(String word) {
    @Nullable Precedence exact =
        switch (word) {
          case "FLASH" -> Precedence.FLASH;
          case "NIACT" -> Precedence.NIACT_IMMEDIATE;
          case "IMMEDIATE" -> Precedence.IMMEDIATE;
          case "PRIORITY" -> Precedence.PRIORITY;
          case "ROUTINE" -> Precedence.ROUTINE;
          default -> null;
        };
    if (exact != null) {
      return Optional.of(exact);
    }
    if (word.length() < 6 || word.length() > 11) {
      return Optional.empty();
    }
    if (Spelling.within(word, "IMMEDIATE", 2)) {
      return Optional.of(Precedence.IMMEDIATE);
    }
    if (Spelling.within(word, "PRIORITY", 1)) {
      return Optional.of(Precedence.PRIORITY);
    }
    if (Spelling.within(word, "ROUTINE", 1)) {
      return Optional.of(Precedence.ROUTINE);
    }
    return Optional.empty();
  }

  /** The precedence a word ends with, {@code LAGOSPRIORITY}; empty for none. */
  static String exactEnd(String word) {
    for (String precedence : WORDS) {
      if (word.endsWith(precedence)) {
        return precedence;
      }
    }
    return "";
  }

  /** Whether the word is the precedence itself, not a misspelling of it. */
  static boolean isExact(String word) {
    return WORDS.contains(word);
  }
}
