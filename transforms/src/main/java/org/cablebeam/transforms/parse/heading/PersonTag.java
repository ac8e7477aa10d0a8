package org.cablebeam.transforms.parse.heading;

/**
 * The code of a person: {@code SURNAME, FIRST M} in upper case: one comma, single blanks, no full
 * stops; {@code DOE JANE} without a comma gets one behind the first word.
 */
final class PersonTag {
  private PersonTag() {}

  /** The code of a name as found; empty where no name is left. */
  static String code(String text) {
    StringBuilder code = new StringBuilder();
    boolean blank = false;
    boolean comma = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' && code.length() > 0 && !comma) {
        comma = true;
        code.append(',');
        blank = true;
      } else if (TagSigns.isName(c) && c != '.') {
        if (blank && code.length() > 0) {
          code.append(' ');
        }
        blank = false;
        code.append(Character.toUpperCase(c));
      } else {
        blank = true;
      }
    }
    String person = code.toString().strip();
    if (person.endsWith(",")) {
      person = person.substring(0, person.length() - 1);
    }
    if (person.indexOf(',') < 0) {
      int first = person.indexOf(' ');
      if (first > 0) {
        person = person.substring(0, first) + "," + person.substring(first);
      }
    }
    return person;
  }
}
