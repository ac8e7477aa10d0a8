package org.cablebeam.transforms.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The pieces of a phrase that names a person, between its signs. */
final class Segments {
  static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

  private Segments() {}

  /** Cuts a phrase at commas, colons, semicolons, dashes, parentheses and full stops. */
  static List<List<String>> of(List<String> phrase) {
    List<List<String>> segments = new ArrayList<>();
    List<String> segment = new ArrayList<>();
    for (int i = 0; i < phrase.size(); i++) {
      String next = i + 1 < phrase.size() ? Roles.key(phrase.get(i + 1)) : "";
      // A comma in d,Affaires stands for an apostrophe.
      for (String piece : pieces(phrase.get(i))) {
        String key = Roles.key(piece);
        boolean cut = isCut(piece) && !SUFFIXES.contains(next) && !key.equals("d");
        boolean opens = piece.startsWith("(") && !segment.isEmpty();
        if (opens) {
          segments.add(segment);
          segment = new ArrayList<>();
        }
        String bare = bare(piece);
        if (!bare.isEmpty()) {
          segment.add(bare);
        }
        if (cut && !segment.isEmpty()) {
          segments.add(segment);
          segment = new ArrayList<>();
        }
      }
    }
    if (!segment.isEmpty()) {
      segments.add(segment);
    }
    return segments;
  }

  /** A word that holds a comma, colon or parenthesis between letters is two: Counselor,Jane. */
  private static List<String> pieces(String word) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i + 1 < word.length(); i++) {
      boolean comma = ",;:".indexOf(word.charAt(i)) >= 0 && i - start > 1;
      boolean opening = word.charAt(i + 1) == '(';
      if (comma || opening) {
        pieces.add(word.substring(start, i + 1));
        start = i + 1;
      }
    }
    pieces.add(word.substring(start));
    return pieces;
  }

  private static boolean isCut(String piece) {
    char last = piece.charAt(piece.length() - 1);
    if (",;:)".indexOf(last) >= 0) {
      return true;
    }
    boolean dash = piece.chars().allMatch(c -> c == '-' || c == '\u2013' || c == '\u2014');
    // Abbreviations and initials end in a full stop too.
    return dash
        || (last == '.'
            && Roles.key(piece).length() > 4
            && piece.indexOf('.') == piece.length() - 1);
  }

  /** A word without the signs around it; the full stop of an abbreviation stays. */
  private static String bare(String piece) {
    int start = 0;
    int end = piece.length();
    if (end > 2 && piece.charAt(0) == '"' && piece.charAt(end - 1) == '"') {
      // A nickname.
      return piece;
    }
    while (start < end && "(,;:-\"[*".indexOf(piece.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "),;:-\"]*_".indexOf(piece.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean sentenceEnd =
        end > start && piece.charAt(end - 1) == '.' && Roles.key(piece).length() > 3;
    return piece.substring(start, sentenceEnd ? end - 1 : end);
  }
}
