package org.cablebeam.transforms.parse.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cablebeam.transforms.parse.body.MarkSurroundings.Before;
import org.cablebeam.transforms.parse.body.MarkSurroundings.Behind;
import org.cablebeam.transforms.parse.body.ParagraphFinder.Found;
import org.cablebeam.transforms.text.Lines;
import org.cablebeam.transforms.text.LookAlikes;
import org.cablebeam.transforms.text.PortionMark;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words with which a drafter marked the beginning and the end of a passage: {@code
 * SUMMARY:}, {@code END COMMENT}. One a body.
 */
final class PassageMarks {
  /** Behind END alone. */
  private static final String SHORT_SUMMARY = "SUM.";

  /** None of them is longer. */
  private static final int LONGEST_WORD = 16;

  /**
   * A mark.
   *
   * @param word what it marks
   * @param also the second word of COMMENT AND ACTION REQUEST, null where there is none
   * @param end whether it marks an end
   * @param start where it begins
   * @param content where the passage begins behind it
   * @param alone whether it is a heading of its own
   * @param parenthesis where the parenthesis before it stands, -1 where none does
   * @param weak whether it counts only where an end mark follows
   */
  record Mark(
      PassageWord word,
      @Nullable PassageWord also,
      boolean end,
      int start,
      int content,
      boolean alone,
      int parenthesis,
      boolean weak) {}

  private final TextLines reading;
  private final String text;
  private final int start;
  private final int end;
  private final MarkingLetters letters;
  private final MarkSurroundings surroundings;

  PassageMarks(TextLines reading, List<Found> paragraphs) {
    this.reading = reading;
    this.text = reading.text();
    this.start = reading.start();
    this.end = reading.end();
    this.letters = new MarkingLetters(text, start, end);
    this.surroundings = new MarkSurroundings(reading, paragraphs);
  }

  List<Mark> find() {
    List<Mark> marks = new ArrayList<>();
    int floor = start;
    int spaced = SpacedMarks.next(text, start, end);
    for (int i = letters.next(start + 1); i < end; i = letters.next(i + 1)) {
      int at = letters.wordAt(i, floor);
      if (at < 0 || (at > 0 && Character.isLetter(text.charAt(at - 1)))) {
        continue;
      }
      while (spaced < at) {
        add(spacedMark(spaced), marks);
        spaced = SpacedMarks.next(text, spaced + SpacedMarks.LENGTH, end);
      }
      Mark mark = isEnd(at) ? endMark(at) : startMark(at, PassageWord.at(text, at, end));
      if (mark != null && add(mark, marks)) {
        floor = mark.content;
        i = Math.max(i, floor - 1);
      }
    }
    for (; spaced < end; spaced = SpacedMarks.next(text, spaced + SpacedMarks.LENGTH, end)) {
      add(spacedMark(spaced), marks);
    }
    return marks;
  }

  private boolean isEnd(int at) {
    return (text.charAt(at) & ~0x20) == 'E';
  }

  private boolean add(@Nullable Mark mark, List<Mark> marks) {
    boolean own = mark != null && !reading.furniture().covers(mark.start);
    if (own) {
      marks.add(mark);
    }
    return own;
  }

  /** The mark of a word that is written letter by letter; E N D may stand before it. */
  private @Nullable Mark spacedMark(int at) {
    PassageWord word = SpacedMarks.word(text, at);
    if (word == null) {
      return null;
    }
    int before = at;
    while (before > start && Lines.isBlank(text.charAt(before - 1))) {
      before--;
    }
    for (String end : List.of("E N D", "END")) {
      int from = before - end.length();
      if (from >= start && from > 0 && text.startsWith(end, from) && isApart(from)) {
        return new Mark(word, null, true, from, at + SpacedMarks.LENGTH, false, -1, false);
      }
    }
    return startMark(at, new PassageWord.Match(word, at + SpacedMarks.LENGTH));
  }

  private boolean isApart(int at) {
    return !Character.isLetter(text.charAt(at - 1));
  }

  private boolean is(int at, int letter) {
    return (text.charAt(at) & ~0x20) == letter;
  }

  private @Nullable Mark endMark(int at) {
    if (!text.regionMatches(true, at, "END", 0, 3)
        && !LookAlikes.isShaped(text.substring(at, Math.min(end, at + 3)), "END")) {
      return null;
    }
    int next = surroundings.gap(at + 3, end);
    if (next >= end) {
      return null;
    }
    PassageWord.Match match = PassageWord.at(text, next, end);
    if (match == null && text.regionMatches(true, next, SHORT_SUMMARY, 0, SHORT_SUMMARY.length())) {
      match = new PassageWord.Match(PassageWord.SUMMARY, next + SHORT_SUMMARY.length());
    }
    if (match == null) {
      match = next == at + 3 ? null : behindWords(next);
    }
    if (match == null) {
      return null;
    }
    int behind = PassageWord.companionsEnd(text, match.end(), end);
    return new Mark(marked(match, behind), null, true, at, behind, false, -1, false);
  }

