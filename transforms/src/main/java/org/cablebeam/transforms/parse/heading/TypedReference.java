package org.cablebeam.transforms.parse.heading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cablebeam.schemas.ReferenceKind;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Rows;

/** Tells what a reference is that is no cable, by the words it is made with. */
final class TypedReference {
  private static final Map<String, ReferenceKind> WORDS =
      Rows.read(TypedReference.class, "reference-kinds.tsv", "word", "kind").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get(0), row -> ReferenceKind.valueOf(row.get(1))));

  /** Words that name a reference of no special kind. */
  private static final List<String> OTHERS =
      WORDS.keySet().stream().filter(word -> WORDS.get(word) == ReferenceKind.OTHER).toList();

  private TypedReference() {}

  /** The kind of the first telling word of an upper-case text; OTHER where there is none. */
  static ReferenceKind kind(String upper) {
    int at = 0;
    ReferenceKind found = ReferenceKind.OTHER;
    while (at < upper.length()) {
      while (at < upper.length() && !Character.isLetter(upper.charAt(at))) {
        at++;
      }
      int end = at;
      while (end < upper.length() && Character.isLetter(upper.charAt(end))) {
        end++;
      }
      ReferenceKind kind = end - at > 14 ? null : WORDS.get(upper.substring(at, end));
      if (kind != null && rank(kind) > rank(found)) {
        found = kind;
      }
      at = end;
    }
    return found;
  }

  /** A means of correspondence says more than the thing it was about. */
  private static int rank(ReferenceKind kind) {
    return switch (kind) {
      case EMAIL -> 8;
      case TELEPHONE -> 7;
      case FAX -> 6;
      case LETTER -> 5;
      case WEB -> 4;
      case BOOK -> 3;
      case REPORT -> 2;
      case MEETING -> 1;
      default -> 0;
    };
  }

  /** Whether the text is a reference that is known to be of no special kind. */
  static boolean isKnownOther(String upper) {
    for (String word : OTHERS) {
      int at = upper.indexOf(word);
      if (at >= 0
          && (at == 0 || !Character.isLetter(upper.charAt(at - 1)))
          && (at + word.length() == upper.length()
              || !Character.isLetter(upper.charAt(at + word.length())))) {
        return true;
      }
    }
    return holdsDateTimeGroup(upper);
  }

  /** A message known by its clock alone: {@code R162245Z OCT 08}. */
  static boolean holdsDateTimeGroup(String upper) {
    int digits = 0;
    for (int i = 0; i < upper.length(); i++) {
      if (digits == 6 && upper.charAt(i) == 'Z') {
        return true;
      }
      digits = Characters.isDigit(upper.charAt(i)) ? digits + 1 : 0;
    }
    return false;
  }
}
