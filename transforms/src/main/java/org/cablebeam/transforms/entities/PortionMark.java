package org.cablebeam.transforms.entities;

import java.util.Set;

/**
 * A portion marking in parentheses, {@code (S/NF)}, {@code (C//REL TO USA, GBR)}, {@code (SBU -
 * ENTIRE TEXT)}, and {@code (NOTAL)}: letters that say who may read, not what is written. The
 * grammar is a level and caveats behind slashes, dashes or blanks.
 */
final class PortionMark {
  /** The longest marking, in characters: a list of countries behind REL may be long. */
  private static final int LONGEST = 80;

  private static final Set<String> ALONE =
      Set.of("NOTAL", "NOFORN", "EXDIS", "NODIS", "LIMDIS", "STADIS");
  private static final Set<String> LEVELS =
      Set.of("TS", "S", "C", "SBU", "U", "LOU", "FOUO", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED");
  private static final Set<String> CAVEATS =
      Set.of(
          "NF",
          "NOFORN",
          "N",
          "FGI",
          "FOUO",
          "ORCON",
          "OC",
          "SI",
          "TK",
          "HCS",
          "NC",
          "PROPIN",
          "RD",
          "FRD",
          "CNWDI",
          "EXDIS",
          "NODIS",
          "LIMDIS",
          "LES",
          "SBU",
          "NOTAL",
          "ENTIRE",
          "TEXT",
          "NOCONTRACT",
          "WNINTEL",
          "IMCON");

  private PortionMark() {}

  /**
   * The offset of the parenthesis that closes the marking opened at {@code open}; -1 if that is
   * none.
   */
  static int close(char[] text, int open, int limit) {
    int at = open + 1;
    int word = at;
    int words = 0;
    boolean released = false;
    boolean alone = false;
    int end = Math.min(limit, open + LONGEST);
    for (; at < end; at++) {
      char c = text[at];
      if (c >= 'A' && c <= 'Z') {
        continue;
      }
      boolean closes = c == ')';
      if (!closes && c > ' ' && c != '/' && c != '-' && c != ',') {
        return -1;
      }
      if (at > word && !released) {
        String said = new String(text, word, at - word);
        if (words == 0 ? !LEVELS.contains(said) : alone || !CAVEATS.contains(said)) {
          if (words == 0 && ALONE.contains(said)) {
            alone = true;
          } else if (words > 0 && !alone && said.equals("REL")) {
            released = true;
          } else {
            return -1;
          }
        }
        words++;
      }
      if (closes) {
        return words > 0 ? at : -1;
      }
      word = at + 1;
    }
    return -1;
  }
}
