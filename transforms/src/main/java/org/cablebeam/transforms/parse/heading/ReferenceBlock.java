package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.Characters;

/** How far the REF line runs on over the lines below it. All linear, none throws. */
final class ReferenceBlock {
  /** The words of the name of a post that a blank line may part from its number, at most. */
  private static final int LONGEST_NAME = 4;

  /** Over a blank line no longer note is read, in UTF-16 units. */
  private static final int LONGEST_NOTE = 200;

  private ReferenceBlock() {}

  /** How much of the field belongs to the zone. */
  static int end(String field) {
    int end = lineEnd(field, 0);
    boolean any = !field.substring(0, end).isBlank();
    int at = end + 1;
    while (at < field.length()) {
      int lineEnd = lineEnd(field, at);
      boolean blank = false;
      while (lineEnd == at && at < field.length()) {
        blank = true;
        at++;
        lineEnd = lineEnd(field, at);
      }
      if (at >= field.length()) {
        break;
      }
      int start = Characters.skipBlanks(field, at, lineEnd);
      if (start >= lineEnd) {
        // Of the line a section header left nothing but blanks.
        at = lineEnd + 1;
        continue;
      }
      boolean opens =
          ReferenceOpening.at(field, start, lineEnd)
              || (ReferenceBullet.end(field, start, lineEnd) >= 0
                  && Markings.end(field, start, lineEnd) < 0);
      if (any
          && !opens
          && (blank ? !wraps(field, end, lineEnd) : !continues(field, at, end, start, lineEnd))) {
        break;
      }
      any = true;
      end = lineEnd;
      at = lineEnd + 1;
    }
    return Math.min(end, field.length());
  }

  private static int lineEnd(String field, int from) {
    int newline = field.indexOf('\n', Math.min(from, field.length()));
    return newline < 0 ? field.length() : newline;
  }

  /** Whether a post's name is parted by a blank line: {@code RIO}, then {@code DE JANEIRO 12}. */
  private static boolean wraps(String field, int end, int nextEnd) {
    int last = Characters.skipBlanksBack(field, end, 0);
    if (last == 0) {
      return false;
    }
    if (isInNote(field, last) && field.substring(end, nextEnd).indexOf(')') >= 0) {
      return true;
    }
    if (",;&".indexOf(field.charAt(last - 1)) >= 0) {
      int next = Characters.skipBlanks(field, end, nextEnd);
      return nextEnd - next < 80 && hasDigit(field, next, nextEnd);
    }
    int word = last;
    while (word > 0 && ReferenceStation.isPostSign(field.charAt(word - 1))) {
      word--;
    }
    int next = Characters.skipBlanks(field, end, nextEnd);
    if (word == last || next >= nextEnd) {
      return false;
    }
    if (Characters.isDigit(field.charAt(next))) {
      return endsInPost(field, last);
    }
    int i = next;
    while (i < nextEnd && !Characters.isDigit(field.charAt(i)) && i - next < 30) {
      i++;
    }
    return i < nextEnd
        && Characters.isDigit(field.charAt(i))
        && ReferenceStation.named(field.substring(word, last) + " " + field.substring(next, i))
            .isPresent();
  }

  /** Whether a parenthesis that opened not long before an offset is still open there. */
  private static boolean isInNote(String field, int end) {
    for (int at = end - 1; at >= Math.max(0, end - LONGEST_NOTE); at--) {
      if (field.charAt(at) == '(' || field.charAt(at) == ')') {
        return field.charAt(at) == '(';
      }
    }
    return false;
  }

  /** Whether the last words before an offset name a post. */
  private static boolean endsInPost(String field, int end) {
    int word = end;
    for (int words = 0; words < LONGEST_NAME && word > 0; words++) {
      while (word > 0 && ReferenceStation.isPostSign(field.charAt(word - 1))) {
        word--;
      }
      if (ReferenceStation.named(field.substring(word, end)).isPresent()) {
        return true;
      }
      if (word == 0 || field.charAt(word - 1) != ' ') {
        return false;
      }
      word--;
    }
    return false;
  }

  private static boolean hasDigit(String field, int from, int end) {
    for (int i = from; i < end; i++) {
      if (Characters.isDigit(field.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** {@code (NOTAL)} on a line of its own or before a comma: a note on the item before. */
  private static boolean isNote(String field, int start, int end) {
    int close = field.charAt(start) == '(' ? field.indexOf(')', start) : -1;
    int next = close < 0 ? end : Characters.skipBlanks(field, close + 1, end);
    return close > start
        && close < end
        && (next >= end || ",;".indexOf(field.charAt(next)) >= 0)
        && Markings.end(field, start, end) < 0;
  }

  /** {@code D.} at the end of a line, the item of which stands on the next. */
  private static boolean endsInBullet(String field, int end) {
    int letter = end - 2;
    return letter > 0
        && ".)".indexOf(field.charAt(end - 1)) >= 0
        && Characters.isUpper(field.charAt(letter))
        && " (".indexOf(field.charAt(letter - 1)) >= 0;
  }

  /** Whether a line that opens no item goes on with the line before. */
  private static boolean continues(String field, int at, int end, int start, int lineEnd) {
    int rule = start;
    while (rule < lineEnd && "-=_*".indexOf(field.charAt(rule)) >= 0) {
      rule++;
    }
    if (rule - start >= 4
        || Characters.isWordAt(field, start, lineEnd, "SUMMARY")
        || Characters.isWordAt(field, start, lineEnd, "BEGIN SUMMARY")
        || field.regionMatches(true, start, "THIS IS ", 0, 8)
        || field.regionMatches(true, start, "SENSITIVE BUT", 0, 13)) {
      return false;
    }
    int last = Characters.skipBlanksBack(field, end, 0);
    if (last == 0 || isNote(field, start, lineEnd) || endsInBullet(field, last)) {
      return true;
    }
    char c = field.charAt(last - 1);
    int lineStart = field.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
    boolean margin = end - lineStart >= 48;
    boolean indented = start - at >= 4;
    boolean digits = Characters.isDigit(field.charAt(start));
    return ",;&-/".indexOf(c) >= 0 || Characters.isLetter(c) || margin || indented || digits;
  }
}
