package org.cablebeam.transforms.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cablebeam.schemas.Level;
import org.cablebeam.schemas.vocabulary.Captions;
import org.cablebeam.schemas.vocabulary.Captions.Caption;
import org.cablebeam.schemas.vocabulary.Captions.Kind;
import org.cablebeam.schemas.vocabulary.Levels;

/**
 * A portion mark: {@code (C)}, {@code (S//NF)}, {@code C)} with its parenthesis lost, {@code C -
 * ENTIRE TEXT}. Known by its grammar, a level and caveats behind it, so that {@code (ICELAND)} is
 * none. Immutable and thread-safe; offsets are UTF-16 units.
 *
 * @param text as found, without parentheses and without ENTIRE TEXT
 * @param level what it says
 * @param entireText whether it says so for the whole text
 * @param end offset behind it
 */
public record PortionMark(String text, Level level, boolean entireText, int end) {
  /** No mark is longer, in UTF-16 units: a list of countries behind REL may be long. */
  private static final int LONGEST = 80;

  /** What stands in parentheses is closed within so many UTF-16 units. */
  private static final int LONGEST_OPEN = 400;

  /** AUSTRALIA, behind REL: no name of a country has longer words. */
  private static final int LONGEST_COUNTRY = 12;

  /** The letters that stand for a level; its words are those of the vocabulary. */
  private static final Map<String, Level> LEVELS = levels();

  /** What may stand behind a level and is in no vocabulary of captions. */
  private static final Set<String> JOINTS =
      Set.of("N", "TO", "AND", "NOTAL", "ENTIRE", "TEXT", "MESSAGE");

  private static final Set<String> CAVEATS = caveats();

  private static Map<String, Level> levels() {
    Map<String, Level> levels = new HashMap<>();
    levels.put("TS", Level.TOP_SECRET);
    levels.put("S", Level.SECRET);
    levels.put("C", Level.CONFIDENTIAL);
    levels.put("R", Level.RESTRICTED);
    levels.put("U", Level.UNCLASSIFIED);
    for (Levels.Spelling spelled : Levels.standard().all()) {
      if (spelled.level() != null && spelled.words().indexOf(' ') < 0) {
        levels.put(spelled.words(), spelled.level());
      }
    }
    return Map.copyOf(levels);
  }

  /** The captions and controls of one word. */
  private static Set<String> caveats() {
    Set<String> caveats = new HashSet<>(JOINTS);
    for (Caption caption : Captions.standard().all()) {
      if (caption.kind() == Kind.CAPTION || caption.kind() == Kind.CONTROL) {
        Stream.concat(Stream.of(caption.code()), caption.spellings().stream())
            .filter(spelling -> spelling.indexOf(' ') < 0)
            .forEach(caveats::add);
      }
    }
    return Set.copyOf(caveats);
  }

  /** The mark that begins at {@code from} and ends before {@code end}, where one does. */
  public static Optional<PortionMark> at(String text, int from, int end) {
    if (from >= end) {
      return Optional.empty();
    }
    char c = text.charAt(from);
    if (c == '(' || c == '[') {
      int close = close(text, from, end);
      return close < 0
          ? Optional.empty()
          : behindEntireText(text, read(text, from + 1, close, close + 1), end);
    }
    if (!Characters.isLetter(c)) {
      return Optional.empty();
    }
    int stop = Math.min(end, from + LONGEST);
    int word = from;
    while (word < stop && Characters.isLetter(text.charAt(word))) {
      word++;
    }
    if (word - from <= 4 && word < end && text.charAt(word) == ')') {
      return behindEntireText(text, read(text, from, word, word + 1), end);
    }
    // C - ENTIRE TEXT, SECRET/NOFORN - ENTIRE TEXT
    int entire = entireText(text, word, stop);
    return entire < 0 ? Optional.empty() : read(text, from, entire, entire);
  }

  /**
   * The mark that opens at {@code from} and was never closed, {@code (S THE TALKS}: a level, a
   * blank, and no closing parenthesis before another opens or a blank line follows.
   */
  public static Optional<PortionMark> unclosed(String text, int from, int end) {
    if (from >= end || text.charAt(from) != '(') {
      return Optional.empty();
    }
    int word = from + 1;
    while (word < end && Characters.isLetter(text.charAt(word))) {
      word++;
    }
    boolean open = word < end && word > from + 1 && text.charAt(word) == ' ';
    boolean ends = false;
    for (int at = word; open && at < Math.min(end, from + LONGEST_OPEN); at++) {
      char c = text.charAt(at);
      if (c == '(' || (c == '\n' && Lines.isBlank(text.charAt(at - 1)) && ends)) {
        break;
      }
      ends = Lines.isBlank(c) && (ends || c == '\n');
      open = c != ')';
    }
    return open ? read(text, from + 1, word, word) : Optional.empty();
  }

