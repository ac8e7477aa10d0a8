package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import org.cablebeam.schemas.Officer;
import org.jspecify.annotations.Nullable;

/**
 * The officers of a distribution block as they are written: {@code S/S-O:AXEXAMPLE:EO}, {@code
 * EUR/CE WSAMPLE}, {@code L - MR. SAMPLE (DRAFT)}, {@code THE ACTING SECRETARY}.
 */
final class OfficerText {
  /** In letters. */
  private static final int LONGEST_OFFICE = 4;

  private OfficerText() {}

  /** Whether a line can name officers: upper case, no sentence, no keyword of the header. */
  static boolean isOfficer(String line) {
    int letters = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
      if (c >= 'A' && c <= 'Z') {
        letters++;
      }
    }
    return letters >= 2 && !line.startsWith("---");
  }

  /** The officers of one line: several are parted by a semicolon or by two blanks and more. */
  static List<Officer> read(String line) {
    List<Officer> officers = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      boolean parts =
          i == line.length()
              || line.charAt(i) == ';'
              || line.charAt(i) == ','
              || line.startsWith("  ", i);
      if (parts) {
        Officer officer = one(line.substring(start, i).strip());
        if (officer != null) {
          officers.add(officer);
        }
        start = Math.min(i + 1, line.length());
      }
    }
    return officers;
  }

  private static @Nullable Officer one(String text) {
    String rest = withoutNote(text);
    if (rest.isEmpty()) {
      return null;
    }
    int colon = rest.indexOf(':');
    if (colon >= 0) {
      String office = rest.substring(0, colon).strip();
      String name = rest.substring(colon + 1).strip();
      int second = name.indexOf(':');
      if (second >= 0) {
        String behind = name.substring(second + 1).strip();
        // Office, second office, person: the last piece is a typist only when it is short.
        if (behind.length() > 4) {
          office = office + ":" + name.substring(0, second).strip();
          name = behind;
        } else {
          name = name.substring(0, second).strip();
        }
      }
      int hyphen = office.lastIndexOf('-');
      if (name.length() <= 3 && hyphen > 0 && office.length() - hyphen > 4) {
        // D-AXEXAMPLE:EO, where the last piece is the typist.
        return new Officer(office.substring(hyphen + 1), office.substring(0, hyphen));
      }
      return new Officer(name.isEmpty() ? null : name, office.isEmpty() ? null : office);
    }
    int dash = rest.indexOf(" - ");
    if (dash > 0) {
      return new Officer(rest.substring(dash + 3).strip(), rest.substring(0, dash).strip());
    }
    int last = rest.lastIndexOf(' ');
    if (last > 0 && rest.length() - last > LONGEST_OFFICE && isOffices(rest.substring(0, last))) {
      // A machine read no strokes and colons: S S-S AXEXAMPLE for S/S-S:AXEXAMPLE.
      return new Officer(rest.substring(last + 1), rest.substring(0, last));
    }
    int blank = rest.indexOf(' ');
    if (blank > 0 && isOffice(rest.substring(0, blank))) {
      return new Officer(rest.substring(blank + 1).strip(), rest.substring(0, blank));
    }
    if (blank < 0 && isOffice(rest) && rest.indexOf('/') >= 0) {
      return new Officer(null, rest);
    }
    return new Officer(rest, null);
  }

  /** Without {@code (DRAFT)}, {@code (SUBS)}, {@code (INFO)} and the like. */
  private static String withoutNote(String text) {
    int open = text.indexOf('(');
    return (open < 0 ? text : text.substring(0, open)).strip();
  }

  /** Two symbols or more, one of them with a hyphen, as no name has them. */
  private static boolean isOffices(String words) {
    boolean hyphen = false;
    for (String word : words.split(" +", -1)) {
      if (!isOffice(word)) {
        return false;
      }
      hyphen |= word.indexOf('-') > 0;
    }
    return hyphen && words.indexOf(' ') > 0;
  }

  /** A symbol of an office has a stroke or is short and no word of a title. */
  private static boolean isOffice(String word) {
    if (word.indexOf('/') > 0) {
      return true;
    }
    return word.length() <= LONGEST_OFFICE
        && !word.equals("THE")
        && !word.endsWith(".")
        && word.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '-');
  }
}