  /**
   * The marking word behind one or two others, OF SUMMARY, POST COMMENT, INTRODUCTION/SUMMARY; null
   * for none.
   */
  private PassageWord.@Nullable Match behindWords(int from) {
    int next = from;
    PassageWord.Match match = null;
    for (int words = 0; match == null && words < MarkSurroundings.FEW; words++) {
      int word = next;
      while (word < end
          && word - next < LONGEST_WORD
          && MarkSurroundings.isWordSign(text.charAt(word))) {
        word++;
      }
      boolean joined = word < end && text.charAt(word) == '/';
      int behind = joined ? word + 1 : surroundings.gap(word, end);
      if (word == next || behind == word || behind >= end) {
        return null;
      }
      next = behind;
      match = PassageWord.at(text, next, end);
    }
    return match;
  }

  /** What a marking says together with its companions: COMMENT AND SUMMARY is a summary. */
  private PassageWord marked(PassageWord.Match match, int companionsEnd) {
    return match.word() == PassageWord.COMMENT && holds("SUMMARY", match.end(), companionsEnd)
        ? PassageWord.SUMMARY
        : match.word();
  }

  private boolean holds(String word, int from, int to) {
    return to > from && text.substring(from, to).toUpperCase(Locale.ROOT).contains(word);
  }

  private @Nullable Mark startMark(int at, PassageWord.@Nullable Match match) {
    if (match == null) {
      return null;
    }
    PassageWord word = match.word();
    Behind behind = surroundings.behind(match);
    if (!behind.endOfLine() && isEnds(behind.sign())) {
      // SUMMARY ENDS.
      return new Mark(word, null, true, at, behind.sign() + 3, false, -1, false);
    }
    Before before = surroundings.before(at);
    boolean opens = opens(at, word, before, behind);
    boolean free = opens && !before.runsOn() && !before.begin();
    boolean alone = free && surroundings.isAlone(at, before, behind);
    boolean firm = before.begin() || alone || isMarked(word, opens, before, behind);
    boolean weak = !firm && free && word == PassageWord.SUMMARY && before.opensParagraph();
    return firm || weak ? opening(at, match, before, behind, alone, weak) : null;
  }

  /** Whether few enough words stand before a marking word for it to open a passage. */
  private boolean opens(int at, PassageWord word, Before before, Behind behind) {
    return before.companions()
        || (before.words() <= MarkSurroundings.FEW
            && behind.colon()
            && word != PassageWord.SUMMARY
            && Character.isUpperCase(text.charAt(at)));
  }

  private Mark opening(
      int at, PassageWord.Match match, Before before, Behind behind, boolean alone, boolean weak) {
    boolean request =
        match.word() == PassageWord.COMMENT
            && holds("REQUEST", match.end(), behind.companionsEnd());
    return new Mark(
        marked(match, behind.companionsEnd()),
        request ? PassageWord.ACTION_REQUEST : null,
        false,
        at,
        contentStart(Math.max(behind.companionsEnd(), alone ? surroundings.contentBelow(at) : -1)),
        alone,
        before.enclosed() ? before.sign() : -1,
        weak);
  }

  /** Whether signs around a marking word say that it opens a passage. */
  private boolean isMarked(PassageWord word, boolean opens, Before before, Behind behind) {
    // NOTE without a sign is a word like others.
    boolean note = word == PassageWord.NOTE;
    if (opens && !before.runsOn()) {
      boolean headed = behind.endOfLine() && before.opensParagraph();
      return behind.punctuated() || (!note && (behind.portion() || headed));
    }
    if (opens && behind.colon()) {
      return true;
    }
    if (before.enclosed()) {
      return behind.punctuated() || (!note && behind.endOfLine());
    }
    return behind.colon() && before.sign() >= 0 && endsSentence(before.sign());
  }

  /** Whether END or ENDS and nothing else of the sentence stands here. */
  private boolean isEnds(int at) {
    if (!text.regionMatches(true, at, "END", 0, 3)) {
      return false;
    }
    int behind = at + 3;
    if (behind < end && is(behind, 'S')) {
      behind++;
    }
    return behind >= end || (text.charAt(behind) == '.' || text.charAt(behind) == '\n');
  }

  /** Behind punctuation and marks after a marking word. */
  private int contentStart(int from) {
    int at = from;
    boolean mark = false;
    while (at < end) {
      char c = text.charAt(at);
      if (Lines.isBlank(c) || ":;.\\\u00b6".indexOf(c) >= 0 || TextLines.isRuleSign(c)) {
        at++;
      } else if (c == '(' && !mark && PortionMark.at(text, at, end).isPresent()) {
        at = PortionMark.at(text, at, end).orElseThrow().end();
        mark = true;
      } else {
        break;
      }
    }
    return at;
  }

  private boolean endsSentence(int at) {
    char c = text.charAt(at);
    return c == '.' || c == '!' || c == '?' || c == ')' || c == '"' || c == '-' || c == '\u201d';
  }
}
