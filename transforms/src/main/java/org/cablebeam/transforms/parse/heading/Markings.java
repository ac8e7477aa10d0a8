package org.cablebeam.transforms.parse.heading;

import org.cablebeam.transforms.text.PortionMark;

/** Where portion marks in parentheses stand: {@code (U)}, {@code (S/NF)}, {@code (SECRET)}. */
final class Markings {
  private Markings() {}

  /** The offset behind the mark in parentheses that begins at {@code at}; -1 where none does. */
  static int end(String text, int at, int end) {
    return at < end && text.charAt(at) == '('
        ? PortionMark.inParentheses(text, at, end).map(PortionMark::end).orElse(-1)
        : -1;
  }

  /** Behind a mark that opens a text, {@code C)} with its parenthesis lost too; -1 for none. */
  static int endOpen(String text) {
    int mark = end(text, 0, text.length());
    int lost = text.indexOf(')');
    return mark < 0 && lost > 0 && lost <= 3
        ? PortionMark.at(text, 0, text.length()).map(PortionMark::end).orElse(-1)
        : mark;
  }
}