  /** The mark in the parentheses that open at {@code open}, and nothing behind them. */
  public static Optional<PortionMark> inParentheses(String text, int open, int end) {
    boolean opens = open < end && (text.charAt(open) == '(' || text.charAt(open) == '[');
    int close = opens ? close(text, open, end) : -1;
    return close < 0 ? Optional.empty() : read(text, open + 1, close, close + 1);
  }

  /** The level of a mark given without parentheses; empty where it is no mark. */
  public static Optional<Level> level(String mark) {
    return read(mark, 0, mark.length(), mark.length()).map(PortionMark::level);
  }

  private static int close(String text, int open, int end) {
    int stop = Math.min(end, open + LONGEST);
    for (int at = open + 1; at < stop; at++) {
      char c = text.charAt(at);
      if (c == ')' || c == ']') {
        return at;
      }
    }
    return -1;
  }

  private static Optional<PortionMark> behindEntireText(
      String text, Optional<PortionMark> mark, int end) {
    if (mark.isEmpty() || mark.get().entireText) {
      return mark;
    }
    int from = mark.get().end;
    int entire = entireText(text, from, Math.min(end, from + 20));
    return entire < 0
        ? mark
        : Optional.of(new PortionMark(mark.get().text, mark.get().level, true, entire));
  }

  /** The offset behind ENTIRE TEXT where only caveats and signs stand before it; else -1. */
  private static int entireText(String text, int from, int end) {
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (!Characters.isLetter(c)) {
        if (!Lines.isBlank(c) && "-/,:.(\u2010\u2013\u2014".indexOf(c) < 0) {
          return -1;
        }
        at++;
        continue;
      }
      if (text.regionMatches(true, at, "ENTIRE", 0, 6)) {
        int word = at + 6;
        while (word < end && Lines.isBlank(text.charAt(word))) {
          word++;
        }
        if (text.regionMatches(true, word, "TEXT", 0, 4)) {
          return word + 4;
        }
        return text.regionMatches(true, word, "MESSAGE", 0, 7) ? word + 7 : -1;
      }
      int word = at;
      while (word < end && Characters.isLetter(text.charAt(word))) {
        word++;
      }
      if (!CAVEATS.contains(text.substring(at, word).toUpperCase(Locale.ROOT))) {
        return -1;
      }
      at = word;
    }
    return -1;
  }

  /** Reads the words between two offsets by the grammar. */
  private static Optional<PortionMark> read(String text, int from, int to, int end) {
    Level level = null;
    boolean top = false;
    boolean release = false;
    boolean entire = false;
    int last = from;
    int first = -1;
    int at = from;
    while (at < to) {
      if (!Characters.isLetter(text.charAt(at))) {
        if (Character.isDigit(text.charAt(at))) {
          return Optional.empty();
        }
        at++;
        continue;
      }
      int word = at;
      while (word < to && Characters.isLetter(text.charAt(word))) {
        word++;
      }
      String name = text.substring(at, word).toUpperCase(Locale.ROOT);
      if (level == null) {
        boolean opens = name.equals("TOP") || name.equals("SENSITIVE");
        if (opens ? first < 0 : first >= 0 && name.equals("BUT")) {
          top = name.equals("TOP");
          first = first < 0 ? at : first;
          at = word;
          continue;
        }
        level = LEVELS.get(name);
        boolean whole = first < 0 || (top ? level == Level.SECRET : level == Level.UNCLASSIFIED);
        if (level == null || !whole) {
          return Optional.empty();
        }
        level = top ? Level.TOP_SECRET : level;
        first = first < 0 ? at : first;
      } else if (name.equals("ENTIRE")) {
        entire = true;
      } else if (name.equals("REL")) {
        release = true;
      } else if (!CAVEATS.contains(name) && !(release && name.length() <= LONGEST_COUNTRY)) {
        return Optional.empty();
      }
      if (!entire) {
        last = word;
      }
      at = word;
    }
    return level == null
        ? Optional.empty()
        : Optional.of(new PortionMark(text.substring(first, last).strip(), level, entire, end));
  }
}
