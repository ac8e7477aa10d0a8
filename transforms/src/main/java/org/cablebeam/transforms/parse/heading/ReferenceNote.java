package org.cablebeam.transforms.parse.heading;

/** A note in parentheses behind an item. All linear, none throws. */
final class ReferenceNote {
  /** No note is longer, in UTF-16 units. */
  private static final int LONGEST = 400;

  private ReferenceNote() {}

  /** The offset of the parenthesis that closes one at {@code open}; -1 where none does soon. */
  static int closing(String text, int open) {
    char sign = text.charAt(open) == '[' ? ']' : ')';
    int stop = Math.min(text.length(), open + LONGEST);
    for (int k = open; k < stop; k++) {
      if (text.charAt(k) == sign) {
        return k;
      }
    }
    return -1;
  }

  /** An upper-case text without what stands in parentheses and quotes. */
  static String without(String upper) {
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int k = 0; k < upper.length(); k++) {
      char c = upper.charAt(k);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0 && !quoted) {
        bare.append(c);
      }
    }
    return bare.toString().strip();
  }
}
