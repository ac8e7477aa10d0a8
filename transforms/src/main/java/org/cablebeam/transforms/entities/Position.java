package org.cablebeam.transforms.entities;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position beside a person's name, read so that two can be compared.
 *
 * @param text as written
 * @param portfolio the words before the office in capitals, grades apart: FOREIGN of Deputy Foreign
 *     Minister
 * @param office the last word in capitals, MINISTER, a rank in full; "" if there is none
 * @param kind whether the office tells two holders apart
 */
record Position(String text, List<String> portfolio, String office, Kind kind) {
  enum Kind {
    RANK,
    OFFICE,
    OTHER
  }

  /**
   * Reads a title as written.
   *
   * @param vocabulary tells which titles are ranks, offices and grades
   */
  static Position of(String title, Vocabulary vocabulary) {
    List<String> words = words(title);
    while (words.size() > 1
        && vocabulary.in(WordClass.GRADE, vocabulary.words.find(words.get(0)))) {
      words.remove(0);
    }
    if (words.isEmpty()) {
      return new Position(title, words, "", Kind.OTHER);
    }
    String office = words.remove(words.size() - 1);
    int word = vocabulary.words.find(office);
    boolean rank = vocabulary.in(WordClass.RANK, word) || vocabulary.in(WordClass.RANK_SHORT, word);
    if (rank) {
      return new Position(title, words, rank(office), Kind.RANK);
    }
    Kind kind = vocabulary.in(WordClass.OFFICE, word) ? Kind.OFFICE : Kind.OTHER;
    return new Position(title, words, office, kind);
  }

  /** How a rank is addressed: that of a lieutenant general, LTG, as General. */
  private static String rank(String office) {
    return switch (office) {
      case "GEN", "LTG", "MG", "BG", "BRIG", "BRIGADIER", "LGEN", "MGEN", "BGEN" -> "GENERAL";
      case "LTGEN", "MAJGEN", "BRIGGEN" -> "GENERAL";
      case "COL", "LTC", "LTCOL" -> "COLONEL";
      case "ADM", "RADM", "VADM" -> "ADMIRAL";
      case "CAPT" -> "CAPTAIN";
      case "MAJ" -> "MAJOR";
      case "LT" -> "LIEUTENANT";
      case "CDR", "LCDR" -> "COMMANDER";
      case "SGT" -> "SERGEANT";
      default -> office;
    };
  }

  /** The words of a title in capitals, up to what it is the title of. */
  private static List<String> words(String title) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= title.length(); i++) {
      if (i < title.length() && Tokens.letter(title.charAt(i))) {
        word.append(Character.toUpperCase(title.charAt(i)));
      } else if (!word.isEmpty()) {
        String whole = word.toString();
        if (whole.equals("OF") || whole.equals("FOR")) {
          break;
        }
        words.add(whole);
        word.setLength(0);
      }
    }
    return words;
  }

  /** Whether one person cannot be called both: Foreign Minister and Defense Minister. */
  boolean conflicts(@Nullable Position other) {
    if (other != null && office.equals("LADY") != other.office.equals("LADY")) {
      // The First Lady holds no position beside.
      return true;
    }
    if (other == null || kind == Kind.OTHER || kind != other.kind) {
      return false;
    }
    if (kind == Kind.RANK) {
      return !office.equals(other.office);
    }
    // The portfolio: one that is not named may be any.
    return !office.equals(other.office)
        || !portfolio.isEmpty() && !other.portfolio.isEmpty() && !portfolio.equals(other.portfolio);
  }
}
