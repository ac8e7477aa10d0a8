package org.cablebeam.transforms.parse.heading;

import java.util.List;
import java.util.Map;
import org.cablebeam.schemas.Reference;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.schemas.ReferenceZone;
import org.cablebeam.transforms.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * What the text calls an item of the REF line: {@code reftel}, {@code ref A}, {@code refs A-C},
 * {@code reference (B)}. All linear, none throws.
 */
final class NamedReference {
  private static final String REFERENCE = "REFERENCE";

  private NamedReference() {}

  /** The offset behind {@code reftel}, {@code ref A} or {@code refs}; -1 where none stands. */
  static int end(String text, int at) {
    if (Characters.upper(text.charAt(at)) != 'R'
        || Characters.upper(text.charAt(at + 1)) != 'E'
        || Characters.upper(text.charAt(at + 2)) != 'F') {
      return -1;
    }
    int end = Characters.skipLetters(text, at, Math.min(text.length(), at + 12));
    switch (end - at) {
      case 3, 4 -> {
        if (end - at == 4 && Characters.upper(text.charAt(end - 1)) != 'S') {
          return -1;
        }
        int blank = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        boolean wrapped =
            blank + 1 < text.length()
                && text.charAt(blank) == '\n'
                && Characters.isUpper(text.charAt(blank + 1));
        if (blank + 1 < text.length() && (text.charAt(blank) == ' ' || wrapped)) {
          int letter = blank + 1;
          boolean open = text.charAt(letter) == '(' && letter + 2 < text.length();
          int l = open ? letter + 1 : letter;
          boolean alone =
              Characters.isLetter(text.charAt(l))
                  && (l + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(l + 1)));
          // "ref a" is a bullet only in capitals or before a sign: "ref a cable" is not seen.
          return alone ? l + 1 : -1;
        }
        return -1;
      }
      case 6 -> {
        return text.regionMatches(true, at, "REFTEL", 0, 6) ? end : -1;
      }
      case 7 -> {
        return text.regionMatches(true, at, "REFTELS", 0, 7) ? end : -1;
      }
      case 9, 10 -> {
        return text.regionMatches(true, at, REFERENCE, 0, 9)
                && (end - at == 9 || Characters.upper(text.charAt(end - 1)) == 'S')
            ? end
            : -1;
      }
      default -> {
        return -1;
      }
    }
  }

  /**
   * Behind the bullet of {@code reftel A}, {@code reftel (B)}, {@code reference A}; -1 for none.
   */
  static int letterBehind(String text, int at, int end, Map<String, Reference> byBullet) {
    if (Characters.skipLetters(text, at, end) - at <= 4) {
      return -1;
    }
    int letter = Characters.skipBlanks(text, end, Math.min(text.length(), end + 2));
    if (letter + 1 < text.length() && text.charAt(letter) == '(') {
      letter++;
    }
    boolean bullet =
        letter > end
            && letter + 1 < text.length()
            && Characters.isUpper(text.charAt(letter))
            && !Character.isLetterOrDigit(text.charAt(letter + 1))
            && byBullet.containsKey(text.substring(letter, letter + 1));
    return bullet ? letter + 1 : -1;
  }

  static @Nullable Reference meant(
      String text,
      int at,
      int end,
      int lettered,
      Map<String, Reference> byBullet,
      @Nullable Reference only) {
    int word = Characters.skipLetters(text, at, end) - at;
    if (word <= 4 || lettered > 0) {
      return byBullet.get(Characters.upper(text.substring(end - 1, end)));
    }
    return word >= REFERENCE.length() ? null : only;
  }

  /**
   * A further bullet.
   *
   * @param range whether those between it and the one before are meant too
   * @param letter where it stands
   */
  private record Further(boolean range, int letter) {}

  /** The further bullets of {@code refs A, B and D} and {@code refs A-C}; they ascend. */
  static int more(
      String text,
      int from,
      @Nullable String first,
      Map<String, Reference> byBullet,
      List<Reference> found) {
    int end = from;
    if (first == null || first.length() != 1) {
      return end;
    }
    char last = first.charAt(0);
    boolean small = text.charAt(end - 1) >= 'a';
    while (found.size() < TextReferences.MOST) {
      Further further = further(text, end);
      if (further == null || !isBullet(text, further.letter(), small, last)) {
        return end;
      }
      int letter = further.letter();
      char bullet = Characters.upper(text.charAt(letter));
      Reference named = byBullet.get(String.valueOf(bullet));
      if (named == null) {
        return end;
      }
      for (char between = (char) (last + 1); further.range() && between < bullet; between++) {
        Reference implied = byBullet.get(String.valueOf(between));
        if (implied != null) {
          found.add(inText(implied, text, end - 1, letter + 1));
        }
      }
      found.add(inText(named, text, letter, letter + 1));
      last = bullet;
      end = letter + 1;
    }
    return end;
  }

  /** What stands behind a comma, AND, a hyphen or THROUGH; null where none of them follows. */
  private static @Nullable Further further(String text, int from) {
    int stop = Math.min(text.length(), from + 12);
    int at = from < stop && text.charAt(from) == ')' ? from + 1 : from;
    int sign = Characters.skipBlanks(text, at, stop);
    if (sign < stop && text.charAt(sign) == ',') {
      sign = Characters.skipBlanks(text, sign + 1, stop);
    }
    boolean through = Characters.isWordAt(text, sign, stop, "THROUGH");
    boolean range = through || (sign < stop && text.charAt(sign) == '-');
    if (through
        || Characters.isWordAt(text, sign, stop, "AND")
        || Characters.isWordAt(text, sign, stop, "OR")) {
      sign = Characters.skipLetters(text, sign, stop);
    } else if (sign < stop && "-&/".indexOf(text.charAt(sign)) >= 0) {
      sign++;
    }
    int letter = Characters.skipBlanks(text, sign, stop);
    if (letter < stop && text.charAt(letter) == '(') {
      letter++;
    }
    return letter > from && letter < stop ? new Further(range, letter) : null;
  }

  /** Whether a letter alone stands at an offset that comes behind the last one. */
  private static boolean isBullet(String text, int at, boolean small, char last) {
    char c = text.charAt(at);
    return (small ? Characters.isLetter(c) : Characters.isUpper(c))
        && Characters.upper(c) > last
        && (at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  static Reference inText(Reference meant, String text, int start, int end) {
    return Reference.newBuilder()
        .setText(text.substring(start, end))
        .setKind(meant.getKind())
        .setId(meant.getId())
        .setBullet(meant.getBullet())
        .setNotal(false)
        .setZone(ReferenceZone.TEXT)
        .setStart(start)
        .setEnd(end)
        .build();
  }

  /** One of several cables, and the text does not say which. */
  static Reference unresolved(String text, int start, int end) {
    return Reference.newBuilder()
        .setText(text.substring(start, end))
        .setKind(ReferenceKind.CABLE)
        .setId(null)
        .setBullet(null)
        .setNotal(false)
        .setZone(ReferenceZone.TEXT)
        .setStart(start)
        .setEnd(end)
        .build();
  }
}
