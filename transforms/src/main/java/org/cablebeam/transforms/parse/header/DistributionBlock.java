package org.cablebeam.transforms.parse.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cablebeam.schemas.DistributionCopy;
import org.cablebeam.schemas.Officer;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.LookAlikes;
import org.jspecify.annotations.Nullable;

/**
 * The block that the message centre of the Department printed above a telegram (1973–79 and
 * 2000–02): bureaus with numbers of copies behind ACTION, ORIGIN and INFO, and, in telegrams of the
 * Department, who drafted, approved and cleared the text. Reads line by line; one a message.
 */
final class DistributionBlock {
  private static final int MOST_CODE = 6;

  private enum Part {
    NONE,
    COPIES,
    DRAFTED,
    APPROVED,
    CLEARED
  }

  private final List<DistributionCopy> copies = new ArrayList<>();
  private final List<Officer> drafters = new ArrayList<>();
  private final List<Officer> approvers = new ArrayList<>();
  private final List<Officer> clearances = new ArrayList<>();
  private Part part = Part.NONE;
  private String role = "";

  List<DistributionCopy> copies() {
    return copies;
  }

  List<Officer> drafters() {
    return drafters;
  }

  List<Officer> approvers() {
    return approvers;
  }

  List<Officer> clearances() {
    return clearances;
  }

  /** Takes the line, if it belongs to the block. */
  boolean take(String line) {
    Cursor cursor = new Cursor(line).skipBlanks();
    if (cursor.takeWord("ACTION")) {
      return copies("ACTION", cursor);
    }
    if (cursor.takeWord("ORIGIN")) {
      return copies("ORIGIN", cursor);
    }
    if (cursor.takeWord("INFO")) {
      return copies("INFO", cursor);
    }
    if (cursor.takeWord("DRAFTED BY")) {
      part = Part.DRAFTED;
      officer(cursor.rest());
      return true;
    }
    if (cursor.takeWord("APPROVED BY")) {
      part = Part.APPROVED;
      officer(cursor.rest());
      return true;
    }
    if (cursor.takeWord("CLEARED BY")
        || cursor.takeWord("CLEARANCES")
        || cursor.takeWord("CLEARANCE")) {
      part = Part.CLEARED;
      officer(cursor.rest());
      return true;
    }
    if (cursor.takeWord("DESIRED DISTRIBUTION")) {
      part = Part.NONE;
      return true;
    }
    if (part == Part.COPIES && isCodes(cursor)) {
      return copies(role, cursor);
    }
    if (part == Part.DRAFTED || part == Part.APPROVED || part == Part.CLEARED) {
      return officer(cursor.rest());
    }
    return false;
  }

  /** The block is over: addressees or the date-time group have begun. */
  void end() {
    part = Part.NONE;
  }

  /** Whether the line behind INFO holds bureaus with copies, not addressees. */
  static boolean isCodes(String text) {
    return isCodes(new Cursor(text));
  }

  /** Whether a line without a keyword is a list of bureaus: at least two, or one and the total. */
  static boolean isList(String text) {
    int dash = text.indexOf('-');
    return (text.indexOf('-', dash + 1) > 0 || text.indexOf('/') > 0) && isCodes(text);
  }

  private static boolean isCodes(Cursor cursor) {
    int before = cursor.at();
    boolean found = false;
    int bare = 0;
    while (!cursor.skipBlanks().done()) {
      if (cursor.peek() == '/' || cursor.peek() == ',') {
        cursor.skip();
        found |= Characters.isDigit(cursor.skipBlanks().peek());
        continue;
      }
      int start = cursor.at();
      boolean code = code(cursor) != null;
      if (!code) {
        cursor.moveTo(start);
        String word = cursor.word();
        // The total, "/026 W", and what OCR made of a code among others.
        if (!(found && word.length() <= MOST_CODE)) {
          cursor.moveTo(before);
          return false;
        }
      }
      if (code && !cursor.passed(start, '-')) {
        bare++;
      } else {
        found |= code;
      }
    }
    cursor.moveTo(before);
    // EUR 20 alone can be an addressee; two such codes are a list of bureaus.
    return found || bare > 1;
  }

  private boolean copies(String newRole, Cursor cursor) {
    cursor.skipBlanks();
    if (cursor.peek() == ':') {
      cursor.skip();
    }
    boolean bare = isBareOffice(cursor.rest());
    if (!isCodes(cursor) && !(!newRole.equals("INFO") && (bare || isOneCode(cursor)))) {
      return false;
    }
    part = Part.COPIES;
    role = newRole;
    while (!cursor.skipBlanks().done()) {
      if (cursor.peek() == '/') {
        // The total of copies ends the list.
        return true;
      }
      int start = cursor.at();
      DistributionCopy copy = code(cursor);
      if (copy != null) {
        copy.setRole(newRole);
        copies.add(copy);
      } else {
        cursor.moveTo(start);
        String word = cursor.word();
        if (bare) {
          copies.add(new DistributionCopy(newRole, word, null));
        }
      }
    }
    return true;
  }

  /** {@code EUR 20} and nothing else. */
  private static boolean isOneCode(Cursor cursor) {
    int before = cursor.at();
    boolean code = code(cursor) != null && cursor.skipBlanks().done();
    cursor.moveTo(before);
    return code;
  }

  private static boolean isBareOffice(String text) {
    return text.length() >= 1
        && text.length() <= MOST_CODE
        && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '/');
  }

  /** {@code EUR-12} or {@code EUR 12}; null where no bureau with copies stands. */
  private static @Nullable DistributionCopy code(Cursor cursor) {
    String office = office(cursor);
    if (office.isEmpty()) {
      return null;
    }
    boolean dash = cursor.peek() == '-';
    if (!dash && !cursor.atBlank()) {
      return null;
    }
    cursor.skip();
    if (dash && cursor.atBlank()) {
      cursor.skip();
    }
    String number = dash ? cursor.likeDigits(3) : cursor.digits(3);
    if (number.isEmpty()
        || (!dash && number.length() != 2)
        || Character.isLetterOrDigit(cursor.peek())) {
      return null;
    }
    if (cursor.peek() == ',') {
      cursor.skip();
    }
    return new DistributionCopy("", office, Integer.valueOf(number));
  }

  private static String office(Cursor cursor) {
    StringBuilder office = new StringBuilder();
    while (office.length() < MOST_CODE) {
      char found = cursor.peek();
      boolean misread = Characters.isDigit(found) && Characters.isLetter(cursor.peek(1));
      char c = misread ? LookAlikes.letter(found) : found;
      if (!Characters.isLetter(c) && !(c == '/' && office.length() > 0)) {
        break;
      }
      office.append(c);
      cursor.skip();
    }
    return office.toString().toUpperCase(Locale.ROOT);
  }

  /** {@code S/S-O:AXEXAMPLE:EO}, office, initials and surname, typist; or a title alone. */
  private boolean officer(String text) {
    String rest = text;
    while (rest.startsWith(":") || rest.startsWith("-")) {
      rest = rest.substring(1).strip();
    }
    if (rest.isEmpty()) {
      return true;
    }
    if (rest.length() > 80 || rest.chars().allMatch(c -> Characters.isDigit((char) c))) {
      return false;
    }
    if (!OfficerText.isOfficer(rest)) {
      return false;
    }
    switch (part) {
      case DRAFTED -> drafters.addAll(OfficerText.read(rest));
      case APPROVED -> {
        approvers.addAll(OfficerText.read(rest));
        part = Part.CLEARED;
      }
      default -> clearances.addAll(OfficerText.read(rest));
    }
    return true;
  }
}
