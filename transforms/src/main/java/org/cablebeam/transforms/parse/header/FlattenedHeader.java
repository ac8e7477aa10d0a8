package org.cablebeam.transforms.parse.header;

import java.util.Set;
import org.cablebeam.schemas.vocabulary.Levels;
import org.cablebeam.schemas.vocabulary.Posts;
import org.cablebeam.transforms.text.Characters;
import org.cablebeam.transforms.text.Lines;

/**
 * A header whose lines were joined by whoever copied it. The breaks are put back in place of the
 * blank before each construct, so that the text keeps its length and offsets stay true.
 */
final class FlattenedHeader {
  /** A telegraph line is at most about 70 columns wide; a longer one was joined. */
  private static final int JOINED = 100;

  /** The digits of a message continuity number. */
  private static final int CONTINUITY_NUMBER = 4;

  /** The digits of a serial as it is padded, at least. */
  private static final int SERIAL = 5;

  private static final Set<String> ADDRESS_WORDS =
      Set.of(
          "AMEMBASSY",
          "AMCONSUL",
          "AMCONGEN",
          "USMISSION",
          "USINT",
          "USLO",
          "USDEL",
          "SECSTATE",
          "SECDEF",
          "USUN",
          "USNATO");

  private final String text;
  private final StringBuilder unfolded;
  private final Posts posts;
  private boolean addressees;

  private FlattenedHeader(String text, Posts posts) {
    this.text = text;
    this.unfolded = new StringBuilder(text);
    this.posts = posts;
  }

  /**
   * The lines of the text with breaks where a joined line holds the constructs of a header; the
   * lines themselves where none does. The text keeps its length.
   */
  static Lines unfold(Lines lines, Posts posts) {
    FlattenedHeader flattened = null;
    for (int i = 0; i < lines.count(); i++) {
      int start = lines.start(i);
      int end = lines.end(i);
      if (end - start > JOINED && isHeader(lines.text(), start, end)) {
        flattened = flattened == null ? new FlattenedHeader(lines.text(), posts) : flattened;
        flattened.unfold(start, end);
      }
    }
    return flattened == null ? lines : Lines.of(flattened.unfolded.toString());
  }

  /** Whether a long line holds at least two constructs that only a header has side by side. */
  private static boolean isHeader(String text, int start, int end) {
    int marks = 0;
    String head = text.substring(start, Math.min(end, start + 8192));
    marks += head.contains(" FM ") || head.startsWith("FM ") ? 1 : 0;
    marks += head.contains(" TO ") ? 1 : 0;
    marks += head.contains("PAGE 01 ") ? 1 : 0;
    marks += head.contains("VZCZC") ? 1 : 0;
    marks += head.contains(" INFO ") ? 1 : 0;
    marks += head.contains("--------") ? 1 : 0;
    return marks >= 2;
  }

  private void unfold(int start, int end) {
    int word = start;
    while (word < end) {
      while (word < end && Lines.isBlank(text.charAt(word))) {
        word++;
      }
      int behind = wordEnd(word, end);
      boolean heading = addressees && isHeading(word, behind, end);
      if (behind > word && word > start && (heading || opens(word, behind, end))) {
        unfolded.setCharAt(word - 1, '\n');
      }
      if (heading) {
        return;
      }
      word = behind;
    }
  }

  /** E.O., TAGS or SUBJECT: the header is over. */
  private boolean isHeading(int at, int behind, int end) {
    if (behind - at > 8) {
      return false;
    }
    return switch (text.substring(at, behind)) {
      case "TAGS", "TAGS:", "SUBJECT", "SUBJECT:", "SUBJ:", "E.O.", "EO" -> true;
      case "E" -> word(behind, end).equals("O");
      default -> false;
    };
  }

  private int wordEnd(int start, int end) {
    int at = start;
    while (at < end && !Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private String word(int start, int end) {
    int at = start;
    while (at < end && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    int behind = wordEnd(at, end);
    return behind - at > 24 ? "" : text.substring(at, behind);
  }

  private int behindWord(int start, int end) {
    int at = start;
    while (at < end && Lines.isBlank(text.charAt(at))) {
      at++;
    }
    return wordEnd(at, end);
  }

  /** Whether a construct begins with the word from {@code at} to {@code behind}. */
  private boolean opens(int at, int behind, int end) {
    String word = behind - at > 24 ? text.substring(at, at + 24) : text.substring(at, behind);
    String next = word(behind, end);
    switch (word) {
      case "FM", "TO", "XMT" -> {
        addressees |= !word.equals("FM");
        return true;
      }
      case "INFO", "ACTION", "ORIGIN" -> {
        return true;
      }
      case "PAGE" -> {
        return !next.isEmpty() && Characters.isDigit(next.charAt(0));
      }
      case "DRAFTED", "APPROVED" -> {
        return next.equals("BY");
      }
      case "Message" -> {
        return next.equals("Text");
      }
      case "DE" -> {
        return RoutingLine.isIndicator(next);
      }
      case "ZNR", "ZNY", "BT" -> {
        return true;
      }
      default -> {
        return word.startsWith("------")
            || word.startsWith("VZCZ")
            || opensGroup(at, end)
            || opensLevel(at, word, end)
            || opensAddress(at, word)
            || opensNumber(at, word, next);
      }
    }
  }

  /** The precedence letters or the clock of a date-time group, but not the clock behind letters. */
  private boolean opensGroup(int at, int end) {
    char c = text.charAt(at);
    boolean letter = Precedences.ofLetter(c).isPresent();
    if (!letter && !Characters.isDigit(c)) {
      return false;
    }
    if (at >= 2
        && Precedences.ofLetter(text.charAt(at - 2)).isPresent()
        && (at < 3 || Lines.isBlank(text.charAt(at - 3)))) {
      return false;
    }
    String piece = text.substring(at, Math.min(end, at + 40));
    return DateTimeGroup.read(piece)
        .filter(group -> group.month() != null || !group.precedences().isEmpty())
        .filter(group -> group.year() != null)
        .isPresent();
  }

  /** A level, spelled in single letters or before a post and its serial. */
  private boolean opensLevel(int at, String word, int end) {
    if (word.length() == 1) {
      // The S of TOP SECRET does not begin a level of its own.
      return !(at >= 2 && text.charAt(at - 2) == 'P')
          && Levels.standard().bare().stream().anyMatch(level -> spaced(at, end, level.letters()));
    }
    int from = levelEnd(at, end);
    if (from < 0) {
      return false;
    }
    StringBuilder post = new StringBuilder();
    for (int words = 0; words < 8; words++) {
      String next = word(from, end);
      if (next.isEmpty()) {
        return false;
      }
      if (Characters.isDigit(next.charAt(0))) {
        if (post.length() > 0 && posts.byName(post.toString()).isPresent()) {
          return true;
        }
      } else if (next.equals("SECTION") || next.equals("OF")) {
        post.setLength(0);
      } else {
        post.append(next);
      }
      from = behindWord(from, end);
    }
    return false;
  }

  /** The offset of the word behind a level; -1 where none stands. */
  private int levelEnd(int at, int end) {
    for (Levels.Spelling level : Levels.standard().bare()) {
      int behind = at + level.words().length();
      if (behind < end && text.charAt(behind) == ' ' && text.startsWith(level.words(), at)) {
        return behindWord(behind - 1, end);
      }
    }
    return -1;
  }

  private boolean spaced(int start, int end, String level) {
    int at = start;
    for (int i = 0; i < level.length(); i++) {
      while (i > 0 && at < end && text.charAt(at) == ' ') {
        at++;
      }
      if (at >= end || text.charAt(at) != level.charAt(i)) {
        return false;
      }
      at++;
    }
    return at >= end || !Character.isLetter(text.charAt(at));
  }

  /** An address behind another one: how addresses begin, or what follows a precedence. */
  private boolean opensAddress(int at, String word) {
    if (!addressees) {
      return false;
    }
    String before = wordBefore(at);
    if (before.equals("TO") || before.equals("INFO") || before.equals("XMT")) {
      return false;
    }
    if (ADDRESS_WORDS.contains(word)) {
      return true;
    }
    int slash = word.indexOf('/');
    return (slash > 0 && RoutingLine.isIndicator(word.substring(0, slash)))
        || (Precedences.isExact(before)
            && !Precedences.isExact(word)
            && !Characters.isDigit(word.charAt(0)));
  }

  /** The post and serial of a classification line whose level was lost, behind the last address. */
  private boolean opensNumber(int at, String word, String next) {
    return addressees
        && next.length() >= SERIAL
        && isNumber(next)
        && wordBefore(at).length() == CONTINUITY_NUMBER
        && isNumber(wordBefore(at))
        && posts.byName(word).isPresent();
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Characters.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private String wordBefore(int at) {
    int end = at;
    while (end > 0 && Lines.isBlank(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < 24 && !Lines.isBlank(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }
}
